//! Passages of the project that are no side of a finding: those of notes, of links, of marks, and what was ticked off.

use super::super::authored;
use super::super::guid::guid;
use super::Selection;
use super::project::note_guid;
use crate::model::DocumentId;
use crate::notebook::{Relation, TagId};
use crate::report::{Note, NotePlace, Report};
use crate::text::Span;

/// A code of the project that stands for no finding.
pub const MARKED: &str = "Marked before the findings were shown";
pub const TICKED: &str = "Numbers and dates ticked off";

/// A selection with all that is said of it.
pub struct Passage<'a> {
    pub guid: String,
    pub document: DocumentId,
    pub span: Span,
    /// What the reader said of it, where that is no note.
    pub words: Option<&'a str>,
    /// The guids of its codes.
    pub codes: Vec<String>,
    pub note: Option<&'a Note>,
}

/// Two passages that belong together.
pub struct Pair {
    pub name: String,
    /// As the schema calls it.
    pub direction: &'static str,
    pub ends: [String; 2],
}

pub fn all<'a>(report: &Report, selection: &Selection<'a>) -> Vec<Passage<'a>> {
    let mut all = Vec::new();
    for note in &selection.notes {
        for (side, (document, span)) in places(note).into_iter().enumerate() {
            all.push(Passage {
                guid: guid(&["passage", &note_guid(note), &side.to_string()]),
                document,
                span,
                words: None,
                codes: tag_codes(report, &note.tags),
                note: Some(note),
            });
        }
    }
    for link in &selection.links {
        let is_finding = matches!(link.relation, Relation::Contradicts(_));
        let placed = link.places.iter().enumerate();
        for (side, place) in placed.filter(|_| !is_finding) {
            if let Some((document, span)) = *place {
                all.push(Passage {
                    guid: link_end(link.id.0, side),
                    document,
                    span,
                    words: None,
                    codes: Vec::new(),
                    note: None,
                });
            }
        }
    }
    for mark in &selection.marks {
        for (side, place) in mark.places.iter().enumerate() {
            if let Some((document, span)) = *place {
                all.push(Passage {
                    guid: mark_end(mark.id.0, side),
                    document,
                    span,
                    words: Some(mark.words.as_str()).filter(|words| !words.is_empty()),
                    codes: vec![own_code(MARKED)],
                    note: None,
                });
            }
        }
    }
    for (index, tick) in selection.ticks.iter().enumerate() {
        if let Some((document, span)) = tick.place {
            all.push(Passage {
                guid: guid(&["tick", &index.to_string(), &tick.anchor.exact]),
                document,
                span,
                words: None,
                codes: vec![own_code(TICKED)],
                note: None,
            });
        }
    }
    all
}

/// Links made by hand that are no finding, and what was marked together.
pub fn pairs(selection: &Selection<'_>) -> Vec<Pair> {
    let linked = selection.links.iter().filter(|link| {
        !matches!(link.relation, Relation::Contradicts(_)) && !link.places.contains(&None)
    });
    let linked = linked.map(|link| Pair {
        name: authored::relation(&link.relation),
        direction: "OneWay",
        ends: [0, 1].map(|side| link_end(link.id.0, side)),
    });
    let marked = (selection.marks.iter())
        .filter(|mark| mark.places.len() == 2 && !mark.places.contains(&None));
    let marked = marked.map(|mark| Pair {
        name: "Marked together".to_owned(),
        direction: "Associative",
        ends: [0, 1].map(|side| mark_end(mark.id.0, side)),
    });
    linked.chain(marked).collect()
}

/// The codes of the tags that something has.
pub fn tag_codes(report: &Report, tags: &[TagId]) -> Vec<String> {
    let tags = authored::tags_of(report, tags);
    tags.map(|tag| tag_code(tag.id)).collect()
}

pub fn tag_code(tag: TagId) -> String {
    guid(&["tag", &tag.to_string()])
}

/// A code that is neither a tag nor a finding.
pub fn own_code(name: &str) -> String {
    guid(&["own", name])
}

fn places(note: &Note) -> Vec<(DocumentId, Span)> {
    match note.place {
        NotePlace::Passage(document, span) => vec![(document, span)],
        NotePlace::Pair(passages) => passages.to_vec(),
        _ => Vec::new(),
    }
}

fn link_end(link: u64, side: usize) -> String {
    guid(&["link end", &link.to_string(), &side.to_string()])
}

fn mark_end(mark: u64, side: usize) -> String {
    guid(&["mark end", &mark.to_string(), &side.to_string()])
}

//! Notes that are not on a finding, and what no longer finds its place.

use super::{Block, Part, Run, Style};
use crate::export::options::Selection;
use crate::model::DocumentId;
use crate::notebook::Relation;
use crate::report::{Note, NotePlace, Report};
use crate::text::Span;

pub fn all(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let (placed, unmatched): (Vec<&Note>, Vec<&Note>) =
        (selection.notes.iter().copied()).partition(|note| note.place != NotePlace::Unmatched);
    let mut blocks = Vec::new();
    if !placed.is_empty() {
        blocks.push(Block::heading(2, "Notes"));
        blocks.extend(placed.iter().map(|note| one(report, note)));
    }
    let decisions = (report.unmatched_decisions.iter()).filter(|_| !selection.open_questions);
    let decisions: Vec<_> = decisions.collect();
    if !unmatched.is_empty() || !decisions.is_empty() {
        blocks.push(Block::heading(2, "Notes whose place is no longer found"));
        for (key, decided) in decisions {
            let sides = key.sides.each_ref().map(|side| format!("“{}”", side.exact));
            let words = format!(
                "{} ({}): {}",
                decided.decision.title(),
                key.kind.title(),
                sides.join(" — ")
            );
            blocks.push(Block::words(Style::Plain, words));
        }
        blocks.extend(unmatched.iter().map(|note| one(report, note)));
    }
    blocks
}

/// Passages that the reader linked; contradictions are findings and stand there.
pub fn links(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let told = selection.links.iter().filter_map(|link| {
        let [Some(one), Some(other)] = link.places else {
            return None;
        };
        let relation = match &link.relation {
            Relation::Contradicts(_) => return None,
            other => other.title().to_lowercase(),
        };
        let runs = vec![
            Run::plain(passage(report, one.0, one.1)),
            Run::strong(format!(" {relation} ")),
            Run::plain(passage(report, other.0, other.1)),
        ];
        Some(Block::paragraph(Style::Item, runs))
    });
    let mut blocks: Vec<Block> = told.collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(2, "Links"));
    }
    blocks
}

/// A note under what it is about.
pub fn block(about: impl Into<String>, text: &str) -> Block {
    let about = Block::paragraph(Style::Facts, vec![Run::strong(about)]);
    Block::Part(Part::Note, None, vec![about, own(text)])
}

fn one(report: &Report, note: &Note) -> Block {
    let about = match note.place {
        NotePlace::Passage(document, span) => Some(passage(report, document, span)),
        NotePlace::Pair([one, other]) => Some(format!(
            "{} — {}",
            passage(report, one.0, one.1),
            passage(report, other.0, other.1)
        )),
        NotePlace::Entity(entity) => Some(report.analysis.entity(entity).name.clone()),
        NotePlace::Document(document) => Some(report.label(document)),
        NotePlace::Unmatched => note
            .target
            .quoted()
            .map(|quoted| format!("On “{}”", quoted.join("” — “"))),
        NotePlace::Finding(_) | NotePlace::Free => None,
    };
    match about {
        Some(about) => block(about, &note.text),
        None => Block::Part(Part::Note, None, vec![own(&note.text)]),
    }
}

/// "A:12 · Morning Post, the mayor said: “17 were hurt”".
fn passage(report: &Report, document: DocumentId, span: Span) -> String {
    let read = report.analysis.document(document);
    format!(
        "{} · {}, {}: “{}”",
        report.passage_name(document, span),
        read.label(),
        report.voice_at(document, span),
        read.text.get(span).unwrap_or_default()
    )
}

fn own(text: &str) -> Block {
    Block::words(Style::Own, text.trim())
}

//! Notes that are not on a finding, and what no longer finds its place.

use super::{Block, Part, Run, Style, dotted, tagged};
use crate::export::authored;
use crate::export::options::Selection;
use crate::model::DocumentId;
use crate::notebook::{Anchor, FindingKey, Standing};
use crate::report::{Note, NotePlace, Report};
use crate::text::Span;

pub fn all(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let placed = (selection.notes.iter()).filter(|note| note.place != NotePlace::Unmatched);
    under("Notes", placed.map(|note| one(report, note)).collect())
}

/// What the reader said of passages and findings that are not there any more: it is told all the same.
pub fn lost(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !selection.open_questions {
        let decisions = report.unmatched_decisions.iter().map(|(key, decided)| {
            format!(
                "{}: {}",
                about(key, decided.decision.title()),
                between(&key.sides, "—")
            )
        });
        blocks.extend(decisions.map(|words| Block::words(Style::Plain, words)));
        for (key, outcome) in &report.unmatched_outcomes {
            // The letters that the articles have now say nothing of the sides that the outcome speaks of.
            let standing = match outcome.standing {
                Standing::FirstStands => format!("“{}” stands", key.sides[0].words()),
                Standing::SecondStands => format!("“{}” stands", key.sides[1].words()),
                other => other.title(['A', 'B']),
            };
            let words = format!("{}: {}", about(key, &standing), between(&key.sides, "—"));
            blocks.push(Block::words(Style::Plain, words));
            let evidence = authored::evidence_of(outcome);
            blocks.extend(
                evidence
                    .iter()
                    .map(|words| Block::words(Style::Item, words)),
            );
        }
    }
    let links = (selection.links.iter()).filter(|link| link.places.contains(&None));
    blocks.extend(links.map(|link| {
        let words = between(&link.anchors, &authored::relation(&link.relation));
        Block::words(Style::Plain, words)
    }));
    let marks = (selection.marks.iter()).filter(|mark| mark.places.contains(&None));
    blocks.extend(marks.map(|mark| {
        let words = format!("Marked: {} {}", between(&mark.anchors, "—"), mark.words);
        Block::words(Style::Plain, words.trim_end())
    }));
    let ticks = (selection.ticks.iter()).filter(|tick| tick.place.is_none());
    blocks.extend(ticks.map(|tick| {
        let words = format!("Ticked off: “{}”", tick.anchor.words());
        Block::words(Style::Plain, words)
    }));
    let notes = (selection.notes.iter()).filter(|note| note.place == NotePlace::Unmatched);
    blocks.extend(notes.map(|note| one(report, note)));
    under("What is no longer found in the articles", blocks)
}

/// A note under what it is about, with its tags and who wrote it.
pub fn block(report: &Report, about: Option<String>, note: &Note) -> Block {
    let mut facts: Vec<Vec<Run>> = Vec::new();
    facts.extend(about.map(|about| vec![Run::strong(about)]));
    facts.extend(tagged(report, &note.tags));
    facts.extend(authored::stamp(&note.stamp).map(|stamp| vec![Run::plain(stamp)]));
    facts.extend(note.private.then(|| vec![Run::plain("private")]));
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(Block::paragraph(Style::Facts, dotted(facts)));
    }
    blocks.push(Block::words(Style::Own, note.text.trim()));
    Block::Part(Part::Note, None, blocks)
}

/// "A:12 · Morning Post, the mayor said: “17 were hurt”".
pub fn passage(report: &Report, document: DocumentId, span: Span) -> String {
    format!(
        "{} · {}, {}: “{}”",
        report.passage_name(document, span),
        report.analysis.document(document).label(),
        report.voice_at(document, span),
        words(report, document, span)
    )
}

/// The words of a passage on one line.
pub fn words(report: &Report, document: DocumentId, span: Span) -> String {
    let words = report.analysis.document(document).text.get(span);
    let words: Vec<&str> = words.unwrap_or_default().split_whitespace().collect();
    words.join(" ")
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
    block(report, about, note)
}

/// "Real difference (Number)".
fn about(key: &FindingKey, said: &str) -> String {
    format!("{said} ({})", key.kind.title())
}

/// "“17 were hurt” — “19 were hurt”".
fn between(sides: &[Anchor], sign: &str) -> String {
    let sides: Vec<String> = (sides.iter())
        .map(|side| format!("“{}”", side.words()))
        .collect();
    sides.join(&format!(" {sign} "))
}

/// A section, where there is something in it.
pub fn under(title: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(2, title));
    }
    blocks
}

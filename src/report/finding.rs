//! A conflict as it is shown: numbered, worded, and joined with what the reader said of it.

use super::{Note, NotePlace, Quote, letter, quote, wording};
use crate::model::{Analysis, Conflict, Side};
use crate::notebook::{Decision, FindingKey, NoteTarget, State};

/// One difference, ready to be read.
#[derive(Clone, Debug)]
pub struct Finding {
    /// From 1, in the order of the text.
    pub number: usize,
    pub key: FindingKey,
    pub conflict: Conflict,
    /// "Number · people treated".
    pub heading: String,
    /// Each side in a few words that keep its attribution, negation and hedge.
    pub lines: [String; 2],
    /// Other passages of the same difference, worded as `lines` are, behind their article's letter.
    pub also: Vec<[String; 2]>,
    /// Each side in its sentence.
    pub quotes: [Quote; 2],
    pub decision: Option<Decision>,
    pub note: Option<Note>,
}

impl Finding {
    /// Whether the reader decided on it or wrote of it.
    pub fn reviewed(&self) -> bool {
        self.decision.is_some() || self.note.is_some()
    }
}

/// The findings at or above a confidence in the order of the text; after them those below it
/// that the reader decided on or wrote of, because nothing that the reader did may vanish.
pub(super) fn all(analysis: &Analysis, state: &State, min_confidence: f32) -> Vec<Finding> {
    let conflicts = || {
        analysis
            .conflicts
            .iter()
            .map(|conflict| (conflict, FindingKey::of(analysis, conflict)))
    };
    let shown = conflicts().filter(|(conflict, _)| conflict.confidence >= min_confidence);
    let kept = conflicts()
        .filter(|(conflict, key)| conflict.confidence < min_confidence && touched(state, key));
    shown
        .chain(kept)
        .enumerate()
        .map(|(index, (conflict, key))| finding(analysis, state, index, conflict, key))
        .collect()
}

fn finding(
    analysis: &Analysis,
    state: &State,
    index: usize,
    conflict: &Conflict,
    key: FindingKey,
) -> Finding {
    let title = conflict.kind.title();
    let worded = |sides: &[Side; 2]| sides.each_ref().map(|side| wording::short(analysis, side));
    let lettered = |sides: &[Side; 2]| {
        sides.each_ref().map(|side| {
            let words = wording::short(analysis, side);
            format!("{}: {words}", letter(side.document))
        })
    };
    Finding {
        number: index + 1,
        conflict: conflict.clone(),
        heading: if conflict.subject.is_empty() {
            title.to_owned()
        } else {
            format!("{title} · {}", conflict.subject)
        },
        lines: worded(&conflict.sides),
        also: conflict.also.iter().map(lettered).collect(),
        quotes: conflict
            .sides
            .each_ref()
            .map(|side| quote::of(analysis, side)),
        decision: state.decisions.get(&key).copied(),
        note: state
            .notes
            .values()
            .find(|note| is_about(&note.target, &key))
            .map(|note| Note {
                id: note.id,
                target: note.target.clone(),
                text: note.text.clone(),
                place: NotePlace::Finding(index),
            }),
        key,
    }
}

fn touched(state: &State, key: &FindingKey) -> bool {
    state.decisions.contains_key(key)
        || state.notes.values().any(|note| is_about(&note.target, key))
}

fn is_about(target: &NoteTarget, key: &FindingKey) -> bool {
    matches!(target, NoteTarget::Finding(about) if about == key)
}

//! Analysis and notebook joined: the one value that the window and every export read.

mod authored;
mod by_hand;
mod differing;
mod finding;
mod known;
mod notes;
mod quote;
pub mod reliability;
pub mod tables;
pub mod teaching;
#[cfg(test)]
pub(crate) mod told;
mod warnings;
mod wording;

use std::collections::HashSet;
use std::sync::Arc;

use authored::Places;
use indexmap::IndexMap;

pub use authored::{Link, Mark, Tick};
pub use finding::{Finding, Proposed};
pub use notes::{Note, NotePlace};
pub use quote::Quote;

use crate::model::{Analysis, Correction, DocumentId};
use crate::notebook::{Anchor, Decided, FindingKey, Muted, Notebook, Numbers, Outcome, Tag, TagId};
use crate::text::Span;

/// Everything that there is to show of a comparison.
#[derive(Clone, Debug)]
pub struct Report {
    pub analysis: Arc<Analysis>,
    /// Findings below it are left out, unless the reader decided on them or wrote a note.
    pub min_confidence: f32,
    pub findings: Vec<Finding>,
    /// Findings that the reader muted and did nothing else to; they are counted, and not listed.
    pub muted: Vec<Finding>,
    /// What the reader muted.
    pub mutes: Vec<Muted>,
    /// The numbers of all findings, those of earlier analyses included.
    pub numbers: Numbers,
    /// Every note, in the order in which they were first written.
    pub notes: Vec<Note>,
    /// In the order in which they were made.
    pub tags: Vec<Tag>,
    pub links: Vec<Link>,
    pub ticks: Vec<Tick>,
    pub marks: Vec<Mark>,
    /// What the reader put right of the entities; the analysis was made with it.
    pub corrections: Vec<Correction<Anchor>>,
    /// Decisions whose finding the analysis no longer makes.
    pub unmatched_decisions: Vec<(FindingKey, Decided)>,
    /// The same of outcomes.
    pub unmatched_outcomes: Vec<(FindingKey, Outcome)>,
    /// What could not be done, in words for the reader.
    pub warnings: Vec<String>,
}

impl Report {
    pub fn new(analysis: Arc<Analysis>, notebook: &Notebook, min_confidence: f32) -> Self {
        let state = notebook.state();
        let places = Places::new(&analysis);
        let findings = finding::all(&analysis, notebook, &places, min_confidence);
        let there: HashSet<&FindingKey> = findings.listed.iter().map(|one| &one.key).collect();
        let unmatched_decisions = unmatched(&state.decisions, &there);
        let unmatched_outcomes = unmatched(&state.outcomes, &there);
        Self {
            min_confidence,
            notes: notes::all(&analysis, state, &findings.listed, &places),
            findings: findings.listed,
            muted: findings.muted,
            mutes: state.muted.clone(),
            numbers: findings.numbers,
            tags: state.tags.values().cloned().collect(),
            links: authored::links(state, &places),
            ticks: authored::ticks(state, &places),
            marks: authored::marks(state, &places),
            corrections: state.corrections.clone(),
            unmatched_decisions,
            unmatched_outcomes,
            warnings: warnings::of(&analysis),
            analysis,
        }
    }

    /// "A · Morning Post": how an article is called.
    pub fn label(&self, document: DocumentId) -> String {
        format!(
            "{} · {}",
            letter(document),
            self.analysis.document(document).label()
        )
    }

    /// "A:12": what a passage is called, by its article and the number of its sentence in it.
    pub fn passage_name(&self, document: DocumentId, passage: Span) -> String {
        let segments = self.analysis.segments(document);
        let sentence = segments
            .sentences
            .partition_point(|sentence| sentence.span.start <= passage.start);
        format!("{}:{:02}", letter(document), sentence.max(1))
    }

    /// What a note is about, in a few words: "A:12 · Morning Post".
    pub fn about(&self, note: &Note) -> String {
        match note.place {
            NotePlace::Finding(index) => {
                let finding = &self.findings[index];
                format!("{} · {}", finding.number, finding.heading)
            }
            NotePlace::Passage(document, span) => {
                let outlet = self.analysis.document(document).label();
                format!("{} · {outlet}", self.passage_name(document, span))
            }
            NotePlace::Pair(passages) => passages
                .map(|(document, span)| self.passage_name(document, span))
                .join(" – "),
            NotePlace::Entity(entity) => self.analysis.entity(entity).name.clone(),
            NotePlace::Document(document) => self.label(document),
            NotePlace::Free => "On the comparison".to_owned(),
            NotePlace::Unmatched => "What it is about is no longer here".to_owned(),
        }
    }

    /// The tick on a quantity or a date, where it was ticked off.
    pub fn tick_at(&self, document: DocumentId, passage: Span) -> Option<&Tick> {
        let mut ticks = self.ticks.iter();
        ticks.find(|tick| tick.place == Some((document, passage)))
    }

    pub fn tag(&self, id: TagId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.id == id)
    }

    /// "the mayor said", or "in its own voice": who says what stands at a passage.
    pub fn voice_at(&self, document: DocumentId, passage: Span) -> String {
        quote::voice_at(&self.analysis, document, passage)
    }

    /// The words of each side's sentence that the other one's lacks, in order.
    pub fn differing(&self, finding: &Finding) -> [Vec<Span>; 2] {
        differing::words(&self.analysis, &finding.quotes)
    }

    /// "7 found; on test stories …": what the list of findings may miss.
    pub fn summary(&self) -> String {
        reliability::summary(self.findings.len(), self.min_confidence)
    }
}

/// What was said of findings that are not there.
fn unmatched<T: Clone>(
    said: &IndexMap<FindingKey, T>,
    there: &HashSet<&FindingKey>,
) -> Vec<(FindingKey, T)> {
    said.iter()
        .filter(|(key, _)| !there.contains(key))
        .map(|(key, said)| (key.clone(), said.clone()))
        .collect()
}

/// A, B, C…: what an article is called beside its marks.
pub fn letter(document: DocumentId) -> char {
    const LETTERS: [char; 26] = [
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R',
        'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
    ];
    LETTERS[document.index() % LETTERS.len()]
}

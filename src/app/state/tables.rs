//! The rows of the pages beside the reading view, worked out once for each report.

use std::sync::Arc;

use crate::model::{Analysis, DocumentAnalysis};
use crate::report::Report;
use crate::report::tables::claims::{self, Claim};
use crate::report::tables::quantities::{self, Figure};
use crate::report::tables::speakers::{self, Speaker};
use crate::report::tables::timeline::{self, Timeline};
use crate::text::fold;

/// Every table of the comparison that is open.
#[derive(Default)]
pub struct Tables {
    pub claims: Searchable<Claim>,
    pub speakers: Searchable<Speaker>,
    pub timeline: Timeline,
    pub quantities: Searchable<Figure>,
    /// By article: how many words it has.
    pub lengths: Vec<usize>,
    /// What the rows were made of, and how often that changed.
    analysis: Option<Arc<Analysis>>,
    edition: u64,
}

/// Rows that can be narrowed by words.
pub struct Searchable<T> {
    pub rows: Vec<T>,
    /// By row: all that it says, folded.
    words: Vec<String>,
}

impl<T> Default for Searchable<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            words: Vec::new(),
        }
    }
}

impl<T> Searchable<T> {
    fn new(rows: Vec<T>, words: impl Fn(&T) -> String) -> Self {
        let words = rows.iter().map(|row| fold(&words(row))).collect();
        Self { rows, words }
    }

    /// Indexes of the rows that hold some words.
    pub fn matching(&self, words: &str) -> Vec<usize> {
        let wanted = fold(words.trim());
        let holds = |(_, words): &(usize, &String)| words.contains(&wanted);
        let rows = self.words.iter().enumerate();
        rows.filter(holds).map(|(index, _)| index).collect()
    }
}

impl Tables {
    /// Another one with every other analysis: what was remembered of the rows is worth nothing then.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Brings the rows up to a report. What the reader decided shows in the claims and the timeline alone, so that the
    /// other rows stay as long as the analysis does.
    pub(super) fn follow(&mut self, report: &Report) {
        let analysis = &report.analysis;
        self.claims = Searchable::new(claims::rows(report), claim_words);
        self.timeline = timeline::rows(report);
        let same = |known: &Arc<Analysis>| Arc::ptr_eq(known, analysis);
        if self.analysis.as_ref().is_some_and(same) {
            return;
        }
        let length = |document: &DocumentAnalysis| document.segments.words();
        self.lengths = analysis.documents.iter().map(length).collect();
        self.edition += 1;
        self.speakers = Searchable::new(speakers::rows(analysis), speaker_words);
        self.quantities = Searchable::new(quantities::rows(analysis), figure_words);
        self.analysis = Some(Arc::clone(analysis));
    }
}

fn claim_words(claim: &Claim) -> String {
    let cells = claim.cells.iter().flatten();
    let cells = cells.flat_map(|cell| [cell.stance.title().to_owned(), cell.wording.line()]);
    let own = [
        claim.heading.clone(),
        claim.kind.clone(),
        claim.origins.words(),
        claim.certainty.clone(),
    ];
    own.into_iter().chain(cells).collect::<Vec<_>>().join("\n")
}

fn speaker_words(speaker: &Speaker) -> String {
    let utterances = speaker.utterances.iter().flatten();
    let words = utterances.flat_map(|utterance| [utterance.manner(), utterance.wording.line()]);
    let own = std::iter::once(speaker.name.clone());
    own.chain(words).collect::<Vec<_>>().join("\n")
}

fn figure_words(figure: &Figure) -> String {
    let kind = figure.kind.title();
    let words = figure.wording.line();
    [kind, &figure.value, &figure.of, &words].join("\n")
}

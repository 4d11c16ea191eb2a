//! Which places of two texts speak of the same thing: what scrolling them together goes by.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Analysis, DocumentId};

/// A place, and the place in the other text that speaks of the same thing, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) here: usize,
    pub(super) there: usize,
}

/// The aligned statements of the two articles that face each other.
#[derive(Default)]
pub(super) struct Links {
    analysis: Option<Arc<Analysis>>,
    documents: Option<[DocumentId; 2]>,
    /// By place in the left text, and by place in the right one.
    sides: [Vec<Pair>; 2],
}

impl Links {
    /// Takes the articles of now. Returns whether they are others than before, so that what they share is other too.
    pub(super) fn refresh(&mut self, analysis: &Arc<Analysis>, documents: [DocumentId; 2]) -> bool {
        let same = |known: &Arc<Analysis>| Arc::ptr_eq(known, analysis);
        if self.documents == Some(documents) && self.analysis.as_ref().is_some_and(same) {
            return false;
        }
        self.documents = Some(documents);
        self.analysis = Some(Arc::clone(analysis));
        let [left, right] = documents;
        self.sides = [
            partners(analysis, left, right),
            partners(analysis, right, left),
        ];
        true
    }

    /// The places of a column's text that have a partner, in order.
    pub(super) fn of(&self, column: usize) -> &[Pair] {
        &self.sides[column]
    }
}

/// For each place of one text that has partners in the other, the likeliest of them.
fn partners(analysis: &Analysis, here: DocumentId, there: DocumentId) -> Vec<Pair> {
    let mut best: BTreeMap<usize, (f32, usize)> = BTreeMap::new();
    let mut take = |weight: f32, ends: [(DocumentId, usize); 2]| {
        let [one, other] = ends;
        for (from, to) in [(one, other), (other, one)] {
            if from.0 == here && to.0 == there {
                let known = best.entry(from.1).or_insert((weight, to.1));
                if weight > known.0 {
                    *known = (weight, to.1);
                }
            }
        }
    };
    for alignment in &analysis.alignments {
        take(
            alignment.score,
            alignment.sides.map(|id| {
                let statement = analysis.statement(id);
                (statement.document, statement.span.start)
            }),
        );
    }
    for conflict in &analysis.conflicts {
        let [one, other] = &conflict.sides;
        // What contradicts each other speaks of the same thing most surely of all.
        take(
            1.0 + conflict.confidence,
            [one, other].map(|side| (side.document, side.span.start)),
        );
    }
    best.into_iter()
        .map(|(here, (_, there))| Pair { here, there })
        .collect()
}

//! Pairs of statements that may speak of the same thing: found through an index, never by trying all pairs.

pub mod agreement;
mod candidates;
mod encounters;
mod evidence;
pub mod meaning;
mod profile;
mod vocabulary;
pub mod words;

pub use candidates::{Candidate, MOST_STATEMENTS};
pub use encounters::Encounter;
pub use evidence::Evidence;
pub use profile::{Profile, Profiles};
pub use vocabulary::Term;

use crate::model::Analysis;

/// What an analysis that holds statements has to compare.
#[derive(Debug, Default)]
pub struct Aligned {
    pub profiles: Profiles,
    /// Pairs of statements of different documents, in document order of the sides.
    pub candidates: Vec<Candidate>,
    /// Pairs of statements of one document, in the order of the text.
    pub within: Vec<Candidate>,
    /// In document order.
    pub encounters: Vec<Encounter>,
}

/// The candidate pairs of statements, and the sentences that meet in them.
pub fn align(analysis: &Analysis) -> Aligned {
    let profiles = Profiles::of(analysis);
    let candidates = candidates::across(analysis, &profiles);
    let encounters = encounters::find(analysis, &candidates);
    Aligned {
        within: candidates::within(analysis, &profiles),
        profiles,
        candidates,
        encounters,
    }
}

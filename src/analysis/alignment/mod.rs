//! Pairs of statements that may speak of the same thing: found through an index, never by trying all pairs.

mod candidates;
mod evidence;
pub mod meaning;
mod profile;
mod vocabulary;
pub mod words;

pub use candidates::{Candidate, MOST_STATEMENTS};
pub use evidence::Evidence;
pub use profile::{Profile, Profiles};
pub use vocabulary::Term;

use crate::model::Analysis;

/// The candidate pairs of an analysis that holds statements, best first for each statement.
pub fn align(analysis: &Analysis) -> (Profiles, Vec<Candidate>) {
    let profiles = Profiles::of(analysis);
    let candidates = candidates::find(analysis, &profiles);
    (profiles, candidates)
}

//! What two statements are to each other: gates first, then one rule a kind, then a calibrated confidence.

mod agreements;
mod confidence;
mod gates;
mod lexicon;
mod pair;
mod party;
mod proposal;
mod rules;
mod settle;
pub mod voice;

pub use confidence::DISPLAY_THRESHOLD;
pub use pair::Pair;
pub use proposal::{Features, Part, Proposal};

use crate::analysis::alignment::Aligned;
use crate::model::{Alignment, Analysis, Conflict};

/// What judging the candidates gave.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    pub conflicts: Vec<Conflict>,
    /// Pairs that agree, refine or update.
    pub alignments: Vec<Alignment>,
}

/// Everything that the rules say about the candidates and that passed the gates.
pub fn propose(analysis: &Analysis, aligned: &Aligned) -> Vec<Proposal> {
    aligned
        .candidates
        .iter()
        .chain(&aligned.within)
        .flat_map(|candidate| {
            let pair = Pair::new(analysis, &aligned.profiles, candidate);
            rules::asked_of(&pair)
                .iter()
                .flat_map(|rule| rule.propose(&pair))
                .filter(|proposal| proposal.gates.all_passed())
                .collect::<Vec<Proposal>>()
        })
        .collect()
}

/// Judges every candidate and settles on one conflict for each difference.
pub fn judge(analysis: &Analysis, aligned: &Aligned) -> Judged {
    settle::settle(analysis, aligned, propose(analysis, aligned))
}

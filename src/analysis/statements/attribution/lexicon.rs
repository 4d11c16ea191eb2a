//! Which words hand a statement to a source.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::vocabulary::read_toml;

/// Read once from `assets/lexicons/reporting.toml`.
pub static REPORTING: LazyLock<Reporting> =
    LazyLock::new(|| read_toml(include_str!("../../../../assets/lexicons/reporting.toml")));

/// See `assets/lexicons/reporting.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reporting {
    pub speech: HashSet<String>,
    pub claim: HashSet<String>,
    pub denial: HashSet<String>,
    pub belief: HashSet<String>,
    pub finding: HashSet<String>,
    pub judgment: HashSet<String>,
    pub prepositions: Vec<String>,
    pub adverbs: HashSet<String>,
    pub passives: HashSet<String>,
}

/// How a reporting word stands to what it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Said, without more.
    Plain,
    /// Claimed: the reporter keeps a distance.
    Claim,
    /// Denied: the content is held not to be so.
    Denial,
    /// Thought, hoped, feared.
    Belief,
    /// Found, shown, ruled.
    Finding,
}

impl Reporting {
    /// The manner of a verb that takes a clause or a quotation.
    pub fn manner(&self, lemma: &str) -> Option<Manner> {
        if self.denial.contains(lemma) {
            Some(Manner::Denial)
        } else if self.claim.contains(lemma) {
            Some(Manner::Claim)
        } else if self.speech.contains(lemma) {
            Some(Manner::Plain)
        } else if self.belief.contains(lemma) {
            Some(Manner::Belief)
        } else if self.finding.contains(lemma) {
            Some(Manner::Finding)
        } else {
            None
        }
    }
}

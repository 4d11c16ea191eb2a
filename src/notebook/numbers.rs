//! The numbers that findings were given, so that a finding is called the same after every analysis.

use indexmap::IndexSet;

use super::FindingKey;

/// Findings in the order in which they were numbered, from 1. Nothing that the reader did, so no undo takes it back.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    given: IndexSet<FindingKey>,
}

impl Numbers {
    pub fn of(&self, finding: &FindingKey) -> Option<usize> {
        self.given.get_index_of(finding).map(|index| index + 1)
    }

    /// The number of a finding; the next one where it has none yet.
    pub fn give(&mut self, finding: &FindingKey) -> usize {
        let index = match self.given.get_index_of(finding) {
            Some(index) => index,
            None => self.given.insert_full(finding.clone()).0,
        };
        index + 1
    }

    pub fn keys(&self) -> impl Iterator<Item = &FindingKey> {
        self.given.iter()
    }
}

impl FromIterator<FindingKey> for Numbers {
    fn from_iter<I: IntoIterator<Item = FindingKey>>(keys: I) -> Self {
        Self {
            given: keys.into_iter().collect(),
        }
    }
}

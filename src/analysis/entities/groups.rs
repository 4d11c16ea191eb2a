//! Which chains are one: a union of sets.

/// Disjoint sets of the numbers `0..len`.
#[derive(Clone, Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    pub fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    /// The smallest number of the set that holds `member`.
    pub fn of(&self, member: usize) -> usize {
        let mut at = member;
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    /// Makes the sets of both one. Says whether they were two.
    pub fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.of(a), self.of(b));
        if a == b {
            return false;
        }
        let (low, high) = (a.min(b), a.max(b));
        self.0[high] = low;
        true
    }

    /// Points every member straight at its set, so that chains of pointers stay short.
    pub fn flatten(&mut self) {
        for member in 0..self.0.len() {
            self.0[member] = self.of(member);
        }
    }
}

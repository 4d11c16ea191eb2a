//! What a reader who sees a comparison for the first time is told, one thing at a time.

/// At most three, each about what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Findings,
    Columns,
    Deciding,
}

impl Hint {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Findings, Self::Columns, Self::Deciding];

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        let place = Self::ALL.iter().position(|hint| *hint == self)?;
        Self::ALL.get(place + 1).copied()
    }
}

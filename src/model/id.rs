//! Typed indexes, so that a mention cannot be looked up with a statement's number.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl $name {
            pub fn index(self) -> usize {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0 + 1)
            }
        }
    };
}

id!(
    /// Position of a document in the order given; shown as `d1`.
    DocumentId,
    "d"
);
id!(
    /// Position in [`super::Analysis::entities`]; shown as `e1`.
    EntityId,
    "e"
);
id!(
    /// Position in [`super::Analysis::mentions`]; shown as `m1`.
    MentionId,
    "m"
);
id!(
    /// Position in [`super::Analysis::statements`]; shown as `s1`.
    StatementId,
    "s"
);

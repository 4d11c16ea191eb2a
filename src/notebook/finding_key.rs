//! What a decision or a note about a finding holds on to.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::Anchor;
use crate::model::{Analysis, Conflict, Kind};

/// Names a finding so that the same one is known again after the articles were analyzed anew.
///
/// Two keys are equal where kind, documents and quoted words are, whichever article stands first: offsets and surroundings
/// may move when an article is read again, the words may not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FindingKey {
    pub kind: Kind,
    /// In document order when it was made.
    pub sides: [Anchor; 2],
}

impl FindingKey {
    pub fn of(analysis: &Analysis, conflict: &Conflict) -> Self {
        Self {
            kind: conflict.kind,
            sides: conflict
                .sides
                .each_ref()
                .map(|side| Anchor::of(analysis.document(side.document), side.span)),
        }
    }

    fn identity(&self) -> (Kind, [(&str, &str); 2]) {
        let mut sides = self.sides.each_ref().map(words);
        sides.sort_unstable();
        (self.kind, sides)
    }

    /// The same finding with its sides the other way round.
    pub fn turned(self) -> Self {
        let [one, other] = self.sides;
        Self {
            kind: self.kind,
            sides: [other, one],
        }
    }

    /// Whether another key names its sides the other way round.
    pub fn is_turned(&self, other: &Self) -> bool {
        words(&self.sides[0]) != words(&other.sides[0])
    }
}

impl PartialEq for FindingKey {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for FindingKey {}

impl Hash for FindingKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

fn words(side: &Anchor) -> (&str, &str) {
    (&side.document, &side.exact)
}

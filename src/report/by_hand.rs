//! Findings that the reader made: two passages linked as a contradiction.

use super::authored::Places;
use super::known;
use super::quote::statement_at;
use crate::model::{Analysis, Conflict, DocumentId, Gates, Side, Verdict};
use crate::notebook::{FindingKey, LinkId, Relation, State};
use crate::text::Span;

pub(super) struct Made {
    pub link: LinkId,
    pub key: FindingKey,
    pub conflict: Conflict,
}

/// In the order in which they were made. One whose passage is gone, or that the program found as well, is left out.
pub(super) fn all(
    analysis: &Analysis,
    state: &State,
    places: &Places,
    found: &[FindingKey],
) -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for link in state.links.values() {
        let (Relation::Contradicts(kind), Some(mut key)) = (&link.relation, link.finding()) else {
            continue;
        };
        let is_there = found.contains(&key) || all.iter().any(|made| made.key == key);
        let Some(mut passages) = known::both(places, &link.sides).filter(|_| !is_there) else {
            continue;
        };
        if passages[0] > passages[1] {
            passages.reverse();
            key = key.turned();
        }
        let sides = passages.map(|(document, span)| side(analysis, document, span));
        let claimed = |side: &Side| {
            let statement = side.statement.map(|id| analysis.statement(id));
            statement.is_some_and(|statement| statement.attribution.is_some())
        };
        all.push(Made {
            link: link.id,
            key,
            conflict: Conflict {
                verdict: if sides.iter().any(claimed) {
                    Verdict::Dispute
                } else {
                    Verdict::Conflict
                },
                kind: *kind,
                confidence: 1.0,
                subject: String::new(),
                explanation: "Linked by hand as a difference".to_owned(),
                gates: Gates::by_hand(),
                sides,
                also: Vec::new(),
            },
        });
    }
    all
}

fn side(analysis: &Analysis, document: DocumentId, span: Span) -> Side {
    Side {
        document,
        statement: statement_at(analysis, document, span),
        span,
        evidence: Vec::new(),
    }
}

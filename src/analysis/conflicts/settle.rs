//! From many proposals to one conflict a difference, and to what agrees.

use std::collections::BTreeMap;

use super::confidence::confidence;
use super::proposal::{Part, Proposal};
use super::{Judged, agreements};
use crate::analysis::alignment::Aligned;
use crate::model::{Analysis, Conflict, Side, StatementId, Verdict};
use crate::text;

pub fn settle(analysis: &Analysis, aligned: &Aligned, proposals: Vec<Proposal>) -> Judged {
    let mut spoken: BTreeMap<[StatementId; 2], Verdict> = BTreeMap::new();
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut ranked: Vec<(f32, Proposal)> = proposals
        .into_iter()
        .map(|proposal| (confidence(&proposal), proposal))
        .collect();
    ranked.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| place(&a.1).cmp(&place(&b.1)))
            .then(a.1.kind.cmp(&b.1.kind))
    });
    for (confidence, proposal) in ranked {
        let ids = [proposal.sides[0].statement, proposal.sides[1].statement];
        spoken.entry(ids).or_insert(proposal.verdict);
        if !matches!(proposal.verdict, Verdict::Conflict | Verdict::Dispute) {
            continue;
        }
        let sides = [0, 1].map(|side| self::side(analysis, &proposal.sides[side]));
        match conflicts
            .iter_mut()
            .find(|known| same_difference(known, &sides, &proposal))
        {
            Some(known) => {
                if known.sides != sides && !known.also.contains(&sides) {
                    known.also.push(sides);
                }
            }
            None => conflicts.push(Conflict {
                verdict: proposal.verdict,
                kind: proposal.kind,
                confidence,
                subject: proposal.subject,
                explanation: text::capitalized(&proposal.explanation),
                gates: proposal.gates,
                sides,
                also: Vec::new(),
            }),
        }
    }
    let alignments = agreements::find(analysis, aligned, &spoken);
    conflicts.sort_by_key(|conflict| {
        let [one, other] = &conflict.sides;
        (
            one.document,
            one.span,
            other.document,
            other.span,
            conflict.kind,
        )
    });
    Judged {
        conflicts,
        alignments,
    }
}

fn place(proposal: &Proposal) -> [StatementId; 2] {
    [proposal.sides[0].statement, proposal.sides[1].statement]
}

fn side(analysis: &Analysis, part: &Part) -> Side {
    Side {
        document: analysis.statement(part.statement).document,
        statement: Some(part.statement),
        span: part.span,
        evidence: part.evidence.clone(),
    }
}

/// Whether a finding marks what another already marks: the same words on either side.
fn same_difference(known: &Conflict, sides: &[Side; 2], proposal: &Proposal) -> bool {
    let same_documents = (0..2).all(|side| known.sides[side].document == sides[side].document);
    let touches = |side: usize| known.sides[side].span.overlaps(sides[side].span);
    same_documents
        && (touches(0) && touches(1) || known.kind == proposal.kind && (touches(0) || touches(1)))
}

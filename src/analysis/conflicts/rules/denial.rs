//! What one article says is so, and the other says is not.

use std::sync::LazyLock;

use super::Rule;
use crate::analysis::alignment::{Term, meaning};
use crate::analysis::conflicts::gates;
use crate::analysis::conflicts::lexicon::{Lexicon, Mark};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Kind, Polarity, Verdict};
use crate::text::Span;

pub struct Denial;

/// Share of words from which two clauses are one and the same passage.
const COPIED: f32 = 0.9;

static DENIALS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(include_str!(
        "../../../../assets/lexicons/comparison/denial.txt"
    ))
});

impl Rule for Denial {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        opposite(pair)
            .or_else(|| answered(pair))
            .into_iter()
            .collect()
    }
}

/// One act, told with and without a negation, or with verbs that cannot both hold.
fn opposite(pair: &Pair<'_>) -> Option<Proposal> {
    let [one, other] = pair.sides;
    let (left, right) = (one.predicate.as_ref()?, other.predicate.as_ref()?);
    let same = meaning::same_predicate(&left.lemma, &right.lemma);
    let antonyms = meaning::antonyms(&left.lemma, &right.lemma);
    let differ = one.polarity != other.polarity;
    if !(same && differ || antonyms && !differ) || pair.evidence().wording > COPIED {
        return None;
    }
    let clauses = [one, other].map(|side| {
        pair.profiles
            .terms_in(side.document, side.sentence, side.span)
    });
    let verbs = [(one, left.span), (other, right.span)]
        .map(|(side, verb)| pair.profiles.terms_in(side.document, side.sentence, verb));
    let besides = [0, 1].map(|side| -> Vec<Term> {
        clauses[side]
            .iter()
            .copied()
            .filter(|term| !verbs[side].contains(term))
            .collect()
    });
    let slot = pair.profiles.similarity(&besides[0], &besides[1]);
    let evidence = [0, 1].map(|side| {
        let statement = pair.sides[side];
        let verb = statement.predicate.as_ref().map(|it| it.span);
        match (statement.polarity, statement.negation, verb) {
            (Polarity::Denied, Some(negation), Some(verb)) => Some(negation.cover(verb)),
            (_, _, verb) => verb,
        }
    });
    Some(proposal(
        pair,
        evidence,
        "One tells as so what the other tells as not so",
        slot,
        1.0,
    ))
}

/// A claim, and the word of somebody who denies it.
fn answered(pair: &Pair<'_>) -> Option<Proposal> {
    let marks = [0, 1].map(|side| DENIALS.marks(&pair.stems(side, pair.sides[side].span)));
    let first = |side: usize, group: &str| -> Option<Mark> {
        let group = DENIALS.group(group)?;
        marks[side].iter().copied().find(|mark| mark.group == group)
    };
    let denies = [first(0, "deny"), first(1, "deny")];
    let accuses = [first(0, "accuse"), first(1, "accuse")];
    let evidence = match (denies, accuses) {
        ([Some(deny), None], [_, Some(accuse)]) => [deny, accuse],
        ([None, Some(deny)], [Some(accuse), _]) => [accuse, deny],
        _ => return None,
    };
    let scope = [0, 1].map(|side| {
        let clause = pair.sides[side].span;
        pair.after(side, Span::new(clause.start, clause.start))
    });
    let slot = pair.profiles.similarity(&scope[0], &scope[1]);
    Some(proposal(
        pair,
        evidence.map(|mark| Some(mark.whole())),
        "One tells of a charge and the other of its denial",
        slot,
        0.0,
    ))
}

fn proposal(
    pair: &Pair<'_>,
    evidence: [Option<Span>; 2],
    opening: &str,
    slot: f32,
    plainness: f64,
) -> Proposal {
    let told = [0, 1].map(|side| {
        let words = evidence[side].unwrap_or(pair.sides[side].span);
        format!(
            "{} has “{}”",
            pair.voice(side).words(),
            pair.words(side, words)
        )
    });
    Proposal {
        kind: Kind::Denial,
        verdict: if pair.one_voice() {
            Verdict::Conflict
        } else {
            Verdict::Dispute
        },
        sides: [0, 1].map(|side| Part {
            statement: pair.candidate.sides[side],
            span: pair.sides[side].span,
            evidence: evidence[side].into_iter().collect(),
        }),
        subject: "whether it is so".to_owned(),
        explanation: format!("{opening}: {}, {}.", told[0], told[1]),
        gates: gates::ask(pair),
        features: Features::of(pair, slot, plainness),
    }
}

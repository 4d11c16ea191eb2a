//! What one article says is so, and the other says is not.

use super::Rule;
use crate::analysis::alignment::{Term, meaning};
use crate::analysis::conflicts::gates;
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Kind, Polarity};
use crate::text::Span;

pub struct Denial;

/// Share of words from which two clauses are one and the same passage.
const COPIED: f32 = 1.0;
/// Likeness of what the verbs govern from which both speak of one matter.
const LEAST_OBJECT: f32 = 0.4;
/// Likeness of all but the verbs from which both speak of one matter.
const LEAST_SLOT: f32 = 0.3;

impl Rule for Denial {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        opposite(pair).into_iter().collect()
    }
}

/// One act, told with and without a negation, or with verbs that cannot both hold.
fn opposite(pair: &Pair<'_>) -> Option<Proposal> {
    let [one, other] = pair.sides;
    let (left, right) = (one.predicate.as_ref()?, other.predicate.as_ref()?);
    let same = meaning::same_predicate(&left.lemma, &right.lemma);
    let antonyms = meaning::antonyms(&left.lemma, &right.lemma);
    let denies = [0, 1].map(|side| denied_by_a_word_apart(pair, side));
    let differ = denies[0] != denies[1];
    let evidence = pair.evidence();
    let same_matter = if antonyms {
        evidence.object >= LEAST_OBJECT && evidence.subject >= LEAST_OBJECT
    } else {
        evidence.object >= LEAST_OBJECT || evidence.subject >= LEAST_OBJECT
    };
    if !(same && differ || antonyms && !differ)
        || !same_matter
        || !pair.candidate.mutual()
        || evidence.wording >= COPIED
        || [0, 1].iter().any(|side| doubted(pair, *side))
    {
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
    if slot < LEAST_SLOT {
        return None;
    }
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

/// Whether a word apart from the verb denies it: "did not accept", and not "refused".
fn denied_by_a_word_apart(pair: &Pair<'_>, side: usize) -> bool {
    let statement = pair.sides[side];
    let verb = statement.predicate.as_ref().map(|predicate| predicate.span);
    statement.polarity == Polarity::Denied
        && statement.negation.is_some_and(|negation| {
            verb.is_none_or(|verb| negation != verb && negation.end < verb.end)
        })
}

/// Whether a clause only asks, supposes or asks for what it tells, or stands under a denial of its sentence.
fn doubted(pair: &Pair<'_>, side: usize) -> bool {
    const ASKING: [&str; 7] = ["what", "whether", "if", "how", "why", "who", "whom"];
    const SUPPOSING: [&str; 8] = [
        "if", "whether", "should", "must", "may", "might", "could", "ought",
    ];
    let statement = pair.sides[side];
    let stems = pair.stems(side, statement.span);
    let asks = stems.first().is_some_and(|(stem, _)| ASKING.contains(stem));
    let supposes = stems.iter().any(|(stem, _)| SUPPOSING.contains(stem));
    let under_denial = statement.polarity == Polarity::Affirmed
        && stems.iter().any(|(stem, _)| ["ever", "any"].contains(stem));
    asks || supposes || under_denial
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
        verdict: pair.disagreement(),
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

//! How likely two sentences that meet say the same, or the same with another precision: one logistic function, fitted by
//! `training/calibration/agreements.py`.

use super::candidates::Candidate;
use super::encounters::Encounter;
use crate::model::{Analysis, Statement};
use crate::text::TokenKind;

/// What [`features`] gives, in its order.
pub const FEATURES: [&str; 23] = [
    "clause",
    "sentence",
    "surroundings",
    "subject",
    "object",
    "same predicate",
    "wording",
    "entities",
    "shared weight",
    "rank",
    "rank of the other",
    "place",
    "length",
    "uneven lengths",
    "one is attributed",
    "both are attributed",
    "both are quoted",
    "polarity differs",
    "certainty differs",
    "numbers shared",
    "numbers differ",
    "both open",
    "candidates",
];

const BASE: f32 = -4.96;
const WEIGHTS: [f32; FEATURES.len()] = [
    -1.22, -0.838, 1.87, 0.132, 0.388, 0.0291, 1.53, -0.139, 1.9, 0.91, 0.846, 2.56, 0.711, -0.124,
    -0.271, -0.184, -0.423, -0.363, -0.132, 2.88, -0.29, 0.129, 0.189,
];

/// How likely two sentences say the same, 0 to 1.
pub(super) fn chance(analysis: &Analysis, encounter: &Encounter, candidates: &[Candidate]) -> f32 {
    let features = features(analysis, encounter, candidates);
    let weighed = features
        .iter()
        .zip(WEIGHTS)
        .map(|(feature, weight)| feature * weight);
    1.0 / (1.0 + (-BASE - weighed.sum::<f32>()).exp())
}

/// What is known of two sentences, by the best candidate in them.
pub fn features(
    analysis: &Analysis,
    encounter: &Encounter,
    candidates: &[Candidate],
) -> [f32; FEATURES.len()] {
    let candidate = &candidates[encounter.candidates[0]];
    let evidence = &candidate.evidence;
    let [one, other] = candidate.sides.map(|side| analysis.statement(side));
    let words = encounter.words(analysis);
    let lengths = words.map(|words| words.len() as f32);
    let attributed = [one, other].map(|statement| statement.attribution.is_some());
    let quoted = |statement: &Statement| {
        let attribution = statement.attribution.as_ref();
        attribution.is_some_and(|attribution| attribution.quoted)
    };
    let numbers = encounter.sentences.map(|(document, sentence)| {
        let text = &analysis.document(document).text;
        let tokens = analysis.segments(document).tokens_of(sentence).iter();
        let numbers = tokens.filter(|token| token.kind == TokenKind::Number);
        numbers
            .map(|token| text.slice(token.span))
            .collect::<Vec<_>>()
    });
    let shared = numbers[0]
        .iter()
        .filter(|number| numbers[1].contains(number))
        .count();
    let apart = numbers
        .each_ref()
        .map(Vec::len)
        .into_iter()
        .min()
        .unwrap_or(0)
        .saturating_sub(shared);
    let yes = |so: bool| f32::from(u8::from(so));
    [
        evidence.clause,
        evidence.sentence,
        evidence.surroundings,
        evidence.subject,
        evidence.object,
        yes(evidence.same_predicate),
        evidence.wording,
        evidence.entities.len().min(4) as f32 / 4.0,
        evidence.shared_weight.min(20.0) / 20.0,
        1.0 / (1.0 + candidate.ranks[0] as f32),
        1.0 / (1.0 + candidate.ranks[1] as f32),
        1.0 / (1.0 + encounter.place as f32 / 4.0),
        lengths[0].min(lengths[1]).min(300.0) / 300.0,
        (lengths[0].max(1.0) / lengths[1].max(1.0))
            .ln()
            .abs()
            .min(2.0),
        yes(attributed[0] != attributed[1]),
        yes(attributed == [true, true]),
        yes(quoted(one) && quoted(other)),
        yes(one.polarity != other.polarity),
        yes(one.certainty != other.certainty),
        shared.min(2) as f32 / 2.0,
        apart.min(2) as f32 / 2.0,
        yes(encounter
            .sentences
            .iter()
            .all(|(_, sentence)| *sentence < 3)),
        encounter.candidates.len().min(4) as f32 / 4.0,
    ]
}

//! Who or what of the other articles a description means that no name in its own explains: "the 61-year-old man" here,
//! Eric Lind there.
//!
//! A logistic model gives each chain its odds; `training/linking/` fits it on annotated articles.

use std::collections::BTreeSet;

use super::chain::Chain;
use super::roles;
use crate::analysis::meanings::Meanings;
use crate::model::{DocumentAnalysis, Reading};

/// What is held for and against a chain, in the order of the weights.
pub const FEATURES: [&str; 17] = [
    "always",
    "same noun",
    "noun ends a name",
    "holds the office",
    "likeness",
    "likeness to a name",
    "same kind",
    "other kind",
    "likeness of sentences",
    "mentions",
    "its mentions",
    "more is said here",
    "more is said there",
    "told apart",
    "shared words",
    "named",
    "no other holds it",
];

/// Fitted by `training/linking/fit.py`.
const WEIGHTS: [f32; FEATURES.len()] = [
    -3.23, 0.716, 0.809, 0.511, 1.97, 2.19, -1.59, -1.64, 4.47, -0.42, 0.394, -0.267, 0.255, 0.181,
    0.462, -2.71, 1.16,
];

/// The same without a network: no likeness is known.
const BY_RULES: [f32; FEATURES.len()] = [
    -1.58, 1.78, 2.68, 0.846, 0.0, 0.0, -0.718, -0.866, 0.0, 0.0584, 0.846, -0.407, 0.00261, 0.211,
    0.976, -2.43, 1.13,
];

/// Least odds, as a logarithm, at which two chains are one.
const LEAST: f32 = -2.0;

/// Sentences of a chain that are held against the other's.
const MOST_SENTENCES: usize = 6;

/// The logarithm of the odds that two chains are one.
pub(super) fn odds(features: &[f32; FEATURES.len()], meanings: &Meanings) -> f32 {
    let weights = if meanings.is_empty() {
        BY_RULES
    } else {
        WEIGHTS
    };
    features
        .iter()
        .zip(weights)
        .map(|(feature, weight)| feature * weight)
        .sum()
}

/// Whether these odds are enough to join.
pub(super) fn is_enough(odds: f32) -> bool {
    odds >= LEAST
}

/// What is held for and against `other` being what `unnamed` describes. `only_holder` says whether it alone holds the
/// office that is described. Nothing where `unnamed` is not described.
pub(super) fn features(
    unnamed: &Chain,
    other: &Chain,
    only_holder: bool,
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
) -> Option<[f32; FEATURES.len()]> {
    let flag = |yes: bool| f32::from(u8::from(yes));
    let description = unnamed.description.as_ref()?;
    let known = other.description.as_ref();
    let ends_name = other.names.keys().any(|name| {
        let last = name.last().map(|word| roles::canonical(word));
        name.len() > 1 && last == Some(description.head.as_str())
    });
    let names: Vec<String> = other.names.keys().map(|name| name.join(" ")).collect();
    let likeness = likest(&unnamed.phrases, &other.phrases, meanings);
    let name_likeness = likest(&unnamed.phrases, &names, meanings);
    let kinds = (unnamed.kind(), other.kind());
    let count = |chain: &Chain| (1.0 + chain.sentences.len() as f32).ln();
    Some([
        1.0,
        flag(known.is_some_and(|known| known.head == description.head)),
        flag(ends_name),
        roles::fit(&description.role(), other).map_or(0.0, f32::from),
        likeness,
        name_likeness * flag(!names.is_empty()),
        flag(kinds.0.is_some() && kinds.0 == kinds.1),
        flag(kinds.0.is_some() && kinds.1.is_some() && kinds.0 != kinds.1),
        likest_sentences(unnamed, other, documents),
        count(unnamed),
        count(other),
        known.map_or(0, |known| description.beyond(known)).min(3) as f32,
        known.map_or(0, |known| known.beyond(description)).min(3) as f32,
        flag(known.is_some_and(|known| !known.fits_words(description))),
        known.map_or(0, |known| known.shared(description)).min(3) as f32,
        flag(!names.is_empty()),
        flag(only_holder),
    ])
}

/// The greatest likeness of one's phrases to the other's.
fn likest<'a>(
    ones: &BTreeSet<String>,
    others: impl IntoIterator<Item = &'a String> + Clone,
    meanings: &Meanings,
) -> f32 {
    let pairs = ones.iter().flat_map(|one| {
        let others = others.clone().into_iter();
        others.filter_map(|other| meanings.likeness(one, other))
    });
    pairs.reduce(f32::max).unwrap_or(0.0)
}

/// The greatest likeness of the sentences that speak of one to those that speak of the other.
fn likest_sentences(one: &Chain, other: &Chain, documents: &[DocumentAnalysis]) -> f32 {
    let readings = |chain: &Chain| -> Vec<&Reading> {
        let places = chain.sentences.iter().take(MOST_SENTENCES);
        places
            .filter_map(|&(document, sentence)| documents[document].readings.get(sentence))
            .collect()
    };
    let (ones, others) = (readings(one), readings(other));
    let pairs = ones
        .iter()
        .flat_map(|one| others.iter().map(|other| one.likeness(other)));
    pairs.reduce(f32::max).unwrap_or(0.0)
}

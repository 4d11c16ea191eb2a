//! Whom somebody described turns out to be: "the 61-year-old man" here, Eric Lind there, or further down.
//!
//! Logistic models give each chain its odds, one within an article and one across; `training/linking/` fits them on
//! annotated articles.

use std::collections::BTreeSet;

use super::chain::Chain;
use super::roles;
use crate::analysis::meanings::Meanings;
use crate::model::{DocumentAnalysis, Reading};

/// What is held for and against a chain, in the order of the weights.
pub const FEATURES: [&str; 30] = [
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
    "same age",
    "same deeds",
    "deeds of the other side",
    "many for one",
    "opens the article",
    "other opens the article",
    "sentences together",
    "sentences between",
    "one of them speaks",
    "other office",
    "likeness of a person's sentences",
    "person who opens the article",
    "known to the world",
];

/// One for each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// The weights of one model, and the least odds, as a logarithm, at which two chains are one.
struct Model {
    weights: Features,
    /// The same without a network: no likeness is known.
    by_rules: Features,
    least: f32,
}

/// Fitted by `training/linking/fit.py`.
const ACROSS: Model = Model {
    weights: [
        -4.91, -0.305, 1.42, 0.534, 1.68, 1.96, 1.13, -0.0271, 4.63, -0.502, 0.553, -0.278, -0.111,
        -0.144, 0.413, -3.42, 0.946, 2.17, 0.69, -0.588, -1.33, 0.444, 0.447, 0.0, 0.0, -0.219,
        -1.07, 0.8, -0.485, -0.974,
    ],
    by_rules: [
        -1.81, 2.02, 2.12, -0.157, 0.0, 0.0, -0.244, 0.219, 0.0, 0.0706, 0.595, -0.263, -0.142,
        0.225, 0.609, -1.83, 1.82, 0.219, 0.0, 0.0, -1.08, 0.222, 0.733, 0.0, 0.0, 0.0, -1.1, 0.0,
        -0.0123, -0.616,
    ],
    least: -1.0,
};

/// Fitted by `training/linking/fit.py`.
const WITHIN: Model = Model {
    weights: [
        -2.42, 2.49, 2.22, 0.408, 2.89, 2.62, 0.955, -0.896, 1.66, -0.0512, 0.473, -0.829, -0.298,
        0.716, -0.478, -2.42, 0.596, 1.51, 0.773, -0.556, -1.98, 0.23, -1.03, 0.548, -1.1, -0.245,
        -1.92, 0.234, 0.594, -1.36,
    ],
    by_rules: [
        -2.46, 1.2, 3.36, 0.272, 0.0, 0.0, 1.82, 0.0858, 0.0, 0.779, 0.651, 0.0768, 0.455, 0.0411,
        -0.441, -2.46, 0.823, 3.22, 0.0, 0.0, -1.02, 0.48, -0.778, -0.401, -0.876, 0.0, -1.96, 0.0,
        0.409, -1.21,
    ],
    least: 0.0,
};

/// Whether the two chains stand in one article or in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Within,
    Across,
}

/// Sentences of a chain that are held against the other's.
const MOST_SENTENCES: usize = 6;

/// Sentences with which an article opens: its title and the first of its text.
const OPENING: usize = 2;

/// The logarithm of the odds that two chains are one, if that is enough to join them.
pub(super) fn odds(features: &Features, place: Place, meanings: &Meanings) -> Option<f32> {
    let model = match place {
        Place::Within => WITHIN,
        Place::Across => ACROSS,
    };
    let weights = if meanings.is_empty() {
        model.by_rules
    } else {
        model.weights
    };
    let products = features.iter().zip(weights);
    let odds = products.map(|(feature, weight)| feature * weight).sum();
    (odds >= model.least).then_some(odds)
}

/// What is held for and against `other` being what `unnamed` describes. `only_holder` says whether it alone holds the
/// office that is described. Nothing where `unnamed` is not described.
pub(super) fn features(
    unnamed: &Chain,
    other: &Chain,
    only_holder: bool,
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
) -> Option<Features> {
    let flag = |yes: bool| f32::from(u8::from(yes));
    let description = unnamed.description.as_ref()?;
    if description.cannot_be(unnamed.gender, &unnamed.ages, other) {
        return None;
    }
    let known = other.description.as_ref();
    let ends_name = other.bears_noun(&description.head);
    let names: BTreeSet<String> = other.names.keys().map(|name| name.join(" ")).collect();
    let likeness = likest(&unnamed.phrases, &other.phrases, meanings);
    let name_likeness = likest(&unnamed.phrases, &names, meanings);
    let kinds = (unnamed.kind(), other.kind());
    let count = |chain: &Chain| (1.0 + chain.sentences.len() as f32).ln();
    let office = roles::fit(&description.role(), other);
    let is_person = unnamed.is_person() && other.is_person();
    let is_named_in_part = is_person && other.longest() == 1;
    if is_named_in_part
        && office.is_none()
        && !known.is_some_and(|known| known.shares_noun(description))
    {
        // An article tells the whole name of somebody whom it, or another, has described.
        return None;
    }
    let sentence_likeness = likest_sentences(unnamed, other, documents);
    let together = unnamed.sentences.intersection(&other.sentences).count();
    let between = sentences_between(unnamed, other);
    Some([
        1.0,
        flag(known.is_some_and(|known| known.shares_noun(description))),
        flag(ends_name),
        office.map_or(0.0, f32::from),
        likeness,
        name_likeness * flag(!names.is_empty()),
        flag(kinds.0.is_some() && kinds.0 == kinds.1),
        flag(kinds.0.is_some() && kinds.1.is_some() && kinds.0 != kinds.1),
        sentence_likeness,
        count(unnamed),
        count(other),
        known.map_or(0, |known| description.beyond(known)).min(3) as f32,
        known.map_or(0, |known| known.beyond(description)).min(3) as f32,
        flag(known.is_some_and(|known| !known.fits_words(description))),
        known.map_or(0, |known| known.shared(description)).min(3) as f32,
        flag(!names.is_empty()),
        flag(only_holder),
        flag(!unnamed.ages.is_disjoint(&other.ages)),
        unnamed.shared_deeds(other).min(3) as f32,
        unnamed.opposed_deeds(other).min(3) as f32,
        flag(unnamed.several != other.several),
        flag(opens(unnamed)),
        flag(opens(other)),
        (1.0 + together as f32).ln(),
        (1.0 + between as f32).ln(),
        flag(unnamed.speaks() != other.speaks()),
        flag(office.is_none() && !other.offices.is_empty()),
        sentence_likeness * flag(is_person),
        flag(is_person && opens(unnamed)),
        flag(other.known.is_some()),
    ])
}

/// Whether one of its articles begins with it.
fn opens(chain: &Chain) -> bool {
    let mut sentences = chain.sentences.iter();
    sentences.any(|&(_, sentence)| sentence < OPENING)
}

/// How many sentences of one article stand between the first of each.
fn sentences_between(one: &Chain, other: &Chain) -> usize {
    let between = one.documents.intersection(&other.documents);
    between
        .filter_map(|&document| Some(one.first_in(document)?.abs_diff(other.first_in(document)?)))
        .min()
        .unwrap_or(0)
}

/// The greatest likeness of one's phrases to the other's.
fn likest(ones: &BTreeSet<String>, others: &BTreeSet<String>, meanings: &Meanings) -> f32 {
    let likest = ones.iter().filter_map(|one| meanings.likest(one, others));
    likest.reduce(f32::max).unwrap_or(0.0)
}

/// The greatest likeness of the sentences that speak of one to those that speak of the other; none is held against itself.
fn likest_sentences(one: &Chain, other: &Chain, documents: &[DocumentAnalysis]) -> f32 {
    let readings = |chain: &Chain, without: &Chain| -> Vec<&Reading> {
        let places = chain.sentences.difference(&without.sentences);
        places
            .take(MOST_SENTENCES)
            .filter_map(|&(document, sentence)| documents.get(document)?.readings.get(sentence))
            .collect()
    };
    let (ones, others) = (readings(one, other), readings(other, one));
    let pairs = ones
        .iter()
        .flat_map(|one| others.iter().map(|other| one.likeness(other)));
    pairs.reduce(f32::max).unwrap_or(0.0)
}

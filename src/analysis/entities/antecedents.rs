//! To which of the chains before it a description refers: "the studio", "the former Soviet state".
//!
//! A logistic model gives each chain its odds; `training/linking/` fits it on annotated articles.

use super::chain::Chain;
use super::deeds::Deed;
use super::descriptions::Description;
use super::roles;
use crate::analysis::meanings::Meanings;
use crate::analysis::mentions::{Determiner, Role};
use crate::model::EntityKind;

/// What is held for and against a chain, in the order of the weights.
pub const FEATURES: [&str; 29] = [
    "always",
    "same noun",
    "noun ends the name",
    "holds the office",
    "likeness",
    "likeness to a name",
    "same kind",
    "other kind",
    "sentences since",
    "same paragraph",
    "mentions",
    "most spoken of",
    "this",
    "owner",
    "no article",
    "indefinite",
    "more is said",
    "told apart",
    "shared words",
    "many for one",
    "named",
    "rivals since",
    "in the title",
    "other noun",
    "noun of another",
    "great likeness",
    "one for many",
    "same deeds",
    "deeds of the other side",
];

/// Likeness from which two phrases as a rule mean the same.
const GREAT_LIKENESS: f32 = 0.5;

/// Fitted by `training/linking/fit.py`.
const WEIGHTS: [f32; FEATURES.len()] = [
    -2.45, 0.646, 0.861, 0.841, 4.59, -0.551, 1.73, -0.557, -0.335, -0.49, -0.061, 0.934, -1.03,
    -1.1, -0.962, -0.988, 0.121, 0.751, -0.911, -2.26, -2.38, -0.365, -0.378, -3.36, -0.0877,
    0.819, -1.65, 0.976, -0.845,
];

/// The same without a network: no likeness is known.
const BY_RULES: [f32; FEATURES.len()] = [
    -0.675, 3.13, 2.13, 1.09, 0.0, 0.0, 1.3, -0.922, -0.386, -0.504, -0.0264, 0.728, -0.596, -1.58,
    -1.03, -1.15, 0.00933, -0.234, -0.822, -2.36, -2.14, -0.355, -0.426, -2.76, -0.454, 0.0, -1.63,
    0.0, 0.0,
];

/// Least odds, as a logarithm, at which a description joins a chain.
const LEAST: f32 = -0.5;

/// A chain where the reader of a document stands.
pub(super) struct Spoken<'a> {
    pub group: usize,
    pub chain: &'a Chain,
    /// Sentences since it was last mentioned.
    pub since: usize,
    pub same_paragraph: bool,
    pub mentions: usize,
    /// Whether no other of its kind was mentioned as often.
    pub most_spoken_of: bool,
    /// Chains of the same kind that were mentioned after it.
    pub rivals: usize,
    pub in_title: bool,
}

/// What is asked: a description where it stands.
pub(super) struct Asked<'a> {
    pub role: &'a Role,
    pub description: &'a Description,
    pub kind: Option<EntityKind>,
    /// What its sentence says of it.
    pub deeds: &'a [Deed],
    /// Whether a chain before it was called by the same noun.
    pub noun_is_taken: bool,
}

/// The logarithm of the odds that a description refers to a chain.
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

/// What is held for and against one chain.
pub(super) fn features(
    asked: &Asked<'_>,
    option: &Spoken<'_>,
    meanings: &Meanings,
) -> [f32; FEATURES.len()] {
    let chain = option.chain;
    let Asked {
        role,
        description,
        kind,
        ..
    } = *asked;
    let flag = |yes: bool| f32::from(u8::from(yes));
    let known = chain.description.as_ref();
    let same_noun = known.is_some_and(|known| known.shares_noun(description));
    let ends_name = chain.bears_noun(&role.head);
    let likeness = meanings.likest(&role.phrase, &chain.phrases).unwrap_or(0.0);
    let names: Vec<String> = chain.names.keys().map(|name| name.join(" ")).collect();
    let name_likeness = meanings.likest(&role.phrase, &names).unwrap_or(0.0);
    let own_kind = if chain.is_demonym() {
        Some(EntityKind::Other)
    } else {
        chain.kind()
    };
    let same_kind = own_kind.is_some() && own_kind == kind;
    let telling = |known: &Description| description.beyond(known);
    let beyond = known.map_or_else(|| description.beyond(&Description::default()), telling);
    let is_one = chain.is_person() && !chain.names.is_empty();
    let telling_deeds = asked.deeds.iter().filter(|deed| deed.is_telling());
    [
        1.0,
        flag(same_noun),
        flag(ends_name),
        roles::fit(role, chain).map_or(0.0, f32::from),
        likeness,
        name_likeness * flag(!chain.names.is_empty()),
        flag(same_kind),
        flag(own_kind.is_some() && !same_kind),
        (1.0 + option.since as f32).ln(),
        flag(option.same_paragraph),
        (1.0 + option.mentions as f32).ln(),
        flag(option.most_spoken_of),
        flag(role.determiner == Determiner::This),
        flag(role.determiner == Determiner::Owner),
        flag(role.determiner == Determiner::None),
        flag(role.determiner == Determiner::A),
        beyond.min(2) as f32,
        flag(known.is_some_and(|known| !known.fits_words(description))),
        known.map_or(0, |known| known.shared(description)).min(3) as f32,
        flag(is_one && role.is_plural()),
        flag(!chain.names.is_empty()),
        (1.0 + option.rivals as f32).ln(),
        flag(option.in_title),
        flag(!same_noun && chain.names.is_empty()),
        flag(!same_noun && asked.noun_is_taken),
        (likeness - GREAT_LIKENESS).max(0.0),
        flag(chain.several && chain.names.is_empty() && !role.is_plural()),
        telling_deeds
            .clone()
            .filter(|deed| chain.deeds.contains(deed))
            .count()
            .min(3) as f32,
        telling_deeds
            .filter(|deed| chain.deeds.contains(&deed.reversed()))
            .count()
            .min(3) as f32,
    ]
}

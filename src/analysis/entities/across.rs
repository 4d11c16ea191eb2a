//! The chains of several documents into entities.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Chain};
use super::counterparts::{self, Place};
use super::descriptions::Description;
use super::groups::Groups;
use super::{names, roles};
use crate::analysis::meanings::Meanings;
use crate::analysis::mentions::Role;
use crate::model::{DocumentAnalysis, EntityKind};

/// Most groups by one noun that a description is held against: keeps a heap of articles linear.
const MOST_ALIKE: usize = 400;

/// Most named groups of its kind that a description is held against: those spoken of most.
const MOST_NAMED: usize = 30;

/// Told of every description and what it may mean, as numbers of groups, and what speaks for it.
pub(super) type Note<'a> = Option<&'a mut dyn FnMut(&Groups, [usize; 2], &[f32])>;

/// Joins chains of all documents; the answer does not depend on the order of the documents.
pub(super) fn link(
    chains: &[Chain],
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
    note: Note<'_>,
) -> Groups {
    let names::Linked {
        mut groups,
        ambiguous,
    } = names::link(chains);
    join_to_most_used(chains, &ambiguous, &mut groups);
    let merged = chain::merged(chains, &groups);
    join_descriptions(&merged, documents, meanings, &mut groups, note);
    groups.flatten();
    groups
}

/// "Obama" alone, where the other articles speak of Barack Obama often and of Michelle Obama once.
fn join_to_most_used(
    chains: &[Chain],
    ambiguous: &BTreeMap<usize, Vec<usize>>,
    groups: &mut Groups,
) {
    const TIMES_MORE: usize = 3;
    let mut uses: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        *uses.entry(groups.of(index)).or_default() += chain.names.values().sum::<usize>();
    }
    for (&short, wholes) in ambiguous {
        let mut ranked: Vec<(usize, usize)> = wholes
            .iter()
            .map(|whole| (uses.get(whole).copied().unwrap_or_default(), *whole))
            .collect();
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        if let [(most, whole), (second, _), ..] = ranked[..]
            && most >= TIMES_MORE * second
        {
            groups.join(short, whole);
        }
    }
}

/// A description and a chain of other articles that it may mean.
struct Pair {
    odds: f32,
    unnamed: usize,
    other: usize,
}

/// "NATO chief" here and "NATO Secretary General Jens Stoltenberg" there; "the suspect" here and there: the likeliest
/// first, and never two that one article tells apart.
fn join_descriptions(
    merged: &BTreeMap<usize, Chain>,
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
    groups: &mut Groups,
    mut note: Note<'_>,
) {
    let index = Index::of(merged);
    let mut pairs = Vec::new();
    for (&unnamed, chain) in merged.iter().filter(|(_, chain)| chain.names.is_empty()) {
        let Some(description) = &chain.description else {
            continue;
        };
        let only_holder = only_holder(&description.role(), merged);
        for other in index.counterparts(chain, description) {
            let there = &merged[&other];
            // Of two descriptions the pair is looked at once.
            let again = there.names.is_empty() && other <= unnamed;
            if again || !chain.documents.is_disjoint(&there.documents) {
                continue;
            }
            let holds = only_holder == Some(other);
            let Some(features) = counterparts::features(chain, there, holds, documents, meanings)
            else {
                continue;
            };
            if let Some(note) = &mut note {
                note(groups, [unnamed, other], &features);
            }
            if let Some(odds) = counterparts::odds(&features, Place::Across, meanings) {
                pairs.push(Pair {
                    odds,
                    unnamed,
                    other,
                });
            }
        }
    }
    // Equal odds are told apart by words, so that the order of the articles does not matter.
    let words = |group: usize| merged[&group].phrases.first();
    pairs.sort_by(|a, b| {
        let words = |pair: &Pair| (words(pair.unnamed), words(pair.other));
        b.odds
            .total_cmp(&a.odds)
            .then_with(|| words(a).cmp(&words(b)))
    });
    let mut spoken_in: BTreeMap<usize, BTreeSet<usize>> = (merged.iter())
        .map(|(&group, chain)| (group, chain.documents.clone()))
        .collect();
    for Pair { unnamed, other, .. } in pairs {
        let (one, other) = (groups.of(unnamed), groups.of(other));
        if one == other || !spoken_in[&one].is_disjoint(&spoken_in[&other]) {
            continue;
        }
        let both = &spoken_in[&one] | &spoken_in[&other];
        groups.join(one, other);
        spoken_in.insert(groups.of(one), both);
    }
}

/// Chains by what descriptions may mean them by.
#[derive(Default)]
struct Index<'a> {
    by_noun: BTreeMap<&'a str, BTreeSet<usize>>,
    /// Those with names, the most spoken of first.
    by_kind: BTreeMap<Option<EntityKind>, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(merged: &'a BTreeMap<usize, Chain>) -> Self {
        let mut index = Self::default();
        for (&group, chain) in merged {
            let ends = chain.names.keys().filter(|name| name.len() > 1);
            let nouns = ends
                .filter_map(|name| name.last())
                .chain(&chain.offices)
                .map(|word| roles::canonical(word))
                .chain(chain.description.as_ref().map(|said| said.head.as_str()));
            for noun in nouns {
                index.by_noun.entry(noun).or_default().insert(group);
            }
            if chain.proper {
                index.by_kind.entry(chain.kind()).or_default().push(group);
            }
        }
        for named in index.by_kind.values_mut() {
            named.sort_by_key(|group| Reverse(merged[group].sentences.len()));
            named.truncate(MOST_NAMED);
        }
        index
    }

    fn counterparts(&self, chain: &Chain, description: &Description) -> BTreeSet<usize> {
        let by_noun = self
            .by_noun
            .get(description.head.as_str())
            .into_iter()
            .flatten();
        let by_kind = self.by_kind.get(&chain.kind()).into_iter().flatten();
        by_noun.take(MOST_ALIKE).chain(by_kind).copied().collect()
    }
}

/// The only person who is said to hold the office, of that place or organization where the description names one.
pub(super) fn only_holder(role: &Role, merged: &BTreeMap<usize, Chain>) -> Option<usize> {
    let least = if role.modifiers.is_empty() || !role.person {
        1
    } else {
        3
    };
    let mut holders = merged
        .iter()
        .filter(|(_, chain)| !chain.names.is_empty() && roles::fit(role, chain) >= Some(least))
        .map(|(&group, _)| group);
    match (holders.next(), holders.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

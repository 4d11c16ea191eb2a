//! The chains of several documents into entities.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Chain};
use super::counterparts::{self, Features, Place};
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
    join_descriptions(chains, documents, meanings, &mut groups, note);
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

/// How often descriptions are held against what the joins before have made of the others.
const ROUNDS: usize = 4;

/// The odds of whoever alone holds the office that a description names with its place: "NATO chief".
const SURE: f32 = 10.0;

/// A description and a chain that it may mean.
struct Pair {
    odds: f32,
    unnamed: usize,
    other: usize,
}

impl Pair {
    /// The likelier goes first. Equal odds are told apart by words, so that the order of the articles does not matter.
    fn order(&self, other: &Self, merged: &BTreeMap<usize, Chain>) -> Ordering {
        let words = |group: usize| &merged[&group].phrases;
        let key = |pair: &Self| (words(pair.unnamed), words(pair.other));
        (other.odds.total_cmp(&self.odds)).then_with(|| key(self).cmp(&key(other)))
    }
}

/// "NATO chief" here and "NATO Secretary General Jens Stoltenberg" there; "the suspect" here and there: the likeliest
/// first. Descriptions join one another before they join names, so that all that is said of the unnamed speaks for or
/// against each name.
fn join_descriptions(
    chains: &[Chain],
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
    groups: &mut Groups,
    mut note: Note<'_>,
) {
    for round in 0..ROUNDS {
        let merged = chain::merged(chains, groups);
        let names = match (round, &note) {
            (0, None) => Names::Unseen,
            (0, Some(_)) => Names::Noted,
            _ => Names::Joined,
        };
        let mut odds_of = |pair: [usize; 2], features: &Features| {
            if let Some(note) = note.as_mut().filter(|_| round == 0) {
                note(groups, pair, features);
            }
            counterparts::odds(features, Place::Across, meanings)
        };
        let pairs = pairs(&merged, names, documents, meanings, &mut odds_of);
        if !join_likeliest(pairs, &merged, groups) && names == Names::Joined {
            break;
        }
    }
}

/// What becomes of names in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    /// What speaks for them is not even worked out.
    Unseen,
    /// What speaks for them is noted.
    Noted,
    Joined,
}

/// What descriptions may mean: any other description, and the likeliest of the names where these are joined.
fn pairs(
    merged: &BTreeMap<usize, Chain>,
    names: Names,
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
    odds_of: &mut dyn FnMut([usize; 2], &Features) -> Option<f32>,
) -> Vec<Pair> {
    let index = Index::of(merged);
    let to_names = names == Names::Joined;
    let mut pairs = Vec::new();
    for (&unnamed, chain) in merged.iter().filter(|(_, chain)| chain.names.is_empty()) {
        let Some(description) = &chain.description else {
            continue;
        };
        let role = description.role();
        let only_holder = only_holder(&role, merged);
        let mut likeliest: Option<Pair> = None;
        for other in index.counterparts(chain, description) {
            let there = &merged[&other];
            let named = !there.names.is_empty();
            let apart = chain.documents.is_disjoint(&there.documents);
            // Of two descriptions the pair is looked at once.
            let again = !named && other <= unnamed;
            let ruled_out = named && there.rules_out(chain.kind());
            let fits = apart || to_names && named && is_told_later(there, chain);
            if again || ruled_out || !fits || named && names == Names::Unseen {
                continue;
            }
            let holds = only_holder == Some(other);
            let features = counterparts::features(chain, there, holds, documents, meanings);
            let odds = features.and_then(|features| odds_of([unnamed, other], &features));
            let is_sure = to_names && holds && roles::fit(&role, there) == Some(roles::OWNED);
            let Some(odds) = is_sure.then_some(SURE).or(odds) else {
                continue;
            };
            let pair = Pair {
                odds,
                unnamed,
                other,
            };
            if !named {
                pairs.push(pair);
            } else if likeliest
                .as_ref()
                .is_none_or(|best| pair.order(best, merged).is_lt())
            {
                likeliest = Some(pair);
            }
        }
        pairs.extend(likeliest.filter(|_| to_names));
    }
    pairs
}

/// Whether every article that speaks of both describes one before it names the other, and never in one sentence.
fn is_told_later(named: &Chain, described: &Chain) -> bool {
    let mut both = named.documents.intersection(&described.documents);
    named.sentences.is_disjoint(&described.sentences)
        && both.all(|&document| described.first_in(document) < named.first_in(document))
}

/// Joins pairs, the likeliest first, and never two whom one article tells apart. Says whether any were joined.
fn join_likeliest(
    mut pairs: Vec<Pair>,
    merged: &BTreeMap<usize, Chain>,
    groups: &mut Groups,
) -> bool {
    pairs.sort_by(|a, b| a.order(b, merged));
    let mut spoken_in: BTreeMap<usize, BTreeSet<usize>> = (merged.iter())
        .map(|(&group, chain)| (group, chain.documents.clone()))
        .collect();
    let mut untouched: BTreeSet<usize> = merged.keys().copied().collect();
    let mut joined = false;
    for Pair { unnamed, other, .. } in pairs {
        let (one, other_group) = (groups.of(unnamed), groups.of(other));
        let as_seen = untouched.contains(&unnamed) && untouched.contains(&other);
        let apart = spoken_in[&one].is_disjoint(&spoken_in[&other_group]);
        if one == other_group || !apart && !as_seen {
            continue;
        }
        let both = &spoken_in[&one] | &spoken_in[&other_group];
        groups.join(one, other_group);
        spoken_in.insert(groups.of(one), both);
        untouched.remove(&unnamed);
        untouched.remove(&other);
        joined = true;
    }
    joined
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
        roles::OWNED
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

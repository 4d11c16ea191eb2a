//! The chains of several documents into entities.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Chain};
use super::groups::Groups;
use super::{names, roles};
use crate::analysis::mentions::Role;

/// Most groups by one noun that are held against each other: keeps a heap of articles linear.
const MOST_ALIKE: usize = 400;

/// Joins chains of all documents; the answer does not depend on the order of the documents.
pub(super) fn link(chains: &[Chain]) -> Groups {
    let names::Linked {
        mut groups,
        ambiguous,
    } = names::link(chains);
    join_to_most_used(chains, &ambiguous, &mut groups);
    let merged = chain::merged(chains, &groups);
    join_descriptions(&merged, &mut groups);
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

/// "NATO chief" here and "NATO Secretary General Jens Stoltenberg" there; "the suspect" here and there.
fn join_descriptions(merged: &BTreeMap<usize, Chain>, groups: &mut Groups) {
    let mut unnamed: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (&group, chain) in merged {
        let Some(description) = chain
            .description
            .as_ref()
            .filter(|_| chain.names.is_empty())
        else {
            continue;
        };
        match only_holder(&description.role(), merged) {
            Some(holder) => {
                groups.join(group, holder);
            }
            None => unnamed.entry(&description.head).or_default().push(group),
        }
    }
    for alike in unnamed.into_values() {
        join_alike(&alike, merged, groups);
    }
}

/// Descriptions by one noun, the likest first; two that one document tells apart stay two.
fn join_alike(alike: &[usize], merged: &BTreeMap<usize, Chain>, groups: &mut Groups) {
    let mut pairs = Vec::new();
    for (position, &a) in alike.iter().take(MOST_ALIKE).enumerate() {
        for &b in alike.iter().take(MOST_ALIKE).skip(position + 1) {
            let (Some(one), Some(other)) = (&merged[&a].description, &merged[&b].description)
            else {
                continue;
            };
            if one.fits(other) && merged[&a].documents.is_disjoint(&merged[&b].documents) {
                pairs.push((one.likeness(other), Reverse((a, b))));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let mut documents: BTreeMap<usize, BTreeSet<usize>> = (alike.iter())
        .map(|&group| (group, merged[&group].documents.clone()))
        .collect();
    for (_, Reverse((a, b))) in pairs {
        let (one, other) = (groups.of(a), groups.of(b));
        if one == other || !documents[&one].is_disjoint(&documents[&other]) {
            continue;
        }
        groups.join(one, other);
        let both = &documents[&one] | &documents[&other];
        documents.insert(groups.of(one), both);
    }
}

/// The only person who is said to hold the office, of that place or organization where the description names one.
fn only_holder(role: &Role, merged: &BTreeMap<usize, Chain>) -> Option<usize> {
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

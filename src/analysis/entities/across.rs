//! The chains of several documents into entities.

use std::collections::BTreeMap;

use super::chain::{self, Chain};
use super::groups::Groups;
use super::{names, roles};
use crate::analysis::mentions::Role;

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
    let mut first_of: BTreeMap<&(String, Vec<String>), usize> = BTreeMap::new();
    for (&group, chain) in merged {
        let Some(key) = chain.role.as_ref().filter(|_| chain.names.is_empty()) else {
            continue;
        };
        let described = Role {
            head: key.0.clone(),
            modifiers: key.1.iter().map(|owner| crate::text::fold(owner)).collect(),
            person: crate::analysis::gazetteer::office_of_title(&key.0).is_some(),
            definite: true,
        };
        let holder = only_holder(&described, merged);
        let target = holder.unwrap_or_else(|| *first_of.entry(key).or_insert(group));
        groups.join(group, target);
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

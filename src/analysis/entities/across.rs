//! The chains of several documents into entities.

use std::collections::BTreeMap;

use super::chain::Chain;
use super::groups::Groups;
use super::{names, roles};
use crate::analysis::mentions::Role;

/// Joins chains of all documents; the answer does not depend on the order of the documents.
pub(super) fn link(chains: &[Chain]) -> Groups {
    let mut groups = names::link(chains);
    let mut merged: BTreeMap<usize, Chain> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        merged.entry(groups.of(index)).or_default().absorb(chain);
    }
    join_descriptions(&merged, &mut groups);
    groups.flatten();
    groups
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
            person: true,
        };
        let holder = (!key.1.is_empty())
            .then(|| only_holder(&described, merged))
            .flatten();
        let target = holder.unwrap_or_else(|| *first_of.entry(key).or_insert(group));
        groups.join(group, target);
    }
}

/// The only person who is said to hold the office of that place or organization.
fn only_holder(role: &Role, merged: &BTreeMap<usize, Chain>) -> Option<usize> {
    let mut holders = merged
        .iter()
        .filter(|(_, chain)| !chain.names.is_empty() && roles::fit(role, chain) == Some(2))
        .map(|(&group, _)| group);
    match (holders.next(), holders.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

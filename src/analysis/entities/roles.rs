//! What descriptions refer to: "the governor", "the French president", "the church".

use std::collections::BTreeMap;

use super::chain::Chain;
use crate::analysis::gazetteer::{self, Sense};
use crate::analysis::mentions::Role;

/// Words that name the one at the top, whatever the office is called.
const TOP: &[&str] = &["chief", "leader", "head", "boss"];

/// Offices that such words may stand for.
const TOP_OFFICES: &[&str] = &[
    "president",
    "prime minister",
    "minister",
    "chancellor",
    "secretary",
    "general",
    "director",
    "chairman",
    "chairwoman",
    "chair",
    "chief",
    "chief executive",
    "commissioner",
    "leader",
    "sheriff",
    "premier",
];

/// The places and organizations that a description names, by the gazetteer's names.
pub(super) fn owners(role: &Role) -> Vec<&'static str> {
    role.modifiers
        .iter()
        .filter_map(|word| {
            gazetteer::lookup(word).or_else(|| gazetteer::lookup(&word.to_uppercase()))
        })
        .filter(|known| known.sense != Sense::Event)
        .map(|known| known.name)
        .collect()
}

/// How well a chain fits a description; nothing where it does not.
pub(super) fn fit(role: &Role, chain: &Chain) -> Option<u8> {
    if role.person {
        fit_person(role, chain)
    } else {
        fit_thing(role, chain)
    }
}

fn fit_person(role: &Role, chain: &Chain) -> Option<u8> {
    if !chain.is_person() || is_former(role) {
        return None;
    }
    let owners = owners(role);
    let owned = owners.iter().any(|owner| chain.owners.contains(*owner));
    let strange_owner = !owners.is_empty() && !owned && !chain.owners.is_empty();
    if strange_owner {
        return None;
    }
    let holds = chain.offices.contains(&role.head);
    let on_top = TOP.contains(&role.head.as_str())
        && owned
        && TOP_OFFICES
            .iter()
            .any(|office| chain.offices.contains(*office));
    (holds || on_top).then_some(1 + u8::from(owned))
}

/// "The former president" is not the president.
fn is_former(role: &Role) -> bool {
    role.modifiers.iter().any(|word| {
        matches!(
            word.as_str(),
            "former" | "ex" | "next" | "new" | "first" | "second" | "other" | "late"
        )
    })
}

fn fit_thing(role: &Role, chain: &Chain) -> Option<u8> {
    if chain.is_demonym() || chain.is_person() {
        return None;
    }
    let named_so = |name: &[String]| {
        let bears =
            name.len() > 1 && (name.last() == Some(&role.head) || name.first() == Some(&role.head));
        let modified = role
            .modifiers
            .iter()
            .all(|modifier| name.contains(modifier) || !is_distinctive(modifier));
        bears && modified
    };
    chain.names.keys().any(|name| named_so(name)).then_some(1)
}

/// Whether a modifier tells which one is meant, rather than describing it.
fn is_distinctive(modifier: &str) -> bool {
    gazetteer::lookup(modifier).is_some() || !gazetteer::is_common_word(modifier)
}

/// The group that a description refers to: the best fit, and among equals the one mentioned last.
///
/// `recency` holds for every group when it was mentioned last.
pub(super) fn resolve(
    role: &Role,
    chains: &BTreeMap<usize, Chain>,
    recency: &BTreeMap<usize, usize>,
) -> Option<usize> {
    chains
        .iter()
        .filter_map(|(&group, chain)| {
            let last = *recency.get(&group)?;
            fit(role, chain).map(|fit| (fit, last, group))
        })
        .max()
        .map(|(_, _, group)| group)
}

/// A description that no name explains, as a key that the same description in another document shares.
pub(super) fn key(role: &Role) -> Option<(String, Vec<String>)> {
    let mut telling: Vec<String> = owners(role).into_iter().map(str::to_owned).collect();
    telling.sort();
    (!is_former(role)).then(|| (role.head.clone(), telling))
}

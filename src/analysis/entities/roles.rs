//! What descriptions refer to: "the governor", "the French president", "the church".

use std::collections::{BTreeMap, BTreeSet};

use super::chain::Chain;
use crate::analysis::gazetteer::{self, Sense};
use crate::analysis::mentions::Role;

/// Most holders of one office that a description is held against.
const MOST_NAMESAKES: usize = 400;

/// Words that name the one at the top, whatever the office is called.
const TOP: &[&str] = &["chief", "leader", "head", "boss"];

/// Offices that such words may stand for.
const TOP_OFFICES: &[&str] = &[
    "president",
    "prime minister",
    "chancellor",
    "secretary",
    "police chief",
    "fire chief",
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
        .filter_map(|word| owner(word))
        .collect()
}

pub(super) fn owner(word: &str) -> Option<&'static str> {
    let known = gazetteer::lookup(word).or_else(|| gazetteer::lookup(&word.to_uppercase()))?;
    (known.sense != Sense::Event).then_some(known.name)
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
    let holds = chain
        .offices
        .iter()
        .any(|office| is_called(office, &role.head));
    let on_top = TOP.contains(&role.head.as_str())
        && owned
        && TOP_OFFICES
            .iter()
            .any(|office| chain.offices.contains(*office));
    // "The president" in the reporting country's own press is not the Russian one.
    let foreign = owners.is_empty() && !chain.owners.is_empty();
    (holds || on_top).then_some(if owned { 3 } else { 2 - u8::from(foreign) })
}

/// Whether the holder of an office is called so: the prime minister is not "the minister" of anything,
/// and the vice president never "the president", but the press secretary may be "the secretary".
fn is_called(office: &str, head: &str) -> bool {
    let loosely = office.split_once(' ').is_some_and(|(rank, rest)| {
        rest == head && !matches!(rank, "vice" | "deputy" | "assistant" | "prime")
    });
    office == head || loosely
}

/// "The former president" is not the president.
pub(super) fn is_former(role: &Role) -> bool {
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
        let bears = name.len() > 1 && name.last().is_some_and(|word| canonical(word) == role.head);
        // "The burned church" may be Halden Church; "the political action committee" is no committee named before.
        let mut beyond = role
            .modifiers
            .iter()
            .filter(|modifier| !name.contains(modifier));
        let modified = beyond
            .next()
            .is_none_or(|modifier| !is_distinctive(modifier))
            && beyond.next().is_none();
        bears && modified
    };
    chain.names.keys().any(|name| named_so(name)).then_some(1)
}

/// Whether a modifier tells which one is meant, rather than describing it.
fn is_distinctive(modifier: &str) -> bool {
    gazetteer::lookup(modifier).is_some() || !gazetteer::is_common_word(modifier)
}

/// The one word for all that mean the same: "government" for "administration".
fn canonical(word: &str) -> &str {
    gazetteer::described(word).map_or(word, |described| described.head)
}

/// Groups by the words that descriptions may call them by.
#[derive(Default)]
pub(super) struct Callable(BTreeMap<String, Vec<usize>>);

impl Callable {
    pub fn new(chains: &BTreeMap<usize, Chain>) -> Self {
        let mut callable: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (&group, chain) in chains {
            let ends = chain.names.keys().filter(|name| name.len() > 1);
            let ends = ends.filter_map(|name| name.last().map(|word| canonical(word)));
            let on_top = chain
                .offices
                .iter()
                .any(|office| TOP_OFFICES.contains(&office.as_str()));
            let on_top = TOP.iter().filter(|_| on_top && !chain.owners.is_empty());
            let words: BTreeSet<&str> = ends
                .chain(chain.offices.iter().map(String::as_str))
                .chain(
                    chain
                        .offices
                        .iter()
                        .filter_map(|office| Some(office.split_once(' ')?.1)),
                )
                .chain(on_top.copied())
                .collect();
            for word in words {
                callable.entry(word.to_owned()).or_default().push(group);
            }
        }
        Self(callable)
    }

    fn by(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The group that a description refers to: the best fit, and among equals the one that the text names most.
///
/// `recency` holds for every group when it was mentioned last.
pub(super) fn resolve(
    role: &Role,
    callable: &Callable,
    chains: &BTreeMap<usize, Chain>,
    recency: &BTreeMap<usize, usize>,
) -> Option<usize> {
    let groups = callable.by(&role.head).iter().take(MOST_NAMESAKES);
    groups
        .filter_map(|group| {
            let last = *recency.get(group)?;
            let uses: usize = chains[group].names.values().sum();
            fit(role, &chains[group]).map(|fit| (fit, uses, last, *group))
        })
        .max()
        .map(|(.., group)| group)
}

//! Which names are one: the same rules within a document and across documents.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::Chain;
use super::groups::Groups;
use super::persons;
use crate::analysis::gazetteer::{self, Sense};
use crate::model::EntityKind;

/// Most chains that may share a word before that word says nothing: keeps a huge text linear.
const MOST_IN_BUCKET: usize = 400;

/// Joins the chains that bear one name.
pub(super) fn link(chains: &[Chain]) -> Groups {
    let mut groups = Groups::new(chains.len());
    join_equal(chains, &mut groups);
    join_full_names(chains, &mut groups);
    join_acronyms(chains, &mut groups);
    let merged = merged(chains, &mut groups);
    join_short_forms(&merged, &mut groups);
    groups.flatten();
    groups
}

/// Chains by group, so that what one member tells counts for all.
fn merged(chains: &[Chain], groups: &mut Groups) -> BTreeMap<usize, Chain> {
    groups.flatten();
    let mut merged: BTreeMap<usize, Chain> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        merged.entry(groups.of(index)).or_default().absorb(chain);
    }
    merged
}

/// One name in the gazetteer, or the same words.
fn join_equal(chains: &[Chain], groups: &mut Groups) {
    let mut by_known = BTreeMap::new();
    let mut by_words: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        if let Some(known) = chain.known {
            let first = *by_known
                .entry((known.name, known.sense == Sense::Demonym))
                .or_insert(index);
            groups.join(first, index);
        }
        for name in chain.names.keys() {
            by_words.entry(name).or_default().push(index);
        }
    }
    for indexes in by_words.values() {
        for pair in indexes.windows(2) {
            if may_share_name(&chains[pair[0]], &chains[pair[1]]) {
                groups.join(pair[0], pair[1]);
            }
        }
    }
}

/// Whether the same words may mean the same thing: not a person here and a place there.
fn may_share_name(a: &Chain, b: &Chain) -> bool {
    let full = a.longest() > 1 && b.longest() > 1;
    match (a.kind(), b.kind()) {
        (Some(EntityKind::Person), Some(kind)) | (Some(kind), Some(EntityKind::Person)) => {
            full || kind == EntityKind::Person
        }
        _ => true,
    }
}

/// Indexes of chains by a word.
fn by_word<'a>(words: impl Iterator<Item = (&'a str, usize)>) -> BTreeMap<String, BTreeSet<usize>> {
    let mut buckets: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (word, index) in words {
        buckets.entry(word.to_owned()).or_default().insert(index);
    }
    buckets
}

/// "John F. Kerry" and "John Kerry": people by first and last name, spelling variants included.
fn join_full_names(chains: &[Chain], groups: &mut Groups) {
    let full =
        |chain: &Chain| chain.known.is_none() && chain.may_be_person() && chain.longest() > 1;
    let people: Vec<usize> = (0..chains.len())
        .filter(|&index| full(&chains[index]))
        .collect();
    // The first three letters of the last name: what spelling variants share.
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &index in &people {
        let mut keys = BTreeSet::new();
        for name in chains[index].names.keys().filter(|name| name.len() > 1) {
            if let Some(last) = persons::core(name).last() {
                keys.insert(
                    last.chars()
                        .filter(|c| c.is_alphanumeric())
                        .take(3)
                        .collect::<String>(),
                );
            }
        }
        for key in keys {
            buckets.entry(key).or_default().push(index);
        }
    }
    for bucket in buckets
        .values()
        .filter(|bucket| bucket.len() <= MOST_IN_BUCKET)
    {
        for (position, &a) in bucket.iter().enumerate() {
            for &b in &bucket[position + 1..] {
                if groups.of(a) != groups.of(b) && share_full_name(&chains[a], &chains[b]) {
                    groups.join(a, b);
                }
            }
        }
    }
}

fn share_full_name(a: &Chain, b: &Chain) -> bool {
    let full = |chain: &'_ Chain| -> Vec<Vec<String>> {
        chain
            .names
            .keys()
            .filter(|name| name.len() > 1)
            .cloned()
            .collect()
    };
    full(a)
        .iter()
        .any(|x| full(b).iter().any(|y| persons::same_full_name(x, y)))
}

/// "Writers Guild of America" and "WGA".
fn join_acronyms(chains: &[Chain], groups: &mut Groups) {
    let mut acronyms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        if chain.known.is_some() || chain.kind() != Some(EntityKind::Organization) {
            continue;
        }
        for name in chain.names.keys() {
            if let [word] = name.as_slice() {
                acronyms
                    .entry(word.replace('.', ""))
                    .or_default()
                    .push(index);
            }
        }
    }
    for (index, chain) in chains.iter().enumerate() {
        if chain.is_person() {
            continue;
        }
        for name in chain.names.keys().filter(|name| name.len() > 1) {
            for initials in initials(name) {
                for &acronym in acronyms.get(&initials).into_iter().flatten() {
                    groups.join(index, acronym);
                }
            }
        }
    }
}

/// First letters of the words, with and without the small ones; too short to tell, none.
fn initials(name: &[String]) -> Vec<String> {
    let is_small = |word: &str| matches!(word, "of" | "the" | "and" | "for" | "&" | "in" | "on");
    let all: String = name.iter().filter_map(|word| word.chars().next()).collect();
    let large: String = name
        .iter()
        .filter(|word| !is_small(word))
        .flat_map(|word| word.split('-'))
        .filter_map(|word| word.chars().next())
        .collect();
    let mut found = vec![all, large.clone(), format!("t{large}")];
    found.retain(|letters| letters.chars().count() > 2);
    found.dedup();
    found
}

/// "Macron", "Lionsgate", "Hugh": a short name joins the one longer name that holds it, where it is the only one.
fn join_short_forms(merged: &BTreeMap<usize, Chain>, groups: &mut Groups) {
    let ends = merged.iter().flat_map(|(&index, chain)| {
        chain
            .names
            .keys()
            .filter(|name| name.len() > 1)
            .flat_map(|name| [name.first(), persons::core(name).last()])
            .flatten()
            .map(move |word| (word.as_str(), index))
    });
    let longer = by_word(ends);
    for (&index, chain) in merged {
        if let Some(whole) = longer_form(index, chain, merged, &longer) {
            groups.join(index, whole);
        }
    }
}

/// The one group that a short name is part of.
pub(super) fn longer_form(
    index: usize,
    chain: &Chain,
    merged: &BTreeMap<usize, Chain>,
    longer: &BTreeMap<String, BTreeSet<usize>>,
) -> Option<usize> {
    if chain.is_demonym() || chain.names.is_empty() {
        return None;
    }
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for name in chain.names.keys() {
        let keys = [name.first()?, name.last()?];
        for key in keys {
            for &other in longer.get(key).into_iter().flatten().take(MOST_IN_BUCKET) {
                if other != index && is_short_form(name, chain, &merged[&other]) {
                    found.insert(other);
                }
            }
        }
    }
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// Whether `name` may stand for a longer name of `whole`.
pub(super) fn is_short_form(name: &[String], chain: &Chain, whole: &Chain) -> bool {
    if whole.is_person() {
        if !chain.may_be_person() || name.len() > 1 {
            return false;
        }
        let genders = !matches!((chain.gender, whole.gender), (Some(a), Some(b)) if apart(a, b) && chain.honorific);
        return genders
            && name.first().is_some_and(|word| {
                whole
                    .names
                    .keys()
                    .filter(|long| long.len() > 1)
                    .any(|long| {
                        let last = persons::core(long).last();
                        last == Some(word) || long.first() == Some(word) && chain.known.is_none()
                    })
            });
    }
    if chain.known.is_some()
        || chain.is_person()
        || whole
            .known
            .is_some_and(|known| known.sense != Sense::Organization)
    {
        return false;
    }
    let telling = name.len() > 1
        || name
            .first()
            .is_some_and(|word| gazetteer::office_of_title(word).is_none());
    telling
        && whole
            .names
            .keys()
            .any(|long| long.len() > name.len() && (long.starts_with(name) || long.ends_with(name)))
}

fn apart(a: gazetteer::Gender, b: gazetteer::Gender) -> bool {
    use gazetteer::Gender::{Female, Male};
    matches!((a, b), (Female, Male) | (Male, Female))
}

//! Which names are one: the same rules within a document and across documents.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Chain};
use super::groups::Groups;
use super::persons;
use crate::analysis::gazetteer::{self, Sense};
use crate::model::EntityKind;

/// Most chains that may share a word before that word says nothing: keeps a huge text linear.
const MOST_IN_BUCKET: usize = 400;

/// Which chains are one, and which short names could stand for several.
pub(super) struct Linked {
    pub groups: Groups,
    /// By chain: the groups whose names hold its short one.
    pub ambiguous: BTreeMap<usize, Vec<usize>>,
}

/// Joins the chains that bear one name.
pub(super) fn link(chains: &[Chain]) -> Linked {
    let mut groups = Groups::new(chains.len());
    join_equal(chains, &mut groups);
    join_full_names(chains, &mut groups);
    join_acronyms(chains, &mut groups);
    join_spellings(chains, &mut groups);
    let merged = chain::merged(chains, &groups);
    let ambiguous = join_short_forms(&merged, &mut groups);
    groups.flatten();
    let ambiguous = ambiguous
        .into_iter()
        .map(|(chain, wholes)| {
            let wholes: BTreeSet<usize> =
                wholes.into_iter().map(|whole| groups.of(whole)).collect();
            (chain, wholes.into_iter().collect())
        })
        .collect();
    Linked { groups, ambiguous }
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
        // A last name alone is shared by many; short forms are looked at later.
        let telling = |name: &&Vec<String>| name.len() > 1 || chain.longest() == 1;
        for name in chain.names.keys().filter(telling) {
            by_words.entry(name).or_default().push(index);
        }
    }
    for indexes in by_words.values() {
        let honored = |gender| {
            let mut bearers = indexes.iter().map(|&index| &chains[index]);
            bearers.any(|chain| chain.honorific && chain.gender == Some(gender))
        };
        if honored(gazetteer::Gender::Female) && honored(gazetteer::Gender::Male) {
            continue;
        }
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
    let guessed = a.known.is_none() && b.known.is_none();
    full || guessed || a.is_person() == b.is_person()
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
    let mut generations = Vec::new();
    for bucket in buckets
        .values()
        .filter(|bucket| bucket.len() <= MOST_IN_BUCKET)
    {
        for (position, &a) in bucket.iter().enumerate() {
            for &b in &bucket[position + 1..] {
                if groups.of(a) != groups.of(b) && share_full_name(&chains[a], &chains[b]) {
                    if has_junior(&chains[a]) == has_junior(&chains[b]) {
                        groups.join(a, b);
                    } else {
                        generations.push((a, b));
                    }
                }
            }
        }
    }
    join_generations(chains, &generations, groups);
}

/// "Joseph R. Biden Jr." is Joe Biden, unless one article names a junior and a senior.
fn join_generations(chains: &[Chain], pairs: &[(usize, usize)], groups: &mut Groups) {
    let two: BTreeSet<usize> = pairs
        .iter()
        .filter(|(a, b)| !chains[*a].documents.is_disjoint(&chains[*b].documents))
        .flat_map(|(a, b)| [groups.of(*a), groups.of(*b)])
        .collect();
    for &(a, b) in pairs {
        if !two.contains(&groups.of(a)) && !two.contains(&groups.of(b)) {
            groups.join(a, b);
        }
    }
}

fn has_junior(chain: &Chain) -> bool {
    chain.names.keys().any(|name| persons::is_junior(name))
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
        if chain.is_person() || !chain.proper {
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

/// "Hormozgan province" and "Hormouzgan province", "Karavan" and "Karvan".
fn join_spellings(chains: &[Chain], groups: &mut Groups) {
    // Variants agree in the number of words, in the first letter and in the last.
    type Bearers<'a> = Vec<(&'a [String], usize)>;
    let mut buckets: BTreeMap<(usize, Option<char>, Option<char>), Bearers<'_>> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        if chain.known.is_some() {
            continue;
        }
        for name in chain
            .names
            .keys()
            .filter(|name| name.len() > 1 || chain.longest() == 1)
        {
            let rare = name
                .iter()
                .any(|word| word.len() > 5 && !gazetteer::is_common_word(word));
            if rare {
                let first = name.first().and_then(|word| word.chars().next());
                let last = name.last().and_then(|word| word.chars().next_back());
                buckets
                    .entry((name.len(), first, last))
                    .or_default()
                    .push((name, index));
            }
        }
    }
    for bucket in buckets
        .values()
        .filter(|bucket| bucket.len() <= MOST_IN_BUCKET)
    {
        for (position, (name, a)) in bucket.iter().enumerate() {
            for (other, b) in &bucket[position + 1..] {
                let fits =
                    may_share_name(&chains[*a], &chains[*b]) && groups.of(*a) != groups.of(*b);
                if fits && name != other && is_variant(name, other) {
                    groups.join(*a, *b);
                }
            }
        }
    }
}

/// Whether each word is a spelling of the other's, and those that differ are no ordinary words.
fn is_variant(name: &[String], other: &[String]) -> bool {
    name.iter().zip(other).all(|(a, b)| {
        let ordinary = gazetteer::is_common_word(a) || gazetteer::is_common_word(b);
        let given = gazetteer::given_name(a).is_some() && gazetteer::given_name(b).is_some();
        a == b || a.len() > 5 && !ordinary && !given && persons::same_spelling(a, b)
    })
}

/// First letters of the words, with and without the small ones; too short to tell, none.
fn initials(name: &[String]) -> Vec<String> {
    let is_small = |word: &str| {
        matches!(
            word,
            "of" | "the" | "and" | "for" | "&" | "in" | "on" | "'s"
        )
    };
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

/// "Macron", "Lionsgate", "Hugh": a short name joins the longer name that holds it, where it is the only one,
/// or by far the most used. Gives back the short names that could stand for several.
fn join_short_forms(
    merged: &BTreeMap<usize, Chain>,
    groups: &mut Groups,
) -> BTreeMap<usize, Vec<usize>> {
    let mut longer: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (&index, chain) in merged.iter().filter(|(_, chain)| chain.proper) {
        for name in chain.names.keys().filter(|name| name.len() > 1) {
            for word in [name.first(), persons::core(name).last()]
                .into_iter()
                .flatten()
            {
                longer.entry(word).or_default().insert(index);
            }
        }
    }
    let mut ambiguous = BTreeMap::new();
    for (&index, chain) in merged.iter().filter(|(_, chain)| chain.proper) {
        let wholes = longer_forms(index, chain, merged, &longer);
        match wholes.as_slice() {
            [] => {}
            [only] => {
                groups.join(index, *only);
            }
            _ => {
                ambiguous.insert(index, wholes);
            }
        }
    }
    ambiguous
}

/// The groups that a short name may be part of; those that share its office before those that do not.
fn longer_forms(
    index: usize,
    chain: &Chain,
    merged: &BTreeMap<usize, Chain>,
    longer: &BTreeMap<&str, BTreeSet<usize>>,
) -> Vec<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    if !chain.is_demonym() {
        // Whoever is named in full is short for nobody.
        let fullest = chain
            .names
            .keys()
            .filter(|name| name.len() == chain.longest());
        for name in fullest {
            for key in [name.first(), name.last()].into_iter().flatten() {
                let bucket = longer.get(key.as_str()).into_iter().flatten();
                found.extend(bucket.take(MOST_IN_BUCKET).filter(|&&other| {
                    other != index && is_short_form(name, chain, &merged[&other])
                }));
            }
        }
    }
    let by_last_name = |whole: &usize| {
        let last = |long: &Vec<String>| persons::core(long).last().cloned();
        chain.names.keys().any(|name| {
            merged[whole]
                .names
                .keys()
                .any(|long| last(long).as_ref() == name.last())
        })
    };
    let shares_office = |whole: &usize| {
        merged[whole]
            .offices
            .iter()
            .any(|office| chain.offices.contains(office))
    };
    // "Trump" is the father wherever both are named.
    let elder = |whole: &usize| {
        merged[whole]
            .names
            .keys()
            .any(|long| long.len() > 1 && !persons::is_junior(long))
    };
    for prefers in [
        &elder as &dyn Fn(&usize) -> bool,
        &by_last_name,
        &shares_office,
    ] {
        if found.len() > 1 && found.iter().any(prefers) {
            found.retain(|whole| prefers(whole));
        }
    }
    // "President Obama" is none of several Obamas without an office, and not the only one if that is a girl.
    let may_hold = |whole: &usize| merged[whole].gender == Some(gazetteer::Gender::Male);
    let one_holds = found.len() == 1 && found.iter().any(may_hold);
    if !chain.offices.is_empty() && !found.iter().any(shares_office) && !one_holds {
        found.retain(|whole| !merged[whole].is_person());
    }
    found.into_iter().collect()
}

/// Whether `name` may stand for a longer name of `whole`.
pub(super) fn is_short_form(name: &[String], chain: &Chain, whole: &Chain) -> bool {
    if whole.is_person() {
        let junior = persons::is_junior(name);
        if !chain.may_be_person() || name.len() > 1 + usize::from(junior) {
            return false;
        }
        let genders = !matches!((chain.gender, whole.gender), (Some(a), Some(b)) if a.is_other(b) && chain.honorific);
        let is_junior = whole.names.keys().any(|long| persons::is_junior(long));
        let other_office = is_junior
            && !junior
            && !chain.offices.is_empty()
            && chain.offices.is_disjoint(&whole.offices);
        return genders
            && !other_office
            && name.first().is_some_and(|word| {
                whole
                    .names
                    .keys()
                    .filter(|long| long.len() > 1)
                    .any(|long| {
                        if junior && !persons::is_junior(long) {
                            return false;
                        }
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
    let apart = chain.kind() == Some(EntityKind::Place) && whole.kind() != Some(EntityKind::Place);
    // "Banstead" is not Banstead High Street, nor the Academy the Academy Awards.
    let by_first = !matches!(whole.kind(), Some(EntityKind::Place | EntityKind::Event));
    let telling = name.len() > 1
        || name
            .first()
            .is_some_and(|word| gazetteer::office_of_title(word).is_none());
    telling
        && !apart
        && whole.names.keys().any(|long| {
            long.len() > name.len() && (by_first && long.starts_with(name) || long.ends_with(name))
        })
}

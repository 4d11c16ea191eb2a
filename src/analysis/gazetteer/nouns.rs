//! What common nouns denote, and which of them denote nothing that could be pointed at.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::words::{Gender, described, pairs};
use crate::model::EntityKind;

/// The kind of thing that a common noun, given in lower case, denotes.
pub fn noun_kind(folded: &str) -> Option<EntityKind> {
    static NOUNS: LazyLock<HashMap<&str, EntityKind>> = LazyLock::new(|| {
        let files = [
            (
                EntityKind::Person,
                include_str!("../../../assets/gazetteer/person-nouns.txt"),
            ),
            (
                EntityKind::Person,
                include_str!("../../../assets/gazetteer/group-nouns.txt"),
            ),
            (
                EntityKind::Organization,
                include_str!("../../../assets/gazetteer/organization-nouns.txt"),
            ),
            (
                EntityKind::Place,
                include_str!("../../../assets/gazetteer/place-nouns.txt"),
            ),
        ];
        let mut nouns = HashMap::with_capacity(9_000);
        for (kind, file) in files {
            for (noun, _) in pairs(file) {
                nouns.entry(noun).or_insert(kind);
            }
        }
        nouns
    });
    described(folded)
        .map(|described| described.kind)
        .or_else(|| NOUNS.get(folded).copied())
}

/// The gender that a noun tells of whom it denotes: "waitress"; nothing where it tells none.
pub fn noun_gender(folded: &str) -> Option<Gender> {
    static NOUNS: LazyLock<HashMap<&str, Gender>> = LazyLock::new(|| {
        let nouns = pairs(include_str!("../../../assets/gazetteer/person-nouns.txt"));
        nouns
            .filter_map(|(noun, letter)| match letter {
                "f" => Some((noun, Gender::Female)),
                "m" => Some((noun, Gender::Male)),
                _ => None,
            })
            .collect()
    });
    NOUNS.get(folded).copied()
}

/// Whether a noun denotes several people: "police", "voters".
pub fn is_group(folded: &str) -> bool {
    static NOUNS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let nouns = pairs(include_str!("../../../assets/gazetteer/group-nouns.txt"));
        nouns.map(|(noun, _)| noun).collect()
    });
    NOUNS.contains(folded)
}

/// Whether a phrase says after a name of what sort its bearer is: "magazine", "news agency".
pub fn is_sort(folded: &str) -> bool {
    static PHRASES: LazyLock<HashSet<&str>> =
        LazyLock::new(|| entries(include_str!("../../../assets/gazetteer/sort-nouns.txt")));
    PHRASES.contains(folded)
}

/// Whether a noun denotes a time, a measure, a manner or the like.
pub fn is_vague(folded: &str) -> bool {
    static NOUNS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| entries(include_str!("../../../assets/gazetteer/vague-nouns.txt")));
    NOUNS.contains(folded)
}

fn entries(file: &'static str) -> HashSet<&'static str> {
    file.lines().filter(|line| !line.starts_with('#')).collect()
}

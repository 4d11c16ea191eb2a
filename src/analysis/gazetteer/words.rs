//! First names, titles, telling endings of names, and the ordinary words that are no names.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::EntityKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    Female,
    Male,
    /// Borne by both, or unknown.
    Either,
}

impl Gender {
    /// Whether the one is a woman and the other a man.
    pub fn is_other(self, than: Self) -> bool {
        matches!(
            (self, than),
            (Self::Female, Self::Male) | (Self::Male, Self::Female)
        )
    }
}

/// The gender of those who bear a first name, given in lower case.
pub fn given_name(folded: &str) -> Option<Gender> {
    static NAMES: LazyLock<HashMap<&str, Gender>> = LazyLock::new(|| {
        let files = [
            include_str!("../../../assets/gazetteer/more-given-names.txt"),
            include_str!("../../../assets/gazetteer/given-names.txt"),
        ];
        let mut names = HashMap::with_capacity(3000);
        for (name, letters) in files.iter().flat_map(|file| pairs(file)) {
            let gender = match letters {
                "f" => Gender::Female,
                "m" => Gender::Male,
                _ => Gender::Either,
            };
            names.entry(name).or_insert(gender);
        }
        names
    });
    NAMES.get(folded).copied()
}

/// The office that a title stands for: "governor" for "gov."; empty for "mr.".
pub fn office_of_title(folded: &str) -> Option<&'static str> {
    static TITLES: LazyLock<HashMap<&str, &str>> =
        LazyLock::new(|| pairs(include_str!("../../../assets/gazetteer/titles.txt")).collect());
    TITLES.get(folded).copied()
}

/// Whether a word may stand before the last word of a title: "prime" minister.
pub fn title_modifier(folded: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        include_str!("../../../assets/gazetteer/title-modifiers.txt")
            .lines()
            .collect()
    });
    WORDS.contains(folded)
}

/// A common noun that articles use for who or what they do not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// The one word for all that mean the same: "fire" for "blaze".
    pub head: &'static str,
    pub kind: EntityKind,
    /// Whether it is an office that a named person may hold.
    pub office: bool,
    /// Whether it stands without an article: "police", "protesters".
    pub bare: bool,
}

/// What a common noun, given in lower case, describes.
pub fn described(folded: &str) -> Option<Described> {
    static WORDS: LazyLock<HashMap<&str, Described>> = LazyLock::new(|| {
        let mut words = HashMap::new();
        for (kind, sorts) in pairs(include_str!("../../../assets/gazetteer/described.txt")) {
            let kind = kind_of(kind);
            for sort in sorts.split(' ') {
                let head = sort.split('=').next().unwrap_or(sort);
                for word in sort.split('=') {
                    let is_plural = kind == EntityKind::Person && word.ends_with('s');
                    words.entry(word).or_insert(Described {
                        head,
                        kind,
                        office: false,
                        bare: is_plural
                            || matches!(
                                head,
                                "police"
                                    | "prosecutors"
                                    | "migrants"
                                    | "immigrants"
                                    | "parliament"
                                    | "congress"
                            ),
                    });
                }
            }
        }
        words
    });
    let office = office_of_title(folded).filter(|office| !office.is_empty());
    let office = office.map(|office| Described {
        head: office,
        kind: EntityKind::Person,
        office: true,
        bare: false,
    });
    office.or_else(|| WORDS.get(folded).copied())
}

fn kind_of(word: &str) -> EntityKind {
    match word {
        "person" => EntityKind::Person,
        "organization" => EntityKind::Organization,
        "place" => EntityKind::Place,
        "event" => EntityKind::Event,
        _ => EntityKind::Other,
    }
}

/// The kind of thing whose name ends with this word: "street" makes a place.
pub fn name_ending(folded: &str) -> Option<EntityKind> {
    static ENDINGS: LazyLock<HashMap<&str, EntityKind>> = LazyLock::new(|| {
        let mut endings = HashMap::new();
        for (kind, words) in pairs(include_str!("../../../assets/gazetteer/name-endings.txt")) {
            let kind = kind_of(kind);
            for word in words.split(' ') {
                endings.entry(word).or_insert(kind);
            }
        }
        endings
    });
    ENDINGS.get(folded).copied()
}

/// Whether the word, given in lower case, is an ordinary one of English.
pub fn is_common_word(folded: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        include_str!("../../../assets/gazetteer/common-words.txt")
            .lines()
            .collect()
    });
    WORDS.binary_search(&folded).is_ok()
}

pub(super) fn pairs(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('|'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_sorted_for_the_search() {
        assert!(is_common_word("a") && is_common_word("church") && is_common_word("zoom"));
        assert!(!is_common_word("macron"));
    }

    #[test]
    fn titles_stand_for_offices() {
        assert_eq!(office_of_title("gov."), Some("governor"));
        assert_eq!(office_of_title("mr."), Some(""));
        assert_eq!(office_of_title("table"), None);
    }
}

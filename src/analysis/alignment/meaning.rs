//! Which words tell the same of an event, and which cannot both hold.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::stem;

static SYNONYMS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    groups(include_str!(
        "../../../assets/lexicons/comparison/synonyms.txt"
    ))
});

/// By stem: the lines that a word stands on, and on which side of the bar.
static ANTONYMS: LazyLock<HashMap<String, Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut sides: HashMap<String, Vec<(usize, bool)>> = HashMap::new();
    let list = include_str!("../../../assets/lexicons/comparison/antonyms.txt");
    for (number, line) in list.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let Some((left, right)) = line.split_once(" | ") else {
            continue;
        };
        for (words, on_left) in [(left, true), (right, false)] {
            for word in words.split_whitespace() {
                sides.entry(stem(word)).or_default().push((number, on_left));
            }
        }
    }
    sides
});

/// Whether two words, in any of their forms, cannot both hold of one thing.
pub fn antonyms(one: &str, other: &str) -> bool {
    match (ANTONYMS.get(&stem(one)), ANTONYMS.get(&stem(other))) {
        (Some(one), Some(other)) => one
            .iter()
            .any(|(line, side)| other.contains(&(*line, !side))),
        _ => false,
    }
}

/// Whether two words, in any of their forms, are one or tell the same of an event.
pub fn same_meaning(one: &str, other: &str) -> bool {
    let (one, other) = (stem(one), stem(other));
    one == other
        || match (SYNONYMS.get(&one), SYNONYMS.get(&other)) {
            (Some(one), Some(other)) => one.iter().any(|group| other.contains(group)),
            _ => false,
        }
}

/// Whether two main verbs tell of the same; a verb that only links or helps tells of nothing.
pub fn same_predicate(one: &str, other: &str) -> bool {
    const EMPTY: [&str; 12] = [
        "be", "have", "do", "say", "get", "make", "take", "go", "come", "become", "tell", "give",
    ];
    let tells = |verb: &str| verb.len() > 1 && !EMPTY.contains(&verb);
    tells(one) && tells(other) && same_meaning(one, other)
}

/// Reads one group of words a line.
fn groups(list: &str) -> HashMap<String, Vec<usize>> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, line) in list.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        for word in line.split_whitespace() {
            groups.entry(stem(word)).or_default().push(number);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_group_mean_the_same_in_any_form() {
        assert!(same_meaning("killed", "dead"));
        assert!(same_meaning("stores", "shops"));
        assert!(!same_meaning("killed", "injured"));
    }

    #[test]
    fn antonyms_stand_on_two_sides_of_one_bar() {
        assert!(antonyms("accepted", "refuses"));
        assert!(!antonyms("accept", "approve"));
        assert!(!antonyms("accept", "fall"));
    }

    #[test]
    fn helping_verbs_tell_of_nothing() {
        assert!(!same_predicate("be", "be"));
        assert!(same_predicate("refuse", "reject"));
    }
}

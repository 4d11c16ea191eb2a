//! What capital letters tell: the habit of a sentence, and words that only begin one.

use std::collections::HashSet;

use super::words::Word;
use crate::analysis::gazetteer;

/// How a sentence uses capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    /// Names and the first word only.
    Running,
    /// A headline: every longer word, or every letter.
    Headline,
}

pub(super) fn habit(words: &[Word<'_>]) -> Habit {
    let long = words
        .iter()
        .filter(|word| word.is_word() && word.text.chars().count() > 3);
    let (mut all, mut capitalized, mut common) = (0, 0, 0);
    for word in long {
        all += 1;
        if word.is_capitalized() {
            capitalized += 1;
            common += usize::from(gazetteer::is_common_word(&word.folded));
        }
    }
    if all >= 3 && capitalized * 7 >= all * 6 && common >= 2 {
        Habit::Headline
    } else {
        Habit::Running
    }
}

/// Words that are capitalized inside sentences somewhere in the document, folded.
#[derive(Default)]
pub(super) struct Established(HashSet<String>);

impl Established {
    pub fn note(&mut self, words: &[Word<'_>]) {
        for pair in words.windows(2) {
            let [before, word] = pair else { continue };
            let inside = before.is_word() && !before.is_capitalized() || before.folded == ",";
            if inside && word.is_capitalized() {
                self.0.insert(word.folded.clone());
            }
        }
    }

    fn contains(&self, word: &Word<'_>) -> bool {
        self.0.contains(&word.folded)
    }
}

/// Whether the first word of a sentence belongs to a name, rather than being capitalized for its place alone.
pub(super) fn opens_name(
    first: &Word<'_>,
    next: Option<&Word<'_>>,
    established: &Established,
) -> bool {
    if never_in_name(&first.folded) {
        return false;
    }
    if gazetteer::lookup(first.text).is_some() || established.contains(first) || first.is_all_caps()
    {
        return true;
    }
    let common = gazetteer::is_common_word(&first.folded);
    if next.is_some_and(Word::is_capitalized) {
        let adverb = ["ly", "ing", "ed"]
            .iter()
            .any(|ending| first.folded.ends_with(ending))
            && !matches!(
                first.folded.as_str(),
                "weekly" | "daily" | "monthly" | "early" | "family" | "united"
            );
        return !common || !adverb;
    }
    !common
}

/// Ordinal and describing words that names often begin with: "First Amendment", "New Deal".
pub(super) fn may_begin_name(folded: &str) -> bool {
    matches!(
        folded,
        "first"
            | "second"
            | "third"
            | "next"
            | "new"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "most"
            | "all"
            | "every"
            | "few"
            | "former"
            | "last"
            | "no"
            | "over"
            | "under"
            | "near"
            | "up"
    )
}

/// Function words, days, months and openers of sentences: capitalized often, part of a name never.
pub(super) fn never_in_name(folded: &str) -> bool {
    static WORDS: std::sync::LazyLock<HashSet<&str>> = std::sync::LazyLock::new(|| {
        include_str!("../../../assets/gazetteer/never-in-names.txt")
            .split_whitespace()
            .collect()
    });
    WORDS.contains(folded)
}

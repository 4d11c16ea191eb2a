//! Phrases that name nobody but say who is meant: "the French president", "the carrier".

use super::runs::{Place, cover};
use super::words::Word;
use super::{Candidate, Reference, Role};
use crate::analysis::gazetteer;

/// Most words between the article and the last word of a phrase.
const MOST_MODIFIERS: usize = 4;

/// Where the phrase begins that leads up to a name at `at`: its article, offices and what describes them.
pub(super) fn phrase_before(words: &[Word<'_>], at: usize) -> usize {
    let mut start = at;
    let mut offices = 0;
    while let Some(word) = start.checked_sub(1).map(|before| &words[before]) {
        let office = gazetteer::office_of_title(&word.folded).is_some();
        let joins = word.folded == "and"
            && offices > 0
            && start >= 2
            && gazetteer::office_of_title(&words[start - 2].folded).is_some();
        let modifies = gazetteer::title_modifier(&word.folded) || is_age(&word.folded);
        if !word.is_word() && !is_age(&word.folded) || !(office || joins || modifies) {
            break;
        }
        offices += usize::from(office || is_age(&word.folded));
        start -= 1;
    }
    if offices == 0 {
        return at;
    }
    // "French president Emmanuel Macron", "NATO chief Jens Stoltenberg"
    if start > 0
        && gazetteer::lookup(words[start - 1].text).is_some()
        && words[start - 1].is_capitalized()
    {
        start -= 1;
    }
    start
}

fn is_age(folded: &str) -> bool {
    folded.ends_with("-year-old")
}

/// Appends the descriptions of one sentence that no name is part of.
pub(super) fn read(words: &[Word<'_>], taken: &[bool], place: Place, out: &mut Vec<Candidate>) {
    for (at, word) in words.iter().enumerate() {
        if taken[at] || !word.is_word() || word.is_capitalized() && at > 0 {
            continue;
        }
        let office = gazetteer::office_of_title(&word.folded).filter(|office| !office.is_empty());
        let head = match office {
            Some(office) => office,
            None if is_thing(&word.folded) => word.folded.as_str(),
            None => continue,
        };
        let leads_to_name = taken.get(at + 1).is_some_and(|&taken| taken) && office.is_some();
        let goes_on = words.get(at + 1).is_some_and(|next| {
            next.is_word()
                && (gazetteer::office_of_title(&next.folded).is_some() || is_thing(&next.folded))
        });
        if leads_to_name || goes_on {
            continue;
        }
        let Some(start) = start_of(words, at) else {
            continue;
        };
        let modifiers = words[start..at]
            .iter()
            .filter(|word| !is_article(&word.folded))
            .map(|word| word.folded.clone())
            .collect();
        out.push(Candidate {
            span: cover(words, start..at + 1),
            sentence: place.sentence,
            paragraph: place.paragraph,
            kind: None,
            reference: Reference::Role(Role {
                head: head.to_owned(),
                modifiers,
                person: office.is_some(),
            }),
        });
    }
}

/// Where a description that ends at `head` begins: at its definite article, or at a name that owns the office.
fn start_of(words: &[Word<'_>], head: usize) -> Option<usize> {
    let mut at = head;
    while let Some(before) = at.checked_sub(1) {
        let word = &words[before];
        if is_article(&word.folded) {
            return Some(before);
        }
        let describes = word.is_word() && !is_boundary(&word.folded) || is_age(&word.folded);
        if head - before > MOST_MODIFIERS || !describes {
            break;
        }
        at = before;
    }
    let first = words.get(head.checked_sub(1)?)?;
    let owned = first.is_capitalized() && gazetteer::lookup(first.text).is_some();
    owned.then(|| head - 1)
}

fn is_article(folded: &str) -> bool {
    matches!(folded, "the" | "this" | "that")
}

/// Words that no description reaches over.
fn is_boundary(folded: &str) -> bool {
    matches!(
        folded,
        "a" | "an"
            | "of"
            | "in"
            | "to"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "and"
            | "or"
            | "but"
            | "as"
            | "is"
            | "was"
            | "were"
            | "are"
            | "be"
            | "been"
            | "has"
            | "had"
            | "have"
            | "will"
            | "would"
            | "that"
            | "which"
            | "who"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "'s"
            | "said"
            | "says"
            | "not"
            | "it"
            | "he"
            | "she"
            | "they"
            | "we"
            | "i"
    )
}

/// Sorts of organizations, places and things that articles call by their sort after naming them.
pub(super) fn is_thing(folded: &str) -> bool {
    static WORDS: std::sync::LazyLock<std::collections::HashSet<&str>> =
        std::sync::LazyLock::new(|| {
            include_str!("../../../assets/gazetteer/things.txt")
                .split_whitespace()
                .collect()
        });
    WORDS.contains(folded)
}

//! Runs of capitalized words that may hold names.

use std::ops::Range;

use super::case::{Established, may_begin_name, never_in_name, opens_name};
use super::words::{Word, folded_phrase};
use crate::analysis::gazetteer;
use crate::model::EntityKind;

/// Longest name in words that the gazetteer or a headline is asked for.
pub(super) const LONGEST_NAME: usize = 8;

/// The runs of a sentence in running text, in order.
pub(super) fn runs(words: &[Word<'_>], established: &Established) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !starts_run(words, at, established) {
            at += 1;
            continue;
        }
        let mut end = longest_known(words, at).unwrap_or(at + 1);
        while let Some(next) = continues_to(words, at, end) {
            end = next;
        }
        runs.push(at..end);
        at = end;
    }
    runs
}

/// The end of the longest name that begins at `at` and that the gazetteer knows.
fn longest_known(words: &[Word<'_>], at: usize) -> Option<usize> {
    // No name that the gazetteer knows has anything but words and small words in it.
    let longest = words[at..]
        .iter()
        .take(LONGEST_NAME)
        .take_while(|word| word.is_capitalized() || is_small(&word.folded))
        .count();
    (at + 2..=at + longest)
        .rev()
        .filter(|&end| words[end - 1].is_capitalized())
        .find(|&end| gazetteer::lookup(&original(words, at..end)).is_some())
}

fn is_small(folded: &str) -> bool {
    matches!(
        folded,
        "of" | "the" | "and" | "for" | "in" | "'s" | "&" | "on" | "to" | "," | "de"
    )
}

fn starts_run(words: &[Word<'_>], at: usize, established: &Established) -> bool {
    let word = &words[at];
    if starts_numbered(words, at) {
        return true;
    }
    let shouted = word.is_all_caps()
        && word.text.len() > 3
        && gazetteer::is_common_word(&word.folded)
        && !words.get(at + 1).is_some_and(Word::is_capitalized);
    if shouted && gazetteer::lookup(word.text).is_none() {
        return false;
    }
    let named_on = words
        .get(at + 1)
        .is_some_and(|next| next.is_capitalized() && next.spaced);
    let ordinal = may_begin_name(&word.folded) && named_on && !begins_sentence(words, at);
    if !word.is_capitalized() || never_in_name(&word.folded) && !ordinal {
        // "May" is a month, "May Lee" is not; "Us" is no country, "US" is.
        return word.is_all_caps() && gazetteer::lookup(word.text).is_some();
    }
    !begins_sentence(words, at) || opens_name(word, words.get(at + 1), established)
}

/// "117th Street", "14th Amendment".
fn starts_numbered(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let ordinal = word.kind == crate::text::TokenKind::Number
        && ["st", "nd", "rd", "th"]
            .iter()
            .any(|ending| word.folded.ends_with(ending));
    ordinal
        && words.get(at + 1).is_some_and(|next| {
            next.is_capitalized()
                && (gazetteer::name_ending(&next.folded).is_some() || next.folded == "congress")
        })
}

/// Whether a capital letter is owed to the place alone: at the start, after a quotation mark, a colon or a dash.
fn begins_sentence(words: &[Word<'_>], at: usize) -> bool {
    words[..at].last().is_none_or(|before| {
        !before.is_word() && !matches!(before.folded.as_str(), "," | "(" | "$")
    }) && words
        .get(at.wrapping_sub(1))
        .is_none_or(|before| before.kind != crate::text::TokenKind::Number)
}

/// The end of the run that reaches over one more word, with what joins the two.
fn continues_to(words: &[Word<'_>], start: usize, end: usize) -> Option<usize> {
    let next = words.get(end)?;
    if is_compound(&words[end - 1]) {
        return None;
    }
    let numbered = next.kind == crate::text::TokenKind::Number
        && next.spaced
        && matches!(
            last_folded(words, end),
            "amendment"
                | "interstate"
                | "route"
                | "highway"
                | "flight"
                | "apollo"
                | "bill"
                | "proposition"
                | "title"
                | "resolution"
                | "article"
                | "boeing"
                | "airbus"
                | "hr"
                | "sb"
                | "section"
                | "gate"
        );
    if numbered {
        return Some(end + 1);
    }
    if next.is_capitalized() {
        let names_on = !never_in_name(&next.folded) || matches!(next.text, "II" | "III" | "IV");
        return (names_on && next.spaced).then_some(end + 1);
    }
    let is_name = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.is_capitalized() && !never_in_name(&word.folded))
    };
    let last = &words[end - 1];
    match next.folded.as_str() {
        "of" | "for" | "on" => {
            let after = if words.get(end + 1)?.folded == "the" {
                end + 2
            } else {
                end + 1
            };
            (is_name(after) && takes_of(words, start, end, after)).then_some(after + 1)
        }
        "and" | "&" => {
            let inside = next.folded == "&"
                || words[start..end]
                    .iter()
                    .any(|word| matches!(word.folded.as_str(), "of" | "for" | "on"));
            let lists_places = gazetteer::lookup(last.text).is_some();
            let joins = inside && !lists_places || joins_common_words(words, end);
            (joins && is_name(end + 1)).then_some(end + 2)
        }
        "de" | "von" | "van" | "der" | "la" | "bin" | "ibn" | "del" | "da" | "di" | "du" | "el"
        | "al" | "ben" => is_name(end + 1).then_some(end + 2),
        "'s" => {
            let owner = matches!(
                last.folded.as_str(),
                "sheriff"
                    | "women"
                    | "children"
                    | "men"
                    | "veterans"
                    | "governor"
                    | "people"
                    | "writers"
                    | "workers"
                    | "district attorney"
                    | "attorney"
                    | "coroner"
                    | "examiner"
                    | "king"
                    | "queen"
                    | "st"
            ) || end == start + 1 && gazetteer::given_name(&last.folded).is_some();
            // "Norwick Sam's Club"
            let known = (end + 2..=words.len().min(end + 4))
                .find(|&to| gazetteer::lookup(&original(words, end - 1..to)).is_some());
            if known.is_some() {
                return known;
            }
            let ends_as_name = (end + 1..words.len().min(end + 5))
                .take_while(|&at| is_name(at))
                .any(|at| gazetteer::name_ending(&words[at].folded).is_some());
            (owner && ends_as_name).then_some(end + 2)
        }
        // "Anton Gerard (Jerry) Lind"
        "(" | "\"" if is_name(end + 1) && is_name(end + 3) => {
            let closes = matches!(words[end + 2].folded.as_str(), ")" | "\"");
            let given = gazetteer::given_name(&words[start].folded).is_some();
            (closes && given).then_some(end + 4)
        }
        _ => None,
    }
}

fn last_folded<'a>(words: &'a [Word<'_>], end: usize) -> &'a str {
    words[end - 1].folded.as_str()
}

/// "Fish and Wildlife Service": ordinary words on both sides, and an organization at the end.
fn joins_common_words(words: &[Word<'_>], and: usize) -> bool {
    let is_common = |at: usize| {
        words.get(at).is_some_and(|word| {
            gazetteer::is_common_word(&word.folded) && gazetteer::given_name(&word.folded).is_none()
        })
    };
    let ends_as_organization = (and + 2..words.len().min(and + 4))
        .take_while(|&at| words[at].is_capitalized())
        .any(|at| gazetteer::name_ending(&words[at].folded) == Some(EntityKind::Organization));
    is_common(and - 1) && is_common(and + 1) && ends_as_organization
}

/// "York-based", "US-led": what follows is another name.
fn is_compound(word: &Word<'_>) -> bool {
    word.text.rsplit_once(['-', '‑']).is_some_and(|(_, tail)| {
        tail.len() > 2 && tail.chars().all(char::is_lowercase) && gazetteer::is_common_word(tail)
    })
}

/// Whether "of" or "for" stands inside the name: "Bank of America", "Secretary of State".
fn takes_of(words: &[Word<'_>], start: usize, end: usize, after: usize) -> bool {
    const DEPARTMENTS: &[&str] = &[
        "state",
        "defense",
        "defence",
        "homeland",
        "health",
        "education",
        "treasury",
        "energy",
        "labor",
        "interior",
        "commerce",
        "agriculture",
        "transportation",
        "staff",
        "war",
        "justice",
        "national",
        "operations",
        "communications",
        "public",
        "foreign",
        "economic",
        "intelligence",
    ];
    let last = &words[end - 1].folded;
    let known = (after + 1..=words.len().min(after + 3))
        .any(|to| gazetteer::lookup(&folded_phrase(&words[start..to])).is_some());
    let is_on = words[end].folded == "on";
    let ending =
        gazetteer::name_ending(last).filter(|_| gazetteer::office_of_title(last).is_none());
    let names_act = (after..words.len().min(after + 4))
        .take_while(|&at| words[at].is_capitalized())
        .any(|at| {
            matches!(
                words[at].folded.as_str(),
                "act" | "bill" | "treaty" | "amendment"
            )
        });
    known
        || names_act
        || ending.is_some_and(|kind| !is_on || kind == EntityKind::Organization)
        || DEPARTMENTS.contains(&words[after].folded.as_str())
            && gazetteer::office_of_title(last).is_some()
}

/// The runs of a headline, where capital letters say nothing: names that the text or the gazetteer knows,
/// and words that English does not.
pub(super) fn runs_in_headline(
    words: &[Word<'_>],
    is_known: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = words.len().min(at + LONGEST_NAME);
        let known = (at + 1..=longest).rev().find(|&end| {
            let phrase = folded_phrase(&words[at..end]);
            words[at].is_capitalized()
                && words[end - 1].is_capitalized()
                && (is_known(&phrase) || gazetteer::lookup(&original(words, at..end)).is_some())
        });
        let end = known.unwrap_or_else(|| {
            let strange = words[at..longest].iter().take_while(|word| {
                word.is_capitalized()
                    && !never_in_name(&word.folded)
                    && !gazetteer::is_common_word(&word.folded)
            });
            at + strange.count()
        });
        if end > at {
            runs.push(at..end);
        }
        at = end.max(at + 1);
    }
    runs
}

/// The words as written, with single spaces.
pub(super) fn original(words: &[Word<'_>], range: Range<usize>) -> String {
    let mut phrase = String::new();
    for word in &words[range] {
        if word.spaced && !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word.text);
    }
    phrase
}

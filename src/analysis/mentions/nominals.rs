//! Phrases that name nobody but say who is meant: "the French president", "the carrier", "police".

use super::case::never_in_name;
use super::runs::{Place, cover, office_with_rank};
use super::words::Word;
use super::{Candidate, Name, Reference, Role};
use crate::analysis::gazetteer::{self, Described};
use crate::model::EntityKind;
use crate::text::{Span, TokenKind};

/// Most words between the article and the last word of a phrase.
const MOST_MODIFIERS: usize = 4;

/// Where the phrase begins that leads up to a name at `at`: its article, offices and what describes them.
/// `titled` says whether a title stands there already.
pub(super) fn phrase_before(words: &[Word<'_>], at: usize, titled: bool) -> usize {
    let mut start = at;
    let mut described = titled;
    while let Some(word) = start.checked_sub(1).map(|before| &words[before]) {
        let office = gazetteer::office_of_title(&word.folded).is_some();
        let joins = word.folded == "and"
            && described
            && start >= 2
            && gazetteer::office_of_title(&words[start - 2].folded).is_some();
        let modifies = gazetteer::title_modifier(&word.folded);
        let office = office || is_person(&word.folded) && !word.is_capitalized();
        if !(is_age(&word.folded) || word.is_word() && (office || joins || modifies)) {
            break;
        }
        described |= office || is_age(&word.folded);
        start -= 1;
    }
    if !described {
        return at;
    }
    // "his sister Mahnefah"
    let owner = start
        .checked_sub(1)
        .map(|before| words[before].folded.as_str());
    if matches!(owner, Some("his" | "her" | "my" | "their" | "our")) {
        return start - 1;
    }
    // "White House spokesman Josh Earnest", "U.S. customs agent David Wilhelm"
    let plain = words[..start]
        .iter()
        .rev()
        .take(2)
        .take_while(|word| describes(word))
        .count();
    for skipped in [0, plain] {
        let owner = words[..start - skipped].iter().rev();
        let owner = owner
            .take_while(|word| word.is_capitalized() && !never_in_name(&word.folded))
            .count();
        if owner > 0 {
            return start - skipped - owner;
        }
    }
    start
}

/// A plain word that may stand between an owner and an office.
fn describes(word: &Word<'_>) -> bool {
    word.is_word()
        && !word.is_capitalized()
        && !is_boundary(&word.folded)
        && !is_determiner(&word.folded)
        && !word.folded.ends_with("ed")
        && (!word.folded.ends_with('s') || word.folded.ends_with("ss"))
        && !matches!(
            word.folded.as_str(),
            "told"
                | "met"
                | "saw"
                | "beat"
                | "made"
                | "hit"
                | "left"
                | "took"
                | "gave"
                | "sent"
                | "won"
                | "lost"
                | "shot"
                | "got"
                | "held"
                | "hurt"
                | "struck"
                | "kept"
                | "like"
                | "found"
                | "led"
                | "sought"
                | "fought"
        )
}

fn is_person(folded: &str) -> bool {
    gazetteer::described(folded).is_some_and(|described| described.kind == EntityKind::Person)
}

fn is_age(folded: &str) -> bool {
    folded.ends_with("-year-old")
}

/// Appends the descriptions of one sentence.
///
/// `taken` marks the words of names; such a word may own what a description ends with: "Obama administration".
pub(super) fn read(words: &[Word<'_>], taken: &[bool], place: Place<'_>, out: &mut Vec<Candidate>) {
    for at in 0..words.len() {
        let Some(described) = head(words, taken, at) else {
            continue;
        };
        let Some((start, definite)) = start_of(words, taken, at, described) else {
            continue;
        };
        let span = cover(words, start..at + 1);
        let in_apposition = |candidate: &Candidate| {
            candidate.span.start == span.start
                && candidate.span.contains(span)
                && matches!(candidate.reference, Reference::Around(_))
        };
        let sentence = out
            .iter()
            .rev()
            .take_while(|candidate| candidate.sentence == place.sentence);
        if sentence.into_iter().any(in_apposition) {
            continue;
        }
        let owned = !described.office && (start..at).any(|at| taken[at]);
        if let Some(name) = named_sort(words, start..at, &words[at], out, span) {
            let kind = out[name].kind;
            out.push(Candidate {
                span,
                sentence: place.sentence,
                paragraph: place.paragraph,
                kind,
                reference: Reference::Around(name),
            });
            continue;
        }
        let reference = if owned {
            Reference::Name(owned_name(&words[start..=at]))
        } else {
            Reference::Role(Role {
                head: if described.office {
                    office_with_rank(described.head, (at > start).then(|| &words[at - 1]))
                } else {
                    described.head.to_owned()
                },
                modifiers: own_words(&words[start..at]),
                person: described.office,
                definite,
            })
        };
        out.push(Candidate {
            span,
            sentence: place.sentence,
            paragraph: place.paragraph,
            kind: Some(described.kind),
            reference,
        });
    }
}

/// "The Tea Party movement", "the AFP news agency": the name with the sort of thing that it is.
fn named_sort(
    words: &[Word<'_>],
    before: std::ops::Range<usize>,
    head: &Word<'_>,
    out: &[Candidate],
    span: Span,
) -> Option<usize> {
    let is_sort = matches!(
        head.folded.as_str(),
        "movement"
            | "agency"
            | "series"
            | "franchise"
            | "team"
            | "teams"
            | "alliance"
            | "region"
            | "island"
            | "neighborhood"
            | "newspaper"
            | "magazine"
            | "network"
    );
    let is_owner = words[before].iter().any(|word| word.folded == "'s");
    let within = |candidate: &Candidate| {
        candidate.name().is_some_and(|name| !name.described) && span.contains(candidate.span)
    };
    let last = out
        .iter()
        .rposition(|candidate| candidate.span.start < span.end)?;
    (is_sort && !is_owner && within(&out[last])).then_some(last)
}

/// "Obama administration", "Troy police", "Moore's campaign": a name of its own, though not in capitals.
fn owned_name(words: &[Word<'_>]) -> Name {
    let first = usize::from(is_determiner(&words[0].folded));
    Name {
        words: own_words(words),
        known: gazetteer::lookup(&super::names::original(words, first..words.len())),
        described: true,
        offices: Vec::new(),
        owners: Vec::new(),
        gender: None,
        honorific: false,
        located: false,
    }
}

fn own_words(words: &[Word<'_>]) -> Vec<String> {
    let own = words
        .iter()
        .filter(|word| word.is_word() && !is_determiner(&word.folded) && word.folded != "'s")
        .filter(|word| gazetteer::office_of_title(&word.folded) != Some(""));
    own.map(|word| word.folded.clone()).collect()
}

/// What the word at `at` describes, where it is the last word of a description.
fn head(words: &[Word<'_>], taken: &[bool], at: usize) -> Option<Described> {
    let word = &words[at];
    if taken[at] || !word.is_word() || word.is_capitalized() && at > 0 {
        return None;
    }
    let described = gazetteer::described(&word.folded)?;
    let next = words.get(at + 1).filter(|next| next.is_word());
    let leads_to_name = described.office && taken.get(at + 1).is_some_and(|&taken| taken);
    let goes_on = next.is_some_and(|next| gazetteer::described(&next.folded).is_some());
    (!leads_to_name && !goes_on).then_some(described)
}

/// Where a description that ends at `head` begins, and whether it is definite: at its article,
/// at a name that owns it, or, for those who are spoken of without an article, at its own word.
fn start_of(
    words: &[Word<'_>],
    taken: &[bool],
    head: usize,
    described: Described,
) -> Option<(usize, bool)> {
    let mut at = head;
    while let Some(before) = at.checked_sub(1) {
        let word = &words[before];
        match word.folded.as_str() {
            "the" | "this" | "that" | "these" | "those" => return Some((before, true)),
            "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten"
                if described.bare =>
            {
                return Some((before, true));
            }
            _ if word.kind == TokenKind::Number && described.bare && !is_age(&word.folded) => {
                return Some((before, true));
            }
            "his" | "her" | "my" | "our" if head - before <= 3 => return Some((before, true)),
            "a" | "an" => return (!described.office).then_some((before, false)),
            _ => {}
        }
        let owns = word.folded == "'s" && before > 0 && taken[before - 1];
        if (taken[before] || owns)
            && !(before + 1..head).all(|at| head - before <= 2 && describes(&words[at]))
        {
            break;
        }
        if taken[before] || owns {
            let start = (0..before)
                .rev()
                .take_while(|&at| taken[at])
                .last()
                .unwrap_or(before);
            let article = start
                .checked_sub(1)
                .filter(|&at| is_determiner(&words[at].folded));
            return Some((article.unwrap_or(start), true));
        }
        let describes = is_age(&word.folded) || word.is_word() && !is_boundary(&word.folded);
        if head - before > MOST_MODIFIERS || !describes {
            break;
        }
        at = before;
    }
    let adjective = head
        .checked_sub(1)
        .filter(|&before| is_adjective(&words[before]));
    described.bare.then_some((adjective.unwrap_or(head), true))
}

fn is_determiner(folded: &str) -> bool {
    matches!(
        folded,
        "his" | "her" | "my" | "our" | "the" | "this" | "that" | "these" | "those" | "a" | "an"
    )
}

/// By its ending, or one of a few: "congressional" investigators, "riot" police.
fn is_adjective(word: &Word<'_>) -> bool {
    const ENDINGS: [&str; 7] = ["al", "ic", "ive", "ous", "ary", "ese", "less"];
    word.is_word()
        && (ENDINGS.iter().any(|ending| word.folded.ends_with(ending))
            || matches!(
                word.folded.as_str(),
                "riot"
                    | "fire"
                    | "undocumented"
                    | "unidentified"
                    | "armed"
                    | "young"
                    | "state"
                    | "city"
                    | "county"
                    | "senior"
                    | "marine"
                    | "foreign"
                    | "hooded"
                    | "angry"
            ))
}

/// Words that no description reaches over.
fn is_boundary(folded: &str) -> bool {
    matches!(
        folded,
        "of" | "in"
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
            | "into"
            | "after"
            | "before"
            | "over"
            | "when"
            | "where"
            | "while"
            | "than"
    )
}

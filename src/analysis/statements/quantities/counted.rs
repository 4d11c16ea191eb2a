//! The noun that a number counts.

use crate::analysis::statements::sentence::SentenceReading;
use crate::analysis::statements::words::{Tag, Word, span_of};
use crate::analysis::vocabulary::VOCABULARY;
use crate::text::Span;

/// How many words a counted noun phrase may have.
const LONGEST: usize = 7;

/// What happens to people alone, so that a bare number with it counts people: "17 were injured".
const OF_PEOPLE: [&str; 20] = [
    "kill",
    "injure",
    "wound",
    "hurt",
    "arrest",
    "treat",
    "hospitalize",
    "rescue",
    "die",
    "detain",
    "charge",
    "evacuate",
    "survive",
    "hospitalise",
    "shoot",
    "drown",
    "bury",
    "capture",
    "behead",
    "execute",
];

/// Participles and adjectives that stand for people: "17 dead".
const PEOPLE: [&str; 10] = [
    "dead", "injured", "wounded", "missing", "hurt", "killed", "arrested", "others", "more",
    "homeless",
];

/// The lemma and the place of the noun that a number counts, where the words after it begin at `from`.
pub fn after(sentence: &SentenceReading<'_>, from: usize) -> Option<(String, Option<Span>)> {
    let words = &sentence.words;
    let start = partitive(words, from).unwrap_or(from);
    if let Some(head) = head(words, start) {
        let lower = words[head].lower.as_str();
        if PEOPLE.contains(&lower) {
            return Some(("person".to_owned(), Some(span_of(words, start, head))));
        }
        let noun = lower
            .rsplit('-')
            .next()
            .filter(|_| !lower.starts_with("co-"))
            .unwrap_or(lower);
        return Some((
            VOCABULARY.noun_lemma(noun),
            Some(span_of(words, start, head)),
        ));
    }
    people(sentence, from)
}

/// "17 of the passengers": the noun after "of".
fn partitive(words: &[Word], from: usize) -> Option<usize> {
    if !words.get(from)?.is("of") {
        return None;
    }
    let next = words.get(from + 1)?;
    let at = from + 1 + usize::from(matches!(next.tag, Tag::Determiner | Tag::Possessive));
    // "two of the three gunmen": the second number is counted by itself.
    Some(at + usize::from(words.get(at).is_some_and(|word| word.tag == Tag::Number)))
}

/// The last noun of the noun phrase that begins at a word.
fn head(words: &[Word], from: usize) -> Option<usize> {
    let mut found = None;
    for (at, word) in words.iter().enumerate().skip(from).take(LONGEST) {
        match word.tag {
            Tag::Noun => found = Some(at),
            Tag::Name if found.is_none() || words[at - 1].tag == Tag::Name => found = Some(at),
            Tag::Adjective
                if PEOPLE.contains(&word.lower.as_str()) && !continues(words, at + 1) =>
            {
                found = Some(at);
                break;
            }
            Tag::Adjective | Tag::Possessive => {}
            Tag::Adverb if found.is_none() && word.lower.ends_with("ly") => {}
            Tag::Determiner if word.is_any(&["other", "more", "such"]) => {}
            Tag::Gerund | Tag::Participle if found.is_none() && continues(words, at + 1) => {}
            Tag::Participle if found.is_none() && PEOPLE.contains(&word.lower.as_str()) => {
                found = Some(at);
                break;
            }
            _ => break,
        }
        if word.tag == Tag::Noun && !continues(words, at + 1) {
            break;
        }
    }
    found
}

fn continues(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        matches!(
            word.tag,
            Tag::Noun | Tag::Name | Tag::Adjective | Tag::Possessive
        )
    })
}

/// A bare number before or after a verb that happens to people.
fn people(sentence: &SentenceReading<'_>, from: usize) -> Option<(String, Option<Span>)> {
    let group = sentence.groups.iter().find(|group| {
        let subject = group.first >= from && group.first - from <= 1;
        let object = group.last < from && from - group.last <= 3;
        (subject || object) && OF_PEOPLE.contains(&group.lemma(&sentence.words).as_str())
    })?;
    let object_of_active = group.last < from
        || group.passive
        || group.lemma(&sentence.words) == "die"
        || group.lemma(&sentence.words) == "survive";
    object_of_active.then(|| ("person".to_owned(), None))
}

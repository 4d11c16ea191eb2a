//! Finding the stretches of a document that refer to somebody or something.
//!
//! What they refer to is decided in [`super::entities`]; here a mention knows its own words and neighbors only.

mod appositions;
mod case;
mod grammar;
mod heard;
mod kinds;
mod names;
mod nominals;
mod phrases;
mod pronouns;
mod runs;
mod titles;
mod words;

use std::collections::HashSet;

use crate::analysis::gazetteer::{self, Gender, Known};
use crate::model::{DocumentAnalysis, EntityKind, MentionForm, ReadName};
use crate::text::Span;
use case::{Established, Habit};
use words::Word;

/// A mention before it is known what it refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub span: Span,
    pub sentence: usize,
    pub paragraph: usize,
    /// Nothing where neither words nor neighbors tell.
    pub kind: Option<EntityKind>,
    pub reference: Reference,
}

/// How a candidate refers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    Name(Name),
    /// A phrase around a name: "President Macron". Holds the index of the name's candidate.
    Around(usize),
    /// A phrase without a name: "the French president".
    Role(Role),
    Pronoun(Gender),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The words in lower case, without marks of punctuation between them.
    pub words: Vec<String>,
    pub known: Option<&'static Known>,
    /// Whether it is a name with a common noun: "Obama administration".
    pub described: bool,
    /// Offices that titles or appositions beside it tell: "governor".
    pub offices: Vec<String>,
    /// Whose office it is: a place or an organization, by the gazetteer's name or folded.
    pub owners: Vec<String>,
    /// By an honorific, or else by the first name.
    pub gender: Option<Gender>,
    /// Whether the gender comes from an honorific: "Mrs."
    pub honorific: bool,
    /// Whether it follows a word that places follow: "in", "near".
    pub located: bool,
}

/// A definite description by office or by sort of thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Last word, as an office where it is one: "governor".
    pub head: String,
    /// What stands between article and head, folded: "French", "Alaska".
    pub modifiers: Vec<String>,
    /// Whether the head is an office of a person.
    pub person: bool,
    pub determiner: Determiner,
    /// All its words, folded, without the determiner.
    pub phrase: String,
    /// The candidate that the sentence says it is: "Lionsgate, the studio".
    pub is: Option<usize>,
}

/// How a description begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// "The governor": the reader knows which.
    The,
    /// "This", "that", "these", "those".
    This,
    /// "His brother", "Norwick's mayor".
    Owner,
    /// "A governor", "another governor": the reader does not know which.
    A,
    /// "Police", "protesters".
    None,
}

impl Determiner {
    fn of(words: &[Word<'_>]) -> Self {
        match words.first().map(|word| word.folded.as_str()) {
            Some("the") => Self::The,
            Some("this" | "that" | "these" | "those") => Self::This,
            Some("a" | "an" | "another") => Self::A,
            Some("his" | "her" | "its" | "their" | "my" | "our" | "your") => Self::Owner,
            _ if words
                .iter()
                .any(|word| matches!(word.folded.as_str(), "'s" | "'")) =>
            {
                Self::Owner
            }
            _ => Self::None,
        }
    }
}

impl Role {
    /// What the words from the determiner to the noun say; `head` is the noun, as an office where it is one.
    fn new(words: &[Word<'_>], head: String, person: bool) -> Self {
        let before = &words[..words.len().saturating_sub(1)];
        let first = usize::from(words.len() > 1 && nominals::is_determiner(&words[0].folded));
        Self {
            head,
            modifiers: nominals::own_words(before),
            person,
            determiner: Determiner::of(words),
            phrase: words::folded_phrase(&words[first..]),
            is: None,
        }
    }

    /// The places and organizations that it names, by the gazetteer's names.
    pub fn owners(&self) -> Vec<&'static str> {
        let modifiers = self.modifiers.iter();
        modifiers
            .filter_map(|word| gazetteer::owner(word))
            .collect()
    }

    /// Whether it speaks of several: "the officers", "police".
    pub fn is_plural(&self) -> bool {
        let noun = self.phrase.rsplit(' ').next().unwrap_or(&self.phrase);
        gazetteer::is_group(noun) || noun.ends_with('s') && !noun.ends_with("ss")
    }
}

impl Candidate {
    pub fn form(&self) -> MentionForm {
        match &self.reference {
            Reference::Name(name) if name.described => MentionForm::Nominal,
            Reference::Name(_) => MentionForm::Name,
            Reference::Around(_) | Reference::Role(_) => MentionForm::Nominal,
            Reference::Pronoun(_) => MentionForm::Pronoun,
        }
    }

    /// The words that its meaning is read from; nothing for pronouns and for phrases around others.
    pub fn phrase(&self) -> Option<String> {
        match &self.reference {
            Reference::Name(name) => Some(name.words.join(" ")),
            Reference::Role(role) => Some(role.phrase.clone()),
            Reference::Around(_) | Reference::Pronoun(_) => None,
        }
    }

    pub fn name(&self) -> Option<&Name> {
        match &self.reference {
            Reference::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// The candidates of one document, in the order of the text; a phrase stands before the name that it is around.
pub fn find(document: &DocumentAnalysis) -> Vec<Candidate> {
    let sentences: Vec<Vec<Word<'_>>> = (0..document.segments.sentences.len())
        .map(|sentence| words::of_sentence(document, sentence))
        .collect();
    let habits: Vec<Habit> = sentences.iter().map(|words| case::habit(words)).collect();
    let mut established = Established::default();
    for (words, habit) in sentences.iter().zip(&habits) {
        if *habit == Habit::Running {
            established.note(words);
        }
    }

    let mut candidates = Vec::new();
    for (sentence, words) in sentences.iter().enumerate() {
        if habits[sentence] == Habit::Running {
            let runs = names::runs(words, &established);
            read_sentence(document, sentence, words, &runs, &mut candidates);
        }
    }
    let known: HashSet<String> = candidates
        .iter()
        .filter_map(Candidate::name)
        .flat_map(|name| {
            [
                name.words.join(" "),
                name.words.last().cloned().unwrap_or_default(),
            ]
        })
        .collect();
    for (sentence, words) in sentences.iter().enumerate() {
        if habits[sentence] == Habit::Headline {
            let runs = names::runs_in_headline(words, |phrase| known.contains(phrase));
            read_sentence(document, sentence, words, &runs, &mut candidates);
        }
    }
    kinds::settle_short_names(&mut candidates);
    // "Crystal" alone is a name where the article speaks of Billy Crystal.
    let part_of_name: HashSet<String> = candidates
        .iter()
        .filter_map(|candidate| candidate.name().filter(|name| name.words.len() > 1))
        .filter_map(|name| name.words.last().cloned())
        .collect();
    let doubted: Vec<bool> = candidates
        .iter()
        .map(|candidate| {
            let stands_in = |name: &Name| name.words.iter().all(|word| part_of_name.contains(word));
            heard::is_doubted(candidate, heard_in(document, candidate.sentence))
                && !candidate.name().is_some_and(stands_in)
        })
        .collect();
    in_text_order(candidates, &doubted)
}

/// The names that the network read in a sentence; nothing where it was not asked.
fn heard_in(document: &DocumentAnalysis, sentence: usize) -> Option<&[ReadName]> {
    let reading = document.readings.get(sentence)?;
    Some(reading.names.as_slice())
}

fn read_sentence(
    document: &DocumentAnalysis,
    sentence: usize,
    words: &[Word<'_>],
    runs: &[std::ops::Range<usize>],
    candidates: &mut Vec<Candidate>,
) {
    let place = runs::Place {
        sentence,
        paragraph: document.segments.sentences[sentence].paragraph,
        reading: document.readings.get(sentence),
    };
    let first = candidates.len();
    let mut taken = vec![false; words.len()];
    for run in runs {
        taken[run.clone()].fill(true);
        runs::read(words, run.clone(), place, candidates);
    }
    runs::read_heard(words, place, candidates);
    pronouns::read(words, place, candidates);
    match place.reading {
        Some(reading) => phrases::read(words, reading, place, first, candidates),
        None => nominals::read(words, &taken, place, candidates),
    }
}

/// Sorts by place, without the `doubted` and the phrases around them; indexes from phrases to their names follow.
fn in_text_order(candidates: Vec<Candidate>, doubts: &[bool]) -> Vec<Candidate> {
    let kept: Vec<bool> = (candidates.iter().zip(doubts))
        .map(|(candidate, doubted)| match candidate.reference {
            Reference::Around(name) => !doubts[name],
            _ => !doubted,
        })
        .collect();
    let stays = |index: &usize| kept[*index];
    let mut order: Vec<usize> = (0..candidates.len()).filter(stays).collect();
    order.sort_by_key(|&index| {
        let span = candidates[index].span;
        (span.start, std::cmp::Reverse(span.end), index)
    });
    let mut position = vec![0; candidates.len()];
    for (new, &old) in order.iter().enumerate() {
        position[old] = new;
    }
    let mut candidates: Vec<Option<Candidate>> = candidates.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|old| {
            let mut candidate = candidates[old].take()?;
            match &mut candidate.reference {
                Reference::Around(other) => *other = position[*other],
                Reference::Role(Role { is, .. }) => {
                    *is = is.filter(stays).map(|other| position[other]);
                }
                Reference::Name(_) | Reference::Pronoun(_) => {}
            }
            Some(candidate)
        })
        .collect()
}

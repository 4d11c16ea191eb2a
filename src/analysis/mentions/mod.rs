//! Finding the stretches of a document that refer to somebody or something.
//!
//! What they refer to is decided in [`super::entities`]; here a mention knows its own words and neighbors only.

mod appositions;
mod case;
mod heard;
mod kinds;
mod names;
mod nominals;
mod pronouns;
mod runs;
mod titles;
mod words;

use std::collections::HashSet;

use crate::analysis::gazetteer::{Gender, Known};
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
    /// Whether it points at what the reader knows: "the governor", not "a governor".
    pub definite: bool,
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
    let doubted: Vec<bool> = candidates
        .iter()
        .map(|candidate| heard::is_doubted(candidate, heard_in(document, candidate.sentence)))
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
        heard: heard_in(document, sentence),
    };
    let mut taken = vec![false; words.len()];
    for run in runs {
        taken[run.clone()].fill(true);
        runs::read(words, run.clone(), place, candidates);
    }
    runs::read_heard(words, place, candidates);
    nominals::read(words, &taken, place, candidates);
    pronouns::read(words, place, candidates);
}

/// Sorts by place, without the `doubted` and the phrases around them; indexes from phrases to their names follow.
fn in_text_order(candidates: Vec<Candidate>, doubted: &[bool]) -> Vec<Candidate> {
    let stays = |index: &usize| match candidates[*index].reference {
        Reference::Around(name) => !doubted[name],
        _ => !doubted[*index],
    };
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
            if let Reference::Around(name) = &mut candidate.reference {
                *name = position[*name];
            }
            Some(candidate)
        })
        .collect()
}

//! Lists of phrases by what they show, found in any of their forms, with the negation before them.

use std::collections::HashMap;

use crate::analysis::alignment::words::stem;
use crate::text::Span;

/// How many words before a phrase a negation may stand.
const NEGATION_REACH: usize = 4;

/// Phrases in named groups.
pub struct Lexicon {
    groups: Vec<String>,
    /// By the stem of the first word: the group, and the stems that must follow.
    phrases: HashMap<String, Vec<(usize, Vec<String>)>>,
}

/// A phrase found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub group: usize,
    pub span: Span,
    /// The word that turns it round.
    pub negation: Option<Span>,
}

impl Mark {
    /// The phrase with its negation.
    pub fn whole(&self) -> Span {
        self.negation
            .map_or(self.span, |negation| negation.cover(self.span))
    }
}

impl Lexicon {
    /// Reads "group: phrase, phrase" lines.
    pub fn read(list: &str) -> Self {
        let mut lexicon = Self {
            groups: Vec::new(),
            phrases: HashMap::new(),
        };
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let Some((group, phrases)) = line.split_once(':') else {
                continue;
            };
            let group = lexicon.group_or_new(group.trim());
            for phrase in phrases.split(',') {
                let mut stems = phrase.split_whitespace().map(stem);
                if let Some(first) = stems.next() {
                    lexicon
                        .phrases
                        .entry(first)
                        .or_default()
                        .push((group, stems.collect()));
                }
            }
        }
        lexicon
    }

    /// The number of a group.
    pub fn group(&self, name: &str) -> Option<usize> {
        self.groups.iter().position(|group| group == name)
    }

    /// The phrases in a run of stems with their places: the longest at each place, none inside another.
    pub fn marks(&self, words: &[(&str, Span)]) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = self
                .phrases
                .get(words[at].0)
                .into_iter()
                .flatten()
                .filter(|(_, rest)| {
                    rest.len() < words.len() - at
                        && rest
                            .iter()
                            .zip(&words[at + 1..])
                            .all(|(sought, word)| sought == word.0)
                })
                .max_by_key(|(_, rest)| rest.len());
            if let Some((group, rest)) = longest {
                let span = words[at].1.cover(words[at + rest.len()].1);
                marks.push(Mark {
                    group: *group,
                    span,
                    negation: negation_before(words, at),
                });
                at += rest.len();
            }
            at += 1;
        }
        marks
    }

    fn group_or_new(&mut self, name: &str) -> usize {
        self.group(name).unwrap_or_else(|| {
            self.groups.push(name.to_owned());
            self.groups.len() - 1
        })
    }
}

/// The nearest denying word before a place, where no other clause begins in between.
fn negation_before(words: &[(&str, Span)], at: usize) -> Option<Span> {
    const DENYING: [&str; 14] = [
        "not", "n't", "t", "no", "never", "neither", "nor", "without", "hardly", "cannot", "fail",
        "nobody", "none", "barely",
    ];
    const BOUNDS: [&str; 5] = ["but", "that", "which", "who", "because"];
    words[at.saturating_sub(NEGATION_REACH)..at]
        .iter()
        .rev()
        .take_while(|word| !BOUNDS.contains(&word.0))
        .find(|word| DENYING.contains(&word.0))
        .map(|word| word.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(list: &str, text: &str) -> Vec<(usize, String, bool)> {
        let stems: Vec<(String, Span)> = text
            .split(' ')
            .scan(0, |start, word| {
                let span = Span::new(*start, *start + word.len());
                *start += word.len() + 1;
                Some((stem(word), span))
            })
            .collect();
        let words: Vec<(&str, Span)> = stems
            .iter()
            .map(|(stem, span)| (stem.as_str(), *span))
            .collect();
        Lexicon::read(list)
            .marks(&words)
            .into_iter()
            .map(|mark| {
                let words = text.get(mark.span.range()).unwrap_or_default().to_owned();
                (mark.group, words, mark.negation.is_some())
            })
            .collect()
    }

    #[test]
    fn the_longest_phrase_is_found_in_any_form() {
        assert_eq!(
            found("for: call, call for", "they were calling for help"),
            [(0, "calling for".to_owned(), false)]
        );
    }

    #[test]
    fn a_negation_turns_the_phrase_after_it() {
        assert_eq!(
            found("for: attached to", "they are not very attached to it"),
            [(0, "attached to".to_owned(), true)]
        );
        assert_eq!(
            found("for: support", "not he but others support it"),
            [(0, "support".to_owned(), false)]
        );
    }
}

//! The words of one sentence as name finding looks at them.

use crate::model::DocumentAnalysis;
use crate::text::{Span, TokenKind, fold};

/// A token with its text, folded once.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    pub span: Span,
    pub text: &'a str,
    pub folded: String,
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
}

impl Word<'_> {
    /// Whether it is written like a name: "Paris", "NATO", "al-Qaeda", "eBay", "76ers".
    pub fn is_capitalized(&self) -> bool {
        match self.kind {
            TokenKind::Word if self.is_party_and_state() => false,
            TokenKind::Word => {
                let mut chars = self.text.chars();
                chars.next().is_some_and(char::is_uppercase)
                    || (self.text.starts_with("al-") && self.text.contains(char::is_uppercase))
                    || chars.next().is_some_and(char::is_uppercase)
            }
            TokenKind::Number => self.text.chars().count() > 2 && self.text.ends_with("ers"),
            TokenKind::Punctuation | TokenKind::Symbol => false,
        }
    }

    /// Whether it tells a legislator's party and state: "R-Ohio", "D-N.Y.".
    pub fn is_party_and_state(&self) -> bool {
        let state = ["R-", "D-", "I-"]
            .iter()
            .find_map(|party| self.text.strip_prefix(party));
        state.is_some_and(|state| state.starts_with(char::is_uppercase))
    }

    pub fn is_all_caps(&self) -> bool {
        self.text.chars().filter(|c| c.is_uppercase()).count() > 1
            && !self.text.chars().any(char::is_lowercase)
    }

    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// The words of one sentence.
pub(super) fn of_sentence(document: &DocumentAnalysis, sentence: usize) -> Vec<Word<'_>> {
    let source = &document.document.text;
    let mut end = None;
    let tokens = document.segments.tokens_of(sentence);
    let mut words: Vec<Word<'_>> = tokens
        .iter()
        .map(|token| {
            let text = source.slice(token.span);
            let spaced = end != Some(token.span.start);
            end = Some(token.span.end);
            Word {
                span: token.span,
                text,
                folded: fold(text),
                kind: token.kind,
                spaced,
            }
        })
        .collect();
    // "sheriff ’ s", as some copies of pages have it.
    for at in 1..words.len() {
        if words[at].text == "s" && words[at - 1].folded == "'" {
            let mark = words[at - 1].span;
            words[at].span = mark.cover(words[at].span);
            words[at].folded.insert(0, '\'');
        }
    }
    words.dedup_by(|later, earlier| {
        let joined =
            later.folded == "'s" && earlier.folded == "'" && later.span.contains(earlier.span);
        if joined {
            std::mem::swap(later, earlier);
        }
        joined
    });
    words
}

/// The folded words with single spaces between them.
pub(super) fn folded_phrase(words: &[Word<'_>]) -> String {
    let mut phrase = String::new();
    for word in words {
        if word.spaced && !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&word.folded);
    }
    phrase
}

//! One sentence as words with their guessed parts of speech: what every rule of this stage reads.

use crate::text::{SourceText, Span, Token, TokenKind};

use crate::analysis::vocabulary::VOCABULARY;

/// Words beyond this many are read as another sentence, so that no rule meets an endless one.
pub const MAX_WORDS: usize = 200;

/// A token with its folded spelling and its part of speech.
#[derive(Clone, Debug)]
pub struct Word {
    pub span: Span,
    /// Lower case, with straight apostrophes.
    pub lower: String,
    pub tag: Tag,
    pub capital: bool,
}

impl Word {
    pub fn is(&self, spelling: &str) -> bool {
        self.lower == spelling
    }

    pub fn is_any(&self, spellings: &[&str]) -> bool {
        spellings.contains(&self.lower.as_str())
    }
}

/// A part of speech, as far as the rules need to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Determiner,
    Possessive,
    Pronoun,
    Noun,
    Name,
    Number,
    Adjective,
    Adverb,
    Preposition,
    Coordinator,
    Subordinator,
    Relative,
    To,
    Modal,
    /// An infinitive or an imperative.
    Base,
    Present,
    Past,
    Participle,
    Gerund,
    Comma,
    /// Ends a sentence or a part of it: full stop, semicolon, colon, dash.
    Stop,
    /// An opening quotation mark or bracket.
    Open,
    /// A closing one.
    Close,
    Symbol,
}

impl Tag {
    pub fn is_verb(self) -> bool {
        self.is_finite() || matches!(self, Self::Base | Self::Participle | Self::Gerund)
    }

    pub fn is_finite(self) -> bool {
        matches!(self, Self::Modal | Self::Present | Self::Past)
    }

    /// Whether it can end a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number | Self::Pronoun)
    }

    /// Whether it can stand inside a noun phrase before the head.
    pub fn is_modifier(self) -> bool {
        matches!(
            self,
            Self::Determiner | Self::Possessive | Self::Adjective | Self::Number
        )
    }

    pub fn is_punctuation(self) -> bool {
        matches!(
            self,
            Self::Comma | Self::Stop | Self::Open | Self::Close | Self::Symbol
        )
    }
}

/// The words of a stretch of tokens, with parts of speech guessed.
///
/// `names` are spans that are known to be names, in order.
pub fn read_words(
    source: &SourceText,
    tokens: &[Token],
    quote_opens: impl Fn(usize) -> Option<bool>,
    names: &[Span],
) -> Vec<Word> {
    let mut words: Vec<Word> = tokens
        .iter()
        .map(|token| {
            let text = source.slice(token.span);
            Word {
                span: token.span,
                lower: text.to_lowercase().replace('’', "'"),
                tag: punctuation_tag(text, token, &quote_opens),
                capital: text.chars().next().is_some_and(char::is_uppercase),
            }
        })
        .collect();
    join_figures(&mut words);
    super::tagging::tag(&mut words, names);
    words
}

/// The span from one word to another, both included.
pub fn span_of(words: &[Word], first: usize, last: usize) -> Span {
    words[first].span.cover(words[last].span)
}

/// Whether words that begin at `index` spell a phrase of lower-case words.
pub fn spells(words: &[Word], index: usize, phrase: &str) -> Option<usize> {
    let mut at = index;
    for part in phrase.split(' ') {
        if words.get(at)?.lower != part {
            return None;
        }
        at += 1;
    }
    Some(at - index)
}

/// The base form of the verb at `index`.
pub fn lemma(words: &[Word], index: usize) -> String {
    VOCABULARY.verb_lemma(&words[index].lower)
}

/// A colon inside "11:40" or "3:1" ends nothing.
fn join_figures(words: &mut [Word]) {
    for at in 1..words.len().saturating_sub(1) {
        let [before, colon, after] = [&words[at - 1], &words[at], &words[at + 1]];
        let inside = colon.is(":")
            && [before.tag, after.tag] == [Tag::Number, Tag::Number]
            && before.span.end == colon.span.start
            && colon.span.end == after.span.start;
        if inside {
            words[at].tag = Tag::Symbol;
        }
    }
}

fn punctuation_tag(text: &str, token: &Token, quote_opens: &impl Fn(usize) -> Option<bool>) -> Tag {
    match token.kind {
        TokenKind::Word => Tag::Noun,
        TokenKind::Number => Tag::Number,
        TokenKind::Punctuation | TokenKind::Symbol => match text {
            "," => Tag::Comma,
            "(" | "[" | "{" | "“" | "‘" | "«" | "„" | "``" => Tag::Open,
            ")" | "]" | "}" | "”" | "»" | "''" => Tag::Close,
            "\"" | "'" | "’" | "`" => match quote_opens(token.span.start) {
                Some(true) => Tag::Open,
                Some(false) => Tag::Close,
                None => Tag::Symbol,
            },
            "." | ";" | ":" | "!" | "?" | "…" | "–" | "—" | "--" | "-" | "..." | "|" => {
                Tag::Stop
            }
            "&" => Tag::Coordinator,
            _ => Tag::Symbol,
        },
    }
}

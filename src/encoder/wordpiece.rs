//! Text to word pieces, each with its place in the text as it was written.
//!
//! The pieces are those of BERT's tokenizer without capitals. Words that stand for special tokens in its own texts,
//! such as `[SEP]`, are taken as they are written: an article cannot speak to the network.

use std::collections::HashMap;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use super::characters::{is_accent, is_dropped, is_ideograph, is_punctuation};
use super::error::{NetworkError, Problem};
use super::files::File;
use super::shape;
use crate::text::Span;

/// Longer words are unknown words.
const MOST_LETTERS: usize = 100;

/// The numbers of the pieces that stand for no text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Special {
    pub padding: i32,
    pub unknown: i32,
    pub begin: i32,
    pub end: i32,
}

/// The table of word pieces.
pub(super) struct Pieces {
    /// Pieces that begin a word.
    first: HashMap<String, i32>,
    /// Pieces that go on with it.
    later: HashMap<String, i32>,
    pub special: Special,
    /// How many pieces there are.
    pub count: i32,
}

/// A text in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tokens {
    pub pieces: Vec<Piece>,
    /// Letters without white space or punctuation between, or one mark of punctuation.
    pub words: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub number: i32,
    pub shape: i32,
    /// The index of its word.
    pub word: usize,
}

/// A letter as the table knows it, and the stretch of the text that it stands for.
#[derive(Clone, Copy)]
struct Letter {
    folded: char,
    span: Span,
}

#[derive(Deserialize)]
struct TokenizerFile {
    model: TokenizerModel,
}

#[derive(Deserialize)]
struct TokenizerModel {
    #[serde(rename = "type")]
    kind: String,
    continuing_subword_prefix: String,
    vocab: HashMap<String, i32>,
}

impl Pieces {
    pub fn parse(file: &File) -> Result<Self, NetworkError> {
        let Ok(TokenizerFile { model }) = serde_json::from_slice(&file.bytes) else {
            return Err(file.error(Problem::Damaged));
        };
        if model.kind != "WordPiece" || model.continuing_subword_prefix != "##" {
            return Err(file.error(Problem::Foreign));
        }
        let number = |piece: &str| {
            let number = model.vocab.get(piece).copied();
            number.ok_or_else(|| file.error(Problem::Damaged))
        };
        let special = Special {
            padding: number("[PAD]")?,
            unknown: number("[UNK]")?,
            begin: number("[CLS]")?,
            end: number("[SEP]")?,
        };
        let count = i32::try_from(model.vocab.len()).unwrap_or(i32::MAX);
        if !model
            .vocab
            .values()
            .all(|number| (0..count).contains(number))
        {
            return Err(file.error(Problem::Damaged));
        }
        let (mut first, mut later) = (HashMap::new(), HashMap::new());
        first.reserve(model.vocab.len());
        later.reserve(model.vocab.len());
        first.extend(model.vocab);
        later.extend(first.extract_if(|piece, _| piece.starts_with("##")));
        let later = (later.into_iter())
            .filter_map(|(piece, number)| Some((piece.strip_prefix("##")?.to_owned(), number)))
            .collect();
        Ok(Self {
            first,
            later,
            special,
            count,
        })
    }

    pub fn split(&self, text: &str) -> Tokens {
        let mut tokens = Tokens::default();
        let mut word: Vec<Letter> = Vec::new();
        for (start, c) in text.char_indices() {
            let span = Span::new(start, start + c.len_utf8());
            if is_dropped(c) {
                continue;
            }
            if is_ideograph(c) {
                self.finish(text, &mut word, &mut tokens);
            }
            let ideograph = is_ideograph(c);
            for c in [c].into_iter().nfd() {
                if is_accent(c) {
                    if let Some(letter) = word.last_mut() {
                        letter.span = letter.span.cover(span);
                    }
                    continue;
                }
                for folded in c.to_lowercase() {
                    if folded.is_whitespace() {
                        self.finish(text, &mut word, &mut tokens);
                    } else if is_punctuation(folded) {
                        self.finish(text, &mut word, &mut tokens);
                        word.push(Letter { folded, span });
                        self.finish(text, &mut word, &mut tokens);
                    } else {
                        word.push(Letter { folded, span });
                    }
                }
            }
            if ideograph {
                self.finish(text, &mut word, &mut tokens);
            }
        }
        self.finish(text, &mut word, &mut tokens);
        tokens
    }

    /// Appends the pieces of the letters gathered so far, which are one word.
    fn finish(&self, text: &str, letters: &mut Vec<Letter>, tokens: &mut Tokens) {
        let (Some(first), Some(last)) = (letters.first(), letters.last()) else {
            return;
        };
        let whole = first.span.cover(last.span);
        let word = tokens.words.len();
        tokens.words.push(whole);
        let begun = tokens.pieces.len();
        let mut rest = letters.as_slice();
        if rest.len() > MOST_LETTERS {
            rest = &[];
        }
        while !rest.is_empty() {
            let table = if rest.len() == letters.len() {
                &self.first
            } else {
                &self.later
            };
            let Some((number, length)) = longest(table, rest) else {
                tokens.pieces.truncate(begun);
                break;
            };
            let (piece, later) = rest.split_at(length);
            let span = piece[0].span.cover(piece[length - 1].span);
            tokens.pieces.push(Piece {
                number,
                shape: shape::of(text.get(span.range()).unwrap_or_default()),
                word,
            });
            rest = later;
        }
        if tokens.pieces.len() == begun {
            tokens.pieces.push(Piece {
                number: self.special.unknown,
                shape: shape::of(text.get(whole.range()).unwrap_or_default()),
                word,
            });
        }
        letters.clear();
    }
}

/// The longest piece that the letters begin with, and its length in letters.
fn longest(table: &HashMap<String, i32>, letters: &[Letter]) -> Option<(i32, usize)> {
    let mut candidate: String = letters.iter().map(|letter| letter.folded).collect();
    for length in (1..=letters.len()).rev() {
        if let Some(&number) = table.get(&candidate) {
            return Some((number, length));
        }
        candidate.pop();
    }
    None
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    const TABLE: &str = r###"{"model": {"type": "WordPiece", "continuing_subword_prefix": "##", "vocab": {"[PAD]": 0,
        "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "cafe": 4, "##s": 5, "i": 6, "##stan": 7, "##bul": 8, "北": 9, "京": 10,
        "'": 11, "don": 12, "t": 13, "[": 14, "]": 15, "sep": 16, "strasse": 17, "stra": 18, "##ß": 19, "##e": 20}}}"###;

    fn file(text: &'static str) -> File {
        File {
            name: "tokenizer.json".to_owned(),
            bytes: Cow::Borrowed(text.as_bytes()),
        }
    }

    fn pieces() -> Pieces {
        Pieces::parse(&file(TABLE)).unwrap()
    }

    fn numbers(text: &str) -> Vec<i32> {
        let tokens = pieces().split(text);
        tokens.pieces.iter().map(|piece| piece.number).collect()
    }

    /// The words as they are written in the text.
    fn words(text: &str) -> Vec<&str> {
        let tokens = pieces().split(text);
        let words = tokens.words.iter();
        words.map(|span| text.get(span.range()).unwrap()).collect()
    }

    #[test]
    fn accents_and_capitals_fold_and_keep_their_place() {
        assert_eq!(numbers("Cafés İstanbul"), [4, 5, 6, 7, 8]);
        assert_eq!(words("Cafés İstanbul"), ["Cafés", "İstanbul"]);
        // The accent as a character of its own.
        assert_eq!(words("le Cafe\u{301} ."), ["le", "Cafe\u{301}", "."]);
        assert_eq!(numbers("straße"), [18, 19, 20]);
    }

    #[test]
    fn punctuation_and_ideographs_are_words_by_themselves() {
        assert_eq!(words("don't"), ["don", "'", "t"]);
        assert_eq!(words("北京cafe😀"), ["北", "京", "cafe😀"]);
        assert_eq!(numbers("北京😀"), [9, 10, 1]);
    }

    #[test]
    fn what_is_not_written_is_passed_over() {
        assert_eq!(numbers("ca\u{ad}fe\0s\u{200b}"), [4, 5]);
        assert_eq!(numbers(" \n\t\u{a0}\u{1}"), [0; 0]);
        assert_eq!(numbers(""), [0; 0]);
    }

    #[test]
    fn an_article_cannot_write_special_tokens() {
        assert_eq!(numbers("[SEP]"), [14, 16, 15]);
    }

    #[test]
    fn a_word_without_end_is_one_unknown_word() {
        let long = "s".repeat(20_000);
        assert_eq!(numbers(&long), [1]);
        assert_eq!(words(&long), [long.as_str()]);
    }

    #[test]
    fn a_table_that_is_none_is_refused() {
        for text in [
            "",
            "{}",
            r#"{"model": {"type": "BPE"}}"#,
            r###"{"model": {"type": "WordPiece", "continuing_subword_prefix": "##", "vocab": {"[PAD]": 0}}}"###,
            r###"{"model": {"type": "WordPiece", "continuing_subword_prefix": "##",
                "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 99}}}"###,
        ] {
            assert!(Pieces::parse(&file(text)).is_err(), "{text}");
        }
    }
}

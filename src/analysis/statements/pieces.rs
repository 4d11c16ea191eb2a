//! A sentence in finer pieces than words: "36-year-old" is five, "$1.5m" is three.
//!
//! Figures and dates hide inside tokens in too many ways to be read off them.

use crate::text::{SourceText, Span};

use super::words::{Tag, Word};

/// A run of letters, a number in digits, or one mark.
#[derive(Clone, Debug)]
pub struct Piece {
    pub span: Span,
    pub lower: String,
    pub kind: PieceKind,
    /// Whether no space stands before it.
    pub glued: bool,
    pub capital: bool,
    /// Index of the word that it lies in.
    pub word: usize,
    pub tag: Tag,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    Letters,
    Digits,
    Mark,
}

impl Piece {
    pub fn is(&self, spelling: &str) -> bool {
        self.lower == spelling
    }

    pub fn is_any(&self, spellings: &[&str]) -> bool {
        spellings.contains(&self.lower.as_str())
    }

    pub fn is_hyphen(&self) -> bool {
        self.is_any(&["-", "‐", "‑", "–", "—"])
    }
}

/// The pieces of a sentence's words.
pub fn cut(source: &SourceText, words: &[Word]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let text = source.slice(word.span);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let (length, kind) = first_piece(rest);
            let Some(piece) = rest.get(..length) else {
                break;
            };
            let span = Span::new(word.span.start + at, word.span.start + at + length);
            pieces.push(Piece {
                span,
                lower: piece.to_lowercase(),
                kind,
                glued: pieces
                    .last()
                    .is_some_and(|before| before.span.end == span.start),
                capital: piece.chars().next().is_some_and(char::is_uppercase),
                word: index,
                tag: word.tag,
            });
            at += length;
        }
    }
    pieces
}

/// Length in bytes and kind of the piece that a text begins with.
fn first_piece(text: &str) -> (usize, PieceKind) {
    let mut characters = text.char_indices().peekable();
    let Some((_, first)) = characters.next() else {
        return (0, PieceKind::Mark);
    };
    if first.is_ascii_digit() {
        return (digits(text), PieceKind::Digits);
    }
    if first.is_alphabetic() {
        let end = text
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len());
        return (end, PieceKind::Letters);
    }
    (first.len_utf8(), PieceKind::Mark)
}

/// The length of "12,000", "3.14" or "2016" at the head of a text.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let run = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut end = run(0);
    while bytes.get(end) == Some(&b',') && run(end + 1) == 3 {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
    }
    end
}

//! Paragraphs, sentences, tokens and quotations of one text.

use std::ops::Range;

use super::Span;

/// How one text divides. Everything is in order and holds no text of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segments {
    pub paragraphs: Vec<Span>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    pub quotations: Vec<Quotation>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Without white space at either end.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Indexes of its tokens.
    pub tokens: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner hyphens and apostrophes; a possessive or a contraction is a token of its own.
    Word,
    /// Begins with a digit.
    Number,
    Punctuation,
    Symbol,
}

/// A passage in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With the marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
}

impl Segments {
    /// The sentence that holds a byte offset, or the last that begins before it.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        self.sentences
            .partition_point(|sentence| sentence.span.start <= byte)
            .checked_sub(1)
    }

    /// How many words the text has; a number is one.
    pub fn words(&self) -> usize {
        let counts = |token: &&Token| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        self.tokens.iter().filter(counts).count()
    }

    /// The tokens of one sentence.
    pub fn tokens_of(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    /// The indexes of the tokens that lie wholly inside a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let last = self
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        first..last.max(first)
    }
}

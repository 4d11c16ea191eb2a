//! Text as every stage sees it: one immutable source, and spans into it.

mod segments;
mod source;
mod span;

pub use segments::{Quotation, Segments, Sentence, Token, TokenKind};
pub use source::{CodePoints, SourceText};
pub use span::Span;

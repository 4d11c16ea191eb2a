//! Text as every stage sees it: one immutable source, and spans into it.

mod source;
mod span;

mod segments;

mod abbreviations;
mod capital;
mod quotations;
mod segment;
mod sentences;
mod tokens;

mod fold;

pub use capital::capitalized;
pub use fold::{Folded, fold};
pub use segment::segment;
pub use segments::{Quotation, Segments, Sentence, Token, TokenKind};
pub use source::{CodePoints, SourceText};
pub use span::Span;

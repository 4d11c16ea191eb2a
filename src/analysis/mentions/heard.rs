//! The network's voice on names: it reads the whole sentence, where the rules see capital letters and known names.
//!
//! It knows better where a strange name ends, of which kind it is, and which capital letter begins none.

use std::ops::Range;

use super::words::Word;
use super::{Candidate, Reference};
use crate::model::ReadName;
use crate::text::Span;

/// How sure the network must be of a name that changes or adds to what the rules see.
const SURE: f32 = 0.5;

pub(super) fn is_sure(name: &ReadName) -> bool {
    name.confidence >= SURE
}

/// The network's name that shares the most with a span.
pub(super) fn over(heard: Option<&[ReadName]>, span: Span) -> Option<&ReadName> {
    let shared = |name: &ReadName| {
        let (start, end) = (name.span.start.max(span.start), name.span.end.min(span.end));
        end.saturating_sub(start)
    };
    heard?
        .iter()
        .filter(|name| is_sure(name) && shared(name) > 0)
        .max_by_key(|name| shared(name))
}

/// The words that a span reaches into.
pub(super) fn words_of(words: &[Word<'_>], span: Span) -> Range<usize> {
    let start = words.partition_point(|word| word.span.end <= span.start);
    let end = words.partition_point(|word| word.span.start < span.end);
    start..end.max(start)
}

/// Whether a name of the rules stands where the network, asked, reads none, and the gazetteer does not know it.
pub(super) fn is_doubted(candidate: &Candidate, heard: Option<&[ReadName]>) -> bool {
    let Reference::Name(name) = &candidate.reference else {
        return false;
    };
    heard.is_some_and(|heard| {
        let read = heard.iter().any(|name| name.span.overlaps(candidate.span));
        !read && !name.described && name.known.is_none()
    })
}

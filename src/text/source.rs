//! The text of one document, fixed at reading.

use std::sync::Arc;

use super::Span;

/// An immutable text that spans point into.
///
/// Cheap to clone: all clones share one allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText(Arc<str>);

impl SourceText {
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole text as one span.
    pub fn span(&self) -> Span {
        Span::new(0, self.0.len())
    }

    /// The words that a span points at.
    ///
    /// # Panics
    /// If the span was made for another text and does not fit this one.
    #[expect(
        clippy::string_slice,
        reason = "the one place that slices: spans are made on character boundaries"
    )]
    pub fn slice(&self, span: Span) -> &str {
        &self.0[span.range()]
    }

    /// The words that a span points at, or nothing where it does not fit this text.
    pub fn get(&self, span: Span) -> Option<&str> {
        self.0.get(span.range())
    }

    /// The span without white space at either end.
    pub fn trim(&self, span: Span) -> Span {
        let text = self.slice(span);
        let start = span.start + (text.len() - text.trim_start().len());
        Span::new(start, (start + text.trim().len()).max(start))
    }

    /// A table that turns byte offsets into code points, for exports.
    pub fn code_points(&self) -> CodePoints {
        CodePoints(self.0.char_indices().map(|(byte, _)| byte).collect())
    }
}

impl Default for SourceText {
    fn default() -> Self {
        Self::new("")
    }
}

/// Byte offsets to code points; see [`SourceText::code_points`].
#[derive(Clone, Debug)]
pub struct CodePoints(Vec<usize>);

impl CodePoints {
    /// The number of code points that lie before a byte offset.
    pub fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start < byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_count_characters_before_a_byte() {
        let text = SourceText::new("é—x");
        let points = text.code_points();
        assert_eq!(
            [points.at(0), points.at(2), points.at(5), points.at(6)],
            [0, 1, 2, 3]
        );
    }

    #[test]
    fn trimming_a_blank_span_leaves_it_empty() {
        let text = SourceText::new("a   b");
        assert!(text.trim(Span::new(1, 4)).is_empty());
        assert_eq!(text.trim(Span::new(0, 4)), Span::new(0, 1));
    }
}

//! A passage that can be found again after the text around it was edited.

use serde::{Deserialize, Serialize};

use crate::model::Document;
use crate::text::{SourceText, Span};

/// How many characters of context an anchor keeps on either side.
const CONTEXT: usize = 32;

/// A quotation with its surroundings and its place.
///
/// The quotation decides and the surroundings choose between its repetitions; the offsets are
/// only a hint. A passage whose own words were changed is not found: it is no longer the evidence
/// that the reader saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// SHA-256 of the file that the document was read from.
    pub document: String,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// In code points, as in every file that leaves the program.
    pub start: usize,
    pub end: usize,
}

impl Anchor {
    /// The anchor of a passage; a span that does not fit the text gives an anchor without words.
    pub fn of(document: &Document, span: Span) -> Self {
        let text = document.text.as_str();
        let exact = document.text.get(span).unwrap_or_default();
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default();
        let prefix_start = before
            .char_indices()
            .rev()
            .nth(CONTEXT - 1)
            .map_or(0, |(byte, _)| byte);
        let start = before.chars().count();
        Self {
            document: document.origin.sha256.clone(),
            exact: exact.to_owned(),
            prefix: before.get(prefix_start..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
            start,
            end: start + exact.chars().count(),
        }
    }

    /// The quotation on one line.
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.exact.split_whitespace().collect();
        words.join(" ")
    }

    /// Where the quotation stands in a text, which may have been edited since.
    pub fn find(&self, text: &SourceText) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let whole = text.as_str();
        let hint = byte_of(whole, self.start);
        if hint.is_some_and(|byte| self.stands_at(whole, byte)) {
            return hint.map(|byte| Span::new(byte, byte + self.exact.len()));
        }
        self.nearest(whole, hint).map(|(span, _)| span)
    }

    /// Where the quotation stands in another file, and how many characters around it are those of this one. Nothing
    /// where that is less than half of them: the same words somewhere else are another passage.
    pub(super) fn find_in_edited(&self, text: &SourceText) -> Option<(Span, usize)> {
        if self.exact.is_empty() {
            return None;
        }
        let context = self.prefix.chars().count() + self.suffix.chars().count();
        let found = self.nearest(text.as_str(), byte_of(text.as_str(), self.start));
        found.filter(|(_, kept)| 2 * kept >= context)
    }

    /// The repetition of the quotation whose surroundings are most like, nearest to a byte; with how much of them stands.
    fn nearest(&self, whole: &str, hint: Option<usize>) -> Option<(Span, usize)> {
        let hint = hint.unwrap_or(whole.len());
        whole
            .match_indices(self.exact.as_str())
            .map(|(byte, _)| (byte, self.context_kept(whole, byte)))
            .max_by_key(|&(byte, kept)| (kept, std::cmp::Reverse(byte.abs_diff(hint))))
            .map(|(byte, kept)| (Span::new(byte, byte + self.exact.len()), kept))
    }

    /// Whether quotation and surroundings stand unchanged at a byte.
    fn stands_at(&self, text: &str, byte: usize) -> bool {
        let after = text.get(byte..).unwrap_or_default();
        text.get(..byte).unwrap_or_default().ends_with(&self.prefix)
            && after
                .strip_prefix(self.exact.as_str())
                .is_some_and(|rest| rest.starts_with(&self.suffix))
    }

    /// How many characters next to the quotation at a byte are those that the anchor remembers.
    fn context_kept(&self, text: &str, byte: usize) -> usize {
        let before = text.get(..byte).unwrap_or_default();
        let after = text.get(byte + self.exact.len()..).unwrap_or_default();
        common(before.chars().rev(), self.prefix.chars().rev())
            + common(after.chars(), self.suffix.chars())
    }
}

fn common(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(a, b)| a == b).count()
}

/// The byte at which a code point begins; the end of the text counts.
fn byte_of(text: &str, code_point: usize) -> Option<usize> {
    text.char_indices()
        .map(|(byte, _)| byte)
        .chain(std::iter::once(text.len()))
        .nth(code_point)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn document(text: &str) -> Document {
        Document {
            text: SourceText::new(text),
            blocks: Vec::new(),
            metadata: Default::default(),
            origin: Default::default(),
        }
    }

    /// Anchors the passage in [brackets] and finds it in the edited text; its place is shown in brackets again.
    fn found(marked: &str, edited: &str) -> Option<String> {
        let start = marked.find('[').unwrap();
        let text = marked.replace(['[', ']'], "");
        let end = marked.find(']').unwrap() - 1;
        let anchor = Anchor::of(&document(&text), Span::new(start, end));
        let source = SourceText::new(edited);
        let span = anchor.find(&source)?;
        let mut shown = edited.to_owned();
        shown.insert(span.end, ']');
        shown.insert(span.start, '[');
        Some(shown)
    }

    #[test]
    fn a_passage_is_found_after_words_were_put_before_it() {
        assert_eq!(
            found("He said [no] today.", "Correction 🙂. He said no today.").as_deref(),
            Some("Correction 🙂. He said [no] today.")
        );
    }

    #[test]
    fn the_surroundings_choose_between_repetitions() {
        assert_eq!(
            found(
                "Ana: no. Ben: [no]. End",
                "Eve: no. Ana: no. Ben: no. The end"
            )
            .as_deref(),
            Some("Eve: no. Ana: no. Ben: [no]. The end")
        );
    }

    #[test]
    fn without_surroundings_the_nearest_repetition_is_taken() {
        assert_eq!(
            found("a [no] b", "xx no xx no xx").as_deref(),
            Some("xx [no] xx no xx")
        );
    }

    #[test]
    fn a_passage_whose_own_words_changed_is_not_found() {
        assert_eq!(found("[17 were hurt]", "19 were hurt"), None);
    }

    #[test]
    fn offsets_count_code_points() {
        let anchor = Anchor::of(&document("🙂é no"), Span::new(7, 9));
        assert_eq!((anchor.start, anchor.end), (3, 5));
        assert_eq!(anchor.prefix, "🙂é ");
    }

    proptest! {
        #[test]
        fn every_passage_is_found_where_it_was(text in "\\PC{1,80}", a in 0usize..80, b in 0usize..80) {
            let bounds: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            let (a, b) = (bounds[a % bounds.len()], bounds[b % bounds.len()]);
            let span = Span::new(a.min(b), a.max(b));
            let document = document(&text);
            let again = Anchor::of(&document, span).find(&document.text);
            prop_assert_eq!(again, (!span.is_empty()).then_some(span));
        }
    }
}

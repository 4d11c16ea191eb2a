//! A document as pieces small enough to lay out one at a time.

use crate::model::{BlockKind, Document};
use crate::text::Span;

/// The largest piece, in bytes: about 350 words.
///
/// A paragraph is laid out whole, at some four microseconds a word, so a file that is one line of a megabyte
/// would otherwise stop the window for most of a second.
const LARGEST: usize = 2_000;

/// What is laid out, measured and skipped as one: a block, or a part of a very long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) kind: BlockKind,
    /// Whether its block begins here.
    pub(super) opens: bool,
    /// Whether its block goes on in the next piece.
    pub(super) continues: bool,
    /// Whether it is a row of a table: its cells stand on one line with bars between them.
    pub(super) row: bool,
}

/// The words of the title where the text has one; the header shows them in place of the text. Where the reader gave
/// the article another title, the header shows that, and these stay in the text.
pub(super) fn title(document: &Document) -> Option<Span> {
    let first = document.blocks.first()?;
    let words = document.text.get(first.span)?.split_whitespace();
    let same = |told: &String| told.split_whitespace().eq(words);
    let shown = document.metadata.title.as_ref().is_none_or(same);
    (first.kind == BlockKind::Title && shown).then_some(first.span)
}

/// Everything below the title, in order.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let below_title = usize::from(title(document).is_some());
    let mut pieces = Vec::new();
    for block in document.blocks.iter().skip(below_title) {
        let mut rest = document.text.trim(block.span);
        let mut opens = true;
        while !rest.is_empty() {
            let part = first_part(document.text.slice(rest));
            let end = rest.start + part;
            let next = document.text.trim(Span::new(end, rest.end));
            pieces.push(Piece {
                span: document.text.trim(Span::new(rest.start, end)),
                kind: block.kind,
                opens,
                continues: !next.is_empty(),
                row: block.kind == BlockKind::Paragraph
                    && document.text.slice(block.span).contains(" | "),
            });
            rest = next;
            opens = false;
        }
    }
    pieces
}

/// How many bytes to lay out at once: all of them, or up to the last white space that keeps the piece small.
fn first_part(text: &str) -> usize {
    if text.len() <= LARGEST {
        return text.len();
    }
    let largest = text.floor_char_boundary(LARGEST);
    text.get(..largest)
        .and_then(|start| start.rfind(char::is_whitespace))
        .filter(|&space| space > 0)
        .unwrap_or(largest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Block;
    use crate::text::SourceText;

    fn document(blocks: &[(BlockKind, &str)]) -> Document {
        let mut text = String::new();
        let mut spans = Vec::new();
        for (kind, words) in blocks {
            let start = text.len();
            text.push_str(words);
            spans.push(Block {
                span: Span::new(start, text.len()),
                kind: *kind,
            });
            text.push_str("\n\n");
        }
        Document {
            text: SourceText::new(text),
            blocks: spans,
            metadata: Default::default(),
            origin: Default::default(),
        }
    }

    #[test]
    fn the_title_is_not_repeated_among_the_pieces() {
        let document = document(&[
            (BlockKind::Title, "Fire on the ferry"),
            (BlockKind::Paragraph, "It burned."),
        ]);
        let pieces = pieces(&document);
        assert_eq!(title(&document), Some(Span::new(0, 17)));
        assert_eq!(pieces.len(), 1);
        assert_eq!(document.text.slice(pieces[0].span), "It burned.");
    }

    #[test]
    fn a_megabyte_on_one_line_is_cut_between_words() {
        let words = "wörd ".repeat(200_000);
        let document = document(&[(BlockKind::Paragraph, &words)]);
        let pieces = pieces(&document);
        assert!(pieces.iter().all(|piece| piece.span.len() <= LARGEST));
        let kept: usize = pieces
            .iter()
            .map(|piece| document.text.slice(piece.span).matches("wörd").count())
            .sum();
        assert_eq!(kept, 200_000);
        let last = pieces.len() - 1;
        assert!(
            pieces
                .iter()
                .enumerate()
                .all(|(index, piece)| piece.opens == (index == 0)
                    && piece.continues == (index < last))
        );
    }

    #[test]
    fn text_without_any_space_is_cut_between_characters() {
        let document = document(&[(BlockKind::Paragraph, &"語".repeat(5_000))]);
        let total: usize = pieces(&document).iter().map(|piece| piece.span.len()).sum();
        assert_eq!(total, 15_000);
    }

    #[test]
    fn lines_with_bars_between_cells_are_rows() {
        let document = document(&[
            (BlockKind::Paragraph, "Day | Homes"),
            (BlockKind::Paragraph, "On that day, homes"),
        ]);
        let rows: Vec<bool> = pieces(&document).iter().map(|piece| piece.row).collect();
        assert_eq!(rows, [true, false]);
    }

    #[test]
    fn blank_blocks_leave_no_piece() {
        let document = document(&[(BlockKind::Paragraph, "  "), (BlockKind::Paragraph, "x")]);
        assert_eq!(pieces(&document).len(), 1);
    }
}

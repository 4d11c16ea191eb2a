//! Plain text, as typed or as saved from a page.

use super::draft::{Draft, Piece, Setting, squeeze};
use super::headings::is_heading;
use super::lines::{Paragraph, ends_sentence, is_list_item, paragraphs};
use super::masthead;
use crate::model::BlockKind;

pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft {
        pieces: pieces(text),
        ..Draft::default()
    };
    masthead::take(&mut draft);
    mark_headings(&mut draft.pieces);
    draft
}

fn pieces(text: &str) -> Vec<Piece> {
    let paragraphs = paragraphs(text);
    let spaced = are_spaced(&paragraphs);
    let mut pieces: Vec<Piece> = Vec::new();
    for (position, paragraph) in paragraphs.iter().enumerate() {
        let words = squeeze(text.get(paragraph.span.range()).unwrap_or_default());
        if words.is_empty() {
            continue;
        }
        let kind = if is_list_item(&words) {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        let ends_group = paragraphs
            .get(position + 1)
            .is_none_or(|next| next.gap_before);
        let hanging = spaced
            && !paragraph.gap_before
            && ends_group
            && kind == BlockKind::Paragraph
            && pieces
                .last()
                .is_some_and(|last| ends_sentence(&last.text) && last.text.len() > words.len());
        let mut piece = Piece::new(kind, words);
        if hanging {
            piece.setting = Setting::Hanging;
        }
        pieces.push(piece);
    }
    pieces
}

/// Whether the file leaves blank lines between its paragraphs, so that a line without one means something.
fn are_spaced(paragraphs: &[Paragraph]) -> bool {
    let spaced = paragraphs
        .iter()
        .filter(|paragraph| paragraph.gap_before)
        .count();
    spaced * 3 >= paragraphs.len() * 2
}

fn mark_headings(pieces: &mut [Piece]) {
    for position in 0..pieces.len() {
        let next = pieces.get(position + 1).map(|piece| piece.text.as_str());
        if pieces[position].kind == BlockKind::Paragraph && is_heading(&pieces[position].text, next)
        {
            pieces[position].kind = BlockKind::Heading;
        }
    }
}

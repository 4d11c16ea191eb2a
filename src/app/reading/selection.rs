//! Text that the reader selects: a range of the source text, so that what was scrolled away stays selected.

use egui::{Event, PointerButton, Pos2, Response, Ui};

use super::column::Column;
use crate::model::DocumentId;
use crate::text::Span;

/// The selected text, and which of its ends moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Selection {
    pub(super) document: DocumentId,
    fixed: usize,
    moving: usize,
}

impl Selection {
    pub(super) fn all(document: DocumentId, text: Span) -> Self {
        Self {
            document,
            fixed: text.start,
            moving: text.end,
        }
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.fixed.min(self.moving), self.fixed.max(self.moving))
    }
}

/// Takes a selection as the latest, in place of an earlier one in the same article.
pub(super) fn put(selections: &mut Vec<Selection>, selection: Selection) {
    selections.retain(|other| other.document != selection.document);
    selections.push(selection);
}

/// Follows the pointer: a drag selects, two clicks select a word, three a sentence, one with Shift up to there, and one
/// alone none.
///
/// Returns how far the drag has left the view, downward or (negative) upward: the text follows it.
pub(super) fn follow(
    ui: &Ui,
    response: &Response,
    column: &Column,
    selection: &mut Option<Selection>,
) -> f32 {
    let document = column.page.id;
    let byte_at = |point: Pos2| byte_at(column, point);
    if response.triple_clicked() || response.double_clicked() {
        let whole = response.triple_clicked();
        *selection = response
            .interact_pointer_pos()
            .and_then(byte_at)
            .and_then(|byte| unit_at(column, byte, whole))
            .map(|unit| Selection::all(document, unit));
    } else if response.drag_started_by(PointerButton::Primary) {
        let origin = ui.input(|input| input.pointer.press_origin());
        *selection = origin.and_then(byte_at).map(|byte| Selection {
            document,
            fixed: byte,
            moving: byte,
        });
    } else if response.clicked() && ui.input(|input| input.modifiers.shift) {
        let to = response.interact_pointer_pos().and_then(byte_at);
        if let (Some(selected), Some(byte)) = (selection.as_mut(), to) {
            selected.moving = byte;
        }
    } else if response.clicked() {
        *selection = None;
    }
    if response.dragged_by(PointerButton::Primary)
        && let Some(point) = response.interact_pointer_pos()
        && let Some(byte) = byte_at(point)
        && let Some(selected) = selection.as_mut()
    {
        selected.moving = byte;
        return (point.y - column.view.bottom()).max(0.0) - (column.view.top() - point.y).max(0.0);
    }
    0.0
}

/// Copies the selected words where the reader asks for it and no field has the keyboard.
pub(super) fn copy(ui: &Ui, column: &Column, selection: Selection) {
    let asked = ui.input(|input| input.events.contains(&Event::Copy));
    let words = column.page.words_of(selection.span());
    if asked && !words.is_empty() && !ui.text_edit_focused() {
        ui.copy_text(words.to_owned());
    }
}

/// The byte of the nearest visible text to a point.
fn byte_at(column: &Column, point: Pos2) -> Option<usize> {
    column
        .sets
        .iter()
        .min_by(|one, other| {
            let distance =
                |range: egui::Rangef| (range.min - point.y).max(point.y - range.max).max(0.0);
            distance(one.rect().y_range()).total_cmp(&distance(other.rect().y_range()))
        })
        .map(|set| set.byte_at(&column.page, point))
}

/// The word or the sentence at a byte.
fn unit_at(column: &Column, byte: usize, sentence: bool) -> Option<Span> {
    let segments = column.page.segments();
    if sentence {
        return Some(segments.sentences[segments.sentence_at(byte)?].span);
    }
    let next = segments
        .tokens
        .partition_point(|token| token.span.end <= byte);
    segments.tokens.get(next).map(|token| token.span)
}

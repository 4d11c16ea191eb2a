//! Marks on set text: tints and selections beneath it, lines and badges over it.

use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, vec2};

use super::marks::Name;
use super::page::Page;
use super::runs;
use super::setting::Set;
use super::underline::underline;
use crate::app::theme::{self, Theme};
use crate::model::{EntityId, MentionForm};
use crate::text::Span;

/// What stands out in a frame.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) theme: &'a Theme,
    pub(super) selected: Option<usize>,
    pub(super) hovered: Option<EntityId>,
    /// Text that the reader selected.
    pub(super) selection: Option<Span>,
    /// The place that the search stands at.
    pub(super) found: Option<Span>,
}

pub(super) fn beneath(painter: &Painter, set: &Set, page: &Page, look: Look<'_>) {
    tints(painter, set, page, look);
    if let Some(hovered) = look.hovered {
        for span in page.mentions_of(hovered, set.span) {
            let color = look.theme.lit(page.entity(hovered).kind);
            for row in set.rows_of_words(page, span) {
                painter.rect_filled(row.expand2(vec2(1.0, -2.0)), 2.0, color);
            }
        }
    }
    found(painter, set, page, look);
    if let Some(selection) = look.selection.filter(|span| span.overlaps(set.span)) {
        for row in set.rows_of_words(page, selection) {
            painter.rect_filled(row, 0.0, look.theme.text_selection);
        }
    }
}

/// Under the words that the reader looks for; a frame stands around those that the search is at.
fn found(painter: &Painter, set: &Set, page: &Page, look: Look<'_>) {
    let first = page
        .found
        .partition_point(|span| span.end <= set.span.start);
    let here = page.found.iter().skip(first);
    for span in here.take_while(|span| span.start < set.span.end) {
        for row in set.rows_of_words(page, *span) {
            let row = row.expand2(vec2(1.0, -1.0));
            painter.rect_filled(row, 2.0, look.theme.found);
            if look.found == Some(*span) {
                let stroke = Stroke::new(2.0, look.theme.text);
                painter.rect_stroke(row, 2.0, stroke, StrokeKind::Outside);
            }
        }
    }
}

fn tints(painter: &Painter, set: &Set, page: &Page, look: Look<'_>) {
    let runs = runs::within(&page.tints, set.span);
    for (index, run) in runs.iter().enumerate() {
        let Some(color) = tint(page, &run.covering, look) else {
            continue;
        };
        let joins_before = index > 0 && runs[index - 1].span.end == run.span.start;
        let joins_after = runs
            .get(index + 1)
            .is_some_and(|next| next.span.start == run.span.end);
        let rows = set.rows_of_passage(page, run.span);
        let last = rows.len().saturating_sub(1);
        for (number, row) in rows.into_iter().enumerate() {
            let left = if joins_before && number == 0 { 0 } else { 3 };
            let right = if joins_after && number == last { 0 } else { 3 };
            let corners = CornerRadius {
                nw: left,
                sw: left,
                ne: right,
                se: right,
            };
            let rect = Rect::from_x_y_ranges(
                row.left() - f32::from(left) * 0.5..=row.right() + f32::from(right) * 0.5,
                row.top() + 1.0..=row.bottom() - 1.0,
            );
            painter.rect_filled(rect, corners, color);
        }
    }
}

/// What lies under words that these passages cover; nothing where the reader dismissed all of them.
fn tint(page: &Page, covering: &[usize], look: Look<'_>) -> Option<Color32> {
    let passages = || covering.iter().map(|&index| &page.passages[index]);
    if passages().any(|passage| look.selected == Some(passage.finding)) {
        return Some(look.theme.conflict_tint_selected);
    }
    passages()
        .any(|passage| !passage.dismissed)
        .then_some(look.theme.conflict_tint)
}

pub(super) fn over(painter: &Painter, set: &Set, page: &Page, line: f32, theme: &Theme) {
    let mut lines = Mesh::default();
    let drop = set.baseline() + (line * 0.12).round();
    for run in runs::within(&page.underlines, set.span) {
        let name = &page.names[run.innermost()];
        let Some(color) = line_color(name, theme) else {
            continue;
        };
        for row in set.rows_of_words(page, run.span) {
            let top = (row.top() + drop).round();
            underline(&mut lines, name.kind, row.x_range(), top, color);
        }
    }
    if !lines.is_empty() {
        painter.add(Shape::Mesh(Arc::new(lines)));
    }
    for (rect, passage) in set.badge_rects(page, line) {
        badge(painter, rect, passage.number, passage.dismissed, theme);
    }
}

/// Names are underlined in full, descriptions faintly; a line under every "he" would hide the text, and so would a
/// second one under the words around a name.
fn line_color(name: &Name, theme: &Theme) -> Option<Color32> {
    let color = theme.entity(name.kind);
    match name.form {
        _ if name.around => None,
        MentionForm::Name => Some(color),
        MentionForm::Nominal => Some(color.gamma_multiply(0.45)),
        MentionForm::Pronoun => None,
    }
}

/// A filled disc with the finding's number; hollow where the reader dismissed it.
pub(super) fn badge(painter: &Painter, rect: Rect, number: usize, hollow: bool, theme: &Theme) {
    let radius = rect.height() / 2.0;
    let ink = if hollow {
        let stroke = Stroke::new(1.0, theme.conflict);
        painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        theme.conflict
    } else {
        painter.rect_filled(rect, radius, theme.conflict);
        theme.on_conflict
    };
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        number,
        theme::semibold((rect.height() * 0.72).round()),
        ink,
    );
}

/// The ring around what has the keyboard.
pub(super) fn focus_ring(painter: &Painter, rect: Rect, theme: &Theme) {
    let stroke = Stroke::new(2.0, theme.accent);
    painter.rect_stroke(rect.expand(1.0), 3.0, stroke, StrokeKind::Outside);
}

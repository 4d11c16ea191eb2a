//! The strip beside a column: the whole text at a glance, where the findings lie and what is in view.

use std::sync::Arc;

use egui::{
    Color32, Id, Mesh, Rangef, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
};

use super::column::Column;
use super::marks::Passage;
use super::paint::Look;
use crate::report;

/// How wide the strip is.
pub(super) const WIDTH: f32 = 10.0;
/// The indicator of the view is never lower than this, so that it can be seen in a book.
const LOWEST_VIEW: f32 = 12.0;

/// Draws the strip. Returns where in the text the reader pointed, 0 to 1.
pub(super) fn show(ui: &Ui, id: Id, strip: Rect, column: &Column, look: Look<'_>) -> Option<f32> {
    let painter = ui.painter();
    let track = strip.shrink2(egui::vec2(1.0, 0.0));
    painter.rect_filled(track, track.width() / 2.0, look.theme.gutter);

    let total = column.heights.total().max(column.view.height()).max(1.0);
    let scale = strip.height() / total;
    let mut ticks = Mesh::default();
    let mut last = f32::NEG_INFINITY;
    for passage in &column.page.passages {
        let selected = look.selected == Some(passage.finding);
        let y = tick_at(column, passage, strip, scale);
        // Ticks that would cover each other are drawn once; the selected one always.
        if !selected && (passage.dismissed || y < last + 2.0) {
            continue;
        }
        last = y;
        let (wider, higher) = if selected { (1.0, 3.0) } else { (0.0, 2.0) };
        let bar = Rect::from_x_y_ranges(
            strip.left() - wider..=strip.right() + wider,
            y - higher..=y + higher,
        );
        tick(&mut ticks, bar, passage.disputed, look.theme.conflict);
    }
    found(&mut ticks, strip, scale, column, look);
    if !ticks.is_empty() {
        painter.add(Shape::Mesh(Arc::new(ticks)));
    }

    let top = (column.heights.top(column.place.piece) + column.place.below) * scale;
    let height =
        (column.view.height() * scale).clamp(LOWEST_VIEW.min(strip.height()), strip.height());
    let top = (strip.top() + top).min(strip.bottom() - height);
    let view = Rect::from_x_y_ranges(strip.x_range(), Rangef::new(top, top + height));
    let stroke = Stroke::new(1.0, look.theme.text_faint);
    painter.rect_stroke(
        view.expand2(egui::vec2(1.0, 0.0)),
        4.0,
        stroke,
        StrokeKind::Inside,
    );

    let response = ui.interact(
        strip.expand2(egui::vec2(3.0, 0.0)),
        id,
        Sense::CLICK | Sense::DRAG,
    );
    let letter = report::letter(column.page.id);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ScrollBar, true, format!("Overview of {letter}"))
    });
    let named = response
        .hover_pos()
        .map(|at| named(column, at.y, strip, scale));
    let response = match named {
        Some(names) if !names.is_empty() => response.on_hover_text_at_pointer(names),
        _ => response,
    };
    let pointed = response.is_pointer_button_down_on() || response.clicked();
    pointed
        .then(|| response.interact_pointer_pos())
        .flatten()
        .map(|at| ((at.y - strip.top()) / strip.height()).clamp(0.0, 1.0))
}

/// How high in the strip a passage stands.
fn tick_at(column: &Column, passage: &Passage, strip: Rect, scale: f32) -> f32 {
    let y = strip.top() + height_of(column, passage.span.start) * scale;
    y.clamp(
        strip.top() + 3.0,
        (strip.bottom() - 3.0).max(strip.top() + 3.0),
    )
    .round()
}

/// A bar where the reports contradict each other, one with a gap in it where only their sources disagree.
pub fn tick(ticks: &mut Mesh, bar: Rect, disputed: bool, color: Color32) {
    if !disputed {
        ticks.add_colored_rect(bar, color);
        return;
    }
    let third = bar.width() / 3.0;
    for left in [bar.left(), bar.right() - third] {
        let part = Rect::from_x_y_ranges(left..=left + third, bar.y_range());
        ticks.add_colored_rect(part, color);
    }
}

/// The findings at a height of the strip: "1 Number · 4 Cause".
fn named(column: &Column, y: f32, strip: Rect, scale: f32) -> String {
    /// How near the pointer has to be to a tick.
    const NEAR: f32 = 5.0;
    /// More would not fit beside the pointer.
    const MOST: usize = 4;
    column
        .page
        .passages
        .iter()
        .filter(|passage| (tick_at(column, passage, strip, scale) - y).abs() <= NEAR)
        .take(MOST)
        .map(|passage| format!("{} {}", passage.number, passage.kind.title()))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Where the words stand that the reader looks for: at the left edge, beside the findings.
fn found(ticks: &mut Mesh, strip: Rect, scale: f32, column: &Column, look: Look<'_>) {
    /// More cannot be told apart.
    const MOST: usize = 1_000;
    let found = &column.page.found;
    for span in found.iter().step_by(found.len() / MOST + 1) {
        let y = (strip.top() + height_of(column, span.start) * scale).round();
        let y = y.clamp(strip.top(), strip.bottom());
        let tick =
            Rect::from_x_y_ranges(strip.left() - 3.0..=strip.left() + 2.0, y - 1.0..=y + 1.0);
        ticks.add_colored_rect(tick, look.theme.text_weak);
    }
}

/// How far from the start of the text a byte stands, about.
fn height_of(column: &Column, byte: usize) -> f32 {
    let Some(piece) = column.page.piece_at(byte) else {
        return 0.0;
    };
    let span = column.page.pieces[piece].span;
    let part = byte.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
    column.heights.top(piece) + part * column.heights.get(piece)
}

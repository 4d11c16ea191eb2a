//! The lock over the gutter: closed while the columns scroll together.

use egui::{
    CursorIcon, Id, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::paint;
use crate::app::theme::Theme;

const SIZE: f32 = 26.0;
/// Room above it.
const TOP: f32 = 9.0;

/// Draws the lock. Returns whether the reader pressed it.
pub(super) fn show(ui: &Ui, id: Id, gutter: Rect, closed: bool, theme: &Theme) -> bool {
    let center = pos2(gutter.center().x.round(), gutter.top() + TOP + SIZE / 2.0);
    let rect = Rect::from_center_size(center, vec2(SIZE, SIZE));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, closed, "Scroll the articles together")
    });
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 6.0, theme.surface_hovered);
    }
    if response.has_focus() {
        paint::focus_ring(painter, rect.shrink(2.0), theme);
    }
    let color = if closed {
        theme.accent
    } else {
        theme.text_weak
    };
    padlock(painter, center, closed, Stroke::new(1.5, color));
    let says = if closed {
        "Both articles scroll together, by what they say. Press to scroll each by itself  L"
    } else {
        "Each article scrolls by itself. Press to scroll both together from here on  L"
    };
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(says)
        .clicked()
}

/// A body and a bow; an open bow stands up on one side.
fn padlock(painter: &Painter, center: Pos2, closed: bool, stroke: Stroke) {
    let body = Rect::from_center_size(center + vec2(0.0, 3.0), vec2(12.0, 9.0));
    let lift = if closed { 0.0 } else { 3.0 };
    let radius = 3.5;
    let bow = body.center_top() - vec2(0.0, 2.5 + lift);
    let mut line: Vec<Pos2> = (0..=8)
        .map(|step| {
            let angle = std::f32::consts::PI * (1.0 + step as f32 / 8.0);
            bow + radius * vec2(angle.cos(), angle.sin())
        })
        .collect();
    line.insert(0, pos2(bow.x - radius, body.top()));
    if closed {
        line.push(pos2(bow.x + radius, body.top()));
        painter.rect_filled(body, 2.0, stroke.color);
    } else {
        painter.rect_stroke(body, 2.0, stroke, StrokeKind::Inside);
    }
    painter.line(line, stroke);
}

//! What shows that files held over the window can be dropped.

use egui::{Align2, Context, CornerRadius, Id, LayerId, Order, Stroke, StrokeKind};

use crate::app::theme::{Theme, semibold};

pub(super) fn drop_ui(ctx: &Context, theme: &Theme) {
    let count = ctx.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let area = ctx.content_rect();
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    painter.rect_filled(
        area,
        CornerRadius::ZERO,
        theme.background.gamma_multiply(0.9),
    );
    painter.rect_stroke(
        area.shrink(12.0),
        CornerRadius::same(12),
        Stroke::new(2.0, theme.accent),
        StrokeKind::Inside,
    );
    let words = match count {
        1 => "Drop to add this article, or the articles in this folder".to_owned(),
        _ => format!("Drop to add {count} articles"),
    };
    painter.text(
        area.center(),
        Align2::CENTER_CENTER,
        words,
        semibold(22.0),
        theme.text,
    );
}

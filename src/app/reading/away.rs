//! How many passages out of view belong to those in view: an arrow with a count at each corner of the gutter.

use egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::column::Column;
use super::paint;
use crate::app::theme::{Theme, semibold};
use crate::report;

const HEIGHT: f32 = 18.0;
/// Room between a count and the edges of the gutter.
const EDGE: f32 = 3.0;

/// A side out of view, of a finding whose other side is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Away {
    pub(super) finding: usize,
    /// The column that it is out of view in.
    pub(super) column: usize,
    pub(super) up: bool,
    /// Where it begins in its text.
    pub(super) start: usize,
}

/// Draws the counts as buttons. Returns the nearest finding in the direction that the reader pressed.
pub(super) fn counts_ui(
    ui: &Ui,
    id: Id,
    gutter: Rect,
    columns: &[&Column],
    away: &[Away],
    theme: &Theme,
) -> Option<usize> {
    let mut called = None;
    for (index, column) in columns.iter().enumerate() {
        for up in [true, false] {
            let there = |one: &&Away| one.column == index && one.up == up;
            let count = away.iter().filter(there).count();
            let all = away.iter().filter(there);
            let nearest = if up {
                all.max_by_key(|one| one.start)
            } else {
                all.min_by_key(|one| one.start)
            };
            let Some(nearest) = nearest else {
                continue;
            };
            let rect = place(gutter, column.view, nearest);
            let letter = report::letter(column.page.id);
            let way = if up { "up" } else { "down" };
            let name = match count {
                1 => format!("1 passage further {way} in {letter}"),
                _ => format!("{count} passages further {way} in {letter}"),
            };
            let sign = if up { '▴' } else { '▾' };
            let words = format!("{sign}{count}");
            if count_ui(ui, id.with(("away", index, up)), rect, &words, &name, theme) {
                called = Some(nearest.finding);
            }
        }
    }
    called
}

/// A corner of the gutter, as high as the text is seen.
fn place(gutter: Rect, view: Rect, away: &Away) -> Rect {
    let width = ((gutter.width() - 3.0 * EDGE) / 2.0).clamp(1.0, 34.0);
    let x = if away.column == 0 {
        gutter.left() + EDGE
    } else {
        gutter.right() - EDGE - width
    };
    let y = if away.up {
        view.top() + EDGE
    } else {
        view.bottom() - EDGE - HEIGHT
    };
    Rect::from_min_size(pos2(x, y), vec2(width, HEIGHT))
}

fn count_ui(ui: &Ui, id: Id, rect: Rect, words: &str, name: &str, theme: &Theme) -> bool {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let painter = ui.painter();
    let round = CornerRadius::same(9);
    let fill = if response.hovered() {
        theme.surface_hovered
    } else {
        theme.surface
    };
    painter.rect(
        rect,
        round,
        fill,
        Stroke::new(1.0, theme.border),
        StrokeKind::Inside,
    );
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        words,
        semibold(11.5),
        theme.text_weak,
    );
    if response.has_focus() {
        paint::focus_ring(painter, rect, theme);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(name)
        .clicked()
}

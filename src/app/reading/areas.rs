//! How the window's middle is divided: columns, the gutter between them, and within a column text and strip.

use egui::{Rangef, Rect};

use super::overview;

/// Text wider than this is hard to read.
const WIDEST: f32 = 640.0;
/// Room left and right of the text, where there is enough of it.
const MARGIN: f32 = 22.0;
/// Room between strip and edge.
const EDGE: f32 = 2.0;

/// The columns' rectangles, and the gutter where there are two.
pub(super) fn columns(area: Rect, two: bool) -> (Vec<Rect>, Option<Rect>) {
    if !two {
        return (vec![area], None);
    }
    let gutter = (area.width() * 0.11).clamp(32.0, 96.0).round();
    let left = ((area.width() - gutter) / 2.0).floor().max(0.0);
    let middle = Rangef::new(area.left() + left, area.left() + left + gutter);
    let part = |x: Rangef| Rect::from_x_y_ranges(x, area.y_range());
    (
        vec![
            part(Rangef::new(area.left(), middle.min)),
            part(Rangef::new(middle.max, area.right())),
        ],
        Some(part(middle)),
    )
}

/// How wide a column's text is set.
pub(super) fn text_width(column: Rect, zoom: f32) -> f32 {
    let margins = 2.0 * margin(column) + overview::WIDTH + EDGE;
    (column.width() - margins)
        .min(WIDEST * zoom)
        .max(1.0)
        .floor()
}

/// Room beside the text of a column that stands alone, for what joins two of its passages; nothing where it is too narrow.
pub(super) fn beside(column: Rect, view: Rect, text_right: f32) -> Option<Rect> {
    const GAP: f32 = 6.0;
    const NARROWEST: f32 = 12.0;
    const WIDEST: f32 = 80.0;
    let left = text_right + GAP;
    let right = (strip(column, view).left() - GAP).min(left + WIDEST);
    (right - left >= NARROWEST)
        .then(|| Rect::from_x_y_ranges(left..=right, Rangef::new(view.top(), view.bottom())))
}

/// The part of a column under its header that text is seen through.
pub(super) fn view(column: Rect, header: f32) -> Rect {
    let top = (column.top() + header).min(column.bottom());
    let right = column.right() - overview::WIDTH - EDGE;
    Rect::from_min_max(
        egui::pos2(column.left(), top),
        egui::pos2(right.max(column.left()), column.bottom()),
    )
}

/// The strip at the right edge of a column, as high as its text.
pub(super) fn strip(column: Rect, view: Rect) -> Rect {
    let right = column.right() - EDGE;
    Rect::from_x_y_ranges(
        right - overview::WIDTH..=right,
        Rangef::new(
            view.top() + 4.0,
            (view.bottom() - 4.0).max(view.top() + 4.0),
        ),
    )
}

fn margin(column: Rect) -> f32 {
    (column.width() * 0.065).clamp(8.0, MARGIN)
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    fn window(width: f32) -> Rect {
        Rect::from_min_size(pos2(100.0, 50.0), vec2(width, 700.0))
    }

    #[test]
    fn two_columns_and_the_gutter_fill_the_width() {
        let (columns, gutter) = columns(window(800.0), true);
        let gutter = gutter.unwrap();
        assert_eq!(columns[0].right(), gutter.left());
        assert_eq!(gutter.right(), columns[1].left());
        assert_eq!(columns[1].right(), 900.0);
        assert!((columns[0].width() - columns[1].width()).abs() <= 1.0);
    }

    #[test]
    fn one_document_has_no_gutter() {
        let (columns, gutter) = columns(window(800.0), false);
        assert_eq!(columns, [window(800.0)]);
        assert_eq!(gutter, None);
    }

    #[test]
    fn a_narrow_window_keeps_most_of_its_width_for_text() {
        let (columns, _) = columns(window(420.0), true);
        assert!(text_width(columns[0], 1.0) > 0.7 * columns[0].width());
    }

    #[test]
    fn a_wide_column_keeps_a_readable_measure() {
        assert_eq!(text_width(window(2000.0), 1.0), WIDEST);
        assert_eq!(text_width(window(2000.0), 1.5), WIDEST * 1.5);
    }
}

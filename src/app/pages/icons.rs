//! Small drawings for the pages, in lines of one width.

use egui::{Color32, Painter, Pos2, Rect, Stroke, pos2};

use crate::app::state::MainPage;

/// Draws the sign of a page into a square.
pub(super) fn paint(painter: &Painter, page: MainPage, square: Rect, color: Color32) {
    let line = Stroke::new(1.4, color);
    let at = |x: f32, y: f32| -> Pos2 {
        pos2(
            square.left() + x * square.width(),
            square.top() + y * square.height(),
        )
    };
    let part =
        |x: f32, y: f32, right: f32, bottom: f32| Rect::from_two_pos(at(x, y), at(right, bottom));
    let outline = |rect: Rect| {
        painter.rect_stroke(rect, 1.5, line, egui::StrokeKind::Middle);
    };
    let segment = |from: Pos2, to: Pos2| {
        painter.line_segment([from, to], line);
    };
    match page {
        // Two columns.
        MainPage::Read => {
            outline(part(0.06, 0.14, 0.42, 0.86));
            outline(part(0.58, 0.14, 0.94, 0.86));
        }
        // A table with its head.
        MainPage::Claims => {
            outline(part(0.06, 0.12, 0.94, 0.88));
            segment(at(0.06, 0.37), at(0.94, 0.37));
            segment(at(0.06, 0.62), at(0.94, 0.62));
            segment(at(0.42, 0.37), at(0.42, 0.88));
        }
        // What somebody says.
        MainPage::Speakers => {
            outline(part(0.06, 0.12, 0.94, 0.7));
            segment(at(0.26, 0.7), at(0.26, 0.92));
            segment(at(0.26, 0.92), at(0.5, 0.7));
            segment(at(0.26, 0.34), at(0.74, 0.34));
            segment(at(0.26, 0.5), at(0.58, 0.5));
        }
        // Bars in lanes.
        MainPage::Timeline => {
            segment(at(0.06, 0.1), at(0.06, 0.9));
            for (y, from, to) in [(0.24, 0.2, 0.56), (0.5, 0.42, 0.94), (0.76, 0.3, 0.66)] {
                painter.line_segment([at(from, y), at(to, y)], Stroke::new(3.0, color));
            }
        }
        // A sheet with lines and a folded corner.
        MainPage::Notes => {
            segment(at(0.14, 0.08), at(0.64, 0.08));
            segment(at(0.64, 0.08), at(0.86, 0.3));
            segment(at(0.86, 0.3), at(0.86, 0.92));
            segment(at(0.86, 0.92), at(0.14, 0.92));
            segment(at(0.14, 0.92), at(0.14, 0.08));
            segment(at(0.3, 0.5), at(0.7, 0.5));
            segment(at(0.3, 0.7), at(0.6, 0.7));
        }
        // A number sign.
        MainPage::Quantities => {
            segment(at(0.38, 0.1), at(0.26, 0.9));
            segment(at(0.74, 0.1), at(0.62, 0.9));
            segment(at(0.1, 0.36), at(0.92, 0.36));
            segment(at(0.06, 0.64), at(0.88, 0.64));
        }
    }
}

//! A table that scrolls both ways under its head and beside its first column.
//!
//! Only the rows in view are laid out. How high a row is is known from the last time that it was drawn at this width.

use egui::{
    Align, Color32, CornerRadius, CursorIcon, Id, Layout, Rect, Role, ScrollArea, Sense, Shape,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::panels::widgets::focus_ring;
use crate::app::theme::{Theme, sans, semibold};

const HEAD: f32 = 46.0;
const MARGIN: egui::Vec2 = vec2(12.0, 10.0);
/// How far out of view a row is drawn nevertheless, so that the keyboard can go on to it.
const BEYOND: f32 = 40.0;

/// What is known of a table before its cells.
pub(super) struct Grid<'a> {
    pub name: &'static str,
    pub columns: &'a [Column],
    /// The rows to show, by index; heights are kept by these.
    pub rows: &'a [usize],
    /// How high a row is thought to be until it was drawn.
    pub about: f32,
    /// Another value makes other rows.
    pub edition: u64,
}

pub(super) struct Column {
    pub title: String,
    /// A small line under the title.
    pub detail: String,
    /// At least.
    pub width: f32,
    /// Whether it takes a share of the room that is left.
    pub grows: bool,
}

impl Column {
    pub(super) fn new(title: impl Into<String>, width: f32) -> Self {
        Self {
            title: title.into(),
            detail: String::new(),
            width,
            grows: false,
        }
    }

    pub(super) fn growing(mut self) -> Self {
        self.grows = true;
        self
    }
}

/// How a cell came out.
#[derive(Default)]
pub(super) struct Drawn {
    /// Its accessible name; empty where it cannot be pressed.
    pub name: String,
    /// Its color, where it is not that of the table.
    pub fill: Option<Color32>,
    /// Whether the row goes on what the one before says, without a line between them.
    pub goes_on: bool,
}

/// Draws the table into the room that is left, with cells by row and column. Returns the cell that was pressed.
pub(super) fn grid_ui(
    ui: &mut Ui,
    theme: &Theme,
    grid: &Grid<'_>,
    mut cell: impl FnMut(&mut Ui, usize, usize) -> Drawn,
) -> Option<(usize, usize)> {
    let room = ui.available_rect_before_wrap();
    let widths = widths(grid.columns, room.width());
    let key = Id::unique((grid.name, grid.edition, room.width().to_bits()));
    let mut heights: Vec<f32> = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let most = grid.rows.iter().max().map_or(0, |last| last + 1);
    if heights.len() < most {
        heights.resize(most, grid.about);
    }
    let total: f32 = grid.rows.iter().map(|row| heights[*row]).sum();
    let height = (HEAD + total + 1.0).min(room.height()).max(HEAD);
    let area = Rect::from_min_size(room.min, vec2(room.width(), height));
    let body = Rect::from_min_max(pos2(area.left(), area.top() + HEAD), area.max);
    let round = CornerRadius::same(8);
    ui.painter().rect_filled(area, round, theme.surface);

    let mut inside = ui.new_child(UiBuilder::new().id_salt(grid.name).max_rect(body));
    inside.set_clip_rect(body.intersect(ui.clip_rect()));
    let output = ScrollArea::both()
        .id_salt((grid.name, "scroll"))
        .auto_shrink(false)
        .show_viewport(&mut inside, |ui, view| {
            ui.set_min_size(vec2(widths.iter().sum(), total));
            let mut rows = Rows {
                theme,
                body,
                view,
                widths: &widths,
                pressed: None,
            };
            let origin = ui.max_rect().min.y;
            let mut y = 0.0;
            for (place, row) in grid.rows.iter().copied().enumerate() {
                let about = heights[row];
                if y > view.bottom() + BEYOND {
                    break;
                }
                if y + about >= view.top() - BEYOND {
                    let last = place + 1 == grid.rows.len();
                    heights[row] = rows.row_ui(ui, row, origin + y, about, last, &mut cell);
                }
                y += about;
            }
            rows.pressed
        });
    head_ui(
        ui,
        theme,
        grid,
        &widths,
        area,
        output.state.clamped_offset().x,
    );
    ui.painter().rect_stroke(
        area,
        round,
        Stroke::new(1.0, theme.border),
        StrokeKind::Inside,
    );
    let before: f32 = grid.rows.iter().map(|row| heights[*row]).sum();
    if before != total {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(key, heights));
    ui.advance_cursor_after_rect(area);
    output.inner
}

/// At least as wide as asked for; what is left goes to those that grow.
fn widths(columns: &[Column], room: f32) -> Vec<f32> {
    let asked: f32 = columns.iter().map(|column| column.width).sum();
    let growing = columns.iter().filter(|column| column.grows).count();
    let share = (room - asked).max(0.0) / growing.max(1) as f32;
    (columns.iter())
        .map(|column| column.width + if column.grows { share } else { 0.0 })
        .collect()
}

/// What the rows of one frame are drawn with.
struct Rows<'a> {
    theme: &'a Theme,
    /// The part of the table under its head, on screen.
    body: Rect,
    /// The same within the contents.
    view: Rect,
    widths: &'a [f32],
    pressed: Option<(usize, usize)>,
}

impl Rows<'_> {
    /// Draws one row; returns how high it came out.
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        row: usize,
        top: f32,
        about: f32,
        last: bool,
        cell: &mut impl FnMut(&mut Ui, usize, usize) -> Drawn,
    ) -> f32 {
        let mut height: f32 = 0.0;
        let mut drawn = Vec::with_capacity(self.widths.len());
        let mut left = 0.0;
        for (column, width) in self.widths.iter().copied().enumerate() {
            let (rect, clip) = self.place(column, left, top, vec2(width, about));
            left += width;
            let builder = UiBuilder::new()
                .id_salt((row, column))
                .max_rect(rect.shrink2(MARGIN))
                .layout(Layout::top_down(Align::LEFT));
            let mut inside = ui.new_child(builder);
            inside.set_clip_rect(clip.intersect(ui.clip_rect()));
            inside.spacing_mut().item_spacing.y = 3.0;
            let background = inside.painter().add(Shape::Noop);
            // Beneath what stands in it, so that a box in it can be ticked.
            let response = inside.interact(rect, inside.unique_id().with("cell"), Sense::hover());
            let how = cell(&mut inside, row, column);
            height = height.max(inside.min_rect().height() + 2.0 * MARGIN.y);
            drawn.push((rect, inside, background, response, how));
        }
        let height = height.round();
        let goes_on = drawn.iter().any(|(.., how)| how.goes_on);
        for (column, (rect, inside, background, response, how)) in drawn.into_iter().enumerate() {
            let rect = Rect::from_min_size(rect.min, vec2(rect.width(), height));
            let mut fill = how.fill;
            if !how.name.is_empty() {
                let response = response.interact(Sense::click());
                response.widget_info(|| {
                    WidgetInfo::labeled(Role::Button, inside.is_enabled(), &how.name)
                });
                if response.hovered() {
                    fill = Some(match how.fill {
                        Some(_) => self.theme.conflict_tint_selected,
                        None => self.theme.surface_hovered,
                    });
                }
                focus_ring(&inside, &response, self.theme);
                if response.gained_focus() {
                    // The first column stands over what is scrolled under it.
                    let covered = if column == 0 { 0.0 } else { self.widths[0] };
                    ui.scroll_to_rect(rect.with_min_x(rect.left() - covered), None);
                }
                if response.clicked() {
                    self.pressed = Some((row, column));
                }
                response.on_hover_cursor(CursorIcon::PointingHand);
            }
            if let Some(fill) = fill {
                let shape = Shape::rect_filled(rect, 0.0, fill);
                inside.painter().set(background, shape);
            }
        }
        let line = Stroke::new(1.0, self.theme.border);
        if !goes_on {
            ui.painter().hline(self.body.x_range(), top, line);
        }
        if last {
            ui.painter().hline(self.body.x_range(), top + height, line);
        }
        height
    }

    /// Where a cell stands, and where it can be seen: the first column stays.
    fn place(&self, column: usize, left: f32, top: f32, size: egui::Vec2) -> (Rect, Rect) {
        let first = self.body.left() + self.widths[0];
        if column == 0 {
            let clip = self.body.with_max_x(first);
            (Rect::from_min_size(pos2(self.body.left(), top), size), clip)
        } else {
            let x = self.body.left() + left - self.view.left();
            let clip = self.body.with_min_x(first);
            (Rect::from_min_size(pos2(x, top), size), clip)
        }
    }
}

/// The titles over the columns, moved sideways with them.
fn head_ui(ui: &Ui, theme: &Theme, grid: &Grid<'_>, widths: &[f32], area: Rect, scrolled: f32) {
    let head = Rect::from_min_size(area.min, vec2(area.width(), HEAD));
    let first = area.left() + widths[0];
    let mut left = 0.0;
    for (index, (column, width)) in grid.columns.iter().zip(widths).enumerate() {
        let (x, clip) = if index == 0 {
            (area.left(), head.with_max_x(first))
        } else {
            (area.left() + left - scrolled, head.with_min_x(first))
        };
        left += width;
        let rect = Rect::from_min_size(pos2(x, head.top()), vec2(*width, HEAD));
        let response = ui.interact(
            rect.intersect(clip),
            Id::unique((grid.name, "head", index)),
            Sense::hover(),
        );
        let name = format!("{} {}", column.title, column.detail);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name.trim()));
        let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
        let named = !column.detail.is_empty();
        let title = if named { theme.accent } else { theme.text_weak };
        let one_line = |words: &str, font, color| {
            let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, color);
            job.wrap = egui::text::TextWrapping::truncate_at_width(width - 2.0 * MARGIN.x);
            painter.layout_job(job)
        };
        let title_galley = one_line(&column.title, semibold(12.5), title);
        let elided = title_galley.elided;
        let x = rect.left() + MARGIN.x;
        let middle = head.center().y;
        if named {
            let detail = one_line(&column.detail, sans(11.0), theme.text_weak);
            painter.galley(pos2(x, middle - title_galley.size().y), title_galley, title);
            painter.galley(pos2(x, middle + 2.0), detail, theme.text_weak);
        } else {
            let top = middle - title_galley.size().y / 2.0;
            painter.galley(pos2(x, top), title_galley, title);
        }
        if elided {
            response.on_hover_text(name);
        }
    }
    if scrolled > 0.5 {
        // What is scrolled goes under the first column.
        let line = Stroke::new(1.0, theme.border_strong);
        ui.painter().vline(first, area.y_range(), line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_the_room_goes_to_the_columns_that_grow() {
        let columns = [
            Column::new("Statement", 200.0),
            Column::new("A", 100.0).growing(),
            Column::new("B", 100.0).growing(),
        ];
        assert_eq!(widths(&columns, 600.0), [200.0, 200.0, 200.0]);
        assert_eq!(widths(&columns, 300.0), [200.0, 100.0, 100.0]);
    }
}

//! Everything that moves the text: a finding to bring level, the wheel, the keys, the strip.

use egui::{Context, EventFilter, Rect, Role, Sense, Stroke, Ui, WidgetInfo};

use super::column::Column;
use super::follow::Hold;
use super::keys::{self, Movement};
use super::selection::{self, Selection};
use super::style::TextStyle;
use super::touch::Touched;
use super::view::{Frame, ReadingEvent, ReadingInput, ReadingView};
use super::{areas, gutter, level, overview};
use crate::model::BlockKind;
use crate::report;

/// Points that the text moves a frame for each point that a selecting drag has left the view.
const DRAG_SPEED: f32 = 0.2;

impl ReadingView {
    /// Moves the columns before they are drawn.
    pub(super) fn scroll_ui(
        &mut self,
        ui: &Ui,
        frame: &Frame<'_>,
        gutter: Option<Rect>,
        events: &mut Vec<ReadingEvent>,
    ) {
        let (ctx, now) = (ui.ctx(), ui.input(|input| input.time));
        if let Some(bring) = self.bring.take() {
            let clicked = self.clicked.take();
            let keep = clicked
                .filter(|(finding, _)| *finding == bring)
                .map(|(_, column)| column);
            if let Some(finding) = frame.input.report.findings.get(bring) {
                level::bring(ctx, &frame.styles, &mut self.columns, finding, keep, now);
                self.hold = Hold::AsTheyStand;
            }
        }
        if let Some((document, passage)) = self.bring_passage.take() {
            let columns = self.columns.iter_mut().zip(&frame.styles);
            for (column, style) in columns.filter(|(column, _)| column.page.id == document) {
                level::show(ctx, style, column, passage, now);
                self.hold = Hold::AsTheyStand;
            }
        }
        if let Some(gutter) = gutter {
            let steps = gutter::wheel_steps(ui, gutter, &mut self.wheel);
            events.extend(walked(frame.input, steps).map(ReadingEvent::SelectFinding));
        }
        for (index, style) in frame.styles.iter().enumerate() {
            if level::advance(ctx, style, &mut self.columns[index], now) {
                ctx.request_repaint();
            }
        }
        for (index, style) in frame.styles.iter().enumerate() {
            if ui.rect_contains_pointer(frame.rects[index]) {
                let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
                if wheel != 0.0 {
                    self.columns[index].scroll(ctx, style, -wheel);
                    self.follow(ctx, frame, index, Some(-wheel), now);
                }
            }
        }
        let focused = ui.memory(|memory| memory.focused());
        let typed_at = match focused {
            Some(id) => (0..self.columns.len()).find(|&column| frame.text_id(column) == id),
            None => Some(self.active),
        };
        if let Some(index) = typed_at {
            let (column, style) = (&mut self.columns[index], &frame.styles[index]);
            let row = style.face(BlockKind::Paragraph).line;
            if let Some(movement) = keys::movement(ui, row, column.view.height()) {
                let delta = press(ctx, column, style, movement);
                self.follow(ctx, frame, index, delta, now);
            }
        }
    }

    /// Draws one column under its header.
    pub(super) fn column_ui(
        &mut self,
        ui: &mut Ui,
        frame: &Frame<'_>,
        index: usize,
        events: &mut Vec<ReadingEvent>,
    ) -> Touched {
        let look = self.look(frame.input, Some(index));
        let (id, style, rect) = (
            frame.text_id(index),
            &frame.styles[index],
            frame.rects[index],
        );
        let column = &mut self.columns[index];
        let sense = Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE;
        let response = ui.interact(column.view, id, sense);
        response.widget_info(|| {
            let page = &column.page;
            let name = format!(
                "Text of {}, {}",
                report::letter(page.id),
                page.document.label()
            );
            WidgetInfo::labeled(Role::Document, true, name)
        });
        if self.focus.take_if(|wanted| *wanted == index).is_some()
            || response.clicked()
            || response.drag_started()
        {
            response.request_focus();
        }
        if response.has_focus() {
            // The arrows move the text, not the keyboard to another widget.
            let filter = EventFilter {
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let line = Stroke::new(2.0, look.theme.accent);
            ui.painter().hline(rect.x_range(), rect.top() + 1.0, line);
            if self.active != index || response.gained_focus() {
                self.active = index;
                events.push(ReadingEvent::FocusColumn(index));
            }
            if ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::A)) {
                let page = &column.page;
                let all = Selection::all(page.id, page.document.text.span());
                selection::put(&mut self.selections, all);
            }
        }

        let mut touched = Touched::default();
        column.text_ui(ui, id, style, look, &mut touched);
        let response = response.on_hover_cursor(egui::CursorIcon::Text);
        let mut selections = self.selections.iter().copied();
        let before = selections.find(|one| one.document == column.page.id);
        let mut selected = before;
        let outside = selection::follow(ui, &response, column, &mut selected);
        match selected {
            None => self.selections.retain(|one| Some(*one) != before),
            Some(now) if selected != before => selection::put(&mut self.selections, now),
            Some(_) => {}
        }
        if outside != 0.0 {
            column.scroll(ui.ctx(), style, outside * DRAG_SPEED);
            ui.ctx().request_repaint();
        }
        if let Some(latest) = self.selections.last()
            && latest.document == column.page.id
        {
            selection::copy(ui, column, *latest);
        }

        let strip = areas::strip(rect, column.view);
        if let Some(part) = overview::show(ui, id.with("overview"), strip, column, look) {
            column.jump(ui.ctx(), style, part);
            let now = ui.input(|input| input.time);
            self.follow(ui.ctx(), frame, index, None, now);
            ui.ctx().request_repaint();
        }
        touched
    }
}

/// The finding so many steps from the selected one; the first where none is.
fn walked(input: &ReadingInput<'_>, steps: isize) -> Option<usize> {
    if steps == 0 {
        return None;
    }
    let selected = input.selected.and_then(|selected| {
        input
            .visible
            .iter()
            .position(|&finding| finding == selected)
    });
    let last = input.visible.len().checked_sub(1)?;
    let next = selected.map_or(0, |at| at.saturating_add_signed(steps).min(last));
    let next = input.visible[next];
    (input.selected != Some(next)).then_some(next)
}

/// Moves a column as a key asks for. Returns by how much, where that can be said.
fn press(
    ctx: &Context,
    column: &mut Column,
    style: &TextStyle<'_>,
    movement: Movement,
) -> Option<f32> {
    match movement {
        Movement::By(delta) => {
            column.scroll(ctx, style, delta);
            return Some(delta);
        }
        Movement::ToStart => column.jump(ctx, style, 0.0),
        Movement::ToEnd => column.jump(ctx, style, 1.0),
    }
    None
}

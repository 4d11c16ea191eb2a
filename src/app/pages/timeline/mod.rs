//! Timeline: dated statements as bars, one lane an article; times that do not go together are joined by a broken line.

mod axis;
mod lane;

use std::collections::BTreeMap;

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Role,
    ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use self::axis::Range;
use self::lane::{LABELED, Lane};
use super::frame::{nothing_ui, page_frame, small};
use crate::app::command::ViewCommand;
use crate::app::panels::Page;
use crate::app::panels::widgets::focus_ring;
use crate::app::theme::{Theme, sans, semibold};
use crate::model::{DocumentId, Granularity, TimeRelation};
use crate::report::Report;
use crate::report::tables::timeline::{Event, Timeline};

const HEAD: f32 = 34.0;
/// Points between two marks of the scale.
const APART: f32 = 96.0;
/// One step of the buttons and the keys, and of one point of the wheel.
const STEP: f64 = 1.5;
const WHEEL: f64 = 0.004;

pub(super) fn timeline_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let explanation = "What the articles date, one lane an article; a bar is as long as its words leave open. \
        Times that contradict each other are joined by a broken line. A press on a bar opens its sentence";
    page_frame(ui, page, "Timeline", explanation, |ui, page| {
        let Some(report) = page.state.report().cloned() else {
            return;
        };
        let tables = page.state.comparison.tables();
        let timeline = &tables.timeline;
        if timeline.events.is_empty() {
            let meaning = "The program read no day in these articles. Days like “Tuesday” are known only where an \
                article has a date: its header has a field for one";
            nothing_ui(ui, page.theme, "Nothing is dated", meaning);
            return;
        }
        let key = Id::unique(("timeline", tables.edition()));
        let known: Option<(f64, f64)> = ui.data(|data| data.get_temp(key));
        let range = known.map_or_else(
            || Range::of_most(&timeline.events),
            |(start, end)| Range { start, end },
        );
        let range = controls_ui(ui, page.theme, timeline, range);
        let mut plot = Plot {
            theme: page.theme,
            report: &report,
            timeline,
            range,
            pressed: None,
        };
        plot.ui(ui);
        let (range, pressed) = (plot.range, plot.pressed);
        ui.data_mut(|data| data.insert_temp(key, (range.start, range.end)));
        if let Some(event) = pressed {
            let passage = timeline.events[event].passage;
            page.view(ViewCommand::ShowPassage(passage));
        }
    });
}

/// Buttons for what the wheel and the keys do.
fn controls_ui(ui: &mut Ui, theme: &Theme, timeline: &Timeline, range: Range) -> Range {
    let middle = range.start + range.length() / 2.0;
    let mut after = range;
    ui.horizontal_wrapped(|ui| {
        for (sign, name, changed) in [
            ("+", "Zoom in", range.zoomed(STEP, middle)),
            ("–", "Zoom out", range.zoomed(1.0 / STEP, middle)),
            ("◂", "Earlier", range.moved(-0.25)),
            ("▸", "Later", range.moved(0.25)),
            ("Main days", "Main days", Range::of_most(&timeline.events)),
            ("All times", "All times", Range::of_all(&timeline.events)),
        ] {
            let button = ui.button(sign).on_hover_text(name).accessible_name(name);
            if button.clicked() {
                after = changed;
            }
        }
        let shown = (timeline.events.iter())
            .filter(|event| event.end > after.start && event.start < after.end)
            .count();
        small(
            ui,
            theme,
            &format!(
                "{shown} of {} in view · the wheel zooms, dragging moves",
                timeline.events.len()
            ),
        );
    });
    ui.add_space(4.0);
    after
}

struct Plot<'a> {
    theme: &'a Theme,
    report: &'a Report,
    timeline: &'a Timeline,
    range: Range,
    pressed: Option<usize>,
}

impl Plot<'_> {
    fn ui(&mut self, ui: &mut Ui) {
        let room = ui.available_rect_before_wrap();
        let names = (room.width() * 0.16).clamp(72.0, 170.0);
        let width = room.width() - names;
        let lanes: Vec<Lane> = (self.lanes().into_iter())
            .map(|events| lane::lane(ui, self.theme, self.timeline, events, self.range, width))
            .collect();
        let total: f32 = lanes.iter().map(|lane| lane.height).sum();
        let height = (HEAD + total).min(room.height()).max(HEAD);
        let area = Rect::from_min_size(room.min, vec2(room.width(), height));
        let (theme, round) = (self.theme, CornerRadius::same(8));
        ui.painter().rect_filled(area, round, theme.surface);
        let plot = area.with_min_x(area.left() + names);
        self.move_ui(ui, plot, total <= height - HEAD);
        self.head_ui(ui, plot);

        let body = area.with_min_y(area.top() + HEAD);
        let mut inside = ui.new_child(egui::UiBuilder::new().id_salt("lanes").max_rect(body));
        inside.set_clip_rect(body.intersect(ui.clip_rect()));
        ScrollArea::vertical()
            .id_salt("lanes")
            .auto_shrink(false)
            // Dragging moves through time.
            .scroll_source(
                egui::scroll_area::ScrollSource::MOUSE_WHEEL
                    | egui::scroll_area::ScrollSource::SCROLL_BAR,
            )
            .show(&mut inside, |ui| {
                ui.set_min_size(vec2(area.width(), total));
                let mut top = ui.max_rect().top();
                let mut bars = BTreeMap::new();
                for (index, lane) in lanes.iter().enumerate() {
                    let rect = Rect::from_min_size(
                        pos2(area.left(), top),
                        vec2(area.width(), lane.height),
                    );
                    self.lane_ui(ui, DocumentId(index), lane, rect, names, &mut bars);
                    top += lane.height;
                }
                self.conflicts_ui(ui, &bars, plot);
            });
        ui.painter().rect_stroke(
            area,
            round,
            Stroke::new(1.0, theme.border),
            StrokeKind::Inside,
        );
        ui.advance_cursor_after_rect(area);
    }

    /// The events of each article, by index.
    fn lanes(&self) -> Vec<std::ops::Range<usize>> {
        let events = &self.timeline.events;
        let before = |id: DocumentId| events.partition_point(|event| event.passage.document < id);
        (self.report.analysis.document_ids())
            .map(|id| before(id)..before(DocumentId(id.index() + 1)))
            .collect()
    }

    /// What the pointer and the keys do to the times in view; they show in the next frame.
    fn move_ui(&mut self, ui: &Ui, plot: Rect, fits: bool) {
        let id = ui.scope_id().with("plot");
        let response = ui.interact(plot, id, Sense::DRAG | Sense::FOCUSABLE);
        response.widget_info(|| {
            WidgetInfo::labeled(
                Role::ScrollView,
                true,
                "Times: plus and minus zoom, arrows move",
            )
        });
        if response.dragged() {
            response.request_focus();
            let part = -response.drag_delta().x / plot.width();
            self.range = self.range.moved(f64::from(part));
        }
        focus_ring(ui, &response, self.theme);
        if response.has_focus() {
            self.press_keys(ui, id);
        }
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        if !ui.rect_contains_pointer(plot) {
            return;
        }
        let at = f64::from((pointer.x - plot.left()) / plot.width());
        let keep = self.range.start + at * self.range.length();
        let (pinch, sideways, wheel) = ui.input_mut(|input| {
            let delta = &mut input.smooth_scroll_delta;
            // The wheel scrolls the lanes where they do not fit.
            let wheel = if fits {
                std::mem::take(&mut delta.y)
            } else {
                0.0
            };
            (
                input.zoom_delta(),
                std::mem::take(&mut input.smooth_scroll_delta.x),
                wheel,
            )
        });
        let factor = f64::from(pinch) * (f64::from(wheel) * WHEEL).exp();
        if factor != 1.0 {
            self.range = self.range.zoomed(factor, keep);
            ui.ctx().request_repaint();
        }
        if sideways != 0.0 {
            self.range = self.range.moved(f64::from(-sideways / plot.width()));
            ui.ctx().request_repaint();
        }
    }

    fn press_keys(&mut self, ui: &Ui, id: Id) {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let middle = self.range.start + self.range.length() / 2.0;
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.range;
        if pressed(Key::Plus) || pressed(Key::Equals) {
            self.range = self.range.zoomed(STEP, middle);
        }
        if pressed(Key::Minus) {
            self.range = self.range.zoomed(1.0 / STEP, middle);
        }
        if pressed(Key::ArrowLeft) {
            self.range = self.range.moved(-0.1);
        }
        if pressed(Key::ArrowRight) {
            self.range = self.range.moved(0.1);
        }
        if self.range != before {
            ui.ctx().request_repaint();
        }
    }

    fn x_of(&self, plot: Rect, time: f64) -> f32 {
        let part = (time - self.range.start) / self.range.length();
        plot.left() + part as f32 * plot.width()
    }

    /// The scale, with a thin line down from each mark.
    fn head_ui(&self, ui: &Ui, plot: Rect) {
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        let most = (plot.width() / APART).floor() as usize;
        let line = Stroke::new(1.0, self.theme.border);
        for (time, words) in axis::marks(self.range, most) {
            let x = self.x_of(plot, time);
            let at = pos2(x + 6.0, plot.top() + HEAD / 2.0);
            painter.vline(x, plot.y_range(), line);
            painter.text(
                at,
                Align2::LEFT_CENTER,
                words,
                sans(11.5),
                self.theme.text_weak,
            );
        }
    }

    fn lane_ui(
        &mut self,
        ui: &Ui,
        document: DocumentId,
        lane: &Lane,
        rect: Rect,
        names: f32,
        bars: &mut BTreeMap<usize, Rect>,
    ) {
        let theme = self.theme;
        ui.painter()
            .hline(rect.x_range(), rect.top(), Stroke::new(1.0, theme.border));
        let mut job = egui::text::LayoutJob::simple(
            self.report.label(document),
            semibold(12.0),
            theme.text,
            names - 20.0,
        );
        job.wrap.max_rows = 3;
        let name = ui.painter().layout_job(job);
        ui.painter()
            .galley(rect.min + vec2(12.0, 10.0), name, theme.text);
        let plot = rect.with_min_x(rect.left() + names);
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        for bar in &lane.bars {
            let event = &self.timeline.events[bar.event];
            let at = bar.rect.translate(plot.min.to_vec2());
            bars.insert(bar.event, at);
            let label = bar.label.as_ref().map(|(place, galley)| {
                let rect = Rect::from_min_size(plot.min + place.to_vec2(), galley.size());
                (rect, galley)
            });
            let whole = label.as_ref().map_or(at, |(rect, _)| at.union(*rect));
            if !ui.is_rect_visible(whole) {
                continue;
            }
            let id = ui.scope_id().with(("event", bar.event));
            let response = ui.interact(whole.intersect(plot), id, Sense::click());
            let words = format!(
                "{}: {}. {}",
                self.report.label(document),
                event.when,
                event.wording.line()
            );
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
            if response.hovered() {
                painter.rect_filled(whole.expand2(vec2(4.0, 2.0)), 4.0, theme.surface_hovered);
            }
            let color = if self.conflicts(bar.event) {
                theme.conflict
            } else {
                theme.accent
            };
            paint_bar(&painter, event, at, color);
            if let Some((rect, galley)) = label {
                let behind = if response.hovered() {
                    theme.surface_hovered
                } else {
                    theme.surface
                };
                // The lines of the scale would run through the words.
                painter.rect_filled(rect, 0.0, behind);
                painter.galley(rect.min, galley.clone(), theme.text);
            }
            focus_ring(ui, &response, theme);
            if response.gained_focus() {
                ui.scroll_to_rect(whole, None);
            }
            if response.clicked() {
                self.pressed = Some(bar.event);
            }
            response
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text(format!("{} · “{}”", event.when, event.words));
        }
        if lane.bars.len() > LABELED {
            let words = format!("{} dates: zoom in to read them", lane.bars.len());
            let at = plot.right_bottom() - vec2(8.0, 4.0);
            painter.text(at, Align2::RIGHT_BOTTOM, words, sans(11.0), theme.text_weak);
        }
    }

    fn conflicts(&self, event: usize) -> bool {
        let conflicts = &self.timeline.conflicts;
        conflicts.iter().any(|(pair, _)| pair.contains(&event))
    }

    /// Broken lines between bars whose times do not go together.
    fn conflicts_ui(&self, ui: &Ui, bars: &BTreeMap<usize, Rect>, plot: Rect) {
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        let line = Stroke::new(1.5, self.theme.conflict);
        for (pair, _) in &self.timeline.conflicts {
            if let [Some(one), Some(other)] = pair.map(|event| bars.get(&event)) {
                let (upper, lower) = if one.top() <= other.top() {
                    (one, other)
                } else {
                    (other, one)
                };
                let ends = [upper.center_bottom(), lower.center_top()];
                painter.extend(Shape::dashed_line(&ends, line, 5.0, 4.0));
            }
        }
    }
}

/// What is known to the day is filled, what is known only by week, month or year is an outline; an arrow where it lies
/// before or after what the words name.
fn paint_bar(painter: &egui::Painter, event: &Event, rect: Rect, color: Color32) {
    let round = CornerRadius::same(6);
    if event.granularity <= Granularity::Day && event.relation == TimeRelation::At {
        painter.rect_filled(rect, round, color);
    } else {
        painter.rect_filled(rect, round, color.gamma_multiply(0.18));
        let line = Stroke::new(1.5, color);
        painter.rect_stroke(rect, round, line, StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let arrow = |tip: f32, back: f32| {
        let points = vec![
            pos2(tip, middle),
            pos2(back, middle - 5.0),
            pos2(back, middle + 5.0),
        ];
        Shape::convex_polygon(points, color, Stroke::NONE)
    };
    match event.relation {
        TimeRelation::At => {}
        TimeRelation::Before | TimeRelation::Until => {
            painter.add(arrow(rect.left() - 6.0, rect.left() + 2.0));
        }
        TimeRelation::After | TimeRelation::Since => {
            painter.add(arrow(rect.right() + 6.0, rect.right() - 2.0));
        }
    }
}

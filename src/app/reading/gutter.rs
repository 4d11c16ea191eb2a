//! Between the columns: what joins the passages of each finding in view.
//!
//! It is calm by default. The selected finding is filled, those of the paragraph that is being read are thin, and of the
//! rest only ticks say where they begin and end.

use std::sync::Arc;

use egui::{
    Align2, CursorIcon, Event, Id, Mesh, MouseWheelUnit, Painter, Pos2, Rect, Role, Sense, Shape,
    Stroke, Ui, Vec2, WidgetInfo, pos2,
};

use super::away::{self, Away};
use super::column::Column;
use super::paint::{self, Look};
use super::ribbon::{Ribbon, Whereabouts};
use super::view::{ReadingEvent, ReadingInput};
use crate::app::theme::semibold;
use crate::notebook::Decision;
use crate::report::Finding;
use crate::text::Span;

/// How near the pointer has to be to a line.
const REACH: f32 = 6.0;
/// How far a smooth wheel turns for one step.
const NOTCH: f32 = 50.0;

/// How much of a ribbon is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Tick,
    Thin,
    Pointed,
    Selected,
}

/// What is drawn for one finding.
struct Drawn {
    finding: usize,
    ribbon: Ribbon,
    state: State,
    /// The side that is out of view.
    away: Option<Away>,
}

/// Draws the ribbons; those of the stretches in `read`, one a column, are drawn in full. Returns what the reader
/// asked for.
pub(super) fn show(
    ui: &Ui,
    id: Id,
    gutter: Rect,
    columns: &[&Column],
    input: &ReadingInput<'_>,
    look: Look<'_>,
    read: &[Option<Span>],
) -> Vec<ReadingEvent> {
    let report = input.report;
    let painter = ui.painter().with_clip_rect(gutter);
    if columns.len() > 1 {
        painter.rect_filled(gutter, 0.0, look.theme.gutter);
    }
    let response = ui.interact(gutter, id, Sense::CLICK);
    let name = if columns.len() > 1 {
        "Ribbons between the articles"
    } else {
        "What joins passages of the article"
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));

    let mut drawn: Vec<Drawn> = input
        .visible
        .iter()
        .filter_map(|&index| {
            let finding = report.findings.get(index)?;
            let selected = look.selected == Some(index);
            if finding.decision == Some(Decision::Dismissed) && !selected {
                return None;
            }
            let (ribbon, away) = joined(gutter, columns, index, finding)?;
            let state = match selected {
                true => State::Selected,
                false if is_read(finding, columns, read) => State::Thin,
                false => State::Tick,
            };
            Some(Drawn {
                finding: index,
                ribbon,
                state,
                away,
            })
        })
        .collect();
    let pointed = response
        .hover_pos()
        .and_then(|point| nearest(&drawn, point));
    for one in &mut drawn {
        if pointed == Some(one.finding) {
            one.state = one.state.max(State::Pointed);
        }
    }
    // What stands out is drawn last, over the rest.
    drawn.sort_by_key(|one| one.state);
    for one in &drawn {
        ribbon(&painter, &one.ribbon, one.state, look);
    }

    let clicked = response.clicked();
    if let Some(finding) = pointed.and_then(|pointed| report.findings.get(pointed)) {
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text_at_pointer(format!("{}  {}", finding.number, finding.heading));
    }
    let mut events = Vec::new();
    let whole = drawn.iter().find(|one| one.state == State::Selected);
    if let Some(Ribbon::Whole { middle, .. }) = whole.map(|one| &one.ribbon)
        && let Some(center) = middle.get(middle.len() / 2)
        && together_ui(ui, id, *center, look)
    {
        events.push(ReadingEvent::Together);
    }
    let away: Vec<Away> = drawn.iter().filter_map(|one| one.away).collect();
    let called = away::counts_ui(ui, id, gutter, columns, &away, look.theme);
    let chosen = called.or_else(|| pointed.filter(|_| clicked));
    events.extend(chosen.map(ReadingEvent::SelectFinding));
    events
}

/// The button on the selected ribbon. Returns whether the reader pressed it.
fn together_ui(ui: &Ui, id: Id, center: Pos2, look: Look<'_>) -> bool {
    const RADIUS: f32 = 12.0;
    let rect = Rect::from_center_size(center, Vec2::splat(2.0 * RADIUS));
    let response = ui.interact(rect, id.with("together"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Bring together"));
    let painter = ui.painter();
    let fill = if response.hovered() {
        look.theme.surface_hovered
    } else {
        look.theme.surface
    };
    painter.circle(center, RADIUS, fill, Stroke::new(1.0, look.theme.conflict));
    let sign = semibold(11.0);
    painter.text(
        center,
        Align2::CENTER_CENTER,
        "→←",
        sign,
        look.theme.conflict,
    );
    if response.has_focus() {
        paint::focus_ring(painter, rect, look.theme);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text("Show only the two passages, with the words that differ marked  B")
        .clicked()
}

/// How many findings the wheel turned past in this frame: down is forward. Takes the movement away from the rest.
pub(super) fn wheel_steps(ui: &Ui, gutter: Rect, turned: &mut f32) -> isize {
    if !ui.rect_contains_pointer(gutter) {
        *turned = 0.0;
        return 0;
    }
    let mut steps = 0;
    ui.input_mut(|input| {
        for event in &input.events {
            if let Event::MouseWheel {
                unit,
                delta,
                modifiers,
                ..
            } = event
                && !modifiers.command
            {
                match unit {
                    MouseWheelUnit::Point => *turned -= delta.y,
                    // A wheel with notches goes one finding a notch, however many lines that stands for.
                    MouseWheelUnit::Line | MouseWheelUnit::Page if delta.y != 0.0 => {
                        steps -= delta.y.signum() as isize;
                    }
                    MouseWheelUnit::Line | MouseWheelUnit::Page => {}
                }
            }
        }
        input.smooth_scroll_delta.y = 0.0;
    });
    let whole = (*turned / NOTCH).trunc();
    *turned -= whole * NOTCH;
    steps + whole as isize
}

/// Whether a finding in view has both of its sides in these columns.
pub(super) fn joins_any(columns: &[&Column], input: &ReadingInput<'_>) -> bool {
    let visible = input.visible.iter();
    let mut findings = visible.filter_map(|&index| input.report.findings.get(index));
    findings.any(|finding| ends(columns, finding).is_some())
}

/// What joins the sides of a finding: across the gutter, or within the one column that shows both.
fn joined(
    gutter: Rect,
    columns: &[&Column],
    index: usize,
    finding: &Finding,
) -> Option<(Ribbon, Option<Away>)> {
    let ends = ends(columns, finding)?;
    let [one, other] = ends.map(|(column, span)| columns[column].whereabouts(span));
    let across = gutter.x_range();
    let ribbon = match ends.map(|(column, _)| column) {
        [0, 0] => Ribbon::within(across, 1.0, one, other),
        [1, 1] => Ribbon::within(across, -1.0, one, other),
        [0, _] => Ribbon::between(across, one, other),
        _ => Ribbon::between(across, other, one),
    }?;
    let away = [one, other]
        .into_iter()
        .zip(ends)
        .find_map(|(place, (column, span))| {
            let up = match place {
                Whereabouts::Seen(_) => return None,
                Whereabouts::Above => true,
                Whereabouts::Below => false,
            };
            Some(Away {
                finding: index,
                column,
                up,
                start: span.start,
            })
        });
    Some((ribbon, away))
}

/// The column and the place of each side, where both are shown.
fn ends(columns: &[&Column], finding: &Finding) -> Option<[(usize, Span); 2]> {
    let [one, other] = &finding.conflict.sides;
    let column_of = |side: &crate::model::Side| {
        columns
            .iter()
            .position(|column| column.page.id == side.document)
    };
    Some([(column_of(one)?, one.span), (column_of(other)?, other.span)])
}

/// Whether a side of a finding stands in the stretch that is being read.
fn is_read(finding: &Finding, columns: &[&Column], read: &[Option<Span>]) -> bool {
    columns.iter().zip(read).any(|(column, read)| {
        let sides = finding.conflict.sides.iter();
        let mut here = sides.filter(|side| side.document == column.page.id);
        read.is_some_and(|read| here.any(|side| side.span.overlaps(read)))
    })
}

/// The finding whose ribbon a point means.
fn nearest(drawn: &[Drawn], point: Pos2) -> Option<usize> {
    drawn
        .iter()
        .map(|one| {
            let distance = match one.state {
                State::Tick => one.ribbon.distance_to_ticks(point),
                state => one.ribbon.distance(point, state == State::Selected),
            };
            (distance, one.finding)
        })
        .filter(|(distance, _)| *distance <= REACH)
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, finding)| finding)
}

fn ribbon(painter: &Painter, ribbon: &Ribbon, state: State, look: Look<'_>) {
    let stroke = match state {
        State::Tick | State::Thin => Stroke::new(1.2, look.theme.ribbon),
        State::Pointed | State::Selected => Stroke::new(1.5, look.theme.conflict),
    };
    match ribbon {
        _ if state == State::Tick => {
            for tick in ribbon.ticks() {
                painter.line_segment(tick, Stroke::new(2.5, look.theme.ribbon));
            }
        }
        Ribbon::Whole { upper, lower, .. } if state == State::Selected => {
            painter.add(Shape::Mesh(Arc::new(band(upper, lower, look))));
            painter.line(upper.clone(), stroke);
            painter.line(lower.clone(), stroke);
            for (from, to) in [(upper.first(), lower.first()), (upper.last(), lower.last())] {
                if let (Some(&from), Some(&to)) = (from, to) {
                    painter.line_segment([from, to], stroke);
                }
            }
        }
        Ribbon::Whole { middle, .. } => {
            painter.line(middle.clone(), stroke);
        }
        Ribbon::Arc { line } => {
            painter.line(line.clone(), stroke);
        }
        Ribbon::Stub { line, arrow } => {
            painter.line(line.clone(), stroke);
            painter.add(Shape::convex_polygon(
                arrow.to_vec(),
                stroke.color,
                Stroke::NONE,
            ));
        }
    }
}

/// What lies between two curves.
fn band(upper: &[Pos2], lower: &[Pos2], look: Look<'_>) -> Mesh {
    let mut mesh = Mesh::default();
    for (above, below) in upper.iter().zip(lower) {
        let next = mesh.vertices.len() as u32;
        mesh.colored_vertex(*above, look.theme.ribbon_selected);
        mesh.colored_vertex(pos2(below.x, below.y), look.theme.ribbon_selected);
        if next >= 2 {
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next - 1, next, next + 1);
        }
    }
    mesh
}

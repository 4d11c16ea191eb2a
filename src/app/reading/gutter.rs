//! Between the columns: a ribbon for every finding in view.

use std::sync::Arc;

use egui::{
    CursorIcon, Event, Id, Mesh, MouseWheelUnit, Painter, Pos2, Rect, Role, Sense, Shape, Stroke,
    Ui, WidgetInfo, pos2,
};

use super::column::Column;
use super::paint::Look;
use super::ribbon::Ribbon;
use super::view::ReadingInput;
use crate::notebook::Decision;
use crate::report::Report;

/// How near the pointer has to be to a line.
const REACH: f32 = 6.0;
/// How far a smooth wheel turns for one step.
const NOTCH: f32 = 50.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Resting,
    Pointed,
    Selected,
}

/// What is drawn for one finding.
struct Drawn {
    finding: usize,
    ribbon: Ribbon,
}

/// Draws the ribbons. Returns the finding that the reader clicked.
pub(super) fn show(
    ui: &Ui,
    id: Id,
    gutter: Rect,
    columns: [&Column; 2],
    input: &ReadingInput<'_>,
    look: Look<'_>,
) -> Option<usize> {
    let report = input.report;
    let painter = ui.painter().with_clip_rect(gutter);
    painter.rect_filled(gutter, 0.0, look.theme.gutter);
    let response = ui.interact(gutter, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, "Ribbons between the articles"));

    let drawn: Vec<Drawn> = input
        .visible
        .iter()
        .filter_map(|&finding| {
            let ribbon = ribbon(gutter, columns, report, finding, look.selected)?;
            Some(Drawn { finding, ribbon })
        })
        .collect();
    let pointed = response
        .hover_pos()
        .and_then(|point| nearest(&drawn, point, look.selected));

    let (selected, others): (Vec<&Drawn>, Vec<&Drawn>) = drawn
        .iter()
        .partition(|one| look.selected == Some(one.finding));
    for one in others {
        let state = if pointed == Some(one.finding) {
            State::Pointed
        } else {
            State::Resting
        };
        paint(&painter, &one.ribbon, state, look);
    }
    for one in selected {
        paint(&painter, &one.ribbon, State::Selected, look);
    }

    let pointed = pointed?;
    let finding = &report.findings[pointed];
    let clicked = response.clicked();
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text_at_pointer(format!("{}  {}", finding.number, finding.heading));
    clicked.then_some(pointed)
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

/// The ribbon of a finding that joins the two columns.
fn ribbon(
    gutter: Rect,
    columns: [&Column; 2],
    report: &Report,
    finding: usize,
    selected: Option<usize>,
) -> Option<Ribbon> {
    let told = report.findings.get(finding)?;
    if told.decision == Some(Decision::Dismissed) && selected != Some(finding) {
        return None;
    }
    let [left, right] = columns;
    let sides = &told.conflict.sides;
    let first = usize::from(sides[0].document != left.page.id);
    let second = 1 - first;
    let joins = sides[first].document == left.page.id && sides[second].document == right.page.id;
    if !joins || left.page.id == right.page.id {
        return None;
    }
    Ribbon::between(
        gutter.x_range(),
        left.whereabouts(sides[first].span),
        right.whereabouts(sides[second].span),
    )
}

/// The finding whose ribbon a point means.
fn nearest(drawn: &[Drawn], point: Pos2, selected: Option<usize>) -> Option<usize> {
    drawn
        .iter()
        .map(|one| {
            let filled = selected == Some(one.finding);
            (one.ribbon.distance(point, filled), one.finding)
        })
        .filter(|(distance, _)| *distance <= REACH)
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, finding)| finding)
}

fn paint(painter: &Painter, ribbon: &Ribbon, state: State, look: Look<'_>) {
    let thin = match state {
        State::Resting => Stroke::new(1.2, look.theme.ribbon),
        State::Pointed | State::Selected => Stroke::new(1.5, look.theme.conflict),
    };
    match ribbon {
        Ribbon::Whole { upper, lower, .. } if state == State::Selected => {
            painter.add(Shape::Mesh(Arc::new(band(upper, lower, look))));
            painter.line(upper.clone(), thin);
            painter.line(lower.clone(), thin);
            for (from, to) in [(upper.first(), lower.first()), (upper.last(), lower.last())] {
                if let (Some(&from), Some(&to)) = (from, to) {
                    painter.line_segment([from, to], thin);
                }
            }
        }
        Ribbon::Whole { middle, .. } => {
            painter.line(middle.clone(), thin);
        }
        Ribbon::Stub { line, arrow } => {
            painter.line(line.clone(), thin);
            painter.add(Shape::convex_polygon(
                arrow.to_vec(),
                thin.color,
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

//! One lane of the timeline: which of its events are in view, and how they are stacked so that no label hides another.

use std::sync::Arc;

use egui::{Galley, Ui, pos2, vec2};

use super::axis::Range;
use crate::app::theme::{Theme, sans};
use crate::report::tables::timeline::{Event, Timeline};

pub(super) const BAR: f32 = 12.0;
const LABEL_WIDTH: f32 = 230.0;
const GAP: f32 = 8.0;
const PADDING: f32 = 9.0;
/// More events than this in one lane are drawn as bars alone: nobody could read them.
pub(super) const LABELED: usize = 60;
/// Lines of bars that have no labels.
const LINES: usize = 8;

/// A lane as it is drawn: everything within it from its top left corner.
pub(super) struct Lane {
    pub height: f32,
    pub bars: Vec<Bar>,
}

/// An event in a lane.
pub(super) struct Bar {
    /// Index of the event.
    pub event: usize,
    pub rect: egui::Rect,
    /// The words, and where; nothing where there is no room for any.
    pub label: Option<(egui::Pos2, Arc<Galley>)>,
}

/// Lays out the events of one article, by index, in a plot so many points wide.
pub(super) fn lane(
    ui: &Ui,
    theme: &Theme,
    timeline: &Timeline,
    events: std::ops::Range<usize>,
    range: Range,
    width: f32,
) -> Lane {
    let x_of = |time: f64| ((time - range.start) / range.length()) as f32 * width;
    let in_view = |event: &Event| event.end > range.start && event.start < range.end;
    let mut seen: Vec<usize> = events
        .filter(|index| in_view(&timeline.events[*index]))
        .collect();
    seen.sort_by(|a, b| {
        let start = |index: &usize| timeline.events[*index].start;
        start(a).total_cmp(&start(b)).then(a.cmp(b))
    });
    let labeled = seen.len() <= LABELED;
    let mut lines: Vec<Line> = Vec::new();
    let mut bars = Vec::with_capacity(seen.len());
    for index in seen {
        let event = &timeline.events[index];
        let left = x_of(event.start).clamp(0.0, width - BAR);
        let right = x_of(event.end).clamp(left + BAR, width.max(left + BAR));
        let galley = labeled.then(|| {
            let words = event.wording.line();
            ui.painter()
                .layout(words, sans(11.5), theme.text, LABEL_WIDTH)
        });
        let (side, extent) = placed(left, right, width, galley.as_deref());
        let free = lines.iter().position(|line| line.right + GAP <= extent.0);
        let line = match free {
            Some(line) => line,
            None if labeled || lines.len() < LINES => {
                lines.push(Line::default());
                lines.len() - 1
            }
            None => LINES - 1,
        };
        lines[line].right = lines[line].right.max(extent.1);
        let height = galley.as_ref().map_or(BAR, |galley| match side {
            Side::Below => BAR + 2.0 + galley.size().y,
            Side::Before | Side::After => galley.size().y.max(BAR),
        });
        lines[line].height = lines[line].height.max(height);
        bars.push((index, line, left, right, side, galley));
    }
    let mut top = PADDING;
    for line in &mut lines {
        line.top = top;
        top += line.height + 6.0;
    }
    let bars = (bars.into_iter())
        .map(|(event, line, left, right, side, galley)| {
            let Line { top, height, .. } = lines[line];
            let middle = top + height / 2.0;
            let size = galley
                .as_ref()
                .map_or(vec2(0.0, 0.0), |galley| galley.size());
            let (bar, label) = match side {
                Side::After => (middle - BAR / 2.0, pos2(right + GAP, middle - size.y / 2.0)),
                Side::Before => {
                    let label = pos2(left - GAP - size.x, middle - size.y / 2.0);
                    (middle - BAR / 2.0, label)
                }
                Side::Below => (
                    top,
                    pos2(left.min(width - size.x).max(0.0), top + BAR + 2.0),
                ),
            };
            Bar {
                event,
                rect: egui::Rect::from_min_size(pos2(left, bar), vec2(right - left, BAR)),
                label: galley.map(|galley| (label, galley)),
            }
        })
        .collect();
    Lane {
        height: (top - 6.0 + PADDING).max(40.0),
        bars,
    }
}

#[derive(Clone, Copy, Default)]
struct Line {
    top: f32,
    height: f32,
    /// How far it is taken.
    right: f32,
}

/// Where a label stands to its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    After,
    Before,
    Below,
}

/// Where the label of a bar has room, and what both take from left to right.
fn placed(left: f32, right: f32, width: f32, label: Option<&Galley>) -> (Side, (f32, f32)) {
    let Some(label) = label else {
        return (Side::After, (left, right));
    };
    let room = GAP + label.size().x;
    if right + room <= width {
        (Side::After, (left, right + room))
    } else if left >= room {
        (Side::Before, (left - room, right))
    } else {
        (Side::Below, (left.min(width - label.size().x), right))
    }
}

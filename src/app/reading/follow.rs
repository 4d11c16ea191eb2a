//! Scrolling both columns together, by what they say: the first aligned statement in view keeps its partner level.

use egui::Context;

use super::column::Column;
use super::level;
use super::link::Pair;
use super::place::{Measure as _, Place};
use super::style::TextStyle;
use super::view::{Frame, ReadingView};
use crate::model::DocumentId;
use crate::text::Span;

/// What the columns are held together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hold {
    /// They stand as something else put them; scrolling goes on from there.
    #[default]
    AsTheyStand,
    /// A pair that stands as the columns did when scrolling began.
    Kept(Anchor),
    /// A pair that is level.
    Level(Anchor),
}

/// The pair that columns are held together by: where it is in the left text and in the right one.
pub(super) type Anchor = [usize; 2];

impl ReadingView {
    /// Takes the other column along after the reader moved one by hand; by how much, where that can be said.
    pub(super) fn follow(
        &mut self,
        ctx: &Context,
        frame: &Frame<'_>,
        moved: usize,
        delta: Option<f32>,
        now: f64,
    ) {
        if !frame.input.linked || self.columns.len() != 2 {
            return;
        }
        let other = 1 - moved;
        let style = &frame.styles[other];
        let Some((pair, height)) = self.anchor(ctx, frame, moved) else {
            // Where nothing is aligned, both go on side by side.
            if let Some(delta) = delta {
                self.columns[other].scroll(ctx, style, delta);
            }
            return;
        };
        let anchor = if moved == 0 {
            [pair.here, pair.there]
        } else {
            [pair.there, pair.here]
        };
        let column = &mut self.columns[other];
        match self.hold {
            Hold::AsTheyStand => self.hold = Hold::Kept(anchor),
            Hold::Kept(kept) if kept == anchor => {}
            Hold::Kept(_) | Hold::Level(_) => {
                let known = self.hold == Hold::Level(anchor);
                self.hold = Hold::Level(anchor);
                bring(
                    ctx,
                    style,
                    column,
                    pair.there,
                    height,
                    now,
                    known && column.glide.is_none(),
                );
                return;
            }
        }
        if let Some(delta) = delta {
            column.scroll(ctx, style, delta);
        }
    }

    /// The pair that holds the columns together, and how far under the upper edge it stands in the column that moved:
    /// the selected finding while it is in view, or else the first aligned statement.
    fn anchor(&mut self, ctx: &Context, frame: &Frame<'_>, moved: usize) -> Option<(Pair, f32)> {
        let style = &frame.styles[moved];
        let documents = [moved, 1 - moved].map(|index| self.columns[index].page.id);
        let selected = selected(frame, documents);
        let column = &mut self.columns[moved];
        measure_view(ctx, style, column);
        let view = column.view.height();
        let at = |pair: Pair| {
            let place = level::row_top(ctx, style, column, Span::new(pair.here, pair.here))?;
            Some((pair, level::distance(column, place)))
        };
        let in_view = |height: f32| -1.0 <= height && height < view;
        if let Some(found) = selected.and_then(at).filter(|(_, height)| in_view(*height)) {
            return Some(found);
        }
        let start = column.page.pieces.get(column.place.piece)?.span.start;
        let pairs = self.links.of(moved);
        let first = pairs.partition_point(|pair| pair.here < start);
        pairs[first..]
            .iter()
            .map_while(|pair| at(*pair))
            .take_while(|(_, height)| *height < view)
            .find(|(_, height)| in_view(*height))
    }
}

/// The passages of the selected finding as a pair, where it joins both articles.
fn selected(frame: &Frame<'_>, [here, there]: [DocumentId; 2]) -> Option<Pair> {
    let finding = frame.input.report.findings.get(frame.input.selected?)?;
    let place = |document| {
        let mut sides = finding.conflict.sides.iter();
        let side = sides.find(|side| side.document == document)?;
        Some(side.span.start)
    };
    Some(Pair {
        here: place(here)?,
        there: place(there)?,
    })
}

/// Heights are known as far as the view reaches: what stands where in it does not hang on estimates.
fn measure_view(ctx: &Context, style: &TextStyle<'_>, column: &mut Column) {
    let (place, view) = (column.place, column.view.height());
    let mut measure = column.measure(ctx, style);
    let mut bottom = -place.below;
    for piece in place.piece..measure.count() {
        if bottom >= view {
            break;
        }
        bottom += measure.height(piece);
    }
}

/// Puts a place of a column so far under its upper edge: at once, or in a short movement.
fn bring(
    ctx: &Context,
    style: &TextStyle<'_>,
    column: &mut Column,
    byte: usize,
    height: f32,
    now: f64,
    at_once: bool,
) {
    let Some(row) = level::row_top(ctx, style, column, Span::new(byte, byte)) else {
        return;
    };
    if at_once {
        let measure = &mut column.measure(ctx, style);
        column.place = Place::showing(row.piece, row.below, height, measure);
    } else {
        level::start(ctx, style, column, row, height, now);
    }
}

//! Bringing both passages of a finding to the same height, or one passage into view.

use egui::Context;

use super::column::Column;
use super::glide::Glide;
use super::place::Place;
use super::style::TextStyle;
use crate::app::theme;
use crate::report::Finding;
use crate::text::Span;

/// How far under the upper edge of the view the passages stand, as a part of its height.
const HEIGHT: f32 = 0.3;
/// What is nearer than this part of the view to an edge of it is brought further in.
const NEAR: f32 = 0.08;

/// Starts both columns towards the passages of a finding.
///
/// The column `keep` stands still where it can: its reader clicked there, and the text should not slip away from under
/// the pointer.
pub(super) fn bring(
    ctx: &Context,
    styles: &[TextStyle<'_>],
    columns: &mut [Column],
    finding: &Finding,
    keep: Option<usize>,
    now: f64,
) {
    let passages: Vec<Option<Span>> = columns
        .iter()
        .map(|column| passage(column, finding))
        .collect();
    let kept = keep.and_then(|index| {
        let column = &columns[index];
        let row = row_top(ctx, &styles[index], column, passages[index]?)?;
        let height = distance(column, row);
        (height >= 0.0 && height < column.view.height()).then_some(height)
    });
    let wanted = kept.unwrap_or_else(|| {
        columns
            .first()
            .map_or(0.0, |column| HEIGHT * column.view.height())
    });
    let rows: Vec<Option<Place>> = columns
        .iter()
        .zip(styles)
        .zip(passages)
        .map(|((column, style), passage)| row_top(ctx, style, column, passage?))
        .collect();
    // Near the start of a text there is not enough above a passage to bring it down: both stand as low as they can.
    let height = columns
        .iter_mut()
        .zip(styles)
        .zip(&rows)
        .filter_map(|((column, style), row)| {
            Some((*row)?.above(wanted, &mut column.measure(ctx, style)))
        })
        .fold(wanted, f32::min);
    for ((column, style), row) in columns.iter_mut().zip(styles).zip(rows) {
        if let Some(row) = row {
            start(ctx, style, column, row, height, now);
        }
    }
}

/// Starts a column towards a passage, unless it is in view already.
pub(super) fn show(
    ctx: &Context,
    style: &TextStyle<'_>,
    column: &mut Column,
    passage: Span,
    now: f64,
) {
    let Some(row) = row_top(ctx, style, column, passage) else {
        return;
    };
    let view = column.view.height();
    let below = distance(column, row);
    let seen = NEAR * view..(1.0 - NEAR) * view;
    if !seen.contains(&below) {
        start(ctx, style, column, row, HEIGHT * view, now);
    }
}

/// Starts a column towards where a row stands so far under the upper edge of the view.
pub(super) fn start(
    ctx: &Context,
    style: &TextStyle<'_>,
    column: &mut Column,
    row: Place,
    height: f32,
    now: f64,
) {
    let to = Place::showing(
        row.piece,
        row.below,
        height,
        &mut column.measure(ctx, style),
    );
    let distance = distance(column, to);
    if distance.abs() >= 1.0 {
        let view = column.view.height();
        if theme::moves(ctx) {
            column.glide = Some(Glide::new(to, distance, view, now));
        } else {
            (column.place, column.glide) = (to, None);
        }
    }
}

/// How far a place lies under the upper edge of the view, about.
pub(super) fn distance(column: &Column, place: Place) -> f32 {
    let top = |place: Place| column.heights.top(place.piece) + place.below;
    top(place) - top(column.place)
}

/// Moves a column that is under way. Returns whether it still is.
pub(super) fn advance(ctx: &Context, style: &TextStyle<'_>, column: &mut Column, now: f64) -> bool {
    let Some(glide) = column.glide else {
        return false;
    };
    let (place, arrived) = glide.at(now, &mut column.measure(ctx, style));
    column.place = place;
    if arrived {
        column.glide = None;
    }
    !arrived
}

/// The side of a finding that a column shows: the first of them where it shows both.
fn passage(column: &Column, finding: &Finding) -> Option<Span> {
    finding
        .conflict
        .sides
        .iter()
        .find(|side| side.document == column.page.id)
        .map(|side| side.span)
}

/// The top of the row that a passage begins in; nothing for the title, which stands in the header.
pub(super) fn row_top(
    ctx: &Context,
    style: &TextStyle<'_>,
    column: &Column,
    passage: Span,
) -> Option<Place> {
    let piece = column.page.piece_at(passage.start)?;
    let set = style.set(ctx, &column.page, piece);
    let row = set.row_of(&column.page, passage.start);
    Some(Place {
        piece,
        below: style.above(&column.page, piece) + row.top(),
    })
}

//! Days, months and years that the text names: "Dec. 5, 2016", "5 December", "on Tuesday", "in 2012".

use jiff::civil::Date;

use crate::analysis::statements::pieces::{Piece, PieceKind};
use crate::model::Granularity;

use super::{Found, calendar};

/// The date that begins at a piece. `future` says for a byte whether the clause around it looks ahead.
pub fn read(
    pieces: &[Piece],
    at: usize,
    published: Option<Date>,
    future: &dyn Fn(usize) -> bool,
) -> Option<Found> {
    iso(pieces, at)
        .or_else(|| month_first(pieces, at, published))
        .or_else(|| day_first(pieces, at, published))
        .or_else(|| weekday(pieces, at, published, future))
        .or_else(|| season(pieces, at))
        .or_else(|| decade(pieces, at))
        .or_else(|| year_alone(pieces, at))
}

/// "2016-12-05".
fn iso(pieces: &[Piece], at: usize) -> Option<Found> {
    let part = |offset: usize| {
        pieces
            .get(at + offset)
            .filter(|piece| piece.kind == PieceKind::Digits)
    };
    let mark = |offset: usize| {
        pieces
            .get(at + offset)
            .is_some_and(|piece| piece.glued && piece.is("-"))
    };
    if !mark(1) || !mark(3) {
        return None;
    }
    let year = year(part(0)?)?;
    let day = Date::new(
        year,
        part(2)?.lower.parse().ok()?,
        part(4)?.lower.parse().ok()?,
    )
    .ok()?;
    Some(Found::absolute(
        at,
        at + 5,
        calendar::day(day),
        Granularity::Day,
    ))
}

/// "December 5, 2016", "Dec. 5", "December 2016", "December".
fn month_first(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    let piece = &pieces[at];
    let month = calendar::month(&piece.lower).filter(|_| piece.capital)?;
    let dot = usize::from(
        piece.lower.len() <= 4
            && pieces
                .get(at + 1)
                .is_some_and(|dot| dot.is(".") && dot.glued),
    );
    let next = at + 1 + dot;
    if let Some((day, after)) = day_number(pieces, next) {
        return Some(with_year(pieces, at, after, month, day, published));
    }
    let of = usize::from(
        pieces
            .get(next)
            .is_some_and(|piece| piece.is(",") || piece.is("of")),
    );
    if let Some(year) = pieces.get(next + of).and_then(year) {
        return Some(Found::absolute(
            at,
            next + of + 1,
            calendar::month_of(year, month),
            Granularity::Month,
        ));
    }
    // Months that are words or names too need a preposition before them.
    let prepared = at > 0
        && pieces[at - 1].is_any(&[
            "in", "since", "by", "until", "before", "after", "of", "last", "next", "early", "late",
            "mid", "through", "during", "this", "from",
        ]);
    if matches!(
        piece.lower.as_str(),
        "may" | "march" | "mar" | "jun" | "jan" | "april" | "june" | "august" | "sep" | "dec"
    ) && !prepared
    {
        return None;
    }
    let interval = published.and_then(|published| {
        let near = calendar::nearest_day(published, month, 15)?;
        calendar::month_of(near.year(), month)
    });
    Some(Found::relative(at, next, interval, Granularity::Month))
}

/// "5 December 2016", "5th of December".
fn day_first(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    let (day, after) = day_number(pieces, at)?;
    let of = usize::from(pieces.get(after).is_some_and(|piece| piece.is("of")));
    let name = pieces.get(after + of).filter(|piece| piece.capital)?;
    let month = calendar::month(&name.lower)?;
    Some(with_year(pieces, at, after + of + 1, month, day, published))
}

fn with_year(
    pieces: &[Piece],
    first: usize,
    end: usize,
    month: i8,
    day: i8,
    published: Option<Date>,
) -> Found {
    let comma = usize::from(pieces.get(end).is_some_and(|piece| piece.is(",")));
    if let Some(year) = pieces.get(end + comma).and_then(year) {
        let interval = Date::new(year, month, day).ok().and_then(calendar::day);
        return Found::absolute(first, end + comma + 1, interval, Granularity::Day);
    }
    let interval = published
        .and_then(|published| calendar::nearest_day(published, month, day))
        .and_then(calendar::day);
    Found::relative(first, end, interval, Granularity::Day)
}

fn weekday(
    pieces: &[Piece],
    at: usize,
    published: Option<Date>,
    future: &dyn Fn(usize) -> bool,
) -> Option<Found> {
    let piece = &pieces[at];
    let wanted = calendar::weekday(&piece.lower).filter(|_| piece.capital)?;
    if matches!(
        piece.lower.as_str(),
        "sun" | "sat" | "mon" | "wed" | "fri" | "tue" | "thu"
    ) && !pieces.get(at + 1).is_some_and(|dot| dot.is("."))
    {
        return None;
    }
    // "Tuesday, Dec. 5": the date says more than the weekday.
    let comma = usize::from(pieces.get(at + 1).is_some_and(|piece| piece.is(",")));
    if at + 1 + comma < pieces.len()
        && let Some(mut dated) = month_first(pieces, at + 1 + comma, published)
            .filter(|dated| dated.granularity == Granularity::Day)
            .or_else(|| day_first(pieces, at + 1 + comma, published))
    {
        dated.first = at;
        return Some(dated);
    }
    let interval = published
        .and_then(|published| {
            calendar::nearest_weekday(published, wanted, future(piece.span.start))
        })
        .and_then(calendar::day);
    Some(Found::relative(at, at + 1, interval, Granularity::Day))
}

/// "Summer 2016", "the spring of 2016".
fn season(pieces: &[Piece], at: usize) -> Option<Found> {
    let first_month = calendar::season(&pieces[at].lower)?;
    let of = usize::from(pieces.get(at + 1).is_some_and(|piece| piece.is("of")));
    let year = pieces.get(at + 1 + of).and_then(year)?;
    Some(Found::absolute(
        at,
        at + 2 + of,
        calendar::season_of(year, first_month),
        Granularity::Season,
    ))
}

/// "The 1990s".
fn decade(pieces: &[Piece], at: usize) -> Option<Found> {
    let first = year(&pieces[at]).filter(|year| year % 10 == 0)?;
    pieces
        .get(at + 1)
        .filter(|piece| piece.glued && piece.is("s"))?;
    Some(Found::absolute(
        at,
        at + 2,
        calendar::years(first, 10),
        Granularity::Decade,
    ))
}

/// "In 2012": a year needs a preposition, or it may be anything.
fn year_alone(pieces: &[Piece], at: usize) -> Option<Found> {
    let year = year(&pieces[at])?;
    let before = &pieces[at.checked_sub(1)?];
    let prepared = before.is_any(&[
        "in", "since", "by", "until", "before", "after", "of", "during", "from", "early", "late",
        "mid", "to", "through", "till", "around", "and", "year",
    ]);
    if !prepared
        || pieces.get(at + 1).is_some_and(|next| {
            next.is("%")
                || next.lower.ends_with('s')
                    && next.tag == crate::analysis::statements::words::Tag::Noun
                    && !next.is("presidential")
        })
    {
        return None;
    }
    Some(Found::absolute(
        at,
        at + 1,
        calendar::year_of(year),
        Granularity::Year,
    ))
}

fn day_number(pieces: &[Piece], at: usize) -> Option<(i8, usize)> {
    let piece = pieces
        .get(at)
        .filter(|piece| piece.kind == PieceKind::Digits)?;
    let day: i8 = piece.lower.parse().ok()?;
    if !(1..=31).contains(&day) || piece.lower.len() > 2 {
        return None;
    }
    let suffix = pieces
        .get(at + 1)
        .is_some_and(|suffix| suffix.glued && suffix.is_any(&["st", "nd", "rd", "th"]));
    Some((day, at + 1 + usize::from(suffix)))
}

fn year(piece: &Piece) -> Option<i16> {
    let four = piece.kind == PieceKind::Digits && piece.lower.len() == 4;
    let year: i16 = piece.lower.parse().ok().filter(|_| four)?;
    (1700..=2100).contains(&year).then_some(year)
}

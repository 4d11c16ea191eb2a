//! Words that say when, resolved to intervals against the day of publication.

mod calendar;
mod clock;
mod dates;
mod relative;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::model::{Granularity, TimeExpression, TimeInterval, TimeRelation};
use crate::text::Span;

use super::pieces::Piece;
use clock::Clock;

/// A time between two pieces.
#[derive(Clone, Copy, Debug)]
struct Found {
    first: usize,
    end: usize,
    interval: Option<TimeInterval>,
    granularity: Granularity,
    relative: bool,
}

impl Found {
    fn absolute(
        first: usize,
        end: usize,
        interval: Option<TimeInterval>,
        granularity: Granularity,
    ) -> Self {
        Self {
            first,
            end,
            interval,
            granularity,
            relative: false,
        }
    }

    fn relative(
        first: usize,
        end: usize,
        interval: Option<TimeInterval>,
        granularity: Granularity,
    ) -> Self {
        Self {
            relative: true,
            ..Self::absolute(first, end, interval, granularity)
        }
    }
}

/// The times of one sentence, in order.
///
/// `future` tells for a byte whether the clause that holds it looks ahead: "will meet on Tuesday".
pub fn find(
    pieces: &[Piece],
    published: Option<Date>,
    future: impl Fn(usize) -> bool,
) -> Vec<TimeExpression> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match whole_at(pieces, at, published, &future) {
            Some(time) => {
                at = time.end;
                found.push(expression(pieces, time));
            }
            None => at += 1,
        }
    }
    found
}

/// A day, a clock time, or both beside each other.
fn whole_at(
    pieces: &[Piece],
    at: usize,
    published: Option<Date>,
    future: &dyn Fn(usize) -> bool,
) -> Option<Found> {
    if let Some(clock) = clock::read(pieces, at) {
        let day = day_at(pieces, after_link(pieces, clock.end), published, future)
            .filter(|day| day.granularity <= Granularity::Day);
        // Without a day nobody knows which one; the words are kept.
        let alone = || Found::relative(at, clock.end, None, granularity_of(clock));
        return Some(day.map_or_else(alone, |day| Found {
            first: at,
            ..at_clock(day, clock)
        }));
    }
    let day = day_at(pieces, at, published, future)?;
    if day.granularity > Granularity::Day {
        return Some(day);
    }
    let next = after_link(pieces, day.end);
    let clock = pieces.get(next).and_then(|_| clock::read(pieces, next));
    Some(match clock {
        Some(clock) => Found {
            end: clock.end,
            ..at_clock(day, clock)
        },
        None => day,
    })
}

/// A day with the part of it that is named: "Tuesday night", "early Wednesday", "late on Friday".
fn day_at(
    pieces: &[Piece],
    at: usize,
    published: Option<Date>,
    future: &dyn Fn(usize) -> bool,
) -> Option<Found> {
    let piece = pieces.get(at)?;
    if piece.is_any(&["early", "late"]) {
        let next = after_link(pieces, at + 1);
        let day = day_at(pieces, next, published, future)?;
        if day.granularity != Granularity::Day {
            return Some(Found { first: at, ..day });
        }
        let (first, count) = calendar::part_of_day(&piece.lower)?;
        return Some(part(Found { first: at, ..day }, first, count));
    }
    let day = relative::read(pieces, at, published)
        .or_else(|| dates::read(pieces, at, published, future))?;
    if day.granularity != Granularity::Day {
        return Some(day);
    }
    match pieces.get(day.end) {
        Some(next) if !next.is_any(&["early", "late"]) => {
            match calendar::part_of_day(&next.lower) {
                Some((first, count)) => Some(part(
                    Found {
                        end: day.end + 1,
                        ..day
                    },
                    first,
                    count,
                )),
                None => Some(day),
            }
        }
        _ => Some(day),
    }
}

fn part(day: Found, first: i64, count: i64) -> Found {
    Found {
        interval: day
            .interval
            .and_then(|interval| calendar::hours(interval.start.date(), first, count)),
        granularity: Granularity::PartOfDay,
        ..day
    }
}

fn at_clock(day: Found, clock: Clock) -> Found {
    let interval = day.interval.and_then(|interval| {
        let start = interval
            .start
            .date()
            .to_datetime(jiff::civil::Time::midnight());
        let start = start.checked_add(clock.minutes.minutes()).ok()?;
        let length = if clock.exact { 1.minute() } else { 1.hour() };
        let end = start.checked_add(length).ok()?;
        Some(TimeInterval { start, end })
    });
    Found {
        interval,
        granularity: granularity_of(clock),
        ..day
    }
}

fn granularity_of(clock: Clock) -> Granularity {
    if clock.exact {
        Granularity::Minute
    } else {
        Granularity::Hour
    }
}

/// Skips what may stand between a clock time and its day: "at", "on", a comma.
fn after_link(pieces: &[Piece], at: usize) -> usize {
    let comma = usize::from(pieces.get(at).is_some_and(|piece| piece.is(",")));
    let skip = pieces
        .get(at + comma)
        .is_some_and(|piece| piece.is_any(&["at", "on", "around", "about"]));
    at + comma + usize::from(skip)
}

fn expression(pieces: &[Piece], found: Found) -> TimeExpression {
    let (relation, first) = relation(pieces, found.first);
    TimeExpression {
        span: Span::new(pieces[first].span.start, pieces[found.end - 1].span.end),
        interval: found.interval,
        granularity: found.granularity,
        relation,
        relative: found.relative,
    }
}

/// How the words before a time set the statement to it, and where they begin.
fn relation(pieces: &[Piece], first: usize) -> (TimeRelation, usize) {
    let Some(before) = first.checked_sub(1) else {
        return (TimeRelation::At, first);
    };
    let relation = match pieces[before].lower.as_str() {
        "before" => TimeRelation::Before,
        "after" => TimeRelation::After,
        "since" => TimeRelation::Since,
        "until" | "till" | "by" | "through" => TimeRelation::Until,
        _ => return (TimeRelation::At, first),
    };
    (relation, before)
}

//! Times told from the day of publication: "yesterday", "last week", "three days ago".

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::analysis::statements::pieces::Piece;
use crate::analysis::statements::quantities::{NumberWord, number_word};
use crate::model::{Granularity, TimeInterval};

use super::{Found, calendar};

/// The relative time that begins at a piece.
pub fn read(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    named_day(pieces, at, published)
        .or_else(|| shifted(pieces, at, published))
        .or_else(|| weekend(pieces, at, published))
        .or_else(|| ago(pieces, at, published))
}

/// "Yesterday", "tonight".
fn named_day(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    let (offset, part) = match pieces[at].lower.as_str() {
        "today" => (0, None),
        "yesterday" => (-1, None),
        "tomorrow" => (1, None),
        "tonight" => (0, Some("night")),
        _ => return None,
    };
    let day = published.and_then(|published| published.checked_add(i64::from(offset).days()).ok());
    Some(match part.and_then(calendar::part_of_day) {
        Some((first, count)) => Found::relative(
            at,
            at + 1,
            day.and_then(|day| calendar::hours(day, first, count)),
            Granularity::PartOfDay,
        ),
        None => Found::relative(at, at + 1, day.and_then(calendar::day), Granularity::Day),
    })
}

/// "Last week", "next month", "this morning", "last Tuesday", "last summer", "last May".
fn shifted(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    let (offset, mut next) = match pieces[at].lower.as_str() {
        "last" | "past" | "previous" => (-1_i8, at + 1),
        "this" => (0, at + 1),
        "next" | "coming" => (1, at + 1),
        "earlier" | "later" if pieces.get(at + 1).is_some_and(|piece| piece.is("this")) => {
            (0, at + 2)
        }
        _ => return None,
    };
    if pieces
        .get(next)
        .is_some_and(|piece| piece.is_any(&["past", "coming"]))
    {
        next += 1;
    }
    let unit = pieces.get(next)?;
    let (interval, granularity) = interval_of(&unit.lower, offset, published)?;
    Some(Found::relative(at, next + 1, interval, granularity))
}

fn interval_of(
    unit: &str,
    offset: i8,
    published: Option<Date>,
) -> Option<(Option<TimeInterval>, Granularity)> {
    let by = i64::from(offset);
    let from = |found: &dyn Fn(Date) -> Option<TimeInterval>| published.and_then(found);
    if let Some((first, count)) =
        calendar::part_of_day(unit).filter(|_| offset <= 0 && unit != "early" && unit != "late")
    {
        // "Last night" began on the day before.
        let interval = from(&|day| calendar::hours(day.checked_add(by.days()).ok()?, first, count));
        return Some((interval, Granularity::PartOfDay));
    }
    if let Some(wanted) = calendar::weekday(unit) {
        let interval = from(&|day| {
            let near = match offset {
                -1 => calendar::nearest_weekday(day.yesterday().ok()?, wanted, false),
                _ => calendar::nearest_weekday(day, wanted, true),
            };
            calendar::day(near?)
        });
        return Some((interval, Granularity::Day));
    }
    if let Some(month) = calendar::month(unit) {
        let interval = from(&|day| {
            let passed = month < day.month() || offset >= 0 && month == day.month();
            let year = match (offset, passed) {
                (-1, false) => day.year() - 1,
                (1, true) => day.year() + 1,
                _ => day.year(),
            };
            calendar::month_of(year, month)
        });
        return Some((interval, Granularity::Month));
    }
    if let Some(month) = calendar::season(unit) {
        let interval = from(&|day| {
            let passed = month + 2 < day.month();
            let year = match (offset, passed) {
                (-1, false) => day.year() - 1,
                (1, true) => day.year() + 1,
                _ => day.year(),
            };
            calendar::season_of(year, month)
        });
        return Some((interval, Granularity::Season));
    }
    Some(match unit {
        "week" => (from(&|day| calendar::week_of(day, by)), Granularity::Week),
        "weekend" => (from(&|day| calendar::weekend_of(day, by)), Granularity::Day),
        "month" => (
            from(&|day| {
                let first = day.first_of_month().checked_add(by.months()).ok()?;
                calendar::month_of(first.year(), first.month())
            }),
            Granularity::Month,
        ),
        "year" => (
            from(&|day| calendar::year_of(day.year() + i16::from(offset))),
            Granularity::Year,
        ),
        "decade" => (None, Granularity::Decade),
        _ => return None,
    })
}

/// "The weekend", "over the weekend": the one before, unless it is named otherwise.
fn weekend(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    if !(pieces[at].is("the") && pieces.get(at + 1).is_some_and(|piece| piece.is("weekend"))) {
        return None;
    }
    let interval = published.and_then(|day| {
        let ends_week = matches!(
            day.weekday(),
            jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday
        );
        calendar::weekend_of(day, if ends_week { 0 } else { -1 })
    });
    Some(Found::relative(at, at + 2, interval, Granularity::Day))
}

/// "Three days ago", "a week earlier": the first is told from the day of publication, the second from the story.
fn ago(pieces: &[Piece], at: usize, published: Option<Date>) -> Option<Found> {
    let piece = &pieces[at];
    let count = match number_word(&piece.lower) {
        Some(NumberWord::Unit(value)) => value as i64,
        _ if piece.is_any(&["a", "an"]) => 1,
        _ => piece
            .lower
            .parse()
            .ok()
            .filter(|_| piece.lower.len() <= 4)?,
    };
    let unit = pieces.get(at + 1)?;
    let direction = pieces.get(at + 2)?;
    let direction_known =
        direction.is_any(&["ago", "earlier", "later", "before", "after", "prior"]);
    if !direction_known {
        return None;
    }
    let granularity = match unit.lower.trim_end_matches('s') {
        "minute" => Granularity::Minute,
        "hour" => Granularity::Hour,
        "day" => Granularity::Day,
        "week" => Granularity::Week,
        "month" => Granularity::Month,
        "year" => Granularity::Year,
        "decade" => Granularity::Decade,
        _ => return None,
    };
    if !direction.is("ago") {
        return Some(Found::absolute(at, at + 3, None, granularity));
    }
    let interval = published.and_then(|day| match granularity {
        Granularity::Day => calendar::day(day.checked_sub(count.days()).ok()?),
        Granularity::Week => calendar::week_of(day, -count),
        Granularity::Month => {
            let first = day.first_of_month().checked_sub(count.months()).ok()?;
            calendar::month_of(first.year(), first.month())
        }
        Granularity::Year => calendar::year_of(day.year().checked_sub(i16::try_from(count).ok()?)?),
        _ => None,
    });
    Some(Found::relative(at, at + 3, interval, granularity))
}

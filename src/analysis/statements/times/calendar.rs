//! Months, weekdays, seasons and parts of a day, and the intervals that they stand for.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

use crate::model::TimeInterval;

/// The number of a month by its lower-case name or abbreviation.
pub fn month(name: &str) -> Option<i8> {
    Some(match name {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// A weekday by its lower-case name or abbreviation.
pub fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tues" | "tue" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thurs" | "thur" | "thu" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// The first month of a season of the northern year.
pub fn season(name: &str) -> Option<i8> {
    Some(match name {
        "spring" => 3,
        "summer" => 6,
        "autumn" | "fall" => 9,
        "winter" => 12,
        _ => return None,
    })
}

/// A part of a day as its first hour and its length in hours.
pub fn part_of_day(name: &str) -> Option<(i64, i64)> {
    Some(match name {
        "morning" => (5, 7),
        "afternoon" => (12, 6),
        "evening" => (17, 6),
        "night" => (18, 12),
        "early" => (0, 10),
        "late" => (16, 12),
        _ => return None,
    })
}

/// The whole days from `start` to before `end`.
pub fn days(start: Date, end: Date) -> Option<TimeInterval> {
    (start < end).then(|| TimeInterval {
        start: start.to_datetime(midnight()),
        end: end.to_datetime(midnight()),
    })
}

pub fn day(day: Date) -> Option<TimeInterval> {
    days(day, day.tomorrow().ok()?)
}

/// Some hours of a day; the night runs on into the next.
pub fn hours(day: Date, first: i64, count: i64) -> Option<TimeInterval> {
    let start = day.to_datetime(midnight());
    let start = start.checked_add(first.hours()).ok()?;
    Some(TimeInterval {
        start,
        end: start.checked_add(count.hours()).ok()?,
    })
}

pub fn month_of(year: i16, month: i8) -> Option<TimeInterval> {
    let start = Date::new(year, month, 1).ok()?;
    days(start, start.checked_add(1.month()).ok()?)
}

pub fn season_of(year: i16, first_month: i8) -> Option<TimeInterval> {
    let start = Date::new(year, first_month, 1).ok()?;
    days(start, start.checked_add(3.months()).ok()?)
}

pub fn year_of(year: i16) -> Option<TimeInterval> {
    years(year, 1)
}

pub fn years(first: i16, count: i16) -> Option<TimeInterval> {
    (1..=9990)
        .contains(&first)
        .then(|| days(date(first, 1, 1), date(first + count, 1, 1)))
        .flatten()
}

/// The week, Monday to Sunday, that lies `offset` weeks from the one that holds `day`.
pub fn week_of(day: Date, offset: i64) -> Option<TimeInterval> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    let monday = day
        .checked_sub(back.days())
        .ok()?
        .checked_add(offset.weeks())
        .ok()?;
    days(monday, monday.checked_add(1.week()).ok()?)
}

/// The Saturday and Sunday of the week that lies `offset` weeks from the one that holds `day`.
pub fn weekend_of(day: Date, offset: i64) -> Option<TimeInterval> {
    let week = week_of(day, offset)?;
    let saturday = week.start.date().checked_add(5.days()).ok()?;
    days(saturday, saturday.checked_add(2.days()).ok()?)
}

/// The day of a weekday nearest to `published`: on or before it, or on or after it.
pub fn nearest_weekday(published: Date, wanted: Weekday, future: bool) -> Option<Date> {
    let distance = i64::from(if future {
        wanted.since(published.weekday())
    } else {
        -wanted.until(published.weekday())
    });
    published.checked_add(distance.days()).ok()
}

/// A day of a month in the year that brings it nearest to `published`.
pub fn nearest_day(published: Date, month: i8, day: i8) -> Option<Date> {
    (-1..=1)
        .filter_map(|offset| Date::new(published.year() + offset, month, day).ok())
        .min_by_key(|candidate| {
            published
                .until(*candidate)
                .map_or(i32::MAX, |distance| distance.get_days().abs())
        })
}

fn midnight() -> jiff::civil::Time {
    jiff::civil::Time::midnight()
}

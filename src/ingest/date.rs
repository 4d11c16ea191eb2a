//! Publication dates as files and readers write them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::{Timestamp, civil, fmt::rfc2822, tz::TimeZone};
use regex::{Captures, Regex};

use crate::model::PublicationDate;

/// Words that may stand before a date: "Published on", "Last updated:".
const LABEL: &str = r"(?i)^(?:(?:first |last |originally )?(?:published|updated|posted|modified|date|on|at|created|uploaded|publication date)\b[\s:,-]*)+";

/// A weekday before a date, and a time of day with its zone before or after it.
const WEEKDAY: &str =
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s+)?";
const TIME: &str = r"(?:\d{1,2}[:.]\s?\d{2}(?::\s?\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)\s*(?:[a-z]{1,5}|[+-]\d{2}:?\d{2})?";
const MONTH: &str = r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

static LABELS: LazyLock<Regex> = LazyLock::new(|| pattern(LABEL));
static ISO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ]\s*(\d{2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?)?$",
    )
});
static COMPACT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^((?:19|20)\d{2})(\d{2})(\d{2})$"));
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:{TIME}[,\s]+)?{WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\.?,?\s+(\d{{4}})(?:[\s,/|–-]+(?:at\s+)?{TIME})?$"
    ))
});
static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:{TIME}[,\s]+)?{WEEKDAY}{MONTH}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?:[\s,/|–-]+(?:at\s+)?{TIME})?$"
    ))
});
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(\d{{1,2}})[./-](\d{{1,2}})[./-](\d{{4}})(?:[\s,]+(?:at\s+)?{TIME})?$"
    ))
});
static SECONDS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{10}(?:\d{3})?$"));

/// Reads a date that stands alone: ISO 8601, RFC 2822, or the forms that English papers use.
///
/// Figures that may be read in two ways, as in 03/04/2026, are left alone: no date is better than a wrong one.
pub fn parse_date(words: &str) -> Option<PublicationDate> {
    // Most lines that are tried are titles: without a figure in them nothing below need be asked, nor compiled.
    if !words.contains(char::is_numeric) {
        return None;
    }
    let words = words.trim();
    let words = LABELS
        .find(words)
        .and_then(|label| words.get(label.end()..))
        .unwrap_or(words)
        .trim();
    if words.is_empty() || words.len() > 80 {
        return None;
    }
    iso(words)
        .or_else(|| mail(words))
        .or_else(|| in_words(words))
        .or_else(|| in_figures(words))
        .or_else(|| clock(words))
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is fixed")
}

fn iso(words: &str) -> Option<PublicationDate> {
    if let Some(found) = COMPACT.captures(words) {
        return Some(only_day(day(
            number(&found, 1)?,
            number(&found, 2)?,
            number(&found, 3)?,
        )?));
    }
    let found = ISO.captures(words)?;
    let day = day(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?)?;
    let (Some(hour), Some(minute)) = (found.get(4), found.get(5)) else {
        return Some(only_day(day));
    };
    let mut given = format!("{day}T{}:{}", hour.as_str(), minute.as_str());
    if let Some(second) = found.get(6) {
        given.push(':');
        given.push_str(&second.as_str().replace(',', "."));
    }
    match found.get(7).map(|zone| zone.as_str().to_ascii_uppercase()) {
        None => {}
        Some(zone) if zone.starts_with(['+', '-']) => {
            let (hours, minutes) = zone.split_at_checked(3)?;
            write!(given, "{hours}:{}", minutes.trim_start_matches(':')).ok()?;
        }
        Some(_) => given.push('Z'),
    }
    Some(PublicationDate { given, day })
}

fn mail(words: &str) -> Option<PublicationDate> {
    let found = rfc2822::parse(words).ok()?;
    Some(PublicationDate {
        given: found.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        day: found.date(),
    })
}

fn in_words(words: &str) -> Option<PublicationDate> {
    let day = if let Some(found) = DAY_FIRST.captures(words) {
        day(number(&found, 3)?, month(&found, 2)?, number(&found, 1)?)?
    } else {
        let found = MONTH_FIRST.captures(words)?;
        day(number(&found, 3)?, month(&found, 1)?, number(&found, 2)?)?
    };
    Some(only_day(day))
}

fn in_figures(words: &str) -> Option<PublicationDate> {
    let found = NUMBERS.captures(words)?;
    let (first, second) = (number(&found, 1)?, number(&found, 2)?);
    let year = number(&found, 3)?;
    let day = match (first > 12, second > 12) {
        (true, false) => day(year, second, first)?,
        (false, true) => day(year, first, second)?,
        (false, false) if first == second => day(year, first, second)?,
        _ => return None,
    };
    Some(only_day(day))
}

fn clock(words: &str) -> Option<PublicationDate> {
    SECONDS.find(words)?;
    let count: i64 = words.parse().ok()?;
    let seconds = if words.len() == 13 {
        count / 1000
    } else {
        count
    };
    let time = Timestamp::from_second(seconds).ok()?;
    Some(PublicationDate {
        given: time.to_string(),
        day: time.to_zoned(TimeZone::UTC).date(),
    })
}

fn only_day(day: civil::Date) -> PublicationDate {
    PublicationDate {
        given: day.to_string(),
        day,
    }
}

/// Years outside of these are a misreading, not a newspaper.
fn day(year: i16, month: i16, day: i16) -> Option<civil::Date> {
    if !(1600..=2200).contains(&year) {
        return None;
    }
    civil::Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn number(found: &Captures<'_>, group: usize) -> Option<i16> {
    found.get(group)?.as_str().parse().ok()
}

fn month(found: &Captures<'_>, group: usize) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let name = found.get(group)?.as_str().to_ascii_lowercase();
    let position = MONTHS.iter().position(|month| name.starts_with(month))?;
    i16::try_from(position + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, given: &str, day: &str) {
        let date = parse_date(words).unwrap_or_else(|| panic!("no date in {words:?}"));
        assert_eq!(
            (date.given.as_str(), date.day.to_string().as_str()),
            (given, day)
        );
    }

    #[test]
    fn iso_8601_keeps_its_time_and_offset() {
        check("2026-03-12", "2026-03-12", "2026-03-12");
        check(
            "2026-03-12T22:23:46.164Z",
            "2026-03-12T22:23:46.164Z",
            "2026-03-12",
        );
        check(
            "2026-03-12T15:04:00-0400",
            "2026-03-12T15:04:00-04:00",
            "2026-03-12",
        );
        check("2026-03-12 10:01", "2026-03-12T10:01", "2026-03-12");
        check("20231014", "2023-10-14", "2023-10-14");
        check("2023/10/14", "2023-10-14", "2023-10-14");
    }

    #[test]
    fn mail_dates_are_read() {
        check(
            "Thu, 12 Mar 2026 15:04:00 -0400",
            "2026-03-12T15:04:00-04:00",
            "2026-03-12",
        );
    }

    #[test]
    fn english_dates_are_read() {
        for words in [
            "March 12, 2026",
            "12 March 2026",
            "Thursday, 12th of March 2026",
            "Published on Mar. 12, 2026 at 7:39 p.m. EDT",
            "Last updated: March 12, 2026 10:01am EDT",
            "March 12, 2026 / 7:39 PM EDT",
            "Thu 12 Mar 2026 15.04 GMT",
        ] {
            check(words, "2026-03-12", "2026-03-12");
        }
    }

    #[test]
    fn figures_that_may_be_read_in_two_ways_are_left_alone() {
        assert_eq!(parse_date("03/04/2026"), None);
        check("13/04/2026", "2026-04-13", "2026-04-13");
        check("04/13/2026", "2026-04-13", "2026-04-13");
    }

    #[test]
    fn seconds_since_1970_are_read() {
        check("1773343440", "2026-03-12T19:24:00Z", "2026-03-12");
    }

    #[test]
    fn a_sentence_with_a_date_is_not_a_date() {
        assert_eq!(parse_date("On March 3, 2024 the council met"), None);
        assert_eq!(parse_date("2 days ago"), None);
        assert_eq!(parse_date("2026-02-31"), None);
        assert_eq!(parse_date(""), None);
    }
}

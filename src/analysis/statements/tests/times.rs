//! Words that say when, resolved against Friday, December 9, 2016.

use super::{analysis, read, statements};
use crate::model::{Granularity, TimeExpression, TimeRelation};

/// Interval of each time: "2016-12-06", "2016-12-06T18:00/2016-12-07T06:00", "since 2012-01-01/2013-01-01".
fn times(text: &str) -> String {
    let mut found: Vec<TimeExpression> = statements(text)
        .into_iter()
        .flat_map(|statement| statement.times)
        .collect();
    found.sort_by_key(|time| time.span);
    found.dedup();
    found.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn show(time: &TimeExpression) -> String {
    let relation = match time.relation {
        TimeRelation::At => String::new(),
        relation => format!("{relation:?} ").to_lowercase(),
    };
    let interval = time.interval.map_or_else(
        || "?".to_owned(),
        |interval| match time.granularity {
            Granularity::Day
                if interval.start.date().tomorrow().ok() == Some(interval.end.date()) =>
            {
                interval.start.date().to_string()
            }
            Granularity::Minute | Granularity::Hour | Granularity::PartOfDay => {
                let minutes = |at: jiff::civil::DateTime| at.strftime("%Y-%m-%dT%H:%M").to_string();
                if time.granularity == Granularity::PartOfDay {
                    format!("{}/{}", minutes(interval.start), minutes(interval.end))
                } else {
                    minutes(interval.start)
                }
            }
            _ => format!("{}/{}", interval.start.date(), interval.end.date()),
        },
    );
    format!("{relation}{interval}")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, times(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_are_days_months_and_years() {
    check(&[
        ("He arrived on December 5, 2016.", "2016-12-05"),
        ("He arrived on 5 December 2016.", "2016-12-05"),
        ("He arrived on Dec. 5.", "2016-12-05"),
        ("He arrived on Jan. 2.", "2017-01-02"),
        ("He arrived on Monday, Dec. 5.", "2016-12-05"),
        ("He arrived on the 5th of November.", "2016-11-05"),
        ("The log says 2016-12-05.", "2016-12-05"),
        ("He arrived in March 2014.", "2014-03-01/2014-04-01"),
        ("He arrived in March.", "2017-03-01/2017-04-01"),
        ("He arrived in October.", "2016-10-01/2016-11-01"),
        ("He was born in 1980.", "1980-01-01/1981-01-01"),
        ("It was popular in the 1990s.", "1990-01-01/2000-01-01"),
        ("It opened in the summer of 2012.", "2012-06-01/2012-09-01"),
        ("People may march there.", ""),
    ]);
}

#[test]
fn weekdays_lie_nearest_to_the_publication() {
    check(&[
        ("He was arrested on Tuesday.", "2016-12-06"),
        ("He was arrested Friday.", "2016-12-09"),
        ("The summit will begin on Tuesday.", "2016-12-13"),
        ("He was arrested last Tuesday.", "2016-12-06"),
        ("The summit will begin next Tuesday.", "2016-12-13"),
        (
            "He was arrested Tuesday night.",
            "2016-12-06T18:00/2016-12-07T06:00",
        ),
        (
            "He was arrested early Wednesday.",
            "2016-12-07T00:00/2016-12-07T10:00",
        ),
        (
            "He was arrested late on Wednesday.",
            "2016-12-07T16:00/2016-12-08T04:00",
        ),
        (
            "He was arrested on Tuesday morning.",
            "2016-12-06T05:00/2016-12-06T12:00",
        ),
    ]);
}

#[test]
fn relative_times_are_told_from_the_publication() {
    check(&[
        ("He left yesterday.", "2016-12-08"),
        ("He leaves today.", "2016-12-09"),
        ("He will leave tomorrow.", "2016-12-10"),
        (
            "He will speak tonight.",
            "2016-12-09T18:00/2016-12-10T06:00",
        ),
        ("He left last night.", "2016-12-08T18:00/2016-12-09T06:00"),
        ("He left this morning.", "2016-12-09T05:00/2016-12-09T12:00"),
        ("He left last week.", "2016-11-28/2016-12-05"),
        ("He will leave next week.", "2016-12-12/2016-12-19"),
        ("He left earlier this week.", "2016-12-05/2016-12-12"),
        ("He left last month.", "2016-11-01/2016-12-01"),
        ("He will leave next month.", "2017-01-01/2017-02-01"),
        ("He left last year.", "2015-01-01/2016-01-01"),
        ("He left last summer.", "2016-06-01/2016-09-01"),
        ("He left three days ago.", "2016-12-06"),
        ("He left a week ago.", "2016-11-28/2016-12-05"),
        ("He left two years ago.", "2014-01-01/2015-01-01"),
        ("He left over the weekend.", "2016-12-03/2016-12-05"),
        ("He left two days later.", "?"),
    ]);
}

#[test]
fn clock_times_join_their_day() {
    check(&[
        ("It began about 9:40 p.m. Friday.", "2016-12-09T21:40"),
        ("It began on Friday at 9:40 p.m.", "2016-12-09T21:40"),
        ("It began at 3 a.m. on Tuesday.", "2016-12-06T03:00"),
        ("It began at 15:30 on Tuesday.", "2016-12-06T15:30"),
        ("It began at noon Thursday.", "2016-12-08T12:00"),
        ("It began at 3 p.m.", "?"),
        ("It began yesterday at 7am.", "2016-12-08T07:00"),
    ]);
}

#[test]
fn words_before_a_time_set_the_relation() {
    check(&[
        (
            "He has lived there since 2012.",
            "since 2012-01-01/2013-01-01",
        ),
        ("He left before Tuesday.", "before 2016-12-06"),
        ("The shop is closed until Tuesday.", "until 2016-12-06"),
        ("He left after December 5.", "after 2016-12-05"),
    ]);
}

#[test]
fn without_a_publication_date_relative_times_stay_open() {
    let statements = read(
        &[analysis("He left on Tuesday, in May 2014.", None)],
        &[],
        &[],
    );
    let shown: Vec<String> = statements[0].times.iter().map(show).collect();
    assert_eq!(shown, ["?", "2014-05-01/2014-06-01"]);
}

//! The scale of the timeline: which times are in view, where they lie, and what is written over them.

use jiff::SignedDuration;
use jiff::civil::{self, DateTime};

use crate::model::Granularity;
use crate::report::tables::timeline::{Event, seconds};

pub(super) const HOUR: f64 = 3_600.0;
pub(super) const DAY: f64 = 24.0 * HOUR;
const YEAR: f64 = 365.25 * DAY;
/// The closest and the widest view.
const CLOSEST: f64 = 2.0 * HOUR;
const WIDEST: f64 = 3_000.0 * YEAR;
/// Times beyond it are no dates any more.
const FARTHEST: f64 = 6_000.0 * YEAR;

/// The times in view, in seconds as events have them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub start: f64,
    pub end: f64,
}

impl Range {
    pub(super) fn length(self) -> f64 {
        self.end - self.start
    }

    /// All events, with some room around them.
    pub(super) fn of_all(events: &[Event]) -> Self {
        let start = events.iter().map(|event| event.start).reduce(f64::min);
        let end = events.iter().map(|event| event.end).reduce(f64::max);
        Self::around(start.unwrap_or(0.0), end.unwrap_or(DAY))
    }

    /// Where most of what is dated to the day lies: a founding year would press all days of a story into one point.
    pub(super) fn of_most(events: &[Event]) -> Self {
        let to_the_day = |event: &&Event| event.granularity <= Granularity::Day;
        let mut middles: Vec<f64> = (events.iter().filter(to_the_day))
            .map(|event| f64::midpoint(event.start, event.end))
            .collect();
        if middles.is_empty() {
            return Self::of_all(events);
        }
        middles.sort_by(f64::total_cmp);
        let at = |part: f64| middles[(part * (middles.len() - 1) as f64).round() as usize];
        Self::around(at(0.08), at(0.92))
    }

    fn around(start: f64, end: f64) -> Self {
        let room = (0.12 * (end - start)).max(1.2 * DAY);
        Self {
            start: start - room,
            end: end + room,
        }
    }

    /// Closer by a factor, or farther where it is below 1, with one time kept in its place.
    pub(super) fn zoomed(self, factor: f64, keep: f64) -> Self {
        let length = (self.length() / factor).clamp(CLOSEST, WIDEST);
        let scale = length / self.length();
        Self {
            start: keep - (keep - self.start) * scale,
            end: keep + (self.end - keep) * scale,
        }
        .within_dates()
    }

    /// Moved by a part of its length.
    pub(super) fn moved(self, part: f64) -> Self {
        let by = part * self.length();
        Self {
            start: self.start + by,
            end: self.end + by,
        }
        .within_dates()
    }

    fn within_dates(self) -> Self {
        let length = self.length();
        let start = self.start.clamp(-FARTHEST, FARTHEST - length);
        Self {
            start,
            end: start + length,
        }
    }
}

/// How far apart the marks of the scale are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Hours(i64),
    Days(i64),
    Months(i64),
    Years(i64),
}

impl Step {
    /// From the closest to the widest.
    const ALL: [Self; 15] = [
        Self::Hours(1),
        Self::Hours(3),
        Self::Hours(6),
        Self::Hours(12),
        Self::Days(1),
        Self::Days(2),
        Self::Days(7),
        Self::Months(1),
        Self::Months(3),
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(50),
        Self::Years(200),
    ];

    fn seconds(self) -> f64 {
        match self {
            Self::Hours(count) => count as f64 * HOUR,
            Self::Days(count) => count as f64 * DAY,
            Self::Months(count) => count as f64 * YEAR / 12.0,
            Self::Years(count) => count as f64 * YEAR,
        }
    }

    /// The first mark at or before a time.
    fn floor(self, time: f64) -> Option<f64> {
        let date = date_of(time)?.date();
        Some(match self {
            Self::Hours(_) => (time / self.seconds()).floor() * self.seconds(),
            Self::Days(count) => {
                // Weeks begin on Monday; the first day of 1970 was a Thursday.
                let shift = if count == 7 { 3 } else { 0 };
                let day = (time / DAY).floor() as i64 + shift;
                (day - day.rem_euclid(count) - shift) as f64 * DAY
            }
            Self::Months(count) => {
                let month = i64::from(date.month()) - 1;
                let first = month - month.rem_euclid(count) + 1;
                of_date(date.year(), i8::try_from(first).ok()?)?
            }
            Self::Years(count) => {
                let year = i64::from(date.year());
                of_date(i16::try_from(year - year.rem_euclid(count)).ok()?, 1)?
            }
        })
    }

    fn next(self, mark: f64) -> Option<f64> {
        // Months and years differ in length; a day more than their longest lies in the next.
        match self {
            Self::Hours(_) | Self::Days(_) => Some(mark + self.seconds()),
            Self::Months(_) | Self::Years(_) => self.floor(mark + self.seconds() + 20.0 * DAY),
        }
    }

    fn words(self, mark: f64) -> Option<String> {
        let time = date_of(mark)?;
        let written = match self {
            Self::Hours(_) if time.hour() == 0 => time.strftime("%a %-d %b"),
            Self::Hours(_) => time.strftime("%H:%M"),
            Self::Days(7) => time.strftime("%-d %b %Y"),
            Self::Days(_) => time.strftime("%a %-d %b"),
            Self::Months(_) => time.strftime("%b %Y"),
            Self::Years(_) => time.strftime("%Y"),
        };
        Some(written.to_string())
    }
}

/// The marks in view with what is written over them, about so many at most.
pub(super) fn marks(range: Range, most: usize) -> Vec<(f64, String)> {
    let apart = range.length() / most.max(1) as f64;
    let wide_enough = |step: &Step| step.seconds() >= apart;
    let step = (Step::ALL.into_iter().find(wide_enough)).unwrap_or(Step::Years(200));
    let mut marks = Vec::new();
    let mut next = step.floor(range.start);
    while let Some(mark) = next.filter(|mark| *mark <= range.end && marks.len() < 200) {
        if mark >= range.start
            && let Some(words) = step.words(mark)
        {
            marks.push((mark, words));
        }
        next = step.next(mark).filter(|next| *next > mark);
    }
    marks
}

fn date_of(time: f64) -> Option<DateTime> {
    let beginning = civil::date(1970, 1, 1).at(0, 0, 0, 0);
    beginning
        .checked_add(SignedDuration::from_secs(time as i64))
        .ok()
}

fn of_date(year: i16, month: i8) -> Option<f64> {
    let date = civil::Date::new(year, month, 1).ok()?;
    Some(seconds(date.at(0, 0, 0, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: &str, end: &str) -> Range {
        let at = |day: &str| seconds(day.parse::<civil::Date>().unwrap().at(0, 0, 0, 0));
        Range {
            start: at(start),
            end: at(end),
        }
    }

    fn written(start: &str, end: &str, most: usize) -> String {
        let marks = marks(range(start, end), most);
        let words: Vec<String> = marks.into_iter().map(|(_, words)| words).collect();
        words.join(", ")
    }

    #[test]
    fn the_marks_are_as_fine_as_there_is_room() {
        let (from, to) = ("2026-05-11", "2026-05-13");
        assert_eq!(
            written(from, to, 4),
            "Mon 11 May, 12:00, Tue 12 May, 12:00, Wed 13 May"
        );
        assert_eq!(written(from, to, 2), "Mon 11 May, Tue 12 May, Wed 13 May");
        assert_eq!(
            written("2026-05-01", "2026-05-31", 5),
            "4 May 2026, 11 May 2026, 18 May 2026, 25 May 2026"
        );
        assert_eq!(
            written("2025-12-20", "2026-03-10", 3),
            "Jan 2026, Feb 2026, Mar 2026"
        );
        assert_eq!(written("1998-03-01", "2001-02-01", 4), "1999, 2000, 2001");
        assert_eq!(written("1890-01-01", "2026-01-01", 4), "1900, 1950, 2000");
    }

    #[test]
    fn zooming_keeps_the_time_under_the_pointer_and_stops_at_its_ends() {
        let range = range("2026-05-01", "2026-05-11");
        let keep = range.start + 0.25 * range.length();
        let closer = range.zoomed(2.0, keep);
        assert_eq!(closer.length(), 5.0 * DAY);
        assert_eq!((keep - closer.start) / closer.length(), 0.25);
        assert_eq!(range.zoomed(1e9, keep).length(), CLOSEST);
        let farthest = (0..40).fold(range, |range, _| range.zoomed(0.1, keep).moved(1.0));
        assert!(farthest.length() <= WIDEST, "{farthest:?}");
        assert!(!marks(farthest, 8).is_empty(), "{farthest:?} has dates");
    }
}

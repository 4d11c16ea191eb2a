//! Timeline: every statement with a day that it can be placed on, one lane an article.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{self, DateTime};

use super::{Passage, Wording, statements, text_of, worded_statement};
use crate::model::{Granularity, Kind, StatementId, TimeExpression, TimeRelation};
use crate::report::Report;

/// The dated statements of every article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// By document, then by place in the text.
    pub events: Vec<Event>,
    /// Pairs of events, by index, whose times do not go together; with the finding's index.
    pub conflicts: Vec<([usize; 2], usize)>,
}

/// A statement at its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub passage: Passage,
    /// Seconds since 1970 in the time of the place that is spoken of; the end is excluded.
    pub start: f64,
    pub end: f64,
    pub granularity: Granularity,
    pub relation: TimeRelation,
    /// The words that say when: "late on Tuesday".
    pub words: String,
    /// The time that they stand for: "Tue 12 May 2026, evening".
    pub when: String,
    pub wording: Wording,
}

/// Characters that a label beside a bar aims at.
const LABEL: usize = 72;

pub fn rows(report: &Report) -> Timeline {
    let analysis = &report.analysis;
    let mut events: BTreeMap<Passage, Event> = BTreeMap::new();
    let mut of_statement: BTreeMap<StatementId, Vec<Passage>> = BTreeMap::new();
    for (id, statement) in statements(analysis) {
        for time in &statement.times {
            let Some(interval) = time.interval else {
                continue;
            };
            let passage = Passage {
                document: statement.document,
                span: time.span,
            };
            of_statement.entry(id).or_default().push(passage);
            events.entry(passage).or_insert_with(|| Event {
                passage,
                start: seconds(interval.start),
                end: seconds(interval.end),
                granularity: time.granularity,
                relation: time.relation,
                words: text_of(analysis, statement.document, time.span),
                when: when(time),
                wording: worded_statement(analysis, id, &[time.span], LABEL),
            });
        }
    }
    let places: Vec<Passage> = events.keys().copied().collect();
    let mut conflicts = BTreeSet::new();
    for (index, finding) in report.findings.iter().enumerate() {
        if finding.conflict.kind != Kind::Time || finding.dismissed() {
            continue;
        }
        let ends = finding.conflict.sides.each_ref().map(|side| {
            let own = of_statement.get(&side.statement?)?;
            let marked = |passage: &&Passage| {
                let mut evidence = side.evidence.iter();
                evidence.any(|span| span.overlaps(passage.span))
            };
            let place = own.iter().find(marked).or_else(|| own.first())?;
            places.binary_search(place).ok()
        });
        if let [Some(one), Some(other)] = ends {
            conflicts.insert(([one, other], index));
        }
    }
    Timeline {
        events: events.into_values().collect(),
        conflicts: conflicts.into_iter().collect(),
    }
}

/// Seconds since the beginning of 1970, in the time of whatever place is spoken of.
pub fn seconds(time: DateTime) -> f64 {
    let beginning = civil::date(1970, 1, 1).at(0, 0, 0, 0);
    time.duration_since(beginning).as_secs_f64()
}

/// "Tue 12 May 2026", "May 2026", "since 2011", as exactly as the words are; empty where they name no day.
pub(super) fn when(time: &TimeExpression) -> String {
    let Some(interval) = time.interval else {
        return String::new();
    };
    let day = |at: DateTime| at.strftime("%a %-d %b %Y").to_string();
    // The end is excluded: the last day is the one before.
    let last = interval.end.saturating_sub(jiff::Span::new().seconds(1));
    let through = |first: String, last: String| {
        if first == last {
            first
        } else {
            format!("{first} – {last}")
        }
    };
    let words = match time.granularity {
        Granularity::Minute | Granularity::Hour => {
            format!(
                "{}, {}",
                day(interval.start),
                interval.start.strftime("%H:%M")
            )
        }
        Granularity::PartOfDay => format!(
            "{}, {} to {}",
            day(interval.start),
            interval.start.strftime("%H:%M"),
            interval.end.strftime("%H:%M")
        ),
        Granularity::Day | Granularity::Week => through(day(interval.start), day(last)),
        Granularity::Month | Granularity::Season => {
            let month = |at: DateTime| at.strftime("%b %Y").to_string();
            through(month(interval.start), month(last))
        }
        Granularity::Year | Granularity::Decade => {
            let year = |at: DateTime| at.strftime("%Y").to_string();
            through(year(interval.start), year(last))
        }
    };
    match time.relation {
        TimeRelation::At => words,
        TimeRelation::Before => format!("before {words}"),
        TimeRelation::After => format!("after {words}"),
        TimeRelation::Since => format!("since {words}"),
        TimeRelation::Until => format!("until {words}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use super::*;
    use crate::report::letter;

    /// Every event as "A Tue 12 May 2026: words", then the pairs whose times differ.
    fn table(articles: &str) -> Vec<String> {
        let timeline = rows(&told(articles, |_| Vec::new()));
        let events = timeline.events.iter().map(|event| {
            let article = letter(event.passage.document);
            format!("{article} {}: {}", event.when, event.wording.line())
        });
        let pairs = timeline
            .conflicts
            .iter()
            .map(|(pair, _)| format!("{pair:?}"));
        events.chain(pairs).collect()
    }

    #[test]
    fn what_has_a_date_stands_at_it_as_exactly_as_it_is_told() {
        assert_eq!(
            table(
                "== Sentinel 2026-05-14\nThe fire broke out on Tuesday. The ship was built in 2011. It sailed in March."
            ),
            [
                "A Tue 12 May 2026: The fire broke out on Tuesday",
                "A 2011: The ship was built in 2011",
                "A Mar 2026: It sailed in March",
            ]
        );
    }

    #[test]
    fn days_that_hang_on_a_date_are_left_out_where_there_is_none() {
        assert_eq!(
            table("== Sentinel\nThe fire broke out on Tuesday."),
            [""; 0]
        );
    }

    #[test]
    fn a_label_keeps_who_says_it_and_how_surely() {
        let table =
            table("== Sentinel 2026-05-14\nThe ferry may not sail before Friday, officials said.");
        assert_eq!(table.len(), 1, "{table:?}");
        assert!(table[0].contains("officials said"), "{table:?}");
        assert!(table[0].contains("may not"), "{table:?}");
    }

    #[test]
    fn times_that_do_not_go_together_are_joined() {
        let table = table(
            "== Sentinel 2026-05-14\nThe fire on the Norwick ferry broke out on Tuesday, officials said.\n\n\
             == Record 2026-05-14\nThe fire on the Norwick ferry broke out on Monday, officials said.",
        );
        assert!(table.iter().any(|row| row.starts_with('[')), "{table:?}");
    }
}

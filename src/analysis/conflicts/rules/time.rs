//! One event, put at two times.

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Granularity, Kind, TimeExpression, TimeInterval};

pub struct Time;

/// How many words around a time are taken to say what happened then.
const REACH: usize = 6;
/// Likeness of those words below which two things happened.
const LEAST_SLOT: f32 = 0.4;
/// Minutes from which two clock times of one event are no matter of rounding.
const ROUNDING_MINUTES: i64 = 10;

impl Rule for Time {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let [one, other] = pair.sides;
        one.times
            .iter()
            .flat_map(|left| other.times.iter().map(move |right| (left, right)))
            .find_map(|(left, right)| compare(pair, left, right))
            .into_iter()
            .collect()
    }
}

fn compare(pair: &Pair<'_>, left: &TimeExpression, right: &TimeExpression) -> Option<Proposal> {
    let (first, second) = (left.interval?, right.interval?);
    if left.relation != right.relation
        || left.granularity != right.granularity
        || left.granularity > Granularity::Year
        || overlap(first, second)
        || told_by_both(pair, first, second)
        || figures_differ(pair)
    {
        return None;
    }
    let minutes = gap_minutes(first, second);
    if left.granularity == Granularity::Minute && minutes < ROUNDING_MINUTES {
        return None;
    }
    let mut gates = gates::ask(pair);
    gates.time = passed("when it was is just what differs");
    gates.event = passed("what stands around both times is alike");
    let verdict = pair.disagreement();
    let near = [(0, left), (1, right)].map(|(side, time)| pair.around(side, time.span, REACH));
    let slot = pair.profiles.similarity(&near[0], &near[1]);
    if slot < LEAST_SLOT {
        return None;
    }
    let days = minutes as f64 / (24.0 * 60.0);
    Some(Proposal {
        kind: Kind::Time,
        verdict,
        sides: [(0, left), (1, right)].map(|(side, time)| Part {
            statement: pair.candidate.sides[side],
            span: pair.sides[side].span,
            evidence: vec![time.span],
        }),
        subject: "when it was".to_owned(),
        explanation: format!(
            "{} puts it at “{}” ({}), {} at “{}” ({}).",
            pair.voice(0).words(),
            pair.words(0, left.span),
            day(first),
            pair.voice(1).words(),
            pair.words(1, right.span),
            day(second),
        ),
        gates,
        features: Features::of(pair, slot, 1.0 / (1.0 + days / 7.0)),
    })
}

fn overlap(one: TimeInterval, other: TimeInterval) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether either side also names the other's time: then it tells of two events, or of a span.
fn told_by_both(pair: &Pair<'_>, first: TimeInterval, second: TimeInterval) -> bool {
    let names = |side: usize, sought: TimeInterval| {
        pair.sides[side]
            .times
            .iter()
            .filter_map(|time| time.interval)
            .any(|interval| overlap(interval, sought))
    };
    names(0, second) || names(1, first)
}

/// Whether the sides also measure differently: a fine of another size in another year is another fine.
fn figures_differ(pair: &Pair<'_>) -> bool {
    let [one, other] = pair.sides;
    one.quantities.iter().any(|left| {
        other.quantities.iter().any(|right| {
            let apart = left.high < right.low || right.high < left.low;
            left.unit == right.unit && left.counted == right.counted && apart
        })
    })
}

fn gap_minutes(one: TimeInterval, other: TimeInterval) -> i64 {
    let (earlier, later) = if one.start < other.start {
        (one, other)
    } else {
        (other, one)
    };
    later.start.duration_since(earlier.start).as_secs() / 60
}

fn day(interval: TimeInterval) -> String {
    interval.start.date().to_string()
}

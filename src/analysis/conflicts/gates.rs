//! The questions that every pair must answer with yes before a rule may speak.

use super::pair::Pair;
use crate::model::{Gate, Gates, Statement, TimeExpression, TimeInterval, TimeRelation};

/// Likeness of sentences from which two are taken to tell of one event.
const EVENT_LIKENESS: f32 = 0.18;

/// Asks all gates; a rule puts its own answer where it knows better than the words alone.
pub fn ask(pair: &Pair<'_>) -> Gates {
    Gates {
        subject: subject(pair),
        event: event(pair),
        time: time(pair),
        part: passed("neither is limited to a part that the other leaves out"),
        voice: voice(pair),
        finite: finite(pair),
    }
}

pub fn passed(because: impl Into<String>) -> Gate {
    Gate {
        passed: true,
        because: because.into(),
    }
}

pub fn failed(because: impl Into<String>) -> Gate {
    Gate {
        passed: false,
        because: because.into(),
    }
}

fn subject(pair: &Pair<'_>) -> Gate {
    let evidence = pair.evidence();
    let names: Vec<&str> = evidence
        .entities
        .iter()
        .take(3)
        .map(|entity| pair.analysis.entity(*entity).name.as_str())
        .collect();
    if !names.is_empty() {
        return passed(format!("both speak of {}", listed(&names)));
    }
    let terms: Vec<&str> = evidence
        .terms
        .iter()
        .take(3)
        .map(|term| pair.profiles.vocabulary().written(*term))
        .collect();
    if terms.is_empty() {
        failed("they share neither a name nor a word that matters")
    } else {
        passed(format!("both speak of “{}”", terms.join("”, “")))
    }
}

fn event(pair: &Pair<'_>) -> Gate {
    let evidence = pair.evidence();
    if evidence.same_predicate {
        passed("both tell of the same act")
    } else if evidence.sentence >= EVENT_LIKENESS {
        passed("the sentences share what is rare in these articles")
    } else {
        failed("the sentences share too little to tell of one event")
    }
}

fn time(pair: &Pair<'_>) -> Gate {
    let [one, other] = pair.sides;
    let (Some(first), Some(second)) = (moment(one), moment(other)) else {
        return passed("nothing in them sets them apart in time");
    };
    if first.start < second.end && second.start < first.end {
        passed("the times that they name overlap")
    } else {
        failed("they name different times")
    }
}

fn voice(pair: &Pair<'_>) -> Gate {
    let [one, other] = [pair.voice(0), pair.voice(1)];
    if one.outlet() && other.outlet() {
        passed("both articles say it in their own voice")
    } else if one.same_party(&other) {
        passed("both report the same source")
    } else {
        passed("each says plainly whose claim it is")
    }
}

fn finite(pair: &Pair<'_>) -> Gate {
    // A headline claims what the text under it tells, though its verb is bare or left out.
    let claims =
        |side: usize| pair.sides[side].finite || pair.within_one() && pair.in_headline(side);
    if (0..2).all(claims) {
        passed("both make a claim that can be right or wrong")
    } else {
        failed("one of them makes no claim")
    }
}

/// The one interval that a statement is about, where it names exactly one.
pub fn moment(statement: &Statement) -> Option<TimeInterval> {
    let mut named = statement
        .times
        .iter()
        .filter(|time| time.relation == TimeRelation::At)
        .filter_map(|time: &TimeExpression| time.interval);
    let first = named.next()?;
    named.next().is_none().then_some(first)
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

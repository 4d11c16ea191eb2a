//! Two figures for the same thing.

use super::Rule;
use crate::analysis::alignment::Term;
use crate::analysis::alignment::meaning::same_meaning;
use crate::analysis::conflicts::gates::{self, failed, passed};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{
    Comparison, EntityId, EntityKind, Gate, Kind, MentionForm, Quantity, Statement, Unit, Verdict,
};
use crate::text::{TokenKind, fold};

pub struct Number;

/// How far from the counted thing the words stand that say what became of it.
const ROLE_REACH: usize = 6;
/// How many words around a figure are taken to say what it counts.
const SLOT_REACH: usize = 8;
/// Likeness of two clauses from which only their figures part them.
const SAME_CLAUSE: f32 = 0.6;
/// Gap, as a share of the larger, that a slip of the pen makes between two renderings of one sum.
const SLIP: f64 = 0.05;
/// Likeness of those words from which both tell of one event.
const SAME_EVENT: f32 = 0.2;

impl Rule for Number {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let [one, other] = pair.sides;
        one.quantities
            .iter()
            .flat_map(|left| other.quantities.iter().map(move |right| (left, right)))
            .filter_map(|(left, right)| compare(pair, left, right))
            .collect()
    }
}

fn compare(pair: &Pair<'_>, left: &Quantity, right: &Quantity) -> Option<Proposal> {
    if left.unit != right.unit || !same_thing(left, right) || said_by_both(pair, left, right) {
        return None;
    }
    if overlap(left, right) {
        return None;
    }
    let near = [(0, left), (1, right)].map(|(side, it)| pair.around(side, it.span, SLOT_REACH));
    if !counted_alike(pair, left, right, &near) {
        return None;
    }
    let slot = pair.profiles.similarity(&near[0], &near[1]);
    let apart = distance(left, right);
    let verdict = if alike_but_for_precision(left, right) {
        Verdict::Refine
    } else if rose_with_time(pair, left, right) {
        Verdict::Update
    } else {
        pair.disagreement()
    };
    let mut gates = gates::ask(pair);
    gates.part = part(pair, left, right);
    if slot >= SAME_EVENT {
        gates.event = passed("what stands around both figures is alike");
    }
    let values = [pair.words(0, left.span), pair.words(1, right.span)];
    let thing = thing(pair, left, right);
    let explanation = format!(
        "{} gives “{}” and {} “{}” for the same thing: {thing}.",
        pair.voice(0).words(),
        values[0],
        pair.voice(1).words(),
        values[1],
    );
    Some(Proposal {
        kind: Kind::Number,
        verdict,
        sides: [(0, left), (1, right)].map(|(side, quantity)| Part {
            statement: pair.candidate.sides[side],
            span: pair.sides[side].span,
            evidence: vec![quantity.span],
        }),
        subject: thing,
        explanation,
        gates,
        features: Features::of(pair, slot, 1.0 - apart.min(1.0)),
    })
}

/// Whether what stands around both figures is enough alike for the kind of figure that they are.
fn counted_alike(
    pair: &Pair<'_>,
    left: &Quantity,
    right: &Quantity,
    near: &[Vec<Term>; 2],
) -> bool {
    let shared = near[0].iter().filter(|term| near[1].contains(term)).count();
    let share = shared as f64 / near[0].len().min(near[1].len()).max(1) as f64;
    let ratio = 1.0 - distance(left, right);
    match left.unit {
        Unit::Age | Unit::Score => {
            let owners = [owner(pair, 0, left), owner(pair, 1, right)];
            owners[0].is_some() && owners[0] == owners[1] && ratio >= 0.5
        }
        Unit::Rank => false,
        Unit::Count => shared >= 2 && (share >= 1.0 / 3.0 && ratio >= 0.3 || ratio >= 0.85),
        Unit::Duration => shared >= 2 && share >= 0.6 && pair.evidence().same_predicate,
        _ => shared >= 2 && (share >= 0.5 && ratio >= 0.5 || ratio >= 0.85),
    }
}

/// Whose age or record it is: the person named right before or after it.
fn owner(pair: &Pair<'_>, side: usize, age: &Quantity) -> Option<EntityId> {
    /// Letters between a name and an age: a comma, a space, an article.
    const GAP: usize = 6;
    pair.mentions(side)
        .filter(|mention| mention.form == MentionForm::Name && mention.kind == EntityKind::Person)
        .find(|mention| {
            let before = age.span.start.checked_sub(mention.span.end);
            let after = mention.span.start.checked_sub(age.span.end);
            before.or(after).is_some_and(|gap| gap <= GAP)
        })
        .map(|mention| mention.entity)
}

/// Whether one figure is the other told less precisely.
fn alike_but_for_precision(left: &Quantity, right: &Quantity) -> bool {
    let apart = distance(left, right);
    let rough = [left, right]
        .iter()
        .any(|quantity| quantity.comparison == Comparison::About);
    let round = significant_digits(left.low).min(significant_digits(right.low)) <= 2
        && significant_digits(left.low) != significant_digits(right.low);
    rough && apart < 0.2 || round && apart < 0.05
}

/// Digits of a whole number up to the zeros at its end.
fn significant_digits(value: f64) -> usize {
    let digits = format!("{:.0}", value.abs());
    digits.trim_end_matches('0').len()
}

/// Whether the later report has the higher toll.
fn rose_with_time(pair: &Pair<'_>, left: &Quantity, right: &Quantity) -> bool {
    let published = [0, 1].map(|side| pair.document(side).metadata.published.as_ref());
    let [Some(first), Some(second)] = published else {
        return false;
    };
    let toll = !roles(pair, 0, left).is_empty() && !roles(pair, 1, right).is_empty();
    toll && (first.day < second.day && left.high < right.low
        || second.day < first.day && right.high < left.low)
}

/// Whether both count, or measure, the same kind of thing.
fn same_thing(left: &Quantity, right: &Quantity) -> bool {
    match (&left.counted, &right.counted) {
        (Some(left), Some(right)) => same_meaning(left, right),
        (None, None) => left.unit != Unit::Count,
        // One may name what the money went to, the other may not: sums that nearly match are still one sum.
        _ if matches!(left.unit, Unit::Money(_)) => distance(left, right) <= SLIP,
        _ => !matches!(left.unit, Unit::Count | Unit::Percent),
    }
}

/// Whether either sentence also holds the other's figure: then both are told, of two things.
fn said_by_both(pair: &Pair<'_>, left: &Quantity, right: &Quantity) -> bool {
    let holds = |side: usize, sought: &Quantity| {
        figures(pair, side).iter().any(|figure| {
            figure.unit == sought.unit && same_thing(figure, sought) && overlap(figure, sought)
        })
    };
    holds(0, right) || holds(1, left)
}

fn overlap(left: &Quantity, right: &Quantity) -> bool {
    left.low <= right.high && right.low <= left.high
}

/// Whether both figures count one whole.
fn part(pair: &Pair<'_>, left: &Quantity, right: &Quantity) -> Gate {
    if pair.evidence().clause >= SAME_CLAUSE && distance(left, right) <= 0.25 {
        return passed("the clauses are alike but for the figures");
    }
    let limits = [(0, left), (1, right)].map(|(side, quantity)| limits(pair, side, quantity));
    if limits[0] != limits[1] {
        return failed("one of the figures is a total, a share or an addition");
    }
    if distance(left, right) > 0.15 && others_differ(pair) {
        return failed("several figures differ, so they count different wholes");
    }
    role(pair, left, right)
}

/// Words near a figure that say which part of the whole it is.
fn limits(pair: &Pair<'_>, side: usize, quantity: &Quantity) -> Vec<&'static str> {
    const LIMITS: [&str; 20] = [
        "total",
        "additional",
        "another",
        "average",
        "annual",
        "per",
        "each",
        "other",
        "first",
        "last",
        "previous",
        "state",
        "federal",
        "local",
        "net",
        "remaining",
        "further",
        "initial",
        "extra",
        "combined",
    ];
    let words = near(pair, side, quantity);
    LIMITS
        .into_iter()
        .filter(|limit| words.iter().any(|word| word == limit))
        .collect()
}

/// Whether two or more comparable figures of the sentences differ while none is the same.
fn others_differ(pair: &Pair<'_>) -> bool {
    let [one, other] = [0, 1].map(|side| figures(pair, side));
    let mut differing = 0;
    for left in &one {
        for right in &other {
            if left.unit == right.unit && same_thing(left, right) {
                if overlap(left, right) {
                    return false;
                }
                differing += 1;
            }
        }
    }
    differing > 1
}

/// All figures of the sentence that one side stands in.
fn figures<'a>(pair: &Pair<'a>, side: usize) -> Vec<&'a Quantity> {
    let own = pair.sides[side];
    let at = pair.candidate.sides[side].index();
    let statements = &pair.analysis.statements;
    let same = |near: &&Statement| near.document == own.document && near.sentence == own.sentence;
    let before = statements[..at].iter().rev().take_while(same);
    let after = statements[at..].iter().take_while(same);
    let mut figures: Vec<&Quantity> = before
        .chain(after)
        .flat_map(|near| &near.quantities)
        .collect();
    figures.sort_by_key(|figure| figure.span);
    figures.dedup_by_key(|figure| figure.span);
    figures
}

/// What became of the counted things must be alike: the killed are not the injured.
fn role(pair: &Pair<'_>, left: &Quantity, right: &Quantity) -> Gate {
    let (one, other) = (roles(pair, 0, left), roles(pair, 1, right));
    if one.is_empty() && other.is_empty() {
        passed("nothing limits either figure to a part")
    } else if one.iter().any(|role| other.contains(role)) {
        passed("both figures stand for the same fate")
    } else {
        failed("the figures stand for different fates")
    }
}

/// What became of the counted things, by the words near the figure.
fn roles(pair: &Pair<'_>, side: usize, quantity: &Quantity) -> Vec<&'static str> {
    const ROLES: [&str; 8] = [
        "kill",
        "injure",
        "miss",
        "arrest",
        "rescue",
        "charge",
        "release",
        "hospitalize",
    ];
    let words = near(pair, side, quantity);
    ROLES
        .into_iter()
        .filter(|role| words.iter().any(|word| same_meaning(word, role)))
        .collect()
}

/// The folded words around a figure.
fn near(pair: &Pair<'_>, side: usize, quantity: &Quantity) -> Vec<String> {
    let segments = pair.analysis.segments(pair.sides[side].document);
    let own = segments.tokens_in(quantity.span);
    let sentence = segments.tokens_in(pair.sides[side].span);
    let first = own.start.saturating_sub(ROLE_REACH).max(sentence.start);
    let last = (own.end + ROLE_REACH).min(sentence.end).max(first);
    segments.tokens[first..last]
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| fold(pair.words(side, token.span)))
        .collect()
}

/// Gap between two figures, as a share of the larger.
fn distance(left: &Quantity, right: &Quantity) -> f64 {
    let (low, high) = if left.low > right.high {
        (right.high, left.low)
    } else {
        (left.high, right.low)
    };
    let size = low.abs().max(high.abs());
    if size == 0.0 {
        0.0
    } else {
        (high - low) / size
    }
}

/// What is counted, in the words of the text.
fn thing(pair: &Pair<'_>, left: &Quantity, right: &Quantity) -> String {
    [(0, left), (1, right)]
        .into_iter()
        .filter_map(|(side, quantity)| {
            quantity
                .counted_span
                .map(|span| pair.words(side, span).to_owned())
        })
        .min_by_key(String::len)
        .unwrap_or_else(|| measure(&left.unit).to_owned())
}

fn measure(unit: &Unit) -> &'static str {
    match unit {
        Unit::Count => "number",
        Unit::Money(_) => "sum",
        Unit::Percent => "share",
        Unit::Length => "length or distance",
        Unit::Area => "area",
        Unit::Volume => "volume",
        Unit::Mass => "weight",
        Unit::Speed => "speed",
        Unit::Duration => "length of time",
        Unit::Temperature => "temperature",
        Unit::Age => "age",
        Unit::Rank => "rank",
        Unit::Score => "score",
        Unit::Magnitude => "magnitude",
    }
}

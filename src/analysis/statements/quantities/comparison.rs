//! Words that widen a number to an interval: "at least", "about", "or more".

use crate::analysis::statements::pieces::Piece;
use crate::model::Comparison;

/// Phrases before a number, the longer first.
const BEFORE: [(&str, Comparison); 40] = [
    ("no fewer than", Comparison::AtLeast),
    ("no less than", Comparison::AtLeast),
    ("not fewer than", Comparison::AtLeast),
    ("not less than", Comparison::AtLeast),
    ("no more than", Comparison::AtMost),
    ("not more than", Comparison::AtMost),
    ("not over", Comparison::AtMost),
    ("a minimum of", Comparison::AtLeast),
    ("a maximum of", Comparison::AtMost),
    ("a total of", Comparison::Exact),
    ("at least", Comparison::AtLeast),
    ("at minimum", Comparison::AtLeast),
    ("at most", Comparison::AtMost),
    ("more than", Comparison::MoreThan),
    ("greater than", Comparison::MoreThan),
    ("higher than", Comparison::MoreThan),
    ("in excess of", Comparison::MoreThan),
    ("upwards of", Comparison::MoreThan),
    ("upward of", Comparison::MoreThan),
    ("well over", Comparison::MoreThan),
    ("just over", Comparison::MoreThan),
    ("fewer than", Comparison::LessThan),
    ("less than", Comparison::LessThan),
    ("lower than", Comparison::LessThan),
    ("just under", Comparison::LessThan),
    ("up to", Comparison::AtMost),
    ("as many as", Comparison::AtMost),
    ("as much as", Comparison::AtMost),
    ("as few as", Comparison::AtLeast),
    ("close to", Comparison::About),
    ("an estimated", Comparison::About),
    ("estimated", Comparison::About),
    ("nearly", Comparison::About),
    ("almost", Comparison::About),
    ("about", Comparison::About),
    ("around", Comparison::About),
    ("approximately", Comparison::About),
    ("roughly", Comparison::About),
    ("over", Comparison::MoreThan),
    ("under", Comparison::LessThan),
];

/// "Some 40 people": only before a number that is no "some one".
const LOOSE: [&str; 1] = ["some"];

const AFTER: [(&str, Comparison); 6] = [
    ("or more", Comparison::AtLeast),
    ("or so", Comparison::About),
    ("or fewer", Comparison::AtMost),
    ("or less", Comparison::AtMost),
    ("or thereabouts", Comparison::About),
    ("+", Comparison::AtLeast),
];

/// How far "about" reaches to either side, as a share of the value.
const ABOUT: f64 = 0.15;

/// The comparison that stands before a number, and the index of its first piece.
pub fn before(pieces: &[Piece], first: usize) -> Option<(Comparison, usize)> {
    for (phrase, comparison) in BEFORE {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let Some(start) = first.checked_sub(parts.len()) else {
            continue;
        };
        if parts
            .iter()
            .zip(&pieces[start..first])
            .all(|(part, piece)| piece.is(part))
        {
            return Some((comparison, start));
        }
    }
    let start = first.checked_sub(1)?;
    pieces[start]
        .is_any(&LOOSE)
        .then_some((Comparison::About, start))
}

/// The comparison that stands after a number, and the index after its last piece.
pub fn after(pieces: &[Piece], end: usize) -> Option<(Comparison, usize)> {
    AFTER.iter().find_map(|(phrase, comparison)| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let here = pieces.get(end..end + parts.len())?;
        parts
            .iter()
            .zip(here)
            .all(|(part, piece)| piece.is(part))
            .then_some((*comparison, end + parts.len()))
    })
}

/// What a value with a comparison allows, as the smallest and the largest value.
pub fn interval(value: f64, comparison: Comparison) -> (f64, f64) {
    match comparison {
        Comparison::Exact | Comparison::Between => (value, value),
        Comparison::About => {
            let reach = value.abs() * ABOUT;
            (value - reach, value + reach)
        }
        Comparison::AtLeast | Comparison::MoreThan => (value, f64::INFINITY),
        Comparison::AtMost | Comparison::LessThan => (f64::NEG_INFINITY, value),
    }
}

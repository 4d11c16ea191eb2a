//! What a number measures, brought to the base of its unit.

use crate::analysis::statements::pieces::{Piece, PieceKind};
use crate::model::Unit;

/// A unit found at some pieces.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub unit: Unit,
    pub factor: f64,
    /// Added after the factor: for Fahrenheit.
    pub offset: f64,
    /// Index after its last piece.
    pub end: usize,
}

/// The unit that follows a number: " percent", "-mile", "km/h".
pub fn after(pieces: &[Piece], at: usize, value: f64) -> Option<Measure> {
    let skip = usize::from(
        pieces
            .get(at)
            .is_some_and(|piece| piece.is_hyphen() && piece.glued),
    );
    let at = at + skip;
    let words = |count: usize| -> String {
        pieces
            .iter()
            .skip(at)
            .take(count)
            .map(|piece| piece.lower.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for count in (1..=4).rev() {
        if at + count > pieces.len() {
            continue;
        }
        if let Some((unit, factor, offset)) = named(&words(count), value) {
            return Some(Measure {
                unit,
                factor,
                offset,
                end: at + count,
            });
        }
    }
    None
}

/// The currency whose sign or code stands before a number, and the index of its first piece.
pub fn currency_before(pieces: &[Piece], at: usize) -> Option<(Unit, usize)> {
    let sign = at.checked_sub(1)?;
    let code = match pieces[sign].lower.as_str() {
        "$" => {
            if let Some(country) = sign.checked_sub(1)
                && pieces[sign].glued
                && let Some(code) = dollar_of(&pieces[country].lower)
            {
                return Some((money(code), country));
            }
            "USD"
        }
        "£" | "gbp" => "GBP",
        "€" | "eur" => "EUR",
        "¥" => "JPY",
        "₹" | "rs" | "inr" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "usd" => "USD",
        _ => return None,
    };
    Some((money(code), sign))
}

fn dollar_of(country: &str) -> Option<&'static str> {
    Some(match country {
        "us" => "USD",
        "a" | "au" => "AUD",
        "c" | "ca" => "CAD",
        "nz" => "NZD",
        "hk" => "HKD",
        "s" => "SGD",
        _ => return None,
    })
}

fn money(code: &str) -> Unit {
    Unit::Money(code.to_owned())
}

/// A unit by its name in lower case, with factor and offset to its base.
fn named(name: &str, value: f64) -> Option<(Unit, f64, f64)> {
    use Unit::{Area, Duration, Length, Mass, Percent, Speed, Temperature, Volume};
    let (unit, factor) = match name {
        "%" | "percent" | "per cent" | "pct" | "percentage points" | "percentage point" => {
            (Percent, 1.0)
        }
        "us dollars" | "u . s . dollars" | "dollars" | "dollar" | "bucks" => (money("USD"), 1.0),
        "cents" => (money("USD"), 0.01),
        "euros" | "euro" => (money("EUR"), 1.0),
        "pounds sterling" => (money("GBP"), 1.0),
        "pounds" if value >= 1e5 => (money("GBP"), 1.0),
        "yen" => (money("JPY"), 1.0),
        "yuan" | "renminbi" => (money("CNY"), 1.0),
        "rubles" | "roubles" => (money("RUB"), 1.0),
        "rupees" => (money("INR"), 1.0),
        "swiss francs" | "francs" => (money("CHF"), 1.0),
        "shekels" => (money("ILS"), 1.0),
        "kronor" => (money("SEK"), 1.0),
        "kilometers" | "kilometres" | "kilometer" | "kilometre" | "km" | "kms" => (Length, 1e3),
        "miles" | "mile" => (Length, 1609.344),
        "nautical miles" => (Length, 1852.0),
        "meters" | "metres" | "meter" | "metre" => (Length, 1.0),
        "centimeters" | "centimetres" | "centimeter" | "centimetre" | "cm" => (Length, 0.01),
        "millimeters" | "millimetres" | "mm" => (Length, 0.001),
        "feet" | "foot" | "ft" => (Length, 0.3048),
        "inches" | "inch" => (Length, 0.0254),
        "yards" | "yard" => (Length, 0.9144),
        "acres" | "acre" => (Area, 4046.8564224),
        "hectares" | "hectare" => (Area, 1e4),
        "square miles" | "square mile" | "sq miles" => (Area, 2589988.110336),
        "square kilometers" | "square kilometres" | "sq km" => (Area, 1e6),
        "square meters" | "square metres" => (Area, 1.0),
        "square feet" | "square foot" => (Area, 0.09290304),
        "liters" | "litres" | "liter" | "litre" => (Volume, 1.0),
        "gallons" | "gallon" => (Volume, 3.785411784),
        "barrels" | "barrel" => (Volume, 158.987294928),
        "kilograms" | "kilogram" | "kilos" | "kilo" | "kg" | "kgs" => (Mass, 1.0),
        "grams" | "gram" => (Mass, 0.001),
        "pounds" | "pound" | "lbs" | "lb" => (Mass, 0.45359237),
        "ounces" | "ounce" => (Mass, 0.028349523125),
        "metric tons" | "tonnes" | "tonne" | "metric ton" => (Mass, 1e3),
        "tons" | "ton" => (Mass, 907.18474),
        "mph" | "miles per hour" | "miles an hour" | "mile per hour" | "mile an hour" => {
            (Speed, 0.44704)
        }
        "kph"
        | "km / h"
        | "kmh"
        | "kilometers per hour"
        | "kilometres per hour"
        | "kilometers an hour"
        | "kilometres an hour" => (Speed, 1.0 / 3.6),
        "knots" | "knot" => (Speed, 0.514444),
        "seconds" | "second" => (Duration, 1.0),
        "minutes" | "minute" => (Duration, 60.0),
        "hours" | "hour" => (Duration, 3600.0),
        "days" | "day" => (Duration, 86_400.0),
        "weeks" | "week" => (Duration, 604_800.0),
        // Months and years by the average length of the Gregorian calendar.
        "months" | "month" => (Duration, 2_629_746.0),
        "years" | "year" => (Duration, 31_556_952.0),
        "decades" | "decade" => (Duration, 315_569_520.0),
        "degrees celsius" | "degrees centigrade" | "° c" | "degrees c" | "c" if name != "c" => {
            (Temperature, 1.0)
        }
        "degrees fahrenheit" | "° f" | "degrees f" => {
            return Some((Temperature, 5.0 / 9.0, -160.0 / 9.0));
        }
        _ => return None,
    };
    Some((unit, factor, 0.0))
}

/// An age that a number belongs to: "36-year-old", "36 years old", "aged 36", "Smith, 36,".
pub fn age(pieces: &[Piece], first: usize, end: usize) -> Option<(f64, usize)> {
    let spells = |from: usize, wanted: &[&str]| -> Option<usize> {
        let mut at = from;
        for part in wanted {
            while pieces.get(at).is_some_and(Piece::is_hyphen) {
                at += 1;
            }
            if pieces.get(at)?.lower != *part {
                return None;
            }
            at += 1;
        }
        Some(at)
    };
    for (unit, years) in [
        (["year", "old"], 1.0),
        (["years", "old"], 1.0),
        (["month", "old"], 1.0 / 12.0),
        (["months", "old"], 1.0 / 12.0),
        (["week", "old"], 7.0 / 365.25),
        (["weeks", "old"], 7.0 / 365.25),
        (["day", "old"], 1.0 / 365.25),
    ] {
        if let Some(after) = spells(end, &unit).or_else(|| spells(end, &[unit[0], "olds"])) {
            return Some((years, after));
        }
    }
    let years = spells(end, &["years", "of", "age"]);
    if let Some(after) = years {
        return Some((1.0, after));
    }
    let before = |back: usize| first.checked_sub(back).map(|at| &pieces[at]);
    if before(1).is_some_and(|piece| piece.is_any(&["aged", "age", "ages"])) {
        return Some((1.0, end));
    }
    let apposed = before(1).is_some_and(|piece| piece.is(","))
        && before(2).is_some_and(|piece| piece.capital && piece.kind == PieceKind::Letters)
        && pieces
            .get(end)
            .is_none_or(|next| next.is_any(&[",", ".", ";", "and"]));
    let bracketed = before(1).is_some_and(|piece| piece.is("("))
        && before(2).is_some_and(|piece| piece.capital)
        && pieces.get(end).is_some_and(|next| next.is(")"));
    ((apposed || bracketed) && pieces[first].kind == PieceKind::Digits).then_some((1.0, end))
}

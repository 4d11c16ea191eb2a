//! Numbers with what they count.

use crate::text::Span;

/// A number in the text as an interval of what it allows, in the unit's base.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Number, comparison words and unit: "at least 17 passengers" without the noun.
    pub span: Span,
    /// Smallest value it allows, in the base of `unit`; minus infinity where open.
    pub low: f64,
    /// Largest value it allows; infinity where open.
    pub high: f64,
    pub comparison: Comparison,
    pub unit: Unit,
    /// Head noun of what is counted, as a lower-case lemma: "passenger".
    pub counted: Option<String>,
    /// The counted noun phrase in the text.
    pub counted_span: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Exact,
    About,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Between,
}

/// What a quantity measures, with the base that its values are given in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things counted one by one.
    Count,
    /// Money, with its ISO 4217 code ("USD"; "$" alone counts as that).
    Money(String),
    /// Per cent, 0 to 100.
    Percent,
    /// Meters.
    Length,
    /// Square meters.
    Area,
    /// Liters.
    Volume,
    /// Kilograms.
    Mass,
    /// Meters a second.
    Speed,
    /// Seconds.
    Duration,
    /// Degrees Celsius.
    Temperature,
    /// A person's or thing's age, in years.
    Age,
    /// A place in an order: "third".
    Rank,
    /// Two sides' points: "3-1"; the first figure is the value.
    Score,
    /// Magnitude of an earthquake.
    Magnitude,
}

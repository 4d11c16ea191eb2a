//! Times in the text, resolved to intervals.

use jiff::civil::DateTime;

use crate::text::Span;

/// Words that say when, with the interval that they stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    pub span: Span,
    /// Nothing where the words need a publication date and there is none, or where they name an event.
    pub interval: Option<TimeInterval>,
    pub granularity: Granularity,
    pub relation: TimeRelation,
    /// Whether the interval was worked out from the publication date ("on Tuesday", "next week").
    pub relative: bool,
}

/// Start included, end excluded, in the local time of the place that is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeInterval {
    pub start: DateTime,
    pub end: DateTime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Granularity {
    Minute,
    Hour,
    /// Morning, evening, "late on Tuesday".
    PartOfDay,
    Day,
    Week,
    Month,
    Season,
    Year,
    Decade,
}

/// How the statement lies to the interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeRelation {
    At,
    Before,
    After,
    Since,
    Until,
}

//! Numbers and dates: every one of every article, those without a partner first: a checklist.

use std::collections::BTreeMap;

use super::partners::{Value, partners};
use super::timeline::seconds;
use super::{CELL, Passage, Wording, statements, text_of, worded_statement};
use crate::model::{Analysis, DocumentId, Quantity, StatementId, TimeExpression, Unit};
use crate::text::Span;

/// One number or date of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub kind: FigureKind,
    /// As it stands in the text, its "at least" included.
    pub value: String,
    /// What is counted or measured, or the days that a date stands for.
    pub of: String,
    /// The statement that it stands in, with who says it.
    pub wording: Wording,
    /// The figure itself.
    pub passage: Passage,
    /// The other articles that have it too.
    pub partners: Vec<DocumentId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    Number,
    Date,
}

impl FigureKind {
    /// How the kind reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Date => "Date",
        }
    }
}

/// Every figure: first those that no other article has, then the rest; each by article and place.
pub fn rows(analysis: &Analysis) -> Vec<Figure> {
    let mut found: BTreeMap<Passage, Found<'_>> = BTreeMap::new();
    for (id, statement) in statements(analysis) {
        let document = statement.document;
        let at = |span: Span| Passage { document, span };
        for time in &statement.times {
            found.entry(at(time.span)).or_insert(Found::Date(id, time));
        }
        for quantity in &statement.quantities {
            let figure = Found::Number(id, quantity);
            found.entry(at(quantity.span)).or_insert(figure);
        }
    }
    let values: Vec<Value<Key<'_>>> = (found.iter())
        .map(|(passage, found)| value(passage.document, found))
        .collect();
    let mut rows: Vec<Figure> = (found.iter().zip(partners(&values)))
        .map(|((passage, found), partners)| figure(analysis, *passage, found, partners))
        .collect();
    rows.sort_by_key(|figure| (!figure.partners.is_empty(), figure.passage));
    rows
}

enum Found<'a> {
    Number(StatementId, &'a Quantity),
    Date(StatementId, &'a TimeExpression),
}

/// What two figures must have in common before their values are compared.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Number(String, Option<&'a str>),
    Date,
    /// Words that no day could be made of have no partner.
    Nothing(DocumentId),
}

fn value<'a>(document: DocumentId, found: &Found<'a>) -> Value<Key<'a>> {
    let (key, low, high) = match found {
        Found::Number(_, quantity) => {
            let unit = format!("{:?}", quantity.unit);
            let key = Key::Number(unit, quantity.counted.as_deref());
            (key, quantity.low, quantity.high)
        }
        Found::Date(_, time) => match time.interval {
            // The end is excluded: Tuesday does not meet Wednesday.
            Some(interval) => (
                Key::Date,
                seconds(interval.start),
                seconds(interval.end) - 1.0,
            ),
            None => (Key::Nothing(document), 0.0, 0.0),
        },
    };
    Value {
        document,
        key,
        low,
        high,
    }
}

fn figure(
    analysis: &Analysis,
    passage: Passage,
    found: &Found<'_>,
    partners: Vec<DocumentId>,
) -> Figure {
    let (kind, id, of) = match found {
        Found::Number(id, quantity) => (
            FigureKind::Number,
            *id,
            counted(analysis, passage, quantity),
        ),
        Found::Date(id, time) => (FigureKind::Date, *id, super::timeline::when(time)),
    };
    Figure {
        kind,
        value: text_of(analysis, passage.document, passage.span),
        of,
        wording: worded_statement(analysis, id, &[passage.span], CELL),
        passage,
        partners,
    }
}

/// What is counted in the words of the text, or what is measured.
fn counted(analysis: &Analysis, passage: Passage, quantity: &Quantity) -> String {
    let span = quantity.counted_span;
    let words = span.map(|span| text_of(analysis, passage.document, span));
    match (&quantity.unit, words) {
        (Unit::Count, Some(words)) => words,
        (Unit::Count, None) => quantity.counted.clone().unwrap_or_default(),
        (unit, Some(words)) => format!("{} · {words}", measured(unit)),
        (unit, None) => measured(unit),
    }
}

fn measured(unit: &Unit) -> String {
    match unit {
        Unit::Count => "number".to_owned(),
        Unit::Money(currency) => format!("money, {currency}"),
        Unit::Percent => "per cent".to_owned(),
        Unit::Length => "length".to_owned(),
        Unit::Area => "area".to_owned(),
        Unit::Volume => "volume".to_owned(),
        Unit::Mass => "weight".to_owned(),
        Unit::Speed => "speed".to_owned(),
        Unit::Duration => "duration".to_owned(),
        Unit::Temperature => "temperature".to_owned(),
        Unit::Age => "age".to_owned(),
        Unit::Rank => "place in an order".to_owned(),
        Unit::Score => "score".to_owned(),
        Unit::Magnitude => "magnitude".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use super::*;
    use crate::report::letter;

    /// Every figure as "A 17 of people [B]".
    fn table(articles: &str) -> Vec<String> {
        let report = told(articles, |_| Vec::new());
        rows(&report.analysis).iter().map(line).collect()
    }

    fn line(figure: &Figure) -> String {
        let partners: String = figure.partners.iter().map(|id| letter(*id)).collect();
        let article = letter(figure.passage.document);
        format!("{article} {} of {} [{partners}]", figure.value, figure.of)
    }

    #[test]
    fn figures_that_no_other_article_has_come_first() {
        let table = table(
            "== Sentinel 2026-05-14\nThe fire killed 17 people on Tuesday. Some 240 passengers were aboard.\n\n\
             == Record 2026-05-14\nThe fire killed 31 people on Tuesday. There were 240 passengers.",
        );
        let alone: Vec<&String> = table.iter().filter(|row| row.ends_with("[]")).collect();
        assert!(alone.iter().any(|row| row.contains("17")), "{table:?}");
        assert!(alone.iter().any(|row| row.contains("31")), "{table:?}");
        assert!(
            table
                .iter()
                .take(alone.len())
                .all(|row| row.ends_with("[]")),
            "{table:?}"
        );
        let shared = |words: &str| table.iter().any(|row| row.starts_with(words));
        assert!(shared("A Tuesday of Tue 12 May 2026 [B]"), "{table:?}");
        assert!(shared("A Some 240 of passengers [B]"), "{table:?}");
    }

    #[test]
    fn each_stands_beside_its_words_and_who_says_them() {
        let report = told(
            "== Sentinel\nAt least 17 people were hurt, the mayor said.",
            |_| Vec::new(),
        );
        let rows = rows(&report.analysis);
        let lines: Vec<String> = rows.iter().map(|figure| figure.wording.line()).collect();
        assert_eq!(lines, ["the mayor said: “At least 17 people were hurt”"]);
    }

    #[test]
    fn a_figure_is_listed_once() {
        let table = table(
            "== Sentinel\nThe mayor said that 17 people had been hurt and that they were well.",
        );
        assert_eq!(table.len(), 1, "{table:?}");
    }
}

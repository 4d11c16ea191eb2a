//! One event, put at two numbers of one street.

use std::sync::LazyLock;

use regex::Regex;

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::Kind;
use crate::text::{Span, fold};

pub struct Place;

/// "the 1400 block of East Harbor Street"; the point of the compass is often left out.
static BLOCK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x) \b (?<number> \d{2,6} ) \s block \s of \s
          (?: (?:North|South|East|West|[NSEW]\.) \s )?
          (?<street> [\w.’'-]+ (?:\s [\w.’'-]+){0,2}? \s (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Court|Place|Way) ) \b",
    )
    .ok()
});

impl Rule for Place {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let [Some(left), Some(right)] = [0, 1].map(|side| block(pair, side)) else {
            return Vec::new();
        };
        if left.street != right.street || left.number == right.number {
            return Vec::new();
        }
        let blocks = [left, right];
        let mut gates = gates::ask(pair);
        gates.event = passed("both tell of what happened in one block of that street");
        gates.part = passed("both name one block of the same street");
        vec![Proposal {
            kind: Kind::Place,
            verdict: pair.disagreement(),
            sides: [0, 1].map(|side| Part {
                statement: pair.candidate.sides[side],
                span: pair.sides[side].span,
                evidence: vec![blocks[side].span],
            }),
            subject: "which block of the street".to_owned(),
            explanation: format!(
                "{} puts it at the “{}”, {} at the “{}”.",
                pair.voice(0).words(),
                pair.words(0, blocks[0].span),
                pair.voice(1).words(),
                pair.words(1, blocks[1].span),
            ),
            gates,
            features: Features::of(pair, 1.0, 1.0),
        }]
    }
}

struct Block {
    span: Span,
    number: String,
    street: String,
}

/// The block of a street that one side's clause names, if it names just one.
fn block(pair: &Pair<'_>, side: usize) -> Option<Block> {
    let clause = pair.sides[side].span;
    let mut found = BLOCK.as_ref()?.captures_iter(pair.words(side, clause));
    let named = found.next()?;
    let whole = named.get(0)?;
    found.next().is_none().then(|| Block {
        span: Span::from(whole.range()).shifted(clause.start),
        number: named["number"].to_owned(),
        street: fold(&named["street"]),
    })
}

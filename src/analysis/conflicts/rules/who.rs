//! One person under two spellings of the name.

use strsim::damerau_levenshtein;

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{DocumentId, EntityKind, Kind, MentionForm, Verdict};
use crate::text::{Span, fold};

pub struct Who;

/// Letters of a name below which two are no spellings of one: "Ann" and "Jan".
const SHORTEST: usize = 4;
/// Letters that may differ between two spellings of one name.
const MOST_LETTERS: usize = 2;

impl Rule for Who {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let [one, other] = [0, 1].map(|side| full_names(pair, side));
        one.iter()
            .flat_map(|left| other.iter().map(move |right| [left, right]))
            .find(|names| {
                misspelled(&names[0].parts, &names[1].parts)
                    && each_spells_its_own_way(pair, *names)
            })
            .map(|names| proposal(pair, names))
            .into_iter()
            .collect()
    }
}

/// A person's first and last name in one side's clause.
struct Name {
    span: Span,
    parts: [String; 2],
}

fn full_names(pair: &Pair<'_>, side: usize) -> Vec<Name> {
    pair.sides[side]
        .mentions
        .iter()
        .map(|mention| pair.analysis.mention(*mention))
        .filter(|mention| mention.kind == EntityKind::Person && mention.form == MentionForm::Name)
        .filter_map(|mention| {
            Some(Name {
                span: mention.span,
                parts: first_and_last(pair.words(side, mention.span))?,
            })
        })
        .collect()
}

fn first_and_last(name: &str) -> Option<[String; 2]> {
    let folded = fold(name);
    let mut words = folded.split_whitespace();
    let first = words.next()?;
    let last = words.next_back()?;
    Some([first.to_owned(), last.to_owned()])
}

/// Whether one part of the name is the same, and the other differs by a slip or two and not by being cut short.
fn misspelled(one: &[String; 2], other: &[String; 2]) -> bool {
    (one[0] == other[0] && slip(&one[1], &other[1]))
        || (one[1] == other[1] && slip(&one[0], &other[0]))
}

fn slip(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    let differing = damerau_levenshtein(one, other);
    shorter >= SHORTEST
        && (1..=MOST_LETTERS).contains(&differing)
        && differing * 2 < shorter
        && one.chars().next() == other.chars().next()
}

/// Whether neither article also has the other's spelling: one that has both speaks of two people, or slipped itself.
fn each_spells_its_own_way(pair: &Pair<'_>, names: [&Name; 2]) -> bool {
    let has = |document: DocumentId, sought: &Name| {
        pair.analysis
            .mentions
            .iter()
            .filter(|mention| mention.document == document)
            .filter_map(|mention| pair.analysis.document(document).text.get(mention.span))
            .any(|words| {
                let words = fold(words);
                sought
                    .parts
                    .iter()
                    .all(|part| words.split_whitespace().any(|word| word == part))
            })
    };
    !has(pair.sides[0].document, names[1]) && !has(pair.sides[1].document, names[0])
}

fn proposal(pair: &Pair<'_>, names: [&Name; 2]) -> Proposal {
    let written = [0, 1].map(|side| pair.words(side, names[side].span));
    let mut gates = gates::ask(pair);
    gates.subject = passed(format!(
        "“{}” and “{}” are one name but for a letter or two",
        written[0], written[1]
    ));
    gates.event = passed("a person's name does not hang on the event");
    gates.time = passed("a person's name does not hang on the time");
    gates.finite = passed("a name is a matter of fact");
    Proposal {
        kind: Kind::Who,
        verdict: Verdict::Conflict,
        sides: [0, 1].map(|side| Part {
            statement: pair.candidate.sides[side],
            span: pair.sides[side].span,
            evidence: vec![names[side].span],
        }),
        subject: "spelling of a name".to_owned(),
        explanation: format!(
            "{} writes “{}”, {} writes “{}”, each throughout.",
            pair.label(0),
            written[0],
            pair.label(1),
            written[1],
        ),
        gates,
        features: Features::of(pair, 1.0, 1.0),
    }
}

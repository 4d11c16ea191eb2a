//! Settled in one article, open in the other.

use std::sync::LazyLock;

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::lexicon::{Lexicon, Mark};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Certainty as Degree, Kind};

pub struct Certainty;

/// Terms that what is open and what is settled must share, names of the clauses counted twice.
const LEAST_SHARED: usize = 4;

static DEGREES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(include_str!(
        "../../../../assets/lexicons/comparison/certainty.txt"
    ))
});

impl Rule for Certainty {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let marks = [0, 1].map(|side| DEGREES.marks(&pair.stems(side, pair.sides[side].span)));
        let open = [open(&marks[0]), open(&marks[1])];
        let settled = [settled(&marks[0]), settled(&marks[1])];
        let (open_side, mark) = match (open, settled) {
            ([Some(open), None], [_, Some(settled)]) if plain(pair, 1) && weighed(pair, 0) => {
                (0, [open, settled])
            }
            ([None, Some(open)], [Some(settled), _]) if plain(pair, 0) && weighed(pair, 1) => {
                (1, [settled, open])
            }
            _ => return Vec::new(),
        };
        let settled_side = 1 - open_side;
        let scope = [0, 1].map(|side| pair.after(side, mark[side].span));
        let shared = scope[0]
            .iter()
            .filter(|term| scope[1].contains(term))
            .count();
        let names = pair.evidence().entities.len();
        if shared + names < LEAST_SHARED {
            return Vec::new();
        }
        let slot = pair.profiles.similarity(&scope[0], &scope[1]);
        let verdict = pair.disagreement();
        let words = |side: usize| pair.words(side, mark[side].whole());
        let mut gates = gates::ask(pair);
        gates.event = passed("what the one leaves open is what the other settles");
        vec![Proposal {
            kind: Kind::Certainty,
            verdict,
            sides: [0, 1].map(|side| Part {
                statement: pair.candidate.sides[side],
                span: pair.sides[side].span,
                evidence: vec![mark[side].whole()],
            }),
            subject: "how settled it is".to_owned(),
            explanation: format!(
                "{} tells it as open (“{}”), {} as settled (“{}”).",
                pair.voice(open_side).words(),
                words(open_side),
                pair.voice(settled_side).words(),
                words(settled_side),
            ),
            gates,
            features: Features::of(pair, slot, 1.0),
        }]
    }
}

fn open(marks: &[Mark]) -> Option<Mark> {
    marks
        .iter()
        .copied()
        .find(|mark| (Some(mark.group) == DEGREES.group("open")) != mark.negation.is_some())
}

fn settled(marks: &[Mark]) -> Option<Mark> {
    marks
        .iter()
        .copied()
        .find(|mark| Some(mark.group) == DEGREES.group("settled") && mark.negation.is_none())
}

/// Whether one side tells its matter as done or decided.
fn plain(pair: &Pair<'_>, side: usize) -> bool {
    matches!(pair.sides[side].certainty, Degree::Done | Degree::Announced)
}

/// Whether one side tells its matter as wished for or weighed, not as refused or done.
fn weighed(pair: &Pair<'_>, side: usize) -> bool {
    matches!(
        pair.sides[side].certainty,
        Degree::Weighed | Degree::Possible | Degree::Planned | Degree::Alleged
    )
}

//! One party that wants a thing in one article and does not in the other, or two that want opposite things.

use std::sync::LazyLock;

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::lexicon::{Lexicon, Mark};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::party::Party;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Kind, Verdict};

pub struct Stance;

static STANCES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(include_str!(
        "../../../../assets/lexicons/comparison/stance.txt"
    ))
});

impl Rule for Stance {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let views = [0, 1].map(|side| {
            let marks = STANCES.marks(&pair.stems(side, pair.sides[side].span));
            (Party::of(pair, side), marks)
        });
        let [(Some(one), left), (Some(other), right)] = &views else {
            return Vec::new();
        };
        let Some((left, right)) = left
            .iter()
            .flat_map(|left| right.iter().map(move |right| (left, right)))
            .find(|(left, right)| wants(left) != wants(right))
        else {
            return Vec::new();
        };
        let same = one.same(other, pair);
        let slot = pair
            .profiles
            .similarity(&pair.after(0, left.span), &pair.after(1, right.span));
        let mut gates = gates::ask(pair);
        if same {
            gates.subject = passed(format!("both tell what {} wants", one.words));
        }
        let told = [(0, left), (1, right)].map(|(side, mark)| {
            format!(
                "{} has “{}”",
                pair.voice(side).words(),
                pair.words(side, mark.whole())
            )
        });
        let verdict = if same && pair.one_voice() {
            Verdict::Conflict
        } else {
            Verdict::Dispute
        };
        let opening = if same {
            format!("Both tell what {} wants, but not alike", one.words)
        } else {
            format!("{} and {} want opposite things", one.words, other.words)
        };
        vec![Proposal {
            kind: Kind::Stance,
            verdict,
            sides: [(0, left), (1, right)].map(|(side, mark)| Part {
                statement: pair.candidate.sides[side],
                span: pair.sides[side].span,
                evidence: vec![mark.whole()],
            }),
            subject: format!("what {} wants", one.words),
            explanation: format!("{opening}: {}, {}.", told[0], told[1]),
            gates,
            features: Features::of(pair, slot, if same { 1.0 } else { 0.0 }),
        }]
    }
}

/// Whether a phrase speaks for its thing, its negation counted.
fn wants(mark: &Mark) -> bool {
    let speaks_for = Some(mark.group) == STANCES.group("for");
    speaks_for != mark.negation.is_some()
}

//! One party that wants a thing in one article and does not in the other.

use std::sync::LazyLock;

use super::Rule;
use crate::analysis::alignment::Term;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::lexicon::{Lexicon, Mark};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::party::Party;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{EntityId, Kind};
use crate::text::Span;

pub struct Stance;

/// Terms besides the party's own name that two sentences must share to speak of the same matter.
const LEAST_SHARED: usize = 2;
/// Likeness of what follows both verbs from which one thing is wanted and not wanted.
const LEAST_SLOT: f32 = 0.3;

static STANCES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(include_str!(
        "../../../../assets/lexicons/comparison/stance.txt"
    ))
});

impl Rule for Stance {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let views = [0, 1].map(|side| {
            let mut marks = STANCES.marks(&pair.stems(side, pair.sides[side].span));
            marks.retain(|mark| told_by_verb(pair, side, mark));
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
        if !one.same(other, pair) || !same_matter(pair, [one, other]) {
            return Vec::new();
        }
        let slot = pair
            .profiles
            .similarity(&pair.after(0, left.span), &pair.after(1, right.span));
        if slot < LEAST_SLOT {
            return Vec::new();
        }
        let mut gates = gates::ask(pair);
        gates.subject = passed(format!("both tell what {} wants", one.words));
        gates.event = passed("both speak of the same matter");
        let told = [(0, left), (1, right)].map(|(side, mark)| {
            format!(
                "{} has “{}”",
                pair.voice(side).words(),
                pair.words(side, mark.whole())
            )
        });
        let verdict = pair.disagreement();
        vec![Proposal {
            kind: Kind::Stance,
            verdict,
            sides: [(0, left), (1, right)].map(|(side, mark)| Part {
                statement: pair.candidate.sides[side],
                span: pair.sides[side].span,
                evidence: vec![mark.whole()],
            }),
            subject: format!("what {} wants", one.words),
            explanation: format!(
                "Both tell what {} wants, but not alike: {}, {}.",
                one.words, told[0], told[1]
            ),
            gates,
            features: Features::of(pair, slot, 1.0),
        }]
    }
}

/// Whether a phrase belongs to the main verb, which says what the subject wants.
fn told_by_verb(pair: &Pair<'_>, side: usize, mark: &Mark) -> bool {
    /// Letters between the verb and the phrase: an adverb at most.
    const GAP: usize = 12;
    pair.sides[side]
        .predicate
        .as_ref()
        .is_some_and(|predicate| {
            mark.span.start >= predicate.span.start && mark.span.start <= predicate.span.end + GAP
        })
}

/// Whether the sentences share a name, besides the party's own, and a word.
fn same_matter(pair: &Pair<'_>, parties: [&Party; 2]) -> bool {
    let own = |entity: EntityId| parties.iter().any(|party| party.entities.contains(&entity));
    let names = |side: usize| -> Vec<EntityId> {
        pair.mentions(side)
            .map(|mention| mention.entity)
            .filter(|entity| !own(*entity))
            .collect()
    };
    let (one, other) = (names(0), names(1));
    let [left, right] = [0, 1].map(|side| {
        let sentence = pair.sentence(side);
        pair.after(side, Span::new(sentence.start, sentence.start))
    });
    let named = |term: &Term| {
        let name = pair.profiles.vocabulary().name(*term);
        parties
            .iter()
            .flat_map(|party| &party.entities)
            .any(|entity| pair.analysis.entity(*entity).name == name)
    };
    let shared = left
        .iter()
        .filter(|term| right.contains(term) && !named(term))
        .count();
    one.iter().any(|entity| other.contains(entity)) && shared >= LEAST_SHARED
}

/// Whether a phrase speaks for its thing, its negation counted.
fn wants(mark: &Mark) -> bool {
    let speaks_for = Some(mark.group) == STANCES.group("for");
    speaks_for != mark.negation.is_some()
}

//! Why two statements may speak of the same thing.

use super::meaning;
use super::profile::{Profiles, shared};
use super::vocabulary::Term;
use crate::model::{Analysis, EntityId, Statement, StatementId};
use crate::text::{Span, TokenKind, fold};

/// What two statements share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Likeness of the clauses, 0 to 1.
    pub clause: f32,
    /// Likeness of the sentences that they stand in.
    pub sentence: f32,
    /// Likeness of what stands around them.
    pub surroundings: f32,
    /// Weight of what the two sentences share, not set against what they do not.
    pub shared_weight: f32,
    /// Terms of both clauses, heaviest first.
    pub terms: Vec<Term>,
    /// Entities that both sentences speak of.
    pub entities: Vec<EntityId>,
    /// Whether both have the same main verb, or one that says the same.
    pub same_predicate: bool,
    /// Likeness of the grammatical subjects.
    pub subject: f32,
    /// Likeness of what follows the verbs.
    pub object: f32,
    /// Share of the shorter clause's words that stand in the other in the same order: 1 is a copy.
    pub wording: f32,
}

impl Evidence {
    pub fn of(analysis: &Analysis, profiles: &Profiles, sides: [StatementId; 2]) -> Self {
        let [one, other] = sides.map(|side| analysis.statement(side));
        let [left, right] = sides.map(|side| profiles.statement(side));
        let vocabulary = profiles.vocabulary();
        let mut terms = shared(&left.terms, &right.terms);
        terms.sort_by(|a, b| {
            vocabulary
                .weight(*b)
                .total_cmp(&vocabulary.weight(*a))
                .then(a.cmp(b))
        });
        Self {
            clause: profiles.similarity(&left.terms, &right.terms),
            sentence: profiles.similarity(&left.sentence, &right.sentence),
            surroundings: profiles.similarity(&left.surroundings, &right.surroundings),
            shared_weight: shared(&left.sentence, &right.sentence)
                .iter()
                .map(|term| vocabulary.weight(*term))
                .sum(),
            terms,
            entities: shared_entities(analysis, one, other),
            same_predicate: same_predicate(one, other),
            subject: part_likeness(profiles, one, other, |statement| statement.subject),
            object: part_likeness(profiles, one, other, |statement| {
                statement.predicate.as_ref()?.object
            }),
            wording: wording(analysis, one, other),
        }
    }

    /// How sure it is that both speak of the same thing, 0 to 1.
    pub fn score(&self) -> f32 {
        let predicate = if self.same_predicate { 0.1 } else { 0.0 };
        (0.4 * self.clause
            + 0.2 * self.sentence
            + 0.1 * self.surroundings
            + 0.1 * self.subject
            + 0.1 * self.object
            + predicate)
            .clamp(0.0, 1.0)
    }
}

fn same_predicate(one: &Statement, other: &Statement) -> bool {
    match (&one.predicate, &other.predicate) {
        (Some(one), Some(other)) => meaning::same_predicate(&one.lemma, &other.lemma),
        _ => false,
    }
}

fn part_likeness(
    profiles: &Profiles,
    one: &Statement,
    other: &Statement,
    part: impl Fn(&Statement) -> Option<Span>,
) -> f32 {
    let terms = |statement: &Statement| {
        part(statement)
            .map(|span| profiles.terms_in(statement.document, statement.sentence, span))
            .unwrap_or_default()
    };
    profiles.similarity(&terms(one), &terms(other))
}

fn shared_entities(analysis: &Analysis, one: &Statement, other: &Statement) -> Vec<EntityId> {
    let entities = |statement: &Statement| -> Vec<EntityId> {
        let mut entities: Vec<EntityId> = statement
            .mentions
            .iter()
            .map(|mention| analysis.mention(*mention).entity)
            .collect();
        entities.sort_unstable();
        entities.dedup();
        entities
    };
    let others = entities(other);
    entities(one)
        .into_iter()
        .filter(|entity| others.binary_search(entity).is_ok())
        .collect()
}

/// Longest common run of words in order, over the shorter clause.
fn wording(analysis: &Analysis, one: &Statement, other: &Statement) -> f32 {
    let words = |statement: &Statement| -> Vec<String> {
        let segments = analysis.segments(statement.document);
        let text = &analysis.document(statement.document).text;
        segments.tokens[segments.tokens_in(statement.span)]
            .iter()
            .filter(|token| token.kind != TokenKind::Punctuation)
            .take(80)
            .map(|token| fold(text.slice(token.span)))
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let shorter = one.len().min(other.len());
    if shorter == 0 {
        return 0.0;
    }
    let mut row = vec![0usize; other.len() + 1];
    for word in &one {
        let mut diagonal = 0;
        for (column, against) in other.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if word == against {
                diagonal + 1
            } else {
                above.max(row[column])
            };
            diagonal = above;
        }
    }
    row[other.len()] as f32 / shorter as f32
}

//! Who holds a view: the subject of a clause, or whoever is quoted.

use super::pair::Pair;
use crate::model::{EntityId, EntityKind, MentionForm};
use crate::text::{Span, fold};

/// Somebody with a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who it is, with the country or body that they stand for; in order.
    pub entities: Vec<EntityId>,
    /// In the words of the text, or by name where the text has a pronoun.
    pub words: String,
}

impl Party {
    /// Who holds what one side tells: its subject, or the source where it speaks as "we".
    pub fn of(pair: &Pair<'_>, side: usize) -> Option<Self> {
        let statement = pair.sides[side];
        let source = statement.attribution.as_ref().and_then(|attribution| {
            attribution
                .embedded
                .as_ref()
                .or(attribution.source.as_ref())
        });
        let own_voice = statement
            .subject
            .is_none_or(|subject| speaks_of_itself(pair.words(side, subject)));
        match (statement.subject, source) {
            (_, Some(source)) if own_voice => {
                let mut party = Self::within(pair, side, source.span);
                party.extend(pair, source.entity);
                Some(party)
            }
            (Some(subject), _) => Some(Self::within(pair, side, subject)),
            _ => None,
        }
        .filter(|party| !party.entities.is_empty())
    }

    /// Whether both may be one party: they share a name, and no two persons are told apart.
    pub fn same(&self, other: &Self, pair: &Pair<'_>) -> bool {
        let persons = |party: &Self| -> Vec<EntityId> {
            party
                .entities
                .iter()
                .copied()
                .filter(|entity| pair.analysis.entity(*entity).kind == EntityKind::Person)
                .collect()
        };
        let (one, two) = (persons(self), persons(other));
        if !one.is_empty() && !two.is_empty() {
            return one.iter().any(|entity| two.contains(entity));
        }
        self.entities
            .iter()
            .any(|entity| other.entities.contains(entity))
    }

    fn within(pair: &Pair<'_>, side: usize, span: Span) -> Self {
        let mut party = Self {
            entities: Vec::new(),
            words: pair.words(side, span).to_owned(),
        };
        for mention in pair.mentions(side) {
            if span.overlaps(mention.span) {
                party.extend(pair, Some(mention.entity));
            }
            // "She" tells a reader of a card nothing; the name behind it does.
            if mention.span == span && mention.form == MentionForm::Pronoun {
                party
                    .words
                    .clone_from(&pair.analysis.entity(mention.entity).name);
            }
        }
        party
    }

    fn extend(&mut self, pair: &Pair<'_>, entity: Option<EntityId>) {
        let Some(entity) = entity else { return };
        self.entities.push(entity);
        self.entities.extend(pair.analysis.entity(entity).related);
        self.entities.sort_unstable();
        self.entities.dedup();
    }
}

fn speaks_of_itself(subject: &str) -> bool {
    ["i", "we", "it", "this", "that", "there", "they"].contains(&fold(subject).as_str())
}

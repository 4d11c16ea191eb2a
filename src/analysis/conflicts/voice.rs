//! Who says what a statement says: the outlet, or somebody whom it quotes.

use crate::model::{Analysis, EntityId, Statement};
use crate::text::fold;

/// Whose claim a statement is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    Outlet {
        label: String,
    },
    Source {
        name: String,
        entity: Option<EntityId>,
        label: String,
    },
}

impl Voice {
    pub fn of(analysis: &Analysis, statement: &Statement) -> Self {
        let label = analysis.document(statement.document).label();
        Self::told_in(label.to_owned(), analysis, statement)
    }

    /// The voice of a statement, where what it stands in is called by more than the name of its outlet.
    pub fn told_in(label: String, analysis: &Analysis, statement: &Statement) -> Self {
        let document = analysis.document(statement.document);
        let Some(attribution) = &statement.attribution else {
            return Self::Outlet { label };
        };
        let source = attribution.source.as_ref();
        let entity = source.and_then(|source| source.entity);
        let words = source
            .and_then(|source| document.text.get(source.span))
            .filter(|words| !words.trim().is_empty());
        let pronoun = words.is_none_or(is_pronoun);
        let name = match (entity, words) {
            (Some(entity), _) if pronoun => analysis.entity(entity).name.clone(),
            (_, Some(words)) => words.to_owned(),
            _ => "an unnamed source".to_owned(),
        };
        Self::Source {
            name,
            entity,
            label,
        }
    }

    pub fn outlet(&self) -> bool {
        matches!(self, Self::Outlet { .. })
    }

    pub fn entity(&self) -> Option<EntityId> {
        match self {
            Self::Outlet { .. } => None,
            Self::Source { entity, .. } => *entity,
        }
    }

    /// Whether both are one and the same party, as far as the names tell.
    pub fn same_party(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Source { name, entity, .. },
                Self::Source {
                    name: other_name,
                    entity: other_entity,
                    ..
                },
            ) => match (entity, other_entity) {
                (Some(one), Some(other)) => one == other,
                _ => fold(name) == fold(other_name),
            },
            _ => false,
        }
    }

    /// The voice within a sentence: "Halden Herald", "the mayor, in Halden Herald".
    pub fn words(&self) -> String {
        match self {
            Self::Outlet { label } => label.clone(),
            Self::Source { name, label, .. } => format!("{name}, in {label},"),
        }
    }
}

fn is_pronoun(words: &str) -> bool {
    const PRONOUNS: [&str; 12] = [
        "he", "she", "they", "it", "who", "we", "i", "his", "her", "their", "its", "which",
    ];
    PRONOUNS.contains(&fold(words).as_str())
}

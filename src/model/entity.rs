//! Who and what the articles speak of.

use serde::{Deserialize, Serialize};

use super::{DocumentId, EntityId, MentionId, MentionPlace};
use crate::text::Span;

/// A stretch of a document that refers to an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub document: DocumentId,
    /// The name without article, title or possessive; the whole phrase of a nominal.
    pub span: Span,
    pub form: MentionForm,
    pub kind: EntityKind,
    pub entity: EntityId,
    /// How it was linked, in words: "short form of Emmanuel Macron".
    pub link: String,
}

impl Mention {
    pub fn place(&self) -> MentionPlace {
        MentionPlace {
            document: self.document,
            span: self.span,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionForm {
    Name,
    Nominal,
    Pronoun,
}

/// Who or what is referred to, over all documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name found, or the gazetteer's where it knows the entity.
    pub name: String,
    pub kind: EntityKind,
    /// In document order.
    pub mentions: Vec<MentionId>,
    /// How many documents speak of it.
    pub documents: usize,
    /// The place that a demonym belongs to, or the place that holds this one.
    pub related: Option<EntityId>,
    /// Two-letter country code, where the gazetteer knows this as a country, or as a place in one.
    pub country: Option<String>,
}

impl Entity {
    /// Whether at least two documents speak of it.
    pub fn shared(&self) -> bool {
        self.documents > 1
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Event,
    Other,
}

impl EntityKind {
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Event,
        Self::Other,
    ];

    /// How the kind reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Place => "Place",
            Self::Event => "Event",
            Self::Other => "Other",
        }
    }
}

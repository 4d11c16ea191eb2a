//! Everything that was derived from the documents: the value that the window and every export read.

use std::sync::Arc;

use super::{
    Alignment, Conflict, Document, DocumentId, Entity, EntityId, Meanings, Mention, MentionForm,
    MentionId, MentionPlace, Only, Reading, Statement, StatementId,
};
use crate::text::Segments;

/// The result of comparing documents. Replaced whole, never changed in place.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    pub documents: Vec<DocumentAnalysis>,
    pub entities: Vec<Entity>,
    /// By document, then by place in the text.
    pub mentions: Vec<Mention>,
    /// By document, then by place in the text.
    pub statements: Vec<Statement>,
    /// Pairs that agree, refine or update, by place in the text.
    pub alignments: Vec<Alignment>,
    /// Everything that passed the gates, at any confidence, by place in the text.
    pub conflicts: Vec<Conflict>,
    pub only: Vec<Only>,
    /// What the network read in names and descriptions.
    pub meanings: Meanings,
    /// What could not be done, in words for the reader.
    pub warnings: Vec<String>,
}

/// A document with its sentences and tokens.
#[derive(Clone, Debug)]
pub struct DocumentAnalysis {
    pub document: Arc<Document>,
    pub segments: Segments,
    /// What the network read in each sentence; empty where there was no network.
    pub readings: Vec<Reading>,
}

impl Analysis {
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.index()].document
    }

    pub fn segments(&self, id: DocumentId) -> &Segments {
        &self.documents[id.index()].segments
    }

    /// What the network read in one sentence, where there was a network.
    pub fn reading(&self, id: DocumentId, sentence: usize) -> Option<&Reading> {
        self.documents[id.index()].readings.get(sentence)
    }

    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    pub fn mention(&self, id: MentionId) -> &Mention {
        &self.mentions[id.index()]
    }

    /// The mention that stands at a place.
    pub fn mention_at(&self, place: MentionPlace) -> Option<MentionId> {
        let before = |mention: &Mention| (mention.document, mention.span.start);
        let first = self
            .mentions
            .partition_point(|mention| before(mention) < (place.document, place.span.start));
        let mut near = self.mentions.iter().skip(first);
        let at = near.position(|mention| {
            mention.span == place.span || before(mention) > (place.document, place.span.start)
        })?;
        let id = MentionId(first + at);
        (self.mention(id).place() == place).then_some(id)
    }

    /// Whether a mention is a longer phrase around another one of the same entity: "Mayor Ines Halloran" around the name.
    /// A pronoun in it does not count: "the man who lost his hat" is no phrase around "his".
    pub fn is_around_another(&self, id: MentionId) -> bool {
        let outer = self.mention(id);
        let mentions = &self.entity(outer.entity).mentions;
        let place = |id: &MentionId| (self.mention(*id).document, self.mention(*id).span.start);
        let first = mentions.partition_point(|id| place(id) < (outer.document, outer.span.start));
        mentions
            .iter()
            .skip(first)
            .take_while(|id| place(id) < (outer.document, outer.span.end))
            .map(|id| self.mention(*id))
            .any(|inner| {
                inner.form != MentionForm::Pronoun
                    && inner.span != outer.span
                    && outer.span.contains(inner.span)
            })
    }

    /// The mentions of an entity as a reader counts them: a phrase and the name in it are one, the name.
    pub fn distinct_mentions(&self, id: EntityId) -> impl Iterator<Item = MentionId> {
        let all = self.entity(id).mentions.iter().copied();
        all.filter(|id| !self.is_around_another(*id))
    }

    /// Whether an article calls an entity by a name, or the reader does; else it is only described.
    pub fn is_named(&self, id: EntityId) -> bool {
        let entity = self.entity(id);
        let is_its_name = |id: &MentionId| {
            let mention = self.mention(*id);
            let text = &self.document(mention.document).text;
            let words = text.get(mention.span).unwrap_or_default();
            words.split_whitespace().eq(entity.name.split(' '))
        };
        self.has_names(id) || !entity.mentions.iter().any(is_its_name)
    }

    /// Whether an article calls an entity by a name.
    pub fn has_names(&self, id: EntityId) -> bool {
        let mentions = &self.entity(id).mentions;
        mentions
            .iter()
            .any(|id| self.mention(*id).form == MentionForm::Name)
    }

    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id.index()]
    }

    /// Every document's id, in the order given.
    pub fn document_ids(&self) -> impl Iterator<Item = DocumentId> + use<> {
        (0..self.documents.len()).map(DocumentId)
    }
}

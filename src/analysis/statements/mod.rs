//! Clause-sized assertions: who says what, how firmly, with which numbers and times.
//!
//! Rules on words alone: parts of speech are guessed ([`tagging`]), gathered to verb groups ([`verbs`]) and
//! clauses ([`clauses`]); then each property of a statement is read by a rule of its own.

mod assemble;
mod attribution;
mod certainty;
mod clauses;
mod frame;
mod pieces;
mod polarity;
mod quantities;
mod sentence;
mod tagging;
mod times;
mod verbs;
mod words;

use crate::model::{DocumentAnalysis, DocumentId, Entity, Mention, MentionId, Statement};

/// The statements of all documents, by document and then by place in the text.
pub fn read(
    documents: &[DocumentAnalysis],
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Statement> {
    let mut statements = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let id = DocumentId(index);
        let first = mentions.partition_point(|mention| mention.document < id);
        let end = mentions.partition_point(|mention| mention.document <= id);
        let own: Vec<(MentionId, &Mention)> = mentions[first..end]
            .iter()
            .enumerate()
            .map(|(at, mention)| (MentionId(first + at), mention))
            .collect();
        statements.extend(assemble::document(id, document, &own, entities));
    }
    statements
}

#[cfg(test)]
mod tests;

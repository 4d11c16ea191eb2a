//! The nouns of the program, in the order in which the pipeline makes them.

mod alignment;
mod analysis;
mod conflict;
mod correction;
mod description;
mod document;
mod entity;
mod id;
mod meanings;
mod quantity;
mod reading;
mod statement;
mod syntax;
mod time;

pub use alignment::{Alignment, Only, Verdict};
pub use analysis::{Analysis, DocumentAnalysis};
pub use conflict::{Conflict, Gate, Gates, Kind, Side};
pub use correction::{Correction, MentionPlace};
pub use description::{Description, DescriptionKind};
pub use document::{
    Block, BlockKind, Document, DocumentType, Dropped, Metadata, Origin, PublicationDate,
};
pub use entity::{Entity, EntityKind, Mention, MentionForm};
pub use id::{DocumentId, EntityId, MentionId, StatementId};
pub use meanings::Meanings;
pub use quantity::{Comparison, Quantity, Unit};
pub use reading::{
    AttributionRole, Inference, Judgement, ReadAttribution, ReadName, ReadWord, Reading,
};
pub use statement::{Attribution, Certainty, Polarity, Predicate, Source, Statement};
pub use syntax::{PartOfSpeech, Relation};
pub use time::{Granularity, TimeExpression, TimeInterval, TimeRelation};

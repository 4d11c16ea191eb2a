//! What the window knows: what was derived, what the reader authored, and what passes.

mod alike;
mod choosing;
mod comparison;
mod corrected;
mod described;
mod export;
mod habits;
mod hand;
mod hint;
mod listing;
mod notes;
mod overview;
mod review;
mod tables;
mod typed;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

pub use alike::alike;
pub use choosing::{Article, MOST_CHOSEN, Several};
pub use comparison::{Comparison, Version};
pub use corrected::Corrected;
pub use described::{DescriptionDraft, typed};
pub use export::{ExportPart, TakeAlong};
pub use habits::Habits;
pub use hand::{LinkDraft, RelationSort};
pub use hint::Hint;
pub use listing::{Listing, Order};
pub use notes::{NoteDraft, NoteFilter};
pub use overview::Overview;
pub use tables::{Searchable, Tables};
pub use view::{
    Aside, CardPart, Dialog, Drafts, EvidenceDraft, FindingPart, MainPage, PathPurpose, SidePage,
    Tab, Teach, Then, View,
};

use crate::model::{Document, DocumentId, EntityId};
use crate::notebook::Notebook;
use crate::report::{Finding, Report};
use crate::text::fold;

/// Everything that is drawn. Changed by [`super::act`] and by what the workers report, never while drawing.
#[derive(Default)]
pub struct State {
    pub comparison: Comparison,
    pub view: View,
    pub drafts: Drafts,
    /// What the workers are busy with.
    pub work: Option<Work>,
    /// Whether the articles were not compared yet as they and the corrections are now.
    pub outdated: bool,
    pub messages: Vec<Message>,
    /// The files of earlier comparisons, latest first.
    pub recent: Vec<Vec<PathBuf>>,
}

/// Work in the background.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub title: &'static str,
    /// 0 to 1; nothing where it cannot be told.
    pub fraction: Option<f32>,
}

/// Something that the reader should know and can dismiss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub tone: Tone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Done,
    /// What to do first.
    Advice,
    Failed,
}

impl State {
    pub fn documents(&self) -> &[Arc<Document>] {
        self.comparison.documents()
    }

    pub fn notebook(&self) -> &Notebook {
        self.comparison.notebook()
    }

    pub fn report(&self) -> Option<&Arc<Report>> {
        self.comparison.report()
    }

    /// Whether somebody is reading without the findings.
    pub fn hides_findings(&self) -> bool {
        self.view.teach.is_some_and(|teach| !teach.revealed)
    }

    /// Indexes into the report's findings that the filter lets through, in the order of the list.
    pub fn visible(&self) -> Vec<usize> {
        if self.hides_findings() {
            return Vec::new();
        }
        let listing = &self.view.listing;
        self.report()
            .map_or_else(Vec::new, |report| listing.of(report))
    }

    /// The entities that the filter lets through, in the order of the list: those that are always listed, and those
    /// that are only described.
    pub fn visible_entities(&self) -> [Vec<EntityId>; 2] {
        let overview = self.comparison.overview();
        let kinds = &self.view.entity_kinds;
        let words = fold(self.drafts.entity_filter.trim());
        let wanted = |id: &EntityId| {
            let kind = self.report().map(|report| report.analysis.entity(*id).kind);
            let of_kind = kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind));
            of_kind && overview.is_called(*id, &words)
        };
        [&overview.entities, &overview.described]
            .map(|entities| entities.iter().copied().filter(wanted).collect())
    }

    /// What the entity whose card is open may be merged with, as far as the filter lets it through.
    pub fn mergeable(&self) -> Vec<EntityId> {
        let overview = self.comparison.overview();
        let filter = fold(self.drafts.merge_filter.trim());
        let alike = self.view.alike.iter().copied();
        alike
            .filter(|id| overview.is_called(*id, &filter))
            .collect()
    }

    pub fn selected_finding(&self) -> Option<&Finding> {
        self.report()?.findings.get(self.view.selected?)
    }

    /// The articles that face each other.
    pub fn facing(&self) -> Option<(DocumentId, Option<DocumentId>)> {
        let count = self.report()?.analysis.documents.len();
        let [left, right] = self.view.columns;
        match count {
            0 => None,
            1 => Some((DocumentId(0), None)),
            _ => Some((
                DocumentId(left.min(count - 1)),
                Some(DocumentId(right.min(count - 1))),
            )),
        }
    }

    pub fn tell(&mut self, tone: Tone, text: impl Into<String>) {
        let text = text.into();
        self.messages.retain(|message| message.text != text);
        self.messages.push(Message { text, tone });
    }
}

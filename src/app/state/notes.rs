//! Which notes the page of notes lists.

use super::State;
use crate::notebook::{NoteId, NoteTarget, TagId};
use crate::report::{Note, NotePlace, Report};
use crate::text::fold;

/// What the list of notes is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteFilter {
    #[default]
    All,
    Findings,
    /// On one passage or on two.
    Passages,
    Entities,
    Articles,
    /// On the comparison as a whole.
    Free,
    /// On findings of which nobody knows yet what came of them.
    Open,
    Private,
    Tag(TagId),
}

impl NoteFilter {
    /// All that need no tag.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Findings,
        Self::Passages,
        Self::Entities,
        Self::Articles,
        Self::Free,
        Self::Open,
        Self::Private,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Findings => "On findings",
            Self::Passages => "On passages",
            Self::Entities => "On entities",
            Self::Articles => "On articles",
            Self::Free => "On the comparison",
            Self::Open => "Open questions",
            Self::Private => "Private",
            Self::Tag(_) => "With this tag",
        }
    }

    fn shows(self, report: &Report, note: &Note) -> bool {
        match self {
            Self::All => true,
            Self::Findings => matches!(note.target, NoteTarget::Finding(_)),
            Self::Passages => matches!(note.target, NoteTarget::Passage(_) | NoteTarget::Pair(_)),
            Self::Entities => matches!(note.target, NoteTarget::Entity(_)),
            Self::Articles => matches!(note.target, NoteTarget::Document(_)),
            Self::Free => note.target == NoteTarget::Free,
            Self::Open => match note.place {
                NotePlace::Finding(index) => report.findings[index].is_open_question(),
                _ => false,
            },
            Self::Private => note.private,
            Self::Tag(tag) => note.tags.contains(&tag),
        }
    }
}

/// A note that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDraft {
    /// Nothing for a new one.
    pub id: Option<NoteId>,
    pub target: NoteTarget,
    pub text: String,
}

impl State {
    /// Indexes into the report's notes that the filter and the words let through.
    pub fn listed_notes(&self) -> Vec<usize> {
        let words = fold(self.drafts.table_filter.trim());
        self.notes_of(self.view.notes)
            .into_iter()
            .filter(|index| words.is_empty() || self.says_of(*index).contains(&words))
            .collect()
    }

    /// Those of one sort, whatever words are looked for.
    pub fn notes_of(&self, filter: NoteFilter) -> Vec<usize> {
        let Some(report) = self.report() else {
            return Vec::new();
        };
        let notes = report.notes.iter().enumerate();
        notes
            .filter(|(_, note)| filter.shows(report, note))
            .filter(|(_, note)| {
                !(self.hides_findings() && matches!(note.target, NoteTarget::Finding(_)))
            })
            .map(|(index, _)| index)
            .collect()
    }

    /// All that a note says, with what it is about, folded.
    fn says_of(&self, index: usize) -> String {
        let Some((report, note)) = self
            .report()
            .and_then(|report| Some((report, report.notes.get(index)?)))
        else {
            return String::new();
        };
        let tags = note.tags.iter().filter_map(|id| report.tag(*id));
        let mut said = vec![note.text.clone(), report.about(note)];
        said.extend(tags.map(|tag| tag.name.clone()));
        said.extend((note.target.quoted().into_iter().flatten()).map(str::to_owned));
        fold(&said.join("\n"))
    }
}

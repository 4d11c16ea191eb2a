//! What the reader says of the selected finding, beyond yes and no.

use super::super::state::{FindingPart, State};
use super::Spec;
use crate::model::{Kind, Verdict};
use crate::notebook::{EvidenceSort, Muted, Standing};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewCommand {
    /// Opens a part of the finding to choose or type in.
    Edit(FindingPart),
    CloseEdit,
    /// One of [`crate::notebook::REASONS`]; once more takes it back.
    Reason(&'static str),
    /// Gives the reason that was typed.
    OwnReason,
    SetKind(Kind),
    SetVerdict(Verdict),
    /// Kind and verdict as the program found them.
    AsFound,
    /// What came of it.
    Stand(Standing),
    SetEvidenceSort(EvidenceSort),
    /// Keeps the evidence that was typed.
    AddEvidence,
    /// By its place among the evidence.
    RemoveEvidence(usize),
    /// All findings that are like the selected one.
    DismissAlike,
    /// Takes the kind of the selected finding off the list.
    MuteKind,
    Unmute(Muted),
    /// Removes a finding made by hand.
    Unlink,
}

impl ReviewCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Edit(FindingPart::Reason),
        Self::Edit(FindingPart::Class),
        Self::Edit(FindingPart::Evidence),
        Self::Edit(FindingPart::Tag),
        Self::DismissAlike,
        Self::MuteKind,
        Self::Unlink,
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip) = match self {
            Self::Edit(FindingPart::Reason) => ("Say why…", "Say why it is no difference"),
            Self::Edit(FindingPart::Class) => (
                "Change kind or verdict…",
                "Call the finding something else than the program does",
            ),
            Self::Edit(FindingPart::Evidence) => (
                "Add evidence…",
                "Add a link, a document or a call to what came of the finding",
            ),
            Self::Edit(FindingPart::Tag) => ("New tag…", "Make a tag and put it on this finding"),
            Self::CloseEdit => ("Cancel", "Leave it as it is"),
            Self::Reason(words) => (*words, "Say that this is why"),
            Self::OwnReason => ("Keep reason", "Keep the reason that you typed"),
            Self::SetKind(kind) => (kind.title(), "Make it of this kind"),
            Self::SetVerdict(verdict) => (verdict.title(), "Say that this is so"),
            Self::AsFound => (
                "As the program found it",
                "Take back what you called it instead",
            ),
            Self::Stand(_) => ("Outcome", "Say what came of this finding"),
            Self::SetEvidenceSort(sort) => (sort.title(), "What you rely on"),
            Self::AddEvidence => ("Keep evidence", "Keep what you typed with the finding"),
            Self::RemoveEvidence(_) => ("Remove evidence", "Undo brings it back"),
            Self::DismissAlike => (
                "Dismiss all like this",
                "Call everything of this kind about the same two names or values no difference",
            ),
            Self::MuteKind => (
                "Mute this kind",
                "List no finding of this kind in this comparison, but those that you worked on",
            ),
            Self::Unmute(_) => ("Unmute", "List these findings again"),
            Self::Unlink => (
                "Remove finding made by hand",
                "Take the link of both passages apart; undo brings it back",
            ),
        };
        Spec {
            title,
            tooltip,
            shortcuts: &[],
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        let Some(finding) = state.selected_finding() else {
            return matches!(self, Self::Unmute(_)) && state.report().is_some();
        };
        match self {
            Self::Edit(FindingPart::Reason) | Self::Reason(_) => finding.decision.is_some(),
            Self::OwnReason => finding.decision.is_some() && !state.drafts.reason.trim().is_empty(),
            Self::AsFound => finding.proposed.is_some(),
            Self::AddEvidence => !state.drafts.evidence.words.trim().is_empty(),
            Self::DismissAlike => !state.alike().is_empty(),
            Self::Unlink => finding.by_hand.is_some(),
            _ => true,
        }
    }
}

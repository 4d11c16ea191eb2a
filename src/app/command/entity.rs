//! Looking at an entity, and putting right what was found wrong about it.

use egui::{Key, Modifiers};

use super::super::state::{CardPart, State};
use super::{Shortcut, Spec};
use crate::model::{EntityId, EntityKind, MentionId};

/// Those that name no entity are about the one whose card is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityCommand {
    /// Shows its card.
    Open(EntityId),
    /// Opens a part of the card to type or choose in.
    Edit(CardPart),
    CloseEdit,
    /// Gives it the name that was typed.
    Rename,
    SetKind(EntityKind),
    Merge(EntityId),
    Split(MentionId),
    NotAnEntity,
    /// Takes one of the notebook's corrections back, by its place among them.
    TakeBack(usize),
    /// Scrolls to a mention.
    GoTo(MentionId),
}

impl EntityCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Edit(CardPart::Name),
        Self::Edit(CardPart::Kind),
        Self::Edit(CardPart::Merge),
        Self::NotAnEntity,
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Open(_) => ("Show", "Show everything about this name", &[]),
            Self::Edit(CardPart::Name) => (
                "Rename…",
                "Call it by another name",
                const { &[Shortcut::new(Modifiers::NONE, Key::F2)] },
            ),
            Self::Edit(CardPart::Kind) => (
                "Change kind…",
                "Say that it is a person, an organization, a place, an event or something else",
                &[],
            ),
            Self::Edit(CardPart::Merge) => (
                "Merge with…",
                "Say that it is the same as another name in the list",
                &[],
            ),
            Self::CloseEdit => ("Cancel", "Leave it as it is", &[]),
            Self::Rename => ("Rename", "Call it by this name", &[]),
            Self::SetKind(kind) => (kind.title(), "Make it of this kind", &[]),
            Self::Merge(_) => ("Merge", "Say that both are the same", &[]),
            Self::Split(_) => (
                "Split off this mention",
                "Say that this mention is about something else",
                &[],
            ),
            Self::NotAnEntity => (
                "Not an entity",
                "Take it off the list with all its mentions",
                &[],
            ),
            Self::TakeBack(_) => (
                "Take back",
                "Undo this correction and keep those after it",
                &[],
            ),
            Self::GoTo(_) => ("Show in the article", "Scroll to this mention", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        match self {
            Self::Open(_) | Self::GoTo(_) | Self::TakeBack(_) => state.report().is_some(),
            Self::Rename => {
                state.view.entity.is_some() && !state.drafts.entity_name.trim().is_empty()
            }
            _ => state.view.entity.is_some(),
        }
    }
}

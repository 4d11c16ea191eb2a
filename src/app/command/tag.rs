//! Tags: putting them on, and keeping the list of them.

use egui::{Key, Modifiers};

use super::super::state::State;
use super::{Shortcut, Spec};
use crate::notebook::{TagColor, TagId, Tagged};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagCommand {
    Put(Tagged, TagId, bool),
    /// The tag with this digit, on the selected finding.
    Digit(u8),
    /// Makes a tag of the words that were typed, and puts it on the selected finding.
    Make,
    /// The list of all tags.
    Manage,
    /// Opens a tag of the list to be changed; nothing closes it.
    Change(Option<TagId>),
    /// Gives the open tag the name that was typed.
    Rename,
    SetColor(TagColor),
    SetDigit(Option<u8>),
    /// Everything that has the open tag gets this one instead.
    MergeInto(TagId),
    Remove,
}

impl TagCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Manage,
        Self::Digit(1),
        Self::Digit(2),
        Self::Digit(3),
        Self::Digit(4),
        Self::Digit(5),
        Self::Digit(6),
        Self::Digit(7),
        Self::Digit(8),
        Self::Digit(9),
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Put(_, _, true) => ("Put tag on", "Sort it under this tag", &[]),
            Self::Put(..) => ("Take tag off", "Sort it under this tag no longer", &[]),
            Self::Digit(digit) => return digit_spec(*digit),
            Self::Make => ("Make tag", "Make this tag and put it on the finding", &[]),
            Self::Manage => ("Tags…", "Rename, color, merge and remove tags", &[]),
            Self::Change(_) => ("Change tag", "Rename, color, merge or remove it", &[]),
            Self::Rename => ("Rename tag", "Call it so wherever it is", &[]),
            Self::SetColor(color) => (color.title(), "Give the tag this color", &[]),
            Self::SetDigit(_) => (
                "Key",
                "The digit that puts the tag on and takes it off",
                &[],
            ),
            Self::MergeInto(_) => ("Merge", "What has this tag gets the other one instead", &[]),
            Self::Remove => (
                "Remove tag",
                "Take it off everything; undo brings it back",
                &[],
            ),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        let typed = !state.drafts.tag.trim().is_empty();
        let open = state.view.tag.is_some();
        match self {
            Self::Digit(digit) => {
                state.selected_finding().is_some() && state.tag_of_digit(*digit).is_some()
            }
            Self::Make => typed && state.selected_finding().is_some(),
            Self::Rename => typed && open,
            Self::SetColor(_) | Self::SetDigit(_) | Self::MergeInto(_) | Self::Remove => open,
            _ => state.report().is_some(),
        }
    }
}

const DIGITS: [(&str, Shortcut); 9] = [
    ("Tag 1", Shortcut::yielding(Modifiers::NONE, Key::Num1)),
    ("Tag 2", Shortcut::yielding(Modifiers::NONE, Key::Num2)),
    ("Tag 3", Shortcut::yielding(Modifiers::NONE, Key::Num3)),
    ("Tag 4", Shortcut::yielding(Modifiers::NONE, Key::Num4)),
    ("Tag 5", Shortcut::yielding(Modifiers::NONE, Key::Num5)),
    ("Tag 6", Shortcut::yielding(Modifiers::NONE, Key::Num6)),
    ("Tag 7", Shortcut::yielding(Modifiers::NONE, Key::Num7)),
    ("Tag 8", Shortcut::yielding(Modifiers::NONE, Key::Num8)),
    ("Tag 9", Shortcut::yielding(Modifiers::NONE, Key::Num9)),
];

static DIGIT_KEYS: &[Shortcut; 9] = &{
    let mut keys = [DIGITS[0].1; 9];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = DIGITS[at].1;
        at += 1;
    }
    keys
};

fn digit_spec(digit: u8) -> Spec {
    let at = usize::from(digit).saturating_sub(1);
    let title = DIGITS.get(at).map_or("Tag", |(title, _)| *title);
    Spec {
        title,
        tooltip: "Put the tag with this key on the selected finding, or take it off",
        shortcuts: DIGIT_KEYS.get(at..=at).unwrap_or_default(),
    }
}

//! How the window looks and moves, in every comparison.

use egui::{Key, Modifiers, ThemePreference};

use super::super::state::State;
use super::super::theme::TextFace;
use super::{Shortcut, Spec};
use crate::model::Kind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingCommand {
    /// Everything that is kept from one run to the next.
    Show,
    ToggleTheme,
    Theme(ThemePreference),
    Face(TextFace),
    /// Lets text glide to its place, or jump there.
    Glide(bool),
    /// Lists a kind of difference, or no longer.
    List(Kind, bool),
    /// Tells the first steps, from the first of them on.
    Hints,
    NextHint,
    EndHints,
}

impl SettingCommand {
    pub(super) const ALL: &[Self] = &[Self::Show, Self::ToggleTheme, Self::Hints];

    pub(super) fn spec(self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Show => (
                "Settings…",
                "Light or dark, the face and size of the text, movement, and which kinds are listed",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::Comma)] },
            ),
            Self::ToggleTheme => (
                "Light or dark",
                "Change between the light and the dark window",
                &[],
            ),
            Self::Theme(preference) => (theme_title(preference), "Color the window so", &[]),
            Self::Face(face) => (face.title(), "Set the articles in these letters", &[]),
            Self::Glide(_) => (
                "Let text glide to its place",
                "Otherwise it jumps there, and nothing fades or unfolds",
                &[],
            ),
            Self::List(kind, _) => (
                kind.title(),
                "List and mark what differs in this, in every comparison",
                &[],
            ),
            Self::Hints => (
                "Show the first steps",
                "Three hints beside the lists, the articles and the details",
                &[],
            ),
            Self::NextHint => ("Next", "The next hint", &[]),
            Self::EndHints => ("Close hints", "They come again from the settings", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(self, state: &State) -> bool {
        match self {
            Self::Hints => state.report().is_some(),
            _ => true,
        }
    }
}

fn theme_title(preference: ThemePreference) -> &'static str {
    match preference {
        ThemePreference::System => "Like the desktop",
        ThemePreference::Light => "Light",
        ThemePreference::Dark => "Dark",
    }
}

//! The fonts that ship with the window, and the names they are asked for by.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};
use serde::{Deserialize, Serialize};

use crate::export::fonts;

const SEMIBOLD: &str = "semibold";
const SERIF: &str = "serif";
const SERIF_BOLD: &str = "serif-bold";
const SERIF_ITALIC: &str = "serif-italic";

/// What article text is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextFace {
    #[default]
    Serif,
    Sans,
}

impl TextFace {
    pub const ALL: [Self; 2] = [Self::Serif, Self::Sans];

    pub fn font(self, size: f32) -> FontId {
        match self {
            Self::Serif => serif(size),
            Self::Sans => sans(size),
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Serif => "With serifs",
            Self::Sans => "Without serifs",
        }
    }
}

/// The interface.
pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Headings and names in the interface.
pub fn semibold(size: f32) -> FontId {
    named(size, SEMIBOLD)
}

/// Article text.
pub fn serif(size: f32) -> FontId {
    named(size, SERIF)
}

/// Attributions within article text.
pub fn serif_bold(size: f32) -> FontId {
    named(size, SERIF_BOLD)
}

pub fn serif_italic(size: f32) -> FontId {
    named(size, SERIF_ITALIC)
}

fn named(size: f32, family: &'static str) -> FontId {
    FontId::new(size, FontFamily::Name(family.into()))
}

/// Every family with its font first, then those that draw what it lacks.
pub(super) fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    for (name, bytes) in [
        ("Inter", fonts::SANS),
        ("Inter SemiBold", fonts::SANS_BOLD),
        ("Noto Serif", fonts::SERIF),
        ("Noto Serif Bold", fonts::SERIF_BOLD),
        ("Noto Serif Italic", fonts::SERIF_ITALIC),
    ] {
        definitions
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    // Hack draws the arrows and half moons of the interface, which neither family has.
    let fallbacks = ["Inter", "Hack", "egui-icons"];
    for (family, font) in [
        (FontFamily::Proportional, "Inter"),
        (FontFamily::Name(SEMIBOLD.into()), "Inter SemiBold"),
        (FontFamily::Name(SERIF.into()), "Noto Serif"),
        (FontFamily::Name(SERIF_BOLD.into()), "Noto Serif Bold"),
        (FontFamily::Name(SERIF_ITALIC.into()), "Noto Serif Italic"),
    ] {
        let mut fonts = vec![font.to_owned()];
        fonts.extend(
            fallbacks
                .iter()
                .filter(|name| **name != font)
                .map(|name| (*name).to_owned()),
        );
        definitions.families.insert(family, fonts);
    }
    definitions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_the_interface_can_be_drawn() {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for font in [sans(13.0), semibold(13.0), serif(16.0), serif_bold(16.0)] {
                for sign in "▸◂▾▴◐…·—–“”‘’✓×⚠•→←↑↓≥≤≈".chars()
                {
                    assert!(
                        ui.fonts_mut(|fonts| fonts.has_glyph(&font, sign)),
                        "{sign} is missing in {font:?}"
                    );
                }
            }
        });
        output.drop_without_applying_deltas();
    }
}

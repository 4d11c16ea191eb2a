//! Colors as roles: every color of the window comes from `assets/themes`, through here.

mod fonts;
mod style;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use egui::Color32;

use crate::model::EntityKind;
use crate::notebook::TagColor;

pub use fonts::{TextFace, sans, semibold, serif, serif_bold, serif_italic};
pub use style::{install, moves, set_moving};

macro_rules! theme {
    ($($(#[$doc:meta])* $role:ident,)*) => {
        /// What each color is for.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$doc])* pub $role: Color32,)*
        }

        impl Theme {
            /// # Panics
            /// If a role is missing, unknown or no color: themes ship inside the program.
            fn parse(toml: &str) -> Self {
                let mut roles: BTreeMap<String, String> =
                    toml::from_str(toml).expect("a theme is a list of roles");
                let theme = Self { $($role: take(&mut roles, stringify!($role)),)* };
                assert!(roles.is_empty(), "nothing is drawn in {roles:?}");
                theme
            }
        }
    };
}

theme! {
    /// Behind text.
    background,
    /// Buttons and cards.
    surface,
    surface_hovered,
    /// Between the columns, and behind fields that nothing is typed into.
    gutter,
    text,
    /// Secondary text: it still has to be read.
    text_weak,
    /// Hints and disabled controls.
    text_faint,
    /// Lines that only separate.
    border,
    /// Outlines of what can be pressed.
    border_strong,
    /// The primary button, the open tab, outlet names, the focus ring.
    accent,
    accent_hovered,
    on_accent,
    /// The selected row.
    selection,
    /// Text that the reader selected.
    text_selection,
    /// Behind words that the reader looks for.
    found,
    /// Badges, headings and marks of conflicts.
    conflict,
    on_conflict,
    /// Behind the words of a conflict.
    conflict_tint,
    conflict_tint_selected,
    /// A thin ribbon's line.
    ribbon,
    /// Inside the selected ribbon.
    ribbon_selected,
    agree,
    agree_tint,
    person,
    organization,
    place,
    event,
    other,
    /// Something failed.
    danger,
    shadow,
}

fn take(roles: &mut BTreeMap<String, String>, role: &str) -> Color32 {
    let hex = roles
        .remove(role)
        .unwrap_or_else(|| panic!("the theme lacks {role}"));
    Color32::from_hex(&hex).unwrap_or_else(|error| panic!("{role} is no color: {error:?}"))
}

impl Theme {
    pub fn light() -> &'static Self {
        &LIGHT
    }

    pub fn dark() -> &'static Self {
        &DARK
    }

    /// The theme that the window shows at present.
    pub fn current(ctx: &egui::Context) -> &'static Self {
        match ctx.theme() {
            egui::Theme::Light => Self::light(),
            egui::Theme::Dark => Self::dark(),
        }
    }

    pub fn entity(&self, kind: EntityKind) -> Color32 {
        match kind {
            EntityKind::Person => self.person,
            EntityKind::Organization => self.organization,
            EntityKind::Place => self.place,
            EntityKind::Event => self.event,
            EntityKind::Other => self.other,
        }
    }

    /// Of a tag; its name always stands beside it.
    pub fn tag(&self, color: TagColor) -> Color32 {
        match color {
            TagColor::Gray => self.other,
            TagColor::Red => self.danger,
            TagColor::Orange => self.conflict,
            TagColor::Green => self.agree,
            TagColor::Blue => self.accent,
            TagColor::Purple => self.organization,
        }
    }

    /// Behind the mentions of an entity that stands out.
    pub fn lit(&self, kind: EntityKind) -> Color32 {
        self.entity(kind).gamma_multiply(0.22)
    }
}

static LIGHT: LazyLock<Theme> =
    LazyLock::new(|| Theme::parse(include_str!("../../../assets/themes/light.toml")));
static DARK: LazyLock<Theme> =
    LazyLock::new(|| Theme::parse(include_str!("../../../assets/themes/dark.toml")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_name_every_role() {
        assert_ne!(Theme::light(), Theme::dark());
    }

    /// Contrast of two opaque colors as the accessibility guidelines count it, 1 to 21.
    fn contrast(front: Color32, back: Color32) -> f32 {
        let luminance = |color: Color32| {
            let linear = egui::Rgba::from(color);
            0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
        };
        let (a, b) = (luminance(front) + 0.05, luminance(back) + 0.05);
        if a > b { a / b } else { b / a }
    }

    #[test]
    fn text_can_be_read_on_everything_that_it_is_drawn_on() {
        for theme in [Theme::light(), Theme::dark()] {
            for (front, back) in [
                (theme.text, theme.background),
                (theme.text, theme.conflict_tint_selected),
                (theme.text, theme.selection),
                (theme.text, theme.found),
                (theme.text_weak, theme.background),
                (theme.text_weak, theme.selection),
                (theme.on_accent, theme.accent),
                (theme.on_conflict, theme.conflict),
                (theme.accent, theme.background),
                (theme.conflict, theme.background),
                (theme.agree, theme.background),
                (theme.danger, theme.background),
            ] {
                let ratio = contrast(front, back);
                assert!(ratio >= 4.5, "{front:?} on {back:?} has {ratio:.2}");
            }
        }
    }
}

//! Theme roles turned into the style of egui's own widgets.

use std::collections::BTreeMap;

use egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, vec2};

use super::{Theme, fonts};

/// Gives a window its fonts, and both themes their look.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    for (which, theme) in [
        (egui::Theme::Light, Theme::light()),
        (egui::Theme::Dark, Theme::dark()),
    ] {
        ctx.style_mut_of(which, |style| dress(style, theme));
    }
}

/// Whether anything may glide, fade or unfold, or stands where it belongs at once.
pub fn set_moving(ctx: &Context, moving: bool) {
    let usual = Style::default();
    ctx.all_styles_mut(|style| {
        (style.animation_time, style.scroll_animation) = if moving {
            (usual.animation_time, usual.scroll_animation)
        } else {
            (0.0, ScrollAnimation::none())
        };
    });
}

pub fn moves(ctx: &Context) -> bool {
    ctx.global_style().animation_time > 0.0
}

fn dress(style: &mut Style, theme: &Theme) {
    style.text_styles = BTreeMap::from([
        (TextStyle::Heading, fonts::semibold(15.0)),
        (TextStyle::Body, fonts::sans(13.0)),
        (TextStyle::Button, fonts::sans(13.0)),
        (TextStyle::Small, fonts::sans(11.5)),
        (TextStyle::Monospace, egui::FontId::monospace(12.5)),
    ]);

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(6.0, 6.0);
    spacing.button_padding = vec2(10.0, 6.0);
    spacing.interact_size = vec2(28.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.tooltip_width = 320.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        ..ScrollStyle::floating()
    };

    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;

    let visuals = &mut style.visuals;
    visuals.widgets = widgets(theme);
    visuals.selection = Selection {
        bg_fill: theme.text_selection,
        stroke: Stroke::new(1.0, theme.accent),
    };
    visuals.weak_text_color = Some(theme.text_weak);
    visuals.hyperlink_color = theme.accent;
    visuals.faint_bg_color = theme.gutter;
    visuals.extreme_bg_color = theme.background;
    visuals.text_edit_bg_color = Some(theme.background);
    visuals.code_bg_color = theme.gutter;
    visuals.warn_fg_color = theme.conflict;
    visuals.error_fg_color = theme.danger;
    visuals.panel_fill = theme.background;
    visuals.window_fill = theme.surface;
    visuals.window_stroke = Stroke::new(1.0, theme.border);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = shadow(theme, 24);
    visuals.popup_shadow = shadow(theme, 12);
    visuals.text_cursor.stroke = Stroke::new(1.5, theme.text);
    visuals.striped = false;
}

fn shadow(theme: &Theme, blur: u8) -> Shadow {
    Shadow {
        offset: [0, 4],
        blur,
        spread: 0,
        color: theme.shadow,
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let resting = WidgetVisuals {
        bg_fill: theme.surface,
        weak_bg_fill: theme.surface,
        bg_stroke: Stroke::new(1.0, theme.border),
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, theme.text),
        expansion: 0.0,
    };
    let hovered = WidgetVisuals {
        bg_fill: theme.surface_hovered,
        weak_bg_fill: theme.surface_hovered,
        bg_stroke: Stroke::new(1.0, theme.border_strong),
        ..resting
    };
    Widgets {
        noninteractive: resting,
        inactive: resting,
        hovered,
        active: WidgetVisuals {
            bg_fill: theme.selection,
            weak_bg_fill: theme.selection,
            bg_stroke: Stroke::new(1.0, theme.accent),
            ..resting
        },
        open: hovered,
    }
}

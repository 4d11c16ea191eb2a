//! The help page: what the program says and does not say, the guide, and the keys.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::guide::guide_ui;
use super::widgets::caption;
use crate::app::command::Command;
use crate::app::theme::Theme;

/// What every reader should know before trusting a mark.
const WORDS: &[&str] = &[
    "Counterpoint marks passages that do not go together and says why. It never says who is right, \
     how biased an outlet is, or what to think.",
    "“The reports contradict each other” means that both cannot be accepted together. “Their sources disagree” \
     means that at least one of them is somebody’s claim that the outlet only reports.",
    "No mark does not mean agreement: the program marks only what it can explain, and may miss what an editor \
     would see. Every mark can be checked in the text beside it.",
    "Everything is done on this computer. No text leaves it.",
];

pub(super) fn help_ui(ui: &mut Ui, theme: &Theme) {
    ScrollArea::vertical()
        .id_salt("help")
        .max_height(ui.ctx().content_rect().height() * 0.6)
        .show(ui, |ui| {
            // Rows as high as their words: the grid has nothing to press.
            ui.spacing_mut().interact_size.y = 0.0;
            caption(ui, theme, "What the marks say");
            for words in WORDS {
                ui.label(*words);
            }
            ui.add_space(10.0);
            caption(ui, theme, "Guide");
            guide_ui(ui, theme);
            ui.add_space(10.0);
            caption(ui, theme, "Keys");
            Grid::new("keys")
                .num_columns(2)
                .spacing([24.0, 5.0])
                .show(ui, |ui| {
                    for command in Command::all() {
                        let spec = command.spec();
                        if spec.shortcuts.is_empty() {
                            continue;
                        }
                        let keys: Vec<String> = spec
                            .shortcuts
                            .iter()
                            .map(|shortcut| ui.ctx().format_shortcut(&shortcut.keys))
                            .collect();
                        ui.label(RichText::new(keys.join(" or ")).color(theme.text_weak));
                        ui.label(spec.title).on_hover_text(spec.tooltip);
                        ui.end_row();
                    }
                });
        });
}

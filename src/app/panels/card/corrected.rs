//! What the reader put right about an entity, each line with a button that takes it back.

use egui::{Align, Button, Label, Layout, RichText, Ui};

use super::super::Page;
use super::super::widgets::{caption, card};
use crate::app::command::{Command, EntityCommand};
use crate::model::EntityId;

pub(super) fn corrected_ui(ui: &mut Ui, page: &mut Page<'_>, id: EntityId) {
    let comparison = &page.state.comparison;
    let lines: Vec<(usize, String)> = (comparison.corrected().on(id))
        .filter_map(|index| Some((index, comparison.corrections().get(index)?.sentence())))
        .collect();
    if lines.is_empty() {
        return;
    }
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        caption(ui, page.theme, "Corrected by you");
        for (index, sentence) in lines {
            line_ui(ui, page, index, &sentence);
        }
    });
}

fn line_ui(ui: &mut Ui, page: &mut Page<'_>, index: usize, sentence: &str) {
    let theme = page.theme;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().button_padding = egui::vec2(5.0, 1.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let command = Command::Entity(EntityCommand::TakeBack(index));
            let spec = command.spec();
            let words = RichText::new(spec.title).small().color(theme.accent);
            let button = ui
                .add(Button::new(words).frame_when_inactive(false))
                .on_hover_text(spec.tooltip)
                .accessible_name(format!("{}: {sentence}", spec.title));
            if button.clicked() {
                page.send(command);
            }
            ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                let words = RichText::new(sentence).small().color(theme.text);
                ui.add(Label::new(words).wrap());
            });
        });
    });
}

//! The bar on top: files on the left, going through the findings on the right.

use egui::{Align, Layout, RichText, Ui};

use super::Page;
use super::menu::menu_ui;
use super::widgets::{Weight, command_button, labeled_button};
use crate::app::command::{Command, FileCommand, FindingCommand, ReadingCommand, SettingCommand};
use crate::app::state::State;
use crate::app::theme::semibold;

/// Narrower than this, some of the buttons are in the menu alone.
const ALL_BUTTONS: f32 = 900.0;
/// The button that finds words needs about so much room.
const FIND: f32 = 120.0;

pub(super) fn top_bar_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.horizontal(|ui| {
        ui.label(
            RichText::new("Counterpoint")
                .font(semibold(15.0))
                .color(page.theme.text),
        );
        ui.add_space(8.0);
        menu_ui(ui, page);
        // Before there is anything to compare, the page itself offers the ways to begin.
        if page.state.report().is_some() {
            files_ui(ui, page);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            steps_ui(ui, page);
            // Where the window is narrow, the key has to do.
            if page.state.report().is_some() && ui.available_width() > FIND {
                ui.add_space(10.0);
                let find = Command::Reading(ReadingCommand::Find);
                command_button(ui, page, &find, Weight::Plain);
            }
        });
    });
}

fn files_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let open = Command::File(FileCommand::OpenArticles);
    command_button(ui, page, &open, Weight::Primary);
    // A narrow window has them in the menu alone.
    if ui.ctx().content_rect().width() < ALL_BUTTONS {
        return;
    }
    let paste = Command::File(FileCommand::Paste);
    labeled_button(ui, page, &paste, "Paste", Weight::Plain);
    for command in [FileCommand::Save, FileCommand::ExportNotes] {
        command_button(ui, page, &Command::File(command), Weight::Plain);
    }
}

/// From right to left: theme, next, position, previous.
fn steps_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let theme = Command::Setting(SettingCommand::ToggleTheme);
    labeled_button(ui, page, &theme, "◐", Weight::Plain);
    let Some(position) = position(page.state) else {
        return;
    };
    ui.add_space(2.0);
    let next = Command::Finding(FindingCommand::Next);
    labeled_button(ui, page, &next, "F8 ▸", Weight::Plain);
    ui.label(RichText::new(position).color(page.theme.text_weak));
    let previous = Command::Finding(FindingCommand::Previous);
    labeled_button(ui, page, &previous, "◂ F7", Weight::Plain);
}

/// "Conflict 1 of 6": where the selected finding stands in the list.
fn position(state: &State) -> Option<String> {
    let visible = state.visible();
    if visible.is_empty() {
        return None;
    }
    let place = state
        .view
        .selected
        .and_then(|selected| visible.iter().position(|index| *index == selected));
    Some(match place {
        Some(place) => format!("Conflict {} of {}", place + 1, visible.len()),
        None if visible.len() == 1 => "1 conflict".to_owned(),
        None => format!("{} conflicts", visible.len()),
    })
}

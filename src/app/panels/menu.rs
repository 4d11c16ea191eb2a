//! One menu that holds every command, made from the commands themselves.

use egui::{Button, RichText, Ui};

use super::Page;
use crate::app::command::{
    Command, FileCommand, FindingCommand, NoteCommand, ReadingCommand, SourceCommand, ViewCommand,
};

pub(super) fn menu_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.menu_button("Menu", |ui| {
        ui.menu_button("File", |ui| {
            let commands = [
                FileCommand::OpenArticles,
                FileCommand::Paste,
                FileCommand::OpenNotebook,
                FileCommand::New,
                FileCommand::Save,
                FileCommand::SaveAs,
                FileCommand::ExportNotes,
                FileCommand::Quit,
            ];
            entries_ui(ui, page, commands.map(Command::File));
        });
        ui.menu_button("Edit", |ui| {
            let commands = [
                Command::Finding(FindingCommand::Undo),
                Command::Finding(FindingCommand::Redo),
                Command::Reading(ReadingCommand::Find),
            ];
            entries_ui(ui, page, commands);
        });
        ui.menu_button("Finding", |ui| {
            let commands = [
                Command::Finding(FindingCommand::Next),
                Command::Finding(FindingCommand::Previous),
                Command::Finding(FindingCommand::NextConflict),
                Command::Finding(FindingCommand::PreviousConflict),
                Command::Finding(FindingCommand::Confirm),
                Command::Finding(FindingCommand::Dismiss),
                Command::Note(NoteCommand::Write),
                Command::Reading(ReadingCommand::Together),
                Command::Finding(FindingCommand::CopyQuote),
            ];
            entries_ui(ui, page, commands);
        });
        ui.menu_button("View", |ui| {
            let commands = [
                Command::Reading(ReadingCommand::ToggleLink),
                Command::View(ViewCommand::OtherColumn),
                Command::Source(SourceCommand::AboutColumn),
                Command::View(ViewCommand::ZoomIn),
                Command::View(ViewCommand::ZoomOut),
                Command::View(ViewCommand::ResetZoom),
                Command::View(ViewCommand::ToggleTheme),
                Command::View(ViewCommand::Legend),
            ];
            entries_ui(ui, page, commands);
        });
        ui.separator();
        let commands = [ViewCommand::Palette, ViewCommand::Help];
        entries_ui(ui, page, commands.map(Command::View));
    });
}

fn entries_ui(ui: &mut Ui, page: &mut Page<'_>, commands: impl IntoIterator<Item = Command>) {
    for command in commands {
        let spec = command.spec();
        let title = spec.title;
        let mut button = Button::new(title);
        if let Some(keys) = command.keys(ui.ctx()) {
            button = button.right_text(RichText::new(keys).small());
        }
        let response = ui
            .add_enabled(command.enabled(page.state), button)
            .on_hover_text(spec.tooltip)
            .on_disabled_hover_text(command.missing(page.state).unwrap_or_default())
            .accessible_name(title);
        if response.clicked() {
            page.send(command);
            ui.close();
        }
    }
}

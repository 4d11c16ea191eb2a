//! Questions and pages over the window.

use egui::{Context, Frame, Id, Margin, Modal, Response, RichText, TextEdit, Ui};

use super::Page;
use super::about::about_ui;
use super::export::export_ui;
use super::hand::link_ui;
use super::help::help_ui;
use super::legend::legend_ui;
use super::note::write_ui;
use super::palette::{self, palette_ui};
use super::settings::settings_ui;
use super::tags::manage_ui;
use super::together::{self, together_ui};
use super::which::which_ui;
use super::widgets::{Weight, command_button};
use crate::app::command::{Command, Field, FileCommand, ViewCommand};
use crate::app::state::{Dialog, PathPurpose};
use crate::app::theme::semibold;

pub(super) fn dialog_ui(ctx: &Context, page: &mut Page<'_>) {
    let Some(dialog) = page.state.view.dialog.clone() else {
        return;
    };
    let width = match dialog {
        Dialog::Help | Dialog::About | Dialog::ExportFormat | Dialog::Which(_) | Dialog::Link => {
            560.0
        }
        Dialog::Palette => palette::WIDTH.min(ctx.content_rect().width() - 90.0),
        Dialog::Together => together::WIDTH.min(ctx.content_rect().width() - 90.0),
        _ => 420.0,
    };
    let response = Modal::new(Id::unique("dialog"))
        .frame(Frame::window(&ctx.global_style()).inner_margin(Margin::same(22)))
        .show(ctx, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 8.0;
            contents_ui(ui, page, &dialog);
        });
    if response.should_close() {
        page.view(ViewCommand::CloseDialog);
    }
}

fn contents_ui(ui: &mut Ui, page: &mut Page<'_>, dialog: &Dialog) {
    match dialog {
        Dialog::Help => {
            heading(ui, "Help");
            help_ui(ui, page.theme);
            buttons_ui(ui, page, &[], "Close");
        }
        Dialog::About => {
            heading(ui, "Counterpoint");
            about_ui(ui, page.theme);
            buttons_ui(ui, page, &[], "Close");
        }
        Dialog::Legend => {
            heading(ui, "Legend");
            legend_ui(ui, page.theme);
            buttons_ui(ui, page, &[], "Close");
        }
        Dialog::Settings => {
            heading(ui, "Settings");
            settings_ui(ui, page);
            buttons_ui(ui, page, &[], "Close");
        }
        Dialog::Palette => palette_ui(ui, page),
        Dialog::Together => together_ui(ui, page),
        Dialog::Which(several) => {
            heading(ui, "Which articles?");
            which_ui(ui, page, several);
        }
        Dialog::Link => {
            heading(ui, "Link two passages");
            link_ui(ui, page);
        }
        Dialog::Note => {
            heading(ui, "Note");
            write_ui(ui, page);
        }
        Dialog::Tags => {
            heading(ui, "Tags");
            manage_ui(ui, page);
        }
        Dialog::ExportFormat => {
            heading(ui, "Export");
            export_ui(ui, page);
            buttons_ui(ui, page, &[], "Cancel");
        }
        Dialog::TypePath { purpose, why } => path_ui(ui, page, *purpose, why),
        Dialog::Unsaved(then) => {
            heading(ui, "Save your notes?");
            ui.label("Decisions and notes of this comparison are not saved");
            let save = FileCommand::SaveAndLeave(then.clone());
            let lose = FileCommand::LeaveWithoutSaving(then.clone());
            buttons_ui(ui, page, &[save, lose], "Cancel");
        }
        Dialog::ChangedOutside(path) => {
            heading(ui, "The notebook was changed");
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            ui.label(format!(
                "Another window or program changed {name} since you opened or saved it. Save yours under another \
                 name to keep both; the file before stays beside it as .bak"
            ));
            let over = FileCommand::SaveOver(path.clone());
            buttons_ui(ui, page, &[FileCommand::SaveAs, over], "Cancel");
        }
        Dialog::Recovered(_) => {
            heading(ui, "Go on with unsaved work?");
            ui.label(
                "The program ended before decisions or notes were saved. They can be restored",
            );
            buttons_ui(
                ui,
                page,
                &[FileCommand::Restore, FileCommand::DiscardRecovered],
                "Later",
            );
        }
    }
}

fn path_ui(ui: &mut Ui, page: &mut Page<'_>, purpose: PathPurpose, why: &str) {
    heading(ui, "No file dialog");
    ui.label(RichText::new(why).color(page.theme.text_weak));
    let label = ui.label(match purpose {
        PathPurpose::OpenArticles => {
            "Path of the article or folder; several with a semicolon between"
        }
        PathPurpose::Replace => "Path of the article that takes its place",
        PathPurpose::OpenNotebook => "Path of the notebook",
        PathPurpose::Save => "Where to save the notebook",
        PathPurpose::Export(_) => "Where to write the notes",
    });
    let mut text = page.state.drafts.path.clone();
    let field = ui
        .add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY))
        .labelled_by(label.id);
    // Asked before the keyboard comes back to the field: Return takes it away.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    take_keyboard(ui, &field);
    if field.changed() {
        page.send(Command::Type(Field::Path, text));
    }
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let word = match purpose {
            PathPurpose::OpenArticles | PathPurpose::Replace | PathPurpose::OpenNotebook => "Open",
            PathPurpose::Save => "Save here",
            PathPurpose::Export(_) => "Export here",
        };
        let ready = !page.state.drafts.path.trim().is_empty();
        let pressed = ui.add_enabled(ready, egui::Button::new(word)).clicked();
        if ready && (pressed || entered) {
            page.view(ViewCommand::UsePath);
        }
        close_ui(ui, page, "Cancel");
    });
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(semibold(17.0)));
}

/// The answers, the first of them the one to expect, and a way to close without any.
fn buttons_ui(ui: &mut Ui, page: &mut Page<'_>, answers: &[FileCommand], close: &str) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        for (index, answer) in answers.iter().enumerate() {
            let weight = if index == 0 {
                Weight::Primary
            } else {
                Weight::Plain
            };
            let button = command_button(ui, page, &Command::File(answer.clone()), weight);
            if index == 0 {
                take_keyboard(ui, &button);
            }
        }
        close_ui(ui, page, close);
    });
}

fn close_ui(ui: &mut Ui, page: &mut Page<'_>, word: &str) {
    let button = ui.button(word);
    take_keyboard(ui, &button);
    if button.clicked() {
        page.view(ViewCommand::CloseDialog);
    }
}

/// Gives the keyboard to a part of a dialog, unless another has it: Return does what is expected.
fn take_keyboard(ui: &Ui, response: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

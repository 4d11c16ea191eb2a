//! All notes of the comparison, and a field for one about nothing in particular.

use egui::{Align, Layout, Margin, RichText, TextEdit, Ui};

use super::Page;
use super::widgets::{Weight, caption, card, command_button, scrolled_ui};
use crate::app::command::{Command, Field, NoteCommand};
use crate::notebook::NoteTarget;
use crate::report::{Note, NotePlace, Report};

pub(super) fn notes_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    scrolled_ui(ui, "notes", |ui| {
        new_note_ui(ui, page);
        ui.add_space(4.0);
        if report.notes.is_empty() {
            ui.label(
                RichText::new("Notes on findings and on the whole stand here")
                    .color(page.theme.text_weak),
            );
        }
        let hidden = page.state.hides_findings();
        let on_finding = |note: &&Note| matches!(note.target, NoteTarget::Finding(_));
        let notes = report.notes.iter();
        for note in notes.filter(|note| !(hidden && on_finding(note))) {
            note_ui(ui, page, &report, note);
        }
    });
}

fn new_note_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let label = caption(ui, page.theme, "New note on the comparison");
    let mut text = page.state.drafts.free.clone();
    let field = ui
        .add(
            TextEdit::multiline(&mut text)
                .id_salt("new note")
                .desired_rows(3)
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(10, 8)),
        )
        .labelled_by(label.id);
    if field.changed() {
        page.send(Command::Type(Field::FreeNote, text));
    }
    command_button(ui, page, &Command::Note(NoteCommand::Add), Weight::Plain);
}

fn note_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, note: &Note) {
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            place_ui(ui, page, report, note);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let remove = Command::Note(NoteCommand::Remove(note.id));
                let response = ui
                    .small_button("×")
                    .on_hover_text(format!(
                        "{}: {}",
                        remove.spec().title,
                        remove.spec().tooltip
                    ))
                    .accessible_name(remove.spec().title);
                if response.clicked() {
                    page.send(remove);
                }
            });
        });
        ui.label(RichText::new(&note.text).color(page.theme.text));
    });
}

/// What the note is about; pressing it goes there.
fn place_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, note: &Note) {
    let words = RichText::new(report.about(note)).small();
    if matches!(note.place, NotePlace::Free | NotePlace::Unmatched) {
        ui.label(words.color(page.theme.text_weak));
        return;
    }
    let show = Command::Note(NoteCommand::Show(note.id));
    let response = ui.add(egui::Link::new(words));
    if response.on_hover_text(show.spec().tooltip).clicked() {
        page.send(show);
    }
}

//! A note that is being written, over the window: on a passage, two passages, an entity, an article or the comparison.

use egui::{Id, Label, Margin, RichText, TextEdit, Ui};

use super::Page;
use super::widgets::{Weight, caption, card, command_button};
use crate::app::command::{Command, Field, NoteCommand, ViewCommand};
use crate::app::theme::serif;

pub(super) fn write_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(draft) = page.state.drafts.note_on.clone() else {
        page.view(ViewCommand::CloseDialog);
        return;
    };
    for quoted in draft.target.quoted().into_iter().flatten() {
        let words: Vec<&str> = quoted.split_whitespace().collect();
        card(page.theme).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let words = RichText::new(format!("“{}”", words.join(" "))).font(serif(15.0));
            ui.add(Label::new(words.color(page.theme.text)).wrap());
        });
    }
    let label = caption(ui, page.theme, "Note");
    let mut text = draft.text;
    let field = ui
        .add(
            TextEdit::multiline(&mut text)
                .id(Id::unique("note over the window"))
                .desired_rows(5)
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(10, 8)),
        )
        .labelled_by(label.id);
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    if field.changed() {
        page.send(Command::Type(Field::NoteOn, text));
    }
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let keep = Command::Note(NoteCommand::Keep);
        command_button(ui, page, &keep, Weight::Primary);
        if ui.button("Cancel").clicked() {
            page.view(ViewCommand::CloseDialog);
        }
    });
}

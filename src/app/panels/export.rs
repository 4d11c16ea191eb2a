//! The dialog in which the reader says what to export, and as what.

use egui::{Button, Grid, RichText, TextEdit, Ui, vec2};

use super::Page;
use super::fields::tick_ui;
use super::widgets::caption;
use crate::app::command::{Command, Field, FileCommand, ViewCommand};
use crate::app::state::ExportPart;
use crate::export::Format;

pub(super) fn export_ui(ui: &mut Ui, page: &mut Page<'_>) {
    caption(ui, page.theme, "What goes along");
    part_ui(ui, page, ExportPart::Unreviewed);
    part_ui(ui, page, ExportPart::Private);
    if let Some(filter) = page.state.filter() {
        part_ui(ui, page, ExportPart::Hidden);
        let words = format!("The list shows these only: {}", filter.words);
        ui.label(RichText::new(words).color(page.theme.text_weak));
    }
    part_ui(ui, page, ExportPart::Texts);
    part_ui(ui, page, ExportPart::Open);
    author_ui(ui, page);
    for words in page.state.export_in_words() {
        ui.label(RichText::new(words).color(page.theme.text_weak));
    }
    ui.add_space(6.0);
    caption(ui, page.theme, "Format");
    formats_ui(ui, page);
}

fn part_ui(ui: &mut Ui, page: &mut Page<'_>, part: ExportPart) {
    let taken = page.state.view.take_along.takes(part);
    let command = ViewCommand::TakeAlong(part, !taken);
    tick_ui(ui, page, Command::View(command), taken);
}

fn author_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.horizontal(|ui| {
        let label = ui.label("Your name, if it shall be named");
        let mut name = page.state.drafts.author.clone();
        let field = ui
            .add(TextEdit::singleline(&mut name).desired_width(f32::INFINITY))
            .labelled_by(label.id);
        if field.changed() {
            page.send(Command::Type(Field::Author, name));
        }
    });
}

fn formats_ui(ui: &mut Ui, page: &mut Page<'_>) {
    const GAP: f32 = 8.0;
    let width = (ui.available_width() - GAP) / 2.0;
    let grid = Grid::new("formats").num_columns(2).spacing(vec2(GAP, GAP));
    grid.show(ui, |ui| {
        for pair in Format::ALL.chunks(2) {
            for format in pair {
                let words = format!("{}…", format.title());
                let button = ui.add(Button::new(words).min_size(vec2(width, 32.0)));
                let button = button.on_hover_text(format.purpose());
                // Return takes Markdown without a hand on the pointer.
                if *format == Format::Markdown && ui.memory(|memory| memory.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    page.send(Command::File(FileCommand::Export(*format)));
                }
            }
            ui.end_row();
        }
    });
}

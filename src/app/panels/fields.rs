//! The field and the box to tick that several panels share.

use egui::{Id, Key, Margin, Response, TextEdit, Ui};

use super::Page;
use super::widgets::caption;
use crate::app::command::{Command, Field};

/// A field under its label.
pub(super) fn field_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    title: &str,
    mut text: String,
    field: Field,
    takes_keyboard: bool,
) -> Response {
    let label = caption(ui, page.theme, title);
    let response = ui
        .add(
            TextEdit::singleline(&mut text)
                .id(Id::unique(title))
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(8, 6)),
        )
        .labelled_by(label.id);
    if takes_keyboard {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.changed() {
        page.send(Command::Type(field, text));
    }
    response
}

/// Whether Return ended typing in a field.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A box that sends a command when it is ticked or cleared.
pub(super) fn tick_ui(ui: &mut Ui, page: &mut Page<'_>, command: Command, mut on: bool) {
    let spec = command.spec();
    let tick = ui.checkbox(&mut on, spec.title);
    if tick.on_hover_text(spec.tooltip).clicked() {
        page.send(command);
    }
}

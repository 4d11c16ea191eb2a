//! Every command by its name: typed, chosen, done.

use egui::{Align, Key, Layout, Margin, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use super::Page;
use super::widgets::row;
use crate::app::command::{Command, Field, ViewCommand, matching};

pub(super) const WIDTH: f32 = 520.0;

pub(super) fn palette_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let typed = &page.state.drafts.palette;
    let mut found = matching(typed);
    if !typed.is_empty() {
        // Whoever types wants to do something: what cannot be done comes last.
        found.sort_by_key(|command| command.missing(page.state).is_some());
    }
    // The arrows choose from the list, and would only move the cursor to the ends of the field.
    let step = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up) = (step(Key::ArrowDown), step(Key::ArrowUp));
    let last = found.len().saturating_sub(1);
    let at = page.state.view.palette_at.min(last);
    let now = match (down, up) {
        (true, _) if at == last => 0,
        (true, _) => at + 1,
        (_, true) => at.checked_sub(1).unwrap_or(last),
        _ => at,
    };
    if now != page.state.view.palette_at {
        page.view(ViewCommand::PaletteAt(now));
    }
    let entered = field_ui(ui, page);
    let moved = down || up;
    ScrollArea::vertical()
        .id_salt("palette")
        .max_height(ui.ctx().content_rect().height() * 0.5)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if found.is_empty() {
                ui.label(RichText::new("No command is called so").color(page.theme.text_weak));
            }
            for (index, command) in found.into_iter().enumerate() {
                let chosen = index == now;
                let missing = command.missing(page.state);
                let response = command_ui(ui, page, &command, missing, chosen);
                if chosen && moved {
                    response.scroll_to_me(None);
                }
                if missing.is_none() && (response.clicked() || chosen && entered) {
                    page.view(ViewCommand::CloseDialog);
                    page.send(command);
                }
            }
        });
}

/// The field that is typed into; true where Return was pressed in it.
fn field_ui(ui: &mut Ui, page: &mut Page<'_>) -> bool {
    let label = ui.label(
        RichText::new("Commands")
            .small()
            .color(page.theme.text_weak),
    );
    let mut text = page.state.drafts.palette.clone();
    let field = ui
        .add(
            TextEdit::singleline(&mut text)
                .id_salt("palette field")
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(10, 8))
                .hint_text("Type what to do"),
        )
        .labelled_by(label.id);
    // Asked before the keyboard comes back to the field: Return takes it away.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    if field.changed() {
        page.view(ViewCommand::PaletteAt(0));
        page.send(Command::Type(Field::Palette, text));
    }
    entered
}

/// Title and keys; what can do nothing at present is dim, and says why.
fn command_ui(
    ui: &mut Ui,
    page: &Page<'_>,
    command: &Command,
    missing: Option<&'static str>,
    chosen: bool,
) -> egui::Response {
    let theme = page.theme;
    let title = command.spec().title;
    let keys = command.keys(ui.ctx()).unwrap_or_default();
    let name = match missing {
        Some(missing) => format!("{title}: {missing}"),
        None => title.to_owned(),
    };
    let response = row(ui, theme, chosen, &name, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            let color = match missing {
                Some(_) => theme.text_weak,
                None => theme.text,
            };
            ui.label(RichText::new(title).color(color));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let aside = missing.map_or(keys, str::to_owned);
                ui.label(RichText::new(aside).small().color(theme.text_weak));
            });
        });
    });
    response.on_hover_text(command.spec().tooltip)
}

//! The dialog in which the reader says which articles of a file to open.

use egui::{Button, Id, Key, Modifiers, RichText, ScrollArea, Stroke, TextWrapMode, Ui};

use super::Page;
use super::widgets::{follow_focus, item_of_about};
use crate::app::command::{Command, FileCommand, ViewCommand};
use crate::app::state::{MOST_CHOSEN, Several};

/// A line of the list before it was drawn.
const LINE: f32 = 22.0;

pub(super) fn which_ui(ui: &mut Ui, page: &mut Page<'_>, several: &Several) {
    let cancel = Id::unique("cancel choosing");
    let chosen = page.state.view.ticked.len();
    let ready = (1..=MOST_CHOSEN).contains(&chosen);
    // Return opens wherever the keyboard is; the space bar ticks.
    let entered = ui.memory(|memory| !memory.has_focus(cancel))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let count = several.offered.len();
    let words = format!(
        "{} holds {count} articles. Choose which to open",
        several.name()
    );
    ui.label(RichText::new(words).color(page.theme.text_weak));
    all_ui(ui, page, count);
    ui.separator();
    list_ui(ui, page, several);
    ui.separator();
    ui.horizontal(|ui| {
        let words = match chosen {
            1 => "Open 1 article".to_owned(),
            _ => format!("Open {chosen} articles"),
        };
        let open = Button::new(RichText::new(words).color(page.theme.on_accent))
            .fill(page.theme.accent)
            .stroke(Stroke::new(1.0, page.theme.accent));
        let pressed = ui.add_enabled(ready, open).clicked();
        if ready && (pressed || entered) {
            page.send(Command::File(FileCommand::OpenTicked));
        }
        if ui.push_id(cancel, |ui| ui.button("Cancel")).inner.clicked() {
            page.view(ViewCommand::CloseDialog);
        }
        if chosen > MOST_CHOSEN {
            let words = format!("At most {MOST_CHOSEN} at a time");
            ui.label(RichText::new(words).color(page.theme.text_weak));
        }
    });
}

fn all_ui(ui: &mut Ui, page: &mut Page<'_>, count: usize) {
    let chosen = page.state.view.ticked.len();
    let mut all = chosen == count;
    let some = chosen > 0 && !all;
    let tick = egui::Checkbox::new(&mut all, "All").indeterminate(some);
    let tick = ui.add(tick);
    if ui.memory(|memory| memory.focused().is_none()) {
        tick.request_focus();
    }
    if tick.clicked() {
        page.view(ViewCommand::TickAll(all));
    }
}

fn list_ui(ui: &mut Ui, page: &mut Page<'_>, several: &Several) {
    let most = ui.ctx().content_rect().height() * 0.5;
    ScrollArea::vertical()
        .id_salt("which articles")
        .max_height(most)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            for (position, offered) in several.offered.iter().enumerate() {
                item_of_about(ui, "which articles", position, Some(LINE), |ui| {
                    let mut ticked = page.state.view.ticked.contains(&position);
                    let tick = ui.checkbox(&mut ticked, offered.label());
                    follow_focus(&tick);
                    if tick.clicked() {
                        page.view(ViewCommand::Tick(position, ticked));
                    }
                });
            }
        });
}

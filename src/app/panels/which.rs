//! The dialog in which the reader says which articles of a file to open.

use egui::style::ScrollAnimation;
use egui::{
    Button, EventFilter, Id, Key, Modifiers, Response, RichText, ScrollArea, Stroke, TextWrapMode,
    Ui,
};

use super::Page;
use super::widgets::{follow_focus, item_of_about};
use crate::app::command::{Command, FileCommand, ViewCommand};
use crate::app::state::{MOST_CHOSEN, Several};
use crate::ingest::Offered;

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
    let all = all_ui(ui, page, count);
    ui.separator();
    list_ui(ui, page, several, &all);
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

fn all_ui(ui: &mut Ui, page: &mut Page<'_>, count: usize) -> Response {
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
    tick
}

fn list_ui(ui: &mut Ui, page: &mut Page<'_>, several: &Several, all: &Response) {
    let most = ui.ctx().content_rect().height() * 0.5;
    ScrollArea::vertical()
        .id_salt("which articles")
        .max_height(most)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            let mut drawn = Vec::new();
            for (position, offered) in several.offered.iter().enumerate() {
                let (_, tick) = item_of_about(ui, "which articles", position, Some(LINE), |ui| {
                    tick_ui(ui, page, position, offered)
                });
                drawn.extend(tick);
            }
            step(ui, &drawn, all);
        });
}

fn tick_ui(ui: &mut Ui, page: &mut Page<'_>, position: usize, offered: &Offered) -> Response {
    let mut ticked = page.state.view.ticked.contains(&position);
    let tick = ui.checkbox(&mut ticked, offered.label());
    follow_focus(&tick);
    // The arrows go from line to line, also to those that are out of view.
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(tick.id, filter));
    if tick.clicked() {
        page.view(ViewCommand::Tick(position, ticked));
    }
    tick
}

/// Moves the keyboard to the line above or below.
fn step(ui: &Ui, drawn: &[Response], all: &Response) {
    let Some(at) = drawn.iter().position(Response::has_focus) else {
        return;
    };
    // A line that the keyboard just came to moves it no further.
    if drawn.get(at).is_some_and(Response::gained_focus) {
        return;
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::ArrowDown)
        && let Some(below) = drawn.get(at + 1)
    {
        go_to(below);
    } else if pressed(Key::ArrowUp) {
        let above = at.checked_sub(1).and_then(|above| drawn.get(above));
        go_to(above.unwrap_or(all));
    }
}

/// At once: while the list glides, the next line is not there yet.
fn go_to(tick: &Response) {
    tick.request_focus();
    tick.scroll_to_me_animation(None, ScrollAnimation::none());
}

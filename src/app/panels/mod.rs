//! Drawing: what is known goes in, commands come out.

mod about;
mod busy;
mod card;
mod columns;
mod detail;
mod dialogs;
mod drop;
mod empty;
mod entities;
mod export;
mod fields;
mod find;
mod findings;
mod guide;
mod hand;
mod help;
mod hint;
mod left;
mod legend;
mod listing;
mod menu;
mod messages;
mod note;
mod notes;
mod pairs;
mod palette;
mod quotation;
mod right;
mod selector;
mod settings;
mod source;
mod status_bar;
pub(super) mod tags;
mod teach;
mod together;
mod top_bar;
mod which;
pub(super) mod widgets;

use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};

use super::command::{Command, ViewCommand};
use super::pages;
use super::reading::ReadingView;
use super::state::{Aside, MainPage, State};
use super::theme::Theme;
use crate::model::EntityId;

/// What every panel is given: the state to draw, the colors, and where commands go.
pub(super) struct Page<'a> {
    pub(super) state: &'a State,
    pub(super) theme: &'static Theme,
    commands: &'a mut Vec<Command>,
    /// The entity that the pointer or the keyboard is on in this frame, wherever it is drawn.
    pointed_at: Option<EntityId>,
}

impl Page<'_> {
    pub(super) fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    pub(super) fn view(&mut self, command: ViewCommand) {
        self.send(Command::View(command));
    }

    /// The first who points has it.
    fn point_at(&mut self, entity: Option<EntityId>) {
        self.pointed_at = self.pointed_at.or(entity);
    }
}

/// The whole window.
pub(super) fn window_ui(
    ui: &mut Ui,
    state: &State,
    columns: &mut ReadingView,
    commands: &mut Vec<Command>,
) {
    let theme = Theme::current(ui.ctx());
    let page = &mut Page {
        state,
        theme,
        commands,
        pointed_at: None,
    };
    let plain = Frame::new().fill(theme.background);
    Panel::top("top bar")
        .frame(plain.inner_margin(Margin::symmetric(14, 9)))
        .resizable(false)
        .show(ui, |ui| top_bar::top_bar_ui(ui, page));
    Panel::bottom("status bar")
        .frame(plain.inner_margin(Margin::symmetric(14, 4)))
        .resizable(false)
        .show(ui, |ui| status_bar::status_bar_ui(ui, page));
    if !state.messages.is_empty() {
        Panel::top("messages")
            .frame(plain)
            .resizable(false)
            .show(ui, |ui| messages::messages_ui(ui, page));
    }
    if state.report().is_some() {
        pages::switcher_ui(ui, page, plain);
        match state.view.main {
            MainPage::Read => comparison_ui(ui, page, columns, plain),
            _ => pages::page_ui(ui, page),
        }
    } else {
        CentralPanel::default()
            .frame(plain.fill(theme.gutter))
            .show(ui, |ui| match &state.work {
                Some(work) => busy::busy_ui(ui, page, work),
                None => empty::empty_ui(ui, page),
            });
    }
    if page.pointed_at != state.view.hovered_entity {
        page.view(ViewCommand::HoverEntity(page.pointed_at));
    }
    hint::hint_ui(ui.ctx(), page);
    drop::drop_ui(ui.ctx(), theme);
    dialogs::dialog_ui(ui.ctx(), page);
}

/// Whether lists and details stand on both sides of the articles, or take turns on the left.
pub(super) fn room_for_both(ctx: &Context) -> bool {
    // Two columns of some thirty letters a row, and both panels.
    ctx.content_rect().width() >= 1100.0
}

/// The lists, the articles, and what is selected.
fn comparison_ui(ui: &mut Ui, page: &mut Page<'_>, columns: &mut ReadingView, frame: Frame) {
    /// Narrower than this, a row of a list or a quotation breaks after each word.
    const NARROWEST: f32 = 240.0;
    let width = ui.available_width();
    let usual = (width * 0.235).clamp(NARROWEST, 340.0);
    let widest = (width * 0.26).max(NARROWEST);
    let room = room_for_both(ui.ctx());
    let beside = |panel: Panel| {
        panel
            .frame(frame)
            .default_size(usual)
            .size_range(NARROWEST..=widest)
    };
    if page.state.view.shows(Aside::Lists, room) {
        beside(Panel::left("lists")).show(ui, |ui| left::left_ui(ui, page));
    }
    if page.state.view.shows(Aside::Details, room) {
        // Where they take turns, the articles stay in their place.
        let panel = if room {
            Panel::right("detail")
        } else {
            Panel::left("lists")
        };
        beside(panel).show(ui, |ui| right::right_ui(ui, page));
    }
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        selector::selector_ui(ui, page);
        find::find_ui(ui, page, columns);
        columns::columns_ui(ui, page, columns);
    });
}

/// What the desktop shows as the window's title.
pub(super) fn title(state: &State) -> String {
    match status_bar::notebook_name(state) {
        Some(name) => format!("{name} – Counterpoint"),
        None => "Counterpoint".to_owned(),
    }
}

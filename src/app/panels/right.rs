//! The panel on the right: the selected finding, the card of an entity, or the notes.

use egui::{Frame, Margin, Stroke, Ui};

use super::widgets::tab;
use super::{Page, card, detail, notes, room_for_both, source};
use crate::app::command::ViewCommand;
use crate::app::state::{Aside, SidePage};

pub(super) fn right_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let notes_count = page.state.notebook().state().notes.len();
    let tabs = [
        (SidePage::Finding, "Finding", None),
        (SidePage::Entity, "Entity", None),
        (SidePage::Notes, "Notes", Some(notes_count)),
        (SidePage::Source, "Source", None),
    ];
    ui.spacing_mut().item_spacing.y = 0.0;
    let strip = Frame::new()
        .inner_margin(Margin::symmetric(14, 0))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                if !room_for_both(ui.ctx()) {
                    let back = tab(ui, page.theme, "◂", None, false);
                    let words = "Back to the lists";
                    if back.on_hover_text(words).accessible_name(words).clicked() {
                        page.view(ViewCommand::Toggle(Aside::Lists));
                    }
                }
                for (which, title, count) in tabs {
                    let open = page.state.view.side == which;
                    if tab(ui, page.theme, title, count, open).clicked() {
                        page.view(ViewCommand::ShowSide(which));
                    }
                }
            });
        });
    ui.painter().hline(
        ui.max_rect().x_range(),
        strip.response.rect.bottom(),
        Stroke::new(1.0, page.theme.border),
    );
    ui.spacing_mut().item_spacing.y = 6.0;
    match page.state.view.side {
        SidePage::Finding => detail::detail_ui(ui, page),
        SidePage::Entity => card::card_ui(ui, page),
        SidePage::Notes => notes::notes_ui(ui, page),
        SidePage::Source => source::source_ui(ui, page),
    }
}

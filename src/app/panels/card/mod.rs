//! The card of an entity: what it is, what can be put right, and every mention of it.

mod edit;
mod mentions;

use egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui};

use super::Page;
use super::entities::kind_mark;
use super::status_bar::counted;
use super::widgets::{Weight, command_button};
use crate::app::command::{Command, EntityCommand};
use crate::app::state::CardPart;
use crate::app::theme::{Theme, semibold};
use crate::model::{Analysis, EntityId};

pub(super) fn card_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let (Some(report), Some(id)) = (page.state.report().cloned(), page.state.view.entity) else {
        nothing_ui(ui, page.theme);
        return;
    };
    ScrollArea::vertical()
        .id_salt("card")
        .auto_shrink(false)
        .show(ui, |ui| {
            let entity = report.analysis.entity(id);
            let top = Frame::new()
                .inner_margin(Margin::symmetric(14, 12))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    heading_ui(ui, page.theme, &report.analysis, id);
                    buttons_ui(ui, page);
                    edit::edit_ui(ui, page, &report.analysis, entity);
                });
            if top.response.contains_pointer() {
                page.point_at(Some(id));
            }
            mentions::mentions_ui(ui, page, &report, id);
        });
}

fn nothing_ui(ui: &mut Ui, theme: &Theme) {
    Frame::new()
        .inner_margin(Margin::symmetric(14, 16))
        .show(ui, |ui| {
            let words = "Choose a name in the text or in the list of entities";
            ui.label(RichText::new(words).color(theme.text_weak));
        });
}

fn heading_ui(ui: &mut Ui, theme: &Theme, analysis: &Analysis, id: EntityId) {
    let entity = analysis.entity(id);
    let mentions = analysis.distinct_mentions(id).count();
    ui.horizontal_top(|ui| {
        kind_mark(ui, theme, entity.kind, 20.0);
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let name = RichText::new(&entity.name).font(semibold(15.0));
            ui.add(Label::new(name.color(theme.text)).wrap());
            let counts = format!(
                "{} · {} in {}",
                entity.kind.title(),
                counted(mentions, "mention", "mentions"),
                counted(entity.documents, "article", "articles"),
            );
            ui.label(RichText::new(counts).small().color(theme.text_weak));
        });
    });
}

fn buttons_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.horizontal_wrapped(|ui| {
        for command in [
            EntityCommand::Edit(CardPart::Name),
            EntityCommand::Edit(CardPart::Kind),
            EntityCommand::Edit(CardPart::Merge),
            EntityCommand::NotAnEntity,
        ] {
            command_button(ui, page, &Command::Entity(command), Weight::Plain);
        }
    });
}

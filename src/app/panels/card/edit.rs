//! The part of the card that is open: another name, another kind, or another entity that is the same.

use egui::{Key, Label, Response, RichText, Ui};

use super::super::Page;
use super::super::entities::places;
use super::super::fields::{entered, field_ui};
use super::super::widgets::{Weight, caption, card, chip, chips_ui, command_button, row};
use crate::app::command::{Command, EntityCommand, Field};
use crate::app::state::CardPart;
use crate::app::theme::semibold;
use crate::model::{Analysis, Entity, EntityId, EntityKind};

/// Others that are shown to choose from; typing narrows them down.
const CHOICES: usize = 6;

/// Escape closes it.
pub(super) fn edit_ui(ui: &mut Ui, page: &mut Page<'_>, analysis: &Analysis, entity: &Entity) {
    let Some(part) = page.state.view.editing else {
        return;
    };
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if escaped && page.state.view.dialog.is_none() {
        page.send(Command::Entity(EntityCommand::CloseEdit));
    }
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        match part {
            CardPart::Name => name_ui(ui, page),
            CardPart::Kind => kind_ui(ui, page, entity.kind),
            CardPart::Merge => merge_ui(ui, page, analysis),
        }
    });
}

fn name_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let name = page.state.drafts.entity_name.clone();
    let opens = page.state.view.focus_edit;
    let field = field_ui(ui, page, "New name", name, Field::EntityName, opens);
    let rename = Command::Entity(EntityCommand::Rename);
    if entered(ui, &field) {
        page.send(rename.clone());
    }
    ui.horizontal(|ui| {
        command_button(ui, page, &rename, Weight::Primary);
        cancel_ui(ui, page);
    });
}

fn kind_ui(ui: &mut Ui, page: &mut Page<'_>, shown: EntityKind) {
    caption(ui, page.theme, "Kind");
    chips_ui(ui, page, |ui, page| {
        for kind in EntityKind::ALL {
            let response = chip(ui, page.theme, kind.title(), kind == shown);
            if page.state.view.focus_edit && kind == shown {
                response.request_focus();
            }
            if response.clicked() {
                page.send(Command::Entity(EntityCommand::SetKind(kind)));
            }
        }
    });
    cancel_ui(ui, page);
}

fn merge_ui(ui: &mut Ui, page: &mut Page<'_>, analysis: &Analysis) {
    let filter = page.state.drafts.merge_filter.clone();
    let typed = !filter.trim().is_empty();
    let opens = page.state.view.focus_edit;
    let field = field_ui(ui, page, "Merge with", filter, Field::MergeFilter, opens);
    let choices = page.state.mergeable();
    if typed
        && entered(ui, &field)
        && let Some(first) = choices.first()
    {
        page.send(Command::Entity(EntityCommand::Merge(*first)));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for id in choices.iter().take(CHOICES) {
            let response = choice_ui(ui, page, analysis, *id);
            if response.hovered() || response.has_focus() {
                page.point_at(Some(*id));
            }
            if response.clicked() {
                page.send(Command::Entity(EntityCommand::Merge(*id)));
            }
        }
    });
    let more = match choices.len() {
        0 => "No other entity has this name".to_owned(),
        count if count > CHOICES => format!("{} more: type to narrow them down", count - CHOICES),
        _ => String::new(),
    };
    if !more.is_empty() {
        ui.label(RichText::new(more).small().color(page.theme.text_weak));
    }
    cancel_ui(ui, page);
}

fn choice_ui(ui: &mut Ui, page: &Page<'_>, analysis: &Analysis, id: EntityId) -> Response {
    let theme = page.theme;
    let entity = analysis.entity(id);
    let told = format!("{} · {}", entity.kind.title(), places(analysis, id));
    let name = format!("Merge with {}, {told}", entity.name);
    row(ui, theme, false, &name, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let words = RichText::new(&entity.name).font(semibold(12.5));
        ui.add(Label::new(words.color(theme.text)).truncate());
        let words = RichText::new(told).small().color(theme.text_weak);
        ui.add(Label::new(words).truncate());
    })
}

fn cancel_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let cancel = Command::Entity(EntityCommand::CloseEdit);
    command_button(ui, page, &cancel, Weight::Plain);
}

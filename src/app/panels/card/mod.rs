//! The card of an entity: what it is, what can be put right, and every mention of it.

mod corrected;
mod edit;
mod mentions;

use egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui};

use super::Page;
use super::entities::kind_mark;
use super::status_bar::counted;
use super::widgets::{Weight, command_button};
use crate::app::command::{Command, EntityCommand, NoteCommand};
use crate::app::state::CardPart;
use crate::app::theme::{Theme, semibold};
use crate::model::{Analysis, EntityId, MentionForm};

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
                    corrected::corrected_ui(ui, page, id);
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
            if let Some(words) = found_as(analysis, id) {
                let words = RichText::new(words).small().color(theme.text_weak);
                ui.add(Label::new(words).wrap());
            }
        });
    });
}

/// What the articles call it, where none of them calls it as the card does.
fn found_as(analysis: &Analysis, id: EntityId) -> Option<String> {
    /// More would be a list of its own; each stands with its mention below.
    const NAMES: usize = 3;
    let entity = analysis.entity(id);
    let mut names: Vec<String> = Vec::new();
    let named = analysis.has_names(id);
    for mention in analysis.distinct_mentions(id) {
        let mention = analysis.mention(mention);
        if named && mention.form != MentionForm::Name {
            continue;
        }
        let text = &analysis.document(mention.document).text;
        let words: Vec<&str> = (text.get(mention.span).unwrap_or_default())
            .split_whitespace()
            .collect();
        let words = words.join(" ");
        if words == entity.name {
            return None;
        }
        if !names.contains(&words) {
            names.push(words);
        }
    }
    names.truncate(NAMES);
    Some(format!("Found as {}", names.join(", ")))
}

fn buttons_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.horizontal_wrapped(|ui| {
        for command in [
            EntityCommand::Edit(CardPart::Name),
            EntityCommand::Edit(CardPart::Kind),
            EntityCommand::Edit(CardPart::Merge),
            EntityCommand::NotAnEntity,
        ] {
            let button = command_button(ui, page, &Command::Entity(command), Weight::Plain);
            let part = page.state.view.focus_card;
            if part.is_some_and(|part| command == EntityCommand::Edit(part)) {
                button.request_focus();
            }
        }
        let note = Command::Note(NoteCommand::OnEntity);
        command_button(ui, page, &note, Weight::Plain);
    });
}

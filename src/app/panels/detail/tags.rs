//! The tags of the selected finding.

use egui::Ui;

use super::super::Page;
use super::super::tags::tag_chip;
use super::super::widgets::{Weight, caption, chips_ui, command_button};
use super::{choice_ui, entered, field_ui};
use crate::app::command::{Command, Field, ReviewCommand, TagCommand};
use crate::app::state::FindingPart;
use crate::notebook::{Tag, Tagged};
use crate::report::Finding;

pub(super) fn tags_ui(ui: &mut Ui, page: &mut Page<'_>, finding: &Finding) {
    ui.add_space(2.0);
    caption(ui, page.theme, "Tags");
    let tags: Vec<Tag> = (page.state.notebook().state().tags.values())
        .cloned()
        .collect();
    chips_ui(ui, page, |ui, page| {
        for tag in &tags {
            let on = finding.tags.contains(&tag.id);
            if tag_chip(ui, page.theme, tag, on).clicked() {
                let target = Tagged::Finding(Box::new(finding.key.clone()));
                page.send(Command::Tag(TagCommand::Put(target, tag.id, !on)));
            }
        }
        if page.state.view.reviewing != Some(FindingPart::Tag) {
            let new = ReviewCommand::Edit(FindingPart::Tag);
            choice_ui(ui, page, "New tag…", false, new);
        }
        if !tags.is_empty() {
            let manage = Command::Tag(TagCommand::Manage);
            let link = egui::Link::new(egui::RichText::new(manage.spec().title).small());
            if ui.add(link).on_hover_text(manage.spec().tooltip).clicked() {
                page.send(manage);
            }
        }
    });
    if page.state.view.reviewing == Some(FindingPart::Tag) {
        let typed = page.state.drafts.tag.clone();
        let opens = page.state.view.focus_part;
        let field = field_ui(ui, page, "Name of the tag", typed, Field::Tag, opens);
        let make = Command::Tag(TagCommand::Make);
        if entered(ui, &field) {
            page.send(make.clone());
        }
        ui.horizontal(|ui| {
            command_button(ui, page, &make, Weight::Primary);
            let cancel = Command::Review(ReviewCommand::CloseEdit);
            command_button(ui, page, &cancel, Weight::Plain);
        });
    }
}

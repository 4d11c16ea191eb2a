//! What else can go with a finding that was dismissed: those like it, or its whole kind.

use egui::Ui;

use super::super::Page;
use super::super::widgets::{chip, chips_ui};
use crate::app::command::{Command, ReviewCommand};
use crate::notebook::{Likeness, Muted};
use crate::report::Finding;

pub(super) fn alike_ui(ui: &mut Ui, page: &mut Page<'_>, finding: &Finding) {
    let alike = page.state.alike().len();
    let kind = finding.conflict.kind;
    let muted = &page.state.notebook().state().muted;
    let is_muted = muted.contains(&Muted::Kind(kind));
    ui.add_space(2.0);
    chips_ui(ui, page, |ui, page| {
        if alike > 0 {
            let words = format!("Dismiss all like this ({alike})");
            let like = page
                .state
                .report()
                .map(|report| Likeness::of(&report.analysis, &finding.conflict).words());
            let tip = like.unwrap_or_default();
            if chip(ui, page.theme, &words, false)
                .on_hover_text(tip)
                .clicked()
            {
                page.send(Command::Review(ReviewCommand::DismissAlike));
            }
        }
        if !is_muted {
            let mute = Command::Review(ReviewCommand::MuteKind);
            let words = format!("{}: {}", mute.spec().title, kind.title());
            if chip(ui, page.theme, &words, false)
                .on_hover_text(mute.spec().tooltip)
                .clicked()
            {
                page.send(mute);
            }
        }
    });
}

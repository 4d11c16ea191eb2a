//! The kind and the verdict of the selected finding, as the program found them or as the reader calls them.

use egui::Ui;

use super::super::Page;
use super::super::widgets::{Weight, caption, card, chips_ui, command_button};
use super::{choice_ui, small};
use crate::app::command::{Command, ReviewCommand};
use crate::app::state::FindingPart;
use crate::model::{Kind, Verdict};
use crate::report::Finding;

pub(super) fn class_ui(ui: &mut Ui, page: &mut Page<'_>, finding: &Finding) {
    if let Some(found) = finding.proposed {
        let words = format!(
            "You changed it; the program says: {} · {}",
            found.kind.title(),
            found.verdict.title()
        );
        small(ui, page.theme, &words);
    }
    if page.state.view.reviewing != Some(FindingPart::Class) {
        if finding.proposed.is_some() {
            let as_found = Command::Review(ReviewCommand::AsFound);
            command_button(ui, page, &as_found, Weight::Plain);
        }
        return;
    }
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        caption(ui, page.theme, "Kind");
        chips_ui(ui, page, |ui, page| {
            for kind in Kind::ALL {
                let on = kind == finding.conflict.kind;
                choice_ui(ui, page, kind.title(), on, ReviewCommand::SetKind(kind));
            }
        });
        caption(ui, page.theme, "Verdict");
        chips_ui(ui, page, |ui, page| {
            for verdict in VERDICTS {
                let on = verdict == finding.conflict.verdict;
                let set = ReviewCommand::SetVerdict(verdict);
                choice_ui(ui, page, verdict.title(), on, set);
            }
        });
        ui.horizontal_wrapped(|ui| {
            let close = Command::Review(ReviewCommand::CloseEdit);
            if ui
                .button("Done")
                .on_hover_text("Close this; Escape does too")
                .clicked()
            {
                page.send(close);
            }
            if finding.proposed.is_some() {
                let as_found = Command::Review(ReviewCommand::AsFound);
                command_button(ui, page, &as_found, Weight::Plain);
            }
        });
    });
}

/// What a finding can be called, the worst first.
const VERDICTS: [Verdict; 5] = [
    Verdict::Conflict,
    Verdict::Dispute,
    Verdict::Update,
    Verdict::Refine,
    Verdict::Agree,
];

//! Why the selected finding is no difference: a few reasons to choose from, or one's own words; none need be given.

use egui::Ui;

use super::super::Page;
use super::super::widgets::{Weight, chips_ui, command_button};
use super::{choice_ui, entered, field_ui, keep_ui, small};
use crate::app::command::{Command, Field, ReviewCommand};
use crate::app::state::FindingPart;
use crate::notebook::REASONS;
use crate::report::Finding;

pub(super) fn why_ui(ui: &mut Ui, page: &mut Page<'_>, finding: &Finding) {
    let said = match &finding.reason {
        Some(reason) => format!("× You called it no difference: {reason}"),
        None => "× You called it no difference. If you like, say why:".to_owned(),
    };
    small(ui, page.theme, &said);
    let open = page.state.view.reviewing == Some(FindingPart::Reason);
    let edit = ReviewCommand::Edit(FindingPart::Reason);
    if finding.reason.is_some() && !open {
        command_button(ui, page, &Command::Review(edit), Weight::Plain);
        return;
    }
    chips_ui(ui, page, |ui, page| {
        for words in REASONS {
            let on = finding.reason.as_deref() == Some(words);
            choice_ui(ui, page, words, on, ReviewCommand::Reason(words));
        }
        if !open {
            choice_ui(ui, page, "In your own words…", false, edit);
        }
    });
    if open {
        let typed = page.state.drafts.reason.clone();
        let opens = page.state.view.focus_part;
        let field = field_ui(ui, page, "Your reason", typed, Field::Reason, opens);
        if entered(ui, &field) {
            page.send(Command::Review(ReviewCommand::OwnReason));
        }
        keep_ui(ui, page, ReviewCommand::OwnReason);
    }
}

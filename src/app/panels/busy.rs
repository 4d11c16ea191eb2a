//! The page while the first comparison is under way.

use egui::{ProgressBar, RichText, Ui};

use super::Page;
use super::empty::card_ui;
use super::widgets::{Weight, command_button};
use crate::app::command::{Command, FileCommand};
use crate::app::state::Work;
use crate::app::theme::{Theme, semibold};

pub(super) fn busy_ui(ui: &mut Ui, page: &mut Page<'_>, work: &Work) {
    card_ui(ui, page, |ui, page| {
        ui.spacing_mut().item_spacing.y = 12.0;
        ui.label(
            RichText::new(format!("{}…", work.title))
                .font(semibold(18.0))
                .color(page.theme.text),
        );
        let width = ui.available_width();
        ui.add(
            bar(page.theme, work)
                .desired_width(width)
                .desired_height(6.0),
        )
        .accessible_name(work.title);
        let cancel = Command::File(FileCommand::CancelWork);
        command_button(ui, page, &cancel, Weight::Plain);
    });
}

/// How far the work is; one that moves where that cannot be told.
pub(super) fn bar(theme: &Theme, work: &Work) -> ProgressBar {
    let bar = match work.fraction {
        Some(fraction) => ProgressBar::new(fraction),
        None => ProgressBar::new(0.0).animate(true),
    };
    bar.fill(theme.accent)
}

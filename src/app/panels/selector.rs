//! With three or more articles: which two face each other.

use egui::{Frame, Margin, RichText, Stroke, Ui};

use super::Page;
use super::widgets::{chip, for_chips};
use crate::app::command::{Command, ViewCommand};
use crate::model::DocumentId;
use crate::report::letter;

pub(super) fn selector_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    let count = report.analysis.documents.len();
    if count < 3 {
        return;
    }
    let strip = Frame::new()
        .fill(page.theme.background)
        .inner_margin(Margin::symmetric(22, 6))
        .show(ui, |ui| {
            for_chips(ui);
            ui.horizontal_wrapped(|ui| {
                for (column, title) in ["Left", "Right"].into_iter().enumerate() {
                    ui.label(RichText::new(title).small().color(page.theme.text_weak));
                    for article in 0..count {
                        let command = Command::View(match column {
                            0 => ViewCommand::FaceLeft(article),
                            _ => ViewCommand::FaceRight(article),
                        });
                        let document = DocumentId(article);
                        let on = page.state.view.columns[column] == article;
                        let keys = command.keys(ui.ctx()).unwrap_or_default();
                        let response = chip(ui, page.theme, &letter(document).to_string(), on)
                            .on_hover_text(format!("{} {keys}", report.label(document)))
                            .accessible_name(format!("{title}: {}", report.label(document)));
                        if response.clicked() {
                            page.send(command);
                        }
                    }
                    ui.add_space(16.0);
                }
            });
        });
    ui.painter().hline(
        ui.max_rect().x_range(),
        strip.response.rect.bottom(),
        Stroke::new(1.0, page.theme.border),
    );
}

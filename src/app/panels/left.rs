//! The lists: a row of tabs, and the one that is open.

use egui::{Frame, Margin, Stroke, Ui};

use super::widgets::tab;
use super::{Page, entities, findings, pairs, teach};
use crate::app::command::ViewCommand;
use crate::app::state::Tab;

pub(super) fn left_ui(ui: &mut Ui, page: &mut Page<'_>) {
    if let Some(teach) = page.state.view.teach {
        teach::teach_ui(ui, page, teach);
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    tabs_ui(ui, page);
    match page.state.view.tab {
        Tab::Conflicts => findings::findings_ui(ui, page),
        Tab::Entities => entities::entities_ui(ui, page),
        Tab::Agree => pairs::agree_ui(ui, page),
        Tab::Only => pairs::only_ui(ui, page),
    }
}

fn tabs_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report() else {
        return;
    };
    let analysis = &report.analysis;
    let tabs = [
        (Tab::Conflicts, "Conflicts", report.findings.len()),
        (
            Tab::Entities,
            "Entities",
            page.state.comparison.overview().entities.len(),
        ),
        (Tab::Agree, "Agree", analysis.alignments.len()),
        (Tab::Only, "Only in one", analysis.only.len()),
    ];
    let strip = Frame::new()
        .inner_margin(Margin::symmetric(14, 0))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                for (which, title, count) in tabs {
                    let open = page.state.view.tab == which;
                    if tab(ui, page.theme, title, Some(count), open).clicked() {
                        page.view(ViewCommand::Show(which));
                    }
                }
            });
        });
    ui.painter().hline(
        ui.max_rect().x_range(),
        strip.response.rect.bottom(),
        Stroke::new(1.0, page.theme.border),
    );
}

//! The list of people, organizations, places and events.

use egui::{Align, Layout, Mesh, RichText, ScrollArea, Sense, Ui, vec2};

use super::Page;
use super::widgets::row;
use crate::app::command::ViewCommand;
use crate::app::reading;
use crate::app::theme::{Theme, semibold};
use crate::model::{Analysis, EntityId};
use crate::report::letter;

/// Height of a row; all are alike, so that only those in view are drawn.
const ROW: f32 = 54.0;

pub(super) fn entities_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    let analysis = &report.analysis;
    let entities = &page.state.comparison.overview().entities;
    let mut hovered = None;
    let mut area = ScrollArea::vertical()
        .id_salt("entities")
        .auto_shrink(false);
    if let Some(place) = page
        .state
        .view
        .scroll_to_entity
        .and_then(|wanted| entities.iter().position(|id| *id == wanted))
    {
        area = area.vertical_scroll_offset((place as f32 - 2.0).max(0.0) * ROW);
    }
    area.show_rows(ui, ROW, entities.len(), |ui, rows| {
        for id in entities.get(rows).unwrap_or_default() {
            let selected = page.state.view.entity == Some(*id);
            let response = entity_ui(ui, page.theme, analysis, *id, selected);
            if response.hovered() {
                hovered = Some(*id);
            }
            if response.clicked() {
                page.view(ViewCommand::ShowEntity(*id));
            }
        }
    });
    if ui.ui_contains_pointer() && hovered != page.state.view.hovered_entity {
        page.view(ViewCommand::HoverEntity(hovered));
    }
}

fn entity_ui(
    ui: &mut Ui,
    theme: &Theme,
    analysis: &Analysis,
    id: EntityId,
    selected: bool,
) -> egui::Response {
    let entity = analysis.entity(id);
    let places = places(analysis, id);
    let name = format!("{}, {}, {places}", entity.name, entity.kind.title());
    row(ui, theme, selected, &name, |ui| {
        ui.set_height(ROW - 20.0);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, ROW - 22.0), Sense::hover());
            let mut mesh = Mesh::default();
            let color = theme.entity(entity.kind);
            reading::underline(
                &mut mesh,
                entity.kind,
                rect.x_range(),
                rect.top() + 8.0,
                color,
            );
            ui.painter().add(mesh);
            ui.add_space(2.0);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(
                    egui::Label::new(
                        RichText::new(&entity.name)
                            .font(semibold(13.0))
                            .color(theme.text),
                    )
                    .truncate(),
                );
                ui.add(
                    egui::Label::new(
                        RichText::new(format!("{} · {places}", entity.kind.title()))
                            .small()
                            .color(theme.text_weak),
                    )
                    .truncate(),
                );
            });
        });
    })
}

/// "A 3 · B 2": how often each article speaks of it.
fn places(analysis: &Analysis, id: EntityId) -> String {
    let mut counts = vec![0_usize; analysis.documents.len()];
    for mention in &analysis.entity(id).mentions {
        counts[analysis.mention(*mention).document.index()] += 1;
    }
    analysis
        .document_ids()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(document, count)| format!("{} {count}", letter(document)))
        .collect::<Vec<_>>()
        .join(" · ")
}

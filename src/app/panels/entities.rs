//! The list of people, organizations, places and events, with a filter by name and kind.

use egui::{
    Align, Frame, Label, Layout, Margin, Mesh, RichText, ScrollArea, Sense, Shape, Stroke,
    TextEdit, Ui, vec2,
};

use super::Page;
use super::widgets::{chip, for_chips, row};
use crate::app::command::{Command, EntityCommand, Field, ViewCommand};
use crate::app::reading;
use crate::app::theme::{Theme, sans, semibold};
use crate::model::{Analysis, EntityId, EntityKind};
use crate::report::letter;

/// Height of a row; all are alike, so that only those in view are drawn.
const ROW: f32 = 54.0;

pub(super) fn entities_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    filter_ui(ui, page);
    let analysis = &report.analysis;
    let lines = lines(page);
    if lines.is_empty() {
        nothing_ui(ui, page);
        return;
    }
    let mut area = ScrollArea::vertical()
        .id_salt("entities")
        .auto_shrink(false);
    if let Some(place) = page
        .state
        .view
        .scroll_to_entity
        .and_then(|wanted| lines.iter().position(|line| *line == Line::Entity(wanted)))
    {
        area = area.vertical_scroll_offset((place as f32 - 2.0).max(0.0) * ROW);
    }
    area.show_rows(ui, ROW, lines.len(), |ui, rows| {
        for line in lines.get(rows).unwrap_or_default() {
            match *line {
                Line::Entity(id) => line_ui(ui, page, analysis, id),
                Line::Described(count) => described_ui(ui, page, count),
                Line::TakenOff(index) => taken_off_ui(ui, page, index),
            }
        }
    });
}

/// A row of the list; all are of one height.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Entity(EntityId),
    /// Shows or hides what is only described; so many there are of it.
    Described(usize),
    /// What the reader took off the list, by its place among the corrections.
    TakenOff(usize),
}

/// What is only described stands behind a row that opens it. Who looks for a word is shown all that it fits.
fn lines(page: &Page<'_>) -> Vec<Line> {
    let [listed, described] = page.state.visible_entities();
    let mut lines: Vec<Line> = listed.into_iter().map(Line::Entity).collect();
    let searching = !page.state.drafts.entity_filter.trim().is_empty();
    if !searching && !described.is_empty() {
        lines.push(Line::Described(described.len()));
    }
    if searching || page.state.view.show_described {
        lines.extend(described.into_iter().map(Line::Entity));
    }
    if !searching && page.state.view.entity_kinds.is_empty() {
        let taken_off = page.state.comparison.corrected().taken_off();
        lines.extend(taken_off.iter().copied().map(Line::TakenOff));
    }
    lines
}

fn line_ui(ui: &mut Ui, page: &mut Page<'_>, analysis: &Analysis, id: EntityId) {
    let selected = page.state.view.entity == Some(id);
    let response = entity_ui(ui, page.theme, analysis, id, selected);
    if response.hovered() || response.has_focus() {
        page.point_at(Some(id));
    }
    if response.clicked() {
        page.send(Command::Entity(EntityCommand::Open(id)));
    }
}

fn described_ui(ui: &mut Ui, page: &mut Page<'_>, count: usize) {
    let theme = page.theme;
    let open = page.state.view.show_described;
    let command = ViewCommand::ShowDescribed(!open);
    let spec = Command::View(command).spec();
    let name = format!("{} {count}", spec.title);
    let response = row(ui, theme, false, &name, |ui| {
        ui.set_height(ROW - 20.0);
        ui.horizontal(|ui| {
            fold_mark(ui, theme, open, ROW - 22.0);
            ui.add_space(2.0);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                // No higher than its words: there is nothing to press in the line.
                ui.spacing_mut().interact_size.y = 0.0;
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    ui.label(
                        RichText::new(spec.title)
                            .font(semibold(13.0))
                            .color(theme.text),
                    );
                    ui.label(
                        RichText::new(count.to_string())
                            .size(13.0)
                            .color(theme.text_weak),
                    );
                });
                let words = RichText::new("In one article, and without a name").small();
                ui.add(Label::new(words.color(theme.text_weak)).truncate());
            });
        });
    });
    if response.on_hover_text(spec.tooltip).clicked() {
        page.view(command);
    }
}

/// Pressing it puts the entity back.
fn taken_off_ui(ui: &mut Ui, page: &mut Page<'_>, index: usize) {
    let theme = page.theme;
    let Some(correction) = page.state.comparison.corrections().get(index) else {
        return;
    };
    let words = correction.about().words();
    let command = Command::Entity(EntityCommand::TakeBack(index));
    let name = format!("Put back {words}");
    let response = row(ui, theme, false, &name, |ui| {
        ui.set_height(ROW - 20.0);
        ui.horizontal(|ui| {
            ui.allocate_exact_size(vec2(18.0, ROW - 22.0), Sense::hover());
            ui.add_space(2.0);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let words = RichText::new(&words).size(13.0).strikethrough();
                ui.add(Label::new(words.color(theme.text_weak)).truncate());
                // No higher than its words: there is nothing to press in the line.
                ui.spacing_mut().interact_size.y = 0.0;
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let told = RichText::new("Not an entity ·").small();
                    ui.label(told.color(theme.text_weak));
                    ui.label(RichText::new("Put back").small().color(theme.accent));
                });
            });
        });
    });
    if response.clicked() {
        page.send(command);
    }
}

/// A small triangle: to the right where something is folded away, down where it is open.
fn fold_mark(ui: &mut Ui, theme: &Theme, open: bool, height: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, height), Sense::hover());
    let (at, size) = (rect.left_top() + vec2(9.0, 9.0), 4.0);
    let corners = if open {
        [
            vec2(-size, -size / 2.0),
            vec2(size, -size / 2.0),
            vec2(0.0, size),
        ]
    } else {
        [
            vec2(-size / 2.0, -size),
            vec2(size, 0.0),
            vec2(-size / 2.0, size),
        ]
    };
    let points = corners.map(|corner| at + corner).to_vec();
    let shape = Shape::convex_polygon(points, theme.text_weak, Stroke::NONE);
    ui.painter().add(shape);
}

fn filter_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let overview = page.state.comparison.overview();
    let kinds = overview.kinds.clone();
    let all = overview.entities.len();
    Frame::new()
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let mut text = page.state.drafts.entity_filter.clone();
            let field = ui
                .add(
                    TextEdit::singleline(&mut text)
                        .id_salt("entity filter")
                        .desired_width(f32::INFINITY)
                        .margin(Margin::symmetric(8, 6))
                        .hint_text("Filter by name"),
                )
                .accessible_name("Filter entities by name");
            if field.changed() {
                page.send(Command::Type(Field::EntityFilter, text));
            }
            if kinds.len() < 2 {
                return;
            }
            for_chips(ui);
            ui.horizontal_wrapped(|ui| {
                let chosen = &page.state.view.entity_kinds;
                let label = format!("All {all}");
                if chip(ui, page.theme, &label, chosen.is_empty()).clicked() {
                    page.view(ViewCommand::FilterEntities(None));
                }
                for (kind, count) in kinds {
                    let on = page.state.view.entity_kinds.contains(&kind);
                    let label = format!("{} {count}", kind.title());
                    if chip(ui, page.theme, &label, on).clicked() {
                        page.view(ViewCommand::FilterEntities(Some(kind)));
                    }
                }
            });
        });
}

fn nothing_ui(ui: &mut Ui, page: &Page<'_>) {
    let overview = page.state.comparison.overview();
    let words = if overview.entities.is_empty() && overview.described.is_empty() {
        "No names found"
    } else {
        "No entity is called so"
    };
    Frame::new()
        .inner_margin(Margin::symmetric(14, 6))
        .show(ui, |ui| {
            ui.label(RichText::new(words).color(page.theme.text_weak));
        });
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
            kind_mark(ui, theme, entity.kind, ROW - 22.0);
            ui.add_space(2.0);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let font = if analysis.is_named(id) {
                    semibold(13.0)
                } else {
                    sans(13.0)
                };
                let words = RichText::new(&entity.name).font(font);
                ui.add(Label::new(words.color(theme.text)).truncate());
                let words = format!("{} · {places}", entity.kind.title());
                let words = RichText::new(words).small().color(theme.text_weak);
                ui.add(Label::new(words).truncate());
            });
        });
    })
}

/// The line that a kind has under its names in the text.
pub(super) fn kind_mark(ui: &mut Ui, theme: &Theme, kind: EntityKind, height: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, height), Sense::hover());
    let mut mesh = Mesh::default();
    let color = theme.entity(kind);
    reading::underline(&mut mesh, kind, rect.x_range(), rect.top() + 8.0, color);
    ui.painter().add(mesh);
}

/// "A 3 · B 2": how often each article speaks of it.
pub(super) fn places(analysis: &Analysis, id: EntityId) -> String {
    let mut counts = vec![0_usize; analysis.documents.len()];
    for mention in analysis.distinct_mentions(id) {
        counts[analysis.mention(mention).document.index()] += 1;
    }
    analysis
        .document_ids()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(document, count)| format!("{} {count}", letter(document)))
        .collect::<Vec<_>>()
        .join(" · ")
}

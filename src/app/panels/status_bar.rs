//! The line at the bottom: what is open, what was found, what it may miss, whether it is saved.

use egui::{Align, Layout, RichText, Ui};

use super::Page;
use super::busy::bar;
use crate::app::command::{Command, FileCommand, FindingCommand, ViewCommand};
use crate::app::state::State;

pub(super) fn status_bar_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.spacing_mut().button_padding.y = 1.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            right_ui(ui, page);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                left_ui(ui, page);
            });
        });
    });
}

fn left_ui(ui: &mut Ui, page: &mut Page<'_>) {
    if page.state.report().is_none() {
        small(ui, page, "Everything stays on this computer");
        return;
    }
    if let Some(work) = &page.state.work {
        small(ui, page, &format!("{}…", work.title));
        ui.add(
            bar(page.theme, work)
                .desired_width(140.0)
                .desired_height(6.0),
        )
        .accessible_name(work.title);
        let cancel = Command::File(FileCommand::CancelWork);
        if ui.small_button(cancel.spec().title).clicked() {
            page.send(cancel);
        }
        return;
    }
    if page.state.outdated {
        small(ui, page, "The last changes do not show yet");
        let again = Command::File(FileCommand::CompareAgain);
        let button = ui.small_button(again.spec().title);
        if button.on_hover_text(again.spec().tooltip).clicked() {
            page.send(again);
        }
        return;
    }
    let Some(report) = page.state.report() else {
        return;
    };
    let analysis = &report.analysis;
    let overview = page.state.comparison.overview();
    small(
        ui,
        page,
        &format!(
            "{} · {}",
            counted(analysis.documents.len(), "article", "articles"),
            counted(overview.sentences, "sentence", "sentences")
        ),
    );
    if let Some(said) = &page.state.view.said {
        said_ui(ui, page, said);
        return;
    }
    small(
        ui,
        page,
        &counted(overview.shared, "shared entity", "shared entities"),
    );
    let summary = if page.state.hides_findings() {
        "The findings are hidden".to_owned()
    } else {
        report.summary()
    };
    ui.add(
        egui::Label::new(RichText::new(&summary).small().color(page.theme.text_weak)).truncate(),
    )
    .on_hover_text(&summary);
}

/// What the last step did, and the keys that take it back unless that was done just now.
fn said_ui(ui: &mut Ui, page: &Page<'_>, said: &str) {
    let undo = Command::Finding(FindingCommand::Undo);
    let fresh = !page.state.notebook().can_redo();
    let keys = undo.keys(ui.ctx()).filter(|_| fresh);
    let hint = keys.map(|keys| format!(" · {keys} {}", undo.spec().title.to_lowercase()));
    let words = format!("{said}{}", hint.clone().unwrap_or_default());
    let label = RichText::new(&words).small().color(page.theme.text);
    let tip = match hint {
        Some(_) => format!("{said}\n{}", undo.words(page.state)),
        None => said.to_owned(),
    };
    ui.add(egui::Label::new(label).truncate())
        .on_hover_text(&tip);
}

/// From right to left.
fn right_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let zoom = format!("{:.0} %", page.state.view.zoom * 100.0);
    let reset = Command::View(ViewCommand::ResetZoom);
    quiet(ui, page, &reset, &zoom);
    if page.state.report().is_some() {
        quiet(ui, page, &Command::View(ViewCommand::Legend), "Legend");
    }
    quiet(ui, page, &Command::View(ViewCommand::Help), "Help F1");
    if let Some(name) = notebook_name(page.state) {
        let saved = if page.state.comparison.unsaved() {
            "Not saved"
        } else {
            "Saved"
        };
        small(ui, page, &format!("{saved} · {name}"));
    } else if page.state.comparison.unsaved() {
        small(ui, page, "Not saved");
    }
}

fn quiet(ui: &mut Ui, page: &mut Page<'_>, command: &Command, label: &str) {
    let spec = command.spec();
    let text = RichText::new(label).small().color(page.theme.text_weak);
    let response = ui
        .add(egui::Button::new(text).frame_when_inactive(false))
        .on_hover_text(spec.tooltip)
        .accessible_name(spec.title);
    if response.clicked() {
        page.send(command.clone());
    }
}

fn small(ui: &mut Ui, page: &Page<'_>, words: &str) {
    ui.label(RichText::new(words).small().color(page.theme.text_weak));
}

/// The name of the notebook's file.
pub(super) fn notebook_name(state: &State) -> Option<String> {
    let name = state.comparison.path()?.file_name()?;
    Some(name.to_string_lossy().into_owned())
}

pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

//! The first page: what the program does, and the ways to begin.

use std::path::{Path, PathBuf};

use egui::{CornerRadius, Frame, Margin, RichText, Stroke, Ui, vec2};

use super::Page;
use super::widgets::{Weight, caption, command_button, labeled_button};
use crate::app::command::{Command, FileCommand};
use crate::app::theme::semibold;

/// Wide enough for one line a sentence, narrow enough to read at a glance.
const WIDTH: f32 = 620.0;

pub(super) fn empty_ui(ui: &mut Ui, page: &mut Page<'_>) {
    card_ui(ui, page, contents_ui);
}

/// One card in the middle of an otherwise empty window.
pub(super) fn card_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    contents: impl FnOnce(&mut Ui, &mut Page<'_>),
) {
    let height = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((height * 0.2).max(24.0));
        ui.set_max_width(WIDTH);
        Frame::new()
            .fill(page.theme.background)
            .stroke(Stroke::new(1.0, page.theme.border))
            .corner_radius(CornerRadius::same(12))
            .inner_margin(Margin::symmetric(36, 32))
            .show(ui, |ui| {
                ui.set_width(WIDTH - 72.0);
                ui.vertical(|ui| contents(ui, page));
            });
    });
}

fn contents_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let theme = page.theme;
    ui.spacing_mut().item_spacing.y = 10.0;
    ui.label(
        RichText::new("See where the sources do not agree")
            .font(semibold(22.0))
            .color(theme.text),
    );
    ui.label(
        RichText::new(
            "Open two or more articles on one event: Counterpoint sets them side by side, marks what they share \
             and where they contradict each other, and says why.",
        )
        .size(14.0)
        .color(theme.text_weak),
    );
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let open = Command::File(FileCommand::OpenArticles);
        command_button(ui, page, &open, Weight::Primary);
        let paste = Command::File(FileCommand::Paste);
        labeled_button(ui, page, &paste, "Paste an article", Weight::Plain);
        let sample = Command::File(FileCommand::TrySample);
        command_button(ui, page, &sample, Weight::Plain);
        let notebook = Command::File(FileCommand::OpenNotebook);
        command_button(ui, page, &notebook, Weight::Plain);
    });
    ui.label(
        RichText::new("Or drop files or a folder here. Nothing leaves this computer.")
            .small()
            .color(theme.text_weak),
    );
    recent_ui(ui, page);
}

fn recent_ui(ui: &mut Ui, page: &mut Page<'_>) {
    if page.state.recent.is_empty() {
        return;
    }
    ui.add_space(8.0);
    caption(ui, page.theme, "Recent");
    ui.spacing_mut().item_spacing.y = 4.0;
    for paths in &page.state.recent {
        let link = egui::Link::new(RichText::new(names(paths)));
        let folders: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        if ui.add(link).on_hover_text(folders.join("\n")).clicked() {
            page.commands
                .push(Command::File(FileCommand::OpenPaths(paths.clone())));
        }
    }
}

/// "a.html and 2 more".
fn names(paths: &[PathBuf]) -> String {
    let name = |path: &Path| {
        path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    };
    match paths {
        [] => String::new(),
        [one] => name(one),
        [one, other] => format!("{} and {}", name(one), name(other)),
        [one, others @ ..] => format!("{} and {} more", name(one), others.len()),
    }
}

//! The dialog for what is kept from one run to the next.

use egui::{Grid, RichText, ThemePreference, Ui};

use super::Page;
use super::fields::tick_ui;
use super::widgets::{Weight, caption, chip, chips_ui, labeled_button};
use crate::app::command::{Command, SettingCommand, ViewCommand};
use crate::app::theme::TextFace;
use crate::model::Kind;

pub(super) fn settings_ui(ui: &mut Ui, page: &mut Page<'_>) {
    caption(ui, page.theme, "Window");
    let preference = ui.ctx().options(|options| options.theme_preference);
    let themes = [
        ThemePreference::System,
        ThemePreference::Light,
        ThemePreference::Dark,
    ];
    choices_ui(
        ui,
        page,
        themes.map(|theme| (SettingCommand::Theme(theme), theme == preference)),
    );
    let glides = !page.state.view.still;
    let glide = Command::Setting(SettingCommand::Glide(!glides));
    tick_ui(ui, page, glide, glides);

    ui.add_space(8.0);
    caption(ui, page.theme, "Article text");
    let face = page.state.view.face;
    choices_ui(
        ui,
        page,
        TextFace::ALL.map(|one| (SettingCommand::Face(one), one == face)),
    );
    size_ui(ui, page);

    ui.add_space(8.0);
    caption(ui, page.theme, "Kinds of differences to list and mark");
    let kinds = Grid::new("kinds").num_columns(4).min_col_width(96.0);
    kinds.show(ui, |ui| {
        for row in Kind::ALL.chunks(4) {
            for kind in row {
                let listed = !page.state.view.listing.unwanted.contains(kind);
                let list = Command::Setting(SettingCommand::List(*kind, !listed));
                tick_ui(ui, page, list, listed);
            }
            ui.end_row();
        }
    });
    let words = "What you decided on or wrote about stays in the notebook either way";
    ui.label(RichText::new(words).small().color(page.theme.text_weak));

    ui.add_space(8.0);
    let hints = Command::Setting(SettingCommand::Hints);
    labeled_button(ui, page, &hints, hints.spec().title, Weight::Plain);
}

/// One of several.
fn choices_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    choices: impl IntoIterator<Item = (SettingCommand, bool)>,
) {
    chips_ui(ui, page, |ui, page| {
        for (choice, on) in choices {
            let spec = Command::Setting(choice).spec();
            let response = chip(ui, page.theme, spec.title, on).on_hover_text(spec.tooltip);
            if response.clicked() {
                page.send(Command::Setting(choice));
            }
        }
    });
}

fn size_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.horizontal(|ui| {
        let percent = format!("{:.0} %", page.state.view.zoom * 100.0);
        for (command, sign) in [
            (ViewCommand::ZoomOut, "–"),
            (ViewCommand::ResetZoom, percent.as_str()),
            (ViewCommand::ZoomIn, "+"),
        ] {
            labeled_button(ui, page, &Command::View(command), sign, Weight::Plain);
        }
    });
}

//! Numbers and dates: every one of every article, those that no other article has first.

use egui::{RichText, Ui};

use super::frame::{filter_ui, nothing_ui, page_frame, row_heading, small, wording_ui};
use super::grid::{Column, Drawn, Grid, grid_ui};
use crate::app::command::{Command, NoteCommand, ViewCommand};
use crate::app::panels::Page;
use crate::app::theme::Theme;
use crate::report::tables::Passage;
use crate::report::tables::quantities::Figure;
use crate::report::{Report, letter};

pub(super) fn quantities_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let explanation = "Every number and date of every article, whether it was compared or not; those that no other \
        article has come first. Tick off what you checked: the notebook keeps it";
    page_frame(ui, page, "Numbers and dates", explanation, |ui, page| {
        let Some(report) = page.state.report().cloned() else {
            return;
        };
        let state = page.state;
        let figures = &state.comparison.tables().quantities;
        if figures.rows.is_empty() {
            let meaning = "The program read no number and no date in these articles";
            nothing_ui(ui, page.theme, "No numbers and dates", meaning);
            return;
        }
        let rows = figures.matching(&state.drafts.table_filter);
        filter_ui(ui, page, rows.len(), figures.rows.len());
        if rows.is_empty() {
            let meaning = "No number or date stands beside these words";
            nothing_ui(ui, page.theme, "Nothing left", meaning);
            return;
        }
        let theme = page.theme;
        let ticked = |row: &usize| ticked(&report, &figures.rows[*row]);
        let count = (0..figures.rows.len()).filter(ticked).count();
        if count > 0 {
            let words = format!("{count} ticked of {}", figures.rows.len());
            small(ui, theme, &words);
        }
        let columns = [
            Column::new("Number or date", 184.0),
            Column::new("Of what", 150.0),
            Column::new("Article", 150.0),
            Column::new("In its words", 300.0).growing(),
            Column::new("Also in", 110.0),
        ];
        let grid = Grid {
            name: "numbers and dates",
            columns: &columns,
            rows: &rows,
            about: 62.0,
            edition: state.comparison.tables().edition(),
        };
        let mut turned = None;
        let pressed = grid_ui(ui, theme, &grid, |ui, row, column| {
            let figure = &figures.rows[row];
            if column > 0 {
                return figure_ui(ui, theme, &report, figure, column);
            }
            let row = ui.horizontal_top(|ui| {
                if tick_ui(ui, figure, ticked(&row)) {
                    turned = Some((figure.passage, !ticked(&row)));
                }
                let value = ui.vertical(|ui| figure_ui(ui, theme, &report, figure, column));
                value.inner
            });
            row.inner
        });
        if let Some((passage, ticked)) = turned {
            page.send(Command::Note(NoteCommand::Tick(passage, ticked)));
        }
        if let Some((row, _)) = pressed {
            let passage = figures.rows[row].passage;
            page.view(ViewCommand::ShowPassage(passage));
        }
    });
}

fn ticked(report: &Report, figure: &Figure) -> bool {
    let Passage { document, span } = figure.passage;
    report.tick_at(document, span).is_some()
}

/// A box to tick off; true where it was pressed.
fn tick_ui(ui: &mut Ui, figure: &Figure, ticked: bool) -> bool {
    let mut on = ticked;
    let spec = Command::Note(NoteCommand::Tick(figure.passage, !ticked)).spec();
    ui.checkbox(&mut on, "")
        .on_hover_text(spec.tooltip)
        .accessible_name(format!("{} {}", spec.title, figure.value))
        .clicked()
}

fn figure_ui(ui: &mut Ui, theme: &Theme, report: &Report, figure: &Figure, column: usize) -> Drawn {
    let label = report.label(figure.passage.document);
    match column {
        0 => row_heading(ui, theme, &figure.value),
        1 => {
            let words = RichText::new(&figure.of).color(theme.text);
            ui.add(egui::Label::new(words).wrap());
        }
        2 => small(ui, theme, &label),
        3 => wording_ui(ui, theme, &figure.wording),
        _ => small(ui, theme, &partners(figure)),
    }
    Drawn {
        name: match column {
            0 => format!("{} {} {}", figure.kind.title(), figure.value, figure.of),
            3 => format!("{label}: {}", figure.wording.line()),
            // The other cells say nothing that these two do not.
            _ => String::new(),
        },
        ..Drawn::default()
    }
}

fn partners(figure: &Figure) -> String {
    if figure.partners.is_empty() {
        return "nowhere else".to_owned();
    }
    let letters: Vec<String> = (figure.partners.iter())
        .map(|document| letter(*document).to_string())
        .collect();
    letters.join(", ")
}

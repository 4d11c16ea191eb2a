//! Claims by article: one row a statement, one column an article.

use egui::{RichText, Ui};

use super::frame::{
    articles, filter_ui, nothing_ui, page_frame, pill, row_heading, small, wording_ui,
};
use super::grid::{Column, Drawn, Grid, grid_ui};
use crate::app::command::ViewCommand;
use crate::app::panels::Page;
use crate::app::panels::widgets::paint_badge;
use crate::app::state::State;
use crate::app::theme::Theme;
use crate::model::DocumentId;
use crate::report::Report;
use crate::report::tables::claims::{Cell, Claim, NOT_FOUND, Stance};

pub(super) fn claims_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let explanation = "One row a statement, one column an article. A press on a cell opens its sentence. \
        “Not found” means that the program found no passage that says it, never that the article denies it";
    page_frame(ui, page, "Claims by article", explanation, |ui, page| {
        let Some(report) = page.state.report().cloned() else {
            return;
        };
        let state = page.state;
        let claims = &state.comparison.tables().claims;
        if claims.rows.is_empty() {
            let meaning = if report.analysis.documents.len() < 2 {
                "Open a second article to see what both say"
            } else {
                "The program found nothing that two of the articles say, nor what one says otherwise"
            };
            nothing_ui(ui, page.theme, "No statements to compare", meaning);
            return;
        }
        let rows = claims.matching(&state.drafts.table_filter);
        filter_ui(ui, page, rows.len(), claims.rows.len());
        if rows.is_empty() {
            let meaning = "No statement holds these words";
            nothing_ui(ui, page.theme, "Nothing left", meaning);
            return;
        }
        let theme = page.theme;
        let columns = columns(state, &report);
        let certainty = columns.len() - 1;
        let grid = Grid {
            name: "claims",
            columns: &columns,
            rows: &rows,
            about: 96.0,
            edition: state.comparison.tables().edition(),
        };
        let pressed = grid_ui(ui, theme, &grid, |ui, row, column| {
            let claim = &claims.rows[row];
            if column == 0 {
                statement_ui(ui, theme, &report, claim)
            } else if column == certainty {
                small(ui, theme, &claim.certainty);
                Drawn::default()
            } else {
                cell_ui(ui, theme, &report, claim, DocumentId(column - 1))
            }
        });
        if let Some((row, column)) = pressed {
            let claim = &claims.rows[row];
            let cells = || claim.cells.iter().flatten();
            let pressed = column.checked_sub(1).and_then(|at| claim.cells.get(at));
            let cell = pressed
                .and_then(|cell| cell.as_ref())
                .or_else(|| cells().next());
            if let Some(cell) = cell {
                page.view(ViewCommand::ShowPassage(cell.wording.passage));
            }
        }
    });
}

fn columns(state: &State, report: &Report) -> Vec<Column> {
    let mut columns = vec![Column::new("Statement", 200.0)];
    columns.extend(articles(state, report, 200.0));
    columns.push(Column::new("How certain", 128.0));
    columns
}

/// What the row is about and how many sources it has; the number of the finding where it is one.
fn statement_ui(ui: &mut Ui, theme: &Theme, report: &Report, claim: &Claim) -> Drawn {
    ui.horizontal_top(|ui| {
        if let Some(finding) = claim.finding.map(|at| &report.findings[at]) {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 18.0), egui::Sense::hover());
            paint_badge(ui, theme, rect, finding.number, false);
        }
        ui.vertical(|ui| row_heading(ui, theme, &claim.heading));
    });
    small(
        ui,
        theme,
        &format!("{} · {}", claim.kind, claim.origins.words()),
    );
    Drawn {
        name: format!(
            "{}, {}, {}",
            claim.heading,
            claim.kind,
            claim.origins.words()
        ),
        ..Drawn::default()
    }
}

fn cell_ui(
    ui: &mut Ui,
    theme: &Theme,
    report: &Report,
    claim: &Claim,
    document: DocumentId,
) -> Drawn {
    let Some(cell) = &claim.cells[document.index()] else {
        let words = RichText::new(NOT_FOUND).italics().size(12.5);
        ui.label(words.color(theme.text_weak));
        return Drawn::default();
    };
    let differs = cell.stance == Stance::Differs;
    if claim.cells.iter().flatten().count() > 1 || differs {
        stance_ui(ui, theme, cell);
    }
    wording_ui(ui, theme, &cell.wording);
    for more in &cell.more {
        ui.add_space(3.0);
        small(ui, theme, &format!("Also: {}", more.line()));
    }
    Drawn {
        name: format!(
            "{}: {} {}. {}",
            report.label(document),
            cell.stance.title(),
            cell.value,
            cell.wording.line()
        ),
        fill: differs.then_some(theme.conflict_tint),
        goes_on: false,
    }
}

/// A sign and the words that matter: never a color alone.
fn stance_ui(ui: &mut Ui, theme: &Theme, cell: &Cell) {
    let (sign, color, fill) = match cell.stance {
        Stance::Says => ("=", theme.agree, theme.agree_tint),
        Stance::Refines => ("≈", theme.agree, theme.surface),
        Stance::Updates => ("→", theme.text_weak, theme.surface),
        Stance::Differs => ("≠", theme.conflict, theme.conflict_tint_selected),
    };
    let words = if cell.value.is_empty() {
        cell.stance.title()
    } else {
        &cell.value
    };
    pill(ui, &format!("{sign} {words}"), color, fill);
}

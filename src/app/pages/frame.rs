//! What all pages share: the heading, the filter, words where there is nothing to show, and parts of cells.

use egui::{
    CentralPanel, Color32, CornerRadius, Frame, Label, Margin, RichText, Stroke, TextEdit, Ui,
};

use super::grid::Column;
use crate::app::command::{Command, Field};
use crate::app::panels::Page;
use crate::app::panels::widgets::card;
use crate::app::state::State;
use crate::app::theme::{Theme, semibold, serif};
use crate::model::DocumentId;
use crate::report::Report;
use crate::report::tables::Wording;

/// Size and line of the articles' words in a cell.
const WORDS: f32 = 14.0;
const LINE: f32 = 19.5;

/// A page with its title and a sentence on how to read it.
pub(super) fn page_frame(
    ui: &mut Ui,
    page: &mut Page<'_>,
    title: &str,
    explanation: &str,
    contents: impl FnOnce(&mut Ui, &mut Page<'_>),
) {
    let narrow = ui.available_width() < 700.0;
    let sides = if narrow { 12 } else { 24 };
    let frame = Frame::new()
        .fill(page.theme.gutter)
        .inner_margin(Margin::symmetric(sides, 18));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(
            RichText::new(title)
                .font(semibold(17.0))
                .color(page.theme.text),
        );
        ui.add(Label::new(RichText::new(explanation).color(page.theme.text_weak)).wrap());
        ui.add_space(6.0);
        contents(ui, page);
    });
}

/// The field that narrows a table, with how many rows are left; `shown` of `all`.
pub(super) fn filter_ui(ui: &mut Ui, page: &mut Page<'_>, shown: usize, all: usize) {
    let mut words = page.state.drafts.table_filter.clone();
    ui.horizontal(|ui| {
        let field = ui
            .add(
                TextEdit::singleline(&mut words)
                    .id_salt("table filter")
                    .hint_text("Only rows with these words")
                    .desired_width(260.0)
                    .margin(Margin::symmetric(10, 6)),
            )
            .accessible_name("Only rows with these words");
        if field.changed() {
            page.send(Command::Type(Field::TableFilter, words));
        }
        let count = if shown == all {
            format!("{all} rows")
        } else {
            format!("{shown} of {all} rows")
        };
        ui.label(RichText::new(count).small().color(page.theme.text_weak));
    });
    ui.add_space(4.0);
}

/// Where a page has nothing to show: what that means.
pub(super) fn nothing_ui(ui: &mut Ui, theme: &Theme, title: &str, meaning: &str) {
    card(theme)
        .inner_margin(Margin::symmetric(18, 16))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.label(RichText::new(title).font(semibold(13.5)).color(theme.text));
            ui.add(Label::new(RichText::new(meaning).color(theme.text_weak)).wrap());
        });
}

/// A few words in a rounded box.
pub(super) fn pill(ui: &mut Ui, words: &str, color: Color32, fill: Color32) {
    let outline = Stroke::new(1.0, color.gamma_multiply(0.35));
    Frame::new()
        .fill(fill)
        .stroke(outline)
        .corner_radius(CornerRadius::same(4))
        .inner_margin(Margin::symmetric(6, 1))
        .show(ui, |ui| {
            ui.add(Label::new(RichText::new(words).font(semibold(11.5)).color(color)).truncate());
        });
}

/// An article's words, and below them who says so.
pub(super) fn wording_ui(ui: &mut Ui, theme: &Theme, wording: &Wording) {
    words_ui(ui, theme, &wording.words);
    if let Some(voice) = &wording.voice {
        voice_ui(ui, theme, voice);
    }
}

pub(super) fn words_ui(ui: &mut Ui, theme: &Theme, words: &str) {
    let words = RichText::new(words)
        .font(serif(WORDS))
        .line_height(Some(LINE))
        .color(theme.text);
    ui.add(Label::new(words).wrap());
}

/// Who says the words above.
pub(super) fn voice_ui(ui: &mut Ui, theme: &Theme, voice: &str) {
    let voice = RichText::new(format!("— {voice}")).size(12.0);
    ui.add(Label::new(voice.color(theme.text_weak)).wrap());
}

/// A small line under something.
pub(super) fn small(ui: &mut Ui, theme: &Theme, words: &str) {
    let words = RichText::new(words).small().color(theme.text_weak);
    ui.add(Label::new(words).wrap());
}

/// What heads a row.
pub(super) fn row_heading(ui: &mut Ui, theme: &Theme, words: &str) {
    let words = RichText::new(words).font(semibold(13.0)).color(theme.text);
    ui.add(Label::new(words).wrap());
}

/// One column an article: its letter and outlet, with its day and length.
pub(super) fn articles(state: &State, report: &Report, width: f32) -> Vec<Column> {
    let lengths = &state.comparison.tables().lengths;
    let column = |(id, words): (DocumentId, &usize)| {
        let document = report.analysis.document(id);
        let day = document.metadata.published.as_ref().map(|date| {
            let day = date.day.strftime("%a %-d %b %Y");
            format!("{day}, ")
        });
        Column {
            detail: format!("{}{words} words", day.unwrap_or_default()),
            ..Column::new(report.label(id), width).growing()
        }
    };
    report
        .analysis
        .document_ids()
        .zip(lengths)
        .map(column)
        .collect()
}

//! What the articles agree on, and what only one of them says.

use egui::{Frame, Margin, RichText, ScrollArea, Stroke, Ui};

use super::Page;
use super::widgets::{item, line};
use crate::app::theme::{Theme, semibold};
use crate::model::{Analysis, DocumentId, StatementId, Verdict};
use crate::report::letter;
use crate::text::Span;

/// Rows that the list holds; a longer one is for the exports.
const SHOWN: usize = 200;

pub(super) fn agree_ui(ui: &mut Ui, page: &Page<'_>) {
    let Some(report) = page.state.report() else {
        return;
    };
    let (analysis, theme) = (&report.analysis, page.theme);
    let pairs = &analysis.alignments;
    list_ui(
        ui,
        theme,
        "agree",
        pairs,
        "No passages found that say the same",
        |ui, pair| {
            let color = match pair.verdict {
                Verdict::Agree => theme.agree,
                _ => theme.text_weak,
            };
            ui.horizontal(|ui| {
                let verdict = RichText::new(pair.verdict.title());
                ui.label(verdict.font(semibold(11.5)).color(color));
                if pair.one_source {
                    weak(ui, theme, "Probably one source");
                }
            });
            for side in pair.sides {
                let (document, span) = sentence(analysis, side);
                line(
                    ui,
                    theme,
                    letter(document),
                    &words(analysis, document, span),
                );
            }
        },
    );
}

pub(super) fn only_ui(ui: &mut Ui, page: &Page<'_>) {
    let Some(report) = page.state.report() else {
        return;
    };
    let (analysis, theme) = (&report.analysis, page.theme);
    let passages = &analysis.only;
    list_ui(
        ui,
        theme,
        "only",
        passages,
        "Nothing stands in one article alone",
        |ui, only| {
            let words = words(analysis, only.document, only.span);
            line(ui, theme, letter(only.document), &words);
        },
    );
}

fn list_ui<T>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    items: &[T],
    nothing: &str,
    item_ui: impl Fn(&mut Ui, &T),
) {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink(false)
        .show(ui, |ui| {
            for (index, shown) in items.iter().take(SHOWN).enumerate() {
                let (rect, _) = item(ui, name, index, |ui| padded(ui, |ui| item_ui(ui, shown)));
                ui.painter().hline(
                    rect.x_range(),
                    rect.bottom(),
                    Stroke::new(1.0, theme.border),
                );
            }
            if items.is_empty() {
                padded(ui, |ui| weak(ui, theme, nothing));
            } else if items.len() > SHOWN {
                let more = format!("{} more", items.len() - SHOWN);
                padded(ui, |ui| weak(ui, theme, &more));
            }
        });
}

fn padded(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) -> egui::Rect {
    Frame::new()
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            contents(ui);
        })
        .response
        .rect
}

fn weak(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.label(RichText::new(words).color(theme.text_weak));
}

/// The sentence of a statement: it keeps speaker, negation and hedge.
fn sentence(analysis: &Analysis, id: StatementId) -> (DocumentId, Span) {
    let statement = analysis.statement(id);
    let sentences = &analysis.segments(statement.document).sentences;
    let span = sentences
        .get(statement.sentence)
        .map_or(statement.span, |sentence| sentence.span);
    (statement.document, span)
}

fn words(analysis: &Analysis, document: DocumentId, span: Span) -> String {
    let text = analysis.document(document).text.get(span);
    text.unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

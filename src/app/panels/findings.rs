//! The list of findings, with a filter by kind.

use std::collections::BTreeSet;

use egui::{Align, Frame, Label, Layout, Margin, Response, RichText, ScrollArea, Ui};

use super::Page;
use super::widgets::{badge, chip, for_chips, item, line, row};
use crate::app::command::{Command, FindingCommand, ViewCommand};
use crate::app::theme::{Theme, semibold};
use crate::model::Kind;
use crate::notebook::Decision;
use crate::report::{Finding, Report, letter};

pub(super) fn findings_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    chips_ui(ui, page, &report);
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink(false)
        .show(ui, |ui| {
            if report.findings.is_empty() {
                nothing_ui(ui, page.theme);
            }
            for index in page.state.visible() {
                let selected = page.state.view.selected == Some(index);
                let finding = &report.findings[index];
                // Its height changes with what the reader says of it.
                let list = format!("findings {:?} {}", finding.decision, finding.note.is_some());
                let (rect, response) = item(ui, &list, index, |ui| {
                    finding_ui(ui, page.theme, finding, selected)
                });
                if selected && page.state.view.bring_level {
                    ui.scroll_to_rect(rect, None);
                }
                if response.is_some_and(|response| response.clicked()) {
                    page.send(Command::Finding(FindingCommand::Select(Some(index))));
                }
            }
            may_miss_ui(ui, page.theme, &report);
        });
}

fn chips_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report) {
    let kinds: BTreeSet<Kind> = report
        .findings
        .iter()
        .map(|finding| finding.conflict.kind)
        .collect();
    if kinds.len() < 2 {
        return;
    }
    Frame::new()
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            for_chips(ui);
            ui.horizontal_wrapped(|ui| {
                let chosen = &page.state.view.kinds;
                if chip(ui, page.theme, "All kinds", chosen.is_empty()).clicked() {
                    page.view(ViewCommand::Filter(None));
                }
                for kind in kinds {
                    let on = page.state.view.kinds.contains(&kind);
                    if chip(ui, page.theme, kind.title(), on).clicked() {
                        page.view(ViewCommand::Filter(Some(kind)));
                    }
                }
            });
        });
}

fn finding_ui(ui: &mut Ui, theme: &Theme, finding: &Finding, selected: bool) -> Response {
    let percent = format!("{:.0}", finding.conflict.confidence * 100.0);
    let verdict = verdict_words(finding);
    let heading = format!("{} · {verdict}", finding.conflict.kind.title());
    let letters = finding
        .conflict
        .sides
        .each_ref()
        .map(|side| letter(side.document));
    let decided = finding.decision.map(|decision| decision.title());
    let name = format!(
        "{} {heading}, confidence {percent}. {}: {}. {}: {}. {}",
        finding.number,
        letters[0],
        finding.lines[0],
        letters[1],
        finding.lines[1],
        decided.unwrap_or_default()
    );
    row(ui, theme, selected, &name, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 9.0;
            badge(ui, theme, finding);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                title_ui(ui, theme, &heading, &percent);
                for (letter, words) in letters.iter().zip(&finding.lines) {
                    line(ui, theme, *letter, words);
                }
                review_ui(ui, theme, finding);
            });
        });
    })
}

/// Kind and verdict on the left, the confidence on the right.
fn title_ui(ui: &mut Ui, theme: &Theme, heading: &str, percent: &str) {
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            ui.label(RichText::new(percent).small().color(theme.text_weak))
                .on_hover_text("Confidence, of 100");
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                let words = RichText::new(heading).font(semibold(11.5));
                ui.add(Label::new(words.color(theme.conflict)).wrap());
            });
        });
    });
}

/// How the verdict reads within a heading.
pub(super) fn verdict_words(finding: &Finding) -> String {
    let title = finding.conflict.verdict.title();
    let mut characters = title.chars();
    characters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(characters)
        .collect()
}

/// What the reader said of it: a sign and words, never a color alone.
fn review_ui(ui: &mut Ui, theme: &Theme, finding: &Finding) {
    let decision = match finding.decision {
        Some(Decision::Confirmed) => Some("✓ Real difference"),
        Some(Decision::Dismissed) => Some("× Not a difference"),
        None => None,
    };
    let note = finding.note.as_ref().map(|_| "Note");
    let words: Vec<&str> = decision.into_iter().chain(note).collect();
    if !words.is_empty() {
        ui.label(
            RichText::new(words.join(" · "))
                .small()
                .color(theme.text_weak),
        );
    }
}

fn nothing_ui(ui: &mut Ui, theme: &Theme) {
    Frame::new()
        .inner_margin(Margin::symmetric(14, 16))
        .show(ui, |ui| {
            ui.label(RichText::new("No conflicts found").font(semibold(13.0)));
            ui.add_space(4.0);
            ui.label(
                RichText::new(
                    "That does not mean that the articles agree: the program marks only what it can explain.",
                )
                .color(theme.text_weak),
            );
        });
}

/// The list says what it may miss.
fn may_miss_ui(ui: &mut Ui, theme: &Theme, report: &Report) {
    Frame::new()
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            ui.label(
                RichText::new(report.summary())
                    .small()
                    .color(theme.text_weak),
            );
        });
}

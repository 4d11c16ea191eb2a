//! The list of findings.

use egui::{Align, Frame, Label, Layout, Margin, Panel, Response, RichText, ScrollArea, Ui};

use super::Page;
use super::listing::{chips_ui, threshold_ui};
use super::widgets::{badge, item, line, row};
use crate::app::command::{Command, FindingCommand};
use crate::app::theme::{Theme, semibold};
use crate::notebook::Decision;
use crate::report::{Finding, Report, letter};

pub(super) fn findings_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    Panel::bottom("threshold")
        .frame(Frame::new())
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| threshold_ui(ui, page, &report));
    chips_ui(ui, page, &report);
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink(false)
        .show(ui, |ui| {
            let listed = page.state.visible();
            if report.findings.is_empty() && report.muted.is_empty() {
                nothing_ui(ui, page.theme);
            } else if listed.is_empty() {
                left_out_ui(ui, page.theme);
            }
            for index in listed {
                let selected = page.state.view.selected == Some(index);
                let finding = &report.findings[index];
                // Its height changes with what the reader says of it, and with the selection where it is folded.
                let folded = is_folded(finding, selected);
                let marked = finding.reviewed() || !finding.tags.is_empty();
                let list = format!("findings {folded} {marked}");
                let (rect, response) = item(ui, &list, index, |ui| {
                    finding_ui(ui, page.theme, &report, finding, selected)
                });
                if selected && page.state.view.bring_level {
                    ui.scroll_to_rect(rect, None);
                }
                if response.is_some_and(|response| response.clicked()) {
                    page.send(Command::Finding(FindingCommand::Select(Some(index))));
                }
            }
        });
}

fn finding_ui(
    ui: &mut Ui,
    theme: &Theme,
    report: &Report,
    finding: &Finding,
    selected: bool,
) -> Response {
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
                if !is_folded(finding, selected) {
                    for (letter, words) in letters.iter().zip(&finding.lines) {
                        line(ui, theme, *letter, words);
                    }
                }
                review_ui(ui, theme, report, finding);
            });
        });
    })
}

/// What the reader decided on takes less room, until it is selected again.
fn is_folded(finding: &Finding, selected: bool) -> bool {
    finding.decision.is_some() && !selected
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

/// "Within A", where one article holds both passages; else the verdict.
pub(super) fn verdict_title(finding: &Finding) -> String {
    let [one, other] = finding.conflict.sides.each_ref().map(|side| side.document);
    if one == other {
        return format!("Within {}", letter(one));
    }
    finding.conflict.verdict.title().to_owned()
}

/// How that reads after other words.
fn verdict_words(finding: &Finding) -> String {
    let title = verdict_title(finding);
    let mut characters = title.chars();
    characters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(characters)
        .collect()
}

/// What the reader said of it: a sign and words, never a color alone.
fn review_ui(ui: &mut Ui, theme: &Theme, report: &Report, finding: &Finding) {
    let decision = match finding.decision {
        Some(Decision::Confirmed) => Some("✓ Real difference"),
        Some(Decision::Dismissed) => Some("× Not a difference"),
        None => None,
    };
    let letters = (finding.conflict.sides.each_ref()).map(|side| letter(side.document));
    let outcome = finding.outcome.as_ref();
    let outcome = outcome.map(|outcome| outcome.standing.title(letters));
    let note = finding.note.as_ref().map(|_| "Note");
    let by_hand = finding.by_hand.map(|_| "By hand");
    let tags = (finding.tags.iter()).filter_map(|id| report.tag(*id));
    let words: Vec<&str> = (decision.into_iter().chain(outcome.as_deref()))
        .chain(by_hand)
        .chain(note)
        .chain(tags.map(|tag| tag.name.as_str()))
        .collect();
    if !words.is_empty() {
        ui.label(
            RichText::new(words.join(" · "))
                .small()
                .color(theme.text_weak),
        );
    }
}

fn left_out_ui(ui: &mut Ui, theme: &Theme) {
    Frame::new()
        .inner_margin(Margin::symmetric(14, 16))
        .show(ui, |ui| {
            let words = RichText::new("All findings are left out by what you chose above");
            ui.label(words.color(theme.text_weak));
        });
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

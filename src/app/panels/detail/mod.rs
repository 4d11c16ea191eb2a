//! The selected finding: both passages, the reason, the decision and what it rests on, the note, what came of it.

mod alike;
mod class;
mod outcome;
mod tags;
mod why;

use egui::{CornerRadius, Frame, Id, Key, Label, Margin, RichText, Sense, TextEdit, Ui, vec2};

use super::Page;
use super::fields::{entered, field_ui};
use super::findings::verdict_title;
use super::quotation::quotation_ui;
use super::widgets::{Weight, badge, caption, chip, command_button, scrolled_ui};
use crate::app::command::{Command, Field, FindingCommand, NoteCommand, ReviewCommand};
use crate::app::state::FindingPart;
use crate::app::theme::{Theme, semibold};
use crate::model::Gates;
use crate::notebook::Decision;
use crate::report::{Finding, reliability};

pub(super) fn detail_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let (Some(report), Some(finding)) = (
        page.state.report().cloned(),
        page.state.selected_finding().cloned(),
    ) else {
        nothing_ui(ui, page);
        return;
    };
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    if escaped && page.state.view.reviewing.is_some() && page.state.view.dialog.is_none() {
        page.send(Command::Review(ReviewCommand::CloseEdit));
    }
    scrolled_ui(ui, "finding", |ui| {
        heading_ui(ui, page.theme, &finding);
        for quote in &finding.quotes {
            quotation_ui(ui, page.theme, &report, quote, &[quote.side]);
        }
        if finding.by_hand.is_none() {
            reason_ui(ui, page.theme, &finding);
        }
        decide_ui(ui, page, &finding);
        class::class_ui(ui, page, &finding);
        note_ui(ui, page);
        outcome::outcome_ui(ui, page, &finding);
        tags::tags_ui(ui, page, &finding);
        if finding.by_hand.is_none() {
            gates_ui(ui, page.theme, &finding.conflict.gates);
        }
    });
}

fn nothing_ui(ui: &mut Ui, page: &Page<'_>) {
    let words = if page.state.hides_findings() {
        "The findings are hidden until you reveal them"
    } else {
        "Choose a finding in the list or in the text, or press F8"
    };
    Frame::new()
        .inner_margin(Margin::symmetric(14, 16))
        .show(ui, |ui| {
            let words = RichText::new(words).color(page.theme.text_weak);
            ui.add(Label::new(words).wrap());
        });
}

fn heading_ui(ui: &mut Ui, theme: &Theme, finding: &Finding) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 9.0;
        badge(ui, theme, finding);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(
                RichText::new(&finding.heading)
                    .font(semibold(14.0))
                    .color(theme.text),
            );
            let verdict = verdict_title(finding);
            ui.label(RichText::new(verdict).small().color(theme.conflict));
            if finding.by_hand.is_some() {
                small(ui, theme, "You linked these passages by hand");
            }
        });
    });
}

fn reason_ui(ui: &mut Ui, theme: &Theme, finding: &Finding) {
    ui.add_space(2.0);
    caption(ui, theme, "Why this is flagged");
    ui.label(RichText::new(&finding.conflict.explanation).color(theme.text));
    let confidence = finding.conflict.confidence;
    let bar = vec2(ui.available_width(), 5.0);
    let (rect, response) = ui.allocate_exact_size(bar, Sense::hover());
    let round = CornerRadius::same(3);
    ui.painter().rect_filled(rect, round, theme.border);
    let mut filled = rect;
    filled.set_width(rect.width() * confidence.clamp(0.0, 1.0));
    ui.painter().rect_filled(filled, round, theme.conflict);
    let percent = format!("Confidence {:.0} of 100", confidence * 100.0);
    response.on_hover_text(percent);
    small(ui, theme, &reliability::confidence_in_words(confidence));
    // What was measured is the kind that the program found, whatever the reader calls it.
    let kind = finding
        .proposed
        .map_or(finding.conflict.kind, |found| found.kind);
    let words = format!("{}: {}", kind.title(), reliability::kind_in_words(kind));
    small(ui, theme, &words);
}

fn decide_ui(ui: &mut Ui, page: &mut Page<'_>, finding: &Finding) {
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        for (command, decision) in [
            (FindingCommand::Confirm, Decision::Confirmed),
            (FindingCommand::Dismiss, Decision::Dismissed),
        ] {
            let weight = if finding.decision == Some(decision) {
                Weight::Primary
            } else {
                Weight::Plain
            };
            command_button(ui, page, &Command::Finding(command), weight);
        }
        let copy = Command::Finding(FindingCommand::CopyQuote);
        command_button(ui, page, &copy, Weight::Plain);
        if page.state.view.reviewing != Some(FindingPart::Class) {
            let edit = ReviewCommand::Edit(FindingPart::Class);
            command_button(ui, page, &Command::Review(edit), Weight::Plain);
        }
    });
    match finding.decision {
        Some(Decision::Confirmed) => {
            small(ui, page.theme, "✓ You called it a real difference");
        }
        Some(Decision::Dismissed) => {
            why::why_ui(ui, page, finding);
            alike::alike_ui(ui, page, finding);
        }
        None => {}
    }
    if finding.by_hand.is_some() {
        let unlink = Command::Review(ReviewCommand::Unlink);
        command_button(ui, page, &unlink, Weight::Plain);
    }
}

/// A small line that breaks where it has to.
fn small(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.add(Label::new(RichText::new(words).small().color(theme.text_weak)).wrap());
}

/// What was typed can be kept, or left as it was.
fn keep_ui(ui: &mut Ui, page: &mut Page<'_>, keep: ReviewCommand) {
    ui.horizontal(|ui| {
        command_button(ui, page, &Command::Review(keep), Weight::Primary);
        let cancel = Command::Review(ReviewCommand::CloseEdit);
        command_button(ui, page, &cancel, Weight::Plain);
    });
}

/// A chip that calls a command of this page; its accessible name is what stands on it.
fn choice_ui(ui: &mut Ui, page: &mut Page<'_>, words: &str, on: bool, command: ReviewCommand) {
    let command = Command::Review(command);
    let response = chip(ui, page.theme, words, on).on_hover_text(command.spec().tooltip);
    if response.clicked() {
        page.send(command);
    }
}

fn note_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.add_space(2.0);
    let label = caption(ui, page.theme, "Note on this finding");
    let mut text = page.state.drafts.note.clone();
    let id = Id::unique("note on the finding");
    let field = ui
        .add(
            TextEdit::multiline(&mut text)
                .id(id)
                .desired_rows(3)
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(10, 8))
                .hint_text("Write a note… Ctrl M"),
        )
        .labelled_by(label.id);
    if page.state.view.focus_note {
        field.request_focus();
        field.scroll_to_me(None);
    }
    if field.changed() {
        page.send(Command::Type(Field::Note, text));
    }
    if field.lost_focus() {
        page.send(Command::Note(NoteCommand::Commit));
    }
}

/// What had to hold before the two passages were compared at all.
fn gates_ui(ui: &mut Ui, theme: &Theme, gates: &Gates) {
    ui.add_space(2.0);
    caption(ui, theme, "Checked first");
    for (question, gate) in gates.each() {
        let sign = if gate.passed { "✓" } else { "×" };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.label(RichText::new(sign).size(12.0).color(theme.agree));
            let words = format!("{question}: {}", gate.because);
            ui.add(egui::Label::new(RichText::new(words).size(12.0).color(theme.text_weak)).wrap());
        });
    }
}

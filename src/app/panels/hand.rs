//! Two passages that the reader is about to link, and how they stand to each other.

use egui::{Id, Key, Label, Margin, RichText, TextEdit, Ui};

use super::Page;
use super::widgets::{Weight, caption, card, chip, chips_ui, command_button};
use crate::app::command::{Command, Field, HandCommand, ViewCommand};
use crate::app::state::RelationSort;
use crate::app::theme::{semibold, serif};
use crate::model::Kind;
use crate::report::Report;
use crate::report::tables::Passage;

pub(super) fn link_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let (Some(report), Some(draft)) =
        (page.state.report().cloned(), page.state.drafts.link.clone())
    else {
        page.view(ViewCommand::CloseDialog);
        return;
    };
    if page.state.hides_findings() {
        for side in draft.sides {
            passage_ui(ui, page, &report, side);
        }
        words_ui(ui, page, "What does not go together, and why?", draft.words);
        keep_ui(ui, page);
        return;
    }
    passage_ui(ui, page, &report, draft.sides[0]);
    chips_ui(ui, page, |ui, page| {
        for relation in RelationSort::ALL {
            let on = relation == draft.relation;
            if chip(ui, page.theme, relation.title(), on).clicked() {
                page.send(Command::Hand(HandCommand::Relate(relation)));
            }
        }
    });
    if draft.relation == RelationSort::Own {
        words_ui(ui, page, "How the first stands to the second", draft.words);
    }
    passage_ui(ui, page, &report, draft.sides[1]);
    if draft.relation == RelationSort::Contradicts {
        caption(ui, page.theme, "What differs");
        chips_ui(ui, page, |ui, page| {
            for kind in Kind::ALL {
                if chip(ui, page.theme, kind.title(), kind == draft.kind).clicked() {
                    page.send(Command::Hand(HandCommand::SetKind(kind)));
                }
            }
        });
        let words = "It becomes a finding of your own in the list";
        ui.label(RichText::new(words).small().color(page.theme.text_weak));
    }
    keep_ui(ui, page);
}

fn keep_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let keep = Command::Hand(HandCommand::Keep);
        let button = command_button(ui, page, &keep, Weight::Primary);
        // Return keeps it without a hand on the pointer.
        if ui.memory(|memory| memory.focused().is_none()) {
            button.request_focus();
        }
        if ui.button("Cancel").clicked() {
            page.view(ViewCommand::CloseDialog);
        }
    });
}

fn words_ui(ui: &mut Ui, page: &mut Page<'_>, title: &str, mut words: String) {
    let label = caption(ui, page.theme, title);
    let field = ui
        .add(
            TextEdit::singleline(&mut words)
                .id(Id::unique("link words"))
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(8, 6)),
        )
        .labelled_by(label.id);
    if field.changed() {
        page.send(Command::Type(Field::LinkWords, words));
    }
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        page.send(Command::Hand(HandCommand::Keep));
    }
}

/// The passage in quotation marks, under its name and its outlet.
pub(super) fn passage_ui(ui: &mut Ui, page: &Page<'_>, report: &Report, passage: Passage) {
    /// Enough to know the passage again.
    const SHOWN: usize = 60;
    let text = &report.analysis.document(passage.document).text;
    let words: Vec<&str> = (text.get(passage.span).unwrap_or_default())
        .split_whitespace()
        .collect();
    let shown = words.get(..SHOWN).unwrap_or(&words).join(" ");
    let more = if words.len() > SHOWN { " …" } else { "" };
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let name = report.passage_name(passage.document, passage.span);
        let outlet = report.analysis.document(passage.document).label();
        ui.label(
            RichText::new(format!("{name} · {outlet}"))
                .font(semibold(11.5))
                .color(page.theme.text_weak),
        );
        let quoted = RichText::new(format!("“{shown}{more}”")).font(serif(15.0));
        ui.add(Label::new(quoted.color(page.theme.text)).wrap());
    });
}

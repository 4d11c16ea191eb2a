//! What a student marks while the findings are hidden, and afterwards both laid over each other.

use egui::{Align, Label, Layout, RichText, Ui};

use super::Page;
use super::widgets::{Weight, caption, card, command_button, row, scrolled_ui};
use crate::app::command::{Command, FileCommand, FindingCommand, HandCommand, TeachCommand};
use crate::app::state::Teach;
use crate::app::theme::semibold;
use crate::export::Format;
use crate::report::teaching::{Laid, laid};
use crate::report::{Mark, Report};

pub(super) fn teach_ui(ui: &mut Ui, page: &mut Page<'_>, teach: Teach) {
    let Some(report) = page.state.report().cloned() else {
        return;
    };
    scrolled_ui(ui, "teach", |ui| {
        if teach.revealed {
            revealed_ui(ui, page, &report, &laid(&report));
        } else {
            looking_ui(ui, page, &report, teach);
        }
        ui.add_space(6.0);
        papers_ui(ui, page);
    });
}

/// Before: marking pairs, without a word about what the program found.
fn looking_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, teach: Teach) {
    heading_ui(ui, page, "What does not go together?");
    words_ui(
        ui,
        page,
        "Select words in one article, then in the other, and mark the pair. The findings are hidden until you reveal them",
    );
    let link = Command::Hand(HandCommand::Link);
    let keys = link.keys(ui.ctx()).unwrap_or_default();
    let words = format!("Mark pair…  {keys}");
    let button = ui.button(words).accessible_name("Mark pair…");
    if button.clicked() {
        page.send(link);
    }
    let mut hidden = teach.hide_outlets;
    let hide = TeachCommand::HideOutlets(!hidden);
    let spec = Command::Teach(hide).spec();
    if ui
        .checkbox(&mut hidden, spec.title)
        .on_hover_text(spec.tooltip)
        .clicked()
    {
        page.send(Command::Teach(hide));
    }
    for mark in &report.marks {
        mark_ui(ui, page, report, mark);
    }
    ui.horizontal_wrapped(|ui| {
        let reveal = Command::Teach(TeachCommand::Reveal);
        command_button(ui, page, &reveal, Weight::Primary);
        command_button(ui, page, &Command::Teach(TeachCommand::End), Weight::Plain);
    });
}

/// Afterwards: nothing here counts as anybody's mistake.
fn revealed_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, laid: &Laid) {
    caption(
        ui,
        page.theme,
        &format!("Found by both {}", laid.both.len()),
    );
    for (mark, finding) in &laid.both {
        mark_ui(ui, page, report, &report.marks[*mark]);
        finding_ui(ui, page, report, *finding);
    }
    let title = format!("Only you {}", laid.student.len());
    caption(ui, page.theme, &title);
    if !laid.student.is_empty() {
        words_ui(
            ui,
            page,
            "The program misses much of what a reader sees. What makes you say so?",
        );
    }
    for mark in &laid.student {
        mark_ui(ui, page, report, &report.marks[*mark]);
    }
    let title = format!("Only the program {}", laid.program.len());
    caption(ui, page.theme, &title);
    if !laid.program.is_empty() {
        words_ui(
            ui,
            page,
            "Is it right? Why? The program is often wrong: press one and decide",
        );
    }
    for finding in &laid.program {
        finding_ui(ui, page, report, *finding);
    }
    command_button(
        ui,
        page,
        &Command::Teach(TeachCommand::End),
        Weight::Primary,
    );
}

fn mark_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, mark: &Mark) {
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            let names = mark.places.iter().map(|place| match place {
                Some((document, span)) => report.passage_name(*document, *span),
                None => "gone".to_owned(),
            });
            let names = names.collect::<Vec<_>>().join(" – ");
            let show = Command::Teach(TeachCommand::Show(mark.id));
            let press = egui::Link::new(RichText::new(names).font(semibold(12.5)));
            if ui.add(press).on_hover_text(show.spec().tooltip).clicked() {
                page.send(show);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let remove = Command::Teach(TeachCommand::RemoveMark(mark.id));
                let title = remove.spec().title;
                let button = ui.small_button("×").on_hover_text(title);
                if button.accessible_name(title).clicked() {
                    page.send(remove);
                }
            });
        });
        for anchor in &mark.anchors {
            words_ui(ui, page, &format!("“{}”", anchor.words()));
        }
        if !mark.words.is_empty() {
            let words = RichText::new(&mark.words).color(page.theme.text);
            ui.add(Label::new(words).wrap());
        }
    });
}

fn finding_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, index: usize) {
    let finding = &report.findings[index];
    let selected = page.state.view.selected == Some(index);
    let decided = finding.decision.map(|decision| decision.title());
    let name = format!("{} {}", finding.number, finding.heading);
    let response = row(ui, page.theme, selected, &name, |ui| {
        ui.horizontal_top(|ui| {
            super::widgets::badge(ui, page.theme, finding);
            ui.vertical(|ui| {
                let words = RichText::new(&finding.heading).font(semibold(12.5));
                ui.add(Label::new(words.color(page.theme.text)).wrap());
                words_ui(ui, page, decided.unwrap_or("Not decided"));
            });
        });
    });
    if response.clicked() {
        page.send(Command::Finding(FindingCommand::Select(Some(index))));
    }
}

/// Pages to print: one for the class, one for the teacher.
fn papers_ui(ui: &mut Ui, page: &mut Page<'_>) {
    caption(ui, page.theme, "To print");
    ui.horizontal_wrapped(|ui| {
        for format in Format::TEACHING {
            let words = format!("{}…", format.title());
            if ui.button(words).on_hover_text(format.purpose()).clicked() {
                page.send(Command::File(FileCommand::Export(format)));
            }
        }
    });
}

fn heading_ui(ui: &mut Ui, page: &Page<'_>, words: &str) {
    let words = RichText::new(words).font(semibold(14.0));
    ui.add(Label::new(words.color(page.theme.text)).wrap());
}

fn words_ui(ui: &mut Ui, page: &Page<'_>, words: &str) {
    let words = RichText::new(words).small().color(page.theme.text_weak);
    ui.add(Label::new(words).wrap());
}

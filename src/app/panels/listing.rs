//! What stands around the list of findings: what is listed, in which order, and from which confidence on.

use std::collections::BTreeMap;

use egui::{Button, Frame, Margin, RichText, Slider, SliderClamping, Stroke, Ui};

use super::Page;
use super::widgets::{chip, for_chips};
use crate::app::command::{Command, ReviewCommand, ViewCommand};
use crate::app::state::{Listing, Order};
use crate::model::{Kind, Verdict};
use crate::report::{Finding, Report, reliability};

/// Chips with the number of findings behind each, above the list.
pub(super) fn chips_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report) {
    let findings = &report.findings;
    if findings.len() < 2 {
        muted_ui(ui, page);
        return;
    }
    let listing = page.state.view.listing.clone();
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for finding in findings {
        *kinds.entry(finding.conflict.kind).or_default() += 1;
    }
    Frame::new()
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            for_chips(ui);
            ui.horizontal_wrapped(|ui| {
                let everything = listing.everything();
                let all = (findings.iter())
                    .filter(|finding| everything.shows(finding))
                    .count();
                let mut chips = vec![(
                    "All".to_owned(),
                    all,
                    listing == everything,
                    ViewCommand::Filter(None),
                )];
                if kinds.len() > 1 {
                    chips.extend(kinds.into_iter().map(|(kind, count)| {
                        let on = listing.kinds.contains(&kind);
                        (
                            kind.title().to_owned(),
                            count,
                            on,
                            ViewCommand::Filter(Some(kind)),
                        )
                    }));
                }
                chips.extend(verdict_chips(findings, &listing));
                let undecided = (findings.iter())
                    .filter(|finding| finding.decision.is_none())
                    .count();
                if undecided < findings.len() {
                    let on = listing.undecided;
                    chips.push((
                        "To decide".to_owned(),
                        undecided,
                        on,
                        ViewCommand::Undecided(!on),
                    ));
                }
                for (title, count, on, command) in chips {
                    if chip(ui, page.theme, &format!("{title} {count}"), on).clicked() {
                        page.view(command);
                    }
                }
                order_ui(ui, page);
            });
        });
    muted_ui(ui, page);
}

/// What the reader muted, each with how many findings that takes off the list; pressing it lists them again.
fn muted_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let muted = page.state.muted();
    if muted.is_empty() {
        return;
    }
    Frame::new()
        .inner_margin(Margin {
            left: 12,
            right: 12,
            top: 2,
            bottom: 8,
        })
        .show(ui, |ui| {
            for_chips(ui);
            ui.horizontal_wrapped(|ui| {
                for (what, words, count) in muted {
                    let unmute = Command::Review(ReviewCommand::Unmute(what));
                    let spec = unmute.spec();
                    let response =
                        chip(ui, page.theme, &format!("Muted: {words} {count} ×"), false)
                            .on_hover_text(format!("{}: {}", spec.title, spec.tooltip))
                            .accessible_name(format!("{} {words}", spec.title));
                    if response.clicked() {
                        page.send(unmute);
                    }
                }
            });
        });
}

/// One for each verdict, where there are both.
fn verdict_chips(
    findings: &[Finding],
    listing: &Listing,
) -> Vec<(String, usize, bool, ViewCommand)> {
    let chips: Vec<_> = [
        (Verdict::Conflict, "Contradict"),
        (Verdict::Dispute, "Sources disagree"),
    ]
    .into_iter()
    .map(|(verdict, title)| {
        let of_it = |finding: &&Finding| finding.conflict.verdict == verdict;
        let on = listing.verdict == Some(verdict);
        let command = ViewCommand::FilterVerdict((!on).then_some(verdict));
        (
            title.to_owned(),
            findings.iter().filter(of_it).count(),
            on,
            command,
        )
    })
    .collect();
    let both = chips.iter().all(|(_, count, ..)| *count > 0);
    if both { chips } else { Vec::new() }
}

/// A word that changes the order, and says which it is.
fn order_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let order = page.state.view.listing.order;
    let [place, confidence] = Order::ALL;
    let other = if order == place { confidence } else { place };
    let command = Command::View(ViewCommand::Sort(other));
    let spec = command.spec();
    let words = RichText::new(format!("{} \u{25be}", order.title())).size(11.5);
    let button = Button::new(words.color(page.theme.text)).frame(false);
    let response = ui
        .add(button)
        .on_hover_text(spec.tooltip)
        .accessible_name(spec.title);
    if response.clicked() {
        page.send(command);
    }
}

/// From which confidence on findings are shown, and what that meant on test stories.
pub(super) fn threshold_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report) {
    /// Measured at these steps.
    const STEP: f64 = 5.0;
    let range = reliability::range();
    let hundredths = |share: f32| (share * 100.0).round() as u8;
    let mut from = hundredths(report.min_confidence);
    let spec = Command::View(ViewCommand::Threshold(from)).spec();
    let room = Frame::new()
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal(|ui| {
                let label = ui.label(
                    RichText::new(spec.title)
                        .small()
                        .color(page.theme.text_weak),
                );
                let number = 34.0;
                ui.spacing_mut().slider_width = (ui.available_width() - number).max(40.0);
                // The rail has the color of a resting widget, which is that of the ground.
                let handle = &mut ui.visuals_mut().widgets.inactive;
                handle.bg_fill = page.theme.border;
                handle.fg_stroke = Stroke::new(1.0, page.theme.border_strong);
                let slider = Slider::new(
                    &mut from,
                    hundredths(*range.start())..=hundredths(*range.end()),
                )
                .step_by(STEP)
                .clamping(SliderClamping::Edits)
                .show_value(false);
                let response = ui
                    .add(slider)
                    .labelled_by(label.id)
                    .on_hover_text(spec.tooltip);
                ui.label(
                    RichText::new(from.to_string())
                        .small()
                        .color(page.theme.text_weak),
                );
                if response.changed() {
                    page.view(ViewCommand::Threshold(from));
                }
            });
            ui.label(
                RichText::new(report.summary())
                    .small()
                    .color(page.theme.text_weak),
            );
        });
    let top = room.response.rect.top();
    let line = Stroke::new(1.0, page.theme.border);
    ui.painter().hline(ui.max_rect().x_range(), top, line);
}

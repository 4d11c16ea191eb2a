//! The two passages of the selected finding and nothing else, side by side, with the words that differ marked.

use egui::{Align, Label, Layout, RichText, ScrollArea, Ui};

use super::Page;
use super::quotation::quotation_ui;
use super::widgets::{Weight, badge, command_button, labeled_button};
use crate::app::command::{Command, FindingCommand, ViewCommand};
use crate::app::theme::semibold;
use crate::report::Quote;
use crate::text::Span;

/// Narrower than this, the passages stand below each other.
const SIDE_BY_SIDE: f32 = 560.0;

/// How wide the card is, as far as the window has room.
pub(super) const WIDTH: f32 = 880.0;

pub(super) fn together_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let (Some(report), Some(finding)) = (
        page.state.report().cloned(),
        page.state.selected_finding().cloned(),
    ) else {
        page.view(ViewCommand::CloseDialog);
        return;
    };
    let theme = page.theme;
    ui.horizontal_wrapped(|ui| {
        badge(ui, theme, &finding);
        ui.label(RichText::new(&finding.heading).font(semibold(15.0)));
        let verdict = finding.conflict.verdict.title();
        ui.label(RichText::new(verdict).small().color(theme.conflict));
    });
    let differing = report.differing(&finding);
    let passage_ui = |ui: &mut Ui, quote: &Quote, differing: &[Span]| {
        let whole = [quote.side];
        let tinted = if differing.is_empty() {
            &whole
        } else {
            differing
        };
        quotation_ui(ui, theme, &report, quote, tinted);
    };
    let passages = finding.quotes.iter().zip(&differing);
    let most = ui.ctx().content_rect().height() * 0.5;
    ScrollArea::vertical()
        .id_salt("together")
        .max_height(most)
        .show(ui, |ui| {
            if ui.available_width() < SIDE_BY_SIDE {
                for (quote, differing) in passages {
                    passage_ui(ui, quote, differing);
                }
                return;
            }
            ui.columns(2, |columns| {
                for (ui, (quote, differing)) in columns.iter_mut().zip(passages) {
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        passage_ui(ui, quote, differing);
                    });
                }
            });
        });
    let reason = RichText::new(&finding.conflict.explanation).color(theme.text_weak);
    ui.add(Label::new(reason).wrap());
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for command in [
            FindingCommand::Confirm,
            FindingCommand::Dismiss,
            FindingCommand::CopyQuote,
        ] {
            command_button(ui, page, &Command::Finding(command), Weight::Plain);
        }
        for (command, sign) in [
            (FindingCommand::Previous, "◂ F7"),
            (FindingCommand::Next, "F8 ▸"),
        ] {
            labeled_button(ui, page, &Command::Finding(command), sign, Weight::Plain);
        }
        let close = Command::View(ViewCommand::CloseDialog);
        command_button(ui, page, &close, Weight::Primary);
    });
}

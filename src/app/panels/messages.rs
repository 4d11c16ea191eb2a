//! Messages over the page: what failed or was done, each with a way to close it.

use egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Stroke, Ui};

use super::Page;
use crate::app::command::{Command, ViewCommand};
use crate::app::state::{Message, Tone};

/// More than this scrolls, so that many failures leave room for what opened.
const HEIGHT: f32 = 140.0;

pub(super) fn messages_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ScrollArea::vertical()
        .id_salt("messages")
        .max_height(HEIGHT)
        // The panel grows with its messages, not the other way round.
        .min_scrolled_height(HEIGHT)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, message) in page.state.messages.iter().enumerate() {
                if message_ui(ui, page.theme, message) {
                    page.commands
                        .push(Command::View(ViewCommand::DismissMessage(index)));
                }
            }
        });
}

/// True where it was closed.
fn message_ui(ui: &mut Ui, theme: &crate::app::theme::Theme, message: &Message) -> bool {
    let (sign, color, fill) = match message.tone {
        Tone::Done => ("✓", theme.agree, theme.agree_tint),
        Tone::Advice => ("→", theme.accent, theme.selection),
        Tone::Failed => ("⚠", theme.danger, theme.gutter),
    };
    let shown = Frame::new()
        .fill(fill)
        .inner_margin(Margin::symmetric(14, 5))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(RichText::new(sign).color(color));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let closed = ui
                        .small_button("×")
                        .on_hover_text("Close this message")
                        .accessible_name("Close this message")
                        .clicked();
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(
                            egui::Label::new(RichText::new(&message.text).color(theme.text)).wrap(),
                        );
                    });
                    closed
                })
                .inner
            })
            .inner
        });
    let rect = shown.response.rect;
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, theme.border),
    );
    shown.inner
}

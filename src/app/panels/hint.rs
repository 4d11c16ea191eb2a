//! What a reader who is here for the first time is told, beside what it is about.

use egui::{Align2, Area, Context, Frame, Id, Margin, Order, RichText, Stroke, Ui, Vec2, vec2};

use super::widgets::{Weight, command_button, labeled_button};
use super::{Page, room_for_both};
use crate::app::command::{Command, FindingCommand, ReadingCommand, SettingCommand};
use crate::app::state::{Aside, Hint, MainPage};
use crate::app::theme::semibold;

const WIDTH: f32 = 272.0;

pub(super) fn hint_ui(ctx: &Context, page: &mut Page<'_>) {
    let view = &page.state.view;
    let reads = view.main == MainPage::Read && page.state.report().is_some();
    let Some(hint) = view.hint.filter(|_| reads && view.dialog.is_none()) else {
        return;
    };
    if page.state.hides_findings() {
        return;
    }
    let (anchor, offset) = place(ctx, page, hint);
    Area::new(Id::unique("hint"))
        .order(Order::Foreground)
        .anchor(anchor, offset)
        .show(ctx, |ui| {
            Frame::popup(&ctx.global_style())
                .stroke(Stroke::new(1.5, page.theme.accent))
                .inner_margin(Margin::symmetric(16, 14))
                .show(ui, |ui| {
                    ui.set_width(WIDTH);
                    contents_ui(ui, page, hint);
                });
        });
}

/// At the lower edge of what the hint is about, where that is shown.
fn place(ctx: &Context, page: &Page<'_>, hint: Hint) -> (Align2, Vec2) {
    /// Over the status bar.
    const UP: f32 = -44.0;
    let shows = |aside| page.state.view.shows(aside, room_for_both(ctx));
    match hint {
        Hint::Findings if shows(Aside::Lists) => (Align2::LEFT_BOTTOM, vec2(76.0, UP)),
        Hint::Deciding if room_for_both(ctx) && shows(Aside::Details) => {
            (Align2::RIGHT_BOTTOM, vec2(-14.0, UP))
        }
        _ => (Align2::CENTER_BOTTOM, vec2(0.0, UP)),
    }
}

fn contents_ui(ui: &mut Ui, page: &mut Page<'_>, hint: Hint) {
    let keys = |command: &Command| command.keys(ui.ctx()).unwrap_or_default();
    let finding = |command| keys(&Command::Finding(command));
    let (title, words) = match hint {
        Hint::Findings => (
            "Where they do not agree",
            format!(
                "Each row is a place where the articles do not go together. {} goes to the next one and shows it \
                 in both texts.",
                finding(FindingCommand::Next)
            ),
        ),
        Hint::Columns => (
            "Side by side",
            format!(
                "Both articles scroll together by what they say. Names that they share are underlined; ribbons join \
                 what differs. {} lets each scroll by itself.",
                keys(&Command::Reading(ReadingCommand::ToggleLink))
            ),
        ),
        Hint::Deciding => (
            "You decide",
            format!(
                "Here stand both quotations and the reason for the mark. {} says that it is a real difference, {} \
                 that it is none; {} takes it back.",
                finding(FindingCommand::Confirm),
                finding(FindingCommand::Dismiss),
                finding(FindingCommand::Undo)
            ),
        ),
    };
    let place = Hint::ALL.iter().position(|one| *one == hint);
    ui.label(
        RichText::new(title)
            .font(semibold(14.0))
            .color(page.theme.text),
    );
    ui.label(RichText::new(words).color(page.theme.text));
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let end = Command::Setting(SettingCommand::EndHints);
        if hint.next().is_some() {
            let next = Command::Setting(SettingCommand::NextHint);
            command_button(ui, page, &next, Weight::Primary);
            labeled_button(ui, page, &end, "Skip", Weight::Plain);
        } else {
            labeled_button(ui, page, &end, "Start reading", Weight::Primary);
        }
        let of = format!("{} of {}", place.unwrap_or_default() + 1, Hint::ALL.len());
        ui.label(RichText::new(of).small().color(page.theme.text_weak));
    });
}

//! How the window looks and moves.

use egui::{Context, Theme, ThemePreference};

use super::super::command::SettingCommand;
use super::super::state::{Dialog, Habits, Hint, MainPage};
use super::super::theme;
use super::super::window::Window;

impl Window {
    pub(super) fn act_on_setting(&mut self, ctx: &Context, command: SettingCommand) {
        let view = &mut self.state.view;
        match command {
            SettingCommand::Show => view.dialog = Some(Dialog::Settings),
            SettingCommand::ToggleTheme => ctx.set_theme(match ctx.theme() {
                Theme::Light => ThemePreference::Dark,
                Theme::Dark => ThemePreference::Light,
            }),
            SettingCommand::Theme(preference) => ctx.set_theme(preference),
            SettingCommand::Face(face) => view.face = face,
            SettingCommand::Glide(glides) => {
                view.still = !glides;
                theme::set_moving(ctx, glides);
            }
            SettingCommand::List(kind, true) => {
                view.listing.unwanted.remove(&kind);
            }
            SettingCommand::List(kind, false) => {
                view.listing.unwanted.insert(kind);
            }
            SettingCommand::Hints => {
                view.dialog = None;
                view.main = MainPage::Read;
                view.hint = Some(Hint::Findings);
            }
            SettingCommand::NextHint => {
                view.hint = view.hint.and_then(Hint::next);
                view.hinted |= view.hint.is_none();
            }
            SettingCommand::EndHints => {
                view.hint = None;
                view.hinted = true;
            }
        }
    }

    /// Takes up how the reader liked to read in the last run.
    pub fn take_up(&mut self, ctx: &Context, habits: Habits) {
        self.state.take_up(habits);
        theme::set_moving(ctx, !self.state.view.still);
    }
}

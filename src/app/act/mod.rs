//! What commands do and what events lead to; one file a group.

mod articles;
mod dialog;
mod entity;
mod event;
mod file;
mod finding;
mod hand;
mod note;
mod reading;
mod review;
mod setting;
mod source;
mod tag;
mod teach;
mod told;
mod view;
mod which;

pub(super) use told::stamp;

use egui::Context;

use super::command::Command;
use super::window::Window;

impl Window {
    /// Carries out one command; one that is not enabled at present does nothing.
    pub fn act(&mut self, ctx: &Context, command: Command) {
        if !command.enabled(&self.state) {
            return;
        }
        if matches!(
            command,
            Command::File(_) | Command::Finding(_) | Command::Entity(_) | Command::Source(_)
        ) {
            self.state.view.said = None;
        }
        match command {
            Command::File(command) => self.act_on_file(ctx, command),
            Command::Finding(command) => self.act_on_finding(ctx, command),
            Command::Review(command) => self.act_on_review(command),
            Command::Tag(command) => self.act_on_tag(command),
            Command::Entity(command) => self.act_on_entity(command),
            Command::Note(command) => self.act_on_note(command),
            Command::Source(command) => self.act_on_source(ctx, command),
            Command::Type(field, text) => self.keep_typed(ctx, field, text),
            Command::Hand(command) => self.act_on_hand(command),
            Command::Teach(command) => self.act_on_teach(command),
            Command::Reading(command) => self.act_on_reading(ctx, command),
            Command::Setting(command) => self.act_on_setting(ctx, command),
            Command::View(command) => self.act_on_view(ctx, command),
        }
    }
}

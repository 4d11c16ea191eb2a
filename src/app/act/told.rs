//! What a step of the notebook did, in a sentence for the status bar.

use jiff::Timestamp;

use super::super::window::Window;
use crate::notebook::{Command, Stamp};

impl Window {
    /// Does one step of the notebook, and says so.
    pub(super) fn write(&mut self, command: Command) {
        let state = &self.state;
        let said = command.sentence(|sha256| state.file_of(sha256).to_owned());
        self.write_together(vec![command], said);
    }

    /// Does several steps that are undone as one, and says what they come to.
    pub(super) fn write_together(&mut self, commands: Vec<Command>, said: String) {
        let before = self.state.notebook().revision();
        self.author(|notebook| notebook.apply_together(commands, stamp()));
        if self.state.notebook().revision() != before {
            self.state.view.said = Some(said);
        }
    }

    pub(super) fn undo(&mut self) {
        // What was typed last becomes a step of its own first.
        self.commit_note();
        let said = self.state.undoes().map(|deed| format!("Undone: {deed}"));
        self.author(|notebook| {
            notebook.undo();
        });
        self.state.view.said = said;
    }

    pub(super) fn redo(&mut self) {
        self.commit_note();
        let said = self
            .state
            .redoes()
            .map(|deed| format!("Done again: {deed}"));
        self.author(|notebook| {
            notebook.redo();
        });
        self.state.view.said = said;
    }
}

/// Of a step that is done now.
pub(in crate::app) fn stamp() -> Stamp {
    Stamp {
        by: None,
        at: Timestamp::from_second(Timestamp::now().as_second()).ok(),
    }
}

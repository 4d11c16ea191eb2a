//! What a step of the notebook did, in a sentence for the status bar.

use jiff::Timestamp;

use super::super::window::Window;
use crate::notebook::{Command, Stamp};

impl Window {
    /// Does one step of the notebook, and says so.
    pub(super) fn write(&mut self, command: Command) {
        let said = self.sentence(&command);
        let before = self.state.notebook().revision();
        self.author(|notebook| notebook.apply_at(command, stamp()));
        if self.state.notebook().revision() != before {
            self.state.view.said = Some(said);
        }
    }

    pub(super) fn undo(&mut self) {
        // What was typed last becomes a step of its own first.
        self.commit_note();
        let step = self.state.notebook().last();
        let said = step.map(|command| format!("Undone: {}", self.sentence(command)));
        self.author(|notebook| {
            notebook.undo();
        });
        self.state.view.said = said;
    }

    pub(super) fn redo(&mut self) {
        self.commit_note();
        let step = self.state.notebook().next();
        let said = step.map(|command| format!("Done again: {}", self.sentence(command)));
        self.author(|notebook| {
            notebook.redo();
        });
        self.state.view.said = said;
    }

    fn sentence(&self, command: &Command) -> String {
        command.sentence(|sha256| self.file_of(sha256).to_owned())
    }

    /// The name of the file with this SHA-256.
    fn file_of(&self, sha256: &str) -> &str {
        let mut documents = self.state.documents().iter();
        documents
            .find(|document| document.origin.sha256 == sha256)
            .map_or("an article", |document| &document.origin.file)
    }
}

/// Of a step that is done now.
pub(in crate::app) fn stamp() -> Stamp {
    Stamp {
        by: None,
        at: Timestamp::from_second(Timestamp::now().as_second()).ok(),
    }
}

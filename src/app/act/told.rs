//! What a step of the notebook did, in a sentence for the status bar.

use super::super::window::Window;
use crate::notebook::Command;

impl Window {
    /// Does one step of the notebook, and says so.
    pub(super) fn write(&mut self, command: Command) {
        let said = sentence(&command);
        let before = self.state.notebook().revision();
        self.author(|notebook| notebook.apply(command));
        if self.state.notebook().revision() != before {
            self.state.view.said = Some(said);
        }
    }

    pub(super) fn undo(&mut self) {
        // What was typed last becomes a step of its own first.
        self.commit_note();
        let notebook = self.state.notebook();
        let last = notebook.applied().checked_sub(1);
        let step = last.and_then(|index| notebook.commands().get(index));
        let said = step.map(|command| format!("Undone: {}", sentence(command)));
        self.author(|notebook| {
            notebook.undo();
        });
        self.state.view.said = said;
    }

    pub(super) fn redo(&mut self) {
        self.commit_note();
        let notebook = self.state.notebook();
        let step = notebook.commands().get(notebook.applied());
        let said = step.map(|command| format!("Done again: {}", sentence(command)));
        self.author(|notebook| {
            notebook.redo();
        });
        self.state.view.said = said;
    }
}

fn sentence(command: &Command) -> String {
    match command {
        Command::Decide {
            decision: Some(decision),
            ..
        } => format!("Marked as “{}”", decision.title()),
        Command::Decide { decision: None, .. } => "Took the mark off the finding".to_owned(),
        Command::WriteNote { .. } => "Wrote a note".to_owned(),
        Command::RemoveNote { .. } => "Removed a note".to_owned(),
        Command::SetPublished { .. } => "Dated an article".to_owned(),
        Command::Correct { correction } => correction.sentence(),
        Command::TakeBack { correction } => format!("Took back: {}", correction.sentence()),
    }
}

//! What a step of the notebook did, in a sentence for the status bar.

use super::super::window::Window;
use crate::model::Correction;
use crate::notebook::{Anchor, Command};

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
        Command::Correct { correction } => correction_sentence(correction),
    }
}

fn correction_sentence(correction: &Correction<Anchor>) -> String {
    match correction {
        Correction::Rename { entity, name } => format!("Renamed {} to “{name}”", quoted(entity)),
        Correction::SetKind { entity, kind } => {
            let kind = kind.title().to_lowercase();
            format!("Changed the kind of {} to {kind}", quoted(entity))
        }
        Correction::Merge { entity, with } => {
            format!("Merged {} with {}", quoted(entity), quoted(with))
        }
        Correction::Split { mention } => format!("Split off {}", quoted(mention)),
        Correction::NotAnEntity { entity } => {
            format!("Took {} off the entities", quoted(entity))
        }
    }
}

/// The words of a mention on one line.
fn quoted(anchor: &Anchor) -> String {
    let words: Vec<&str> = anchor.exact.split_whitespace().collect();
    format!("“{}”", words.join(" "))
}

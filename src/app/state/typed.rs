//! What stands in a text field and is not in the notebook yet.

use super::State;
use crate::notebook::{Command, NoteTarget, Notebook, Stamp};

impl State {
    /// What the field of the note on a finding says that the notebook does not.
    pub fn typed_note(&self) -> Option<Command> {
        let target = NoteTarget::Finding(self.drafts.about.clone()?);
        let text = self.drafts.note.trim().to_owned();
        let notebook = self.notebook();
        match notebook.note_on(&target) {
            Some(id) if text.is_empty() => Some(Command::RemoveNote { id }),
            None if text.is_empty() => None,
            Some(id) => {
                let written = notebook.state().notes.get(&id);
                written
                    .is_none_or(|note| note.text != text)
                    .then_some(Command::WriteNote { id, target, text })
            }
            None => Some(Command::WriteNote {
                id: notebook.new_note_id(),
                target,
                text,
            }),
        }
    }

    /// The note over the window, where it says something that the notebook does not.
    pub fn asked_note(&self) -> Option<Command> {
        let draft = self.drafts.note_on.as_ref()?;
        let text = draft.text.trim().to_owned();
        let notebook = self.notebook();
        let id = draft.id.unwrap_or_else(|| notebook.new_note_id());
        let written = notebook.state().notes.get(&id);
        let same = written.is_some_and(|note| note.text == text);
        (!text.is_empty() && !same).then(|| Command::WriteNote {
            id,
            target: draft.target.clone(),
            text,
        })
    }

    /// Whether something would be lost that was only typed.
    pub fn has_typed(&self) -> bool {
        !self.drafts.free.trim().is_empty()
            || self.typed_note().is_some()
            || self.asked_note().is_some()
    }

    /// The notebook as if all that was typed had been added to it.
    pub fn with_typed(&self, stamp: &Stamp) -> Notebook {
        let mut notebook = self.notebook().clone();
        if let Some(command) = self.typed_note() {
            notebook.apply_at(command, stamp.clone());
        }
        if let Some(command) = self.asked_note() {
            notebook.apply_at(command, stamp.clone());
        }
        let free = self.drafts.free.trim();
        if !free.is_empty() {
            let command = Command::WriteNote {
                id: notebook.new_note_id(),
                target: NoteTarget::Free,
                text: free.to_owned(),
            };
            notebook.apply_at(command, stamp.clone());
        }
        notebook
    }
}

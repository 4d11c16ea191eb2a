//! One list of commands with a cursor: the notebook is its replay.

use super::{Command, NoteId, NoteTarget, State};

/// The reader's work on a comparison, all of it undoable.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    commands: Vec<Command>,
    /// How many of the commands hold; those after it were undone.
    applied: usize,
    state: State,
    revision: u64,
}

impl Notebook {
    /// Replays a saved log; a cursor beyond its end counts as the end.
    pub fn replay(commands: Vec<Command>, applied: usize) -> Self {
        let mut notebook = Self {
            applied: applied.min(commands.len()),
            commands,
            ..Self::default()
        };
        notebook.state = notebook.replayed();
        notebook
    }

    /// Does one step. A command that changes nothing leaves no trace; any other ends what could be redone.
    pub fn apply(&mut self, command: Command) {
        let mut state = self.state.clone();
        state.apply(command.clone());
        if state == self.state {
            return;
        }
        self.commands.truncate(self.applied);
        self.commands.push(command);
        self.applied += 1;
        self.state = state;
        self.revision += 1;
    }

    /// Takes the last step back; false where there is none.
    pub fn undo(&mut self) -> bool {
        if !self.can_undo() {
            return false;
        }
        self.move_to(self.applied - 1);
        true
    }

    /// Does the step again that was taken back last; false where there is none.
    pub fn redo(&mut self) -> bool {
        if !self.can_redo() {
            return false;
        }
        self.move_to(self.applied + 1);
        true
    }

    pub fn can_undo(&self) -> bool {
        self.applied > 0
    }

    pub fn can_redo(&self) -> bool {
        self.applied < self.commands.len()
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Counts changes, undo and redo included: unequal numbers mean that there is something to save.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Every command, those that were undone included.
    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    /// How many of the commands hold.
    pub fn applied(&self) -> usize {
        self.applied
    }

    /// An id that no note of this notebook ever had.
    pub fn new_note_id(&self) -> NoteId {
        let used = self.commands.iter().filter_map(|command| match command {
            Command::WriteNote { id, .. } => Some(id.0),
            _ => None,
        });
        NoteId(used.max().map_or(1, |highest| highest + 1))
    }

    /// The note about a target, where there is one.
    pub fn note_on(&self, target: &NoteTarget) -> Option<NoteId> {
        self.state
            .notes
            .values()
            .find(|note| note.target == *target)
            .map(|note| note.id)
    }

    fn move_to(&mut self, applied: usize) {
        self.applied = applied;
        self.state = self.replayed();
        self.revision += 1;
    }

    fn replayed(&self) -> State {
        let mut state = State::default();
        for command in self.commands.iter().take(self.applied) {
            state.apply(command.clone());
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Anchor, Decision, FindingKey};
    use super::*;
    use crate::model::{Correction, Kind};

    fn key(name: &str) -> FindingKey {
        let side = |words: &str| Anchor {
            document: "0".repeat(64),
            exact: words.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            start: 0,
            end: 0,
        };
        FindingKey {
            kind: Kind::Number,
            sides: [side(name), side("other")],
        }
    }

    fn note(id: u64, text: &str) -> Command {
        Command::WriteNote {
            id: NoteId(id),
            target: NoteTarget::Free,
            text: text.to_owned(),
        }
    }

    /// Decisions and notes in one line.
    fn shown(notebook: &Notebook) -> String {
        let state = notebook.state();
        let decisions = state
            .decisions
            .iter()
            .map(|(key, decision)| format!("{}: {}", key.sides[0].exact, decision.title()));
        let notes = state
            .notes
            .values()
            .map(|note| format!("{}: {}", note.id, note.text));
        decisions.chain(notes).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn undo_takes_back_one_step_and_redo_does_it_again() {
        let mut notebook = Notebook::default();
        notebook.apply(Command::Decide {
            finding: key("a"),
            decision: Some(Decision::Confirmed),
        });
        notebook.apply(note(1, "look"));
        assert_eq!(shown(&notebook), "a: Real difference; n1: look");
        assert!(notebook.undo(), "there is a note to take back");
        assert_eq!(shown(&notebook), "a: Real difference");
        assert!(notebook.redo(), "the note can come back");
        assert_eq!(shown(&notebook), "a: Real difference; n1: look");
    }

    #[test]
    fn a_new_step_ends_what_could_be_redone() {
        let mut notebook = Notebook::default();
        notebook.apply(note(1, "first"));
        notebook.undo();
        notebook.apply(note(2, "second"));
        assert!(!notebook.can_redo(), "the first note is gone");
        assert_eq!(shown(&notebook), "n2: second");
    }

    #[test]
    fn a_command_that_changes_nothing_is_no_step() {
        let mut notebook = Notebook::default();
        notebook.apply(note(1, "same"));
        let revision = notebook.revision();
        notebook.apply(note(1, "same"));
        notebook.apply(Command::RemoveNote { id: NoteId(9) });
        assert_eq!(notebook.revision(), revision);
        assert_eq!(notebook.commands().len(), 1);
    }

    #[test]
    fn an_id_is_never_given_twice() {
        let mut notebook = Notebook::default();
        notebook.apply(note(1, "gone soon"));
        notebook.apply(Command::RemoveNote { id: NoteId(1) });
        assert_eq!(notebook.new_note_id(), NoteId(2));
    }

    fn split(name: &str) -> Correction<Anchor> {
        let mention = key(name).sides[0].clone();
        Correction::Split { mention }
    }

    #[test]
    fn a_correction_is_taken_back_alone() {
        let mut notebook = Notebook::default();
        for name in ["first", "second", "first", "third"] {
            let correction = split(name);
            notebook.apply(Command::Correct { correction });
        }
        let correction = split("first");
        notebook.apply(Command::TakeBack { correction });
        let left = ["first", "second", "third"].map(split);
        assert_eq!(notebook.state().corrections, left, "the last one is gone");
        notebook.undo();
        assert_eq!(notebook.state().corrections.len(), 4);
        let correction = split("never made");
        notebook.apply(Command::TakeBack { correction });
        assert!(notebook.can_redo(), "nothing was taken back");
    }

    fn any_command() -> impl Strategy<Value = Command> {
        prop_oneof![
            (0u64..4, "[ab]").prop_map(|(id, text)| note(id, &text)),
            (0u64..4).prop_map(|id| Command::RemoveNote { id: NoteId(id) }),
            ("[ab]", any::<bool>()).prop_map(|(name, confirmed)| Command::Decide {
                finding: key(&name),
                decision: confirmed.then_some(Decision::Dismissed),
            }),
            "[ab]".prop_map(|name| Command::Correct {
                correction: split(&name),
            }),
            "[ab]".prop_map(|name| Command::TakeBack {
                correction: split(&name),
            }),
        ]
    }

    proptest! {
        #[test]
        fn the_state_is_the_replay_of_its_log(steps in prop::collection::vec((any_command(), 0u8..4), 0..30)) {
            let mut notebook = Notebook::default();
            for (command, turn) in steps {
                match turn {
                    0 => { notebook.undo(); }
                    1 => { notebook.redo(); }
                    _ => notebook.apply(command),
                }
                let again = Notebook::replay(notebook.commands().to_vec(), notebook.applied());
                prop_assert_eq!(again.state(), notebook.state());
            }
            while notebook.undo() {}
            prop_assert!(notebook.state().is_empty());
        }
    }
}

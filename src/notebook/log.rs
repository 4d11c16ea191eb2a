//! One list of commands with a cursor: the notebook is its replay.

use super::{Command, LinkId, MarkId, NoteId, NoteTarget, Numbers, Stamp, State, Step, TagId};

/// The reader's work on a comparison, all of it undoable.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    steps: Vec<Step>,
    /// How many of the steps hold; those after it were undone.
    applied: usize,
    state: State,
    revision: u64,
    numbers: Numbers,
}

impl Notebook {
    /// Replays a saved log; a cursor beyond its end counts as the end.
    pub fn replay(steps: Vec<Step>, applied: usize, numbers: Numbers) -> Self {
        let mut notebook = Self {
            applied: applied.min(steps.len()),
            steps,
            numbers,
            ..Self::default()
        };
        notebook.state = notebook.replayed();
        notebook
    }

    /// Does one step of which nobody needs to know who did it when; see [`Self::apply_at`].
    pub fn apply(&mut self, command: Command) {
        self.apply_at(command, Stamp::default());
    }

    /// Does one step. A command that changes nothing leaves no trace; any other ends what could be redone.
    pub fn apply_at(&mut self, command: Command, stamp: Stamp) {
        self.apply_together([command], stamp);
    }

    /// Does several steps that are undone as one.
    pub fn apply_together(&mut self, commands: impl IntoIterator<Item = Command>, stamp: Stamp) {
        let mut state = self.state.clone();
        let mut steps: Vec<Step> = Vec::new();
        for (command, stamp) in commands.into_iter().zip(std::iter::repeat(stamp)) {
            let step = Step {
                command,
                joined: !steps.is_empty(),
                stamp,
            };
            let before = state.clone();
            state.apply(step.clone());
            if state != before {
                steps.push(step);
            }
        }
        if steps.is_empty() {
            return;
        }
        self.steps.truncate(self.applied);
        self.steps.append(&mut steps);
        self.applied = self.steps.len();
        self.state = state;
        self.revision += 1;
    }

    /// Takes the last step back, with those that it was done together with; false where there is none.
    pub fn undo(&mut self) -> bool {
        let count = self.undoes().len();
        if count > 0 {
            self.move_to(self.applied - count);
        }
        count > 0
    }

    /// Does again what was taken back last; false where there is none.
    pub fn redo(&mut self) -> bool {
        let count = self.redoes().len();
        if count > 0 {
            self.move_to(self.applied + count);
        }
        count > 0
    }

    pub fn can_undo(&self) -> bool {
        self.applied > 0
    }

    pub fn can_redo(&self) -> bool {
        self.applied < self.steps.len()
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Counts changes, undo and redo included: unequal numbers mean that there is something to save.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Every step, those that were undone included.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many of the steps hold.
    pub fn applied(&self) -> usize {
        self.applied
    }

    /// What undo would take back.
    pub fn undoes(&self) -> &[Step] {
        let done = self.steps.get(..self.applied).unwrap_or_default();
        let first = done.iter().rposition(|step| !step.joined).unwrap_or(0);
        done.get(first..).unwrap_or_default()
    }

    /// What redo would do again.
    pub fn redoes(&self) -> &[Step] {
        let undone = self.steps.get(self.applied..).unwrap_or_default();
        let next = undone.iter().skip(1).position(|step| !step.joined);
        let end = next.map_or(undone.len(), |next| next + 1);
        undone.get(..end).unwrap_or_default()
    }

    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// Keeps the numbers that findings were given.
    pub fn keep_numbers(&mut self, numbers: Numbers) {
        self.numbers = numbers;
    }

    /// An id that no note of this notebook ever had.
    pub fn new_note_id(&self) -> NoteId {
        NoteId(self.unused(|command| match command {
            Command::WriteNote { id, .. } => Some(id.0),
            _ => None,
        }))
    }

    /// An id that no tag of this notebook ever had.
    pub fn new_tag_id(&self) -> TagId {
        TagId(self.unused(|command| match command {
            Command::DefineTag { id, .. } => Some(id.0),
            _ => None,
        }))
    }

    /// An id that no link of this notebook ever had.
    pub fn new_link_id(&self) -> LinkId {
        LinkId(self.unused(|command| match command {
            Command::LinkPassages { id, .. } => Some(id.0),
            _ => None,
        }))
    }

    /// An id that no mark of this notebook ever had.
    pub fn new_mark_id(&self) -> MarkId {
        MarkId(self.unused(|command| match command {
            Command::MarkPassages { id, .. } => Some(id.0),
            _ => None,
        }))
    }

    /// The note about a target, where there is one.
    pub fn note_on(&self, target: &NoteTarget) -> Option<NoteId> {
        self.state
            .notes
            .values()
            .find(|note| note.target == *target)
            .map(|note| note.id)
    }

    fn unused(&self, id: impl Fn(&Command) -> Option<u64>) -> u64 {
        let used = self.steps.iter().filter_map(|step| id(&step.command));
        used.max().map_or(1, |highest| highest.saturating_add(1))
    }

    fn move_to(&mut self, applied: usize) {
        self.applied = applied;
        self.state = self.replayed();
        self.revision += 1;
    }

    fn replayed(&self) -> State {
        let mut state = State::default();
        for step in self.steps.iter().take(self.applied) {
            state.apply(step.clone());
        }
        state
    }
}

#[cfg(test)]
mod tests;

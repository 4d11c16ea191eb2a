//! Everything that changes a notebook.

use serde::{Deserialize, Serialize};

use super::{
    Anchor, Decision, FindingKey, LinkId, MarkId, Muted, NoteId, NoteTarget, Outcome, Relation,
    Stamp, TagColor, TagId, Tagged,
};
use crate::model::{Correction, Description, Kind, Verdict};

/// A command as it was given: by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    #[serde(flatten)]
    pub command: Command,
    /// Whether it was done together with the one before, and is undone with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joined: bool,
    /// Since version 4 of the file.
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl From<Command> for Step {
    fn from(command: Command) -> Self {
        Self {
            command,
            joined: false,
            stamp: Stamp::default(),
        }
    }
}

/// One step of the reader's work, and one step of undo.
///
/// Commands are what a notebook file holds, so a variant may gain optional fields but never
/// change its meaning; a new variant makes a new version of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Calls a finding a real difference or none; nothing takes an earlier decision back.
    Decide {
        finding: FindingKey,
        decision: Option<Decision>,
    },
    /// Says why it was decided so. Since version 4 of the file.
    GiveReason {
        finding: FindingKey,
        reason: Option<String>,
    },
    /// Calls a finding another kind or verdict; nothing leaves what the program calls it. Since version 4 of the file.
    Reclassify {
        finding: FindingKey,
        kind: Option<Kind>,
        verdict: Option<Verdict>,
    },
    /// Says what came of a finding; nothing takes it back. Since version 4 of the file.
    Settle {
        finding: FindingKey,
        outcome: Option<Outcome>,
    },
    /// Writes a note, or replaces the one with this id.
    WriteNote {
        id: NoteId,
        target: NoteTarget,
        text: String,
    },
    /// Since version 4 of the file.
    SetPrivate {
        id: NoteId,
        private: bool,
    },
    RemoveNote {
        id: NoteId,
    },
    /// Makes a tag, or gives the one with this id another name, color or shortcut, wherever it is. Since version 4 of
    /// the file.
    DefineTag {
        id: TagId,
        name: String,
        #[serde(default)]
        color: TagColor,
        #[serde(default)]
        shortcut: Option<u8>,
    },
    /// Since version 4 of the file.
    RemoveTag {
        id: TagId,
    },
    /// Everything that has the first tag gets the second, and the first is gone. Since version 4 of the file.
    MergeTags {
        from: TagId,
        into: TagId,
    },
    /// Puts a tag on something, or takes it off. Since version 4 of the file.
    Tag {
        target: Tagged,
        tag: TagId,
        on: bool,
    },
    /// Links two passages, or replaces the link with this id. Since version 4 of the file.
    LinkPassages {
        id: LinkId,
        relation: Relation,
        sides: [Anchor; 2],
    },
    /// Since version 4 of the file.
    Unlink {
        id: LinkId,
    },
    /// Takes findings off the list. Since version 4 of the file.
    Mute {
        what: Muted,
    },
    /// Since version 4 of the file.
    Unmute {
        what: Muted,
    },
    /// Ticks a quantity or a date of the checklist off. Since version 4 of the file.
    Tick {
        passage: Anchor,
        ticked: bool,
    },
    /// What a student marked: a passage or two, with words; replaces the mark with this id. Since version 4 of the file.
    MarkPassages {
        id: MarkId,
        passages: Vec<Anchor>,
        #[serde(default)]
        words: String,
    },
    /// Since version 4 of the file.
    RemoveMark {
        id: MarkId,
    },
    /// Leaves an article out of the comparison, or takes it back in, by the SHA-256 of its file; what was said of it
    /// stays. Since version 5 of the file.
    SetAside {
        document: String,
        aside: bool,
    },
    /// The order in which the articles stand; those that it does not name follow. Since version 5 of the file.
    Order {
        documents: Vec<String>,
    },
    /// Says something of an article, by the SHA-256 of its file. Since version 3 of the file; before, a date alone could
    /// be given.
    Describe {
        document: String,
        description: Description,
    },
    /// Puts back into an article's text what was left out of it, by its words. Since version 3 of the file.
    Restore {
        document: String,
        words: String,
    },
    /// Leaves out again what was put back. Since version 3 of the file.
    LeaveOut {
        document: String,
        words: String,
    },
    /// Puts an entity right. Since version 2 of the file.
    Correct {
        correction: Correction<Anchor>,
    },
    /// Takes one correction back and keeps those after it. Since version 2 of the file.
    TakeBack {
        correction: Correction<Anchor>,
    },
}

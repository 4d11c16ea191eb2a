//! Everything that changes a notebook.

use serde::{Deserialize, Serialize};

use super::{Anchor, Decision, FindingKey, NoteId, NoteTarget};
use crate::model::{Correction, PublicationDate};

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
    /// Writes a note, or replaces the one with this id.
    WriteNote {
        id: NoteId,
        target: NoteTarget,
        text: String,
    },
    RemoveNote {
        id: NoteId,
    },
    /// Dates an article whose file tells no date, by the SHA-256 of its file.
    SetPublished {
        document: String,
        published: Option<PublicationDate>,
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

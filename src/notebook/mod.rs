//! What the reader authored: decisions, corrections, notes, tags, links and descriptions of articles, changed only
//! through commands.

mod anchor;
mod atomic;
mod command;
mod corrections;
mod decision;
mod deed;
mod descriptions;
pub mod file;
mod finding_key;
mod link;
mod log;
mod muted;
mod note;
mod numbers;
mod outcome;
mod sentence;
mod stamp;
mod state;
mod tag;

pub use anchor::Anchor;
pub use atomic::{copy_whole, why_not_written, write_whole};
pub use command::{Command, Step};
pub use corrections::{located, place_of};
pub use decision::{Decided, Decision, REASONS, Reclassified};
pub use deed::deed;
pub use descriptions::{compared, described};
pub use finding_key::FindingKey;
pub use link::{Link, LinkId, Mark, MarkId, Relation};
pub use log::Notebook;
pub use muted::{Likeness, Muted};
pub use note::{Note, NoteId, NoteTarget};
pub use numbers::Numbers;
pub use outcome::{Evidence, EvidenceSort, Outcome, Standing};
pub use stamp::Stamp;
pub use state::State;
pub use tag::{Tag, TagColor, TagId, Tagged};

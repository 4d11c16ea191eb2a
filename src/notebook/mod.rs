//! What the reader authored: decisions, corrections, notes and dates, changed only through commands.

mod anchor;
mod atomic;
mod command;
mod corrections;
mod dates;
pub mod file;
mod finding_key;
mod log;
mod note;
mod state;

pub use anchor::Anchor;
pub use atomic::write_whole;
pub use command::Command;
pub use corrections::{located, place_of};
pub use dates::dated;
pub use finding_key::FindingKey;
pub use log::Notebook;
pub use note::{Decision, Note, NoteId, NoteTarget};
pub use state::State;

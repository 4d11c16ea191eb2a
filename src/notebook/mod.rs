//! What the reader authored: decisions, notes and dates, changed only through commands.

mod anchor;
mod atomic;
mod command;
mod dates;
pub mod file;
mod finding_key;
mod log;
mod note;
mod state;

pub use anchor::Anchor;
pub use atomic::write_whole;
pub use command::Command;
pub use dates::dated;
pub use finding_key::FindingKey;
pub use log::Notebook;
pub use note::{Decision, Note, NoteId, NoteTarget};
pub use state::State;

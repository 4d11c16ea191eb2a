//! The system's own dialogs for choosing files, never waited for.

mod native;
mod refusal;

use std::path::PathBuf;

pub use native::Native;
pub(in crate::app) use native::with_extension;

use super::state::PathPurpose;

/// Where the window asks for files.
pub trait Dialogs {
    /// Opens a dialog and returns at once. `name` is offered where a file is written.
    fn ask(&mut self, purpose: PathPurpose, name: &str);
    /// What became of the dialog, once that is known.
    fn poll(&mut self) -> Option<Answer>;
}

/// What became of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub purpose: PathPurpose,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Chosen(Vec<PathBuf>),
    Canceled,
    /// No dialog could be opened; says why.
    Unavailable(String),
}

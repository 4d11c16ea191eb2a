//! Why a notebook could not be opened, in the reader's words.

use std::fmt;
use std::io;
use std::path::Path;

/// "what failed: why: file".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    file: String,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The system's own words.
    Unreadable(String),
    NotANotebook,
    /// With the most bytes that are read.
    TooLarge(u64),
    /// What the reader of JSON says, with its line.
    Damaged(String),
    Newer(u64),
}

impl OpenError {
    pub(super) fn new(path: &Path, problem: Problem) -> Self {
        Self {
            file: path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
            problem,
        }
    }

    pub(super) fn unreadable(path: &Path, error: &io::Error) -> Self {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".to_owned(),
            io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
            io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
            _ => error.to_string(),
        };
        Self::new(path, Problem::Unreadable(why))
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cannot open the notebook: ")?;
        match &self.problem {
            Problem::Unreadable(why) => write!(f, "{why}")?,
            Problem::NotANotebook => write!(f, "it is not a Counterpoint notebook")?,
            Problem::TooLarge(most) => write!(
                f,
                "it is larger than {} MB, and a notebook holds a few articles with what was said of them",
                most / (1024 * 1024)
            )?,
            Problem::Damaged(why) => write!(f, "the file is damaged ({why})")?,
            Problem::Newer(version) => write!(
                f,
                "it was written by a newer version of Counterpoint (notebook format {version}, \
                 this program reads up to {})",
                super::VERSION
            )?,
        }
        write!(f, ": {}", self.file)
    }
}

impl std::error::Error for OpenError {}

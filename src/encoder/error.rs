//! Why the network could not be used, in words that a reader of newspapers understands.

use std::fmt;

/// A network that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkError {
    /// The file that it is about.
    file: String,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    Missing,
    Folder,
    Forbidden,
    /// The system's own words.
    System(String),
    Damaged,
    /// It can be read, but was made for a program that expects something else of it.
    Foreign,
}

impl NetworkError {
    pub(super) fn new(file: impl Into<String>, problem: Problem) -> Self {
        Self {
            file: file.into(),
            problem,
        }
    }

    /// What a report says that was made without the network.
    pub fn warning(&self) -> String {
        not_used(&self.to_string())
    }

    /// What a report says where the reader asked for rules alone.
    pub fn unasked() -> String {
        not_used("rules alone were asked for")
    }
}

fn not_used(why: &str) -> String {
    format!("The network model was not used: {why}; what only it sees is missing")
}

impl fmt::Display for NetworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match &self.problem {
            Problem::Missing => "there is no such file",
            Problem::Folder => "this is a folder, not a file",
            Problem::Forbidden => "you may not read it (permission denied)",
            Problem::System(words) => words,
            Problem::Damaged => "the file is damaged",
            Problem::Foreign => "the file was made for another version of the program",
        };
        write!(f, "{why}: {}", self.file)
    }
}

impl std::error::Error for NetworkError {}

//! The `.counterpoint` file: the articles' texts and the reader's log, as JSON that a person can read.

mod contents;
mod error;
mod upgrade;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::OpenError;

use super::{Notebook, write_whole};
use crate::model::Document;

/// The version that this program writes. It reads this one and every earlier one.
pub const VERSION: u64 = 4;

/// A notebook as it was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    pub documents: Vec<Arc<Document>>,
    pub notebook: Notebook,
}

/// Writes the notebook whole or not at all; what the file held before goes to `NAME.counterpoint.bak`.
pub fn save(path: &Path, documents: &[Arc<Document>], notebook: &Notebook) -> std::io::Result<()> {
    let bytes = contents::to_bytes(documents, notebook);
    if path.is_file() {
        fs::copy(path, backup_of(path))?;
    }
    write_whole(path, &bytes)
}

/// Opens a notebook of this version or an earlier one.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let bytes = fs::read(path).map_err(|error| OpenError::unreadable(path, &error))?;
    contents::from_bytes(&bytes).map_err(|problem| OpenError::new(path, problem))
}

/// Whether a file is a notebook by its name.
pub fn is_notebook(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("counterpoint"))
}

fn backup_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".bak");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests;

//! The `.counterpoint` file: the articles' texts and the reader's log, as JSON that a person can read.

mod contents;
mod error;
mod seen;
mod upgrade;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::OpenError;
pub use seen::Seen;

use super::{Notebook, copy_whole, write_whole};
use crate::model::Document;

/// The version that this program writes. It reads this one and every earlier one.
pub const VERSION: u64 = 5;

/// Larger files are refused: a notebook holds a few articles and what was said of them.
const MAX_BYTES: u64 = 200 * 1024 * 1024;

/// A notebook as it was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    pub documents: Vec<Arc<Document>>,
    pub notebook: Notebook,
    /// What the file held.
    pub seen: Seen,
}

/// Writes the notebook whole or not at all; what the file held before goes to `NAME.counterpoint.bak`.
pub fn save(path: &Path, documents: &[Arc<Document>], notebook: &Notebook) -> io::Result<Seen> {
    let bytes = contents::to_bytes(documents, notebook);
    if path.is_file() {
        copy_whole(path, &backup_of(path))?;
    }
    write_whole(path, &bytes)?;
    Ok(Seen::of(&bytes))
}

/// Saves over the file that was seen last; nothing, and nothing written, where somebody else changed it since.
pub fn save_over(
    path: &Path,
    documents: &[Arc<Document>],
    notebook: &Notebook,
    seen: Seen,
) -> io::Result<Option<Seen>> {
    if seen.changed(path)? {
        return Ok(None);
    }
    save(path, documents, notebook).map(Some)
}

/// Opens a notebook of this version or an earlier one.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let bytes = read(path, MAX_BYTES)?;
    contents::from_bytes(&bytes).map_err(|problem| OpenError::new(path, problem))
}

/// The bytes of a file, as long as there are no more than `most`.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, OpenError> {
    let unreadable = |error: io::Error| OpenError::unreadable(path, &error);
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte more tells a file that goes on; what a file says of its own length may be wrong.
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(OpenError::new(path, error::Problem::TooLarge(most)));
    }
    Ok(bytes)
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

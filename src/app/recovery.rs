//! Unsaved work kept in a file of the program's own, so that a crash loses a second or two.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::state::Version;
use super::worker::{FileRequest, Request, Worker};
use crate::model::Document;
use crate::notebook::Notebook;

/// Seconds from a change until it is written, whether or not others follow.
const DELAY: f64 = 1.0;
/// How many windows have a file of their own at a time; further ones are not kept.
const WINDOWS: usize = 16;

/// The recovery file of one window and what it holds.
#[derive(Default)]
pub struct Recovery {
    /// Nothing where the system has no place for it.
    path: Option<PathBuf>,
    /// Held as long as the window lives: the system lets go of it even when the program is killed.
    _mine: Option<File>,
    written: Option<Work>,
    /// When work was first seen that is not written.
    since: Option<f64>,
}

/// Tells apart what there is to keep: the notebook, and when something was typed last that is not in it yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    pub version: Version,
    pub typed_at: f64,
}

impl Recovery {
    /// Takes a file in a folder that no other window has: one that an earlier run left behind, where there is one.
    pub fn in_folder(folder: &Path) -> Self {
        if let Err(error) = fs::create_dir_all(folder) {
            log::warn!("there is no place for unsaved work: {error}");
            return Self::default();
        }
        let mut free: Vec<(PathBuf, File)> = (1..=WINDOWS)
            .map(|window| folder.join(format!("recovery-{window}.counterpoint")))
            .filter_map(|path| Some((path.clone(), lock(&path)?)))
            .collect();
        let left_over = free.iter().position(|(path, _)| path.is_file());
        if free.is_empty() {
            return Self::default();
        }
        let (path, mine) = free.swap_remove(left_over.unwrap_or(0));
        Self {
            path: Some(path),
            _mine: Some(mine),
            ..Self::default()
        }
    }

    /// The file of an earlier run, if that did not end well.
    pub fn left_over(&self) -> Option<&Path> {
        self.path.as_deref().filter(|path| path.is_file())
    }

    pub fn is(&self, path: &Path) -> bool {
        self.path.as_deref() == Some(path)
    }

    /// Writes unsaved work a moment after it came to be; the seconds after which to look again.
    pub fn tick(
        &mut self,
        now: f64,
        unsaved: Option<Work>,
        worker: &mut dyn Worker,
        kept: impl FnOnce() -> (Vec<Arc<Document>>, Notebook),
    ) -> Option<f64> {
        let path = self.path.as_ref()?;
        let work = unsaved.filter(|work| self.written != Some(*work))?;
        let left = DELAY - (now - *self.since.get_or_insert(now));
        if left > 0.0 {
            return Some(left);
        }
        let (documents, notebook) = kept();
        worker.send(Request::File(FileRequest::Recover {
            path: path.clone(),
            documents,
            notebook: Box::new(notebook),
        }));
        self.written = Some(work);
        self.since = None;
        None
    }

    /// Deletes the file: its work is saved, or given up by the reader.
    pub fn forget(&mut self, worker: &mut dyn Worker) {
        self.written = None;
        self.since = None;
        if let Some(path) = &self.path {
            worker.send(Request::File(FileRequest::Forget(path.clone())));
        }
    }
}

/// Takes the recovery file of one window, by a file beside it: the recovery file itself is replaced whole when it is written.
fn lock(path: &Path) -> Option<File> {
    let file = File::create(path.with_extension("lock")).ok()?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => None,
        // Where a file system knows no locks, windows share what they have.
        Ok(()) | Err(TryLockError::Error(_)) => Some(file),
    }
}

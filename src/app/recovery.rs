//! Unsaved work kept in a file of the program's own, so that a crash loses seconds.

use std::path::{Path, PathBuf};

use super::state::{Comparison, Version};
use super::worker::{FileRequest, Request, Worker};

/// Seconds without a further change before unsaved work is written.
const PAUSE: f64 = 2.0;

/// The recovery file and what it holds.
#[derive(Default)]
pub struct Recovery {
    /// Nothing where the system has no place for it.
    path: Option<PathBuf>,
    written: Option<Version>,
    /// The version last seen, and when it was first seen.
    seen: Option<(Version, f64)>,
}

impl Recovery {
    pub fn at(path: Option<PathBuf>) -> Self {
        Self {
            path,
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

    /// Writes unsaved work once the reader paused; the seconds after which to look again.
    pub fn tick(
        &mut self,
        now: f64,
        comparison: &Comparison,
        worker: &mut dyn Worker,
    ) -> Option<f64> {
        let path = self.path.as_ref()?;
        let version = comparison.version();
        if !comparison.unsaved() || self.written == Some(version) {
            return None;
        }
        let since = match self.seen {
            Some((seen, since)) if seen == version => since,
            _ => {
                self.seen = Some((version, now));
                now
            }
        };
        let left = PAUSE - (now - since);
        if left > 0.0 {
            return Some(left);
        }
        worker.send(Request::File(FileRequest::Recover {
            path: path.clone(),
            documents: comparison.documents().to_vec(),
            notebook: Box::new(comparison.notebook().clone()),
        }));
        self.written = Some(version);
        None
    }

    /// Deletes the file: its work is saved, or given up by the reader.
    pub fn forget(&mut self, worker: &mut dyn Worker) {
        self.written = None;
        self.seen = None;
        if let Some(path) = &self.path {
            worker.send(Request::File(FileRequest::Forget(path.clone())));
        }
    }
}

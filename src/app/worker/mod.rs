//! Work off the frame: requests in, events out.
//!
//! Two threads: files are read and written in the order asked for, and an analysis in the other thread gives way
//! to the next one, so that saving never waits for a comparison.

mod analysis;
mod clipboard;
mod files;
mod inline;
mod reading;
mod threads;

use std::path::PathBuf;
use std::sync::Arc;

pub use clipboard::Clipboard;
pub use inline::Inline;
pub use threads::Threads;

use crate::analysis::Stage;
use crate::export::{Format, Options};
use crate::model::{Analysis, Correction, Document};
use crate::notebook::file::Seen;
use crate::notebook::{Anchor, Notebook};
use crate::report::Report;

use super::state::{Article, Several, Version};

/// Work to do.
#[derive(Clone, Debug)]
pub enum Request {
    File(FileRequest),
    /// Replaces any analysis that still runs.
    Analyze(Comparing),
}

/// Articles to compare.
#[derive(Clone, Debug)]
pub struct Comparing {
    pub documents: Vec<Arc<Document>>,
    /// What the reader put right, in order.
    pub corrections: Vec<Correction<Anchor>>,
    /// The analysis that this one takes the place of: texts that it has are not read again.
    pub earlier: Option<Arc<Analysis>>,
}

#[derive(Clone, Debug)]
pub enum FileRequest {
    Read {
        /// Comes back with the articles, so that those that nobody waits for any more are known.
        batch: u64,
        articles: Vec<Article>,
    },
    /// Makes an article of what lies on the clipboard.
    Paste {
        batch: u64,
        /// What it is called, without an ending.
        name: String,
        /// The text, where the desktop handed it over already.
        text: Option<String>,
    },
    OpenNotebook(PathBuf),
    SaveNotebook {
        path: PathBuf,
        documents: Vec<Arc<Document>>,
        notebook: Box<Notebook>,
        version: Version,
        /// What the file held when it was opened or saved last; nothing where the reader chose to write over it.
        seen: Option<Seen>,
    },
    /// The same into the recovery file, where a failure is not worth a message.
    Recover {
        path: PathBuf,
        documents: Vec<Arc<Document>>,
        notebook: Box<Notebook>,
    },
    Forget(PathBuf),
    Export {
        path: PathBuf,
        report: Arc<Report>,
        format: Format,
        options: Options,
    },
}

/// What became of a request.
#[derive(Clone, Debug)]
pub enum Event {
    /// Articles that opened, files to choose from, and a sentence on each that did not open.
    Read {
        batch: u64,
        documents: Vec<Arc<Document>>,
        several: Vec<Several>,
        failures: Vec<String>,
    },
    /// How much of them was read.
    Reading {
        batch: u64,
        fraction: f32,
    },
    NotebookOpened {
        path: PathBuf,
        documents: Vec<Arc<Document>>,
        notebook: Box<Notebook>,
        seen: Seen,
    },
    /// An earlier report, with what the reader said in it.
    ReportOpened {
        path: PathBuf,
        documents: Vec<Arc<Document>>,
        notebook: Box<Notebook>,
    },
    Saved {
        path: PathBuf,
        version: Version,
        seen: Seen,
    },
    /// Not saved: somebody else changed the file since it was opened or saved.
    ChangedOutside(PathBuf),
    Exported(PathBuf),
    Progress {
        stage: Stage,
        fraction: f32,
    },
    Analyzed(Arc<Analysis>),
    Canceled,
    /// A sentence for the reader, naming the file.
    Failed(String),
}

/// Where the window sends its work.
pub trait Worker {
    /// Returns at once.
    fn send(&mut self, request: Request);
    /// The next event, if there is one.
    fn poll(&mut self) -> Option<Event>;
    /// Stops what is being read, and the analysis that runs.
    fn cancel(&mut self);
}

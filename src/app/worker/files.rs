//! Opening and writing files.

use std::path::Path;
use std::sync::atomic::AtomicU64;

use super::reading::{self, Patience};
use super::{Article, Clipboard, Event, FileRequest};
use crate::export::{self, json};
use crate::notebook::{file, why_not_written, write_whole};
use crate::text::capitalized;

/// Does one request; nothing where there is nothing to tell. `given_up` is the number of the last articles that the
/// reader does not wait for any more.
pub(super) fn perform(
    request: FileRequest,
    clipboard: impl FnOnce() -> Clipboard,
    given_up: &AtomicU64,
    tell: &dyn Fn(Event),
) -> Option<Event> {
    let patience = |batch| Patience {
        given_up,
        batch,
        tell,
    };
    match request {
        FileRequest::Read { batch, articles } => {
            report(&articles).or_else(|| reading::read(articles, patience(batch)))
        }
        FileRequest::Paste { batch, name, text } => {
            reading::paste(&name, text, clipboard(), patience(batch))
        }
        FileRequest::OpenNotebook(path) => Some(match file::open(&path) {
            Ok(opened) => Event::NotebookOpened {
                path,
                documents: opened.documents,
                notebook: Box::new(opened.notebook),
                seen: opened.seen,
            },
            Err(error) => Event::Failed(capitalized(&error.to_string())),
        }),
        FileRequest::SaveNotebook {
            path,
            documents,
            notebook,
            version,
            seen,
        } => {
            let written = match seen {
                Some(seen) => file::save_over(&path, &documents, &notebook, seen),
                None => file::save(&path, &documents, &notebook).map(Some),
            };
            Some(match written {
                Ok(Some(seen)) => Event::Saved {
                    path,
                    version,
                    seen,
                },
                Ok(None) => Event::ChangedOutside(path),
                Err(error) => not_written("Could not save", &error, &path),
            })
        }
        FileRequest::Recover {
            path,
            documents,
            notebook,
        } => {
            let written = make_folder(&path)
                .and_then(|()| file::save(&path, &documents, &notebook).map(drop));
            if let Err(error) = written {
                log::warn!("the recovery file was not written: {error}");
            }
            None
        }
        FileRequest::Forget(path) => {
            if let Err(error) = std::fs::remove_file(&path)
                && error.kind() != std::io::ErrorKind::NotFound
            {
                log::warn!("the recovery file was not removed: {error}");
            }
            None
        }
        FileRequest::Export {
            path,
            report,
            format,
            options,
        } => Some(
            match write_whole(&path, &export::write(&report, format, &options)) {
                Ok(()) => Event::Exported(path),
                Err(error) => not_written("Could not export", &error, &path),
            },
        ),
    }
}

/// What becomes of one file that is no article but an earlier report; nothing for everything else.
fn report(articles: &[Article]) -> Option<Event> {
    let [Article::File(path)] = articles else {
        return None;
    };
    let bytes = std::fs::read(path)
        .ok()
        .filter(|bytes| json::is_report(bytes))?;
    Some(match json::open(&bytes) {
        Ok(opened) => Event::ReportOpened {
            path: path.clone(),
            documents: opened.documents,
            notebook: Box::new(opened.notebook),
        },
        Err(why) => Event::Failed(format!("Cannot open the report: {why}: {}", path.display())),
    })
}

fn make_folder(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), std::fs::create_dir_all)
}

fn not_written(what: &str, error: &std::io::Error, path: &Path) -> Event {
    let why = why_not_written(error);
    Event::Failed(format!("{what}: {why}: {}", path.display()))
}

//! Reading and writing files.

use std::path::Path;
use std::sync::Arc;

use super::{Articles, Event, FileRequest};
use crate::export::{self, json};
use crate::ingest;
use crate::notebook::{file, write_whole};

/// Does one request; nothing where there is nothing to tell.
pub(super) fn perform(request: FileRequest) -> Option<Event> {
    match request {
        FileRequest::Read { batch, articles } => {
            Some(report(&articles).unwrap_or_else(|| read(batch, &articles)))
        }
        FileRequest::OpenNotebook(path) => Some(match file::open(&path) {
            Ok(opened) => Event::NotebookOpened {
                path,
                documents: opened.documents,
                notebook: Box::new(opened.notebook),
            },
            Err(error) => Event::Failed(sentence(&error.to_string())),
        }),
        FileRequest::SaveNotebook {
            path,
            documents,
            notebook,
            version,
        } => Some(match file::save(&path, &documents, &notebook) {
            Ok(()) => Event::Saved { path, version },
            Err(error) => not_written("Could not save", &error, &path),
        }),
        FileRequest::Recover {
            path,
            documents,
            notebook,
        } => {
            let written =
                make_folder(&path).and_then(|()| file::save(&path, &documents, &notebook));
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
fn report(articles: &Articles) -> Option<Event> {
    let Articles::Files(paths) = articles else {
        return None;
    };
    let [path] = paths.as_slice() else {
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

fn read(batch: u64, articles: &Articles) -> Event {
    let outcomes: Vec<_> = match articles {
        Articles::Files(paths) => paths.iter().map(|path| ingest::read_path(path)).collect(),
        Articles::Texts(texts) => texts
            .iter()
            .map(|(name, bytes)| ingest::read(name, bytes))
            .collect(),
    };
    let mut documents = Vec::new();
    let mut failures = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(document) => documents.push(Arc::new(document)),
            Err(error) => failures.push(sentence(&error.to_string())),
        }
    }
    Event::Read {
        batch,
        documents,
        failures,
    }
}

fn make_folder(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), std::fs::create_dir_all)
}

fn not_written(what: &str, error: &std::io::Error, path: &Path) -> Event {
    let why = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    };
    Event::Failed(format!("{what}: {why}: {}", path.display()))
}

/// The message with a capital letter, as it stands in the window.
fn sentence(message: &str) -> String {
    let mut characters = message.chars();
    characters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(characters)
        .collect()
}

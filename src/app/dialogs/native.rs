//! Dialogs of the desktop, each in a thread of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use rfd::FileDialog;

use super::super::state::PathPurpose;
use super::{Answer, Dialogs, Outcome, refusal};
use crate::ingest::ENDINGS;

/// What is said where neither a portal nor a helper answers.
const NO_DIALOG: &str = "This desktop offers no file dialog. Install xdg-desktop-portal with a backend such as \
    xdg-desktop-portal-gtk, or zenity";

/// Opens one dialog at a time.
pub struct Native<W> {
    wake: W,
    open: Option<(PathPurpose, Receiver<Outcome>)>,
}

impl<W: Fn() + Clone + Send + 'static> Native<W> {
    /// `wake` is called when a dialog was answered.
    pub fn new(wake: W) -> Self {
        refusal::listen();
        Self { wake, open: None }
    }
}

impl<W: Fn() + Clone + Send + 'static> Dialogs for Native<W> {
    fn ask(&mut self, purpose: PathPurpose, name: &str) {
        if self.open.is_some() {
            return;
        }
        let (sender, receiver) = sync_channel(1);
        let (wake, name, failed) = (self.wake.clone(), name.to_owned(), sender.clone());
        let thread = thread::Builder::new()
            .name("file dialog".to_owned())
            .spawn(move || {
                let outcome = catch_unwind(AssertUnwindSafe(|| show(purpose, &name)));
                answer(&sender, outcome.unwrap_or_else(|_| unavailable()));
                wake();
            });
        if thread.is_err() {
            answer(&failed, unavailable());
        }
        self.open = Some((purpose, receiver));
    }

    fn poll(&mut self) -> Option<Answer> {
        let (purpose, receiver) = self.open.as_ref()?;
        let purpose = *purpose;
        let outcome = match receiver.try_recv() {
            Ok(outcome) => outcome,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => unavailable(),
        };
        self.open = None;
        Some(Answer { purpose, outcome })
    }
}

fn answer(sender: &SyncSender<Outcome>, outcome: Outcome) {
    if sender.try_send(outcome).is_err() {
        log::debug!("the window closed before its dialog did");
    }
}

fn unavailable() -> Outcome {
    Outcome::Unavailable(NO_DIALOG.to_owned())
}

/// Waits until the reader chose.
fn show(purpose: PathPurpose, name: &str) -> Outcome {
    refusal::reset();
    let dialog = FileDialog::new();
    let chosen = match purpose {
        PathPurpose::OpenArticles => dialog
            .set_title("Open articles")
            .add_filter("Articles", ENDINGS)
            .add_filter("All files", &["*"])
            .pick_files(),
        PathPurpose::Replace => dialog
            .set_title("Replace article")
            .add_filter("Articles", ENDINGS)
            .add_filter("All files", &["*"])
            .pick_file()
            .map(|path| vec![path]),
        PathPurpose::OpenNotebook => dialog
            .set_title("Open notebook")
            .add_filter("Counterpoint notebook", &["counterpoint"])
            .pick_file()
            .map(|path| vec![path]),
        PathPurpose::Save => dialog
            .set_title("Save notebook")
            .set_file_name(name)
            .add_filter("Counterpoint notebook", &["counterpoint"])
            .save_file()
            .map(|path| vec![with_extension(path, "counterpoint")]),
        PathPurpose::Export(format) => dialog
            .set_title("Export notes")
            .set_file_name(name)
            .add_filter(format.title(), &[format.extension()])
            .save_file()
            .map(|path| vec![with_extension(path, format.extension())]),
    };
    match chosen {
        Some(paths) if !paths.is_empty() => Outcome::Chosen(paths),
        _ if refusal::heard() => unavailable(),
        _ => Outcome::Canceled,
    }
}

/// A name without an ending gets the one of its format.
pub(in crate::app) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    match Path::extension(&path) {
        Some(_) => path,
        None => path.with_extension(extension),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_without_an_ending_gets_one() {
        assert_eq!(
            with_extension("notes".into(), "md"),
            PathBuf::from("notes.md")
        );
        assert_eq!(
            with_extension("notes.txt".into(), "md"),
            PathBuf::from("notes.txt")
        );
    }
}

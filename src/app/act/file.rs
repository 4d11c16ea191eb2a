//! Opening, saving, exporting, closing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::super::command::FileCommand;
use super::super::sample;
use super::super::state::{Article, Comparison, Dialog, PathPurpose, Then, View, Work};
use super::super::window::Window;
use super::super::worker::{Comparing, FileRequest, Request};
use crate::export::{Format, Options};
use crate::notebook::file::{Seen, is_notebook};

impl Window {
    pub(super) fn act_on_file(&mut self, ctx: &Context, command: FileCommand) {
        match command {
            FileCommand::OpenArticles => self.dialogs.ask(PathPurpose::OpenArticles, ""),
            FileCommand::OpenNotebook => self.dialogs.ask(PathPurpose::OpenNotebook, ""),
            FileCommand::Paste => self.paste(None),
            FileCommand::TrySample => self.read(sample::articles()),
            FileCommand::OpenPaths(paths) => self.open_paths(paths),
            FileCommand::OpenTicked => self.open_ticked(),
            FileCommand::OpenNotebookAt(path) => self.open_notebook(path),
            FileCommand::Save => match self.state.comparison.path() {
                Some(path) => {
                    let seen = self.state.comparison.seen();
                    self.save_to(path.to_owned(), seen);
                }
                None => self.ask_where_to_save(),
            },
            FileCommand::SaveAs => {
                self.state.view.dialog = None;
                self.ask_where_to_save();
            }
            FileCommand::SaveTo(path) => self.save_to(path, None),
            FileCommand::SaveOver(path) => {
                self.state.view.dialog = None;
                self.save_to(path, None);
            }
            FileCommand::ExportNotes => self.state.view.dialog = Some(Dialog::ExportFormat),
            FileCommand::Export(format) => {
                self.state.view.dialog = None;
                let name = match format {
                    Format::Worksheet | Format::Answers => format.name().to_owned(),
                    _ => self.name(),
                };
                let name = format!("{name}.{}", format.extension());
                self.dialogs.ask(PathPurpose::Export(format), &name);
            }
            FileCommand::ExportTo(path, format) => self.export_to(path, format),
            FileCommand::New => self.leave(ctx, Then::New),
            FileCommand::Quit => self.leave(ctx, Then::Quit),
            FileCommand::CancelWork => self.cancel(),
            FileCommand::CompareAgain => self.analyze(),
            FileCommand::Restore => self.restore(),
            FileCommand::DiscardRecovered => self.discard_recovered(),
            FileCommand::LeaveWithoutSaving(then) => self.go(ctx, then),
            FileCommand::SaveAndLeave(then) => {
                self.leaving = Some(then);
                self.state.view.dialog = None;
                self.act_on_file(ctx, FileCommand::Save);
            }
        }
    }

    /// Articles join the comparison; a notebook takes its place.
    fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let (notebooks, articles): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| is_notebook(path));
        if let Some(notebook) = notebooks.into_iter().next() {
            self.open_notebook(notebook);
        }
        if !articles.is_empty() {
            self.reading.clone_from(&articles);
            self.read(articles.into_iter().map(Article::File).collect());
        }
    }

    fn open_notebook(&mut self, path: PathBuf) {
        self.commit_note();
        self.commit_description();
        if self.state.comparison.unsaved() {
            self.state.view.dialog = Some(Dialog::Unsaved(Then::OpenNotebook(path)));
        } else {
            self.wait_for(FileRequest::OpenNotebook(path));
        }
    }

    pub(super) fn read(&mut self, articles: Vec<Article>) {
        self.batch += 1;
        let batch = self.batch;
        self.wait_for(FileRequest::Read { batch, articles });
    }

    fn wait_for(&mut self, request: FileRequest) {
        self.state.work = Some(Work {
            title: "Reading",
            fraction: None,
        });
        self.worker.send(Request::File(request));
    }

    /// Compares the articles as they are now.
    pub(super) fn analyze(&mut self) {
        let comparison = &self.state.comparison;
        let request = Comparing {
            documents: comparison.described().to_vec(),
            corrections: comparison.corrections().to_vec(),
            earlier: comparison
                .report()
                .map(|report| Arc::clone(&report.analysis)),
        };
        self.state.work = Some(Work {
            title: "Comparing",
            fraction: Some(0.0),
        });
        self.state.outdated = true;
        self.worker.send(Request::Analyze(request));
    }

    fn ask_where_to_save(&mut self) {
        let name = format!("{}.counterpoint", self.name());
        self.dialogs.ask(PathPurpose::Save, &name);
    }

    fn save_to(&mut self, path: PathBuf, seen: Option<Seen>) {
        self.commit_note();
        self.commit_description();
        let comparison = &self.state.comparison;
        self.worker.send(Request::File(FileRequest::SaveNotebook {
            path,
            documents: comparison.read().to_vec(),
            notebook: Box::new(comparison.notebook().clone()),
            version: comparison.version(),
            seen,
        }));
    }

    fn export_to(&mut self, path: PathBuf, format: Format) {
        self.commit_note();
        self.commit_description();
        let Some(report) = self.state.report() else {
            return;
        };
        let request = FileRequest::Export {
            path,
            report: report.clone(),
            format,
            options: Options {
                date: Some(jiff::Zoned::now().date()),
                ..self.state.export_options()
            },
        };
        self.worker.send(Request::File(request));
    }

    /// A file name for this comparison, without an ending.
    fn name(&self) -> String {
        let stem = self.state.comparison.path().and_then(Path::file_stem);
        stem.map_or_else(
            || "comparison".to_owned(),
            |stem| stem.to_string_lossy().into_owned(),
        )
    }

    /// Goes on, unless there is something to ask first.
    pub(in crate::app) fn leave(&mut self, ctx: &Context, then: Then) {
        self.commit_note();
        self.commit_description();
        if self.state.comparison.unsaved() {
            self.state.view.dialog = Some(Dialog::Unsaved(then));
        } else {
            self.go(ctx, then);
        }
    }

    pub(super) fn go(&mut self, ctx: &Context, then: Then) {
        self.state.view.dialog = None;
        self.leaving = None;
        self.recovery.forget(self.worker.as_mut());
        match then {
            Then::New => self.reset(),
            Then::OpenNotebook(path) => {
                self.reset();
                self.wait_for(FileRequest::OpenNotebook(path));
            }
            Then::Quit => {
                self.state.view.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Stops the comparison, and lets articles that are still being read come to nothing.
    fn cancel(&mut self) {
        self.canceled = self.batch;
        self.asking.clear();
        self.worker.cancel();
    }

    /// An empty window that keeps how the reader likes to read.
    fn reset(&mut self) {
        self.cancel();
        self.show(Comparison::default());
    }

    /// Replaces the comparison.
    pub(super) fn show(&mut self, comparison: Comparison) {
        let habits = self.state.habits();
        self.state.comparison = comparison;
        self.state.view = View::default();
        self.state.take_up(habits);
        self.state.drafts = Default::default();
        self.state.messages.clear();
        self.state.outdated = false;
        self.columns = Default::default();
    }

    fn restore(&mut self) {
        let Some(Dialog::Recovered(path)) = self.state.view.dialog.take() else {
            return;
        };
        self.wait_for(FileRequest::OpenNotebook(path));
    }

    fn discard_recovered(&mut self) {
        self.state.view.dialog = None;
        self.recovery.forget(self.worker.as_mut());
    }

    /// Makes an article of what lies on the clipboard; `text` is that where the desktop handed it over.
    pub(in crate::app) fn paste(&mut self, text: Option<String>) {
        self.pasted += 1;
        self.batch += 1;
        self.wait_for(FileRequest::Paste {
            batch: self.batch,
            name: format!("Pasted article {}", self.pasted),
            text,
        });
    }
}

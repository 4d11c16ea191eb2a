//! What the workers report.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::super::state::{Comparison, Dialog, Hint, Tone, Work};
use super::super::window::Window;
use super::super::worker::Event;
use crate::model::{Analysis, Document};
use crate::notebook::Notebook;
use crate::notebook::file::Seen;

impl Window {
    /// Takes in everything that the workers have to tell.
    pub(in crate::app) fn drain(&mut self, ctx: &Context) {
        while let Some(event) = self.worker.poll() {
            self.take_in(ctx, event);
        }
    }

    fn take_in(&mut self, ctx: &Context, event: Event) {
        match event {
            Event::Progress { stage, fraction } => {
                self.state.work = Some(Work {
                    title: stage.title(),
                    fraction: Some(fraction),
                });
            }
            Event::Read { batch, .. } | Event::Reading { batch, .. } if batch <= self.canceled => {}
            Event::Reading { fraction, .. } => {
                self.state.work = Some(Work {
                    title: "Reading",
                    fraction: Some(fraction),
                });
            }
            Event::Read {
                documents,
                several,
                failures,
                ..
            } => {
                self.asking.extend(several);
                self.take_articles(documents, failures);
            }
            Event::NotebookOpened {
                path,
                documents,
                notebook,
                seen,
            } => {
                // Recovered work has no file of its own yet.
                let file = (!self.recovery.is(&path)).then_some((path, seen));
                self.take_notebook(file, documents, *notebook);
            }
            Event::ReportOpened {
                path,
                documents,
                notebook,
            } => self.take_report(&path, documents, *notebook),
            Event::Analyzed(analysis) => self.take_analysis(analysis),
            Event::Saved {
                path,
                version,
                seen,
            } => {
                self.tell_written("Saved", &path);
                self.state.comparison.mark_saved(path, version, seen);
                self.recovery.forget(self.worker.as_mut());
                if let Some(then) = self.leaving.take() {
                    self.go(ctx, then);
                }
            }
            Event::ChangedOutside(path) => {
                self.state.view.dialog = Some(Dialog::ChangedOutside(path));
            }
            Event::Exported(path) => {
                self.tell_written("Exported", &path);
            }
            Event::Canceled => {
                self.state.work = None;
                if self.state.report().is_none() {
                    // Articles that were never shown are given up with the comparison of them.
                    self.show(Comparison::default());
                } else if self.state.outdated {
                    let said = "Comparing was stopped: the last changes do not show yet";
                    self.state.view.said = Some(said.to_owned());
                }
            }
            Event::Failed(sentence) => {
                self.state.work = None;
                self.leaving = None;
                self.state.tell(Tone::Failed, sentence);
            }
        }
    }

    /// Says that a file was written; why it could not be before is of no use any more.
    fn tell_written(&mut self, deed: &str, path: &Path) {
        let ending = format!(": {}", shown(path));
        let messages = &mut self.state.messages;
        messages.retain(|message| !message.text.ends_with(&ending));
        self.state.tell(Tone::Done, format!("{deed}{ending}"));
    }

    fn take_articles(&mut self, documents: Vec<Arc<Document>>, failures: Vec<String>) {
        self.state.work = None;
        let asked = std::mem::take(&mut self.reading);
        for failure in failures {
            self.state.tell(Tone::Failed, failure);
        }
        if documents.is_empty() {
            self.replacing = None;
            return;
        }
        if self.state.documents().is_empty() && !asked.is_empty() {
            self.remember(asked);
        }
        self.put_in(documents);
    }

    fn take_notebook(
        &mut self,
        file: Option<(PathBuf, Seen)>,
        documents: Vec<Arc<Document>>,
        notebook: Notebook,
    ) {
        if let Some((path, _)) = &file {
            self.remember(vec![path.clone()]);
        }
        self.show(Comparison::opened(documents, notebook, file));
        self.analyze();
    }

    /// A report is opened where nothing else is: it takes no file's place and becomes no file by itself.
    fn take_report(&mut self, path: &Path, documents: Vec<Arc<Document>>, notebook: Notebook) {
        self.state.work = None;
        self.reading.clear();
        if !self.state.documents().is_empty() {
            let said = format!(
                "A report opens by itself; choose New comparison first: {}",
                shown(path)
            );
            self.state.tell(Tone::Failed, said);
            return;
        }
        self.remember(vec![path.to_owned()]);
        self.show(Comparison::opened(documents, notebook, None));
        self.analyze();
    }

    fn take_analysis(&mut self, analysis: Arc<Analysis>) {
        self.state.work = None;
        self.state.outdated = false;
        let selected = self
            .state
            .selected_finding()
            .map(|finding| finding.key.clone());
        let before = self
            .state
            .report()
            .map(|report| Arc::clone(&report.analysis));
        // What was told already is not told again after every correction.
        let told = before.iter().flat_map(|before| &before.warnings);
        let told: Vec<&String> = told.collect();
        for warning in &analysis.warnings {
            if !told.contains(&warning) {
                self.state.tell(Tone::Failed, warning.clone());
            }
        }
        self.find_card_again(&analysis);
        self.state.comparison.set_analysis(analysis);
        let kept = self.state.report().and_then(|report| {
            report
                .findings
                .iter()
                .position(|finding| Some(&finding.key) == selected.as_ref())
        });
        // A new comparison begins at the top of its articles, with nothing selected.
        self.select(kept);
        if before.is_none() && !self.state.view.hinted {
            self.state.view.hint = Some(Hint::Findings);
        }
        if before.is_some() {
            // The reader is somewhere else by now.
            self.state.view.bring_level = false;
        }
    }

    /// Puts files before those of earlier comparisons.
    fn remember(&mut self, paths: Vec<PathBuf>) {
        /// As many as the first page shows without scrolling.
        const KEPT: usize = 6;
        let recent = &mut self.state.recent;
        recent.retain(|earlier| *earlier != paths);
        recent.insert(0, paths);
        recent.truncate(KEPT);
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

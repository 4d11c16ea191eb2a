//! The articles, what was derived from them, and what the reader authored about them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;

use super::{Corrected, Overview};
use crate::analysis::conflicts::DISPLAY_THRESHOLD;
use crate::ingest;
use crate::model::{Analysis, Correction, Document, PublicationDate};
use crate::notebook::{Anchor, Command, Notebook};
use crate::report::Report;

/// One comparison, from its articles to its report.
#[derive(Default)]
pub struct Comparison {
    /// As they were read; dates that the reader supplied are in the notebook.
    documents: Vec<Arc<Document>>,
    notebook: Notebook,
    analysis: Option<Arc<Analysis>>,
    overview: Overview,
    corrected: Corrected,
    report: Option<Arc<Report>>,
    /// The notebook's file, once there is one.
    path: Option<PathBuf>,
    /// Counts changes of the list of articles.
    edition: u64,
    /// Nothing where no file holds this comparison.
    saved: Option<Version>,
}

/// What of a comparison was written to a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version {
    notebook: u64,
    edition: u64,
}

impl Comparison {
    /// A comparison that was saved or recovered.
    pub fn opened(
        documents: Vec<Arc<Document>>,
        notebook: Notebook,
        path: Option<PathBuf>,
    ) -> Self {
        let mut comparison = Self {
            documents,
            notebook,
            path,
            ..Self::default()
        };
        if comparison.path.is_some() {
            comparison.saved = Some(comparison.version());
        }
        comparison
    }

    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The articles with the dates that the reader supplied: what is analyzed.
    pub fn dated(&self) -> Vec<Arc<Document>> {
        let dates = self.dates();
        self.documents
            .iter()
            .map(|document| match dates.get(&document.origin.sha256) {
                Some(date) => Arc::new(ingest::with_published(document, date.clone())),
                None => Arc::clone(document),
            })
            .collect()
    }

    pub fn add(&mut self, documents: Vec<Arc<Document>>) {
        self.documents.extend(documents);
        self.edition += 1;
    }

    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    pub fn report(&self) -> Option<&Arc<Report>> {
        self.report.as_ref()
    }

    pub fn overview(&self) -> &Overview {
        &self.overview
    }

    /// Where the reader's corrections show.
    pub fn corrected(&self) -> &Corrected {
        &self.corrected
    }

    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub fn set_analysis(&mut self, analysis: Arc<Analysis>) {
        self.overview = Overview::of(&analysis);
        self.analysis = Some(analysis);
        self.join();
    }

    /// Changes the notebook; true where the articles have to be analyzed anew.
    pub fn author(&mut self, change: impl FnOnce(&mut Notebook)) -> bool {
        let (dates, corrections) = (self.dates().clone(), self.corrections().to_vec());
        change(&mut self.notebook);
        self.join();
        dates != *self.dates() || corrections != self.corrections()
    }

    /// One command of the notebook; see [`Self::author`].
    pub fn apply(&mut self, command: Command) -> bool {
        self.author(|notebook| notebook.apply(command))
    }

    pub fn version(&self) -> Version {
        Version {
            notebook: self.notebook.revision(),
            edition: self.edition,
        }
    }

    pub fn mark_saved(&mut self, path: PathBuf, version: Version) {
        self.path = Some(path);
        self.saved = Some(version);
    }

    /// Whether closing now would lose something that the reader made.
    pub fn unsaved(&self) -> bool {
        let changed = self.saved != Some(self.version());
        changed && (self.path.is_some() || !self.notebook.state().is_empty())
    }

    /// What the reader put right in the entities, in order.
    pub fn corrections(&self) -> &[Correction<Anchor>] {
        &self.notebook.state().corrections
    }

    fn dates(&self) -> &IndexMap<String, PublicationDate> {
        &self.notebook.state().published
    }

    fn join(&mut self) {
        let corrected = self.analysis.as_ref().map(|analysis| {
            let corrections = &self.notebook.state().corrections;
            Corrected::of(&self.documents, corrections, analysis)
        });
        self.corrected = corrected.unwrap_or_default();
        self.report = self.analysis.as_ref().map(|analysis| {
            Arc::new(Report::new(
                Arc::clone(analysis),
                &self.notebook,
                DISPLAY_THRESHOLD,
            ))
        });
    }
}

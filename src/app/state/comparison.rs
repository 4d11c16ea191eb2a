//! The articles, what was derived from them, and what the reader authored about them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Corrected, Overview, Tables};
use crate::analysis::conflicts::DISPLAY_THRESHOLD;
use crate::model::{Analysis, Correction, Document, DocumentId};
use crate::notebook::file::Seen;
use crate::notebook::{self, Anchor, Notebook};
use crate::report::{Report, letter};

/// One comparison, from its articles to its report.
#[derive(Default)]
pub struct Comparison {
    /// Every article as it was read, those set aside too; what the reader says of them is in the notebook.
    read: Vec<Arc<Document>>,
    /// Those that are compared, in the reader's order.
    documents: Vec<Arc<Document>>,
    /// The same as the reader describes them.
    described: Vec<Arc<Document>>,
    notebook: Notebook,
    analysis: Option<Arc<Analysis>>,
    overview: Overview,
    corrected: Corrected,
    report: Option<Arc<Report>>,
    tables: Tables,
    /// The notebook's file, once there is one.
    path: Option<PathBuf>,
    /// Counts changes of the list of articles.
    edition: u64,
    /// From which confidence on findings are shown; nothing where the reader left it as it ships.
    threshold: Option<f32>,
    /// Nothing where no file holds this comparison.
    saved: Option<Version>,
    /// What the notebook's file held when it was opened or saved last.
    seen: Option<Seen>,
    /// Whether no outlet is named for now.
    nameless: bool,
}

/// What of a comparison was written to a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version {
    notebook: u64,
    edition: u64,
}

impl Comparison {
    /// A comparison that was saved, with its file and what that held, or recovered.
    pub fn opened(
        documents: Vec<Arc<Document>>,
        notebook: Notebook,
        file: Option<(PathBuf, Seen)>,
    ) -> Self {
        let (path, seen) = file.unzip();
        let mut comparison = Self {
            read: documents,
            notebook,
            path,
            seen,
            ..Self::default()
        };
        comparison.join();
        if comparison.path.is_some() {
            comparison.saved = Some(comparison.version());
        }
        comparison
    }

    /// Every article, those set aside too: what is saved.
    pub fn read(&self) -> &[Arc<Document>] {
        &self.read
    }

    /// The articles that are compared.
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The articles as the reader describes them: what is analyzed.
    pub fn described(&self) -> &[Arc<Document>] {
        &self.described
    }

    pub fn add(&mut self, documents: Vec<Arc<Document>>) {
        self.read.extend(documents);
        self.edition += 1;
        self.join();
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

    /// The rows of the pages beside the reading view.
    pub fn tables(&self) -> &Tables {
        &self.tables
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
        let (before, corrections) = (self.described.clone(), self.corrections().to_vec());
        change(&mut self.notebook);
        self.join();
        let mut articles = before.iter().zip(&self.described);
        corrections != self.corrections()
            || before.len() != self.described.len()
            || articles.any(|(before, now)| reads_otherwise(before, now))
    }

    /// Takes the names of outlets and authors off what is shown, or gives them back.
    pub fn hide_outlets(&mut self, hide: bool) {
        self.nameless = hide;
        self.join();
    }

    /// From which confidence on findings are shown.
    pub fn threshold(&self) -> f32 {
        self.threshold.unwrap_or(DISPLAY_THRESHOLD)
    }

    /// Nothing where the reader left it as it ships.
    pub fn chosen_threshold(&self) -> Option<f32> {
        self.threshold
    }

    pub fn set_threshold(&mut self, threshold: f32) {
        self.threshold = Some(threshold);
        self.join();
    }

    pub fn version(&self) -> Version {
        Version {
            notebook: self.notebook.revision(),
            edition: self.edition,
        }
    }

    pub fn mark_saved(&mut self, path: PathBuf, version: Version, seen: Seen) {
        self.path = Some(path);
        self.saved = Some(version);
        self.seen = Some(seen);
    }

    /// What the notebook's file held when it was opened or saved last.
    pub fn seen(&self) -> Option<Seen> {
        self.seen
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

    /// Brings everything that is shown up to what the notebook says now.
    fn join(&mut self) {
        self.documents = notebook::compared(&self.read, self.notebook.state());
        self.described = notebook::described(&self.read, self.notebook.state());
        let Some(analysis) = self.analysis.take() else {
            return;
        };
        let analysis = if self.nameless {
            let nameless = self.described.iter().enumerate().map(nameless);
            relabeled(analysis, &nameless.collect::<Vec<_>>())
        } else {
            relabeled(analysis, &self.described)
        };
        self.corrected = Corrected::of(&self.described, self.corrections(), &analysis);
        let report = Report::new(Arc::clone(&analysis), &self.notebook, self.threshold());
        self.tables.follow(&report);
        self.notebook.keep_numbers(report.numbers.clone());
        self.report = Some(Arc::new(report));
        self.analysis = Some(analysis);
    }
}

/// Whether an analysis says something else of an article than before: its findings name the outlet, and times hang on
/// the date. A title, authors or an address say nothing about the text.
fn reads_otherwise(before: &Document, now: &Document) -> bool {
    before.text != now.text
        || before.metadata.outlet != now.metadata.outlet
        || before.metadata.published != now.metadata.published
}

/// An article without anything that tells where it is from, but for its own words.
fn nameless((index, article): (usize, &Arc<Document>)) -> Arc<Document> {
    let mut nameless = Document::clone(article);
    let words = format!("Article {}", letter(DocumentId(index)));
    nameless.metadata.outlet = Some(words.clone());
    nameless.metadata.authors.clear();
    nameless.metadata.url = None;
    nameless.metadata.archived_url = None;
    nameless.origin.file = words;
    Arc::new(nameless)
}

/// The analysis with what is known of its articles now; what was found in their texts stands.
fn relabeled(mut analysis: Arc<Analysis>, described: &[Arc<Document>]) -> Arc<Analysis> {
    let differs = |(read, now): (&Document, &Document)| {
        read.text == now.text && read.metadata != now.metadata
    };
    let told: Vec<bool> = (analysis.documents.iter().zip(described))
        .map(|(read, now)| differs((&read.document, now)))
        .collect();
    if told.contains(&true) {
        let documents = &mut Arc::make_mut(&mut analysis).documents;
        for ((read, now), differs) in documents.iter_mut().zip(described).zip(told) {
            if differs {
                read.document = Arc::clone(now);
            }
        }
    }
    analysis
}

//! Documents to analysis: one folder a stage, one file a rule.
//!
//! Every stage is a pure function of the stage before: no clock, no file, no randomness.

pub mod alignment;
pub mod conflicts;
pub mod entities;
pub mod gazetteer;
pub mod mentions;
pub mod statements;

#[cfg(test)]
mod fixture;
mod only;
mod warnings;

use std::sync::Arc;

use crate::model::{Analysis, Document, DocumentAnalysis};
use crate::text::{self, Span};

/// What the analysis is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Sentences,
    Entities,
    Statements,
    Alignment,
    Conflicts,
}

impl Stage {
    /// How the stage reads beside a progress bar.
    pub fn title(self) -> &'static str {
        match self {
            Self::Sentences => "Finding sentences",
            Self::Entities => "Linking names",
            Self::Statements => "Reading statements",
            Self::Alignment => "Matching statements",
            Self::Conflicts => "Looking for conflicts",
        }
    }
}

/// Told where the analysis stands, and asked whether to go on.
pub trait Monitor {
    /// `fraction` of the whole is done, 0 to 1. Returns false to cancel.
    fn proceed(&self, stage: Stage, fraction: f32) -> bool;
}

/// A monitor that listens to nothing and never cancels.
pub struct Unattended;

impl Monitor for Unattended {
    fn proceed(&self, _stage: Stage, _fraction: f32) -> bool {
        true
    }
}

/// Compares documents. Never fails: what could not be done is told in [`Analysis::warnings`].
///
/// Returns nothing only where the monitor cancelled.
pub fn analyze(documents: &[Arc<Document>], monitor: &dyn Monitor) -> Option<Analysis> {
    let mut analysis = Analysis::default();
    for (number, document) in documents.iter().enumerate() {
        let done = number as f32 / documents.len() as f32;
        if !monitor.proceed(Stage::Sentences, 0.2 * done) {
            return None;
        }
        let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
        analysis.documents.push(DocumentAnalysis {
            segments: text::segment(&document.text, &blocks),
            document: Arc::clone(document),
        });
    }
    if !monitor.proceed(Stage::Entities, 0.2) {
        return None;
    }
    (analysis.mentions, analysis.entities) = entities::link(&analysis.documents);
    if !monitor.proceed(Stage::Statements, 0.4) {
        return None;
    }
    analysis.statements =
        statements::read(&analysis.documents, &analysis.mentions, &analysis.entities);
    if !monitor.proceed(Stage::Alignment, 0.6) {
        return None;
    }
    let (profiles, candidates) = alignment::align(&analysis);
    if !monitor.proceed(Stage::Conflicts, 0.8) {
        return None;
    }
    let judged = conflicts::judge(&analysis, &profiles, &candidates);
    analysis.only = only::find(&analysis, &profiles, &candidates);
    analysis.conflicts = judged.conflicts;
    analysis.alignments = judged.alignments;
    analysis.warnings = warnings::of(&analysis);
    monitor.proceed(Stage::Conflicts, 1.0).then_some(analysis)
}

//! Documents to analysis: one folder a stage, one file a rule.
//!
//! Every stage is a pure function of the stage before: no clock, no file, no randomness.

pub mod alignment;
pub mod conflicts;
pub mod entities;
pub mod gazetteer;
pub mod meanings;
pub mod mentions;
pub mod statements;

mod encode;
#[cfg(test)]
mod fixture;
mod only;
mod warnings;

use std::sync::Arc;

use self::meanings::Meanings;
use crate::encoder::Network;
use crate::model::{Analysis, Document, DocumentAnalysis};
use crate::text::{self, Span};

/// What the analysis is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Sentences,
    Encode,
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
            Self::Encode => "Reading meaning",
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
/// Without a network the rules work alone; why there is none is for the caller to tell.
/// Returns nothing only where the monitor cancelled.
pub fn analyze(
    documents: &[Arc<Document>],
    network: Option<&Network>,
    monitor: &dyn Monitor,
) -> Option<Analysis> {
    let mut analysis = Analysis::default();
    for (number, document) in documents.iter().enumerate() {
        let done = number as f32 / documents.len() as f32;
        if !monitor.proceed(Stage::Sentences, 0.05 * done) {
            return None;
        }
        let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
        analysis.documents.push(DocumentAnalysis {
            segments: text::segment(&document.text, &blocks),
            readings: Vec::new(),
            document: Arc::clone(document),
        });
    }
    if let Some(network) = network
        && !encode::encode(&mut analysis.documents, network, monitor)
    {
        return None;
    }
    if !monitor.proceed(Stage::Entities, 0.45) {
        return None;
    }
    let candidates: Vec<_> = analysis.documents.iter().map(mentions::find).collect();
    let meanings = match network {
        Some(network) => Meanings::read(&candidates, network, &|_| {
            monitor.proceed(Stage::Entities, 0.45)
        })?,
        None => Meanings::default(),
    };
    (analysis.mentions, analysis.entities) =
        entities::link(&analysis.documents, candidates, &meanings);
    if !monitor.proceed(Stage::Statements, 0.55) {
        return None;
    }
    analysis.statements =
        statements::read(&analysis.documents, &analysis.mentions, &analysis.entities);
    if !monitor.proceed(Stage::Alignment, 0.7) {
        return None;
    }
    let (profiles, candidates) = alignment::align(&analysis);
    if !monitor.proceed(Stage::Conflicts, 0.85) {
        return None;
    }
    let judged = conflicts::judge(&analysis, &profiles, &candidates);
    analysis.only = only::find(&analysis, &profiles, &candidates);
    analysis.conflicts = judged.conflicts;
    analysis.alignments = judged.alignments;
    analysis.warnings = warnings::of(&analysis);
    monitor.proceed(Stage::Conflicts, 1.0).then_some(analysis)
}

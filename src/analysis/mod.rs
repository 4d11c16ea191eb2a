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

mod earlier;
mod encode;
#[cfg(test)]
pub(crate) mod fixture;
mod only;
mod vocabulary;
mod warnings;

use std::sync::Arc;

use self::meanings::Meanings;
use crate::encoder::Network;
use crate::model::{Analysis, Correction, Document, MentionPlace};

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

/// Compares documents; see [`analyze_again`].
pub fn analyze(
    documents: &[Arc<Document>],
    network: Option<&Network>,
    monitor: &dyn Monitor,
) -> Option<Analysis> {
    analyze_again(documents, &[], None, network, monitor)
}

/// Compares documents as the reader corrected their entities. Never fails: what could not be done is told in
/// [`Analysis::warnings`].
///
/// What the network read for an `earlier` analysis is not read again; that changes no result. Without a network the
/// rules work alone; why there is none is for the caller to tell. Returns nothing only where the monitor cancelled.
pub fn analyze_again(
    documents: &[Arc<Document>],
    corrections: &[Correction<MentionPlace>],
    earlier: Option<&Analysis>,
    network: Option<&Network>,
    monitor: &dyn Monitor,
) -> Option<Analysis> {
    let mut analysis = Analysis::default();
    for (number, document) in documents.iter().enumerate() {
        let done = number as f32 / documents.len() as f32;
        if !monitor.proceed(Stage::Sentences, 0.05 * done) {
            return None;
        }
        let begun = earlier::begun(document, earlier, network.is_some());
        analysis.documents.push(begun);
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
    if let Some(network) = network {
        let nothing = Meanings::default();
        let before = earlier.map_or(&nothing, |earlier| &earlier.meanings);
        analysis.meanings = Meanings::read(&candidates, before, network, &|_| {
            monitor.proceed(Stage::Entities, 0.45)
        })?;
    }
    (analysis.mentions, analysis.entities) = entities::link(
        &analysis.documents,
        candidates,
        &analysis.meanings,
        corrections,
    );
    if !monitor.proceed(Stage::Statements, 0.55) {
        return None;
    }
    analysis.statements =
        statements::read(&analysis.documents, &analysis.mentions, &analysis.entities);
    if !monitor.proceed(Stage::Alignment, 0.7) {
        return None;
    }
    let aligned = alignment::align(&analysis);
    if !monitor.proceed(Stage::Conflicts, 0.85) {
        return None;
    }
    let judged = conflicts::judge(&analysis, &aligned);
    analysis.only = only::find(&analysis, &aligned);
    analysis.conflicts = judged.conflicts;
    analysis.alignments = judged.alignments;
    analysis.warnings = warnings::of(&analysis);
    monitor.proceed(Stage::Conflicts, 1.0).then_some(analysis)
}

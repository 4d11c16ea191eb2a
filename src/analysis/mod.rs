//! Documents to analysis: one folder a stage, one file a rule.
//!
//! Every stage is a pure function of the stage before: no clock, no file, no randomness.

use std::sync::Arc;

use crate::model::{Analysis, Document};

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
pub fn analyze(_documents: &[Arc<Document>], monitor: &dyn Monitor) -> Option<Analysis> {
    monitor
        .proceed(Stage::Sentences, 0.0)
        .then(Analysis::default)
}

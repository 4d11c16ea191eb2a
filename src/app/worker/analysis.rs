//! Comparing articles, with progress and an end before the end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Comparing, Event};
use crate::analysis::{self, Monitor, Stage};
use crate::encoder::{Network, NetworkError};
use crate::notebook;

/// Tells progress to the window, and stops once another analysis was asked for.
pub(super) struct Watch<'a> {
    /// The number of the latest analysis that was asked for.
    pub latest: &'a AtomicU64,
    /// The number of this one.
    pub number: u64,
    pub tell: &'a dyn Fn(Event),
}

impl Watch<'_> {
    fn current(&self) -> bool {
        self.latest.load(Ordering::Acquire) == self.number
    }
}

impl Monitor for Watch<'_> {
    fn proceed(&self, stage: Stage, fraction: f32) -> bool {
        (self.tell)(Event::Progress { stage, fraction });
        self.current()
    }
}

/// The analysis, or nothing where a later one took its place.
///
/// Where the network is missing for a reason, the reader is told it.
pub(super) fn perform(
    asked: &Comparing,
    network: Option<Result<&Network, &NetworkError>>,
    watch: &Watch<'_>,
) -> Option<Event> {
    let used = network.and_then(Result::ok);
    let corrections = notebook::located(&asked.documents, &asked.corrections);
    let mut analysis = analysis::analyze_again(
        &asked.documents,
        &corrections,
        asked.earlier.as_deref(),
        used,
        watch,
    )?;
    let missing = network.and_then(Result::err);
    analysis.warnings.extend(missing.map(NetworkError::warning));
    watch.current().then(|| Event::Analyzed(Arc::new(analysis)))
}

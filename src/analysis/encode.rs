//! Every sentence of every document through the network, where there is one.

use super::{Monitor, Stage};
use crate::encoder::Network;
use crate::model::{DocumentAnalysis, Reading};

/// Where the stage begins and ends within the whole.
const SHARE: (f32, f32) = (0.05, 0.45);

/// Keeps with each document what the network read; false where the monitor cancelled.
pub(super) fn encode(
    documents: &mut [DocumentAnalysis],
    network: &Network,
    monitor: &dyn Monitor,
) -> bool {
    let proceed = |done: f32| {
        let (begin, end) = SHARE;
        monitor.proceed(Stage::Encode, begin + (end - begin) * done)
    };
    let sentences: Vec<&str> = (documents.iter())
        .flat_map(|document| {
            let text = &document.document.text;
            let sentences = document.segments.sentences.iter();
            sentences.map(|sentence| text.slice(sentence.span))
        })
        .collect();
    let Some(readings) = network.read(&sentences, &proceed) else {
        return false;
    };
    let mut readings = readings.into_iter();
    for document in documents {
        document.readings = (document.segments.sentences.iter())
            .zip(&mut readings)
            .map(|(sentence, reading)| reading.shifted(sentence.span.start))
            .collect();
    }
    true
}

/// What the network could not read to its end.
pub(super) fn warnings(document: &DocumentAnalysis) -> Option<String> {
    let cut = |reading: &&Reading| reading.cut;
    let label = document.document.label();
    match document.readings.iter().filter(cut).count() {
        0 => None,
        1 => Some(format!(
            "One sentence is too long for the network model, which read only its beginning: {label}"
        )),
        count => Some(format!(
            "{count} sentences are too long for the network model, which read only their beginnings: {label}"
        )),
    }
}

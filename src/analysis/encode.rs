//! Every sentence of every document through the network, where there is one.

use super::{Monitor, Stage};
use crate::encoder::Network;
use crate::model::DocumentAnalysis;
use crate::text::Span;

/// Where the stage begins and ends within the whole.
const SHARE: (f32, f32) = (0.05, 0.45);

/// Of one document: more than the longest articles have, and what two cores read in about ten seconds.
const MOST_SENTENCES: usize = 3_000;

/// The sentences of a document that the network reads: the first so many.
fn read_of(document: &DocumentAnalysis) -> impl Iterator<Item = Span> {
    let sentences = document.segments.sentences.iter();
    sentences.take(MOST_SENTENCES).map(|sentence| sentence.span)
}

/// Keeps with each document what the network read, unless it was read before; false where the monitor cancelled.
pub(super) fn encode(
    documents: &mut [DocumentAnalysis],
    network: &Network,
    monitor: &dyn Monitor,
) -> bool {
    let proceed = |done: f32| {
        let (begin, end) = SHARE;
        monitor.proceed(Stage::Encode, begin + (end - begin) * done)
    };
    let mut documents: Vec<&mut DocumentAnalysis> = (documents.iter_mut())
        .filter(|document| document.readings.is_empty())
        .collect();
    let sentences: Vec<&str> = (documents.iter())
        .flat_map(|document| {
            let text = &document.document.text;
            read_of(document).map(|sentence| text.slice(sentence))
        })
        .collect();
    let Some(readings) = network.read(&sentences, &proceed) else {
        return false;
    };
    let mut readings = readings.into_iter();
    for document in &mut documents {
        let own = read_of(document).zip(&mut readings);
        document.readings = own
            .map(|(sentence, reading)| reading.shifted(sentence.start))
            .collect();
    }
    true
}

/// What the network could not read to its end.
pub(super) fn warnings(document: &DocumentAnalysis) -> impl Iterator<Item = String> {
    let label = document.document.label();
    let cut = document
        .readings
        .iter()
        .filter(|reading| reading.cut)
        .count();
    let cut = match cut {
        0 => None,
        1 => Some(format!(
            "One sentence is too long for the network model, which read only its beginning: {label}"
        )),
        count => Some(format!(
            "{count} sentences are too long for the network model, which read only their beginnings: {label}"
        )),
    };
    let sentences = document.segments.sentences.len();
    let asked = !document.readings.is_empty();
    let rest = (asked && document.readings.len() < sentences).then(|| {
        format!(
            "The network model read only the first {MOST_SENTENCES} of {sentences} sentences, the rest is left to rules alone: {label}"
        )
    });
    cut.into_iter().chain(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::analyzed;
    use crate::model::Reading;

    #[test]
    fn what_is_left_to_the_rules_is_said() {
        let article = format!("== Sentinel\n{}", "It rained. ".repeat(MOST_SENTENCES + 2));
        let mut document = analyzed(&article).documents.remove(0);
        assert_eq!(warnings(&document).count(), 0, "nobody asked the network");
        let mut reading = Reading::default();
        document.readings = vec![reading.clone(); MOST_SENTENCES];
        let rest = "The network model read only the first 3000 of 3002 sentences, the rest is left to rules alone: Sentinel";
        assert_eq!(warnings(&document).collect::<Vec<_>>(), [rest]);
        reading.cut = true;
        document.readings[5] = reading;
        assert!(
            warnings(&document)
                .next()
                .unwrap()
                .starts_with("One sentence is too long")
        );
    }
}

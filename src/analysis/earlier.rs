//! What an earlier analysis knows of a document already: texts do not change, so nothing is read twice.

use std::sync::Arc;

use crate::model::{Analysis, Document, DocumentAnalysis};
use crate::text::{self, Span};

/// A document in sentences, with what the network read in them where an earlier analysis has it.
///
/// Without a network there are no readings: the same request gives the same analysis, whatever came before.
pub(super) fn begun(
    document: &Arc<Document>,
    earlier: Option<&Analysis>,
    with_network: bool,
) -> DocumentAnalysis {
    let same = |known: &&DocumentAnalysis| {
        known.document.text == document.text && known.document.blocks == document.blocks
    };
    let known = earlier.and_then(|earlier| earlier.documents.iter().find(same));
    DocumentAnalysis {
        segments: known.map_or_else(|| segmented(document), |known| known.segments.clone()),
        readings: known
            .filter(|_| with_network)
            .map(|known| known.readings.clone())
            .unwrap_or_default(),
        document: Arc::clone(document),
    }
}

fn segmented(document: &Document) -> text::Segments {
    let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    text::segment(&document.text, &blocks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::analyzed;
    use crate::model::Reading;

    /// Whether the readings of "It rained." are there for an article, taken over or not.
    fn taken_over(article: &str, network: bool) -> bool {
        let mut earlier = analyzed("== Sentinel\nIt rained.\n\n== Record\nIt snowed.");
        for document in &mut earlier.documents {
            document.readings = vec![Reading {
                cut: true,
                ..Reading::default()
            }];
        }
        let document = &analyzed(article).documents[0].document;
        let begun = begun(document, Some(&earlier), network);
        begun.readings.first().is_some_and(|reading| reading.cut)
    }

    #[test]
    fn what_was_read_in_a_text_is_taken_over() {
        assert!(
            taken_over("== Sentinel\nIt rained.", true),
            "the text is known"
        );
        assert!(
            taken_over("== Sentinel 2024-03-05\nIt rained.", true),
            "a date changes no text"
        );
        assert!(
            !taken_over("== Sentinel\nIt poured.", true),
            "the text is new"
        );
    }

    #[test]
    fn without_a_network_nothing_is_taken_over() {
        assert!(!taken_over("== Sentinel\nIt rained.", false));
    }
}

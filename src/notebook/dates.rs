//! Dates that the reader supplied for articles whose files tell none.

use std::sync::Arc;

use super::State;
use crate::ingest;
use crate::model::Document;

/// The documents with the dates that the reader gave them: what the analysis is to read.
pub fn dated(documents: &[Arc<Document>], state: &State) -> Vec<Arc<Document>> {
    documents
        .iter()
        .map(
            |document| match state.published.get(&document.origin.sha256) {
                Some(date) => Arc::new(ingest::with_published(document, date.clone())),
                None => Arc::clone(document),
            },
        )
        .collect()
}

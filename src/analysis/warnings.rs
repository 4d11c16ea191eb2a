//! What a reader should know about the limits of one analysis.

use super::alignment::MOST_STATEMENTS;
use super::encode;
use crate::model::Analysis;

/// By document, then about the whole.
pub fn of(analysis: &Analysis) -> Vec<String> {
    let mut warnings = Vec::new();
    for document in &analysis.documents {
        let label = document.document.label();
        let metadata = &document.document.metadata;
        if document.segments.sentences.is_empty() {
            warnings.push(format!("There is no text to compare: {label}"));
        } else if let Some(language) = metadata.language.as_deref()
            && language != "en"
        {
            warnings.push(format!(
                "Written in another language than English, so little can be found in it: {label}"
            ));
        }
        warnings.extend(encode::warnings(document));
    }
    if analysis.statements.len() > MOST_STATEMENTS {
        warnings.push(format!(
            "The articles are too long to compare whole: only the first {MOST_STATEMENTS} statements were compared"
        ));
    }
    warnings
}

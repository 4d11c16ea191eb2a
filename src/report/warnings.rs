//! Warnings about the comparison as a whole.

use std::collections::BTreeMap;

use crate::model::Analysis;

/// What the analysis could not do, and which files are the same one.
pub(super) fn of(analysis: &Analysis) -> Vec<String> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for document in &analysis.documents {
        let origin = &document.document.origin;
        files.entry(&origin.sha256).or_default().push(&origin.file);
    }
    let mut warnings: Vec<String> = files
        .values()
        .filter(|names| names.len() > 1)
        .map(|names| {
            format!(
                "The same article was given {} times, so nothing differs between these files: {}",
                names.len(),
                names.join(", ")
            )
        })
        .collect();
    warnings.extend(analysis.warnings.iter().cloned());
    warnings
}

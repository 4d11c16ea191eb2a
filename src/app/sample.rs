//! The invented articles that come with the program.

use super::state::Article;

/// Name and content of each file of `assets/samples`.
const FILES: &[(&str, &[u8])] = &[
    (
        "port-ellery-sentinel.html",
        include_bytes!("../../assets/samples/port-ellery-sentinel.html"),
    ),
    (
        "coastal-record.txt",
        include_bytes!("../../assets/samples/coastal-record.txt"),
    ),
];

/// The articles as a worker takes them.
pub(super) fn articles() -> Vec<Article> {
    FILES
        .iter()
        .map(|(name, bytes)| Article::text(*name, *bytes))
        .collect()
}

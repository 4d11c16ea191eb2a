//! The invented articles that come with the program.

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
pub(super) fn articles() -> Vec<(String, Vec<u8>)> {
    FILES
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect()
}

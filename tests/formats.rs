//! One article in every format that people have, written by the programs that they use: the same words come out of
//! each, and the same findings.
//!
//! `scripts/make-formats.sh` makes the files.

#[path = "formats/refused.rs"]
mod refused;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::analysis::conflicts::DISPLAY_THRESHOLD;
use counterpoint::analysis::{Unattended, analyze};
use counterpoint::ingest;
use counterpoint::model::{BlockKind, Document};
use counterpoint::notebook::Notebook;
use counterpoint::report::Report;

/// Files that tell headings, lists and quotations apart.
const SET: [&str; 22] = [
    "article.html",
    "article.md",
    "amp.html",
    "by-hand.mhtml",
    "chromium.mhtml",
    "latin-1.html",
    "letter.eml",
    "letters.mbox#1",
    "libreoffice.docx",
    "libreoffice.odt",
    "libreoffice.rtf",
    "newsml.xml",
    "ninjs.json",
    "nitf.xml",
    "pandoc.docx",
    "pandoc.epub",
    "pandoc.html",
    "pandoc.odt",
    "reader-view.html",
    "safari.webarchive",
    "singlefile.html",
    "utf-16-be.html",
];

/// Files that hold words alone.
const UNSET: [&str; 12] = [
    "article.json",
    "article.txt",
    "articles.jsonl#2",
    "chromium.pdf",
    "chromium-head.pdf",
    "libreoffice.epub",
    "libreoffice.pdf",
    "pandoc.rtf",
    "rewritten.pdf",
    "uncompressed.pdf",
    "utf-16.txt",
    "windows.txt",
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/formats")
        .join(name)
}

fn open(name: &str) -> Document {
    ingest::read_path(&path(name)).unwrap_or_else(|error| panic!("{error}"))
}

/// A word with its quotation marks and stops; what sets a list or a table is no word.
fn words(document: &Document) -> Vec<String> {
    let words = document.text.as_str().split_whitespace();
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// The blocks with their words, without the bars that some formats set between the cells of a table.
fn blocks(document: &Document) -> Vec<(BlockKind, String)> {
    let words = |words: &str| {
        let words = words.split_whitespace().filter(|word| *word != "|");
        words.collect::<Vec<_>>().join(" ")
    };
    document
        .blocks
        .iter()
        .map(|block| (block.kind, words(document.text.slice(block.span))))
        .collect()
}

/// What the comparison with another article finds: the heading, and both quotations.
fn findings(document: &Document) -> Vec<String> {
    let documents = [Arc::new(document.clone()), Arc::new(open("other.txt"))];
    let analysis = analyze(&documents, None, &Unattended).expect("nobody cancels");
    let report = Report::new(Arc::new(analysis), &Notebook::default(), DISPLAY_THRESHOLD);
    report
        .findings
        .iter()
        .map(|finding| {
            let quoted = finding.quotes.iter().map(|quote| {
                let document = report.analysis.document(quote.document);
                document.text.slice(quote.sentence)
            });
            format!(
                "{}: {}",
                finding.heading,
                quoted.collect::<Vec<_>>().join(" / ")
            )
        })
        .collect()
}

/// Fails with the first difference of each file.
fn check<'a, T: PartialEq + std::fmt::Debug>(
    names: impl IntoIterator<Item = &'a str>,
    take: impl Fn(&Document) -> Vec<T>,
) {
    let expected = take(&open("article.html"));
    let mut found = Vec::new();
    for name in names {
        let other = take(&open(name));
        let at = (0..expected.len().max(other.len())).find(|&at| expected.get(at) != other.get(at));
        if let Some(at) = at {
            found.push(format!(
                "{name}: {:?}\n  for {:?}",
                other.get(at),
                expected.get(at)
            ));
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn all() -> impl Iterator<Item = &'static str> {
    SET.into_iter().chain(UNSET)
}

#[test]
fn the_same_words_come_out_of_every_format() {
    check(all(), words);
}

#[test]
fn headings_lists_and_quotations_come_out_where_the_format_tells_them() {
    check(SET, blocks);
}

#[test]
fn the_same_findings_come_out_of_every_format() {
    let expected = findings(&open("article.html"));
    assert!(expected.len() >= 3, "{expected:?}");
    check(all(), findings);
}

#[test]
fn the_title_comes_out_of_every_format() {
    check(all(), |document| vec![document.metadata.title.clone()]);
}

/// What a file tells of its author, outlet and day.
fn told(document: &Document) -> Vec<String> {
    let told = &document.metadata;
    let day = told.published.as_ref().map(|date| date.day.to_string());
    vec![
        told.authors.join(", "),
        told.outlet.clone().unwrap_or_default(),
        day.unwrap_or_default(),
    ]
}

#[test]
fn author_outlet_and_day_come_out_where_the_format_tells_them() {
    check(
        [
            "amp.html",
            "article.json",
            "article.md",
            "article.txt",
            "articles.jsonl#2",
            "by-hand.mhtml",
            "chromium.mhtml",
            "latin-1.html",
            "newsml.xml",
            "ninjs.json",
            "nitf.xml",
            "safari.webarchive",
            "singlefile.html",
            "utf-16-be.html",
            "utf-16.txt",
            "windows.txt",
        ],
        told,
    );
    // These know their author, and no paper.
    for name in ["letter.eml", "letters.mbox#1", "reader-view.html"] {
        assert_eq!(told(&open(name))[0], "Marit Oake", "{name}");
    }
}

//! The sample comparison that ships with the program: what was planted in it is found, and its traps stay silent.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use counterpoint::analysis::conflicts::DISPLAY_THRESHOLD;
use counterpoint::analysis::{Unattended, analyze};
use counterpoint::ingest;
use counterpoint::model::{Analysis, Conflict, DocumentId};
use counterpoint::text::Span;

const FILES: [&str; 2] = ["port-ellery-sentinel.html", "coastal-record.txt"];

/// Of the planted conflicts, so many must be found with the right kind.
const FOUND_AT_LEAST: usize = 6;

/// A row of a table in the samples' `README.md`: the kind or the reason, then the two quotations.
struct Row {
    label: String,
    quotes: [String; 2],
}

#[test]
fn both_files_tell_their_outlet_title_and_date() {
    let analysis = compare();
    let told: Vec<_> = analysis
        .documents
        .iter()
        .map(|document| {
            let metadata = &document.document.metadata;
            (
                metadata.outlet.as_deref().unwrap_or_default(),
                metadata.title.as_deref().unwrap_or_default(),
                metadata.published.as_ref().map(|date| date.day.to_string()),
                metadata.authors.join(", "),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Port Ellery Sentinel",
                "Clean water on its way to Port Ellery after plant alarm",
                Some("2026-04-09".to_owned()),
                "Wes Calloway".to_owned(),
            ),
            (
                "The Coastal Record",
                "A lost evening: how Port Ellery went on drinking",
                Some("2026-04-10".to_owned()),
                "Noor Castellane".to_owned(),
            ),
        ]
    );
}

#[test]
fn menus_boxes_and_comment_forms_are_gone() {
    let analysis = compare();
    let text = analysis.documents[0].document.text.as_str();
    for furniture in [
        "Obituaries",
        "Copy link",
        "Harbor dredging",
        "newsletter",
        "Leave a Reply",
        "Privacy policy",
    ] {
        assert!(!text.contains(furniture), "{furniture:?} is in the text");
    }
}

#[test]
fn planted_conflicts_are_found_with_their_kind() {
    let analysis = compare();
    let planted = table("## Conflicts");
    let (found, missed): (Vec<_>, Vec<_>) = planted.iter().partition(|row| {
        shown(&analysis).any(|conflict| {
            conflict.kind.title().to_lowercase() == row.label && joins(&analysis, conflict, row)
        })
    });
    assert!(
        found.len() >= FOUND_AT_LEAST,
        "found {} of {}; missed:\n{}\nshown:\n{}",
        found.len(),
        planted.len(),
        missed
            .iter()
            .map(|row| format!("{}: {:?}", row.label, row.quotes))
            .collect::<Vec<_>>()
            .join("\n"),
        list(&analysis),
    );
}

#[test]
fn traps_stay_silent() {
    let analysis = compare();
    for row in table("## Traps") {
        let fired = shown(&analysis).find(|conflict| joins(&analysis, conflict, &row));
        assert!(
            fired.is_none(),
            "{}: {:?}\nbut: {}",
            row.label,
            row.quotes,
            fired.map_or("", |conflict| conflict.explanation.as_str()),
        );
    }
}

/// A reader who meets three false alarms stops looking: nothing but what was planted is shown.
#[test]
fn nothing_else_is_shown() {
    let analysis = compare();
    let planted = table("## Conflicts");
    let strays: Vec<_> = shown(&analysis)
        .filter(|conflict| !planted.iter().any(|row| joins(&analysis, conflict, row)))
        .map(|conflict| describe(&analysis, conflict))
        .collect();
    assert!(strays.is_empty(), "not planted:\n{}", strays.join("\n"));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples")
}

fn compare() -> Analysis {
    let documents = FILES.map(|name| {
        let bytes = fs::read(folder().join(name)).expect("the sample is in the repository");
        Arc::new(ingest::read(name, &bytes).expect("the sample can be read"))
    });
    analyze(&documents, None, &Unattended).expect("nobody cancels")
}

fn shown(analysis: &Analysis) -> impl Iterator<Item = &Conflict> {
    analysis
        .conflicts
        .iter()
        .filter(|conflict| conflict.confidence >= DISPLAY_THRESHOLD)
}

/// Whether the conflict, or another passage of the same difference, lies on both quotations.
fn joins(analysis: &Analysis, conflict: &Conflict, row: &Row) -> bool {
    let quoted = [0, 1].map(|index| place(analysis, DocumentId(index), &row.quotes[index]));
    std::iter::once(&conflict.sides)
        .chain(&conflict.also)
        .any(|sides| {
            sides
                .iter()
                .zip(quoted)
                .enumerate()
                .all(|(index, (side, quote))| {
                    side.document == DocumentId(index) && side.span.overlaps(quote)
                })
        })
}

fn place(analysis: &Analysis, document: DocumentId, quote: &str) -> Span {
    let text = analysis.document(document).text.as_str();
    let start = text
        .find(quote)
        .unwrap_or_else(|| panic!("{quote:?} is not in {}", FILES[document.index()]));
    Span::new(start, start + quote.len())
}

fn list(analysis: &Analysis) -> String {
    shown(analysis)
        .map(|conflict| describe(analysis, conflict) + "\n")
        .collect()
}

fn describe(analysis: &Analysis, conflict: &Conflict) -> String {
    let [left, right] = conflict
        .sides
        .each_ref()
        .map(|side| analysis.document(side.document).text.slice(side.span));
    format!(
        "{} {:.2}: {left:?} / {right:?}: {}",
        conflict.kind.title(),
        conflict.confidence,
        conflict.explanation,
    )
}

/// The rows of the table under a heading of the samples' `README.md`.
fn table(heading: &str) -> Vec<Row> {
    let readme = fs::read_to_string(folder().join("README.md")).expect("the samples are explained");
    let rows: Vec<_> = readme
        .lines()
        .skip_while(|line| !line.starts_with(heading))
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .skip(1)
        .map(|line| {
            let cells: Vec<_> = line.split(" | ").map(str::to_owned).collect();
            let [label, left, right] = cells.try_into().expect("three cells a row");
            Row {
                label,
                quotes: [left, right],
            }
        })
        .collect();
    assert!(rows.len() >= 5, "no table under {heading:?}");
    rows
}

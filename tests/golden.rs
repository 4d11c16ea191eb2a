//! The whole report of the sample comparison: any change of what is found shows as a difference to review.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use counterpoint::analysis::{self, Unattended, conflicts::DISPLAY_THRESHOLD};
use counterpoint::export::{self, Format, Options};
use counterpoint::ingest;
use counterpoint::notebook::Notebook;
use counterpoint::report::Report;

#[test]
fn the_sample_comparison_reads_as_it_was_reviewed() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let documents = ["port-ellery-sentinel.html", "coastal-record.txt"].map(|name| {
        let bytes = fs::read(samples.join(name)).unwrap();
        Arc::new(ingest::read(name, &bytes).unwrap())
    });
    let analysis = analysis::analyze(&documents, None, &Unattended).unwrap();
    let report = Report::new(Arc::new(analysis), &Notebook::default(), DISPLAY_THRESHOLD);
    let everything = Options {
        include_unreviewed: true,
        ..Options::default()
    };
    let written = export::write(&report, Format::Markdown, &everything);
    insta::assert_snapshot!(String::from_utf8(written).unwrap());
}

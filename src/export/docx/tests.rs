//! That the document reads as it was meant, by the program's own reader of Word documents.

use std::sync::Arc;

use super::*;
use crate::notebook::{Command, FindingKey, NoteTarget, Notebook};
use crate::report::told::{Told, analysis};

fn written(note: &str) -> Vec<u8> {
    let told = |text, clause| Told {
        text,
        clause,
        source: "The mayor",
        cue: "said",
        evidence: &["17"],
        ..Told::default()
    };
    let analysis = analysis([
        told(
            "The mayor said 17 & more were hurt. End.",
            "17 & more were hurt",
        ),
        told("The mayor said 19 were hurt.", "19 were hurt"),
    ]);
    let mut notebook = Notebook::default();
    notebook.apply(Command::WriteNote {
        id: notebook.new_note_id(),
        target: NoteTarget::Finding(FindingKey::of(&analysis, &analysis.conflicts[0])),
        text: note.to_owned(),
    });
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    super::report(&report, &Options::default())
}

#[test]
fn table_quotations_and_notes_stand_in_the_document() {
    let document = crate::ingest::read("report.docx", &written("Ask <b>both</b>.")).unwrap();
    let report = document.text.as_str();
    insta::assert_snapshot!(
        report.replace(&crate::report::reliability::summary(1, 0.0), "(figures)")
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(written("Ask."), written("Ask."));
}

#[test]
fn a_note_of_any_length_and_script_keeps_the_document_whole() {
    let note = "=1+1 \u{0}\u{b} שלום 🙂 ]]> ".repeat(5_000);
    let document = crate::ingest::read("report.docx", &written(&note)).unwrap();
    assert!(
        document.text.as_str().contains("שלום 🙂 ]]>"),
        "the note is gone"
    );
}

//! Where findings, decisions and notes stand in the document.

use std::sync::Arc;

use super::*;
use crate::notebook::{Anchor, Command, Decision, FindingKey, NoteTarget, Notebook};
use crate::report::told::{Told, analysis};
use crate::text::Span;

fn tellings() -> [Told<'static>; 2] {
    [
        Told {
            text: "Ferry *hits* pier. The mayor said 17 people were hurt on Monday.",
            clause: "17 people were hurt on Monday",
            source: "The mayor",
            cue: "said",
            evidence: &["17"],
            ..Told::default()
        },
        Told {
            text: "Nothing is known. According to the hospital, 19 people may have been hurt.",
            clause: "19 people may have been hurt",
            source: "the hospital",
            cue: "According to",
            hedge: "may",
            evidence: &["19"],
            ..Told::default()
        },
    ]
}

fn written(targets: &[NoteTarget], decision: Option<Decision>, options: &Options) -> String {
    let analysis = analysis(tellings());
    let mut notebook = Notebook::default();
    let finding = FindingKey::of(&analysis, &analysis.conflicts[0]);
    notebook.apply(Command::Decide { finding, decision });
    for target in targets {
        notebook.apply(Command::WriteNote {
            id: notebook.new_note_id(),
            target: target.clone(),
            text: "- Ask *both*.\nThen ask again.".to_owned(),
        });
    }
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    String::from_utf8(super::report(&report, options)).unwrap()
}

#[test]
fn findings_stand_with_both_quotations_and_every_note_in_its_place() {
    let analysis = analysis(tellings());
    let document = &analysis.documents[0].document;
    let mut gone = Anchor::of(document, Span::new(0, 5));
    "Train".clone_into(&mut gone.exact);
    let targets = [
        NoteTarget::Finding(FindingKey::of(&analysis, &analysis.conflicts[0])),
        NoteTarget::Passage(Anchor::of(document, Span::new(6, 12))),
        NoteTarget::Document(document.origin.sha256.clone()),
        NoteTarget::Free,
        NoteTarget::Passage(gone),
    ];
    insta::assert_snapshot!(written(
        &targets,
        Some(Decision::Confirmed),
        &Options {
            include_unreviewed: true,
            ..Options::default()
        }
    ));
}

#[test]
fn what_nobody_reviewed_is_left_out_and_the_document_says_so() {
    let document = written(&[], None, &Options::default());
    assert!(
        document.contains("1 finding that nobody reviewed is left out."),
        "{document}"
    );
    assert!(!document.contains("17"), "{document}");
}

#[test]
fn what_the_reader_dismissed_stands_apart() {
    let document = written(&[], Some(Decision::Dismissed), &Options::default());
    let (before, after) = document.split_once("## Dismissed by the reader").unwrap();
    assert!(!before.contains("### 1."), "{before}");
    assert!(after.contains("### 1."), "{after}");
}

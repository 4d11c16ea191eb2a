//! The contract of the JSON report, on a finding with emoji before and inside it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::analysis::{Unattended, analyze};
use crate::notebook::{Anchor, Command, Decision, FindingKey, NoteId, NoteTarget, Notebook};
use crate::report::told::{Told, analysis};
use crate::text::Span;

fn all() -> Options {
    Options {
        include_unreviewed: true,
        ..Options::default()
    }
}

fn tellings() -> [Told<'static>; 2] {
    [
        Told {
            text: "🙂🙂 News. “17 🙂 hurt,” said Ana.",
            clause: "17 🙂 hurt",
            source: "Ana",
            cue: "said",
            evidence: &["17"],
            ..Told::default()
        },
        Told {
            text: "Reportedly 19 were hurt.",
            clause: "19 were hurt",
            cue: "Reportedly",
            evidence: &["19"],
            ..Told::default()
        },
    ]
}

fn written(notebook: &Notebook, min_confidence: f32, options: &Options) -> Value {
    let report = Report::new(Arc::new(analysis(tellings())), notebook, min_confidence);
    serde_json::from_slice(&super::report(&report, options)).unwrap()
}

fn key() -> FindingKey {
    let analysis = analysis(tellings());
    FindingKey::of(&analysis, &analysis.conflicts[0])
}

/// The text that two code-point offsets enclose.
fn enclosed(report: &Value, document: usize, place: &Value) -> String {
    let offset = |name: &str| place[name].as_u64().unwrap() as usize;
    let text = report["documents"][document]["text"].as_str().unwrap();
    text.chars()
        .skip(offset("start"))
        .take(offset("end") - offset("start"))
        .collect()
}

#[test]
fn offsets_count_code_points_and_enclose_the_text_beside_them() {
    let report = written(&Notebook::default(), 0.0, &all());
    for (document, side) in report["conflicts"][0]["sides"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        assert_eq!(enclosed(&report, document, side), side["text"]);
    }
    let attribution = &report["statements"][0]["attribution"];
    for part in ["source", "cue", "content"] {
        assert_eq!(
            enclosed(&report, 0, &attribution[part]),
            attribution[part]["text"]
        );
    }
    let sentences = report["documents"][0]["sentences"].as_array().unwrap();
    assert_eq!(enclosed(&report, 0, &sentences[0]), "🙂🙂 News.");
}

#[test]
fn the_shape_is_that_of_version_1() {
    let report = written(&Notebook::default(), 0.0, &all());
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "version",
            "documents",
            "entities",
            "statements",
            "conflicts",
            "agreements",
            "only",
            "notebook",
            "warnings"
        ]
    );
    assert_eq!(report["version"], 1);
    assert_eq!(
        report["conflicts"][0]["sides"][0],
        json!({"document": "d1", "start": 10, "end": 19, "text": "17 🙂 hurt", "statement": "s1",
               "evidence": [{"start": 10, "end": 12}]})
    );
    assert_eq!(
        report["statements"][1],
        json!({"id": "s2", "document": "d2", "start": 11, "end": 23, "text": "19 were hurt",
               "polarity": "affirmed", "certainty": "done",
               "attribution": {"source": null, "cue": {"start": 0, "end": 10, "text": "Reportedly"},
                               "content": {"start": 11, "end": 23, "text": "19 were hurt"},
                               "quoted": false}})
    );
    let conflict = &report["conflicts"][0];
    assert_eq!(
        [&conflict["id"], &conflict["verdict"], &conflict["kind"]],
        ["c1", "dispute", "number"]
    );
    assert_eq!(conflict["confidence"], 0.75);
    assert_eq!(conflict["gates"]["subject"]["passed"], true);
}

#[test]
fn every_mention_tells_how_it_was_linked() {
    let text = "🙂 Harbor closed\n\nMayor Ines Halloran came on Monday. Then Halloran left.";
    let document = crate::ingest::read("harbor.txt", text.as_bytes()).unwrap();
    let analysis = analyze(&[Arc::new(document)], None, &Unattended).unwrap();
    let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
    let report: Value = serde_json::from_slice(&super::report(&report, &all())).unwrap();
    let entities = report["entities"].as_array().unwrap();
    let mayor = (entities.iter()).find(|entity| entity["name"] == "Ines Halloran");
    let mentions = mayor.unwrap()["mentions"].as_array().unwrap();
    let last = mentions.last().unwrap();
    assert_eq!(enclosed(&report, 0, last), "Halloran");
    assert_eq!(
        *last,
        json!({"document": "d1", "start": last["start"], "end": last["end"], "text": "Halloran",
               "form": "name", "link": "short form of Ines Halloran"})
    );
}

#[test]
fn findings_below_the_threshold_are_left_out() {
    assert_eq!(
        written(&Notebook::default(), 0.8, &all())["conflicts"],
        json!([])
    );
}

#[test]
fn what_nobody_reviewed_is_left_out_on_demand_and_the_report_says_so() {
    let report = written(&Notebook::default(), 0.0, &Options::default());
    assert_eq!(report["conflicts"], json!([]));
    assert_eq!(
        report["warnings"],
        json!(["1 finding that nobody reviewed is left out"])
    );
    let mut notebook = Notebook::default();
    notebook.apply(Command::Decide {
        finding: key(),
        decision: Some(Decision::Dismissed),
    });
    let report = written(&notebook, 0.0, &Options::default());
    assert_eq!(report["conflicts"][0]["id"], "c1");
    assert_eq!(report["warnings"], json!([]));
}

#[test]
fn the_notebook_goes_along_with_what_it_is_about() {
    let mut notebook = Notebook::default();
    notebook.apply(Command::Decide {
        finding: key(),
        decision: Some(Decision::Confirmed),
    });
    let document = Arc::clone(&analysis(tellings()).documents[0].document);
    let targets = [
        NoteTarget::Finding(key()),
        NoteTarget::Passage(Anchor::of(&document, Span::new(0, 8))),
        NoteTarget::Document("0".repeat(64)),
        NoteTarget::Document("of an article that is not here".to_owned()),
        NoteTarget::Free,
    ];
    for target in targets {
        notebook.apply(Command::WriteNote {
            id: notebook.new_note_id(),
            target,
            text: "Ask.".to_owned(),
        });
    }
    assert_eq!(notebook.new_note_id(), NoteId(6));
    let report = written(&notebook, 0.0, &all());
    let note = |id: &str, conflict: Value, document: Value, end: Value, matched: bool| {
        let start = if end.is_null() { Value::Null } else { json!(0) };
        json!({"id": id, "text": "Ask.", "conflict": conflict, "document": document,
               "start": start, "end": end, "matched": matched})
    };
    let mut notes = report["notebook"]["notes"].clone();
    for note in notes.as_array_mut().unwrap() {
        let target = note.as_object_mut().unwrap().remove("target");
        assert!(target.is_some(), "a report opens again by the target");
    }
    assert_eq!(
        notes,
        json!([
            note("n1", json!("c1"), Value::Null, Value::Null, true),
            note("n2", Value::Null, json!("d1"), json!(2), true),
            note("n3", Value::Null, json!("d1"), Value::Null, true),
            note("n4", Value::Null, Value::Null, Value::Null, false),
            note("n5", Value::Null, Value::Null, Value::Null, true),
        ])
    );
    assert_eq!(report["notebook"]["decisions"][0]["decision"], "confirmed");
    assert_eq!(report["notebook"]["decisions"][0]["conflict"], "c1");
}

#[test]
fn a_decision_whose_finding_is_gone_is_kept() {
    let mut notebook = Notebook::default();
    let mut gone = key();
    "Another wording".clone_into(&mut gone.sides[0].exact);
    notebook.apply(Command::Decide {
        finding: gone,
        decision: Some(Decision::Confirmed),
    });
    let decision = &written(&notebook, 0.0, &all())["notebook"]["decisions"][0];
    assert_eq!(decision["conflict"], Value::Null);
    assert_eq!(decision["sides"][0]["exact"], "Another wording");
}

#[test]
fn a_finding_that_the_reader_confirmed_keeps_its_decision_below_the_threshold() {
    let mut notebook = Notebook::default();
    notebook.apply(Command::Decide {
        finding: key(),
        decision: Some(Decision::Confirmed),
    });
    let report = written(&notebook, 0.9, &all());
    assert_eq!(report["conflicts"], json!([]));
    assert_eq!(report["notebook"]["decisions"][0]["conflict"], Value::Null);
}

//! Notebooks of every version that was ever released.

use serde_json::Value;

use super::{fixture, folder, run, run_with};

#[test]
fn a_notebook_of_version_1_is_exported_for_ever() {
    let notebook = fixture("notebook-1.counterpoint");
    let run = run(&["export", notebook.to_str().unwrap(), "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.messages);
    let report = run.json();
    assert_eq!(report["documents"][0]["file"], "harbor.txt");
    assert_eq!(report["documents"][1]["published"], "2024-05-07");
    let decisions = report["notebook"]["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), 1);
    assert_eq!(decisions[0]["decision"], "confirmed");
    let notes: Vec<&str> = report["notebook"]["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        notes,
        [
            "Call both 🙂.\nThen the ministry.",
            "Where is Norwick?",
            "Check the clock"
        ]
    );
}

#[test]
fn a_notebook_of_version_2_is_exported_as_the_reader_corrected_it() {
    let notebook = fixture("notebook-2.counterpoint");
    let run = run(&["export", notebook.to_str().unwrap(), "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.messages);
    let report = run.json();
    let norwick: Vec<(&str, &str, usize)> = report["entities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entity| {
            let word = |field: &str| entity[field].as_str().unwrap();
            let mentions = entity["mentions"].as_array().unwrap();
            let norwick = mentions
                .iter()
                .filter(|mention| mention["text"] == "Norwick");
            (word("name"), word("kind"), norwick.count())
        })
        .filter(|(.., count)| *count > 0)
        .collect();
    // Split off and merged again: all three mentions are one, under the name and of the kind that were given.
    assert_eq!(norwick, [("Port of Norwick", "organization", 3)]);
    let fields: Vec<&String> = report["notebook"].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["decisions", "notes", "corrections"]);
}

#[test]
fn a_notebook_of_version_3_is_exported_as_the_reader_described_its_articles() {
    let notebook = fixture("notebook-3.counterpoint");
    let run = run(&["export", notebook.to_str().unwrap(), "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.messages);
    let report = run.json();
    let article = &report["documents"][0];
    for (field, told) in [
        ("title", "The ferry"),
        ("outlet", "Harbor Post"),
        ("published", "2024-05-06"),
        ("url", "https://example.org/ferry"),
        ("archived_url", "https://archive.example/ferry"),
        ("retrieved", "2024-05-08"),
        ("type", "opinion"),
    ] {
        assert_eq!(article[field], told, "{field}");
    }
    assert_eq!(article["authors"][0], "Ana Reed");
    let text = article["text"].as_str().unwrap();
    assert!(text.ends_with("\n\nShare this article"), "{text}");
}

#[test]
fn a_notebook_of_version_4_opens_with_everything_that_the_reader_said() {
    let opened = counterpoint::notebook::file::open(&fixture("notebook-4.counterpoint")).unwrap();
    let state = opened.notebook.state();
    let decided = state.decisions.values().next().unwrap();
    assert_eq!(decided.reason.as_deref(), Some("Another ferry"));
    assert_eq!(decided.stamp.by.as_deref(), Some("Ben Ode"));
    let outcome = state.outcomes.values().next().unwrap();
    assert_eq!(outcome.evidence.len(), 2);
    assert_eq!(
        (state.notes.len(), state.tags.len(), state.links.len()),
        (2, 1, 2)
    );
    assert_eq!(
        (state.muted.len(), state.ticks.len(), state.marks.len()),
        (1, 1, 1)
    );
    assert!(opened.notebook.can_redo(), "a note was taken back");
    let run = run(&[
        "export",
        fixture("notebook-4.counterpoint").to_str().unwrap(),
        "--format",
        "json",
        "--private-notes",
    ]);
    assert_eq!(run.status, 0, "{}", run.messages);
    let report = run.json();
    let conflicts = report["conflicts"].as_array().unwrap();
    let made: Vec<&Value> = (conflicts.iter())
        .filter(|conflict| conflict["id"] == "c2")
        .collect();
    assert_eq!(
        made.len(),
        1,
        "what was linked by hand is a finding: {conflicts:?}"
    );
    assert_eq!(made[0]["kind"], "denial", "as the reader calls it");
    assert_eq!(report["notebook"]["notes"][0]["matched"], true);
    assert_eq!(report["notebook"]["notes"][1]["matched"], true);
}

#[test]
fn a_notebook_of_version_5_leaves_out_what_was_set_aside_and_undoes_joined_steps_as_one() {
    let path = fixture("notebook-5.counterpoint");
    let mut opened = counterpoint::notebook::file::open(&path).unwrap();
    assert_eq!(opened.documents.len(), 3, "the file keeps the article");
    assert_eq!(opened.notebook.state().aside.len(), 1);
    let notes = opened.notebook.state().notes.len();
    opened.notebook.undo();
    assert_eq!(opened.notebook.state().notes.len(), notes - 2);
    let run = run(&["export", path.to_str().unwrap(), "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.messages);
    let report = run.json();
    let files: Vec<&str> = (report["documents"].as_array().unwrap().iter())
        .map(|document| document["file"].as_str().unwrap())
        .collect();
    assert_eq!(files.len(), 2);
    assert!(!files.contains(&"storm.txt"), "{files:?}");
}

#[test]
fn open_questions_alone_are_written_by_export_and_by_compare() {
    let notebook = fixture("notebook-4.counterpoint");
    let notebook = notebook.to_str().unwrap();
    let all = run(&["export", notebook]);
    assert!(all.document.contains("B stands"), "{}", all.document);
    let open = run(&["export", notebook, "--open-questions"]);
    assert_eq!(open.status, 0, "{}", open.messages);
    let said = "Open questions only; 1 finding that is settled or dismissed is left out.";
    assert!(open.document.contains(said), "{}", open.document);
    for words in ["B stands", "Two ferries?", "The harbor office, by phone"] {
        assert!(!open.document.contains(words), "{words}: {}", open.document);
    }
    let [one, other] = ["harbor.txt", "coast.txt"];
    let folder = folder();
    let compared = run_with(
        &[
            "compare",
            one,
            other,
            "--open-questions",
            "--format",
            "json",
        ],
        "",
        folder.path(),
    );
    assert_eq!(compared.status, 0, "{}", compared.messages);
    let report = compared.json();
    assert!(!report["conflicts"].as_array().unwrap().is_empty());
    assert_eq!(
        report["warnings"],
        serde_json::json!(["Open questions only; no finding is settled or dismissed"])
    );
}

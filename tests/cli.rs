//! The command line as a script meets it: documents, messages and exit statuses.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

#[path = "cli/notebooks.rs"]
mod notebooks;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use assert_cmd::Command;
use serde_json::Value;

/// A PNG's first bytes: binary whatever the name says.
const PICTURE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

const HARBOR: &str = "Ferry hits pier\n\nThe harbor office said 17 passengers were hurt on Monday.\n\n\
    The ferry had left Norwick at noon.\n";
const COAST: &str = "Ferry accident in Norwick\n\nThe hospital said 23 passengers were hurt on Monday.\n\n\
    The ferry did not leave Norwick at noon.\n";

/// What a run printed, and how it ended.
struct Run {
    status: i32,
    document: String,
    messages: String,
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.document).unwrap()
    }
}

fn run_with(arguments: &[&str], input: &str, folder: &Path) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .args(arguments)
        .current_dir(folder)
        .write_stdin(input)
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap(),
        document: String::from_utf8(output.stdout).unwrap(),
        messages: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with two articles and what is none.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("harbor.txt"), HARBOR).unwrap();
    fs::write(folder.path().join("coast.txt"), COAST).unwrap();
    fs::write(folder.path().join("empty.txt"), "").unwrap();
    fs::write(folder.path().join("picture.txt"), PICTURE).unwrap();
    fs::create_dir(folder.path().join("shelf")).unwrap();
    folder
}

fn run(arguments: &[&str]) -> Run {
    run_with(arguments, "", folder().path())
}

#[test]
fn two_articles_are_compared_without_a_word_on_standard_error() {
    let run = run(&["compare", "harbor.txt", "coast.txt", "--format", "json"]);
    assert_eq!((run.status, run.messages.as_str()), (0, ""));
    let report = run.json();
    assert_eq!(report["version"], 1);
    assert_eq!(report["documents"][0]["file"], "harbor.txt");
    assert_eq!(report["documents"][1]["id"], "d2");
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let arguments = ["compare", "harbor.txt", "coast.txt", "--format", "json"];
    assert_eq!(run(&arguments).document, run(&arguments).document);
}

#[test]
fn files_that_hold_no_article_are_left_out_and_named_once() {
    for (bad, why) in [
        ("empty.txt", "empty"),
        ("picture.txt", "picture"),
        ("missing.txt", "no such file"),
        ("shelf", "folder"),
    ] {
        let run = run(&[
            "compare",
            "harbor.txt",
            bad,
            "coast.txt",
            "--format",
            "json",
        ]);
        assert_eq!(run.status, 1, "{bad}: {}", run.messages);
        assert_eq!(run.messages.matches(bad).count(), 1, "{}", run.messages);
        assert!(run.messages.contains(why), "{}", run.messages);
        assert!(run.messages.trim_end().ends_with(bad), "{}", run.messages);
        let report = run.json();
        assert_eq!(report["documents"].as_array().unwrap().len(), 2);
        let warning = report["warnings"][0].as_str().unwrap();
        assert!(warning.ends_with(bad), "{warning}");
    }
}

#[test]
fn one_article_is_no_comparison() {
    let run = run(&["compare", "harbor.txt"]);
    assert_eq!((run.status, run.document.as_str()), (2, ""));
    assert_eq!(
        run.messages,
        "counterpoint: A comparison needs two articles, and one was given\n"
    );
}

#[test]
fn where_only_one_could_be_read_the_other_is_explained() {
    let run = run(&["compare", "harbor.txt", "empty.txt"]);
    assert_eq!((run.status, run.document.as_str()), (2, ""));
    let lines: Vec<&str> = run.messages.lines().collect();
    assert!(lines[0].contains("empty.txt"), "{lines:?}");
    assert_eq!(
        lines[1..],
        ["counterpoint: A comparison needs two articles, and only one could be read"]
    );
}

#[test]
fn the_same_file_twice_gets_a_warning_and_stays_two_documents() {
    let run = run(&["compare", "harbor.txt", "harbor.txt", "--format", "json"]);
    assert_eq!(run.status, 0);
    let report = run.json();
    assert_eq!(report["documents"].as_array().unwrap().len(), 2);
    assert!(
        report["warnings"][0]
            .as_str()
            .unwrap()
            .starts_with("The same article was given 2 times"),
        "{}",
        report["warnings"]
    );
    assert_eq!(report["conflicts"].as_array().unwrap().len(), 0);
}

#[test]
fn one_article_may_come_from_standard_input() {
    let folder = folder();
    let run = run_with(
        &["compare", "-", "coast.txt", "--format", "json"],
        HARBOR,
        folder.path(),
    );
    assert_eq!(run.status, 0, "{}", run.messages);
    assert_eq!(run.json()["documents"][0]["file"], "standard input");
}

#[test]
fn standard_input_cannot_be_two_articles() {
    let run = run(&["compare", "-", "-"]);
    assert_eq!((run.status, run.document.as_str()), (2, ""));
    assert!(run.messages.contains("once only"), "{}", run.messages);
}

#[test]
fn the_format_follows_the_name_of_the_file_to_write() {
    let folder = folder();
    for (name, start) in [
        ("out.json", "{\n  \"version\": 1"),
        ("out.md", "---\ntitle:"),
        ("out.csv", "number,"),
        ("out.jsonld", "{\n  \"@context\""),
        ("out.html", "<!DOCTYPE html>"),
    ] {
        let run = run_with(
            &["compare", "harbor.txt", "coast.txt", "-o", name],
            "",
            folder.path(),
        );
        assert_eq!(
            (run.status, run.document.as_str(), run.messages.as_str()),
            (0, "", "")
        );
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(start), "{name}");
    }
}

#[test]
fn a_format_that_there_is_not_is_refused_with_those_that_there_are() {
    let run = run(&["compare", "harbor.txt", "coast.txt", "--format", "odt"]);
    assert_eq!((run.status, run.document.as_str()), (2, ""));
    assert!(run.messages.contains("docx, markdown"), "{}", run.messages);
}

#[test]
fn what_is_no_text_needs_a_file() {
    let folder = folder();
    for format in ["docx", "pdf", "qdpx"] {
        let arguments = ["compare", "harbor.txt", "coast.txt", "--format", format];
        let run = run_with(&arguments, "", folder.path());
        assert_eq!((run.status, run.document.as_str()), (2, ""));
        assert!(run.messages.contains("-o PATH"), "{}", run.messages);
        let name = format!("out.{format}");
        let run = run_with(
            &["compare", "harbor.txt", "coast.txt", "-o", &name],
            "",
            folder.path(),
        );
        assert_eq!((run.status, run.messages.as_str()), (0, ""));
        assert!(folder.path().join(name).is_file(), "no file was written");
    }
}

#[test]
fn an_article_is_never_overwritten_by_its_report() {
    let folder = folder();
    let run = run_with(
        &["compare", "harbor.txt", "coast.txt", "-o", "./harbor.txt"],
        "",
        folder.path(),
    );
    assert_eq!(run.status, 2);
    assert_eq!(
        fs::read_to_string(folder.path().join("harbor.txt")).unwrap(),
        HARBOR
    );
}

#[test]
fn a_report_that_cannot_be_written_is_an_error() {
    let run = run(&["compare", "harbor.txt", "coast.txt", "-o", "none/out.md"]);
    assert_eq!((run.status, run.document.as_str()), (2, ""));
    assert_eq!(
        run.messages,
        "counterpoint: Cannot write the report: there is no such folder: none/out.md\n"
    );
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let folder = folder();
    let long = HARBOR.repeat(2000);
    fs::write(folder.path().join("long.txt"), long).unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .args(["annotate", "long.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(
        child.wait().unwrap().success(),
        "a closed pipe was an error"
    );
}

#[test]
fn an_unlikely_threshold_is_refused() {
    for threshold in ["1.5", "-1", "NaN", "much"] {
        let threshold = format!("--min-confidence={threshold}");
        let run = run(&["compare", "harbor.txt", "coast.txt", &threshold]);
        assert_eq!(run.status, 2, "{threshold}");
        assert!(run.messages.contains("from 0 to 1"), "{}", run.messages);
    }
}

#[test]
fn articles_are_annotated_each_by_itself() {
    let run = run(&["annotate", "harbor.txt", "coast.txt", "empty.txt"]);
    assert_eq!(run.status, 1);
    let report = run.json();
    assert_eq!(report["documents"].as_array().unwrap().len(), 2);
    assert!(report.get("conflicts").is_none(), "nothing was compared");
    for entity in report["entities"].as_array().unwrap() {
        assert_eq!(entity["shared"], false, "{entity}");
        let documents: Vec<&Value> = entity["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|mention| &mention["document"])
            .collect();
        assert!(
            documents.windows(2).all(|pair| pair[0] == pair[1]),
            "{entity}"
        );
    }
}

#[test]
fn nothing_to_annotate_is_an_error() {
    let run = run(&["annotate", "empty.txt"]);
    assert_eq!((run.status, run.document.as_str()), (2, ""));
}

#[test]
fn offsets_enclose_the_text_beside_them() {
    let folder = folder();
    fs::write(folder.path().join("emoji.txt"), format!("🙂 {HARBOR}")).unwrap();
    let run = run_with(
        &[
            "compare",
            "emoji.txt",
            "coast.txt",
            "--format",
            "json",
            "--min-confidence",
            "0",
        ],
        "",
        folder.path(),
    );
    let report = run.json();
    let text: Vec<char> = report["documents"][0]["text"]
        .as_str()
        .unwrap()
        .chars()
        .collect();
    let mut checked = 0;
    let mut check = |place: &Value| {
        if place["document"] == "d1" {
            let offset = |name: &str| place[name].as_u64().unwrap() as usize;
            let enclosed: String = text[offset("start")..offset("end")].iter().collect();
            assert_eq!(enclosed, place["text"]);
            checked += 1;
        }
    };
    let list = |value: &Value| value.as_array().unwrap().clone();
    list(&report["entities"])
        .iter()
        .flat_map(|entity| list(&entity["mentions"]))
        .for_each(|place| check(&place));
    list(&report["statements"]).iter().for_each(&mut check);
    list(&report["only"]).iter().for_each(&mut check);
    for pair in ["conflicts", "agreements"] {
        list(&report[pair])
            .iter()
            .flat_map(|pair| list(&pair["sides"]))
            .for_each(|place| check(&place));
    }
    assert!(checked > 0, "nothing was found to check");
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

#[test]
fn a_report_is_opened_again_with_what_the_reader_said_in_it() {
    let folder = folder();
    let notebook = fixture("notebook-1.counterpoint");
    let everything = "--include-unreviewed";
    let first = [
        "export",
        notebook.to_str().unwrap(),
        everything,
        "-o",
        "a.json",
    ];
    assert_eq!(run_with(&first, "", folder.path()).status, 0);
    let again = ["export", "a.json", everything, "-o", "b.json"];
    let run = run_with(&again, "", folder.path());
    assert_eq!((run.status, run.messages.as_str()), (0, ""));
    let read = |name| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("a.json"), read("b.json"));
}

#[test]
fn a_report_of_a_later_version_is_refused_in_words() {
    let folder = folder();
    let later = r#"{"version": 2, "documents": [], "conflicts": []}"#;
    fs::write(folder.path().join("later.json"), later).unwrap();
    let run = run_with(&["export", "later.json"], "", folder.path());
    assert_eq!((run.status, run.document.as_str()), (2, ""));
    assert!(run.messages.contains("newer version"), "{}", run.messages);
}

#[test]
fn a_damaged_notebook_is_refused_in_words() {
    let folder = folder();
    fs::write(folder.path().join("case.counterpoint"), "{\"format\": ").unwrap();
    for arguments in [
        &["export", "case.counterpoint"][..],
        &[
            "compare",
            "harbor.txt",
            "coast.txt",
            "--notebook",
            "case.counterpoint",
        ],
    ] {
        let run = run_with(arguments, "", folder.path());
        assert_eq!((run.status, run.document.as_str()), (2, ""));
        assert!(
            run.messages
                .starts_with("counterpoint: Cannot open the notebook: the file is damaged"),
            "{}",
            run.messages
        );
    }
}

#[test]
fn a_notebook_joins_its_notes_to_the_articles_it_was_written_on() {
    let folder = folder();
    let notebook = fixture("notebook-1.counterpoint");
    let run = run_with(
        &[
            "compare",
            "harbor.txt",
            "coast.txt",
            "--notebook",
            notebook.to_str().unwrap(),
            "--format",
            "json",
        ],
        "",
        folder.path(),
    );
    assert_eq!(run.status, 0, "{}", run.messages);
    let notes = run.json()["notebook"]["notes"].clone();
    assert_eq!(notes[1]["matched"], true, "{notes}");
    assert_eq!(notes[1]["document"], "d1");
}

#[test]
fn help_and_version_go_to_standard_output() {
    for flag in ["--help", "--version"] {
        let run = run(&[flag]);
        assert_eq!((run.status, run.messages.as_str()), (0, ""));
        assert!(!run.document.is_empty(), "{flag}");
    }
}

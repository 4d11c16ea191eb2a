//! `counterpoint batch` as a script meets it: reports in the order of the stories, whatever a line holds.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};

fn story(number: usize) -> String {
    let article = |hurt: usize| {
        json!({"title": "Ferry hits pier",
               "text": format!("The harbor office said {hurt} passengers were hurt on Monday.")})
    };
    json!({"story": number, "docs": [article(17), article(17 + number)]}).to_string()
}

/// The lines written, the words on standard error, and the exit status.
fn run(arguments: &[&str], input: &str, folder: &Path) -> (Vec<Value>, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .args(["batch", "--no-network-model"])
        .args(arguments)
        .current_dir(folder)
        .write_stdin(input)
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let messages = String::from_utf8(output.stderr).unwrap();
    (lines.collect(), messages, output.status.code().unwrap())
}

#[test]
fn reports_come_in_the_order_of_the_stories_whatever_the_number_of_jobs() {
    let folder = tempfile::tempdir().unwrap();
    let stories: Vec<String> = (0..12).map(story).collect();
    let input = stories.join("\n");
    let (one, messages, status) = run(&["-", "--jobs", "1"], &input, folder.path());
    assert_eq!((messages.as_str(), status), ("", 0));
    let order: Vec<u64> = one
        .iter()
        .map(|line| line["story"].as_u64().unwrap())
        .collect();
    assert_eq!(order, (0..12).collect::<Vec<u64>>());
    assert_eq!(one[3]["version"], 1);
    assert_eq!(one[3]["documents"][1]["id"], "d2");
    let (five, _, _) = run(&["-", "--jobs", "5"], &input, folder.path());
    assert_eq!(one, five);
}

#[test]
fn a_line_that_fails_says_why_and_the_run_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let lonely = r#"{"story": "lonely", "documents": [{"title": "A", "text": "Words."}]}"#;
    let input = [&story(1), "{", "", lonely, "[1]", &story(2)].join("\n");
    let (lines, messages, status) = run(&["-"], &input, folder.path());
    assert_eq!(status, 1);
    assert!(messages.contains("4 of 6 stories"), "{messages}");
    let errors: Vec<&str> = lines
        .iter()
        .map(|line| line["error"].as_str().unwrap_or(""))
        .collect();
    assert_eq!(
        errors,
        [
            "",
            "the line is not a story in JSON",
            "the line is not a story in JSON",
            "a story needs two articles, and 1 could be read",
            "the line is not a story in JSON",
            ""
        ]
    );
    assert_eq!(lines[3]["story"], "lonely");
}

#[test]
fn a_run_that_was_stopped_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let stories: Vec<String> = (0..5).map(story).collect();
    fs::write(folder.path().join("stories.jsonl"), stories.join("\n")).unwrap();
    let reports = folder.path().join("reports.jsonl");
    let whole = ["stories.jsonl", "-o", "reports.jsonl"];
    assert_eq!(run(&whole, "", folder.path()).2, 0);
    let written = fs::read_to_string(&reports).unwrap();
    // Stopped in the middle of the third line.
    let cut = written.match_indices('\n').nth(1).unwrap().0 + 40;
    fs::write(&reports, written.get(..cut).unwrap()).unwrap();
    let again = ["stories.jsonl", "-o", "reports.jsonl", "--resume"];
    assert_eq!(run(&again, "", folder.path()).2, 0);
    assert_eq!(fs::read_to_string(&reports).unwrap(), written);
}

#[test]
fn what_cannot_be_read_or_gone_on_with_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (lines, messages, status) = run(&["missing.jsonl"], "", folder.path());
    assert_eq!((lines.len(), status), (0, 2));
    assert!(messages.trim_end().ends_with("missing.jsonl"), "{messages}");
    let (_, messages, status) = run(&["-", "--resume"], "", folder.path());
    assert_eq!(status, 2);
    assert!(messages.contains("-o PATH"), "{messages}");
}

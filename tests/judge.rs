//! `counterpoint judge` and the options that say which network a command works with.
//!
//! The weights are those inside the program, or those in the folder that `COUNTERPOINT_MODELS` names.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::env;
use std::fs;

use assert_cmd::Command;
use serde_json::Value;

const PAIR: &str =
    r#"{"premise": "17 passengers were hurt.", "hypothesis": "23 passengers were hurt."}"#;

struct Run {
    status: i32,
    lines: Vec<Value>,
    messages: String,
}

fn run(arguments: &[&str], input: &str) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .args(arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap(),
        lines: String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
        messages: String::from_utf8(output.stderr).unwrap(),
    }
}

/// `judge` with the weights that the tests are run on.
fn judge(arguments: &[&str], input: &str) -> Run {
    let mut all = vec!["judge"];
    all.extend(arguments);
    let folder = env::var("COUNTERPOINT_MODELS").ok();
    if let Some(folder) = &folder {
        all.extend(["--models", folder]);
    }
    run(&all, input)
}

fn sum(scores: &Value) -> f64 {
    let scores = scores.as_object().unwrap().values();
    scores.map(|score| score.as_f64().unwrap()).sum()
}

#[test]
fn each_pair_gets_a_label_scores_and_a_kind() {
    let run = judge(&[], &format!("{PAIR}\n{PAIR}"));
    assert_eq!((run.status, run.messages.as_str()), (0, ""));
    assert_eq!(run.lines.len(), 2);
    assert_eq!(run.lines[0], run.lines[1]);
    let judged = &run.lines[0];
    let label = judged["label"].as_str().unwrap();
    assert!(
        ["entailment", "neutral", "contradiction"].contains(&label),
        "{label}"
    );
    let names: Vec<&String> = judged["scores"].as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["agree", "refine", "update", "dispute", "conflict", "none"]
    );
    assert!((sum(&judged["scores"]) - 1.0).abs() < 1e-9, "{judged}");
    assert!((sum(&judged["labels"]) - 1.0).abs() < 1e-9, "{judged}");
    assert!(judged["kind"].is_string(), "{judged}");
    assert!(judged.get("cut").is_none(), "{judged}");
}

#[test]
fn a_bad_line_is_answered_in_its_place() {
    let long = "The ferry left Norwick. ".repeat(200);
    let long = format!(r#"{{"premise": "{long}", "hypothesis": "It left."}}"#);
    let input = format!("{PAIR}\nnot json\n\n{{\"premise\": \"alone\"}}\n{long}\n{PAIR}\n");
    let run = judge(&["-"], &input);
    assert_eq!(run.status, 1, "{}", run.messages);
    let bad: Vec<bool> = run
        .lines
        .iter()
        .map(|line| line["error"].is_string())
        .collect();
    assert_eq!(bad, [false, true, true, true, false, false]);
    assert_eq!(run.lines[4]["cut"], true);
    assert_eq!(
        run.messages,
        "counterpoint: One pair is too long for the network model, which read it without its end\n\
         counterpoint: 3 of 6 lines could not be judged\n"
    );
}

#[test]
fn many_lines_come_out_in_their_order() {
    let pair = |number: usize| match number % 3 {
        0 => "{}".to_owned(),
        1 => PAIR.to_owned(),
        _ => {
            r#"{"premise": "The pier was closed.", "hypothesis": "The pier was open."}"#.to_owned()
        }
    };
    let input: Vec<String> = (0..520).map(pair).collect();
    let run = judge(&[], &input.join("\n"));
    assert_eq!(run.lines.len(), 520);
    for (number, line) in run.lines.iter().enumerate() {
        assert_eq!(line, &run.lines[number % 3], "line {number}");
    }
}

#[test]
fn pairs_may_come_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pairs.jsonl");
    fs::write(&path, PAIR).unwrap();
    let run = judge(&[path.to_str().unwrap()], "");
    assert_eq!((run.status, run.lines.len()), (0, 1));
    let nowhere = folder.path().join("nowhere.jsonl");
    for (path, why) in [
        (nowhere.as_path(), "there is no such file"),
        (folder.path(), "this is a folder"),
    ] {
        let run = judge(&[path.to_str().unwrap()], "");
        assert_eq!((run.status, run.lines.len()), (2, 0));
        assert!(
            run.messages
                .starts_with("counterpoint: Cannot read the pairs: ")
                && run.messages.contains(why),
            "{}",
            run.messages
        );
    }
}

#[test]
fn without_a_network_nothing_is_judged() {
    let run = run(&["judge", "--no-network-model"], PAIR);
    assert_eq!((run.status, run.lines.len()), (2, 0));
    assert_eq!(
        run.messages,
        "counterpoint: Cannot judge the pairs: rules alone were asked for, and pairs are judged by the network model\n"
    );
}

#[test]
fn a_folder_without_a_network_judges_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let run = run(
        &["judge", "--models", folder.path().to_str().unwrap()],
        PAIR,
    );
    assert_eq!((run.status, run.lines.len()), (2, 0));
    assert!(
        run.messages
            .starts_with("counterpoint: Cannot judge the pairs: there is no such file: "),
        "{}",
        run.messages
    );
    assert_eq!(run.messages.lines().count(), 1);
}

/// The warnings of a comparison of two articles.
fn compared(arguments: &[&str]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        (
            "harbor.txt",
            "Ferry hits pier\n\nThe office said 17 passengers were hurt.\n",
        ),
        (
            "coast.txt",
            "Ferry accident\n\nThe office said 23 passengers were hurt.\n",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .args(["compare", "harbor.txt", "coast.txt", "--format", "json"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let warnings = report["warnings"].as_array().unwrap().iter();
    let warnings = warnings.map(|warning| warning.as_str().unwrap().to_owned());
    (
        warnings.collect(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_report_by_rules_alone_says_so() {
    let (warnings, messages) = compared(&["--no-network-model"]);
    assert_eq!(
        warnings,
        [
            "The network model was not used: rules alone were asked for; what only it sees is missing"
        ]
    );
    assert_eq!(messages, "");
}

#[test]
fn a_folder_without_a_network_leaves_the_rules_at_work() {
    let (warnings, messages) = compared(&["--models", "nowhere"]);
    assert_eq!(warnings.len(), 1);
    assert!(
        warnings[0].starts_with("The network model was not used: there is no such file: "),
        "{warnings:?}"
    );
    assert_eq!(messages, format!("counterpoint: {}\n", warnings[0]));
}

#[test]
fn one_cannot_ask_for_a_network_and_for_none() {
    let run = run(&["judge", "--models", ".", "--no-network-model"], PAIR);
    assert_eq!((run.status, run.lines.len()), (2, 0));
}

//! Reading without the findings first, and both laid over each other.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use counterpoint::report::teaching::laid;

use super::hand::{opening, select};
use super::*;

fn begin() -> Desk {
    let mut desk = open_sample();
    press_with(&mut desk, Modifiers::COMMAND, Key::K);
    type_words(&mut desk, "teach");
    press(&mut desk, Key::Enter);
    desk
}

fn mark(desk: &mut Desk, passages: [&str; 2], why: &str) {
    for (document, words) in passages.into_iter().enumerate() {
        select(desk, document, words);
    }
    click(desk, "Mark pair…");
    desk.get_by_role_and_label(Role::TextInput, "What does not go together, and why?")
        .click();
    settle(desk);
    type_words(desk, why);
    click(desk, "Keep link");
}

/// The words of both sides of a finding.
fn sides(desk: &Desk, finding: usize) -> [String; 2] {
    let report = desk.state().state.report().unwrap();
    let sides = report.findings[finding].conflict.sides.each_ref();
    sides.map(|side| {
        let text = &report.analysis.document(side.document).text;
        text.get(side.span).unwrap().to_owned()
    })
}

#[test]
fn the_findings_are_hidden_until_they_are_revealed() {
    let mut desk = begin();
    let line = desk.state().state.report().unwrap().findings[0].lines[0].clone();
    assert!(!says(&desk, &line), "no finding is shown");
    press(&mut desk, Key::F8);
    assert_eq!(desk.state().state.view.selected, None);
    press_with(&mut desk, Modifiers::ALT, Key::Num2);
    assert!(!says(&desk, "Claims by article"), "nor where they differ");

    let [one, other] = sides(&desk, 0);
    mark(&mut desk, [&one, &other], "two counts");
    let own = [opening(&desk, 0), opening(&desk, 1)];
    mark(&mut desk, [&own[0], &own[1]], "two views");
    click(&mut desk, "Reveal");
    let report = desk.state().state.report().unwrap().clone();
    let laid = laid(&report);
    assert_eq!(laid.both, [(0, 0)]);
    assert_eq!(laid.student, [1]);
    assert_eq!(laid.program.len(), report.findings.len() - 1);
    for words in ["Found by both 1", "Only you 1", "Is it right? Why?"] {
        assert!(says(&desk, words), "{words} is missing");
    }
    click(&mut desk, "End teaching");
    assert!(says(&desk, &line), "the list is back");
}

#[test]
fn outlets_are_called_by_letters_until_then() {
    let mut desk = begin();
    assert!(says(&desk, "Port Ellery Sentinel"));
    click(&mut desk, "Hide the outlets’ names");
    assert!(!says(&desk, "Port Ellery Sentinel"), "no outlet is named");
    click(&mut desk, "Reveal");
    assert!(says(&desk, "Port Ellery Sentinel"));
    assert!(!desk.state().state.comparison.unsaved(), "nothing was said");
}

#[test]
fn an_answer_sheet_holds_only_what_was_confirmed() {
    use counterpoint::export::{Format, Options, write};
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    let report = desk.state().state.report().unwrap().clone();
    let text = |format| {
        let bytes = write(&report, format, &Options::default());
        String::from_utf8(bytes).unwrap()
    };
    let answers = text(Format::Answers);
    assert!(answers.contains(&report.findings[0].heading));
    assert_eq!(answers.matches("<section>").count(), 1);
    let worksheet = text(Format::Worksheet);
    assert!(
        worksheet.contains("<sup>A:01</sup>"),
        "sentences have names"
    );
    assert!(!worksheet.contains(&report.findings[0].heading));
}

//! The page of notes, notes on what is not a finding, and ticks.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use counterpoint::app::state::MainPage;
use counterpoint::notebook::NoteTarget;

use super::hand::{opening, select};
use super::*;

/// A window with a note on a passage, one on a finding and one on the comparison; the page of notes is open.
fn open_notes() -> Desk {
    let mut desk = open_sample();
    let words = opening(&desk, 0);
    select(&mut desk, 0, &words);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    type_words(&mut desk, "Where is this from?");
    click(&mut desk, "Keep note");
    press(&mut desk, Key::F8);
    press_with(&mut desk, Modifiers::COMMAND, Key::M);
    type_words(&mut desk, "Call the clinic");
    press_with(&mut desk, Modifiers::ALT, Key::Num6);
    click(&mut desk, "Note on the comparison…");
    type_words(&mut desk, "Both write for the same owner");
    click(&mut desk, "Keep note");
    desk
}

fn listed(desk: &Desk) -> Vec<String> {
    let report = desk.state().state.report().unwrap();
    let listed = desk.state().state.listed_notes();
    listed
        .iter()
        .map(|index| report.notes[*index].text.clone())
        .collect()
}

#[test]
fn notes_are_listed_by_what_they_are_about_and_searched() {
    let mut desk = open_notes();
    assert_eq!(desk.state().state.view.main, MainPage::Notes);
    assert_eq!(listed(&desk).len(), 3);
    click(&mut desk, "On passages 1");
    assert_eq!(listed(&desk), ["Where is this from?"]);
    click(&mut desk, "Open questions 1");
    assert_eq!(listed(&desk), ["Call the clinic"]);
    click(&mut desk, "All 3");
    desk.get_by_role_and_label(Role::TextInput, "Only notes with these words")
        .click();
    settle(&mut desk);
    type_words(&mut desk, "OWNER");
    assert_eq!(listed(&desk), ["Both write for the same owner"]);
}

#[test]
fn a_note_leads_to_its_passage() {
    let mut desk = open_notes();
    let name = {
        let report = desk.state().state.report().unwrap();
        report.about(&report.notes[0])
    };
    assert!(name.starts_with("A:01"), "{name}");
    click(&mut desk, &name);
    assert_eq!(desk.state().state.view.main, MainPage::Read);
}

#[test]
fn a_note_is_made_private_and_changed() {
    let mut desk = open_notes();
    click(&mut desk, "On passages 1");
    click(&mut desk, "Private");
    let note = |desk: &Desk| {
        let notes = &desk.state().state.notebook().state().notes;
        notes
            .values()
            .find(|note| matches!(note.target, NoteTarget::Passage(_)))
            .unwrap()
            .clone()
    };
    assert!(note(&desk).private);
    click(&mut desk, "Change…");
    type_words(&mut desk, "So: ");
    click(&mut desk, "Keep note");
    assert!(note(&desk).text.contains("So:"), "{}", note(&desk).text);
    assert!(note(&desk).private, "it stays private");
}

#[test]
fn numbers_are_ticked_off_and_the_notebook_keeps_it() {
    let mut desk = open_sample();
    press_with(&mut desk, Modifiers::ALT, Key::Num5);
    let boxes = |desk: &Desk| desk.query_all_by_role(Role::CheckBox).count();
    assert!(boxes(&desk) > 2, "every row has a box");
    desk.query_all_by_role(Role::CheckBox)
        .next()
        .unwrap()
        .click();
    settle(&mut desk);
    assert_eq!(desk.state().state.notebook().state().ticks.len(), 1);
    assert!(says(&desk, "1 ticked"), "the page counts them");
    desk.query_all_by_role(Role::CheckBox)
        .next()
        .unwrap()
        .click();
    settle(&mut desk);
    assert!(desk.state().state.notebook().state().ticks.is_empty());
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.state().state.notebook().state().ticks.len(), 1);
}

#[test]
fn the_export_can_hold_open_questions_alone() {
    let folder = tempfile::tempdir().unwrap();
    let exported = folder.path().join("open.md");
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![exported.clone()]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    for (note, decision) in [("Call the clinic", None), ("Another street", Some(Key::N))] {
        press(&mut desk, Key::F8);
        press_with(&mut desk, Modifiers::COMMAND, Key::M);
        type_words(&mut desk, note);
        press(&mut desk, Key::Escape);
        if let Some(key) = decision {
            press(&mut desk, key);
        }
    }
    press_with(&mut desk, Modifiers::COMMAND, Key::E);
    assert!(says(&desk, "2 findings and 2 notes go along"), "both");
    click(&mut desk, "Only open questions");
    assert!(
        says(&desk, "1 finding and 1 note go along"),
        "one is no question any more"
    );
    assert!(
        says(
            &desk,
            "Open questions only; 1 finding that is settled or dismissed is left out"
        ),
        "and it says so"
    );
    click(&mut desk, "Markdown…");
    let written = std::fs::read_to_string(exported).unwrap();
    assert!(written.contains("Call the clinic"), "{written}");
    assert!(!written.contains("Another street"), "{written}");
}

//! What was read of an article, and what the reader says of it.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::fs;

use super::*;

const ARTICLE: &str = "Harbor closed\n\nThe harbor was closed on Monday, the mayor said.\n\n\
    Share this article\n\nIt opens again on Friday.\n";

/// A window on one article, with its source shown.
fn open_source(further: &[Outcome]) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbor.txt");
    fs::write(&path, ARTICLE).unwrap();
    let outcomes = std::iter::once(Outcome::Chosen(vec![path]));
    let mut desk = open(outcomes.chain(further.iter().cloned()));
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    click(&mut desk, "About article A");
    desk
}

fn enter(desk: &mut Desk, field: &str, words: &str) {
    desk.get_by_role_and_label(Role::TextInput, field).focus();
    settle(desk);
    press_with(desk, Modifiers::COMMAND, Key::A);
    type_words(desk, words);
    press(desk, Key::Enter);
}

fn metadata(desk: &Desk) -> counterpoint::model::Metadata {
    let report = desk.state().state.report().unwrap();
    report.analysis.documents[0].document.metadata.clone()
}

#[test]
fn the_source_panel_tells_what_was_read_and_what_was_left_out() {
    let mut desk = open_source(&[]);
    for words in ["harbor.txt", "bytes", "SHA-256 "] {
        assert!(says(&desk, words), "{words} is missing");
    }
    assert!(!says(&desk, "Share this article"), "it is folded away");
    click(&mut desk, "Left out of the text");
    assert!(says(&desk, "Share this article"), "the piece is listed");
}

#[test]
fn what_the_reader_says_of_an_article_shows_everywhere_and_is_undone() {
    let mut desk = open_source(&[]);
    enter(&mut desk, "Outlet", "Norwick Post");
    enter(&mut desk, "Title", "The harbor");
    enter(&mut desk, "Retrieved", "15 May 2026");
    click(&mut desk, "Opinion");
    let told = metadata(&desk);
    assert_eq!(told.outlet.as_deref(), Some("Norwick Post"));
    assert_eq!(told.title.as_deref(), Some("The harbor"));
    assert_eq!(told.retrieved.unwrap().given, "2026-05-15");
    assert!(says(&desk, "A · Norwick Post"), "the header names it");
    let said = "Changed the type of harbor.txt to “Opinion”";
    assert!(says(&desk, said), "the status bar says so");
    for _ in 0..4 {
        press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    }
    let told = metadata(&desk);
    assert_eq!((told.outlet, told.retrieved), (None, None));
    assert_eq!(told.title.as_deref(), Some("Harbor closed"));
}

#[test]
fn words_that_are_no_date_change_nothing() {
    let mut desk = open_source(&[]);
    enter(&mut desk, "Published", "someday");
    assert!(says(&desk, "Write it as 2026-05-14"), "it says how");
    assert_eq!(metadata(&desk).published, None);
    assert!(!desk.state().state.notebook().can_undo());
}

#[test]
fn what_was_said_of_an_article_is_saved_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let chosen = Outcome::Chosen(vec![path]);
    let mut desk = open_source(&[chosen.clone(), chosen]);
    enter(&mut desk, "Authors", "Ana Reed, Ben Orr");
    press_with(&mut desk, Modifiers::COMMAND, Key::S);
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(metadata(&desk).authors, ["Ana Reed", "Ben Orr"]);
    press_with(&mut desk, Modifiers::COMMAND, Key::I);
    click(&mut desk, "As in the file: Authors");
    assert!(metadata(&desk).authors.is_empty());
}

#[test]
fn a_piece_that_was_left_out_is_restored_and_left_out_again() {
    let mut desk = open_source(&[]);
    click(&mut desk, "Left out of the text");
    let text = |desk: &Desk| {
        let report = desk.state().state.report().unwrap();
        report.analysis.documents[0]
            .document
            .text
            .as_str()
            .to_owned()
    };
    let before = text(&desk);
    click(&mut desk, "Restore");
    assert_eq!(text(&desk), format!("{before}\n\nShare this article"));
    click(&mut desk, "Leave out");
    assert_eq!(text(&desk), before);
}

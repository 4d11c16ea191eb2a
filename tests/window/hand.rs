//! Passages that the reader links by hand.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use counterpoint::app::command::{Command, ViewCommand};
use counterpoint::app::state::Dialog;
use counterpoint::model::{DocumentId, Kind};
use counterpoint::notebook::Relation;
use counterpoint::report::tables::Passage;

use super::*;

/// Selects the words in the article, as a row of a page does.
pub(super) fn select(desk: &mut Desk, document: usize, words: &str) {
    let document = DocumentId(document);
    let report = desk.state().state.report().unwrap().clone();
    let text = &report.analysis.document(document).text;
    let start = text.as_str().find(words).unwrap();
    let span = counterpoint::text::Span::new(start, start + words.len());
    let show = ViewCommand::ShowPassage(Passage { document, span });
    let ctx = desk.ctx.clone();
    desk.state_mut().act(&ctx, Command::View(show));
    settle(desk);
}

/// The first words of an article's text.
pub(super) fn opening(desk: &Desk, document: usize) -> String {
    let report = desk.state().state.report().unwrap();
    let text = report.analysis.document(DocumentId(document)).text.as_str();
    text.chars().take(24).collect()
}

fn link(desk: &mut Desk) {
    press_with(desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
}

#[test]
fn two_selected_passages_become_a_finding_of_ones_own() {
    let mut desk = open_sample();
    let before = desk.state().state.report().unwrap().findings.len();
    link(&mut desk);
    assert!(
        says(
            &desk,
            "Select words in one article, then words in the other"
        ),
        "it says what is missing"
    );
    for document in [1, 0] {
        let words = opening(&desk, document);
        select(&mut desk, document, &words);
    }
    link(&mut desk);
    assert_eq!(desk.state().state.view.dialog, Some(Dialog::Link));
    click(&mut desk, "Stance");
    click(&mut desk, "Keep link");
    let state = &desk.state().state;
    assert_eq!(state.report().unwrap().findings.len(), before + 1);
    let made = state.selected_finding().unwrap();
    assert!(made.by_hand.is_some(), "the new finding is selected");
    assert_eq!(made.conflict.kind, Kind::Stance);
    assert!(says(&desk, "You linked these passages by hand"));
    assert!(
        !says(&desk, "marks like this were right"),
        "nothing was measured of it"
    );
    click(&mut desk, "Remove finding made by hand");
    assert_eq!(desk.state().state.report().unwrap().findings.len(), before);
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert!(says(&desk, "Undone: taking a link apart"));
}

#[test]
fn a_link_has_a_relation_in_ones_own_words() {
    let mut desk = open_sample();
    for document in [0, 1] {
        let words = opening(&desk, document);
        select(&mut desk, document, &words);
    }
    link(&mut desk);
    click(&mut desk, "In your own words");
    desk.get_by_role_and_label(Role::TextInput, "How the first stands to the second")
        .click();
    settle(&mut desk);
    type_words(&mut desk, "is copied by");
    press(&mut desk, Key::Enter);
    let links = &desk.state().state.notebook().state().links;
    let made = links.values().next().unwrap();
    assert_eq!(made.relation, Relation::Own("is copied by".to_owned()));
    assert!(made.sides[0].start < 3, "the first selected is the first");
}

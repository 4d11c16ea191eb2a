//! Articles leave the comparison, change places and are replaced; all of it can be undone.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use super::*;

fn files(desk: &Desk) -> Vec<String> {
    let documents = desk.state().state.documents().iter();
    let told = documents.map(|document| document.origin.file.clone());
    let told: Vec<String> = told.collect();
    let report = desk.state().state.report().unwrap();
    let compared = report.analysis.documents.iter();
    let compared: Vec<String> = compared
        .map(|read| read.document.origin.file.clone())
        .collect();
    assert_eq!(told, compared, "what is listed is what is compared");
    told
}

fn command(desk: &mut Desk, words: &str) {
    press_with(desk, Modifiers::COMMAND, Key::K);
    type_words(desk, words);
    press(desk, Key::Enter);
}

const BOTH: [&str; 2] = ["port-ellery-sentinel.html", "coastal-record.txt"];

fn undo(desk: &mut Desk) {
    press_with(desk, Modifiers::COMMAND, Key::Z);
}

#[test]
fn a_removed_article_comes_back_with_what_was_said() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    command(&mut desk, "remove article");
    assert_eq!(files(&desk), ["coastal-record.txt"]);
    assert_eq!(decisions(&desk).len(), 1, "what was said is kept");
    undo(&mut desk);
    assert_eq!(files(&desk), BOTH);
    assert!(says(&desk, "✓ Real difference"));
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(says(
        &desk,
        "Done again: removing port-ellery-sentinel.html"
    ));
}

#[test]
fn articles_change_places() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    let count = desk.state().state.report().unwrap().findings.len();
    command(&mut desk, "swap articles");
    assert_eq!(
        files(&desk),
        ["coastal-record.txt", "port-ellery-sentinel.html"]
    );
    assert!(says(&desk, "A · The Coastal Record"));
    let report = desk.state().state.report().unwrap();
    assert_eq!(report.findings.len(), count);
    assert!(says(&desk, "✓ Real difference"), "decisions go along");
    undo(&mut desk);
    assert_eq!(files(&desk), BOTH);
}

#[test]
fn another_file_takes_an_articles_place_and_all_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("case.counterpoint");
    let other = folder.path().join("other.txt");
    std::fs::write(&other, "Taps\n\nThe taps of Port Ellery ran on Friday.").unwrap();
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![other]),
        Outcome::Chosen(vec![notebook.clone()]),
        Outcome::Chosen(vec![notebook]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    command(&mut desk, "replace article");
    assert_eq!(files(&desk), ["other.txt", "coastal-record.txt"]);
    press_with(&mut desk, Modifiers::COMMAND, Key::S);
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(files(&desk), ["other.txt", "coastal-record.txt"]);
    undo(&mut desk);
    assert_eq!(
        files(&desk)[0],
        BOTH[0],
        "the one before is in the file too"
    );
}

//! Files that hold several articles, folders, and what is pasted.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::fs;

use counterpoint::app::worker::Clipboard;

use super::*;

const CLOSED: &str = "The bridge was closed on Monday, the mayor said.";

/// A file of articles, one a line; those without a title begin with their number.
fn wire(folder: &Path, titles: &[&str]) -> PathBuf {
    let lines: Vec<String> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| format!(r#"{{"title": "{title}", "text": "{at} {CLOSED}"}}"#))
        .collect();
    let path = folder.join("wire.jsonl");
    fs::write(&path, lines.join("\n")).unwrap();
    path
}

/// A window that was told to open these.
fn open_paths(paths: Vec<PathBuf>) -> Desk {
    let mut desk = open([Outcome::Chosen(paths)]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    desk
}

fn names(desk: &Desk) -> Vec<String> {
    let documents = desk.state().state.documents().iter();
    documents.map(|read| read.origin.file.clone()).collect()
}

fn tick(desk: &mut Desk, label: &str) {
    desk.get_by_role_and_label(Role::CheckBox, label).click();
    settle(desk);
}

#[test]
fn a_file_of_several_articles_asks_which() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open_paths(vec![wire(folder.path(), &["Bridge", "", "Ferry"])]);
    assert!(says(&desk, "wire.jsonl holds 3 articles"));
    tick(
        &mut desk,
        "Without a title: 1 The bridge was closed on Monday, the mayor said.",
    );
    click(&mut desk, "Open 2 articles");
    assert_eq!(names(&desk), ["wire.jsonl#1", "wire.jsonl#3"]);
    assert!(!says(&desk, "Which articles?"), "it is answered");
    let recent: Vec<_> = desk.state().state.recent[0]
        .iter()
        .map(|path| path.strip_prefix(folder.path()).unwrap())
        .collect();
    assert_eq!(
        recent,
        [Path::new("wire.jsonl#1"), Path::new("wire.jsonl#3")]
    );
}

#[test]
fn the_question_is_answered_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = wire(folder.path(), &["Bridge", "Ferry"]);
    let mut desk = open_paths(vec![path.clone()]);
    press(&mut desk, Key::Escape);
    assert!(!says(&desk, "Which articles?"), "Escape opens nothing");
    assert!(names(&desk).is_empty());

    let mut desk = open_paths(vec![path]);
    press(&mut desk, Key::Space);
    assert!(says(&desk, "Open 0 articles"), "the space bar ticks");
    press(&mut desk, Key::Enter);
    assert!(says(&desk, "Which articles?"), "nothing is chosen yet");
    press(&mut desk, Key::ArrowDown);
    press(&mut desk, Key::Space);
    press(&mut desk, Key::Enter);
    assert_eq!(names(&desk), ["wire.jsonl#1"]);
}

#[test]
fn the_arrows_go_through_a_list_that_is_longer_than_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let many: Vec<String> = (0..90).map(|number| format!("Story {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let mut desk = open_paths(vec![wire(folder.path(), &many)]);
    for _ in 0..41 {
        desk.key_press(Key::ArrowDown);
        desk.run_steps(4);
    }
    press(&mut desk, Key::Space);
    for _ in 0..5 {
        desk.key_press(Key::ArrowUp);
        desk.run_steps(4);
    }
    press(&mut desk, Key::Space);
    press(&mut desk, Key::Enter);
    assert_eq!(names(&desk), ["wire.jsonl#36", "wire.jsonl#41"]);
}

#[test]
fn each_file_of_several_is_asked_about_and_the_others_open() {
    let folder = tempfile::tempdir().unwrap();
    let many: Vec<String> = (0..60).map(|number| format!("Story {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let long = wire(folder.path(), &many);
    let other = folder.path().join("other.jsonl");
    fs::rename(&long, &other).unwrap();
    let few = wire(folder.path(), &["Bridge", "Ferry"]);
    let mut desk = open_paths([sample(), vec![few, other]].concat());
    assert_eq!(names(&desk).len(), 2);
    click(&mut desk, "Cancel");
    assert!(says(&desk, "other.jsonl holds 60 articles"));
    assert!(says(&desk, "Open 0 articles"), "so many are not meant");
    tick(&mut desk, "All");
    assert!(says(&desk, "At most 50 at a time"));
    tick(&mut desk, "All");
    tick(&mut desk, "Story 1");
    click(&mut desk, "Open 1 article");
    assert_eq!(names(&desk)[2], "other.jsonl#2");
}

#[test]
fn a_dropped_folder_opens_its_articles_and_says_what_it_left_out() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.txt", "a.txt", "photo.png"] {
        fs::write(folder.path().join(name), CLOSED).unwrap();
    }
    let mut desk = open([]);
    let dropped = Dropped(folder.path().to_owned());
    let files = &mut desk.input_mut().dropped_files;
    files.push(std::sync::Arc::new(dropped));
    settle(&mut desk);
    assert_eq!(names(&desk), ["a.txt", "b.txt"]);
    assert!(says(&desk, "1 file of another kind (photo.png)"));
}

#[test]
fn a_page_on_the_clipboard_becomes_an_article_with_its_headings() {
    let worker = Inline::with_clipboard(Clipboard {
        html: Some(format!(
            "<h1>Bridge closed</h1><p>{CLOSED}</p><h2>What next</h2><p>It opens on Friday.</p>"
        )),
        text: Some(CLOSED.to_owned()),
    });
    let window = Window::new(
        Box::new(worker),
        Box::new(Told::default()),
        Recovery::default(),
    );
    let mut desk = desk_of(window);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    assert_eq!(names(&desk), ["Pasted article 1.html"]);
    let article = &desk.state().state.documents()[0];
    assert_eq!(article.metadata.title.as_deref(), Some("Bridge closed"));
}

#[test]
fn an_empty_clipboard_is_told() {
    let mut desk = open([]);
    click(&mut desk, "Paste as article");
    assert!(says(&desk, "There is no text on the clipboard"));
}

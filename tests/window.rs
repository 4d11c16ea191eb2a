//! The whole window as a reader meets it: found by accessible name, driven by pointer and keys.
//!
//! The worker is the one that does everything at once, and the dialogs answer what the test told them to.
#![cfg(feature = "gui")]

#[path = "window/articles.rs"]
mod articles;
#[path = "window/canceled.rs"]
mod canceled;
#[path = "window/cards.rs"]
mod cards;
#[path = "window/choosing.rs"]
mod choosing;
#[path = "window/find.rs"]
mod find;
#[path = "window/hand.rs"]
mod hand;
#[path = "window/lists.rs"]
mod lists;
#[path = "window/names.rs"]
mod names;
#[path = "window/notes.rs"]
mod notes;
#[path = "window/review.rs"]
mod review;
#[path = "window/safety.rs"]
mod safety;
#[path = "window/settings.rs"]
mod settings;
#[path = "window/sources.rs"]
mod sources;
#[path = "window/teach.rs"]
mod teach;
#[path = "window/together.rs"]
mod together;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use counterpoint::app::Window;
use counterpoint::app::dialogs::{Answer, Dialogs, Outcome};
use counterpoint::app::recovery::Recovery;
use counterpoint::app::state::PathPurpose;
use counterpoint::app::theme;
use counterpoint::app::worker::Inline;
use counterpoint::notebook::Decision;
use egui::{Event, Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

type Desk = Harness<'static, Window>;

/// Dialogs that answer at once.
#[derive(Clone, Default)]
struct Told {
    outcomes: Rc<RefCell<VecDeque<Outcome>>>,
    asked: Rc<RefCell<Option<PathPurpose>>>,
}

impl Dialogs for Told {
    fn ask(&mut self, purpose: PathPurpose, _name: &str) {
        *self.asked.borrow_mut() = Some(purpose);
    }

    fn poll(&mut self) -> Option<Answer> {
        let purpose = self.asked.borrow_mut().take()?;
        let outcome = self.outcomes.borrow_mut().pop_front();
        Some(Answer {
            purpose,
            outcome: outcome.unwrap_or(Outcome::Canceled),
        })
    }
}

fn open(outcomes: impl IntoIterator<Item = Outcome>) -> Desk {
    open_with(outcomes, None)
}

fn open_with(outcomes: impl IntoIterator<Item = Outcome>, recovery: Option<PathBuf>) -> Desk {
    let dialogs = Told::default();
    dialogs.outcomes.borrow_mut().extend(outcomes);
    let window = Window::new(
        Box::new(Inline::default()),
        Box::new(dialogs),
        recovery.map_or_else(Recovery::default, |folder| Recovery::in_folder(&folder)),
    );
    desk_of(window)
}

fn desk_of(window: Window) -> Desk {
    let mut desk = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(60)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, window: &mut Window| {
                window.logic(ui.ctx());
                window.ui(ui);
            },
            window,
        );
    settle(&mut desk);
    desk
}

/// Frames until the columns came to rest.
fn settle(desk: &mut Desk) {
    desk.run_steps(30);
}

/// A window on the sample comparison.
fn open_sample() -> Desk {
    let mut desk = open([Outcome::Chosen(sample())]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    desk
}

fn sample() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    ["port-ellery-sentinel.html", "coastal-record.txt"]
        .map(|name| folder.join(name))
        .to_vec()
}

fn press(desk: &mut Desk, key: Key) {
    press_with(desk, Modifiers::NONE, key);
}

fn press_with(desk: &mut Desk, modifiers: Modifiers, key: Key) {
    desk.key_press_modifiers(modifiers, key);
    settle(desk);
}

fn click(desk: &mut Desk, label: &str) {
    desk.get_by_label(label).click();
    settle(desk);
}

fn type_words(desk: &mut Desk, words: &str) {
    desk.event(Event::Text(words.to_owned()));
    settle(desk);
}

fn says(desk: &Desk, words: &str) -> bool {
    desk.query_all_by_label_contains(words).next().is_some()
}

fn decisions(desk: &Desk) -> Vec<Decision> {
    let notebook = desk.state().state.notebook();
    let decisions = notebook.state().decisions.values();
    decisions.map(|decided| decided.decision).collect()
}

#[test]
fn the_first_page_offers_the_ways_to_begin() {
    let desk = open([]);
    for name in [
        "Open articles…",
        "Paste as article",
        "Try the sample",
        "Open notebook…",
    ] {
        assert!(says(&desk, name), "{name} is missing");
    }
}

#[test]
fn the_sample_opens_with_its_findings_in_the_list() {
    let mut desk = open([]);
    click(&mut desk, "Try the sample");
    let report = desk.state().state.report().unwrap();
    assert_eq!(report.analysis.documents.len(), 2);
    assert!(!report.findings.is_empty(), "the sample holds conflicts");
    assert!(says(&desk, "Conflicts"), "the list has a tab");
    assert!(
        says(&desk, &report.findings[0].lines[0]),
        "the first finding is listed"
    );
}

#[test]
fn f8_and_f7_walk_through_the_findings() {
    let mut desk = open_sample();
    let count = desk.state().state.report().unwrap().findings.len();
    assert!(count >= 2, "two differences are found, not {count}");
    press(&mut desk, Key::F8);
    assert_eq!(desk.state().state.view.selected, Some(0));
    press(&mut desk, Key::F8);
    assert_eq!(desk.state().state.view.selected, Some(1));
    press(&mut desk, Key::F7);
    assert_eq!(desk.state().state.view.selected, Some(0));
    press(&mut desk, Key::F7);
    assert_eq!(
        desk.state().state.view.selected,
        Some(count - 1),
        "it goes around"
    );
    press_with(&mut desk, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(desk.state().state.view.selected, Some(0));
}

#[test]
fn y_confirms_n_dismisses_and_undo_takes_back() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
    assert!(says(&desk, "✓ Real difference"), "the list shows it");
    press(&mut desk, Key::N);
    assert_eq!(decisions(&desk), [Decision::Dismissed]);
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(decisions(&desk), []);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
}

#[test]
fn a_note_is_typed_without_deciding_and_comes_out_in_the_export() {
    let folder = tempfile::tempdir().unwrap();
    let exported = folder.path().join("notes.md");
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![exported.clone()]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    press(&mut desk, Key::F8);
    press_with(&mut desk, Modifiers::COMMAND, Key::M);
    press(&mut desk, Key::Y);
    type_words(&mut desk, "Ask näher nach");
    assert_eq!(decisions(&desk), [], "a letter in a note decides nothing");
    press(&mut desk, Key::F8);
    press(&mut desk, Key::N);
    let decided = decisions(&desk);
    assert_eq!(
        decided,
        [Decision::Dismissed],
        "the next finding has the keys"
    );
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    press_with(&mut desk, Modifiers::COMMAND, Key::E);
    click(&mut desk, "Markdown…");
    let written = std::fs::read_to_string(exported).unwrap();
    assert!(written.contains("Ask näher nach"), "{written}");
    assert!(says(&desk, "Exported"), "the window says where it went");
}

#[test]
fn a_free_note_is_added_and_removed() {
    let mut desk = open_sample();
    desk.get_by_role_and_label(Role::Tab, "Notes 0").click();
    settle(&mut desk);
    desk.get_by_role_and_label(Role::MultilineTextInput, "New note on the comparison")
        .click();
    settle(&mut desk);
    type_words(&mut desk, "Call the port");
    click(&mut desk, "Add note");
    assert!(says(&desk, "Call the port"), "the note is listed");
    click(&mut desk, "Remove note");
    assert!(!says(&desk, "Call the port"), "the note is gone");
}

#[test]
fn the_theme_changes_between_light_and_dark() {
    let mut desk = open([]);
    let before = desk.ctx.theme();
    click(&mut desk, "Light or dark");
    assert_ne!(desk.ctx.theme(), before);
}

#[test]
fn where_no_dialog_opens_a_path_can_be_typed() {
    let paths = sample();
    let mut desk = open([Outcome::Unavailable("Install zenity".to_owned())]);
    click(&mut desk, "Open articles…");
    assert!(says(&desk, "Install zenity"), "it says what to install");
    desk.get_by_role_and_label(
        Role::TextInput,
        "Path of the article or folder; several with a semicolon between",
    )
    .click();
    settle(&mut desk);
    type_words(
        &mut desk,
        &format!("{};{}", paths[0].display(), paths[1].display()),
    );
    click(&mut desk, "Open");
    assert_eq!(desk.state().state.documents().len(), 2);
}

#[test]
fn a_bad_file_is_named_and_the_rest_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = sample();
    let empty = folder.path().join("empty.txt");
    std::fs::write(&empty, "").unwrap();
    paths.push(empty);
    let mut desk = open([Outcome::Chosen(paths)]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    assert_eq!(desk.state().state.documents().len(), 2);
    assert!(says(&desk, "empty.txt"), "the message names the file");
    click(&mut desk, "Close this message");
    assert!(!says(&desk, "empty.txt"), "the message can be closed");
}

#[test]
fn unsaved_decisions_are_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("ferry.counterpoint");
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![notebook.clone()]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    assert!(says(&desk, "Save your notes?"), "the window asks first");
    click(&mut desk, "Cancel");
    assert_eq!(decisions(&desk).len(), 1);
    press_with(&mut desk, Modifiers::COMMAND, Key::S);
    assert!(notebook.is_file(), "the notebook is written");
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    assert!(
        desk.state().state.documents().is_empty(),
        "nothing to ask any more"
    );
}

#[test]
fn a_saved_notebook_opens_with_its_decisions() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("ferry.counterpoint");
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![notebook.clone()]),
        Outcome::Chosen(vec![notebook]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    press_with(&mut desk, Modifiers::COMMAND, Key::S);
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(desk.state().state.documents().len(), 2);
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
    assert!(
        says(&desk, "ferry.counterpoint"),
        "the status bar names the file"
    );
}

#[test]
fn unsaved_work_comes_back_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || Some(folder.path().to_owned());
    let mut desk = open_with([Outcome::Chosen(sample())], kept());
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    press_with(&mut desk, Modifiers::COMMAND, Key::M);
    type_words(&mut desk, "Ask the county");
    desk.run_steps(60);

    let mut second = open_with([], kept());
    assert!(
        !says(&second, "Restore"),
        "another window's work is its own"
    );
    drop(desk);
    settle(&mut second);
    drop(second);

    let mut desk = open_with([], kept());
    // The expected answer has the keyboard.
    press(&mut desk, Key::Enter);
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
    let mut notes = desk.state().state.notebook().state().notes.values();
    assert!(
        notes.any(|note| note.text == "Ask the county"),
        "typed alone"
    );
    assert!(
        desk.state().state.comparison.unsaved(),
        "what was restored still has to be saved"
    );
}

#[test]
fn pasted_text_becomes_an_article() {
    let mut desk = open([]);
    let text = "The mayor resigned on Friday. She gave no reason.";
    desk.event(Event::Paste(text.to_owned()));
    settle(&mut desk);
    assert_eq!(desk.state().state.documents().len(), 1);
}

#[test]
fn help_lists_the_keys() {
    let mut desk = open([]);
    press(&mut desk, Key::F1);
    assert!(says(&desk, "Next finding"), "the keys are listed");
    press(&mut desk, Key::Escape);
    assert!(!says(&desk, "Next finding"), "Escape closes the page");
}

#[test]
fn the_entities_are_listed_with_the_articles_that_name_them() {
    let mut desk = open_sample();
    let tab = desk
        .query_all_by_role(Role::Tab)
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with("Entities"))
        })
        .unwrap();
    tab.click();
    settle(&mut desk);
    assert!(
        says(&desk, "Corran General Hospital"),
        "a shared name is listed"
    );
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads files by their paths".to_owned())
    }
}

#[test]
fn dropped_files_join_the_comparison() {
    let mut desk = open([]);
    for path in sample() {
        let files = &mut desk.input_mut().dropped_files;
        files.push(std::sync::Arc::new(Dropped(path)));
    }
    settle(&mut desk);
    assert_eq!(desk.state().state.documents().len(), 2);
}

#[test]
fn a_finding_is_selected_by_a_click_on_its_row() {
    let mut desk = open_sample();
    let line = desk.state().state.report().unwrap().findings[0].lines[0].clone();
    desk.query_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.contains(&line))
        })
        .unwrap()
        .click();
    settle(&mut desk);
    assert_eq!(desk.state().state.view.selected, Some(0));
    assert!(says(&desk, "Why this is flagged"), "the reason is shown");
}

#[test]
fn no_key_of_the_list_works_under_an_open_question() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::F1);
    press(&mut desk, Key::Y);
    assert_eq!(decisions(&desk), []);
}

#[test]
fn an_article_without_a_date_takes_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("radio.txt");
    std::fs::write(
        &path,
        "Taps run again\n\nThe taps of Port Ellery ran on Friday.",
    )
    .unwrap();
    let mut desk = open([Outcome::Chosen(vec![path])]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    desk.get_by_role_and_label(Role::TextInput, "No date: enter one")
        .click();
    settle(&mut desk);
    type_words(&mut desk, "14 May 2026");
    press(&mut desk, Key::Enter);
    assert!(!says(&desk, "No date"), "the article has a date");
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert!(says(&desk, "No date"), "undo takes the date back");
}

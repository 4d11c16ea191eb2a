//! What faces each other: two articles of several, and two passages on a card.

use counterpoint::app::state::Dialog;
use counterpoint::notebook::Decision;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{Outcome, click, decisions, open, open_sample, press, press_with, sample};

#[test]
fn the_card_shows_both_passages_and_goes_from_finding_to_finding() {
    let mut desk = open_sample();
    press(&mut desk, Key::B);
    assert_eq!(desk.state().state.view.dialog, None, "nothing is selected");
    press(&mut desk, Key::F8);
    press(&mut desk, Key::B);
    assert_eq!(desk.state().state.view.dialog, Some(Dialog::Together));
    let first = desk.state().state.selected_finding().unwrap().number;
    press(&mut desk, Key::F8);
    let second = desk.state().state.selected_finding().unwrap().number;
    assert_ne!(first, second);
    press(&mut desk, Key::Y);
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
    press(&mut desk, Key::B);
    assert_eq!(desk.state().state.view.dialog, None);
}

#[test]
fn the_button_on_the_selected_ribbon_opens_the_card() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    click(&mut desk, "Bring together");
    assert_eq!(desk.state().state.view.dialog, Some(Dialog::Together));
    desk.get_by_label("Close").click();
    super::settle(&mut desk);
    assert_eq!(desk.state().state.view.dialog, None);
}

#[test]
fn of_three_articles_two_face_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = sample();
    let third = folder.path().join("radio.txt");
    std::fs::write(
        &third,
        "Ferry fire\n\nThe fire on the Aurelia was put out by midnight.",
    )
    .unwrap();
    paths.push(third);
    let mut desk = open([Outcome::Chosen(paths)]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::ALT, Key::Num3);
    assert_eq!(desk.state().state.view.columns, [0, 2]);
    press_with(&mut desk, Modifiers::COMMAND, Key::Num2);
    assert_eq!(desk.state().state.view.columns, [1, 2]);
}

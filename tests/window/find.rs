//! Finding words in the bar over the columns, and quoting them.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

use super::{click, open, open_sample, press, press_with, says, type_words};

const COPY: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

#[test]
fn ctrl_f_finds_words_in_both_articles_and_enter_goes_on() {
    let mut desk = open_sample();
    press_with(&mut desk, Modifiers::COMMAND, Key::F);
    type_words(&mut desk, "ashmere");
    assert!(says(&desk, "1 of "), "the count is shown");
    press(&mut desk, Key::Enter);
    assert!(says(&desk, "2 of "), "Enter goes to the next place");
    press_with(&mut desk, Modifiers::SHIFT, Key::F3);
    assert!(says(&desk, "1 of "), "Shift+F3 goes back");
    press(&mut desk, Key::Escape);
    assert!(!says(&desk, "1 of "), "Escape closes the bar");
}

#[test]
fn entities_that_hold_the_words_are_offered() {
    let mut desk = open_sample();
    press_with(&mut desk, Modifiers::COMMAND, Key::F);
    type_words(&mut desk, "corran gen");
    desk.query_all_by_role(Role::Button)
        .find(|node| {
            use egui_kittest::kittest::NodeT as _;
            node.accesskit_node().label().as_deref() == Some("Corran General Hospital")
        })
        .expect("the entity is offered")
        .click();
    super::settle(&mut desk);
    assert!(desk.state().state.view.entity.is_some(), "its card is open");
}

#[test]
fn what_is_not_there_is_said() {
    let mut desk = open_sample();
    press_with(&mut desk, Modifiers::COMMAND, Key::F);
    type_words(&mut desk, "zeppelin");
    assert!(says(&desk, "Not in the articles"));
    click(&mut desk, "Close find");
    assert!(!says(&desk, "Not in the articles"));
}

#[test]
fn without_articles_there_is_nothing_to_find() {
    let mut desk = open([]);
    press_with(&mut desk, Modifiers::COMMAND, Key::F);
    assert!(!desk.state().state.view.find_open);
}

#[test]
fn selected_words_are_copied_with_their_source() {
    let mut desk = open_sample();
    press_with(&mut desk, COPY, Key::C);
    assert!(says(&desk, "Select words in an article"));
    press(&mut desk, Key::F6);
    press_with(&mut desk, Modifiers::COMMAND, Key::A);
    // What is copied leaves with the frame that copies it: no key may come up after it.
    desk.event(egui::Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: COPY,
    });
    desk.step();
    let copied: String = desk
        .output()
        .platform_output
        .commands
        .iter()
        .filter_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(
        copied.contains("The Coastal Record, 2026-04-10"),
        "{copied}"
    );
}

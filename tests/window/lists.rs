//! The list of findings, and every command by its name.

use super::*;

/// Clicks the chip whose name begins so: the count behind it depends on the sample.
fn chip(desk: &mut Desk, title: &str) {
    desk.query_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            let count = label.strip_prefix(title).unwrap_or_default();
            count.trim().parse::<usize>().is_ok()
        })
        .unwrap_or_else(|| panic!("no chip {title}"))
        .click();
    settle(desk);
}

fn listed(desk: &Desk) -> Vec<usize> {
    desk.state().state.visible()
}

#[test]
fn chips_show_one_kind_of_finding() {
    let mut desk = open_sample();
    let all = listed(&desk).len();
    chip(&mut desk, "Number");
    let some = listed(&desk).len();
    assert!(some > 0 && some < all, "{some} of {all} are left");
    chip(&mut desk, "All");
    assert_eq!(listed(&desk).len(), all);
}

#[test]
fn what_was_decided_on_can_be_left_out() {
    let mut desk = open_sample();
    let all = listed(&desk).len();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    chip(&mut desk, "To decide");
    assert_eq!(listed(&desk).len(), all - 1);
    assert!(!listed(&desk).contains(&0), "the first one is decided on");
}

#[test]
fn findings_are_walked_in_the_order_of_the_list() {
    let mut desk = open_sample();
    click(&mut desk, "Findings by confidence");
    let order = listed(&desk);
    let report = desk.state().state.report().unwrap().clone();
    let confidences: Vec<u32> = (order.iter())
        .map(|index| (report.findings[*index].conflict.confidence * 100.0) as u32)
        .collect();
    assert!(confidences.is_sorted_by(|one, next| one >= next));
    for index in &order {
        press(&mut desk, Key::F8);
        assert_eq!(desk.state().state.view.selected, Some(*index));
    }
}

#[test]
fn the_threshold_hides_findings_and_changes_no_number() {
    let mut desk = open_sample();
    let numbers = |desk: &Desk| -> Vec<usize> {
        let report = desk.state().state.report().unwrap();
        report
            .findings
            .iter()
            .map(|finding| finding.number)
            .collect()
    };
    let before = numbers(&desk);
    desk.get_by_role_and_label(Role::Slider, "Shown from")
        .focus();
    settle(&mut desk);
    for _ in 0..12 {
        press(&mut desk, Key::ArrowRight);
    }
    let report = desk.state().state.report().unwrap().clone();
    assert!(
        (report.min_confidence - 0.7).abs() < 0.001,
        "{}",
        report.min_confidence
    );
    let few = numbers(&desk);
    assert!(few.iter().all(|number| before.contains(number)));
    for _ in 0..7 {
        press(&mut desk, Key::ArrowLeft);
    }
    assert_eq!(numbers(&desk), before);
    assert!(
        !desk.state().state.comparison.unsaved(),
        "looking changes nothing"
    );
}

#[test]
fn a_command_is_found_by_a_few_letters_and_done_by_return() {
    let mut desk = open_sample();
    press_with(&mut desk, Modifiers::COMMAND, Key::K);
    assert!(
        says(&desk, "Real difference: Choose a finding first"),
        "what can do nothing says why"
    );
    type_words(&mut desk, "nf");
    press(&mut desk, Key::Enter);
    assert_eq!(desk.state().state.view.selected, Some(0));
    assert_eq!(desk.state().state.view.dialog, None);
}

#[test]
fn the_panels_beside_the_articles_can_be_put_away() {
    let mut desk = open_sample();
    press(&mut desk, Key::F4);
    assert!(!says(&desk, "Conflicts "), "the lists are gone");
    press(&mut desk, Key::F9);
    assert!(!says(&desk, "Choose a finding in the list"));
    press(&mut desk, Key::F4);
    press(&mut desk, Key::F9);
    assert!(says(&desk, "Conflicts ") && says(&desk, "Choose a finding in the list"));
}

#[test]
fn a_narrow_window_shows_one_panel_at_a_time() {
    let mut desk = open_sample();
    desk.set_size(vec2(640.0, 480.0));
    settle(&mut desk);
    assert!(says(&desk, "Conflicts "), "the lists come first");
    assert!(!says(&desk, "Why this is flagged"));
    press(&mut desk, Key::F8);
    assert!(
        says(&desk, "Why this is flagged"),
        "what is selected is shown"
    );
    assert!(!says(&desk, "Conflicts "));
    click(&mut desk, "Back to the lists");
    assert!(says(&desk, "Conflicts ") && !says(&desk, "Why this is flagged"));
}

#[test]
fn every_command_is_in_the_menu() {
    use counterpoint::app::command::{Command, TagCommand, ViewCommand};
    let mut desk = open_sample();
    let mut shown = std::collections::BTreeSet::new();
    for menu in ["File", "Edit", "Finding", "Name", "Article", "View"] {
        click(&mut desk, "Menu");
        desk.get_by_role_and_label(Role::Button, menu).click();
        settle(&mut desk);
        shown.extend(
            desk.query_all_by_role(Role::Button)
                .filter_map(|node| node.accesskit_node().label()),
        );
        press(&mut desk, Key::Escape);
    }
    for command in Command::all() {
        // With two articles there is no choice of columns, and no tag was made yet.
        if !matches!(
            command,
            Command::View(ViewCommand::FaceLeft(_) | ViewCommand::FaceRight(_))
                | Command::Tag(TagCommand::Digit(_))
        ) {
            let title = command.spec().title;
            assert!(shown.contains(title), "{title} is in no menu");
        }
    }
}

#[test]
fn about_says_what_runs_and_how_well_it_did() {
    let mut desk = open([]);
    press_with(&mut desk, Modifiers::COMMAND, Key::K);
    type_words(&mut desk, "about");
    press(&mut desk, Key::Enter);
    for words in ["Version ", "of 58 marks of this kind", "pair.onnx"] {
        assert!(says(&desk, words), "{words}");
    }
    press(&mut desk, Key::Enter);
    assert!(!says(&desk, "Version "), "Return closes the page");
}

#[test]
fn how_one_reads_stays_with_the_next_comparison() {
    let mut desk = open_sample();
    press(&mut desk, Key::F4);
    press(&mut desk, Key::L);
    press_with(&mut desk, Modifiers::COMMAND, Key::Plus);
    let habits = desk.state().state.habits();
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    assert!(desk.state().state.documents().is_empty());
    assert_eq!(desk.state().state.habits(), habits);
    assert_ne!(habits, Default::default());
}

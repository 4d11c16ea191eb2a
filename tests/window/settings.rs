//! What is kept from one run to the next, and the hints of the first run.

use super::*;
use counterpoint::app::state::Habits;
use counterpoint::app::theme::TextFace;
use counterpoint::model::Kind;

fn settings(desk: &mut Desk) {
    press_with(desk, Modifiers::COMMAND, Key::Comma);
}

/// What the next run would begin with.
fn kept(desk: &Desk) -> Habits {
    let words =
        serde_json::to_string(&desk.state().state.habits()).expect("habits are plain values");
    serde_json::from_str(&words).expect("what was written is read")
}

fn next_run(habits: Habits) -> Desk {
    let mut desk = open([Outcome::Chosen(sample())]);
    let ctx = desk.ctx.clone();
    desk.state_mut().take_up(&ctx, habits);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    desk
}

#[test]
fn the_letters_and_the_movement_chosen_in_the_settings_are_there_in_the_next_run() {
    let mut desk = open_sample();
    settings(&mut desk);
    click(&mut desk, "Without serifs");
    click(&mut desk, "Larger text");
    click(&mut desk, "Let text glide to its place");
    click(&mut desk, "Dark");
    assert_eq!(desk.ctx.theme(), egui::Theme::Dark);
    assert!(!theme::moves(&desk.ctx), "nothing unfolds any more");

    let desk = next_run(kept(&desk));
    let view = &desk.state().state.view;
    assert_eq!(view.face, TextFace::Sans);
    assert!((view.zoom - 1.1).abs() < 0.001);
    assert!(view.still && !theme::moves(&desk.ctx));
}

#[test]
fn without_movement_a_finding_is_there_in_the_next_frame() {
    let mut desk = open_sample();
    settings(&mut desk);
    click(&mut desk, "Let text glide to its place");
    press(&mut desk, Key::Escape);
    for _ in 0..4 {
        desk.key_press_modifiers(Modifiers::NONE, Key::F8);
        desk.run_steps(3);
    }
    assert!(
        !desk.ctx.has_requested_repaint(),
        "everything stands where it belongs"
    );
}

#[test]
fn a_kind_that_is_not_wanted_is_listed_only_where_it_is_asked_for() {
    let mut desk = open_sample();
    let all = desk.state().state.visible().len();
    let kind = desk.state().state.report().unwrap().findings[0]
        .conflict
        .kind;
    settings(&mut desk);
    let boxes: Vec<_> = Kind::ALL
        .iter()
        .filter(|kind| {
            let name = kind.title();
            desk.query_by_role_and_label(Role::CheckBox, name).is_some()
        })
        .collect();
    assert_eq!(boxes.len(), Kind::ALL.len(), "every kind has its box");
    desk.get_by_role_and_label(Role::CheckBox, kind.title())
        .click();
    settle(&mut desk);
    press(&mut desk, Key::Escape);
    let left = desk.state().state.visible().len();
    assert!(left < all, "{kind:?} left the list");
    assert!(says(&desk, &format!("All {left}")));

    let mut desk = next_run(kept(&desk));
    assert_eq!(desk.state().state.visible().len(), left);
    click(&mut desk, &format!("{} {}", kind.title(), all - left));
    assert_eq!(desk.state().state.visible().len(), all - left);
}

#[test]
fn three_hints_lead_through_the_first_comparison_and_never_come_again() {
    let mut desk = next_run(Habits::default());
    for (title, place) in [
        ("Where they do not agree", "1 of 3"),
        ("Side by side", "2 of 3"),
    ] {
        assert!(says(&desk, title) && says(&desk, place), "{title}");
        click(&mut desk, "Next");
    }
    assert!(says(&desk, "You decide"));
    click(&mut desk, "Close hints");
    assert!(!says(&desk, "of 3"));

    let mut desk = next_run(kept(&desk));
    assert!(!says(&desk, "1 of 3"), "they were read");
    settings(&mut desk);
    click(&mut desk, "Show the first steps");
    assert!(says(&desk, "1 of 3"), "unless they are asked for");
    click(&mut desk, "Close hints");
    assert!(!says(&desk, "of 3"));
}

//! What the reader says of a finding beyond yes and no: reasons, kind and verdict, outcome, tags, muting.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use counterpoint::model::{Kind, Verdict};
use counterpoint::notebook::{EvidenceSort, Muted, Standing, TagColor};
use counterpoint::report::Finding;

use super::*;

/// A window on the sample with its first finding selected.
fn open_first() -> Desk {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    desk
}

fn selected(desk: &Desk) -> Finding {
    desk.state().state.selected_finding().unwrap().clone()
}

fn undo(desk: &mut Desk) {
    press_with(desk, Modifiers::COMMAND, Key::Z);
}

fn type_into(desk: &mut Desk, field: &str, words: &str) {
    desk.get_by_role_and_label(Role::TextInput, field).click();
    settle(desk);
    type_words(desk, words);
}

#[test]
fn a_dismissal_needs_no_reason_and_takes_one() {
    let mut desk = open_first();
    press(&mut desk, Key::N);
    assert_eq!(decisions(&desk), [Decision::Dismissed]);
    assert_eq!(selected(&desk).reason, None);
    click(&mut desk, "About different times");
    let reason = |desk: &Desk| selected(desk).reason;
    assert_eq!(reason(&desk).as_deref(), Some("About different times"));
    assert!(
        says(
            &desk,
            "× You called it no difference: About different times"
        ),
        "the panel says why"
    );
    click(&mut desk, "Say why…");
    type_words(&mut desk, "They count other people");
    press(&mut desk, Key::Enter);
    assert_eq!(reason(&desk).as_deref(), Some("They count other people"));
    undo(&mut desk);
    assert_eq!(reason(&desk).as_deref(), Some("About different times"));
    assert!(
        says(&desk, "Undone: the reason for dismissing finding 1"),
        "undo names what it undid"
    );
}

#[test]
fn kind_and_verdict_are_changed_and_taken_back() {
    let mut desk = open_first();
    let found = selected(&desk).conflict;
    assert!(
        says(&desk, "marks of this kind on test stories"),
        "how far its kind can be trusted is told"
    );
    click(&mut desk, "Change kind or verdict…");
    click(&mut desk, "Cause");
    click(&mut desk, "One is later");
    let now = selected(&desk).conflict;
    assert_eq!((now.kind, now.verdict), (Kind::Cause, Verdict::Update));
    assert!(
        says(&desk, "You changed it; the program says"),
        "what the program calls it stays to be seen"
    );
    undo(&mut desk);
    assert_eq!(selected(&desk).conflict.verdict, found.verdict);
    press(&mut desk, Key::Escape);
    click(&mut desk, "As the program found it");
    assert_eq!(selected(&desk).conflict.kind, found.kind);
}

#[test]
fn an_outcome_keeps_what_it_rests_on() {
    let mut desk = open_first();
    click(&mut desk, "B stands");
    click(&mut desk, "Add evidence…");
    click(&mut desk, "Call");
    type_into(
        &mut desk,
        "Who was called, and what they said",
        "The clinic: nineteen",
    );
    press(&mut desk, Key::Enter);
    let outcome = selected(&desk).outcome.unwrap();
    assert_eq!(outcome.standing, Standing::SecondStands);
    let evidence = &outcome.evidence[0];
    assert_eq!(evidence.sort, EvidenceSort::Call);
    assert_eq!(evidence.words, "The clinic: nineteen");
    assert!(evidence.date.is_some(), "today is offered");
    assert!(says(&desk, "The clinic: nineteen"), "it is listed");
    click(&mut desk, "Remove evidence");
    assert!(selected(&desk).outcome.unwrap().evidence.is_empty());
    click(&mut desk, "Open");
    assert_eq!(selected(&desk).outcome, None);
}

#[test]
fn a_tag_is_made_put_on_by_its_key_and_renamed_everywhere() {
    let mut desk = open_first();
    desk.get_by_label("New tag…").scroll_to_me();
    settle(&mut desk);
    click(&mut desk, "New tag…");
    type_words(&mut desk, "call back");
    press(&mut desk, Key::Enter);
    assert_eq!(selected(&desk).tags.len(), 1);
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Num1);
    assert_eq!(selected(&desk).tags.len(), 1, "its key puts it on");
    press(&mut desk, Key::Num1);
    assert_eq!(selected(&desk).tags.len(), 0, "and takes it off");
    click(&mut desk, "Tags…");
    let in_list = |desk: &mut Desk| {
        desk.query_all_by_label("Tag call back")
            .last()
            .unwrap()
            .click();
        settle(desk);
    };
    in_list(&mut desk);
    click(&mut desk, "Purple");
    press_with(&mut desk, Modifiers::COMMAND, Key::A);
    desk.get_by_role_and_label(Role::TextInput, "Name of the tag")
        .click();
    settle(&mut desk);
    press_with(&mut desk, Modifiers::COMMAND, Key::A);
    type_words(&mut desk, "ring up");
    click(&mut desk, "Rename tag");
    let tags = &desk.state().state.notebook().state().tags;
    let tag = tags.values().next().unwrap();
    assert_eq!(
        (tag.name.as_str(), tag.color),
        ("ring up", TagColor::Purple)
    );
}

const COUNTS: [&str; 2] = [
    "Bridge fire\n\nThe fire on the Ostrava bridge injured 17 people on Monday, the fire brigade said.\n\n\
     On Monday the fire on the Ostrava bridge injured 17 people.",
    "Bridge burns\n\nThe fire on the Ostrava bridge injured 19 people on Monday, the fire brigade said.\n\n\
     On Monday the fire on the Ostrava bridge injured 19 people.",
];

#[test]
fn a_muted_kind_leaves_the_list_and_comes_back() {
    let mut desk = open_first();
    let all = desk.state().state.visible().len();
    let kind = selected(&desk).conflict.kind;
    press(&mut desk, Key::N);
    click(&mut desk, &format!("Mute this kind: {}", kind.title()));
    let muted = &desk.state().state.notebook().state().muted;
    assert_eq!(*muted, [Muted::Kind(kind)]);
    let report = desk.state().state.report().unwrap().clone();
    assert_eq!(report.findings.len() + report.muted.len(), all);
    click(&mut desk, &format!("Unmute {}", kind.title()));
    assert_eq!(desk.state().state.visible().len(), all);
}

#[test]
fn all_that_are_alike_are_dismissed_and_come_back_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (COUNTS.iter().zip(["one.txt", "two.txt"]))
        .map(|(text, name)| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        })
        .collect();
    let mut desk = open([Outcome::Chosen(paths)]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    press(&mut desk, Key::F8);
    press(&mut desk, Key::N);
    let alike = desk.state().state.alike().len();
    assert!(alike > 0, "two sentences tell the same two numbers");
    click(&mut desk, &format!("Dismiss all like this ({alike})"));
    assert_eq!(decisions(&desk).len(), alike + 1);
    undo(&mut desk);
    assert_eq!(decisions(&desk), [Decision::Dismissed]);
}

#[test]
fn a_copied_quote_names_both_outlets_and_the_reason() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    let reason = desk.state().state.selected_finding().unwrap();
    let reason = reason.conflict.explanation.clone();
    desk.get_by_label("Copy as quote").click();
    let mut copied = String::new();
    for _ in 0..5 {
        desk.step();
        for command in &desk.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                copied.clone_from(text);
            }
        }
    }
    for words in ["Port Ellery Sentinel", "The Coastal Record", &reason] {
        assert!(copied.contains(words), "{words} is missing: {copied}");
    }
}

//! Undo, redo and replay.

use proptest::prelude::*;

use super::super::{
    Anchor, Decision, FindingKey, Muted, Outcome, Relation, Standing, TagColor, Tagged,
};
use super::*;
use crate::model::{Correction, Description, Kind};

fn key(name: &str) -> FindingKey {
    let side = |words: &str| Anchor {
        document: "0".repeat(64),
        exact: words.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 0,
    };
    FindingKey {
        kind: Kind::Number,
        sides: [side(name), side("other")],
    }
}

fn note(id: u64, text: &str) -> Command {
    Command::WriteNote {
        id: NoteId(id),
        target: NoteTarget::Free,
        text: text.to_owned(),
    }
}

/// Decisions and notes in one line.
fn shown(notebook: &Notebook) -> String {
    let state = notebook.state();
    let decisions = state
        .decisions
        .iter()
        .map(|(key, decided)| format!("{}: {}", key.sides[0].exact, decided.decision.title()));
    let notes = state
        .notes
        .values()
        .map(|note| format!("{}: {}", note.id, note.text));
    decisions.chain(notes).collect::<Vec<_>>().join("; ")
}

#[test]
fn undo_takes_back_one_step_and_redo_does_it_again() {
    let mut notebook = Notebook::default();
    notebook.apply(Command::Decide {
        finding: key("a"),
        decision: Some(Decision::Confirmed),
    });
    notebook.apply(note(1, "look"));
    assert_eq!(shown(&notebook), "a: Real difference; n1: look");
    assert!(notebook.undo(), "there is a note to take back");
    assert_eq!(shown(&notebook), "a: Real difference");
    assert!(notebook.redo(), "the note can come back");
    assert_eq!(shown(&notebook), "a: Real difference; n1: look");
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let mut notebook = Notebook::default();
    notebook.apply(note(1, "first"));
    notebook.undo();
    notebook.apply(note(2, "second"));
    assert!(!notebook.can_redo(), "the first note is gone");
    assert_eq!(shown(&notebook), "n2: second");
}

#[test]
fn a_command_that_changes_nothing_is_no_step() {
    let mut notebook = Notebook::default();
    notebook.apply(note(1, "same"));
    let revision = notebook.revision();
    notebook.apply(note(1, "same"));
    notebook.apply(Command::RemoveNote { id: NoteId(9) });
    assert_eq!(notebook.revision(), revision);
    assert_eq!(notebook.steps().len(), 1);
}

#[test]
fn an_id_is_never_given_twice() {
    let mut notebook = Notebook::default();
    notebook.apply(note(1, "gone soon"));
    notebook.apply(Command::RemoveNote { id: NoteId(1) });
    assert_eq!(notebook.new_note_id(), NoteId(2));
}

fn split(name: &str) -> Correction<Anchor> {
    let mention = key(name).sides[0].clone();
    Correction::Split { mention }
}

#[test]
fn a_correction_is_taken_back_alone() {
    let mut notebook = Notebook::default();
    for name in ["first", "second", "first", "third"] {
        let correction = split(name);
        notebook.apply(Command::Correct { correction });
    }
    let correction = split("first");
    notebook.apply(Command::TakeBack { correction });
    let left = ["first", "second", "third"].map(split);
    assert_eq!(notebook.state().corrections, left, "the last one is gone");
    notebook.undo();
    assert_eq!(notebook.state().corrections.len(), 4);
    let correction = split("never made");
    notebook.apply(Command::TakeBack { correction });
    assert!(notebook.can_redo(), "nothing was taken back");
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        (0u64..4, "[ab]").prop_map(|(id, text)| note(id, &text)),
        (0u64..4).prop_map(|id| Command::RemoveNote { id: NoteId(id) }),
        ("[ab]", any::<bool>()).prop_map(|(name, confirmed)| Command::Decide {
            finding: key(&name),
            decision: confirmed.then_some(Decision::Dismissed),
        }),
        "[ab]".prop_map(|name| Command::Correct {
            correction: split(&name),
        }),
        "[ab]".prop_map(|name| Command::TakeBack {
            correction: split(&name),
        }),
        ("[ab]", "[xy]").prop_map(|(document, outlet)| Command::Describe {
            document,
            description: Description::Outlet(Some(outlet)),
        }),
        ("[ab]", "[xy]").prop_map(|(document, words)| Command::Restore { document, words }),
        ("[ab]", "[xy]").prop_map(|(document, words)| Command::LeaveOut { document, words }),
        any_word_on_a_finding(),
        any_tag_or_link(),
    ]
}

fn any_word_on_a_finding() -> impl Strategy<Value = Command> {
    prop_oneof![
        ("[ab]", "[xy]?").prop_map(|(name, reason)| Command::GiveReason {
            finding: key(&name),
            reason: (!reason.is_empty()).then_some(reason),
        }),
        ("[ab]", any::<bool>()).prop_map(|(name, changed)| Command::Reclassify {
            finding: key(&name),
            kind: changed.then_some(Kind::Time),
            verdict: None,
        }),
        ("[ab]", any::<bool>()).prop_map(|(name, settled)| Command::Settle {
            finding: key(&name),
            outcome: settled.then(Outcome::default),
        }),
        any::<bool>().prop_map(|on| {
            let what = Muted::Kind(Kind::Quote);
            if on {
                Command::Mute { what }
            } else {
                Command::Unmute { what }
            }
        }),
        ("[ab]", any::<bool>()).prop_map(|(name, ticked)| Command::Tick {
            passage: key(&name).sides[0].clone(),
            ticked,
        }),
    ]
}

fn any_tag_or_link() -> impl Strategy<Value = Command> {
    let id = || 0u64..3;
    prop_oneof![
        (id(), "[ab]", 1u8..3).prop_map(|(id, name, digit)| tag(id, &name, Some(digit))),
        id().prop_map(|id| Command::RemoveTag { id: TagId(id) }),
        (id(), id()).prop_map(|(from, into)| Command::MergeTags {
            from: TagId(from),
            into: TagId(into),
        }),
        (id(), id(), any::<bool>()).prop_map(|(note, tag, on)| Command::Tag {
            target: Tagged::Note(NoteId(note)),
            tag: TagId(tag),
            on,
        }),
        (id(), any::<bool>()).prop_map(|(id, private)| Command::SetPrivate {
            id: NoteId(id),
            private,
        }),
        (id(), "[ab]").prop_map(|(id, name)| Command::LinkPassages {
            id: LinkId(id),
            relation: Relation::Supports,
            sides: key(&name).sides,
        }),
        id().prop_map(|id| Command::Unlink { id: LinkId(id) }),
        (id(), "[ab]").prop_map(|(id, words)| Command::MarkPassages {
            id: MarkId(id),
            passages: key(&words).sides.to_vec(),
            words,
        }),
        id().prop_map(|id| Command::RemoveMark { id: MarkId(id) }),
        ("[ab]", any::<bool>()).prop_map(|(document, aside)| Command::SetAside { document, aside }),
        prop::collection::vec("[ab]", 0..3).prop_map(|documents| Command::Order { documents }),
    ]
}

fn tag(id: u64, name: &str, shortcut: Option<u8>) -> Command {
    Command::DefineTag {
        id: TagId(id),
        name: name.to_owned(),
        color: TagColor::Blue,
        shortcut,
    }
}

fn put_on(note: u64, tag: u64) -> Command {
    Command::Tag {
        target: Tagged::Note(NoteId(note)),
        tag: TagId(tag),
        on: true,
    }
}

/// Notes with their tags, and tags with their digits: "n1: call | call 1".
fn tags(notebook: &Notebook) -> String {
    let state = notebook.state();
    let notes = state.notes.keys().map(|id| {
        let tags = state.tags_of(&Tagged::Note(*id)).iter();
        let names: Vec<&str> = tags.map(|tag| state.tags[tag].name.as_str()).collect();
        format!("{id}: {}", names.join(", "))
    });
    let all = state.tags.values().map(|tag| {
        let digit = tag
            .shortcut
            .map_or_else(|| "-".to_owned(), |digit| digit.to_string());
        format!("{} {digit}", tag.name)
    });
    format!(
        "{} | {}",
        notes.collect::<Vec<_>>().join("; "),
        all.collect::<Vec<_>>().join("; ")
    )
}

#[test]
fn a_tag_is_renamed_and_merged_everywhere_at_once() {
    let mut notebook = Notebook::default();
    for command in [
        note(1, "one"),
        note(2, "two"),
        tag(1, "call", Some(1)),
        tag(2, "phone", Some(2)),
        put_on(1, 1),
        put_on(1, 2),
        put_on(2, 2),
    ] {
        notebook.apply(command);
    }
    assert_eq!(
        tags(&notebook),
        "n1: call, phone; n2: phone | call 1; phone 2"
    );
    notebook.apply(tag(2, "ring up", Some(1)));
    assert_eq!(
        tags(&notebook),
        "n1: call, ring up; n2: ring up | call -; ring up 1",
        "a digit has one tag"
    );
    notebook.apply(Command::MergeTags {
        from: TagId(2),
        into: TagId(1),
    });
    assert_eq!(tags(&notebook), "n1: call; n2: call | call -");
    notebook.apply(Command::RemoveTag { id: TagId(1) });
    assert_eq!(tags(&notebook), "n1: ; n2:  | ");
    notebook.undo();
    notebook.undo();
    assert_eq!(
        tags(&notebook),
        "n1: call, ring up; n2: ring up | call -; ring up 1"
    );
}

#[test]
fn a_decision_keeps_who_made_it_when_until_it_changes() {
    let mut notebook = Notebook::default();
    let by = |name: &str| Stamp {
        by: Some(name.to_owned()),
        at: "2024-05-09T08:30:00Z".parse().ok(),
    };
    let decide = |decision| Command::Decide {
        finding: key("a"),
        decision: Some(decision),
    };
    notebook.apply_at(decide(Decision::Dismissed), by("Ana"));
    notebook.apply_at(decide(Decision::Dismissed), by("Ben"));
    let told = |notebook: &Notebook| {
        let decided = notebook.state().decisions.values().next().cloned().unwrap();
        let reason = decided.reason.unwrap_or_default();
        format!(
            "{} {} {reason}",
            decided.decision.title(),
            decided.stamp.by.unwrap()
        )
    };
    assert_eq!(told(&notebook), "Not a difference Ana ");
    let why = Command::GiveReason {
        finding: key("a"),
        reason: Some("Another day".to_owned()),
    };
    notebook.apply_at(why, by("Ben"));
    assert_eq!(told(&notebook), "Not a difference Ben Another day");
    notebook.apply_at(decide(Decision::Confirmed), by("Cleo"));
    assert_eq!(
        told(&notebook),
        "Real difference Cleo ",
        "the reason was another decision's"
    );
}

#[test]
fn a_finding_is_the_same_whichever_article_stands_first() {
    let mut notebook = Notebook::default();
    notebook.apply(Command::Settle {
        finding: key("a"),
        outcome: Some(Outcome {
            standing: Standing::FirstStands,
            evidence: Vec::new(),
        }),
    });
    let turned = key("a").turned();
    let (kept_by, _) = notebook.state().outcomes.get_key_value(&turned).unwrap();
    assert!(kept_by.is_turned(&turned), "its sides are told apart");
}

proptest! {
    #[test]
    fn the_state_is_the_replay_of_its_log(steps in prop::collection::vec((any_command(), 0u8..4), 0..30)) {
        let mut notebook = Notebook::default();
        let mut joined = Vec::new();
        for (command, turn) in steps {
            match turn {
                0 => { notebook.undo(); }
                1 => { notebook.redo(); }
                2 => joined.push(command),
                _ => {
                    joined.push(command);
                    let before = notebook.state().clone();
                    notebook.apply_together(std::mem::take(&mut joined), Stamp::default());
                    let after = notebook.state().clone();
                    if before != after {
                        // What was done together is taken back and done again together.
                        notebook.undo();
                        prop_assert_eq!(notebook.state(), &before);
                        notebook.redo();
                        prop_assert_eq!(notebook.state(), &after);
                    }
                }
            }
            let again = Notebook::replay(notebook.steps().to_vec(), notebook.applied(), Numbers::default());
            prop_assert_eq!(again.state(), notebook.state());
        }
        while notebook.redo() {}
        let last = notebook.state().clone();
        while notebook.undo() {}
        prop_assert!(notebook.state().is_empty());
        while notebook.redo() {}
        prop_assert_eq!(notebook.state(), &last);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_saved_opens_the_same(groups in prop::collection::vec(prop::collection::vec(any_command(), 1..4), 0..8), undone in 0usize..5) {
        let mut notebook = Notebook::default();
        for commands in groups {
            notebook.apply_together(commands, Stamp::default());
        }
        for _ in 0..undone {
            notebook.undo();
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.counterpoint");
        crate::notebook::file::save(&path, &[], &notebook).unwrap();
        let mut opened = crate::notebook::file::open(&path).unwrap().notebook;
        prop_assert_eq!(opened.state(), notebook.state());
        prop_assert_eq!(opened.steps(), notebook.steps());
        // What can be undone and redone is the same too, step by step.
        while notebook.undo() {
            prop_assert!(opened.undo());
            prop_assert_eq!(opened.state(), notebook.state());
        }
        while notebook.redo() {
            prop_assert!(opened.redo());
            prop_assert_eq!(opened.state(), notebook.state());
        }
        prop_assert!(!opened.can_undo() || notebook.can_undo());
    }
}

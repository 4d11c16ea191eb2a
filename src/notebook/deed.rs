//! What undo would take back, in words that follow "Undo".

use super::{Command, Decision, FindingKey, NoteTarget, Relation, Step};
use crate::model::Correction;

/// "dismissing finding 3"; of several steps the first, with how many more there are.
pub fn deed(
    steps: &[Step],
    number: impl Fn(&FindingKey) -> Option<usize>,
    file_of: impl Fn(&str) -> String,
) -> Option<String> {
    let finding = |key: &FindingKey| {
        number(key).map_or_else(
            || "a finding".to_owned(),
            |number| format!("finding {number}"),
        )
    };
    let (first, more) = steps.split_first()?;
    let words = one(&first.command, finding, file_of);
    let same = |step: &&Step| same_sort(&step.command, &first.command);
    Some(match more.iter().filter(same).count() {
        0 => words,
        more => format!("{words} and {more} more"),
    })
}

fn same_sort(one: &Command, other: &Command) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn one(
    command: &Command,
    finding: impl Fn(&FindingKey) -> String,
    file_of: impl Fn(&str) -> String,
) -> String {
    match command {
        Command::Decide {
            finding: key,
            decision,
        } => {
            let finding = finding(key);
            match decision {
                Some(Decision::Confirmed) => format!("confirming {finding}"),
                Some(Decision::Dismissed) => format!("dismissing {finding}"),
                None => format!("taking the mark off {finding}"),
            }
        }
        Command::GiveReason { finding: key, .. } => {
            format!("the reason for dismissing {}", finding(key))
        }
        Command::Reclassify { finding: key, .. } => {
            format!("the change of kind or verdict of {}", finding(key))
        }
        Command::Settle { finding: key, .. } => format!("the outcome of {}", finding(key)),
        Command::WriteNote { target, .. } => match target {
            NoteTarget::Finding(key) => format!("the note on {}", finding(key)),
            NoteTarget::Document(sha256) => format!("the note on {}", file_of(sha256)),
            _ => "writing a note".to_owned(),
        },
        Command::SetPrivate { private: true, .. } => "making a note private".to_owned(),
        Command::SetPrivate { .. } => "making a note public".to_owned(),
        Command::RemoveNote { .. } => "removing a note".to_owned(),
        Command::DefineTag { name, .. } => format!("setting the tag “{name}”"),
        Command::RemoveTag { .. } => "removing a tag".to_owned(),
        Command::MergeTags { .. } => "merging two tags".to_owned(),
        Command::Tag { on: true, .. } => "putting a tag on".to_owned(),
        Command::Tag { .. } => "taking a tag off".to_owned(),
        Command::LinkPassages {
            relation: Relation::Contradicts(_),
            ..
        } => "making a finding by hand".to_owned(),
        Command::LinkPassages { .. } => "linking two passages".to_owned(),
        Command::Unlink { .. } => "taking a link apart".to_owned(),
        Command::Mute { .. } => "muting".to_owned(),
        Command::Unmute { .. } => "showing again what was muted".to_owned(),
        Command::Tick { ticked: true, .. } => "ticking off".to_owned(),
        Command::Tick { .. } => "taking a tick away".to_owned(),
        Command::MarkPassages { .. } => "marking passages".to_owned(),
        Command::RemoveMark { .. } => "taking a mark away".to_owned(),
        Command::SetAside {
            document,
            aside: true,
        } => format!("removing {}", file_of(document)),
        Command::SetAside { document, .. } => format!("taking {} back in", file_of(document)),
        Command::Order { .. } => "the order of the articles".to_owned(),
        Command::Describe { document, .. } => {
            format!("what you said of {}", file_of(document))
        }
        Command::Restore { document, .. } => {
            format!("putting text back into {}", file_of(document))
        }
        Command::LeaveOut { document, .. } => format!("leaving text out of {}", file_of(document)),
        Command::Correct { correction } => corrected(correction).to_owned(),
        Command::TakeBack { correction } => {
            format!("taking back {}", corrected(correction))
        }
    }
}

fn corrected<P>(correction: &Correction<P>) -> &'static str {
    match correction {
        Correction::Rename { .. } => "renaming an entity",
        Correction::SetKind { .. } => "changing the kind of an entity",
        Correction::Merge { .. } => "merging two entities",
        Correction::Split { .. } => "splitting off a mention",
        Correction::NotAnEntity { .. } => "taking a name off the entities",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;
    use crate::notebook::{Anchor, NoteId, Notebook, Stamp};

    fn key(words: &str) -> FindingKey {
        let side = |exact: &str| Anchor {
            document: "0".repeat(64),
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            start: 0,
            end: 0,
        };
        FindingKey {
            kind: Kind::Number,
            sides: [side(words), side("other")],
        }
    }

    fn dismiss(words: &str) -> Command {
        Command::Decide {
            finding: key(words),
            decision: Some(Decision::Dismissed),
        }
    }

    fn undoes(notebook: &Notebook) -> String {
        let number = |finding: &FindingKey| (*finding == key("a")).then_some(3);
        let words = deed(notebook.undoes(), number, |_| "a.txt".to_owned());
        words.unwrap_or_default()
    }

    #[test]
    fn undo_names_the_finding_and_how_many_go_with_it() {
        let mut notebook = Notebook::default();
        assert_eq!(undoes(&notebook), "");
        notebook.apply(dismiss("a"));
        assert_eq!(undoes(&notebook), "dismissing finding 3");
        notebook.undo();
        notebook.apply_together(
            vec![dismiss("a"), dismiss("b"), dismiss("c")],
            Stamp::default(),
        );
        assert_eq!(undoes(&notebook), "dismissing finding 3 and 2 more");
        notebook.apply(Command::WriteNote {
            id: NoteId(1),
            target: NoteTarget::Document(String::new()),
            text: "Look".to_owned(),
        });
        assert_eq!(undoes(&notebook), "the note on a.txt");
        notebook.undo();
        notebook.undo();
        assert!(!notebook.can_undo(), "the three were one step");
        notebook.redo();
        assert_eq!(notebook.state().decisions.len(), 3);
        assert!(notebook.can_redo(), "the note is still to come");
    }
}

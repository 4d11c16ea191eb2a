//! What a step did, in a sentence for the status bar and for undo.

use super::{Command, Muted, Relation};

impl Command {
    /// "Marked as “Real difference”". `file_of` gives the name of a file by its SHA-256.
    pub fn sentence(&self, file_of: impl Fn(&str) -> String) -> String {
        match self {
            Self::Decide {
                decision: Some(decision),
                ..
            } => format!("Marked as “{}”", decision.title()),
            Self::Decide { decision: None, .. } => "Took the mark off the finding".to_owned(),
            Self::GiveReason { .. } => "Said why".to_owned(),
            Self::Reclassify {
                kind: None,
                verdict: None,
                ..
            } => "Called the finding what the program calls it".to_owned(),
            Self::Reclassify { kind, verdict, .. } => {
                let kind = kind.map(|kind| kind.title());
                let verdict = verdict.map(|verdict| verdict.title());
                let said: Vec<&str> = kind.into_iter().chain(verdict).collect();
                format!("Called the finding “{}”", said.join(" · "))
            }
            Self::Settle { outcome: None, .. } => "Took the outcome off the finding".to_owned(),
            Self::Settle { .. } => "Wrote down the outcome of the finding".to_owned(),
            Self::WriteNote { .. } => "Wrote a note".to_owned(),
            Self::SetPrivate { private: true, .. } => "Made a note private".to_owned(),
            Self::SetPrivate { .. } => "Made a note no longer private".to_owned(),
            Self::RemoveNote { .. } => "Removed a note".to_owned(),
            Self::DefineTag { name, .. } => format!("Set the tag “{name}”"),
            Self::RemoveTag { .. } => "Removed a tag".to_owned(),
            Self::MergeTags { .. } => "Merged two tags".to_owned(),
            Self::Tag { on: true, .. } => "Put a tag on".to_owned(),
            Self::Tag { .. } => "Took a tag off".to_owned(),
            Self::LinkPassages { relation, .. } => match relation {
                Relation::Contradicts(_) => "Made a finding by hand".to_owned(),
                _ => format!("Linked two passages: {}", relation.title()),
            },
            Self::Unlink { .. } => "Took a link apart".to_owned(),
            Self::Mute { what } => format!("Muted {}", muted(what)),
            Self::Unmute { what } => format!("Shows again {}", muted(what)),
            Self::Tick { ticked: true, .. } => "Ticked off".to_owned(),
            Self::Tick { .. } => "Took the tick away".to_owned(),
            Self::MarkPassages { .. } => "Marked a passage".to_owned(),
            Self::RemoveMark { .. } => "Took a mark away".to_owned(),
            Self::SetAside {
                document,
                aside: true,
            } => format!("Removed {}", file_of(document)),
            Self::SetAside { document, .. } => format!("Took {} back in", file_of(document)),
            Self::Order { .. } => "Put the articles in another order".to_owned(),
            Self::Describe {
                document,
                description,
            } => description.sentence(&file_of(document)),
            Self::Restore { document, words } => {
                format!("Put back into {}: “{}”", file_of(document), opening(words))
            }
            Self::LeaveOut { document, words } => {
                format!("Left out of {}: “{}”", file_of(document), opening(words))
            }
            Self::Correct { correction } => correction.sentence(),
            Self::TakeBack { correction } => format!("Took back: {}", correction.sentence()),
        }
    }
}

fn muted(what: &Muted) -> String {
    match what {
        Muted::Kind(kind) => format!("all of the kind “{}”", kind.title()),
        Muted::Alike(likeness) => format!("all like “{}”", likeness.words()),
    }
}

/// The first words of a piece.
fn opening(words: &str) -> String {
    const SHOWN: usize = 8;
    let all: Vec<&str> = words.split_whitespace().collect();
    let first = all.get(..SHOWN).unwrap_or(&all).join(" ");
    if all.len() > SHOWN {
        format!("{first} …")
    } else {
        first
    }
}

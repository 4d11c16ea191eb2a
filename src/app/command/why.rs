//! Why a command can do nothing at present, for someone who looks for it in the palette.

use super::super::state::State;
use super::{
    Command, EntityCommand, FileCommand, FindingCommand, NoteCommand, ReadingCommand,
    ReviewCommand, TagCommand, TeachCommand, ViewCommand,
};

impl Command {
    /// What is missing before it can do anything; nothing where it can.
    pub fn missing(&self, state: &State) -> Option<&'static str> {
        if self.enabled(state) {
            return None;
        }
        Some(match self {
            Self::File(FileCommand::CancelWork) => "Nothing is being read or compared",
            Self::File(FileCommand::CompareAgain) => "Everything is compared",
            _ if state.report().is_none() => "Open articles first",
            Self::Teach(TeachCommand::Begin) => "The findings are hidden already",
            Self::Teach(_) => "Begin with Teach",
            Self::View(ViewCommand::Open(_)) => "Hidden until you reveal",
            Self::Finding(FindingCommand::Undo) => "There is nothing to undo",
            Self::Finding(FindingCommand::Redo) => "There is nothing to do again",
            Self::Finding(
                FindingCommand::Next
                | FindingCommand::Previous
                | FindingCommand::NextConflict
                | FindingCommand::PreviousConflict,
            ) => "No finding is listed",
            Self::Tag(TagCommand::Digit(_)) if state.selected_finding().is_some() => {
                "No tag has this key"
            }
            Self::Review(ReviewCommand::DismissAlike) if state.selected_finding().is_some() => {
                "No other finding is like this one"
            }
            Self::Review(ReviewCommand::Unlink) if state.selected_finding().is_some() => {
                "The program made this finding"
            }
            Self::Review(_) if state.selected_finding().is_some() => "Decide on the finding first",
            Self::Finding(_)
            | Self::Review(_)
            | Self::Tag(_)
            | Self::Note(NoteCommand::Write)
            | Self::Reading(ReadingCommand::Together) => "Choose a finding first",
            Self::Entity(EntityCommand::Rename) => "Type a name first",
            Self::Entity(_) | Self::Note(NoteCommand::OnEntity) => {
                "Open the card of an entity first"
            }
            Self::Note(NoteCommand::OnArticle) => "Open the source of an article first",
            Self::Note(_) => "Write something first",
            Self::Reading(ReadingCommand::ToggleLink)
            | Self::Hand(_)
            | Self::View(ViewCommand::OtherColumn) => "There is only one article",
            Self::Reading(_) => "Look for words first",
            Self::View(_) => "There are not as many articles",
            _ => "Not at present",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_do_nothing_says_what_is_missing() {
        let state = State::default();
        let missing = |command: Command| command.missing(&state);
        let next = Command::Finding(FindingCommand::Next);
        assert_eq!(missing(next), Some("Open articles first"));
        let cancel = Command::File(FileCommand::CancelWork);
        assert_eq!(missing(cancel), Some("Nothing is being read or compared"));
        assert_eq!(missing(Command::File(FileCommand::OpenArticles)), None);
    }
}

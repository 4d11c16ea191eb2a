//! Tags: putting them on, and keeping the list of them.

use super::super::command::TagCommand;
use super::super::state::{Dialog, FindingPart};
use super::super::window::Window;
use crate::notebook::{Command, Tag, TagColor, Tagged};

impl Window {
    pub(super) fn act_on_tag(&mut self, command: TagCommand) {
        match command {
            TagCommand::Put(target, tag, on) => self.write(Command::Tag { target, tag, on }),
            TagCommand::Digit(digit) => self.turn(digit),
            TagCommand::Make => self.make_tag(),
            TagCommand::Manage => {
                self.state.view.tag = None;
                self.state.view.dialog = Some(Dialog::Tags);
            }
            TagCommand::Change(tag) => {
                self.state.view.tag = tag;
                let name = self.open_tag().map(|tag| tag.name);
                self.state.drafts.tag = name.unwrap_or_default();
                self.state.view.focus_part = tag.is_some();
            }
            TagCommand::Rename => {
                let name = self.state.drafts.tag.trim().to_owned();
                self.change_tag(|tag| tag.name = name);
            }
            TagCommand::SetColor(color) => self.change_tag(|tag| tag.color = color),
            TagCommand::SetDigit(digit) => self.change_tag(|tag| tag.shortcut = digit),
            TagCommand::MergeInto(into) => {
                if let Some(from) = self.state.view.tag.take() {
                    self.write(Command::MergeTags { from, into });
                }
            }
            TagCommand::Remove => {
                if let Some(id) = self.state.view.tag.take() {
                    self.write(Command::RemoveTag { id });
                }
            }
        }
    }

    /// Puts the tag of a digit on the selected finding, or takes it off.
    fn turn(&mut self, digit: u8) {
        let (Some(tag), Some(finding)) = (
            self.state.tag_of_digit(digit),
            self.state.selected_finding(),
        ) else {
            return;
        };
        let on = !finding.tags.contains(&tag);
        let target = Tagged::Finding(Box::new(finding.key.clone()));
        self.write(Command::Tag { target, tag, on });
    }

    /// A name that there is already is that tag.
    fn make_tag(&mut self) {
        let name = std::mem::take(&mut self.state.drafts.tag).trim().to_owned();
        let Some(finding) = self.state.selected_finding() else {
            return;
        };
        let target = Tagged::Finding(Box::new(finding.key.clone()));
        let notebook = self.state.notebook();
        let tags = &notebook.state().tags;
        let known = tags.values().find(|tag| tag.name == name);
        let id = known.map_or_else(|| notebook.new_tag_id(), |tag| tag.id);
        let define = known.is_none().then(|| Command::DefineTag {
            id,
            name: name.clone(),
            color: TagColor::ALL[(tags.len() + 1) % TagColor::ALL.len()],
            shortcut: (1..=9).find(|digit| self.state.tag_of_digit(*digit).is_none()),
        });
        let put = Command::Tag {
            target,
            tag: id,
            on: true,
        };
        if self.state.view.reviewing == Some(FindingPart::Tag) {
            self.state.view.reviewing = None;
        }
        let said = format!("Put the tag “{name}” on");
        self.write_together(define.into_iter().chain([put]).collect(), said);
    }

    fn open_tag(&self) -> Option<Tag> {
        let tags = &self.state.notebook().state().tags;
        tags.get(&self.state.view.tag?).cloned()
    }

    fn change_tag(&mut self, change: impl FnOnce(&mut Tag)) {
        let Some(mut tag) = self.open_tag() else {
            return;
        };
        change(&mut tag);
        self.write(Command::DefineTag {
            id: tag.id,
            name: tag.name,
            color: tag.color,
            shortcut: tag.shortcut,
        });
    }
}

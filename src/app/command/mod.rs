//! Everything that the reader can do: buttons, shortcuts, tooltips and the help page are made from here.

mod entity;
mod file;
mod finding;
mod hand;
mod note;
mod palette;
mod reading;
mod review;
mod setting;
mod source;
mod tag;
mod teach;
mod view;
mod why;

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::state::State;
use crate::model::DescriptionKind;

pub use entity::EntityCommand;
pub use file::FileCommand;
pub use finding::FindingCommand;
pub use hand::HandCommand;
pub use note::NoteCommand;
pub use palette::matching;
pub use reading::ReadingCommand;
pub use review::ReviewCommand;
pub use setting::SettingCommand;
pub use source::SourceCommand;
pub use tag::TagCommand;
pub use teach::TeachCommand;
pub use view::ViewCommand;

/// One thing that the reader asked for. Widgets send commands; [`super::act`] carries them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    File(FileCommand),
    Finding(FindingCommand),
    Review(ReviewCommand),
    Tag(TagCommand),
    Entity(EntityCommand),
    Note(NoteCommand),
    Source(SourceCommand),
    Reading(ReadingCommand),
    Hand(HandCommand),
    Teach(TeachCommand),
    Setting(SettingCommand),
    View(ViewCommand),
    /// What a text field holds now; it becomes part of the notebook later.
    Type(Field, String),
}

/// A text field whose words outlive the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The note on the selected finding.
    Note,
    /// Why the selected finding is no difference.
    Reason,
    /// The address, the document, or who was called.
    Evidence,
    EvidenceDate,
    /// The name of a tag.
    Tag,
    FreeNote,
    /// The note that was asked for, on anything.
    NoteOn,
    /// How one passage stands to another.
    LinkWords,
    /// What is looked for in the articles.
    Find,
    Path,
    /// Whom exports name.
    Author,
    /// What the palette is narrowed to.
    Palette,
    /// What the list of entities is narrowed to.
    EntityFilter,
    /// Another name for the entity whose card is open.
    EntityName,
    /// What the list of entities to merge with is narrowed to.
    MergeFilter,
    /// What the rows of the page's table are narrowed to.
    TableFilter,
    /// What the reader says of the article whose source is shown.
    Description(DescriptionKind),
}

/// How a command presents itself.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// On its button, in the help and in messages.
    pub title: &'static str,
    /// What it does, for someone who does not know the program.
    pub tooltip: &'static str,
    /// The first is shown; any of them works.
    pub shortcuts: &'static [Shortcut],
}

/// Keys that call a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    pub keys: KeyboardShortcut,
    /// Whether the keys belong to the text field while one is typed into.
    pub yields_to_typing: bool,
}

impl Shortcut {
    const fn new(modifiers: Modifiers, key: Key) -> Self {
        Self {
            keys: KeyboardShortcut::new(modifiers, key),
            yields_to_typing: false,
        }
    }

    /// Keys that a text field has its own use for.
    const fn yielding(modifiers: Modifiers, key: Key) -> Self {
        Self {
            keys: KeyboardShortcut::new(modifiers, key),
            yields_to_typing: true,
        }
    }
}

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

impl Command {
    /// Every command that needs nothing more to be said, in the order of the help page.
    pub fn all() -> impl Iterator<Item = Self> {
        FileCommand::ALL
            .iter()
            .cloned()
            .map(Self::File)
            .chain(FindingCommand::ALL.iter().copied().map(Self::Finding))
            .chain(ReviewCommand::ALL.iter().cloned().map(Self::Review))
            .chain(TagCommand::ALL.iter().cloned().map(Self::Tag))
            .chain(EntityCommand::ALL.iter().copied().map(Self::Entity))
            .chain(NoteCommand::ALL.iter().copied().map(Self::Note))
            .chain(SourceCommand::ALL.iter().cloned().map(Self::Source))
            .chain(ReadingCommand::ALL.iter().copied().map(Self::Reading))
            .chain(HandCommand::ALL.iter().copied().map(Self::Hand))
            .chain(TeachCommand::ALL.iter().copied().map(Self::Teach))
            .chain(SettingCommand::ALL.iter().copied().map(Self::Setting))
            .chain(ViewCommand::ALL.iter().copied().map(Self::View))
    }

    pub fn spec(&self) -> Spec {
        match self {
            Self::File(command) => command.spec(),
            Self::Finding(command) => command.spec(),
            Self::Review(command) => command.spec(),
            Self::Tag(command) => command.spec(),
            Self::Entity(command) => command.spec(),
            Self::Note(command) => command.spec(),
            Self::Source(command) => command.spec(),
            Self::Reading(command) => command.spec(),
            Self::Hand(command) => command.spec(),
            Self::Teach(command) => command.spec(),
            Self::Setting(command) => command.spec(),
            Self::View(command) => command.spec(),
            Self::Type(..) => Spec {
                title: "Type",
                tooltip: "Write on",
                shortcuts: &[],
            },
        }
    }

    /// The title, and for undo and redo what they would take back or do again: "Undo dismissing finding 3".
    pub fn words(&self, state: &State) -> String {
        let title = self.spec().title;
        let deed = match self {
            Self::Finding(FindingCommand::Undo) => state.undoes(),
            Self::Finding(FindingCommand::Redo) => state.redoes(),
            _ => None,
        };
        deed.map_or_else(|| title.to_owned(), |deed| format!("{title} {deed}"))
    }

    /// Whether it can do anything at present.
    pub fn enabled(&self, state: &State) -> bool {
        match self {
            Self::File(command) => command.enabled(state),
            Self::Finding(command) => command.enabled(state),
            Self::Review(command) => command.enabled(state),
            Self::Tag(command) => command.enabled(state),
            Self::Entity(command) => command.enabled(state),
            Self::Note(command) => command.enabled(state),
            Self::Source(command) => command.enabled(state),
            Self::Reading(command) => command.enabled(state),
            Self::Hand(command) => command.enabled(state),
            Self::Teach(command) => command.enabled(state),
            Self::Setting(command) => command.enabled(state),
            Self::View(command) => command.enabled(state),
            Self::Type(..) => true,
        }
    }

    /// The keys as they are written on a button.
    pub fn keys(&self, ctx: &Context) -> Option<String> {
        let shortcut = self.spec().shortcuts.first()?;
        Some(ctx.format_shortcut(&shortcut.keys).replace('+', " "))
    }

    /// Takes the commands whose keys were pressed out of this frame's input.
    pub fn pressed(ctx: &Context, state: &State) -> Vec<Self> {
        let typing = ctx.text_edit_focused();
        // egui ignores Shift and Alt that a shortcut does not name, so those that name most come first.
        let mut bound: Vec<(Shortcut, Self)> = Self::all()
            .flat_map(|command| {
                let shortcuts = command.spec().shortcuts;
                shortcuts.iter().map(move |keys| (*keys, command.clone()))
            })
            .collect();
        bound.sort_by_key(|(shortcut, _)| {
            let modifiers = shortcut.keys.modifiers;
            let named = [modifiers.shift, modifiers.alt, modifiers.command];
            std::cmp::Reverse(named.into_iter().filter(|pressed| *pressed).count())
        });
        ctx.input_mut(|input| {
            bound
                .into_iter()
                .filter(|(shortcut, _)| !(typing && shortcut.yields_to_typing))
                .filter(|(shortcut, _)| input.consume_shortcut(&shortcut.keys))
                .map(|(_, command)| command)
                .filter(|command| command.enabled(state))
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_their_keys() {
        let mut bound: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for command in Command::all() {
            for shortcut in command.spec().shortcuts {
                if let Some((_, other)) = bound.iter().find(|(keys, _)| *keys == shortcut.keys) {
                    panic!("{:?} calls {command:?} and {other:?}", shortcut.keys);
                }
                bound.push((shortcut.keys, command.clone()));
            }
        }
    }

    #[test]
    fn every_command_has_a_title_and_a_tooltip_in_the_house_manner() {
        for command in Command::all() {
            let spec = command.spec();
            for words in [spec.title, spec.tooltip] {
                assert!(!words.is_empty(), "{command:?} says nothing");
                assert!(!words.ends_with('.'), "{words}: one line, no full stop");
                assert!(!words.contains("..."), "{words}: write …");
            }
        }
    }
}

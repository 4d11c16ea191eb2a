//! One menu that holds every command, made from the commands themselves.

use egui::{Button, RichText, Ui};

use super::Page;
use crate::app::command::{Command, FindingCommand, ReadingCommand, TagCommand, ViewCommand};

/// The menus, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    File,
    Edit,
    Finding,
    Name,
    Article,
    View,
    /// Stands in the menu itself.
    Top,
}

const MENUS: [(Group, &str); 6] = [
    (Group::File, "File"),
    (Group::Edit, "Edit"),
    (Group::Finding, "Finding"),
    (Group::Name, "Name"),
    (Group::Article, "Article"),
    (Group::View, "View"),
];

/// Where a command is looked for.
fn group(command: &Command) -> Group {
    match command {
        Command::File(_) => Group::File,
        Command::Finding(FindingCommand::Undo | FindingCommand::Redo)
        | Command::Reading(
            ReadingCommand::Find
            | ReadingCommand::FindNext
            | ReadingCommand::FindPrevious
            | ReadingCommand::CloseFind
            | ReadingCommand::CopyQuotation,
        ) => Group::Edit,
        Command::Finding(_)
        | Command::Review(_)
        | Command::Tag(_)
        | Command::Hand(_)
        | Command::Teach(_)
        | Command::Note(_)
        | Command::Reading(ReadingCommand::Together) => Group::Finding,
        Command::Entity(_) => Group::Name,
        Command::View(ViewCommand::Palette | ViewCommand::Help | ViewCommand::About) => Group::Top,
        Command::Source(_)
        | Command::View(
            ViewCommand::OtherColumn | ViewCommand::FaceLeft(_) | ViewCommand::FaceRight(_),
        ) => Group::Article,
        Command::Setting(_)
        | Command::View(_)
        | Command::Reading(ReadingCommand::ToggleLink)
        | Command::Type(..) => Group::View,
    }
}

pub(super) fn menu_ui(ui: &mut Ui, page: &mut Page<'_>) {
    ui.menu_button("Menu", |ui| {
        for (menu, title) in MENUS {
            ui.menu_button(title, |ui| group_ui(ui, page, menu));
        }
        ui.separator();
        group_ui(ui, page, Group::Top);
    });
}

fn group_ui(ui: &mut Ui, page: &mut Page<'_>, menu: Group) {
    // Of articles and tags that are not there nobody needs to know that they could be chosen.
    let chooses = |command: &Command| {
        matches!(
            command,
            Command::View(ViewCommand::FaceLeft(_) | ViewCommand::FaceRight(_))
                | Command::Tag(TagCommand::Digit(_))
        )
    };
    let commands: Vec<Command> = Command::all()
        .filter(|command| group(command) == menu)
        .filter(|command| !chooses(command) || command.enabled(page.state))
        .collect();
    entries_ui(ui, page, commands);
}

fn entries_ui(ui: &mut Ui, page: &mut Page<'_>, commands: Vec<Command>) {
    for command in commands {
        let spec = command.spec();
        let title = command.words(page.state);
        let mut button = Button::new(&title);
        if let Some(keys) = command.keys(ui.ctx()) {
            button = button.right_text(RichText::new(keys).small());
        }
        let response = ui
            .add_enabled(command.enabled(page.state), button)
            .on_hover_text(spec.tooltip)
            .on_disabled_hover_text(command.missing(page.state).unwrap_or_default())
            .accessible_name(title);
        if response.clicked() {
            page.send(command);
            ui.close();
        }
    }
}

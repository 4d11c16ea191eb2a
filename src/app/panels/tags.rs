//! Tags as chips, and the list in which they are renamed, colored, merged and removed.

use egui::{Button, Color32, Id, Key, Margin, Response, RichText, Stroke, TextEdit, Ui};

use super::Page;
use super::widgets::{Weight, caption, card, chip, chips_ui, command_button};
use crate::app::command::{Command, Field, TagCommand, ViewCommand};
use crate::app::theme::Theme;
use crate::notebook::{Tag, TagColor};

/// A dot in the tag's color, its name and its key.
pub(in crate::app) fn tag_chip(ui: &mut Ui, theme: &Theme, tag: &Tag, on: bool) -> Response {
    let color = theme.tag(tag.color);
    let line = if on { color } else { theme.border };
    let fill = if on {
        color.gamma_multiply(0.14)
    } else {
        theme.surface
    };
    let key = tag.shortcut.map(|digit| format!(" {digit}"));
    let words = format!("{}{}", tag.name, key.unwrap_or_default());
    let parts = (
        RichText::new(if on { "●" } else { "○" })
            .size(10.0)
            .color(color),
        RichText::new(words)
            .size(11.5)
            .color(if on { theme.text } else { theme.text_weak }),
    );
    ui.add(
        Button::new(parts)
            .fill(fill)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(11)
            .selected(on),
    )
    .accessible_name(format!("Tag {}", tag.name))
}

/// The list of tags, one of them open to be changed.
pub(super) fn manage_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let tags: Vec<Tag> = (page.state.notebook().state().tags.values())
        .cloned()
        .collect();
    if tags.is_empty() {
        let words = "There is no tag yet: choose a finding, then New tag…";
        ui.label(RichText::new(words).color(page.theme.text_weak));
    }
    for tag in &tags {
        if page.state.view.tag == Some(tag.id) {
            card(page.theme).show(ui, |ui| change_ui(ui, page, tag, &tags));
        } else {
            ui.horizontal(|ui| {
                let open = tag_chip(ui, page.theme, tag, false);
                let used = used(page, tag);
                ui.label(RichText::new(used).small().color(page.theme.text_weak));
                if open.clicked() {
                    page.send(Command::Tag(TagCommand::Change(Some(tag.id))));
                }
            });
        }
    }
    ui.add_space(6.0);
    let close = Command::View(ViewCommand::CloseDialog);
    command_button(ui, page, &close, Weight::Plain);
}

fn used(page: &Page<'_>, tag: &Tag) -> String {
    let tagged = page.state.notebook().state().tagged.values();
    match tagged.filter(|tags| tags.contains(&tag.id)).count() {
        0 => "on nothing".to_owned(),
        1 => "on one thing".to_owned(),
        count => format!("on {count} things"),
    }
}

fn change_ui(ui: &mut Ui, page: &mut Page<'_>, tag: &Tag, all: &[Tag]) {
    ui.set_min_width(ui.available_width());
    let label = caption(ui, page.theme, "Name of the tag");
    let mut name = page.state.drafts.tag.clone();
    let rename = Command::Tag(TagCommand::Rename);
    ui.horizontal(|ui| {
        let field = ui
            .add(
                TextEdit::singleline(&mut name)
                    .id(Id::unique("tag name"))
                    .desired_width(200.0)
                    .margin(Margin::symmetric(8, 6)),
            )
            .labelled_by(label.id);
        if page.state.view.focus_part {
            field.request_focus();
        }
        if field.changed() {
            page.send(Command::Type(Field::Tag, name));
        }
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            page.send(rename.clone());
        }
        command_button(ui, page, &rename, Weight::Primary);
    });
    caption(ui, page.theme, "Color");
    chips_ui(ui, page, |ui, page| {
        for color in TagColor::ALL {
            let set = TagCommand::SetColor(color);
            let dot = page.theme.tag(color);
            choice_ui(ui, page, color.title(), Some(dot), color == tag.color, set);
        }
    });
    caption(ui, page.theme, "Key");
    chips_ui(ui, page, |ui, page| {
        let set = TagCommand::SetDigit(None);
        choice_ui(ui, page, "None", None, tag.shortcut.is_none(), set);
        for digit in 1..=9 {
            let on = tag.shortcut == Some(digit);
            let set = TagCommand::SetDigit(Some(digit));
            choice_ui(ui, page, &digit.to_string(), None, on, set);
        }
    });
    if all.len() > 1 {
        caption(ui, page.theme, "Merge into");
        chips_ui(ui, page, |ui, page| {
            for other in all.iter().filter(|other| other.id != tag.id) {
                let merge = TagCommand::MergeInto(other.id);
                let dot = page.theme.tag(other.color);
                choice_ui(ui, page, &other.name, Some(dot), false, merge);
            }
        });
    }
    ui.horizontal(|ui| {
        let remove = Command::Tag(TagCommand::Remove);
        command_button(ui, page, &remove, Weight::Plain);
        if ui.button("Done").clicked() {
            page.send(Command::Tag(TagCommand::Change(None)));
        }
    });
}

fn choice_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    words: &str,
    dot: Option<Color32>,
    on: bool,
    command: TagCommand,
) {
    let response = match dot {
        None => chip(ui, page.theme, words, on),
        Some(color) => ui
            .add(
                Button::new((
                    RichText::new("●").size(10.0).color(color),
                    RichText::new(words).size(11.5).color(page.theme.text),
                ))
                .corner_radius(11)
                .selected(on),
            )
            .accessible_name(words),
    };
    if response.clicked() {
        page.send(Command::Tag(command));
    }
}

//! Notes: all of them, narrowed and searched, each with what it is about; and the passages linked by hand.

use egui::{Align, Label, Layout, Link as Press, RichText, ScrollArea, Ui};

use super::frame::{nothing_ui, page_frame, small, words_ui};
use crate::app::command::{Command, Field, HandCommand, NoteCommand, TagCommand, ViewCommand};
use crate::app::panels::Page;
use crate::app::panels::tags::tag_chip;
use crate::app::panels::widgets::{Weight, caption, card, chip, command_button, for_chips};
use crate::app::state::NoteFilter;
use crate::app::theme::semibold;
use crate::notebook::{Tag, Tagged};
use crate::report::tables::Passage;
use crate::report::{Link, Note, NotePlace, Report};

pub(super) fn notes_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let explanation = "Everything that you wrote. A press on what a note is about goes there; Ctrl Shift M writes \
        one on the words selected in an article. A:12 means the twelfth sentence of article A";
    page_frame(ui, page, "Notes", explanation, |ui, page| {
        let Some(report) = page.state.report().cloned() else {
            return;
        };
        search_ui(ui, page, &report);
        filters_ui(ui, page, &report);
        let listed = page.state.listed_notes();
        ScrollArea::vertical()
            .id_salt("notes page")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                if report.notes.is_empty() {
                    let meaning = "Press Ctrl M to write one on the selected finding";
                    nothing_ui(ui, page.theme, "No notes yet", meaning);
                } else if listed.is_empty() {
                    let meaning = "No note is of this sort and holds these words";
                    nothing_ui(ui, page.theme, "Nothing left", meaning);
                }
                for index in listed {
                    ui.push_id(index, |ui| {
                        note_ui(ui, page, &report, &report.notes[index]);
                    });
                }
                links_ui(ui, page, &report);
            });
    });
}

fn search_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report) {
    let mut words = page.state.drafts.table_filter.clone();
    ui.horizontal_wrapped(|ui| {
        let field = ui
            .add(
                egui::TextEdit::singleline(&mut words)
                    .id_salt("notes filter")
                    .hint_text("Only notes with these words")
                    .desired_width(260.0)
                    .margin(egui::Margin::symmetric(10, 6)),
            )
            .accessible_name("Only notes with these words");
        if field.changed() {
            page.send(Command::Type(Field::TableFilter, words));
        }
        let shown = page.state.listed_notes().len();
        small(
            ui,
            page.theme,
            &format!("{shown} of {} notes", report.notes.len()),
        );
        let on_selection = Command::Note(NoteCommand::OnSelection);
        command_button(ui, page, &on_selection, Weight::Plain);
        let free = Command::Note(NoteCommand::OnComparison);
        command_button(ui, page, &free, Weight::Plain);
    });
}

/// A chip for each sort of note that there is.
fn filters_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report) {
    let tags = report.tags.iter().map(|tag| NoteFilter::Tag(tag.id));
    let filters: Vec<(NoteFilter, usize)> = (NoteFilter::ALL.into_iter().chain(tags))
        .map(|filter| (filter, page.state.notes_of(filter).len()))
        .filter(|(filter, count)| *count > 0 || *filter == NoteFilter::All)
        .collect();
    ui.scope(|ui| {
        for_chips(ui);
        ui.horizontal_wrapped(|ui| {
            for (filter, count) in filters {
                let title = match filter {
                    NoteFilter::Tag(id) => report.tag(id).map_or("", |tag| &tag.name),
                    _ => filter.title(),
                };
                let on = page.state.view.notes == filter;
                if chip(ui, page.theme, &format!("{title} {count}"), on).clicked() {
                    page.view(ViewCommand::FilterNotes(filter));
                }
            }
        });
    });
    ui.add_space(4.0);
}

fn note_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, note: &Note) {
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            place_ui(ui, page, report, note);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                buttons_ui(ui, page, note);
            });
        });
        if !matches!(note.place, NotePlace::Finding(_)) {
            for quoted in note.target.quoted().into_iter().flatten() {
                let words: Vec<&str> = quoted.split_whitespace().collect();
                words_ui(ui, page.theme, &format!("“{}”", words.join(" ")));
            }
        }
        ui.add(Label::new(RichText::new(&note.text).color(page.theme.text)).wrap());
        tags_ui(ui, page, report, note);
        if let Some(at) = note.stamp.at {
            small(ui, page.theme, &at.strftime("%-d %b %Y").to_string());
        }
    });
}

/// What the note is about; pressing it goes there.
fn place_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, note: &Note) {
    let words = RichText::new(report.about(note)).font(semibold(12.5));
    let leads = !matches!(note.place, NotePlace::Free | NotePlace::Unmatched);
    if !leads {
        ui.label(words.color(page.theme.text_weak));
        return;
    }
    let show = Command::Note(NoteCommand::Show(note.id));
    let response = ui.add(Press::new(words)).on_hover_text(show.spec().tooltip);
    if response.clicked() {
        page.send(show);
    }
}

/// From right to left: remove, change, private.
fn buttons_ui(ui: &mut Ui, page: &mut Page<'_>, note: &Note) {
    let remove = Command::Note(NoteCommand::Remove(note.id));
    let response = ui
        .small_button("×")
        .on_hover_text(remove.spec().title)
        .accessible_name(remove.spec().title);
    if response.clicked() {
        page.send(remove);
    }
    let change = Command::Note(NoteCommand::Change(note.id));
    if ui.small_button(change.spec().title).clicked() {
        page.send(change);
    }
    let mut private = note.private;
    let set = Command::Note(NoteCommand::SetPrivate(note.id, !private));
    let tick = ui.checkbox(&mut private, "Private");
    if tick.on_hover_text(set.spec().tooltip).clicked() {
        page.send(set);
    }
}

fn tags_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, note: &Note) {
    if report.tags.is_empty() {
        return;
    }
    let tags: Vec<Tag> = report.tags.clone();
    ui.scope(|ui| {
        for_chips(ui);
        ui.horizontal_wrapped(|ui| {
            for tag in &tags {
                let on = note.tags.contains(&tag.id);
                if tag_chip(ui, page.theme, tag, on).clicked() {
                    let put = TagCommand::Put(Tagged::Note(note.id), tag.id, !on);
                    page.send(Command::Tag(put));
                }
            }
        });
    });
}

/// Links that are no findings stand nowhere else.
fn links_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report) {
    if report.links.is_empty() {
        return;
    }
    ui.add_space(8.0);
    caption(ui, page.theme, "Passages that you linked");
    for link in &report.links {
        ui.push_id(("link", link.id), |ui| link_ui(ui, page, report, link));
    }
}

fn link_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, link: &Link) {
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            for (index, place) in link.places.iter().enumerate() {
                if index == 1 {
                    let relation = RichText::new(link.relation.title()).font(semibold(12.5));
                    ui.label(relation.color(page.theme.text));
                }
                let Some((document, span)) = *place else {
                    small(ui, page.theme, "a passage that is no longer here");
                    continue;
                };
                let name = report.passage_name(document, span);
                let words = link.anchors[index].words();
                let press = Press::new(RichText::new(format!("{name} “{words}”")));
                if ui.add(press).clicked() {
                    page.view(ViewCommand::ShowPassage(Passage { document, span }));
                }
            }
            let remove = Command::Hand(HandCommand::Remove(link.id));
            let response = ui
                .small_button("×")
                .on_hover_text(remove.spec().tooltip)
                .accessible_name(remove.spec().title);
            if response.clicked() {
                page.send(remove);
            }
        });
    });
}

//! The bar over the columns that finds words: in both articles, and in the names of entities and in notes.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Frame, Id, Key, Margin, RichText, Stroke, TextEdit, Ui, vec2};

use super::Page;
use super::widgets::{Weight, caption, chip, for_chips, labeled_button};
use crate::app::command::{Command, Field, NoteCommand, ReadingCommand, ViewCommand};
use crate::app::reading::{Found, ReadingView};
use crate::app::state::{SidePage, State};
use crate::model::EntityId;
use crate::report::{Note, NotePlace, letter};
use crate::text::fold;

/// How many entities and how many notes are offered.
const OFFERED: usize = 6;
/// How many characters of a note are shown.
const NOTE: usize = 40;

pub(super) fn find_ui(ui: &mut Ui, page: &mut Page<'_>, columns: &ReadingView) {
    if !page.state.view.find_open {
        return;
    }
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    if escape && page.state.view.dialog.is_none() {
        page.send(Command::Reading(ReadingCommand::CloseFind));
    }
    let bar = Frame::new()
        .fill(page.theme.background)
        .inner_margin(Margin::symmetric(22, 7))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            words_ui(ui, page, &columns.found());
            elsewhere_ui(ui, page);
        });
    ui.painter().hline(
        ui.max_rect().x_range(),
        bar.response.rect.bottom(),
        Stroke::new(1.0, page.theme.border),
    );
}

/// The field, what was found in each article, and the way from one place to the next.
fn words_ui(ui: &mut Ui, page: &mut Page<'_>, found: &Found) {
    ui.spacing_mut().button_padding = vec2(8.0, 3.0);
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal_wrapped(|ui| {
        field_ui(ui, page);
        if !page.state.drafts.find.trim().is_empty() {
            ui.label(RichText::new(counts(found)).color(page.theme.text_weak));
        }
        for (command, sign) in [
            (ReadingCommand::FindPrevious, "◂"),
            (ReadingCommand::FindNext, "▸"),
            (ReadingCommand::CloseFind, "×"),
        ] {
            labeled_button(ui, page, &Command::Reading(command), sign, Weight::Plain);
        }
    });
}

fn field_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let id = Id::unique("find");
    let label = ui.label(RichText::new("Find").color(page.theme.text_weak));
    let mut words = page.state.drafts.find.clone();
    if page.state.view.focus_find {
        // What is there already gives way to the first letter that is typed.
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(words.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), id);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let width = (ui.available_width() * 0.45).clamp(90.0, 260.0);
    let edit = TextEdit::singleline(&mut words)
        .id(id)
        .hint_text("Words in the articles, entities and notes")
        .desired_width(width);
    let field = ui.add(edit).labelled_by(label.id);
    if field.changed() {
        page.send(Command::Type(Field::Find, words));
    }
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let back = ui.input(|input| input.modifiers.shift);
        page.send(Command::Reading(if back {
            ReadingCommand::FindPrevious
        } else {
            ReadingCommand::FindNext
        }));
        field.request_focus();
    }
}

/// "3 of 12 · A 4 · B 8".
fn counts(found: &Found) -> String {
    let total: usize = found.counts.iter().map(|(_, count)| count).sum();
    let place = match found.at {
        Some(at) => format!("{at} of {total}"),
        None => "Not in the articles".to_owned(),
    };
    let counts = found.counts.iter();
    let by_article = counts.map(|(document, count)| format!("{} {count}", letter(*document)));
    let parts: Vec<String> = std::iter::once(place).chain(by_article).collect();
    parts.join(" · ")
}

/// The entities and notes that hold the words.
fn elsewhere_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let words = fold(page.state.drafts.find.trim());
    let Some(report) = page.state.report().cloned().filter(|_| !words.is_empty()) else {
        return;
    };
    let entities = entities(page.state, &words);
    let notes: Vec<&Note> = (report.notes.iter())
        .filter(|note| fold(&note.text).contains(&words))
        .take(OFFERED)
        .collect();
    if entities.is_empty() && notes.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for_chips(ui);
        if !entities.is_empty() {
            caption(ui, page.theme, "Entities");
        }
        for id in entities {
            let entity = report.analysis.entity(id);
            let response = chip(ui, page.theme, &entity.name, false)
                .on_hover_text(format!("{}: show its card", entity.kind.title()));
            if response.clicked() {
                page.view(ViewCommand::ShowEntity(id));
            }
        }
        if !notes.is_empty() {
            caption(ui, page.theme, "Notes");
        }
        for note in notes {
            let response = chip(ui, page.theme, &beginning(&note.text), false);
            if response.on_hover_text(&note.text).clicked() {
                page.send(match note.place {
                    NotePlace::Free | NotePlace::Unmatched => {
                        Command::View(ViewCommand::ShowSide(SidePage::Notes))
                    }
                    _ => Command::Note(NoteCommand::Show(note.id)),
                });
            }
        }
    });
}

fn entities(state: &State, words: &str) -> Vec<EntityId> {
    let overview = state.comparison.overview();
    let all = overview.entities.iter().chain(&overview.described);
    all.copied()
        .filter(|id| overview.is_called(*id, words))
        .take(OFFERED)
        .collect()
}

/// The first words of a note, on one line.
fn beginning(note: &str) -> String {
    let line = note.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(NOTE) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentId;

    #[test]
    fn counts_say_the_place_and_every_article() {
        let found = |at, counts: [usize; 2]| Found {
            counts: vec![(DocumentId(0), counts[0]), (DocumentId(2), counts[1])],
            at,
        };
        assert_eq!(counts(&found(Some(3), [4, 8])), "3 of 12 · A 4 · C 8");
        assert_eq!(
            counts(&found(None, [0, 0])),
            "Not in the articles · A 0 · C 0"
        );
    }

    #[test]
    fn a_long_note_is_shown_by_its_beginning() {
        assert_eq!(beginning("Ask\nagain"), "Ask again");
        let long = beginning(&"élan ".repeat(20));
        assert!(long.ends_with("élan…"), "{long}");
        assert!(long.chars().count() <= NOTE + 1);
    }
}

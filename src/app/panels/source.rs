//! The source panel: what is known of an article, what was read, and what was left out of its text.

use egui::{Button, Frame, Id, Key, Label, Margin, RichText, ScrollArea, TextEdit, Ui};

use super::Page;
use super::status_bar::counted;
use super::widgets::{Weight, caption, card, chip, chips_ui, command_button, labeled_button};
use crate::app::command::{Command, Field, NoteCommand, SourceCommand};
use crate::app::state::typed;
use crate::app::theme::semibold;
use crate::model::{DescriptionKind, Document, DocumentId, DocumentType, Dropped};
use crate::report::letter;

/// What is typed, in the order of the panel.
const FIELDS: [DescriptionKind; 7] = [
    DescriptionKind::Title,
    DescriptionKind::Outlet,
    DescriptionKind::Authors,
    DescriptionKind::Published,
    DescriptionKind::Url,
    DescriptionKind::ArchivedUrl,
    DescriptionKind::Retrieved,
];

pub(super) fn source_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let comparison = &page.state.comparison;
    let article = page.state.view.source.and_then(|id| {
        let read = comparison.documents().get(id.index())?;
        let now = comparison.described().get(id.index())?;
        Some((id, read.clone(), now.clone()))
    });
    let Some((id, read, now)) = article else {
        Frame::new()
            .inner_margin(Margin::symmetric(14, 16))
            .show(ui, |ui| {
                let words = "Press “About…” over an article to see what was read of it";
                ui.label(RichText::new(words).color(page.theme.text_weak));
            });
        return;
    };
    ScrollArea::vertical()
        .id_salt(("source", id.index()))
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(14, 12))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 6.0;
                    let heading = format!("{} · {}", letter(id), now.label());
                    let heading = RichText::new(heading).font(semibold(15.0));
                    ui.add(Label::new(heading.color(page.theme.text)).wrap());
                    file_ui(ui, page, &read);
                    let note = Command::Note(NoteCommand::OnArticle);
                    ui.horizontal_wrapped(|ui| {
                        command_button(ui, page, &note, Weight::Plain);
                        for command in [SourceCommand::Replace, SourceCommand::Remove] {
                            command_button(ui, page, &Command::Source(command), Weight::Plain);
                        }
                    });
                    for kind in FIELDS {
                        field_ui(ui, page, id, kind, &read, &now);
                    }
                    type_ui(ui, page, &read, &now);
                    dropped_ui(ui, page, &read, &now);
                });
        });
}

fn file_ui(ui: &mut Ui, page: &mut Page<'_>, read: &Document) {
    let theme = page.theme;
    card(theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let name = RichText::new(&read.origin.file).color(theme.text);
        ui.add(Label::new(name).wrap());
        let size = RichText::new(size_in_words(read.origin.size)).small();
        ui.label(size.color(theme.text_weak));
        ui.horizontal(|ui| {
            ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
            ui.spacing_mut().interact_size.y = 20.0;
            let copy = Command::Source(SourceCommand::CopyHash);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                labeled_button(ui, page, &copy, "Copy", Weight::Plain)
                    .accessible_name("Copy SHA-256");
                let hash = RichText::new(format!("SHA-256 {}", read.origin.sha256)).small();
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(Label::new(hash.color(theme.text_weak)).truncate())
                        .on_hover_text(&read.origin.sha256);
                });
            });
        });
    });
}

/// "48 KB".
fn size_in_words(bytes: u64) -> String {
    const UNITS: [&str; 3] = ["KB", "MB", "GB"];
    if bytes < 1000 {
        let count = usize::try_from(bytes).unwrap_or_default();
        return counted(count, "byte", "bytes");
    }
    let mut size = bytes as f64 / 1000.0;
    let mut unit = 0;
    while size >= 999.5 && unit + 1 < UNITS.len() {
        size /= 1000.0;
        unit += 1;
    }
    if size < 9.95 {
        format!("{size:.1} {}", UNITS[unit])
    } else {
        format!("{size:.0} {}", UNITS[unit])
    }
}

fn field_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    id: DocumentId,
    kind: DescriptionKind,
    read: &Document,
    now: &Document,
) {
    let theme = page.theme;
    let label = caption(ui, theme, kind.title());
    let draft = page.state.drafts.description.as_ref();
    let draft = draft.filter(|draft| draft.document == id && draft.kind == kind);
    let mut words = match draft {
        Some(draft) => draft.words.clone(),
        None => kind.of(&now.metadata).words(),
    };
    let readable = typed(kind, &words).is_some();
    let color = if readable { theme.text } else { theme.danger };
    let field = ui
        .add(
            TextEdit::singleline(&mut words)
                .id(Id::unique(("description", id.index(), kind)))
                .text_color(color)
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(8, 5)),
        )
        .labelled_by(label.id);
    if field.changed() {
        page.send(Command::Type(Field::Description(kind), words));
    }
    if field.lost_focus() {
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        page.send(Command::Source(if escaped {
            SourceCommand::Forget
        } else {
            SourceCommand::Keep
        }));
    }
    if !readable {
        let hint = match kind {
            DescriptionKind::Published | DescriptionKind::Retrieved => {
                "Write it as 2026-05-14 or 14 May 2026"
            }
            _ => "An address has no spaces",
        };
        ui.label(RichText::new(hint).small().color(theme.danger));
    }
    in_file_ui(ui, page, kind, read, now);
}

/// What the file told, where the reader says something else.
fn in_file_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    kind: DescriptionKind,
    read: &Document,
    now: &Document,
) {
    let told = kind.of(&read.metadata);
    if told == kind.of(&now.metadata) {
        return;
    }
    let theme = page.theme;
    let told = match told.words() {
        words if words.is_empty() => "The file tells none".to_owned(),
        words => format!("In the file: {words}"),
    };
    let command = Command::Source(SourceCommand::AsInFile(kind));
    let spec = command.spec();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding = egui::vec2(4.0, 0.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.label(RichText::new(told).small().color(theme.text_weak));
        let words = RichText::new("Take back").small().color(theme.accent);
        let button = ui
            .add(Button::new(words).frame_when_inactive(false))
            .on_hover_text(spec.tooltip)
            .accessible_name(format!("{}: {}", spec.title, kind.title()));
        if button.clicked() {
            page.send(command);
        }
    });
}

fn type_ui(ui: &mut Ui, page: &mut Page<'_>, read: &Document, now: &Document) {
    caption(ui, page.theme, DescriptionKind::Type.title());
    chips_ui(ui, page, |ui, page| {
        for kind in DocumentType::ALL {
            let on = now.metadata.kind == kind;
            if chip(ui, page.theme, kind.title(), on).clicked() {
                page.send(Command::Source(SourceCommand::SetType(kind)));
            }
        }
    });
    in_file_ui(ui, page, DescriptionKind::Type, read, now);
}

fn dropped_ui(ui: &mut Ui, page: &mut Page<'_>, read: &Document, now: &Document) {
    ui.add_space(4.0);
    let pieces = &read.origin.dropped;
    if pieces.is_empty() {
        caption(ui, page.theme, "Nothing was left out of the text");
        return;
    }
    let open = page.state.view.show_dropped;
    let command = Command::Source(SourceCommand::ShowDropped(!open));
    let sign = if open { "▾" } else { "▸" };
    let words = format!("{sign} {} {}", command.spec().title, pieces.len());
    labeled_button(ui, page, &command, &words, Weight::Plain);
    if !open {
        return;
    }
    for (index, piece) in pieces.iter().enumerate() {
        let left_out = now.origin.dropped.contains(piece);
        ui.push_id(("dropped", index), |ui| piece_ui(ui, page, piece, left_out));
    }
}

/// A piece with its reason; pointing at it shows all its words.
fn piece_ui(ui: &mut Ui, page: &mut Page<'_>, piece: &Dropped, left_out: bool) {
    let theme = page.theme;
    card(theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let all = piece.text.clone();
        let (reason, command) = if left_out {
            (piece.reason.as_ref(), SourceCommand::Restore(all))
        } else {
            let reason = "put back by you, at the end";
            (reason, SourceCommand::LeaveOut(all))
        };
        caption(ui, theme, reason);
        let words = piece.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = RichText::new(&words).size(12.5).color(theme.text);
        ui.add(Label::new(shown).truncate()).on_hover_text(&words);
        ui.scope(|ui| {
            ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
            ui.spacing_mut().interact_size.y = 20.0;
            command_button(ui, page, &Command::Source(command), Weight::Plain);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_told_in_the_largest_unit_that_it_fills() {
        let sizes = [1, 999, 1_000, 48_213, 999_499, 999_999, 5_200_000].map(size_in_words);
        let expected = [
            "1 byte",
            "999 bytes",
            "1.0 KB",
            "48 KB",
            "999 KB",
            "1.0 MB",
            "5.2 MB",
        ];
        assert_eq!(sizes, expected);
    }
}

//! The articles that face each other, and what the reader did there.

use egui::Ui;

use super::Page;
use crate::app::command::{Command, FindingCommand, ReadingCommand, SourceCommand, ViewCommand};
use crate::app::reading::{ReadingEvent, ReadingInput, ReadingView};

pub(super) fn columns_ui(ui: &mut Ui, page: &mut Page<'_>, columns: &mut ReadingView) {
    let (Some(report), Some((left, right))) = (page.state.report(), page.state.facing()) else {
        return;
    };
    let view = &page.state.view;
    if let Some(selected) = view.selected.filter(|_| view.bring_level) {
        columns.bring_level(selected);
    }
    let visible = page.state.visible();
    let mut hovered = view.hovered_entity;
    let events = columns.ui(
        ui,
        &ReadingInput {
            report,
            left,
            right,
            visible: &visible,
            selected: view.selected,
            hovered_entity: view.hovered_entity,
            theme: page.theme,
            zoom: view.zoom,
            face: view.face,
            linked: view.linked,
            find: if view.find_open {
                page.state.drafts.find.trim()
            } else {
                ""
            },
        },
    );
    for event in events {
        page.send(match event {
            ReadingEvent::SelectFinding(index) => {
                Command::Finding(FindingCommand::Select(Some(index)))
            }
            ReadingEvent::SelectEntity(entity) => Command::View(ViewCommand::ShowEntity(entity)),
            ReadingEvent::HoverEntity(entity) => {
                hovered = entity;
                continue;
            }
            ReadingEvent::SetPublished(document, words) => {
                Command::Source(SourceCommand::Date(document, words))
            }
            ReadingEvent::ShowSource(document) => Command::Source(SourceCommand::About(document)),
            ReadingEvent::ToggleLink => Command::Reading(ReadingCommand::ToggleLink),
            ReadingEvent::Together => Command::Reading(ReadingCommand::Together),
            ReadingEvent::FocusColumn(_) => continue,
        });
    }
    page.point_at(hovered);
}

//! What can be pointed at: every visible mark is a region with an accessible name.

use egui::{CursorIcon, Id, Rect, Response, Sense, Ui, WidgetInfo};

use super::marks::{Name, Passage};
use super::page::Page;
use super::paint::{self, Look};
use super::runs;
use super::setting::Set;
use crate::model::{EntityId, MentionForm};

/// What a frame's pointer and keyboard did to the marks.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) finding: Option<usize>,
    pub(super) entity: Option<EntityId>,
    pub(super) hovered: Option<EntityId>,
}

/// Makes the marks of a stretch respond. What lies inside another mark comes later, and so wins.
pub(super) fn marks(
    ui: &Ui,
    id: Id,
    set: &Set,
    page: &Page,
    look: Look<'_>,
    touched: &mut Touched,
) {
    let mut passages: Vec<usize> = runs::within(&page.tints, set.span)
        .iter()
        .flat_map(|run| run.covering.iter().copied())
        .collect();
    passages.sort_unstable();
    passages.dedup();
    passages.sort_by_key(|&index| std::cmp::Reverse(page.passages[index].span.len()));
    for index in passages {
        let passage = &page.passages[index];
        let rows = set.rows_of_passage(page, passage.span);
        let id = id.with((
            passage.finding,
            passage.side,
            passage.span.start,
            set.span.start,
        ));
        let opens = passage.span.start >= set.span.start;
        let selected = look.selected == Some(passage.finding);
        let info = || {
            WidgetInfo::selected(
                egui::Role::Link,
                true,
                selected,
                passage_name(page, passage),
            )
        };
        if rows_respond(ui, id, &rows, opens, look, info).clicked {
            touched.finding = Some(passage.finding);
        }
    }
    for run in runs::within(&page.underlines, set.span) {
        let name = &page.names[run.innermost()];
        let rows = set.rows_of_words(page, run.span);
        let id = id.with((name.mention.index(), run.span.start, set.span.start));
        // All of it responds to the pointer, but a keyboard that stops at every pronoun goes nowhere.
        let stops = name.form != MentionForm::Pronoun && !name.around;
        let opens = run.span.start == name.span.start && stops;
        let info = || WidgetInfo::labeled(egui::Role::Link, true, entity_name(page, name));
        let response = rows_respond(ui, id, &rows, opens, look, info);
        if response.clicked {
            touched.entity = Some(name.entity);
        }
        if response.hovered {
            touched.hovered = Some(name.entity);
        }
    }
}

struct RowsResponse {
    clicked: bool,
    hovered: bool,
}

/// One region a row. Only the first carries the name and takes the keyboard: a mark is one thing.
fn rows_respond(
    ui: &Ui,
    id: Id,
    rows: &[Rect],
    opens: bool,
    look: Look<'_>,
    info: impl Fn() -> WidgetInfo,
) -> RowsResponse {
    let mut all = RowsResponse {
        clicked: false,
        hovered: false,
    };
    for (index, row) in rows.iter().enumerate() {
        if !ui.is_rect_visible(*row) {
            continue;
        }
        let response: Response = if opens && index == 0 {
            let response = ui.interact(*row, id, Sense::click());
            response.widget_info(&info);
            if response.has_focus() {
                for row in rows {
                    paint::focus_ring(ui.painter(), *row, look.theme);
                }
            }
            response
        } else {
            ui.interact(*row, id.with(index), Sense::CLICK)
        };
        all.clicked |= response.clicked();
        all.hovered |= response.hovered();
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    all
}

/// "Conflict 1, Number: Twelve of the rescued were treated".
fn passage_name(page: &Page, passage: &Passage) -> String {
    let further = if passage.side.is_none() { ", also" } else { "" };
    format!(
        "Conflict {}, {}{further}: {}",
        passage.number,
        passage.kind.title(),
        one_line(page.words_of(passage.span)),
    )
}

/// "Person Emmanuel Macron: French President".
fn entity_name(page: &Page, name: &Name) -> String {
    format!(
        "{} {}: {}",
        name.kind.title(),
        page.entity(name.entity).name,
        one_line(page.words_of(name.span)),
    )
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

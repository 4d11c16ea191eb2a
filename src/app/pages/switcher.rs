//! The pages at the left edge: a list with counts beside a page, a narrow rail beside the articles.

use egui::{
    Align, Color32, CursorIcon, Frame, Margin, Panel, Rect, Response, Role, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::icons;
use crate::app::command::{Command, ViewCommand};
use crate::app::panels::Page;
use crate::app::panels::widgets::focus_ring;
use crate::app::state::{MainPage, State};
use crate::app::theme::{sans, semibold};

/// Width of the list, and of the rail.
const LIST: f32 = 208.0;
const RAIL: f32 = 64.0;
/// A window that is narrower has the rail beside every page.
const ROOM_FOR_LIST: f32 = 960.0;

pub(in crate::app) fn switcher_ui(ui: &mut Ui, page: &mut Page<'_>, frame: Frame) {
    let beside_articles = page.state.view.main == MainPage::Read;
    let rail = beside_articles || ui.available_width() < ROOM_FOR_LIST;
    let (width, margin) = if rail {
        (RAIL, Margin::symmetric(4, 8))
    } else {
        (LIST, Margin::symmetric(8, 12))
    };
    // Two panels, since each remembers its own width.
    Panel::left(if rail { "page rail" } else { "page list" })
        .frame(frame.inner_margin(margin))
        .exact_size(width)
        .resizable(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for which in MainPage::ALL {
                entry_ui(ui, page, which, rail);
            }
        });
}

fn entry_ui(ui: &mut Ui, page: &mut Page<'_>, which: MainPage, rail: bool) {
    let command = Command::View(ViewCommand::Open(which));
    let spec = command.spec();
    let count = count(page.state, which);
    let open = page.state.view.main == which;
    let height = if rail { 56.0 } else { 32.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = match count {
        Some(count) => format!("{} {count}", spec.title),
        None => spec.title.to_owned(),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), open, &name));
    let theme = page.theme;
    let fill = match (open, response.hovered()) {
        (true, _) => theme.selection,
        (false, true) => theme.surface_hovered,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 6.0, fill);
    if rail {
        above_ui(ui, page, which, rect, open);
    } else {
        beside_ui(ui, page, which, rect, open, count);
    }
    focus_ring(ui, &response, theme);
    let keys = command.keys(ui.ctx()).unwrap_or_default();
    let response = tip(response, &format!("{name} · {keys}\n{}", spec.tooltip));
    if response.clicked() {
        page.send(command);
    }
}

fn tip(response: Response, words: &str) -> Response {
    response
        .on_hover_text(words)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// The sign, the words, and the count at the end of the line.
fn beside_ui(
    ui: &Ui,
    page: &Page<'_>,
    which: MainPage,
    rect: Rect,
    open: bool,
    count: Option<usize>,
) {
    let theme = page.theme;
    let color = if open { theme.accent } else { theme.text_weak };
    let square =
        Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(16.0, 16.0));
    let painter = ui.painter();
    icons::paint(painter, which, square, color);
    let font = if open { semibold(13.0) } else { sans(13.0) };
    let words = painter.layout_no_wrap(title(which, false).to_owned(), font, theme.text);
    let left = pos2(rect.left() + 36.0, rect.center().y - words.size().y / 2.0);
    painter.galley(left, words, theme.text);
    if let Some(count) = count {
        let words = painter.layout_no_wrap(count.to_string(), sans(12.0), theme.text_weak);
        let right = rect.right() - 10.0 - words.size().x;
        let top = rect.center().y - words.size().y / 2.0;
        painter.galley(pos2(right, top), words, theme.text_weak);
    }
}

/// The sign, and the words below it.
fn above_ui(ui: &Ui, page: &Page<'_>, which: MainPage, rect: Rect, open: bool) {
    let theme = page.theme;
    let color = if open { theme.accent } else { theme.text_weak };
    let square = Rect::from_center_size(pos2(rect.center().x, rect.top() + 17.0), vec2(18.0, 18.0));
    let painter = ui.painter();
    icons::paint(painter, which, square, color);
    let font = if open { semibold(10.5) } else { sans(10.5) };
    let mut job = egui::text::LayoutJob::simple(
        title(which, true).to_owned(),
        font,
        if open { theme.text } else { theme.text_weak },
        rect.width(),
    );
    job.halign = Align::Center;
    let words = painter.layout_job(job);
    painter.galley(pos2(rect.center().x, rect.top() + 32.0), words, theme.text);
}

/// What stands in the list, or under the sign in the rail.
fn title(which: MainPage, short: bool) -> &'static str {
    match (which, short) {
        (MainPage::Speakers, true) => "Speakers",
        (MainPage::Quantities, true) => "Numbers",
        (MainPage::Notes, true) => "Notes",
        _ => Command::View(ViewCommand::Open(which)).spec().title,
    }
}

/// How many rows a page has.
fn count(state: &State, which: MainPage) -> Option<usize> {
    let tables = state.comparison.tables();
    match which {
        MainPage::Read => None,
        MainPage::Claims => Some(tables.claims.rows.len()),
        MainPage::Speakers => Some(tables.speakers.rows.len()),
        MainPage::Timeline => Some(tables.timeline.events.len()),
        MainPage::Quantities => Some(tables.quantities.rows.len()),
        MainPage::Notes => Some(state.notebook().state().notes.len()),
    }
}

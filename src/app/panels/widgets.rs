//! The few widgets that several panels share.

use egui::{
    Align2, Button, Color32, CornerRadius, CursorIcon, Frame, Id, Label, Margin, Rect, Response,
    RichText, Role, ScrollArea, Sense, Stroke, TextWrapMode, Ui, WidgetInfo, pos2, vec2,
};

use super::Page;
use crate::app::command::Command;
use crate::app::theme::{Theme, sans, semibold};
use crate::notebook::Decision;
use crate::report::Finding;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Weight {
    Primary,
    Plain,
}

/// A button for a command: its title, its keys, its tooltip; gray where it can do nothing.
pub(in crate::app) fn command_button(
    ui: &mut Ui,
    page: &mut Page<'_>,
    command: &Command,
    weight: Weight,
) -> Response {
    let title = command.spec().title;
    labeled_button(ui, page, command, title, weight)
}

/// The same with other words or a sign on it; its accessible name stays the command's title.
pub(in crate::app) fn labeled_button(
    ui: &mut Ui,
    page: &mut Page<'_>,
    command: &Command,
    label: &str,
    weight: Weight,
) -> Response {
    let theme = page.theme;
    let spec = command.spec();
    let keys = command.keys(ui.ctx());
    let (fill, stroke, text, faint) = match weight {
        Weight::Primary => (
            theme.accent,
            theme.accent,
            theme.on_accent,
            theme.on_accent.gamma_multiply(0.8),
        ),
        Weight::Plain => (theme.surface, theme.border, theme.text, theme.text_weak),
    };
    let mut button = Button::new(RichText::new(label).color(text));
    if let Some(keys) = keys.filter(|_| label == spec.title) {
        button = Button::new((
            RichText::new(label).color(text),
            RichText::new(keys).color(faint).size(11.0),
        ));
    }
    if weight == Weight::Primary {
        button = button.fill(fill).stroke(Stroke::new(1.0, stroke));
    }
    let enabled = command.enabled(page.state);
    let response = ui
        .add_enabled(enabled, button)
        .on_hover_text(spec.tooltip)
        .accessible_name(spec.title);
    if response.clicked() {
        page.send(command.clone());
    }
    response
}

/// A round pill that is on or off.
pub(in crate::app) fn chip(ui: &mut Ui, theme: &Theme, label: &str, on: bool) -> Response {
    let color = if on { theme.conflict } else { theme.text_weak };
    let line = if on { theme.conflict } else { theme.border };
    let fill = if on {
        theme.conflict_tint
    } else {
        theme.surface
    };
    let round = CornerRadius::same(11);
    let response = ui.add(
        Button::new(RichText::new(label).size(11.5).color(color))
            .fill(fill)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(round)
            .wrap_mode(TextWrapMode::Extend)
            .selected(on),
    );
    if response.has_focus() {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter()
            .rect_stroke(response.rect, round, ring, egui::StrokeKind::Outside);
    }
    response
}

/// Chips are smaller than buttons; called once before a row of them.
pub(in crate::app) fn for_chips(ui: &mut Ui) {
    let spacing = ui.spacing_mut();
    spacing.item_spacing = vec2(6.0, 6.0);
    spacing.button_padding = vec2(9.0, 3.0);
    spacing.interact_size.y = 22.0;
}

/// A row of chips, broken where the panel ends.
pub(in crate::app) fn chips_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    chips: impl FnOnce(&mut Ui, &mut Page<'_>),
) {
    ui.scope(|ui| {
        for_chips(ui);
        ui.horizontal_wrapped(|ui| chips(ui, page));
    });
}

/// What a side panel shows: it scrolls, with room around it.
pub(in crate::app) fn scrolled_ui(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(14, 12))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    contents(ui);
                });
        });
}

/// A word of a row of tabs, underlined where its page is open.
pub(in crate::app) fn tab(
    ui: &mut Ui,
    theme: &Theme,
    title: &str,
    count: Option<usize>,
    open: bool,
) -> Response {
    let font = sans(12.5);
    let strong = if open { theme.text } else { theme.text_weak };
    let painter = ui.painter();
    let title_galley = painter.layout_no_wrap(title.to_owned(), font.clone(), strong);
    let count_galley = painter.layout_no_wrap(
        count.map(|count| count.to_string()).unwrap_or_default(),
        font,
        theme.text_weak,
    );
    let gap = if count.is_some() { 4.0 } else { 0.0 };
    let width = title_galley.size().x + gap + count_galley.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0), Sense::click());
    let name = match count {
        Some(count) => format!("{title} {count}"),
        None => title.to_owned(),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), open, &name));
    let baseline = rect.center().y - title_galley.size().y / 2.0;
    let after = rect.left() + title_galley.size().x + gap;
    let painter = ui.painter();
    painter.galley(pos2(rect.left(), baseline), title_galley, strong);
    painter.galley(pos2(after, baseline), count_galley, theme.text_weak);
    if open || response.hovered() {
        let color = if open {
            theme.accent
        } else {
            theme.border_strong
        };
        painter.hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, color));
    }
    focus_ring(ui, &response, theme);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The number of a finding in a circle: filled, or a ring alone where the reader dismissed it.
pub(in crate::app) fn badge(ui: &mut Ui, theme: &Theme, finding: &Finding) {
    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    let dismissed = finding.decision == Some(Decision::Dismissed);
    paint_badge(ui, theme, rect, finding.number, dismissed);
}

pub(in crate::app) fn paint_badge(ui: &Ui, theme: &Theme, rect: Rect, number: usize, ring: bool) {
    let words = number.to_string();
    let size = if words.len() > 2 { 9.0 } else { 11.0 };
    let radius = rect.width() / 2.0;
    let painter = ui.painter();
    let color = if ring {
        painter.circle_stroke(
            rect.center(),
            radius - 0.75,
            Stroke::new(1.5, theme.conflict),
        );
        theme.conflict
    } else {
        painter.circle_filled(rect.center(), radius, theme.conflict);
        theme.on_conflict
    };
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        words,
        semibold(size),
        color,
    );
}

/// A framed block of content.
pub(in crate::app) fn card(theme: &Theme) -> Frame {
    Frame::new()
        .fill(theme.surface)
        .stroke(Stroke::new(1.0, theme.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 10))
}

/// A small heading over a part of a panel.
pub(in crate::app) fn caption(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    ui.label(
        RichText::new(words)
            .font(semibold(11.5))
            .color(theme.text_weak),
    )
}

/// One passage of a list: its article's letter, and the words beside it.
pub(in crate::app) fn line(ui: &mut Ui, theme: &Theme, letter: char, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(
            RichText::new(letter.to_string())
                .font(semibold(12.5))
                .color(theme.text_weak),
        );
        ui.vertical(|ui| {
            ui.add(Label::new(RichText::new(words).size(12.5).color(theme.text)).wrap());
        });
    });
}

/// Draws an item of a long list, or only keeps its place where it is out of view.
///
/// Heights are known from the last time that an item was drawn at this width.
pub(in crate::app) fn item<R>(
    ui: &mut Ui,
    list: &str,
    index: usize,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (Rect, Option<R>) {
    item_of_about(ui, list, index, None, contents)
}

/// The same for a list of thousands: one that was never drawn keeps a place of `about` its height.
pub(in crate::app) fn item_of_about<R>(
    ui: &mut Ui,
    list: &str,
    index: usize,
    about: Option<f32>,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (Rect, Option<R>) {
    /// How far out of view an item is drawn nevertheless.
    const BEYOND: f32 = 40.0;
    let width = ui.available_width();
    let key = Id::unique((list, index, width.to_bits()));
    let known: Option<f32> = ui.data(|data| data.get_temp(key));
    if let Some(height) = known.or(about) {
        let place = Rect::from_min_size(ui.cursor().min, vec2(width, height));
        // The keyboard goes on to the next item only where there is one.
        if !ui.is_rect_visible(place.expand(BEYOND)) {
            return (ui.allocate_space(place.size()).1, None);
        }
    }
    let drawn = ui.push_id((list, index), contents);
    let rect = drawn.response.rect;
    ui.data_mut(|data| data.insert_temp(key, rect.height()));
    (rect, Some(drawn.inner))
}

/// Makes a whole row pressable: fills it where selected or pointed at, and names it.
pub(in crate::app) fn row(
    ui: &mut Ui,
    theme: &Theme,
    selected: bool,
    name: &str,
    contents: impl FnOnce(&mut Ui),
) -> Response {
    let background = ui.painter().add(egui::Shape::Noop);
    let rect = Frame::new()
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui);
        })
        .response
        .rect;
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, name));
    let fill = match (selected, response.hovered()) {
        (true, _) => theme.selection,
        (false, true) => theme.surface_hovered,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter()
        .set(background, egui::Shape::rect_filled(rect, 0.0, fill));
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(1.0, theme.border),
    );
    focus_ring(ui, &response, theme);
    follow_focus(&response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Scrolls to what the keyboard came to.
pub(in crate::app) fn follow_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Shows where the keyboard is.
pub(in crate::app) fn focus_ring(ui: &Ui, response: &Response, theme: &Theme) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.shrink(1.0),
            CornerRadius::same(4),
            Stroke::new(2.0, theme.accent),
            egui::StrokeKind::Inside,
        );
    }
}

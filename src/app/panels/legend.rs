//! What the marks in the text mean.

use egui::{Mesh, Pos2, Rect, RichText, Sense, Ui, vec2};

use super::widgets::paint_badge;
use crate::app::reading;
use crate::app::theme::Theme;
use crate::model::EntityKind;

pub(super) fn legend_ui(ui: &mut Ui, theme: &Theme) {
    for kind in [
        EntityKind::Person,
        EntityKind::Organization,
        EntityKind::Place,
        EntityKind::Event,
        EntityKind::Other,
    ] {
        entry_ui(ui, kind.title(), |ui, rect| {
            underline(ui, theme, kind, rect);
        });
    }
    entry_ui(ui, "Passage of a finding, with its number", |ui, rect| {
        ui.painter().rect_filled(rect, 3.0, theme.conflict_tint);
        badge(ui, theme, rect, false);
    });
    entry_ui(ui, "Passage of the selected finding", |ui, rect| {
        ui.painter()
            .rect_filled(rect, 3.0, theme.conflict_tint_selected);
        badge(ui, theme, rect, false);
    });
    entry_ui(ui, "A finding that you called no difference", |ui, rect| {
        badge(ui, theme, rect, true);
    });
    for (words, disputed) in [
        ("In the strip: the reports contradict each other", false),
        ("In the strip: their sources disagree", true),
    ] {
        entry_ui(ui, words, |ui, rect| {
            let strip = Rect::from_center_size(rect.center(), vec2(20.0, 6.0));
            let mut mesh = Mesh::default();
            reading::tick(&mut mesh, strip, disputed, theme.conflict);
            ui.painter().add(mesh);
        });
    }
    entry_ui(ui, "Words that you look for", |ui, rect| {
        ui.painter().rect_filled(rect, 2.0, theme.found);
    });
    ui.add_space(4.0);
    ui.label(
        RichText::new("Names that at least two articles speak of are underlined; descriptions of them more faintly")
            .small()
            .color(theme.text_weak),
    );
}

fn entry_ui(ui: &mut Ui, words: &str, paint: impl FnOnce(&Ui, Rect)) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(56.0, 20.0), Sense::hover());
        paint(ui, rect);
        ui.add_space(6.0);
        ui.label(words);
    });
}

fn badge(ui: &Ui, theme: &Theme, rect: Rect, ring: bool) {
    let place = Rect::from_center_size(
        Pos2::new(rect.left() + 11.0, rect.center().y),
        vec2(16.0, 16.0),
    );
    paint_badge(ui, theme, place, 1, ring);
}

fn underline(ui: &Ui, theme: &Theme, kind: EntityKind, rect: Rect) {
    let mut mesh = Mesh::default();
    reading::underline(
        &mut mesh,
        kind,
        rect.x_range(),
        rect.bottom() - 6.0,
        theme.entity(kind),
    );
    ui.painter().add(mesh);
}

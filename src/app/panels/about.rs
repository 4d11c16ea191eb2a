//! What runs inside the program, how well it did, and under which licenses it comes.

use egui::{Grid, Label, RichText, ScrollArea, Ui};

use super::widgets::caption;
use crate::app::theme::Theme;
use crate::encoder;
use crate::model::Kind;
use crate::report::reliability;

/// How much of a fingerprint is shown; the rest comes when the pointer rests on it.
const SHOWN: usize = 16;

const WORDS: &str = "Rules that say their reasons, and a small neural network that reads names, grammar and who says what. \
    Both are inside the program. They run on this computer, without a connection, and give the same result every time.";

/// What ships, and its license.
const LICENSES: [(&str, &str); 7] = [
    (
        "Counterpoint, its rules, word lists and samples",
        "MIT or Apache-2.0",
    ),
    (
        "The network",
        "Apache-2.0; what it learnt from is in its model card",
    ),
    ("Inter, Noto Serif", "SIL Open Font License 1.1"),
    ("Countries and cities, from GeoNames", "CC BY 4.0"),
    ("Common words, from SCOWL", "its own permissive license"),
    ("First names, from the US census", "public domain"),
    (
        "Rust libraries",
        "MIT, Apache-2.0, BSD, ISC, Zlib, Unicode and other permissive licenses; all texts are in the file “copyright” of the package",
    ),
];

pub(super) fn about_ui(ui: &mut Ui, theme: &Theme) {
    ScrollArea::vertical()
        .id_salt("about")
        .max_height(ui.ctx().content_rect().height() * 0.6)
        .show(ui, |ui| {
            // Rows as high as their words: the grids have nothing to press.
            ui.spacing_mut().interact_size.y = 0.0;
            ui.label(format!("Version {}", env!("CARGO_PKG_VERSION")));
            ui.label(WORDS);
            section(ui, theme, "How often its marks were right, by kind");
            table(
                ui,
                theme,
                Kind::ALL.map(|kind| (kind.title().to_owned(), reliability::kind_in_words(kind))),
            );
            section(ui, theme, "The files of the network (SHA-256)");
            Grid::new("parts")
                .num_columns(2)
                .spacing([24.0, 5.0])
                .show(ui, |ui| {
                    for part in encoder::parts() {
                        ui.label(part.file).on_hover_text(part.holds);
                        let start = part.sha256.get(..SHOWN).unwrap_or(part.sha256);
                        ui.label(
                            RichText::new(format!("{start}…"))
                                .monospace()
                                .color(theme.text_weak),
                        )
                        .on_hover_text(part.sha256);
                        ui.end_row();
                    }
                });
            section(ui, theme, "Licenses");
            table(
                ui,
                theme,
                LICENSES.map(|(what, license)| (what.to_owned(), license.to_owned())),
            );
        });
}

fn section(ui: &mut Ui, theme: &Theme, title: &str) {
    ui.add_space(10.0);
    caption(ui, theme, title);
}

fn table(ui: &mut Ui, theme: &Theme, rows: impl IntoIterator<Item = (String, String)>) {
    const LEFT: f32 = 170.0;
    const GAP: f32 = 24.0;
    let right = ui.available_width() - LEFT - GAP;
    for (what, words) in rows {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (width, color, words) in [(LEFT, theme.text, what), (right, theme.text_weak, words)]
            {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add(Label::new(RichText::new(words).color(color)).wrap());
                });
            }
        });
    }
}

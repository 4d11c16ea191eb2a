//! What stands above a column's text: outlet, title, and who wrote it when.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Galley, Id, Pos2, Rect, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::page::Page;
use super::paint::{self, Look};
use super::setting::{self, Face, Set};
use super::touch::{self, Touched};
use crate::app::theme::{self, Theme};
use crate::ingest;
use crate::model::{DocumentId, DocumentType};
use crate::report;

const PADDING: f32 = 14.0;
const DATE_ROW: f32 = 34.0;
/// Width of the button that opens the source panel.
const ABOUT: f32 = 54.0;
/// What is longer is cut, and shown whole to who points at it: the text must keep most of the window.
const TITLE_ROWS: usize = 4;
const META_ROWS: usize = 2;
/// A column narrower than this has a smaller title.
const NARROW: f32 = 220.0;

/// A header, laid out but not yet drawn.
pub(super) struct Header {
    outlet: Arc<Galley>,
    title: Title,
    meta: Arc<Galley>,
    /// How high a row of the title is.
    line: f32,
    dated: bool,
}

enum Title {
    /// Part of the text: it carries marks.
    InText(Box<Set>),
    /// Told by the file alone.
    Told(Arc<Galley>),
}

impl Header {
    pub(super) fn new(ui: &Ui, page: &Page, theme: &Theme, width: f32) -> Self {
        let painter = ui.painter();
        let document = &page.document;
        let (size, line) = if width < NARROW {
            (16.0, 21.0)
        } else {
            (19.5, 25.0)
        };
        let face = Face {
            font: theme::semibold(size),
            color: theme.text,
            line,
        };
        let rows = |text: String, font, color, rows| {
            let mut job = LayoutJob::simple(text, font, color, width);
            job.wrap.max_rows = rows;
            painter.layout_job(job)
        };
        let title = if let Some(span) = page.title {
            let set = setting::set(ui.ctx(), page, span, &face, width, TITLE_ROWS);
            Title::InText(Box::new(set))
        } else {
            let told = document.metadata.title.clone().unwrap_or_default();
            Title::Told(rows(told, face.font, face.color, TITLE_ROWS))
        };
        let outlet = format!("{} · {}", report::letter(page.id), document.label());
        Self {
            outlet: {
                let mut job = LayoutJob::simple(
                    outlet,
                    theme::semibold(12.5),
                    theme.accent,
                    (width - ABOUT).max(1.0),
                );
                job.wrap.max_rows = 1;
                painter.layout_job(job)
            },
            title,
            meta: rows(meta(page), theme::sans(12.5), theme.text_weak, META_ROWS),
            line,
            dated: document.metadata.published.is_some(),
        }
    }

    pub(super) fn height(&self) -> f32 {
        let title = self.title_height();
        let date = if self.dated { 0.0 } else { DATE_ROW };
        2.0 * PADDING + self.outlet.size().y + 4.0 + title + 6.0 + self.meta.size().y + date
    }

    fn title_height(&self) -> f32 {
        match &self.title {
            Title::InText(set) => set.height(),
            Title::Told(galley) => galley.size().y,
        }
    }

    /// Draws it. Returns the title where it is part of the text.
    pub(super) fn show(
        self,
        ui: &Ui,
        id: Id,
        at: Pos2,
        page: &Page,
        look: Look<'_>,
        touched: &mut Touched,
    ) -> Option<Set> {
        let painter = ui.painter();
        let outlet_at = at + vec2(0.0, PADDING);
        let title_at = outlet_at + vec2(0.0, self.outlet.size().y + 4.0);
        let meta_at = title_at + vec2(0.0, self.title_height() + 6.0);
        label(ui, id.with("outlet"), outlet_at, self.outlet, look.theme);
        label(ui, id.with("meta"), meta_at, self.meta, look.theme);
        match self.title {
            Title::Told(galley) => {
                label(ui, id.with("title"), title_at, galley, look.theme);
                None
            }
            Title::InText(set) => {
                let set = set.placed(title_at);
                name(
                    ui,
                    id.with("title"),
                    set.rect(),
                    page.words_of(set.span),
                    set.is_cut(),
                );
                paint::beneath(painter, &set, page, look);
                set.paint(painter);
                paint::over(painter, &set, page, self.line, look.theme);
                touch::marks(ui, id.with("title"), &set, page, look, touched);
                Some(set)
            }
        }
    }
}

fn label(ui: &Ui, id: Id, at: Pos2, galley: Arc<Galley>, theme: &Theme) {
    let rect = Rect::from_min_size(at, galley.size());
    name(ui, id, rect, galley.text(), galley.elided);
    ui.painter().galley(at, galley, theme.text);
}

/// Tells a reader who listens, or points at words that are cut, all of them.
fn name(ui: &Ui, id: Id, rect: Rect, text: &str, cut: bool) {
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    if cut {
        response.on_hover_text(text);
    }
}

/// "Mara Lind · Thu 14 May 2026 · 412 words · courier.html".
fn meta(page: &Page) -> String {
    let metadata = &page.document.metadata;
    let mut parts = Vec::new();
    if metadata.kind != DocumentType::News {
        parts.push(metadata.kind.title().to_owned());
    }
    if !metadata.authors.is_empty() {
        parts.push(metadata.authors.join(", "));
    }
    if let Some(published) = &metadata.published {
        parts.push(published.day.strftime("%a %-d %b %Y").to_string());
    }
    let words = page.words;
    parts.push(if words == 1 {
        "1 word".to_owned()
    } else {
        format!("{words} words")
    });
    parts.push(page.document.origin.file.clone());
    parts.join(" · ")
}

/// The button that shows what was read of an article, at the right of the outlet. Returns whether it was pressed.
pub(super) fn about_ui(ui: &mut Ui, id: Id, at: Pos2, width: f32, document: DocumentId) -> bool {
    let place = Rect::from_min_size(at + vec2(width - ABOUT, PADDING - 3.0), vec2(ABOUT, 21.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).id_salt(id.with("about")));
    ui.spacing_mut().button_padding = vec2(6.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    let name = format!("About article {}", report::letter(document));
    let words = egui::RichText::new("About…").small();
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.add(egui::Button::new(words))
            .on_hover_text("What was read of this article, and what is known of it")
            .accessible_name(name)
            .clicked()
    })
    .inner
}

/// The field of an article without a date. Returns what the reader entered, once it can be read as a day.
pub(super) fn date_ui(
    ui: &mut Ui,
    id: Id,
    at: Rect,
    draft: &mut String,
    theme: &Theme,
) -> Option<String> {
    let row = Rect::from_min_max(
        pos2(at.left(), at.bottom() - PADDING - DATE_ROW + 6.0),
        pos2(at.right(), at.bottom() - PADDING + 2.0),
    );
    let mut ui = ui.new_child(UiBuilder::new().max_rect(row).id_salt(id));
    let mut entered = None;
    ui.horizontal_centered(|ui| {
        let readable = draft.trim().is_empty() || ingest::parse_date(draft).is_some();
        let label = ui.colored_label(theme.conflict, "No date: enter one");
        let width = ui.available_width().min(130.0);
        let mut edit = TextEdit::singleline(draft)
            .hint_text("14 May 2026")
            .desired_width(width);
        if !readable {
            edit = edit.text_color(theme.danger);
        }
        let field = ui.add(edit).labelled_by(label.id);
        let field = field.on_hover_text("Write it as 2026-05-14 or 14 May 2026, then press Enter");
        let done = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if done && readable && !draft.trim().is_empty() {
            entered = Some(draft.trim().to_owned());
        } else if done {
            field.request_focus();
        }
    });
    entered
}

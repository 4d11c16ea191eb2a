//! One column's text: where it stands, and the pieces in view.

use egui::{
    Context, Id, Painter, Rangef, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::glide::Glide;
use super::heights::Heights;
use super::page::Page;
use super::paint::{self, Look};
use super::place::{Measure, Place};
use super::ribbon::Whereabouts;
use super::setting::Set;
use super::style::TextStyle;
use super::touch::{self, Touched};
use crate::app::theme::TextFace;
use crate::model::{BlockKind, DocumentId};
use crate::report::Report;

/// Which part of the view may stay empty under the end of a text, so that its last passage can be brought level.
const ROOM: f32 = 0.9;

/// What a column remembers from frame to frame.
pub(super) struct Column {
    pub(super) page: Page,
    pub(super) heights: Heights,
    pub(super) place: Place,
    pub(super) glide: Option<Glide>,
    /// The part of the window that the text is seen through.
    pub(super) view: Rect,
    /// What the heights hold for; nothing where they hold for nothing.
    fits: Option<Fits>,
    /// The title, then the pieces in view, as they were last drawn.
    pub(super) sets: Vec<Set>,
    /// The pieces of `sets`; the title has none.
    seen: std::ops::Range<usize>,
}

/// What heights hold for.
#[derive(Clone, Copy, PartialEq)]
struct Fits {
    width: f32,
    zoom: f32,
    face: TextFace,
    /// Pixels a point.
    density: f32,
}

impl Column {
    pub(super) fn new(page: Page) -> Self {
        Self {
            page,
            heights: Heights::default(),
            place: Place::default(),
            glide: None,
            view: Rect::NOTHING,
            fits: None,
            sets: Vec::new(),
            seen: 0..0,
        }
    }

    /// Takes the marks of now. The text stays where it stands; badges move words, so every height is an estimate again.
    pub(super) fn refresh(&mut self, report: &Report, visible: &[usize], id: DocumentId) {
        if !self.page.shows(report, id) {
            let page = Page::new(report, visible, id);
            if page.pieces != self.page.pieces {
                self.fits = None;
            }
            self.page = page;
            self.heights.forget();
        } else if self.page.refresh(report, visible) {
            self.heights.forget();
        }
    }

    /// Takes what the column is drawn with in this frame. What stood at the upper edge stays there.
    pub(super) fn fit(&mut self, ctx: &Context, style: &TextStyle<'_>, view: Rect) {
        self.view = view;
        let fits = Fits {
            width: style.width,
            zoom: style.zoom,
            face: style.face,
            density: ctx.pixels_per_point(),
        };
        if Some(fits) != self.fits {
            let part = self
                .heights
                .known(self.place.piece)
                .map_or(0.0, |height| self.place.below / height.max(1.0));
            self.fits = Some(fits);
            let estimate = |piece| style.estimate(&self.page, piece);
            self.heights = Heights::estimated((0..self.page.pieces.len()).map(estimate).collect());
            if self.heights.len() > 0 {
                let piece = self.place.piece.min(self.heights.len() - 1);
                let below = part * self.measure(ctx, style).height(piece);
                self.place = Place { piece, below };
            }
        }
        let room = ROOM * view.height();
        let place = self.place;
        self.place = place.clamped(view.height(), room, &mut self.measure(ctx, style));
    }

    /// The heights of this column's pieces, laid out when asked for.
    pub(super) fn measure<'a>(
        &'a mut self,
        ctx: &'a Context,
        style: &'a TextStyle<'a>,
    ) -> Measurer<'a> {
        Measurer {
            ctx,
            style,
            page: &self.page,
            heights: &mut self.heights,
        }
    }

    /// Moves the text by hand: the end of it stays at the lower edge, unless it was brought higher.
    pub(super) fn scroll(&mut self, ctx: &Context, style: &TextStyle<'_>, delta: f32) {
        self.glide = None;
        let (from, view) = (self.place, self.view.height());
        let mut measure = self.measure(ctx, style);
        let moved = from.moved(delta, &mut measure);
        let to = if delta > 0.0 {
            let clamped = moved.clamped(view, 0.0, &mut measure);
            if clamped < from { from } else { clamped }
        } else {
            moved
        };
        self.place = to;
    }

    /// Stands so that this part of the whole text is in the middle of the view.
    pub(super) fn jump(&mut self, ctx: &Context, style: &TextStyle<'_>, part: f32) {
        self.glide = None;
        let middle = part * self.heights.total();
        let view = self.view.height();
        let (piece, below) = self.heights.at(middle);
        let mut measure = self.measure(ctx, style);
        let to =
            Place::showing(piece, below, view / 2.0, &mut measure).clamped(view, 0.0, &mut measure);
        self.place = to;
    }

    /// Lays out what is in view, and draws it with its marks.
    pub(super) fn text_ui(
        &mut self,
        ui: &mut Ui,
        id: Id,
        style: &TextStyle<'_>,
        look: Look<'_>,
        touched: &mut Touched,
    ) {
        let mut ui = ui.new_child(UiBuilder::new().max_rect(self.view).id_salt(id));
        ui.shrink_clip_rect(self.view);
        let left = self.text_left(style.width);
        let mut top = self.view.top() - self.place.below;
        let mut piece = self.place.piece;
        self.seen = piece..piece;
        while piece < self.page.pieces.len() && top < self.view.bottom() {
            let set = style.set(ui.ctx(), &self.page, piece);
            let height = style.height(&self.page, piece, &set);
            self.heights.measure(piece, height);
            let kind = self.page.pieces[piece].kind;
            let at = pos2(
                left + style.indent(kind),
                (top + style.above(&self.page, piece)).round(),
            );
            let set = set.placed(at);
            let drawn = Drawn { piece, set: &set };
            self.piece_ui(&ui, id, drawn, style, look, touched);
            self.sets.push(set);
            top += height;
            piece += 1;
            self.seen.end = piece;
        }
    }

    fn piece_ui(
        &self,
        ui: &Ui,
        id: Id,
        Drawn { piece, set }: Drawn<'_>,
        style: &TextStyle<'_>,
        look: Look<'_>,
        touched: &mut Touched,
    ) {
        let here = self.page.pieces[piece];
        let line = style.face(here.kind).line;
        let label = ui.interact(set.rect(), id.with(("piece", piece)), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.page.words_of(here.span)));
        paint::beneath(ui.painter(), set, &self.page, look);
        set.paint(ui.painter());
        paint::over(ui.painter(), set, &self.page, line, look.theme);
        beside(ui.painter(), &self.page, piece, set, style, look);
        touch::marks(ui, id, set, &self.page, look, touched);
    }

    /// Where the text begins: on a wide column the measure stays readable, and stands in the middle.
    pub(super) fn text_left(&self, width: f32) -> f32 {
        (self.view.center().x - width / 2.0).round()
    }

    /// Where a passage is to be seen.
    pub(super) fn whereabouts(&self, span: crate::text::Span) -> Whereabouts {
        let rows = self
            .sets
            .iter()
            .filter(|set| set.span.overlaps(span))
            .flat_map(|set| set.rows_of_passage(&self.page, span))
            .map(|row| row.y_range())
            .reduce(|all, row| Rangef::new(all.min.min(row.min), all.max.max(row.max)));
        let in_title = self.page.piece_at(span.start).is_none();
        match rows {
            Some(rows) if in_title => Whereabouts::Seen(rows),
            Some(rows) if rows.max <= self.view.top() + 4.0 => Whereabouts::Above,
            Some(rows) if rows.min >= self.view.bottom() - 4.0 => Whereabouts::Below,
            Some(rows) => {
                let view = self.view.y_range();
                Whereabouts::Seen(Rangef::new(rows.min.max(view.min), rows.max.min(view.max)))
            }
            None => match self.page.piece_at(span.start) {
                Some(piece) if piece >= self.seen.end => Whereabouts::Below,
                _ => Whereabouts::Above,
            },
        }
    }
}

/// The bullet of a list item, the bar of a quotation, the line between rows of a table.
fn beside(
    painter: &Painter,
    page: &Page,
    piece: usize,
    set: &Set,
    style: &TextStyle<'_>,
    look: Look<'_>,
) {
    let line = style.face(page.pieces[piece].kind).line;
    let indent = line * 0.7;
    let here = page.pieces[piece];
    match here.kind {
        BlockKind::ListItem if here.opens && !is_numbered(page.words_of(here.span)) => {
            let center = set.at + vec2(-indent * 0.6, line / 2.0);
            painter.circle_filled(center, line * 0.09, look.theme.text_weak);
        }
        BlockKind::Quotation => {
            let left = set.at.x - indent;
            let bar = Rect::from_x_y_ranges(left..=left + 3.0, set.rect().y_range());
            painter.rect_filled(bar, 1.0, look.theme.border_strong);
        }
        _ if here.row && page.pieces.get(piece + 1).is_some_and(|next| next.row) => {
            let across = Rangef::new(set.at.x, set.at.x + style.width);
            let line = Stroke::new(1.0, look.theme.border_strong);
            painter.hline(across, set.rect().bottom() + 1.0, line);
        }
        _ => {}
    }
}

/// Whether a list item brings its own sign or number along, as in plain text.
fn is_numbered(words: &str) -> bool {
    let sign = words.split_whitespace().next().unwrap_or_default();
    let number = sign.trim_end_matches(['.', ')']);
    let numbered = number.len() < sign.len() && number.chars().all(|c| c.is_alphanumeric());
    matches!(sign, "-" | "*" | "•" | "–" | "·" | "+") || numbered && number.len() <= 3
}

/// A piece with its rows in place.
struct Drawn<'a> {
    piece: usize,
    set: &'a Set,
}

/// A column's pieces, laid out when their height is asked for.
pub(super) struct Measurer<'a> {
    ctx: &'a Context,
    style: &'a TextStyle<'a>,
    page: &'a Page,
    heights: &'a mut Heights,
}

impl Measure for Measurer<'_> {
    fn count(&self) -> usize {
        self.heights.len()
    }

    fn height(&mut self, piece: usize) -> f32 {
        if !self.heights.is_measured(piece) {
            let set = self.style.set(self.ctx, self.page, piece);
            let height = self.style.height(self.page, piece, &set);
            self.heights.measure(piece, height);
        }
        self.heights.get(piece)
    }
}

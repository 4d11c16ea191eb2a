//! Type-setting: a stretch of a document becomes rows of glyphs, with room for the badges.

use std::sync::Arc;

use egui::text::{CCursor, CharIndex, LayoutJob, TextFormat};
use egui::{Context, FontId, Galley, Painter, Pos2, Rect, Vec2, pos2};

use super::bidi;
use super::marks::Passage;
use super::page::Page;
use crate::text::Span;

/// Room for a badge is held by one of these, as large as it takes: no row is broken beside it, so a badge stays with
/// its words.
const HOLDER: char = '\u{a0}';

/// How a stretch of text is to look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Face {
    pub(super) font: FontId,
    pub(super) color: egui::Color32,
    pub(super) line: f32,
}

/// A stretch of a document, set and placed on the screen.
pub(super) struct Set {
    pub(super) span: Span,
    pub(super) galley: Arc<Galley>,
    /// Upper left corner.
    pub(super) at: Pos2,
    /// Bytes at which badges stand before the text, in order.
    badges: Vec<usize>,
}

/// Sets the words of a span at a width, at most so many rows.
pub(super) fn set(
    ctx: &Context,
    page: &Page,
    span: Span,
    face: &Face,
    width: f32,
    rows: usize,
) -> Set {
    let badges = page.badges(span);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    let plain = TextFormat {
        line_height: Some(face.line),
        ..TextFormat::simple(face.font.clone(), face.color)
    };
    let mut from = span.start;
    for badge in badges {
        append(
            &mut job,
            page.words_of(Span::new(from, badge.span.start)),
            &plain,
        );
        from = badge.span.start;
        let narrow = ctx.fonts_mut(|fonts| fonts.glyph_width(&face.font, HOLDER));
        let mut holder = plain.clone();
        holder.font_id.size *= badge_width(badge, face.line) / narrow.max(1.0);
        job.append(HOLDER.encode_utf8(&mut [0; 4]), 0.0, holder);
    }
    append(&mut job, page.words_of(Span::new(from, span.end)), &plain);
    Set {
        span,
        galley: bidi::in_order(ctx.fonts_mut(|fonts| fonts.layout_job(job)), width),
        at: Pos2::ZERO,
        badges: badges.iter().map(|badge| badge.span.start).collect(),
    }
}

/// The diameter of a badge in rows of this height.
fn badge_height(line: f32) -> f32 {
    (line * 0.6).round()
}

/// How wide a badge is with the room behind it.
fn badge_width(badge: &Passage, line: f32) -> f32 {
    badge_height(line) + badge_growth(badge.number, line) + (line * 0.24).round()
}

/// How much wider than high a badge is: by half its height for each digit after the first.
fn badge_growth(number: usize, line: f32) -> f32 {
    number.checked_ilog10().unwrap_or_default() as f32 * (badge_height(line) * 0.5).round()
}

/// Line ends within a paragraph are as good as spaces; one character stays one character.
fn append(job: &mut LayoutJob, words: &str, format: &TextFormat) {
    let words = bidi::mirrored(words);
    if words.contains(['\n', '\r', '\t']) {
        job.append(&words.replace(['\n', '\r', '\t'], " "), 0.0, format.clone());
    } else {
        job.append(&words, 0.0, format.clone());
    }
}

impl Set {
    pub(super) fn height(&self) -> f32 {
        self.galley.size().y
    }

    /// How far the base line of a row lies under its top.
    pub(super) fn baseline(&self) -> f32 {
        self.galley
            .rows
            .iter()
            .flat_map(|row| &row.glyphs)
            .find(|glyph| glyph.chr != HOLDER)
            .map_or(0.0, |glyph| glyph.pos.y)
    }

    /// Whether words are missing at the end, because there were too many for the rows.
    pub(super) fn is_cut(&self) -> bool {
        self.galley.elided
    }

    pub(super) fn rect(&self) -> Rect {
        Rect::from_min_size(self.at, self.galley.size())
    }

    #[must_use]
    pub(super) fn placed(mut self, at: Pos2) -> Self {
        self.at = at;
        self
    }

    pub(super) fn paint(&self, painter: &Painter) {
        painter.galley(
            self.at,
            Arc::clone(&self.galley),
            egui::Color32::PLACEHOLDER,
        );
    }

    /// One rectangle a row for what a passage covers, its own badge included.
    pub(super) fn rows_of_passage(&self, page: &Page, span: Span) -> Vec<Rect> {
        let from = self.char_at(page, span.start, false);
        let to = self.char_at(page, span.end, false);
        self.rows(from, to)
    }

    /// One rectangle a row for the words of a span, without a badge that stands before them.
    pub(super) fn rows_of_words(&self, page: &Page, span: Span) -> Vec<Rect> {
        let from = self.char_at(page, span.start, true);
        let to = self.char_at(page, span.end, false);
        self.rows(from, to)
    }

    /// Where the badges of this stretch stand, each with its passage.
    pub(super) fn badge_rects<'a>(
        &'a self,
        page: &'a Page,
        line: f32,
    ) -> impl Iterator<Item = (Rect, &'a Passage)> {
        let passages = page.badges(self.span);
        passages
            .iter()
            .enumerate()
            .filter_map(move |(index, passage)| {
                let before = Span::new(self.span.start, passage.span.start);
                let at = page.words_of(before).chars().count() + index;
                let room = *self.rows(at, at + 1).first()?;
                let height = badge_height(line);
                let size = Vec2::new(height + badge_growth(passage.number, line), height);
                let left = room.left() + (line * 0.08).round();
                let top = (room.center().y - height / 2.0).round();
                Some((Rect::from_min_size(pos2(left, top), size), passage))
            })
    }

    /// The byte of the document at a point, as far as the point lies on this stretch; else its nearer end.
    pub(super) fn byte_at(&self, page: &Page, point: Pos2) -> usize {
        let at = bidi::char_at(&self.galley, point - self.at);
        let mut chars = at;
        for (index, &badge) in self.badges.iter().enumerate() {
            let before = Span::new(self.span.start, badge);
            if at > page.words_of(before).chars().count() + index {
                chars -= 1;
            }
        }
        page.words_of(self.span)
            .char_indices()
            .nth(chars)
            .map_or(self.span.end, |(byte, _)| self.span.start + byte)
    }

    /// The row that a byte stands in, counted from the top of this stretch.
    pub(super) fn row_of(&self, page: &Page, byte: usize) -> Rect {
        let index = CharIndex(self.char_at(page, byte, true));
        self.galley.pos_from_cursor(CCursor {
            index,
            prefer_next_row: true,
        })
    }

    /// The character of the galley at a byte, behind the badges that stand there or before them.
    fn char_at(&self, page: &Page, byte: usize, behind_badges: bool) -> usize {
        let byte = byte.clamp(self.span.start, self.span.end);
        let badges = if behind_badges {
            self.badges.partition_point(|&badge| badge <= byte)
        } else {
            self.badges.partition_point(|&badge| badge < byte)
        };
        page.words_of(Span::new(self.span.start, byte))
            .chars()
            .count()
            + badges
    }

    /// One rectangle a row for a range of the galley's characters; white space at the end of a row is left out.
    fn rows(&self, from: usize, to: usize) -> Vec<Rect> {
        let mut rects = Vec::new();
        let mut start = 0;
        for row in &self.galley.rows {
            if to <= start {
                break;
            }
            let count = row.glyphs.len();
            let first = from.saturating_sub(start).min(count);
            let mut last = (to - start).min(count);
            if last == count {
                while last > first && row.glyphs[last - 1].chr == ' ' {
                    last -= 1;
                }
            }
            if first < last {
                let glyphs = &row.glyphs[first..last];
                let left = glyphs
                    .iter()
                    .map(|glyph| glyph.pos.x)
                    .fold(f32::INFINITY, f32::min);
                let right = glyphs
                    .iter()
                    .map(egui::epaint::text::Glyph::max_x)
                    .fold(left, f32::max);
                rects.push(Rect::from_min_max(
                    self.at + row.pos.to_vec2() + Vec2::new(left, 0.0),
                    self.at + row.pos.to_vec2() + Vec2::new(right, row.height()),
                ));
            }
            start += row.char_count_including_newline().0;
        }
        rects
    }
}

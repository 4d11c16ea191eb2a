//! How each kind of block is set.

use egui::Context;

use super::page::Page;
use super::setting::{self, Face, Set};
use crate::app::theme::{self, TextFace, Theme};
use crate::model::BlockKind;

/// Size of article text, in points, and the height of its rows.
const SIZE: f32 = 17.0;
const LINE: f32 = 25.0;
/// Between paragraphs.
const GAP: f32 = 11.0;
/// Above the first and under the last row of the text.
const TOP: f32 = 16.0;
const BOTTOM: f32 = 28.0;

/// Article text at one width and zoom.
#[derive(Clone, Copy)]
pub(super) struct TextStyle<'a> {
    pub(super) theme: &'a Theme,
    pub(super) width: f32,
    pub(super) zoom: f32,
    pub(super) face: TextFace,
}

impl TextStyle<'_> {
    pub(super) fn face(&self, kind: BlockKind) -> Face {
        let (font, color, line) = match kind {
            BlockKind::Title | BlockKind::Heading => {
                (theme::semibold(SIZE * self.zoom), self.theme.text, LINE)
            }
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation => {
                (self.face.font(SIZE * self.zoom), self.theme.text, LINE)
            }
            BlockKind::Caption => (theme::sans(13.0 * self.zoom), self.theme.text_weak, 20.0),
        };
        Face {
            font,
            color,
            line: (line * self.zoom).round(),
        }
    }

    pub(super) fn indent(&self, kind: BlockKind) -> f32 {
        match kind {
            BlockKind::ListItem | BlockKind::Quotation => (18.0 * self.zoom).round(),
            _ => 0.0,
        }
    }

    /// Room above a piece's rows.
    pub(super) fn above(&self, page: &Page, piece: usize) -> f32 {
        if piece == 0 {
            return TOP;
        }
        let here = page.pieces[piece];
        if here.opens && here.kind == BlockKind::Heading {
            (GAP * self.zoom).round()
        } else {
            0.0
        }
    }

    /// Room under a piece's rows.
    pub(super) fn below(&self, page: &Page, piece: usize) -> f32 {
        let Some(next) = page.pieces.get(piece + 1) else {
            return BOTTOM;
        };
        let here = page.pieces[piece];
        let gap = match here.kind {
            _ if here.continues => 0.0,
            _ if here.row && next.row => GAP * 0.3,
            BlockKind::ListItem if next.kind == BlockKind::ListItem => GAP * 0.4,
            BlockKind::Heading => GAP * 0.5,
            _ => GAP,
        };
        (gap * self.zoom).round()
    }

    /// The piece's rows, not yet placed.
    pub(super) fn set(&self, ctx: &Context, page: &Page, piece: usize) -> Set {
        let here = page.pieces[piece];
        let width = (self.width - self.indent(here.kind)).max(1.0);
        setting::set(
            ctx,
            page,
            here.span,
            &self.face(here.kind),
            width,
            usize::MAX,
        )
    }

    /// How high a piece is with the room around it.
    pub(super) fn height(&self, page: &Page, piece: usize, set: &Set) -> f32 {
        self.above(page, piece) + set.height() + self.below(page, piece)
    }

    /// How high a piece will be, about: without laying it out.
    pub(super) fn estimate(&self, page: &Page, piece: usize) -> f32 {
        let here = page.pieces[piece];
        let face = self.face(here.kind);
        // A character of running text is a little under half as wide as the text is high.
        let row = (self.width - self.indent(here.kind)).max(1.0) / (face.font.size * 0.48);
        let rows = (here.span.len() as f32 / row).ceil().max(1.0);
        self.above(page, piece) + rows * face.line + self.below(page, piece)
    }
}

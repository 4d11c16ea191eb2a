//! The letters of the pages, each with its place.

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, interpret_page,
};

use crate::ingest::Proceed;
use crate::ingest::error::Problem;
use crate::ingest::length::MOST_WORDS;

/// Glyphs are as wide as this where nothing says how wide they are, of a thousand.
const USUAL_ADVANCE: f64 = 500.0;

/// A letter, or several that are drawn as one; `y` is its baseline and grows downward.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub words: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
}

/// The letters of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub glyphs: Vec<Glyph>,
    pub height: f64,
}

/// The letters of all pages.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub pages: Vec<Page>,
    /// How many were drawn that no font names.
    pub unknown: usize,
    pub has_pictures: bool,
}

pub(super) fn of_pages(pdf: &Pdf, most: usize, proceed: Proceed<'_>) -> Result<Letters, Problem> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let mut letters = Letters::default();
    let mut count = 0;
    for page in pdf.pages().iter() {
        if !proceed() {
            return Err(Problem::Stopped);
        }
        let collected = of_page(page, &cache, &settings);
        count += collected.page.glyphs.len();
        if count > most {
            return Err(Problem::TooLong(MOST_WORDS));
        }
        letters.pages.push(collected.page);
        letters.unknown += collected.unknown;
        letters.has_pictures |= collected.has_pictures;
    }
    Ok(letters)
}

fn of_page<'a>(
    page: &PdfPage<'a>,
    cache: &InterpreterCache<'a>,
    settings: &InterpreterSettings,
) -> Collector {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let mut context = Context::new(
        transform,
        Rect::new(0.0, 0.0, width, height),
        cache,
        page.xref(),
        settings.clone(),
    );
    let mut collector = Collector::default();
    collector.page.height = height;
    interpret_page(page, &mut context, &mut collector);
    collector
}

/// A device that draws nothing and notes letters.
#[derive(Default)]
struct Collector {
    page: Page,
    unknown: usize,
    has_pictures: bool,
}

impl Collector {
    fn take(&mut self, glyph: &Drawn<'_>, transform: Affine) {
        let advance = match glyph {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let advance = advance.map_or(USUAL_ADVANCE, f64::from);
        let start = transform * Point::ZERO;
        let end = transform * Point::new(advance, 0.0);
        let top = transform * Point::new(0.0, 1_000.0);
        let size = (top - start).hypot();
        // Words that stand on their side are marks of the printer or of the agency.
        let is_level = (end.x - start.x) >= 2.0 * (end.y - start.y).abs();
        let is_sane = [start.x, start.y, end.x, size]
            .iter()
            .all(|value| value.is_finite() && value.abs() < 1e6);
        if !is_sane || !is_level || size < 0.5 {
            return;
        }
        let words = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(words)) => words,
            None => {
                self.unknown += 1;
                return;
            }
        };
        self.page.glyphs.push(Glyph {
            words: letters(&words),
            left: start.x,
            right: end.x,
            y: start.y,
            size,
        });
    }
}

/// Ligatures as the letters that they are made of.
fn letters(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
    out
}

impl<'a> Device<'a> for Collector {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.take(glyph, props.transform * glyph.transform());
        }
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.has_pictures = true;
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

//! The fonts that the program carries and those that the machine adds, and words as the glyphs that they are drawn with.

use std::ops::Range;
use std::sync::Arc;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use unicode_segmentation::UnicodeSegmentation as _;

use super::system::{Bytes, SystemFonts};
use crate::export::fonts;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    Sans,
    SansBold,
    Serif,
    SerifBold,
    SerifItalic,
}

impl Face {
    const ALL: [Self; 5] = [
        Self::Sans,
        Self::SansBold,
        Self::Serif,
        Self::SerifBold,
        Self::SerifItalic,
    ];

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Sans => fonts::SANS,
            Self::SansBold => fonts::SANS_BOLD,
            Self::Serif => fonts::SERIF,
            Self::SerifBold => fonts::SERIF_BOLD,
            Self::SerifItalic => fonts::SERIF_ITALIC,
        }
    }

    /// What draws the words that this face lacks a letter of.
    fn substitute(self) -> Self {
        match self {
            Self::Sans => Self::Serif,
            Self::SansBold => Self::SerifBold,
            Self::Serif | Self::SerifItalic => Self::Sans,
            Self::SerifBold => Self::SansBold,
        }
    }
}

/// One of the fonts that a document is drawn with: first the faces, then what the machine had for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FontId(usize);

/// Words as they are drawn with one font: advances and offsets are shares of the size.
#[derive(Clone, Debug)]
pub struct Shaped {
    pub font: FontId,
    /// Which of the words, in bytes.
    pub words: Range<usize>,
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
    /// Whether a letter is missing from every font.
    pub lacking: bool,
}

pub struct Fonts {
    loaded: Vec<Loaded>,
    /// Nothing where a document must not depend on the machine.
    system: Option<SystemFonts>,
}

struct Loaded {
    font: Font,
    bytes: Bytes,
    index: u32,
    data: ShaperData,
}

impl Fonts {
    /// Those of the program, and what the machine has where they do not suffice.
    pub fn load() -> Self {
        Self {
            system: Some(SystemFonts::default()),
            ..Self::own()
        }
    }

    /// Those of the program alone.
    ///
    /// # Panics
    /// If the fonts that the program was built with are damaged.
    pub fn own() -> Self {
        let loaded = Face::ALL.map(|face| {
            let bytes: Bytes = Arc::new(face.bytes());
            Loaded::new(bytes, 0).expect("the program's fonts can be read")
        });
        Self {
            loaded: loaded.into(),
            system: None,
        }
    }

    pub fn font(&self, id: FontId) -> Font {
        self.loaded[id.0].font.clone()
    }

    /// Words of one direction, in pieces of one font each. What no font has shows as boxes.
    pub fn shape(&mut self, face: Face, words: &str, leftwards: bool) -> Vec<Shaped> {
        for face in [face, face.substitute()] {
            let shaped = self.shape_in(FontId(face as usize), words, 0..words.len(), leftwards);
            if !shaped.lacking {
                return vec![shaped];
            }
        }
        let mut pieces: Vec<(FontId, Range<usize>)> = Vec::new();
        for (start, grapheme) in words.grapheme_indices(true) {
            let font = self.font_of(face, grapheme);
            let end = start + grapheme.len();
            match pieces.last_mut() {
                Some((last, range)) if *last == font => range.end = end,
                _ => pieces.push((font, start..end)),
            }
        }
        pieces
            .into_iter()
            .map(|(font, range)| self.shape_in(font, words, range, leftwards))
            .collect()
    }

    /// Words that the face surely has.
    pub fn shape_plain(&self, face: Face, words: &str) -> Shaped {
        self.shape_in(FontId(face as usize), words, 0..words.len(), false)
    }

    /// The first font that has all of a letter; the face where none has.
    fn font_of(&mut self, face: Face, grapheme: &str) -> FontId {
        let own = [face, face.substitute()].map(|face| FontId(face as usize));
        let found = (Face::ALL.len()..self.loaded.len()).map(FontId);
        let has = |id: &FontId| {
            let shaped = self.shape_in(*id, grapheme, 0..grapheme.len(), false);
            !shaped.lacking
        };
        if let Some(id) = own.into_iter().chain(found).find(has) {
            return id;
        }
        let letter = grapheme.chars().next();
        let system = self.system.as_mut();
        let Some((bytes, index)) = system.zip(letter).and_then(|(fonts, one)| fonts.find(one))
        else {
            return own[0];
        };
        let Some(loaded) = Loaded::new(bytes, index) else {
            return own[0];
        };
        let same = |other: &Loaded| {
            other.index == index && (*other.bytes).as_ref() == (*loaded.bytes).as_ref()
        };
        if let Some(known) = self.loaded.iter().position(same) {
            return FontId(known);
        }
        self.loaded.push(loaded);
        FontId(self.loaded.len() - 1)
    }

    fn shape_in(&self, font: FontId, all: &str, range: Range<usize>, leftwards: bool) -> Shaped {
        let words = all.get(range.clone()).unwrap_or_default();
        let loaded = &self.loaded[font.0];
        let Ok(reference) = FontRef::from_index((*loaded.bytes).as_ref(), loaded.index) else {
            return Shaped {
                font,
                words: range,
                glyphs: Vec::new(),
                width: 0.0,
                lacking: true,
            };
        };
        let shaper = loaded.data.shaper(&reference).build();
        let em = shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.set_direction(if leftwards {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let infos = shaped.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let end_of = |start: usize| {
            let next = starts.partition_point(|other| *other <= start);
            starts.get(next).copied().unwrap_or(words.len())
        };
        let glyphs: Vec<KrillaGlyph> = infos
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| {
                let start = info.cluster as usize;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    position.x_advance as f32 / em,
                    position.x_offset as f32 / em,
                    position.y_offset as f32 / em,
                    position.y_advance as f32 / em,
                    start..end_of(start),
                    None,
                )
            })
            .collect();
        Shaped {
            font,
            words: range,
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            lacking: infos.iter().any(|info| info.glyph_id == 0),
            glyphs,
        }
    }
}

impl Loaded {
    /// Nothing where it is no font that can be drawn with.
    fn new(bytes: Bytes, index: u32) -> Option<Self> {
        let reference = FontRef::from_index((*bytes).as_ref(), index).ok()?;
        let data = ShaperData::new(&reference);
        let font = Font::new(Arc::clone(&bytes).into(), index)?;
        Some(Self {
            font,
            bytes,
            index,
            data,
        })
    }
}

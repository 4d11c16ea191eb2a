//! The fonts that the program carries, and words as the glyphs that they are drawn with.

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};

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

/// Words as they are drawn: advances and offsets are shares of the size.
#[derive(Clone, Debug)]
pub struct Shaped {
    pub face: Face,
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
    /// Whether a letter is missing from every font.
    pub lacking: bool,
}

pub struct Fonts(Vec<Loaded>);

struct Loaded {
    font: Font,
    reference: FontRef<'static>,
    data: ShaperData,
}

impl Fonts {
    /// # Panics
    /// If the fonts that the program was built with are damaged.
    pub fn load() -> Self {
        let loaded = Face::ALL.map(|face| {
            let reference = FontRef::new(face.bytes()).expect("the program's fonts can be read");
            Loaded {
                font: Font::new(face.bytes().into(), 0).expect("the program's fonts can be read"),
                data: ShaperData::new(&reference),
                reference,
            }
        });
        Self(loaded.into())
    }

    pub fn font(&self, face: Face) -> Font {
        self.loaded(face).font.clone()
    }

    pub fn shape(&self, face: Face, words: &str) -> Shaped {
        let shaped = self.shape_in(face, words);
        if !shaped.lacking {
            return shaped;
        }
        let other = self.shape_in(face.substitute(), words);
        if other.lacking { shaped } else { other }
    }

    fn shape_in(&self, face: Face, words: &str) -> Shaped {
        let loaded = self.loaded(face);
        let shaper = loaded.data.shaper(&loaded.reference).build();
        let em = shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
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
            face,
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            lacking: infos.iter().any(|info| info.glyph_id == 0),
            glyphs,
        }
    }

    fn loaded(&self, face: Face) -> &Loaded {
        &self.0[face as usize]
    }
}

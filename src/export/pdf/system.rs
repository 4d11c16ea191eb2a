//! Fonts of the machine, for letters that the program's own fonts lack. The window finds its own in the same way.
//!
//! This is the one thing outside of a report that an export looks at: a document with such letters is the same for the
//! same report on machines with the same fonts.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use fontique::{
    Collection, CollectionOptions, FallbackKey, GenericFamily, Language, QueryFamily, QueryFont,
    QueryStatus, Script, SourceCache, SourceCacheOptions,
};
use harfrust::{FontRef, Tag};
use unicode_script::UnicodeScript as _;

const HAN: Script = Script::from_bytes(*b"Hani");

/// Fonts for Han letters differ from place to place, and each lacks letters of the others.
static HAN_PLACES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let places = ["zh-SG", "zh-TW", "ja", "ko"];
    let places = places.iter();
    places
        .filter_map(|place| Language::parse(place).ok())
        .collect()
});

/// The bytes of a font file, shared with whoever draws with it.
pub type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Looks for fonts; listing those of the machine takes a while, so it is done at the first letter that is asked for.
#[derive(Default)]
pub struct SystemFonts {
    opened: Option<(Collection, SourceCache)>,
    /// Letters that no font has.
    missing: HashSet<char>,
}

impl SystemFonts {
    /// A font file that has a letter, and which of the fonts in it.
    pub fn find(&mut self, letter: char) -> Option<(Bytes, u32)> {
        if self.missing.contains(&letter) {
            return None;
        }
        let (collection, cache) = self.opened.get_or_insert_with(|| {
            let options = CollectionOptions {
                shared: false,
                system_fonts: true,
            };
            let cache = SourceCache::new(SourceCacheOptions::default());
            (Collection::new(options), cache)
        });
        let found = keys(letter).into_iter().find_map(|key| {
            let mut found = None;
            let mut query = collection.query(cache);
            let generic = [
                GenericFamily::SansSerif,
                GenericFamily::Serif,
                GenericFamily::SystemUi,
                GenericFamily::Math,
            ];
            query.set_families(generic.map(QueryFamily::Generic));
            if let Some(key) = key {
                query.set_fallbacks(key);
            }
            query.matches_with(|font| {
                if !draws(font, letter) {
                    return QueryStatus::Continue;
                }
                found = Some(font.clone());
                QueryStatus::Stop
            });
            found
        });
        let Some(font) = found else {
            self.missing.insert(letter);
            return None;
        };
        Some((font.blob.into_raw_parts().0, font.index))
    }
}

/// What to ask the machine for: a font for the script of the letter, or any where letters of all scripts stand beside it.
fn keys(letter: char) -> Vec<Option<FallbackKey>> {
    use unicode_script::Script as Of;
    let script = letter.script();
    if matches!(script, Of::Common | Of::Inherited | Of::Unknown) {
        return vec![None];
    }
    let Ok(script) = Script::parse(script.short_name()) else {
        return vec![None];
    };
    let places: &[Language] = if script == HAN { &HAN_PLACES } else { &[] };
    let places = places
        .iter()
        .map(|place| FallbackKey::new(script, Some(place)));
    let anywhere = FallbackKey::new(script, None);
    std::iter::once(anywhere).chain(places).map(Some).collect()
}

/// Whether a font has the letter as an outline, and lets itself be part of a document.
fn draws(font: &QueryFont, letter: char) -> bool {
    let glyph = font.charmap().and_then(|charmap| charmap.map(letter));
    let Ok(reference) = FontRef::from_index(font.blob.as_ref(), font.index) else {
        return false;
    };
    let has = |tag: &[u8; 4]| reference.table_data(Tag::new(tag)).is_some();
    let outlines = has(b"glyf") || has(b"CFF ");
    let pictures = has(b"CBDT") || has(b"sbix") || has(b"COLR") || has(b"SVG ");
    glyph.is_some_and(|glyph| glyph != 0) && outlines && !pictures && may_be_embedded(&reference)
}

/// Its makers may have said that it must not leave the machine.
fn may_be_embedded(font: &FontRef<'_>) -> bool {
    /// Where the table says so, and the value that forbids it.
    const PLACE: usize = 8;
    const FORBIDDEN: u16 = 2;
    let table = font.table_data(Tag::new(b"OS/2"));
    let said = table.and_then(|table| table.read_at::<u16>(PLACE).ok());
    said.is_none_or(|said| said & 0xf != FORBIDDEN)
}

//! Rows that hold text written from right to left.
//!
//! egui shapes each run of letters of one font in its own direction, and sets the runs from left to right. Here they
//! are brought into the order of the Unicode bidirectional algorithm (UAX #9), row by row, after rows were broken.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{Glyph, PlacedRow};
use egui::{Galley, Rect, Vec2};
use unicode_bidi::{BidiClass, BidiInfo, Direction, Level, bidi_class, get_base_direction};

/// Whether a text may hold letters that run from right to left; the first of them is U+0590, D6 90 in UTF-8.
fn may_turn(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(turns)
}

/// Whether a letter runs from right to left.
fn turns(letter: char) -> bool {
    matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
}

/// Words with their brackets turned round where they run from right to left; as many bytes as before.
pub(super) fn mirrored(words: &str) -> Cow<'_, str> {
    if !may_turn(words) {
        return Cow::Borrowed(words);
    }
    let levels = BidiInfo::new(words, None).levels;
    let turned = |(at, sign): (usize, char)| match mirror(sign) {
        Some(other) if levels[at].is_rtl() => other,
        _ => sign,
    };
    Cow::Owned(words.char_indices().map(turned).collect())
}

fn mirror(sign: char) -> Option<char> {
    const PAIRS: [(char, char); 6] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
    ];
    PAIRS.iter().find_map(|&(left, right)| match sign {
        _ if sign == left => Some(right),
        _ if sign == right => Some(left),
        _ => None,
    })
}

/// A text that was set at a width, with the words of each row in the order in which they are read. What runs from right
/// to left as a whole begins at the right.
pub(super) fn in_order(galley: Arc<Galley>, width: f32) -> Arc<Galley> {
    if !may_turn(galley.text()) {
        return galley;
    }
    let base = match get_base_direction(galley.text()) {
        Direction::Rtl => Level::rtl(),
        Direction::Ltr | Direction::Mixed => Level::ltr(),
    };
    let mut galley = Galley::clone(&galley);
    for row in &mut galley.rows {
        order(row, base);
        if base.is_rtl() {
            let right = row.glyphs.iter().map(Glyph::max_x).fold(0.0, f32::max);
            row.pos.x += (width - right).max(0.0).floor();
        }
    }
    let bounds = |row: &PlacedRow| row.visuals.mesh_bounds.translate(row.pos.to_vec2());
    galley.mesh_bounds = (galley.rows.iter().map(bounds)).fold(Rect::NOTHING, Rect::union);
    galley.rect = (galley.rows.iter().map(PlacedRow::rect)).fold(galley.rect, Rect::union);
    Arc::new(galley)
}

/// Brings the words of a row into order. Its glyphs stay in the order in which they are written.
fn order(placed: &mut PlacedRow, base: Level) {
    let row = Arc::make_mut(&mut placed.row);
    let words = words(&row.glyphs);
    let mut text = String::new();
    // Where each word begins in the text.
    let mut starts = Vec::new();
    let mut written = Vec::new();
    for word in &words {
        starts.push(text.len());
        let from = written.len();
        written.extend_from_slice(&row.glyphs[word.clone()]);
        // egui has a word that runs from right to left as it is seen.
        if turned(&written[from..]) {
            written[from..].reverse();
        }
        text.extend(written[from..].iter().map(|glyph| glyph.chr));
    }
    let info = BidiInfo::new(&text, Some(base));
    let [paragraph] = info.paragraphs.as_slice() else {
        return;
    };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut x = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.x);
    for run in runs {
        let first = starts.partition_point(|start| *start < run.start);
        let last = starts.partition_point(|start| *start < run.end);
        let mut seen: Vec<usize> = (first..last).collect();
        if levels[run.start].is_rtl() {
            seen.reverse();
        }
        for word in seen.into_iter().map(|word| words[word].clone()) {
            let left = row.glyphs[word.start].pos.x;
            let right = (row.glyphs.get(word.end)).map_or(row.size.x, |next| next.pos.x);
            let shift = x - left;
            for glyph in &mut written[word] {
                glyph.pos.x += shift;
                if !glyph.uv_rect.is_nothing() {
                    let corner = glyph.first_vertex as usize;
                    for corner in &mut row.visuals.mesh.vertices[corner..corner + 4] {
                        corner.pos.x += shift;
                    }
                }
            }
            x += right - left;
        }
    }
    row.glyphs = written;
    row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
}

/// What keeps its inner order: the words that run from right to left, shaped as one, and every other glyph by itself.
fn words(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate() {
        match words.last_mut() {
            Some(word) if shaped_together(&glyphs[word.clone()], glyph) => word.end = at + 1,
            _ => words.push(at..at + 1),
        }
    }
    words
}

/// Whether a glyph belongs to the word before it: they are of one font, and some of it runs from right to left.
fn shaped_together(word: &[Glyph], next: &Glyph) -> bool {
    let face = |glyph: &Glyph| (glyph.font_face_ascent, glyph.font_face_height);
    (turned(word) || turns(next.chr)) && word.iter().all(|glyph| face(glyph) == face(next))
}

fn turned(word: &[Glyph]) -> bool {
    word.iter().any(|glyph| turns(glyph.chr))
}

/// Which of the characters of a text lies at a place, counted from the first; between two, the one read second.
pub(super) fn char_at(galley: &Galley, place: Vec2) -> usize {
    if !may_turn(galley.text()) {
        return galley.cursor_from_pos(place).index.0;
    }
    let outside = |from: f32, at: f32, to: f32| (from - at).max(at - to).max(0.0);
    let mut start = 0;
    let mut nearest = (f32::INFINITY, 0);
    for row in &galley.rows {
        let away = outside(row.min_y(), place.y, row.max_y());
        if away < nearest.0 {
            nearest = (away, start + column_at(row, place.x - row.pos.x));
        }
        start += row.char_count_including_newline().0;
    }
    nearest.1
}

fn column_at(row: &PlacedRow, x: f32) -> usize {
    let away = |glyph: &Glyph| (glyph.pos.x - x).max(x - glyph.max_x()).max(0.0);
    let glyphs = row.glyphs.iter().enumerate();
    let nearest = glyphs.min_by(|(_, one), (_, other)| away(one).total_cmp(&away(other)));
    nearest.map_or(0, |(column, glyph)| {
        let right_half = x > f32::midpoint(glyph.pos.x, glyph.max_x());
        column + usize::from(right_half != turns(glyph.chr))
    })
}

#[cfg(test)]
mod tests {
    use egui::text::LayoutJob;
    use egui::{Color32, Context, RawInput, TextFormat};

    use super::*;
    use crate::app::theme;

    /// A row as egui sets it: each Hebrew word by itself in a font of its own, and turned round. No font that ships
    /// has these letters, so Latin ones take their room.
    fn row(text: &str) -> PlacedRow {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut job = LayoutJob::default();
        for letter in text.chars() {
            let (font, letter) = if turns(letter) {
                (theme::sans(16.0), 'x')
            } else {
                (theme::serif(16.0), letter)
            };
            let format = TextFormat::simple(font, Color32::BLACK);
            job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format);
        }
        let mut galley = None;
        let output = ctx.run_ui(RawInput::default(), |ui| {
            galley = Some(ui.fonts_mut(|fonts| fonts.layout_job(job.clone())));
        });
        output.drop_without_applying_deltas();
        let mut row = galley.expect("the text was set").rows[0].clone();
        let letters: Vec<char> = text.chars().collect();
        let turned = letters.chunk_by(|one, next| turns(*one) && turns(*next));
        let letters = turned.flat_map(|word| word.iter().rev());
        for (glyph, letter) in Arc::make_mut(&mut row.row).glyphs.iter_mut().zip(letters) {
            glyph.chr = *letter;
        }
        row
    }

    /// The letters from left to right.
    fn seen(row: &PlacedRow) -> String {
        let mut glyphs: Vec<&Glyph> = row.glyphs.iter().collect();
        glyphs.sort_by(|one, other| one.pos.x.total_cmp(&other.pos.x));
        glyphs.iter().map(|glyph| glyph.chr).collect()
    }

    fn ordered(text: &str, base: Level) -> PlacedRow {
        let mut row = row(text);
        order(&mut row, base);
        row
    }

    #[test]
    fn words_run_from_right_to_left_and_numbers_from_left_to_right() {
        let row = ordered("אבג 12 דה.", Level::rtl());
        assert_eq!(seen(&row), ".הד 12 גבא");
        let written: String = row.glyphs.iter().map(|glyph| glyph.chr).collect();
        assert_eq!(written, "אבג 12 דה.", "a character keeps its place");
    }

    #[test]
    fn a_name_within_another_script_keeps_its_direction() {
        assert_eq!(
            seen(&ordered("אב Ana Ruiz גד", Level::rtl())),
            "דג Ana Ruiz בא"
        );
        assert_eq!(
            seen(&ordered("said אב גד twice", Level::ltr())),
            "said דג בא twice"
        );
    }

    #[test]
    fn letters_move_with_their_shapes_and_cover_the_same_room() {
        let before = row("אבג 12 דה.");
        let after = ordered("אבג 12 דה.", Level::rtl());
        let span = |row: &PlacedRow| {
            let left = row
                .glyphs
                .iter()
                .map(|glyph| glyph.pos.x)
                .fold(f32::INFINITY, f32::min);
            (
                left,
                row.glyphs.iter().map(Glyph::max_x).fold(0.0, f32::max),
            )
        };
        assert_eq!(span(&before).0, span(&after).0);
        assert!((span(&before).1 - span(&after).1).abs() < 1.0);
        for glyph in after
            .glyphs
            .iter()
            .filter(|glyph| !glyph.uv_rect.is_nothing())
        {
            let corner = after.visuals.mesh.vertices[glyph.first_vertex as usize]
                .pos
                .x;
            assert!(
                (corner - glyph.pos.x).abs() < 4.0,
                "{:?} at {corner}",
                glyph.pos
            );
        }
    }

    #[test]
    fn the_letter_under_the_pointer_is_found_by_how_it_is_seen() {
        let row = ordered("אבג 12", Level::rtl());
        let first = row.glyphs[0].max_x();
        assert_eq!(
            column_at(&row, first - 1.0),
            0,
            "the right edge of the first letter"
        );
        assert_eq!(
            column_at(&row, row.glyphs[2].pos.x + 1.0),
            3,
            "the left edge of the third"
        );
    }

    #[test]
    fn brackets_turn_with_their_words() {
        assert_eq!(mirrored("(אב)"), ")אב(");
        assert_eq!(mirrored("«אב» [גד]").len(), "«אב» [גד]".len());
        assert!(matches!(mirrored("(ab) “c”"), Cow::Borrowed(_)));
    }
}

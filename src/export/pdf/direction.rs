//! Which way words run, by the rules of Unicode: Arabic and Hebrew from the right, and numbers in them from the left.

use unicode_bidi::{BidiInfo, Level};

use super::super::paper::Run;
use super::lines::Line;

/// The ways of the runs of a paragraph. Nothing is kept where all of them run from the left.
pub struct Directions {
    /// By byte of the words of all runs.
    levels: Vec<Level>,
    /// Where each of the paragraph's own paragraphs ends, and its way.
    bases: Vec<(usize, Level)>,
}

impl Directions {
    pub fn of(runs: &[Run]) -> Self {
        /// No script before it runs from the right.
        const FIRST: char = '\u{590}';
        let none = Self {
            levels: Vec::new(),
            bases: Vec::new(),
        };
        if runs
            .iter()
            .all(|run| run.words.chars().all(|letter| letter < FIRST))
        {
            return none;
        }
        let words: String = runs.iter().map(|run| run.words.as_str()).collect();
        let info = BidiInfo::new(&words, None);
        if !info.has_rtl() {
            return none;
        }
        // Line breaks are counted out: no line holds them.
        let mut breaks = 0;
        let bases = info.paragraphs.iter().map(|paragraph| {
            let inside = words.get(paragraph.range.clone()).unwrap_or_default();
            breaks += inside.matches('\n').count();
            (paragraph.range.end - breaks, paragraph.level)
        });
        let bases = bases.collect();
        Self {
            levels: info.levels,
            bases,
        }
    }

    /// Words that begin at a byte, cut where the way changes.
    pub fn split<'a>(&self, words: &'a str, at: usize) -> impl Iterator<Item = (&'a str, Level)> {
        let level = |byte: usize| {
            self.levels
                .get(at + byte)
                .copied()
                .unwrap_or_else(Level::ltr)
        };
        let mut cuts: Vec<usize> = (words.char_indices().map(|(byte, _)| byte))
            .filter(|byte| *byte > 0 && level(*byte) != level(byte - 1))
            .collect();
        cuts.insert(0, 0);
        cuts.push(words.len());
        let pieces: Vec<(&str, Level)> = (cuts.windows(2))
            .filter_map(|cut| Some((words.get(cut[0]..cut[1])?, level(cut[0]))))
            .collect();
        pieces.into_iter()
    }

    /// The way of the paragraph in which a byte stands, line breaks not counted.
    pub fn base(&self, byte: usize) -> Level {
        let mut bases = self.bases.iter();
        let base = bases
            .find(|(end, _)| byte < *end)
            .or_else(|| self.bases.last());
        base.map_or_else(Level::ltr, |(_, level)| *level)
    }
}

/// Puts the pieces of a line where they stand; a line of a paragraph that runs from the right ends at its left.
pub fn order(line: &mut Line, base: Level, width: f32) {
    if base.is_ltr() && line.pieces.iter().all(|piece| piece.level == base) {
        return;
    }
    let mut levels: Vec<Level> = line.pieces.iter().map(|piece| piece.level).collect();
    let blank = |index: &usize| line.pieces[*index].words.trim().is_empty();
    for index in (0..levels.len()).rev().take_while(blank) {
        levels[index] = base;
    }
    let mut x = if base.is_rtl() {
        width - line.width
    } else {
        0.0
    };
    for index in BidiInfo::reorder_visual(&levels) {
        let piece = &mut line.pieces[index];
        piece.x = x;
        x += piece.width;
    }
}

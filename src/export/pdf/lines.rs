//! Runs of text broken into lines of a width.

use std::collections::HashMap;

use krilla::text::KrillaGlyph;
use unicode_bidi::Level;
use unicode_segmentation::UnicodeSegmentation as _;

use super::super::paper::{Link, Look, Run};
use super::direction::{self, Directions};
use super::fonts::{Face, FontId, Fonts, Shaped};

/// One line. Its pieces stand in the order in which they are read, which need not be from left to right.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
    pub width: f32,
}

/// Words of one line that look alike.
#[derive(Clone, Debug)]
pub struct Piece {
    pub font: FontId,
    pub words: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub x: f32,
    pub width: f32,
    pub look: Look,
    pub link: Option<Link>,
    pub id: Option<String>,
    /// Which way its words run, and those around it.
    pub level: Level,
    /// The run that it is of.
    run: usize,
}

/// Breaks lines; remembers how words are drawn.
pub struct Setter {
    pub fonts: Fonts,
    shaped: HashMap<(Face, bool, String), Vec<Shaped>>,
    /// Whether a letter was missing from every font.
    pub lacking: bool,
}

/// What may not be broken: parts of words that touch.
#[derive(Default)]
struct Cluster<'a> {
    parts: Vec<Part<'a>>,
    /// The line ends behind it.
    ends: bool,
}

/// Words of one run and one direction.
#[derive(Clone, Copy)]
struct Part<'a> {
    run: usize,
    words: &'a str,
    level: Level,
}

impl Setter {
    pub fn new(fonts: Fonts) -> Self {
        Self {
            fonts,
            shaped: HashMap::new(),
            lacking: false,
        }
    }

    /// Breaks runs into lines. `faces` is how plain, strong and emphasized words are drawn.
    pub fn lines(&mut self, runs: &[Run], faces: [Face; 3], size: f32, width: f32) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        let directions = Directions::of(runs);
        for cluster in clusters(runs, &directions) {
            self.place(&mut lines, &cluster, runs, faces, size, width);
            if cluster.ends {
                lines.push(Line::default());
            }
        }
        if lines.last().is_some_and(|line| line.pieces.is_empty()) && lines.len() > 1 {
            lines.pop();
        }
        let mut read = 0;
        for line in &mut lines {
            direction::order(line, directions.base(read), width);
            read += line
                .pieces
                .iter()
                .map(|piece| piece.words.len())
                .sum::<usize>();
        }
        lines
    }

    fn place(
        &mut self,
        lines: &mut Vec<Line>,
        cluster: &Cluster<'_>,
        runs: &[Run],
        faces: [Face; 3],
        size: f32,
        width: f32,
    ) {
        let shaped: Vec<Vec<Shaped>> = (cluster.parts.iter())
            .map(|part| self.shape(face(&runs[part.run], faces), part.words, part.level))
            .collect();
        // White space at the end of a line may hang over.
        let hanging = cluster.parts.last().map_or(0.0, |part| {
            let bare = part.words.trim_end();
            let hanging = part.words.strip_prefix(bare).unwrap_or_default();
            let hanging = self.shape(face(&runs[part.run], faces), hanging, part.level);
            hanging.iter().map(|piece| piece.width).sum()
        });
        let whole: f32 = shaped.iter().flatten().map(|piece| piece.width).sum();
        let needed = (whole - hanging) * size;
        let taken = lines.last().map_or(0.0, |line| line.width);
        if taken > 0.0 && taken + needed > width {
            lines.push(Line::default());
        }
        if needed <= width {
            for (part, shaped) in cluster.parts.iter().zip(shaped) {
                push(lines, &runs[part.run], *part, shaped, size);
            }
            return;
        }
        // Longer than a whole line: broken wherever it must be.
        for part in &cluster.parts {
            for words in part.words.graphemes(true) {
                let shaped = self.shape(face(&runs[part.run], faces), words, part.level);
                let needed: f32 = shaped.iter().map(|piece| piece.width).sum();
                let taken = lines.last().map_or(0.0, |line| line.width);
                if taken > 0.0 && taken + needed * size > width {
                    lines.push(Line::default());
                }
                let part = Part { words, ..*part };
                push(lines, &runs[part.run], part, shaped, size);
            }
        }
    }

    fn shape(&mut self, face: Face, words: &str, level: Level) -> Vec<Shaped> {
        let key = (face, level.is_rtl(), words.to_owned());
        if let Some(shaped) = self.shaped.get(&key) {
            return shaped.clone();
        }
        let shaped = self.fonts.shape(face, words, level.is_rtl());
        self.lacking |= shaped.iter().any(|piece| piece.lacking);
        self.shaped.insert(key, shaped.clone());
        shaped
    }
}

fn face(run: &Run, [plain, strong, emphasis]: [Face; 3]) -> Face {
    if run.look.strong || run.look.badge {
        strong
    } else if run.look.emphasis {
        emphasis
    } else {
        plain
    }
}

/// Where a line may end: behind white space, and inside addresses and compounds.
fn clusters<'a>(runs: &'a [Run], directions: &Directions) -> Vec<Cluster<'a>> {
    const ENDS: [char; 7] = [' ', '\t', '-', '/', '–', '—', '\u{3000}'];
    let mut clusters = vec![Cluster::default()];
    let mut at = 0;
    for (run, words) in runs.iter().map(|run| &run.words).enumerate() {
        let mut paragraphs = words.split('\n').peekable();
        while let Some(words) = paragraphs.next() {
            for part in words.split_inclusive(ENDS) {
                if let Some(cluster) = clusters.last_mut() {
                    let parts = directions.split(part, at);
                    let parts = parts.map(|(words, level)| Part { run, words, level });
                    cluster.parts.extend(parts);
                }
                at += part.len();
                if part.ends_with(ENDS) {
                    clusters.push(Cluster::default());
                }
            }
            if paragraphs.peek().is_some() {
                at += 1;
                if let Some(cluster) = clusters.last_mut() {
                    cluster.ends = true;
                }
                clusters.push(Cluster::default());
            }
        }
    }
    clusters
}

/// Puts words at the end of the last line, as part of the piece there where they are of the same run, font and way.
fn push(lines: &mut [Line], run: &Run, part: Part<'_>, shaped: Vec<Shaped>, size: f32) {
    let Some(line) = lines.last_mut() else {
        return;
    };
    for shaped in shaped {
        let words = part.words.get(shaped.words).unwrap_or_default();
        let width = shaped.width * size;
        let joins = |piece: &&mut Piece| {
            piece.run == part.run
                && piece.font == shaped.font
                && piece.level == part.level
                && part.level.is_ltr()
        };
        match line.pieces.last_mut().filter(joins) {
            Some(piece) => {
                let from = piece.words.len();
                piece.words.push_str(words);
                let moved = shaped.glyphs.into_iter().map(|mut glyph| {
                    glyph.text_range = glyph.text_range.start + from..glyph.text_range.end + from;
                    glyph
                });
                piece.glyphs.extend(moved);
                piece.width += width;
            }
            None => line.pieces.push(Piece {
                font: shaped.font,
                words: words.to_owned(),
                glyphs: shaped.glyphs,
                x: line.width,
                width,
                look: run.look,
                link: run.link.clone(),
                id: run.id.clone(),
                level: part.level,
                run: part.run,
            }),
        }
        line.width += width;
    }
}

//! Runs of text broken into lines of a width.

use std::collections::HashMap;

use krilla::text::KrillaGlyph;
use unicode_segmentation::UnicodeSegmentation as _;

use super::super::paper::{Link, Look, Run};
use super::fonts::{Face, Fonts, Shaped};

/// One line, from left to right.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
    width: f32,
}

/// Words of one line that look alike.
#[derive(Clone, Debug)]
pub struct Piece {
    pub face: Face,
    pub words: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub x: f32,
    pub width: f32,
    pub look: Look,
    pub link: Option<Link>,
    pub id: Option<String>,
    /// The run that it is of.
    run: usize,
}

/// Breaks lines; remembers how words are drawn.
pub struct Setter {
    pub fonts: Fonts,
    shaped: HashMap<(Face, String), Shaped>,
    /// Whether a letter was missing from every font.
    pub lacking: bool,
}

/// What may not be broken: parts of words that touch.
#[derive(Default)]
struct Cluster<'a> {
    parts: Vec<(usize, &'a str)>,
    /// The line ends behind it.
    ends: bool,
}

impl Setter {
    pub fn new() -> Self {
        Self {
            fonts: Fonts::load(),
            shaped: HashMap::new(),
            lacking: false,
        }
    }

    /// Breaks runs into lines. `faces` is how plain, strong and emphasized words are drawn.
    pub fn lines(&mut self, runs: &[Run], faces: [Face; 3], size: f32, width: f32) -> Vec<Line> {
        let mut lines = vec![Line::default()];
        for cluster in clusters(runs) {
            self.place(&mut lines, &cluster, runs, faces, size, width);
            if cluster.ends {
                lines.push(Line::default());
            }
        }
        if lines.last().is_some_and(|line| line.pieces.is_empty()) && lines.len() > 1 {
            lines.pop();
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
        let shaped: Vec<Shaped> = cluster
            .parts
            .iter()
            .map(|(run, words)| self.shape(face(&runs[*run], faces), words))
            .collect();
        // White space at the end of a line may hang over.
        let hanging = cluster.parts.last().map_or(0.0, |(run, words)| {
            let bare = words.trim_end();
            let hanging = words.strip_prefix(bare).unwrap_or_default();
            self.shape(face(&runs[*run], faces), hanging).width
        });
        let needed = (shaped.iter().map(|part| part.width).sum::<f32>() - hanging) * size;
        let taken = lines.last().map_or(0.0, |line| line.width);
        if taken > 0.0 && taken + needed > width {
            lines.push(Line::default());
        }
        if needed <= width {
            for ((run, words), shaped) in cluster.parts.iter().zip(shaped) {
                push(lines, *run, &runs[*run], words, shaped, size);
            }
            return;
        }
        // Longer than a whole line: broken wherever it must be.
        for (run, words) in &cluster.parts {
            for grapheme in words.graphemes(true) {
                let shaped = self.shape(face(&runs[*run], faces), grapheme);
                let taken = lines.last().map_or(0.0, |line| line.width);
                if taken > 0.0 && taken + shaped.width * size > width {
                    lines.push(Line::default());
                }
                push(lines, *run, &runs[*run], grapheme, shaped, size);
            }
        }
    }

    fn shape(&mut self, face: Face, words: &str) -> Shaped {
        let key = (face, words.to_owned());
        if let Some(shaped) = self.shaped.get(&key) {
            return shaped.clone();
        }
        let shaped = self.fonts.shape(face, words);
        self.lacking |= shaped.lacking;
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
fn clusters(runs: &[Run]) -> Vec<Cluster<'_>> {
    let mut clusters = vec![Cluster::default()];
    for (index, run) in runs.iter().enumerate() {
        let mut paragraphs = run.words.split('\n').peekable();
        while let Some(words) = paragraphs.next() {
            for part in words.split_inclusive([' ', '\t', '-', '/', '–', '—', '\u{3000}']) {
                if let Some(cluster) = clusters.last_mut() {
                    cluster.parts.push((index, part));
                }
                if part.ends_with([' ', '\t', '-', '/', '–', '—', '\u{3000}']) {
                    clusters.push(Cluster::default());
                }
            }
            if paragraphs.peek().is_some() {
                if let Some(cluster) = clusters.last_mut() {
                    cluster.ends = true;
                }
                clusters.push(Cluster::default());
            }
        }
    }
    clusters
}

/// Puts words at the end of the last line, as part of the piece there where they are of the same run and face.
fn push(lines: &mut [Line], index: usize, run: &Run, words: &str, shaped: Shaped, size: f32) {
    let Some(line) = lines.last_mut() else {
        return;
    };
    let width = shaped.width * size;
    let joins = |piece: &&mut Piece| piece.run == index && piece.face == shaped.face;
    match line.pieces.last_mut().filter(joins) {
        Some(piece) => {
            let from = piece.words.len();
            piece.words.push_str(words);
            piece
                .glyphs
                .extend(shaped.glyphs.into_iter().map(|mut glyph| {
                    glyph.text_range = glyph.text_range.start + from..glyph.text_range.end + from;
                    glyph
                }));
            piece.width += width;
        }
        None => line.pieces.push(Piece {
            face: shaped.face,
            words: words.to_owned(),
            glyphs: shaped.glyphs,
            x: line.width,
            width,
            look: run.look,
            link: run.link.clone(),
            id: run.id.clone(),
            run: index,
        }),
    }
    line.width += width;
}

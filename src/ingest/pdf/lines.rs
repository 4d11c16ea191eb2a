//! Letters as lines, and columns one after the other.

use std::cmp::Reverse;

use super::glyphs::{Glyph, Page};

/// A gap wider than this part of the size of the letters is a space, and one wider than that parts columns.
const SPACE: f64 = 0.16;
const GUTTER: f64 = 1.0;

/// A column has this many lines, each about this many letters wide.
const FEWEST_LINES: usize = 4;
const NARROWEST: f64 = 6.0;

/// Pages have no more columns than twice this power.
const MOST_CUTS: usize = 4;

/// How many slices a page is cut into, to look for the white between columns.
const SLICES: usize = 400;

/// A line of one column.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub words: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
    /// The height of its page.
    pub page_height: f64,
    /// The edges of the column that it stands in, and the number of that column on its page.
    pub column: (f64, f64),
    pub column_number: usize,
}

/// The lines of a page in the order of reading.
pub(super) fn of_page(page: Page) -> Vec<Line> {
    let height = page.height;
    let mut columns = Vec::new();
    order(segments(page.glyphs, height), MOST_CUTS, &mut columns);
    let mut lines = Vec::new();
    for (number, column) in columns.into_iter().enumerate() {
        let left = column.iter().map(|line| line.left).fold(f64::MAX, f64::min);
        let right = column
            .iter()
            .map(|line| line.right)
            .fold(f64::MIN, f64::max);
        lines.extend(column.into_iter().map(|line| Line {
            column: (left, right),
            column_number: number,
            ..line
        }));
    }
    lines
}

/// Stretches of letters on one baseline without a wide gap, from the top.
fn segments(mut glyphs: Vec<Glyph>, page_height: f64) -> Vec<Line> {
    glyphs.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut segments = Vec::new();
    let mut rest = glyphs.as_mut_slice();
    while let Some(first) = rest.first() {
        let (y, mut size) = (first.y, first.size);
        let mut end = 0;
        // Raised figures and the like belong to the line of the larger letters.
        while let Some(glyph) = rest.get(end)
            && glyph.y - y <= 0.4 * size.max(glyph.size)
        {
            size = size.max(glyph.size);
            end += 1;
        }
        let (line, others) = rest.split_at_mut(end.max(1));
        line.sort_by(|one, other| one.left.total_cmp(&other.left));
        cut_at_gaps(line, page_height, &mut segments);
        rest = others;
    }
    segments
}

fn cut_at_gaps(glyphs: &[Glyph], page_height: f64, segments: &mut Vec<Line>) {
    let mut at_hand: Option<Line> = None;
    let mut last: Option<&Glyph> = None;
    // Where a space was drawn since the last letter.
    let mut space: Option<f64> = None;
    for glyph in glyphs {
        // Fat letters are sometimes made by drawing them twice.
        if last.is_some_and(|last| {
            last.words == glyph.words && (last.left - glyph.left).abs() < 0.12 * glyph.size
        }) {
            continue;
        }
        last = Some(glyph);
        if glyph.words.trim().is_empty() {
            space = space.or(Some(glyph.left));
            continue;
        }
        // Browsers draw a space that takes no room where a word may be cut.
        let is_apart = space
            .take()
            .is_some_and(|left| glyph.left > left + 0.05 * glyph.size);
        let gap = at_hand.as_ref().map_or(0.0, |line| glyph.left - line.right);
        if gap > GUTTER * glyph.size {
            segments.extend(at_hand.take());
        }
        match &mut at_hand {
            Some(line) => {
                if is_apart || gap > SPACE * glyph.size {
                    line.words.push(' ');
                }
                line.words.push_str(&glyph.words);
                line.right = line.right.max(glyph.right);
                if glyph.size > line.size {
                    line.size = glyph.size;
                    line.y = glyph.y;
                }
            }
            None => {
                at_hand = Some(Line {
                    words: glyph.words.clone(),
                    left: glyph.left,
                    right: glyph.right,
                    y: glyph.y,
                    size: glyph.size,
                    page_height,
                    column: (0.0, 0.0),
                    column_number: 0,
                });
            }
        }
    }
    segments.extend(at_hand);
}

/// Puts columns one after the other. A line across the white between them, such as a headline, ends what is above it.
fn order(segments: Vec<Line>, cuts: usize, columns: &mut Vec<Vec<Line>>) {
    let Some(gutter) = gutter(&segments).filter(|_| cuts > 0) else {
        let lines = join(segments);
        if !lines.is_empty() {
            columns.push(lines);
        }
        return;
    };
    let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for segment in segments {
        if segment.left < gutter && segment.right > gutter {
            order_sides(&mut left, &mut right, cuts, columns);
            across.push(segment);
        } else {
            if !across.is_empty() {
                columns.push(join(std::mem::take(&mut across)));
            }
            if segment.right <= gutter {
                left.push(segment);
            } else {
                right.push(segment);
            }
        }
    }
    order_sides(&mut left, &mut right, cuts, columns);
    if !across.is_empty() {
        columns.push(join(across));
    }
}

fn order_sides(
    left: &mut Vec<Line>,
    right: &mut Vec<Line>,
    cuts: usize,
    columns: &mut Vec<Vec<Line>>,
) {
    for side in [left, right] {
        if !side.is_empty() {
            order(std::mem::take(side), cuts - 1, columns);
        }
    }
}

/// Where the white between two columns lies, if there are two.
fn gutter(segments: &[Line]) -> Option<f64> {
    if segments.len() < 2 * FEWEST_LINES {
        return None;
    }
    let left = segments
        .iter()
        .map(|line| line.left)
        .fold(f64::MAX, f64::min);
    let right = segments
        .iter()
        .map(|line| line.right)
        .fold(f64::MIN, f64::max);
    let slice = (right - left) / SLICES as f64;
    if slice <= 0.0 {
        return None;
    }
    // How many more segments lie in a slice than in the one before.
    let mut steps = vec![0_isize; SLICES + 1];
    for line in segments {
        let from = ((line.left - left) / slice).floor() as usize;
        let to = ((line.right - left) / slice).ceil() as usize;
        steps[from.min(SLICES)] += 1;
        steps[to.min(SLICES)] -= 1;
    }
    let most_across = (segments.len() / 5).cast_signed();
    let mut covered = 0;
    // The fewest lines across it, then the widest.
    let mut best: Option<(isize, Reverse<usize>, usize)> = None;
    let mut start: Option<(usize, isize)> = None;
    for (position, step) in steps.iter().enumerate() {
        covered += step;
        if (start.is_some_and(|(_, level)| level != covered) || covered > most_across)
            && let Some((from, level)) = start.take()
        {
            let middle = left + slice * (from + position) as f64 / 2.0;
            let found = (level, Reverse(position - from), from + position);
            if best.is_none_or(|best| found < best) && parts_columns(segments, middle) {
                best = Some(found);
            }
        }
        if start.is_none() && covered <= most_across && position > 0 && position < SLICES {
            start = Some((position, covered));
        }
    }
    best.map(|(_, _, twice)| left + slice * twice as f64 / 2.0)
}

/// Whether running text stands on both sides, beside one another.
fn parts_columns(segments: &[Line], middle: f64) -> bool {
    let sides = [
        segments
            .iter()
            .filter(|line| line.right <= middle)
            .collect::<Vec<_>>(),
        segments.iter().filter(|line| line.left >= middle).collect(),
    ];
    let is_column = |side: &[&Line]| {
        let wide = side
            .iter()
            .filter(|line| line.right - line.left >= NARROWEST * line.size)
            .count();
        side.len() >= FEWEST_LINES && wide * 3 >= side.len() * 2
    };
    let top = |side: &[&Line]| side.iter().map(|line| line.y).fold(f64::MAX, f64::min);
    let bottom = |side: &[&Line]| side.iter().map(|line| line.y).fold(f64::MIN, f64::max);
    let [one, other] = &sides;
    is_column(one) && is_column(other) && top(one) < bottom(other) && top(other) < bottom(one)
}

/// Lines of one column: what stands on one baseline belongs together.
fn join(segments: Vec<Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for segment in segments {
        if let Some(last) = lines.last_mut()
            && (segment.y - last.y).abs() < 0.4 * last.size
            && segment.left >= last.right
        {
            last.words.push(' ');
            last.words.push_str(&segment.words);
            last.right = segment.right;
            last.size = last.size.max(segment.size);
        } else {
            lines.push(segment);
        }
    }
    lines
}

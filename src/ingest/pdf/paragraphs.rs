//! Lines as paragraphs, without the hyphens that only end a line.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;
use crate::ingest::draft::{Piece, squeeze};
use crate::ingest::headings::is_heading;
use crate::ingest::lines::{ends_sentence, is_list_item};
use crate::model::BlockKind;

/// Letters that are larger than those of the text by this factor make a heading, and by that a title.
const HEADING: f64 = 1.12;
const TITLE: f64 = 1.3;

/// Headings are not longer, in bytes.
const LONGEST_HEADING: usize = 250;

/// Running text is longer, in bytes.
const SHORTEST_TEXT: usize = 80;

/// Lines farther apart than this, as a multiple of the usual, lie in different paragraphs.
const WIDE: f64 = 1.35;

/// A paragraph so far.
struct Paragraph {
    words: String,
    size: f64,
    page: usize,
}

/// The title, and the pieces of all pages.
pub(super) fn of_pages(pages: &[Vec<Line>]) -> (Option<String>, Vec<Piece>) {
    let body = usual_size(pages);
    let paragraphs = join(pages, body);
    let title_at = paragraphs
        .iter()
        .enumerate()
        .take_while(|(_, paragraph)| paragraph.page == 0 && !is_running_text(&paragraph.words))
        .filter(|(_, paragraph)| {
            paragraph.size >= TITLE * body
                && paragraph.words.len() <= LONGEST_HEADING
                && paragraph.words.contains(' ')
        })
        .max_by(|(one_at, one), (other_at, other)| {
            one.size.total_cmp(&other.size).then(other_at.cmp(one_at))
        })
        .map(|(position, _)| position);
    let mut title = None;
    let mut pieces = Vec::new();
    for (position, paragraph) in paragraphs.iter().enumerate() {
        let text = squeeze(&paragraph.words);
        if text.is_empty() {
            continue;
        }
        let next = paragraphs.get(position + 1).map(|next| next.words.as_str());
        let is_large = paragraph.size >= HEADING * body && text.len() <= LONGEST_HEADING;
        let kind = if is_list_item(&text) || text.starts_with('•') {
            BlockKind::ListItem
        } else if is_large || is_heading(&text, next, true) && position > 0 {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        if title_at == Some(position) {
            title = Some(text);
        } else {
            pieces.push(Piece::new(kind, text));
        }
    }
    (title, pieces)
}

/// A title stands above the text.
fn is_running_text(words: &str) -> bool {
    words.len() > SHORTEST_TEXT && ends_sentence(words.trim_end())
}

/// The size of most letters.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *counts.entry(tenths(line.size)).or_default() += line.words.len();
    }
    counts
        .into_iter()
        .max_by_key(|&(_, count)| count)
        .map_or(1.0, |(size, _)| size as f64 / 10.0)
}

/// The distance of most lines that follow one another in letters of the usual size.
fn usual_distance(pages: &[Vec<Line>], body: f64) -> f64 {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for page in pages {
        for pair in page.windows(2) {
            let [above, below] = pair else { continue };
            let distance = below.y - above.y;
            if above.column_number == below.column_number
                && same_size(above.size, body)
                && distance > 0.5 * body
                && distance < 3.0 * body
            {
                *counts.entry(tenths(distance)).or_default() += 1;
            }
        }
    }
    counts
        .into_iter()
        .max_by_key(|&(_, count)| count)
        .map_or(1.2 * body, |(distance, _)| distance as f64 / 10.0)
}

fn tenths(value: f64) -> u64 {
    (value * 10.0).round() as u64
}

fn same_size(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.08 * one.max(other)
}

fn join(pages: &[Vec<Line>], body: f64) -> Vec<Paragraph> {
    let distance = usual_distance(pages, body);
    let compounds = compounds(pages);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut last: Option<(usize, &Line)> = None;
    for (number, page) in pages.iter().enumerate() {
        for (position, line) in page.iter().enumerate() {
            let goes_on = last.is_some_and(|(last_page, above)| {
                let next = page.get(position + 1);
                let beside = last_page != number || above.column_number != line.column_number;
                same_size(above.size, line.size)
                    && !is_list_item(line.words.trim())
                    && !line.words.trim_start().starts_with('•')
                    && if beside {
                        goes_on_elsewhere(above, line)
                    } else {
                        goes_on_below(above, line, next, distance * line.size / body)
                    }
            });
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(paragraph) => append(&mut paragraph.words, &line.words, &compounds),
                None => paragraphs.push(Paragraph {
                    words: line.words.clone(),
                    size: line.size,
                    page: number,
                }),
            }
            last = Some((number, line));
        }
    }
    paragraphs
}

/// Whether a line goes on with the paragraph of the one above it.
fn goes_on_below(above: &Line, line: &Line, next: Option<&Line>, distance: f64) -> bool {
    let gap = line.y - above.y;
    if gap > WIDE * distance || gap < 0.0 {
        return false;
    }
    let size = line.size;
    let is_indented = line.left > above.left + 0.7 * size
        && next.is_none_or(|next| {
            next.left < line.left - 0.7 * size || next.column_number != line.column_number
        });
    let is_cut_short = above.right < line.column.1 - 4.0 * size;
    let ends = ends_sentence(above.words.trim_end());
    // An indented line begins a paragraph; a line that stops short ends one, where a sentence ends with it.
    !(is_indented && (ends || above.left <= above.column.0 + 0.3 * size)) && !(is_cut_short && ends)
}

/// Whether a line at the top of a column or a page goes on with the last of the one before.
fn goes_on_elsewhere(above: &Line, line: &Line) -> bool {
    let ends = ends_sentence(above.words.trim_end());
    let is_indented = line.left > line.column.0 + 0.7 * line.size;
    let is_full = above.right >= above.column.1 - 1.5 * above.size;
    let is_small = line.words.trim_start().starts_with(char::is_lowercase);
    !is_indented && (is_small || !ends && is_full)
}

/// Words with a hyphen inside of a line: there it belongs to the word.
fn compounds(pages: &[Vec<Line>]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in pages.iter().flatten() {
        for word in line.words.split_whitespace() {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            if word.contains('-') {
                found.insert(word.to_lowercase());
            }
        }
    }
    found
}

fn append(words: &mut String, line: &str, compounds: &BTreeSet<String>) {
    let line = line.trim();
    words.truncate(words.trim_end().len());
    let before = words.chars().rev().nth(1);
    let is_cut =
        words.ends_with(['-', '\u{AD}', '\u{2010}']) && before.is_some_and(char::is_alphabetic);
    if !is_cut {
        words.push(' ');
    } else if line.starts_with(char::is_lowercase) {
        let first = words.split_whitespace().next_back().unwrap_or_default();
        let second = line.split_whitespace().next().unwrap_or_default();
        let whole = format!("{first}{second}").to_lowercase();
        let whole = whole.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !compounds.contains(whole) {
            words.pop();
        }
    }
    words.push_str(line);
}

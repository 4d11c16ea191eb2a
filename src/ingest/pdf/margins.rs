//! What stands above and below the text of every page: running heads, and page numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::lines::Line;
use crate::ingest::draft::squeeze;

/// How many lines from the top and from the bottom may belong to the margin.
const LINES: usize = 2;

/// The part of the height of a page that its margins take.
const MARGIN: f64 = 0.12;

/// The part of it that only browsers write into.
const EDGE: f64 = 0.05;

/// Browsers print day, time and title above a page, and below it its address and the number of the sheet.
static PRINTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}\b|(?:https?|file)://\S+(?: \d+/\d+)?$)",
    )
    .expect("the pattern is fixed")
});

/// Takes them out of the pages, each with the reason.
pub(super) fn take(pages: &mut [Vec<Line>]) -> Vec<(String, &'static str)> {
    let mut seen = Seen::new();
    for (number, page) in pages.iter().enumerate() {
        for position in at_edges(page) {
            seen.entry(look(&page[position]))
                .or_default()
                .insert(number);
        }
    }
    let count = pages.len();
    let mut dropped = Vec::new();
    for page in pages {
        let edges = at_edges(page);
        let mut kept = Vec::with_capacity(page.len());
        for (position, line) in std::mem::take(page).into_iter().enumerate() {
            let reason = edges
                .contains(&position)
                .then(|| reason(&line, &seen, count))
                .flatten();
            match reason {
                Some(reason) => dropped.push((squeeze(&line.words), reason)),
                None => kept.push(line),
            }
        }
        *page = kept;
    }
    dropped
}

fn reason(line: &Line, seen: &Seen, pages: usize) -> Option<&'static str> {
    let in_margin =
        line.y < MARGIN * line.page_height || line.y > (1.0 - MARGIN) * line.page_height;
    if in_margin && is_page_number(&line.words) {
        return Some("page number");
    }
    // Nearer to the edge than any article begins.
    let at_edge = line.y < EDGE * line.page_height || line.y > (1.0 - EDGE) * line.page_height;
    if at_edge && PRINTED.is_match(&squeeze(&line.words)) {
        return Some("running head");
    }
    let key = look(line);
    let times = seen.get(&key).map_or(0, BTreeSet::len);
    // Left and right pages often have heads of their own.
    let is_repeated = times >= 2 && times * 5 >= pages * 2;
    is_repeated.then_some("running head")
}

/// Positions of the lines that stand highest and lowest.
fn at_edges(page: &[Line]) -> BTreeSet<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|&one, &other| page[one].y.total_cmp(&page[other].y));
    let top = order.iter().take(LINES);
    let bottom = order.iter().rev().take(LINES);
    top.chain(bottom).copied().collect()
}

/// The words without the figures that differ from page to page, and the size: a title may become a running head.
fn look(line: &Line) -> (String, u64) {
    let words = squeeze(&line.words)
        .chars()
        .filter(|character| !character.is_ascii_digit())
        .collect();
    (words, line.size.round() as u64)
}

/// Pages on which a line of this look stands at the edge.
type Seen = BTreeMap<(String, u64), BTreeSet<usize>>;

/// "14", "– 14 –", "Page 3 of 12", "3/12".
fn is_page_number(words: &str) -> bool {
    let words = squeeze(words).to_lowercase();
    words.len() <= 20
        && words.chars().any(|character| character.is_ascii_digit())
        && words
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| {
                word == "page"
                    || word == "of"
                    || word.len() <= 4 && word.chars().all(|digit| digit.is_ascii_digit())
            })
}

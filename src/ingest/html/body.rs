//! The article of a page as pieces.
//!
//! Readability finds where the article stands. What it overlooks is added from the page itself: paragraphs that are
//! set like those it found, which advertisements cut off from them, and the standfirst.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::Document;
use dom_smoothie::{Config, Readability, ReadabilityError};

use super::live;
use super::walk::{Candidate, MARK, candidates, mark_blocks};
use crate::ingest::draft::{Piece, Setting, bare};
use crate::ingest::error::Problem;
use crate::ingest::furniture::phrases;
use crate::ingest::lines::ends_sentence;
use crate::model::BlockKind;

/// Elements that never hold article text.
const SILENT: &str = "script, style, noscript, template, svg, iframe, object, button, input, select, textarea, \
    nav, footer, aside, dialog, [role=navigation], [role=menu], [role=search], [role=complementary], \
    [role=contentinfo], [role=dialog]";

/// Elements that hold none where they are small; some pages put everything into one form, or hide all behind a dialog.
const SILENT_WHERE_SMALL: &str = "form, [hidden], [aria-hidden=true]";
const SMALL: usize = 400;

/// The largest number of elements that are looked at.
pub(super) const MOST_ELEMENTS: usize = 150_000;

/// A paragraph of running text is at least this long, in bytes.
const SHORTEST_PARAGRAPH: usize = 40;

/// What a page holds.
pub(super) struct Body {
    pub pieces: Vec<Piece>,
    /// Texts that stand on the page outside of the article.
    pub outside: Vec<String>,
}

/// Takes the article out of a page; `descriptions` are what the page says of itself, to know its standfirst by.
pub(super) fn read(document: &Document, descriptions: &[String]) -> Result<Body, Problem> {
    document.select(SILENT).remove();
    for element in document.select(SILENT_WHERE_SMALL).nodes() {
        if element.normalized_char_count() < SMALL {
            element.remove_from_parent();
        }
    }
    let marks = mark_blocks(document);
    let inside = readable(document, marks)?;
    let candidates = candidates(document, marks);
    let mut chosen = choose(&candidates, &inside, descriptions);
    let entries = marks_in_entries(document);
    for (candidate, chosen) in candidates.iter().zip(&mut chosen) {
        let is_words = candidate.piece.setting != Setting::Linked;
        *chosen |= is_words && entries.contains(&candidate.mark);
    }
    if !chosen.contains(&true) {
        // Very short pages give readability too little to go by.
        chosen.fill(true);
    }
    let mut body = Body {
        pieces: Vec::new(),
        outside: Vec::new(),
    };
    for (candidate, chosen) in candidates.into_iter().zip(chosen) {
        if chosen {
            body.pieces.push(candidate.piece);
        } else {
            body.outside.push(candidate.piece.text);
        }
    }
    Ok(body)
}

/// The blocks in the entries of a live blog.
fn marks_in_entries(document: &Document) -> BTreeSet<usize> {
    let selector = format!("[{0}][{MARK}], [{0}] [{MARK}]", live::ENTRY);
    let blocks = document.select(&selector);
    let marks = blocks.nodes().iter().filter_map(|block| block.attr(MARK));
    marks.filter_map(|mark| mark.parse().ok()).collect()
}

/// Which of the marked blocks lie in the article.
fn readable(document: &Document, marks: usize) -> Result<Vec<bool>, Problem> {
    let config = Config {
        keep_classes: true,
        max_elements_to_parse: MOST_ELEMENTS,
        ..Config::default()
    };
    let reader = Readability::new(document.html(), None, Some(config));
    let mut inside = vec![false; marks];
    match reader.and_then(|mut reader| reader.parse()) {
        Ok(article) => {
            let article = Document::fragment(article.content);
            for block in article.select(&format!("[{MARK}]")).nodes() {
                let mark = block.attr(MARK).and_then(|mark| mark.parse().ok());
                if let Some(slot) = mark.and_then(|mark: usize| inside.get_mut(mark)) {
                    *slot = true;
                }
            }
        }
        Err(ReadabilityError::TooManyElements(..)) => return Err(Problem::TooTangled),
        Err(_) => {}
    }
    Ok(inside)
}

fn choose(candidates: &[Candidate], inside: &[bool], descriptions: &[String]) -> Vec<bool> {
    let is_inside = |candidate: &Candidate| inside.get(candidate.mark).copied().unwrap_or(false);
    let mut chosen: Vec<bool> = candidates.iter().map(is_inside).collect();
    let Some(first) = chosen.iter().position(|&chosen| chosen) else {
        return chosen;
    };
    let end = (first + 1..candidates.len())
        .find(|&position| !chosen[position] && ends_article(&candidates[position]))
        .unwrap_or(candidates.len());
    let start = (0..first)
        .rfind(|&position| candidates[position].is_headline)
        .unwrap_or(first);
    let settings = common_settings(candidates, &chosen);
    for position in start..end {
        let candidate = &candidates[position];
        chosen[position] |=
            is_prose(candidate) && settings.iter().any(|setting| is_set_as(candidate, setting));
    }
    let descriptions: Vec<String> = descriptions.iter().map(|words| bare(words)).collect();
    for position in start..first {
        let words = &candidates[position].piece.text;
        chosen[position] |=
            words.len() >= SHORTEST_PARAGRAPH && descriptions.contains(&bare(words));
    }
    chosen
}

/// Another headline begins another article, as on pages that load the next story below; so do related stories.
fn ends_article(candidate: &Candidate) -> bool {
    candidate.is_headline || phrases::reason(&candidate.piece.text) == Some(phrases::RELATED)
}

/// How most paragraphs of the article are set.
fn common_settings<'a>(candidates: &'a [Candidate], chosen: &[bool]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut total = 0;
    for (candidate, _) in candidates.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
        if is_prose(candidate) && !candidate.set_as.is_empty() {
            *counts.entry(&candidate.set_as).or_default() += 1;
            total += 1;
        }
    }
    counts.retain(|_, count| *count >= 2 && *count * 4 >= total);
    counts.into_keys().collect()
}

/// A first paragraph may have a class more than the others.
fn is_set_as(candidate: &Candidate, setting: &str) -> bool {
    setting.split_whitespace().all(|class| {
        candidate
            .set_as
            .split_whitespace()
            .any(|other| other == class)
    })
}

fn is_prose(candidate: &Candidate) -> bool {
    let piece = &candidate.piece;
    piece.kind == BlockKind::Paragraph
        && piece.setting == Setting::Plain
        && piece.text.len() >= SHORTEST_PARAGRAPH
        && ends_sentence(&piece.text)
}

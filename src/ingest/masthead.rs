//! The lines above an article: title, who wrote it, where and when it stood.

use super::byline::{
    is_byline, is_list_of_names, is_outlet, is_role, names, names_author, tells_about,
};
use super::date::parse_date;
use super::draft::{Draft, Setting, bare};
use super::lines::ends_sentence;
use crate::model::{Metadata, PublicationDate};

/// How many pieces from the top the lines of a masthead may lie.
const WITHIN: usize = 8;

/// A title is not longer than this, in bytes and in words.
const LONGEST_TITLE: usize = 300;
const MOST_TITLE_WORDS: usize = 40;

/// What a line above the article is.
enum Line {
    Title(String),
    Outlet(String),
    Authors(Vec<String>),
    Published(PublicationDate),
    Modified(PublicationDate),
    Url(String),
    Repeated,
    /// Who wrote it once more, where the file told that already.
    Byline,
    Biography,
}

/// Moves the lines of a masthead from the pieces into the metadata; what the file told elsewhere stays.
pub(super) fn take(draft: &mut Draft) {
    take_labels(draft);
    if draft.metadata.title.is_none() {
        take_title(draft);
    }
    let mut position = 0;
    let mut looked_at = 0;
    // Lines that only look like names or outlets count while nothing else has come between.
    let mut unbroken = true;
    while looked_at < WITHIN
        && let Some(piece) = draft.pieces.get(position)
    {
        looked_at += 1;
        if piece.setting == Setting::Clock {
            unbroken = false;
            position += 1;
            continue;
        }
        let next = draft.pieces.get(position + 1);
        let found = certain(&piece.text, &draft.metadata).or_else(|| {
            unbroken
                .then(|| {
                    likely(
                        &piece.text,
                        next.map(|next| next.text.as_str()),
                        &draft.metadata,
                    )
                })
                .flatten()
        });
        if let Some(line) = found {
            let piece = draft.pieces.remove(position);
            let reason = note(&mut draft.metadata, line);
            draft.drop(piece.text, reason);
        } else {
            unbroken = false;
            position += 1;
        }
    }
}

/// Lines such as "Outlet: Halden Post" at the very top.
fn take_labels(draft: &mut Draft) {
    for _ in 0..WITHIN {
        let Some(line) = draft.pieces.first().and_then(|piece| labeled(&piece.text)) else {
            return;
        };
        let piece = draft.pieces.remove(0);
        let reason = note(&mut draft.metadata, line);
        draft.drop(piece.text, reason);
    }
}

fn take_title(draft: &mut Draft) {
    let [first, second, ..] = draft.pieces.as_slice() else {
        return;
    };
    let words = first.text.as_str();
    let short =
        words.len() <= LONGEST_TITLE && words.split_whitespace().count() <= MOST_TITLE_WORDS;
    let repeated = bare(words) == bare(&second.text);
    let open = !words.ends_with(['.', ':', ',', ';']) || words.ends_with("...");
    if short && (open || repeated) && !is_byline(words) && parse_date(words).is_none() {
        draft.metadata.title = Some(draft.pieces.remove(0).text);
    }
}

/// What a line is by its own words.
fn certain(words: &str, metadata: &Metadata) -> Option<Line> {
    if tells_about(words, &metadata.authors) {
        return Some(Line::Biography);
    }
    if words.len() > LONGEST_TITLE {
        return None;
    }
    if metadata
        .title
        .as_deref()
        .is_some_and(|title| bare(title) == bare(words))
    {
        return Some(Line::Repeated);
    }
    if is_byline(words) {
        return Some(Line::Authors(names(words)));
    }
    if words.eq_ignore_ascii_case("by") || names_author(words, &metadata.authors) {
        return Some(Line::Byline);
    }
    if let Some(date) = parse_date(without_outlet(words, metadata.outlet.as_deref())) {
        return Some(if is_about_a_change(words) {
            Line::Modified(date)
        } else {
            Line::Published(date)
        });
    }
    labeled(words)
}

/// What a line is by its look and place: names or an outlet right under the title.
fn likely(words: &str, next: Option<&str>, metadata: &Metadata) -> Option<Line> {
    metadata.title.as_ref()?;
    if !metadata.authors.is_empty() && is_role(words) {
        return Some(Line::Byline);
    }
    if metadata.outlet.is_none() && is_outlet(words) {
        return Some(Line::Outlet(words.to_owned()));
    }
    if !metadata.authors.is_empty() || !is_list_of_names(words) {
        return None;
    }
    let found = names(words);
    // One name alone may be a heading; an outlet or a date beside it settles that.
    let settled = found.len() > 1
        || metadata.outlet.is_some()
        || next.is_some_and(|next| is_outlet(next) || parse_date(next).is_some());
    settled.then_some(Line::Authors(found))
}

/// A line that says what it is: "Author: Ana Ruiz".
fn labeled(words: &str) -> Option<Line> {
    let (label, value) = words.split_once(':')?;
    let value = value.trim();
    if value.is_empty() || words.len() > LONGEST_TITLE {
        return None;
    }
    match label.trim().to_lowercase().as_str() {
        "title" | "headline" => Some(Line::Title(value.to_owned())),
        "outlet" | "source" | "publication" | "newspaper" | "publisher"
            if value.split_whitespace().count() <= 6 && !ends_sentence(value) =>
        {
            Some(Line::Outlet(value.to_owned()))
        }
        "author" | "authors" | "by" | "byline" => {
            Some(Line::Authors(names(value))).filter(|_| !names(value).is_empty())
        }
        "date" | "published" | "publication date" => parse_date(value).map(Line::Published),
        "updated" | "modified" | "last updated" => parse_date(value).map(Line::Modified),
        "url" | "link" | "address" if value.starts_with("http") => {
            Some(Line::Url(value.to_owned()))
        }
        _ => None,
    }
}

/// A date line often ends in the outlet: "March 12, 2026 / 7:39 PM / Halden Post".
fn without_outlet<'a>(words: &'a str, outlet: Option<&str>) -> &'a str {
    match words.rsplit_once(['/', '|', '·', '•']) {
        Some((rest, end)) if outlet.is_some_and(|outlet| bare(outlet) == bare(end)) => rest.trim(),
        _ => words,
    }
}

fn is_about_a_change(words: &str) -> bool {
    let words = words.to_lowercase();
    words.starts_with("updated")
        || words.starts_with("last updated")
        || words.starts_with("modified")
}

/// Puts a line where it belongs, unless the file told better elsewhere, and says what it was.
fn note(metadata: &mut Metadata, line: Line) -> &'static str {
    match line {
        Line::Title(title) => {
            metadata.title.get_or_insert(title);
            "title"
        }
        Line::Outlet(outlet) => {
            metadata.outlet.get_or_insert(outlet);
            "outlet"
        }
        Line::Authors(authors) => {
            if metadata.authors.is_empty() {
                metadata.authors = authors;
            }
            "byline"
        }
        Line::Published(date) => {
            metadata.published.get_or_insert(date);
            "date"
        }
        Line::Modified(date) => {
            metadata.modified.get_or_insert(date);
            "date"
        }
        Line::Url(url) => {
            metadata.url.get_or_insert(url);
            "web address"
        }
        Line::Repeated => "repeated title",
        Line::Byline => "byline",
        Line::Biography => "about the author",
    }
}

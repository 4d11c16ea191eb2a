//! Live blogs: entries one after another, each with the time at which it was written.
//!
//! What finds the article of a page takes the longest entry for it, so entries are marked before it looks. The time of
//! each becomes a heading over it.

use dom_query::{Document, NodeRef, Selection};
use serde_json::{Map, Value};

use super::metadata;
use super::walk::CLOCK;
use crate::ingest::date::parse_date;
use crate::ingest::draft::{Piece, Setting, squeeze};
use crate::model::BlockKind;

/// The attribute of the elements that are entries.
pub(super) const ENTRY: &str = "data-counterpoint-entry";

/// Fewer entries are no live blog.
const FEWEST: usize = 3;

/// An entry has this many characters beside its links; teasers of other stories do not.
const SHORTEST: usize = 40;

/// A clock is not told in more characters.
const LONGEST_CLOCK: usize = 40;

/// What entries are made of, the surest first; only the first two are looked for on pages that do not say what they are.
const ELEMENTS: [&str; 6] = [
    "[itemprop=liveBlogUpdate]",
    "article article",
    "article",
    "li",
    "section",
    "div",
];
const SURE: usize = 2;

/// Marks the entries of a live blog, and puts the time of each over it. Where the page brings its entries as data alone,
/// they are returned.
pub(super) fn take(document: &Document) -> Vec<Piece> {
    let told = metadata::article(document).filter(|told| {
        let kind = told.get("@type").map(Value::to_string).unwrap_or_default();
        kind.contains("LiveBlogPosting")
    });
    let is_told = told.is_some() || document.select("[itemtype*=LiveBlogPosting]").exists();
    let elements = ELEMENTS.get(..if is_told { ELEMENTS.len() } else { SURE });
    for element in elements.unwrap_or_default() {
        let entries = entries(document, element);
        if !entries.is_empty() {
            for entry in &entries {
                mark(entry);
            }
            return Vec::new();
        }
    }
    told.as_ref().map(updates).unwrap_or_default()
}

/// The largest group of such elements side by side that tell their time and hold words of their own.
fn entries<'a>(document: &'a Document, element: &str) -> Vec<NodeRef<'a>> {
    let mut groups: Vec<Vec<NodeRef<'a>>> = Vec::new();
    for node in document.select(element).nodes() {
        let node = *node;
        if !is_entry(&node) {
            continue;
        }
        let parent = node.parent().map(|parent| parent.id);
        let group = groups.iter_mut().rev().find(|group| {
            let first = group.first().and_then(NodeRef::parent);
            first.map(|parent| parent.id) == parent
        });
        match group {
            Some(group) => group.push(node),
            None => groups.push(vec![node]),
        }
    }
    groups
        .into_iter()
        .filter(|group| group.len() >= FEWEST)
        .max_by_key(Vec::len)
        .unwrap_or_default()
}

fn is_entry(node: &NodeRef<'_>) -> bool {
    let entry = Selection::from(*node);
    let links: usize = entry
        .select("a")
        .nodes()
        .iter()
        .map(NodeRef::normalized_char_count)
        .sum();
    node.normalized_char_count() >= links + SHORTEST && entry.select("time").exists()
}

fn mark(entry: &NodeRef<'_>) {
    entry.set_attr(ENTRY, "");
    // What lies in an item of a list would be taken for one.
    entry.rename("div");
    let times = Selection::from(*entry).select("time");
    let Some(time) = times.nodes().first() else {
        return;
    };
    if let Some(clock) = clock(&time.text(), time.attr("datetime").as_deref()) {
        time.remove_from_parent();
        let clock = clock.replace('&', "&amp;").replace('<', "&lt;");
        entry.prepend_html(format!("<h3 {CLOCK}>{clock}</h3>"));
    }
}

/// The time as the page shows it, or else as it tells machines: "3 hours ago" says nothing later.
fn clock(shown: &str, told: Option<&str>) -> Option<String> {
    let shown = squeeze(shown);
    let is_clock =
        shown.split([':', '.']).count() > 1 && shown.contains(|c: char| c.is_ascii_digit());
    if is_clock && shown.len() <= LONGEST_CLOCK {
        return Some(shown);
    }
    let given = parse_date(told?)?;
    let day = given.day.strftime("%-d %B %Y").to_string();
    let clock = given
        .given
        .split_once('T')
        .and_then(|(_, clock)| clock.get(..5));
    Some(match clock {
        Some(clock) => format!("{day}, {clock}"),
        None => day,
    })
}

/// The entries that a page brings as data.
fn updates(told: &Map<String, Value>) -> Vec<Piece> {
    let entries = told.get("liveBlogUpdate").and_then(Value::as_array);
    let mut pieces = Vec::new();
    for entry in entries.into_iter().flatten() {
        let said = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
        let mut heading = |words: Option<String>, setting| {
            pieces.extend(words.filter(|words| !words.is_empty()).map(|text| Piece {
                setting,
                ..Piece::new(BlockKind::Heading, text)
            }));
        };
        heading(clock("", Some(said("datePublished"))), Setting::Clock);
        heading(Some(squeeze(said("headline"))), Setting::Plain);
        let body = said("articleBody");
        if body.contains('<') {
            pieces.extend(super::pieces(body));
        } else {
            let paragraphs = body.lines().map(squeeze).filter(|words| !words.is_empty());
            pieces.extend(paragraphs.map(|words| Piece::new(BlockKind::Paragraph, words)));
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use crate::ingest::tests::blocks;

    const HEAD: &str = "<!doctype html><title>Ferry strikes pier: live</title>";
    const TOLD: &str = r#"<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ferry strikes pier: live"
        UPDATES}</script>"#;
    const WORDS: [&str; 3] = [
        "The pier is closed to everyone, the harbor office said.",
        "Five passengers were injured, and none of them is in danger.",
        "The ferry Northern Star has struck the stone pier of Sandhaven.",
    ];

    fn read(page: &str) -> Vec<String> {
        let mut found = blocks("live.html", page);
        found.retain(|block| !block.starts_with("Title"));
        found
    }

    /// Entries in some element, with the time as it is shown and as it is told.
    fn entries(element: &str, shown: &str) -> String {
        let entries = WORDS.iter().zip(["09:10", "08:52", "08:31"]);
        let entries = entries.map(|(words, clock)| {
                let shown = shown.replace("CLOCK", clock);
                format!("<{element}><time datetime='2026-03-12T{clock}:00+01:00'>{shown}</time><p>{words}</p></{element}>")
            });
        entries.collect::<Vec<_>>().concat()
    }

    fn expected(clocks: [&str; 3]) -> Vec<String> {
        let pairs = WORDS.iter().zip(clocks);
        pairs
            .flat_map(|(words, clock)| [format!("Heading: {clock}"), format!("Paragraph: {words}")])
            .collect()
    }

    #[test]
    fn entries_keep_their_times_as_headings() {
        let told = TOLD.replace("UPDATES", "");
        for element in ["article", "li", "section", "div"] {
            let page = format!(
                "{HEAD}{told}<main><h1>Ferry strikes pier: live</h1><div>{}</div></main>",
                entries(element, "CLOCK CET")
            );
            assert_eq!(
                read(&page),
                expected(["09:10 CET", "08:52 CET", "08:31 CET"]),
                "{element}"
            );
        }
    }

    #[test]
    fn times_that_only_say_how_long_ago_are_told_by_the_clock() {
        let page = format!(
            "{HEAD}<article><h1>Ferry strikes pier: live</h1><div>{}</div></article>",
            entries("article", "2h ago")
        );
        assert_eq!(
            read(&page),
            expected([
                "12 March 2026, 09:10",
                "12 March 2026, 08:52",
                "12 March 2026, 08:31"
            ])
        );
    }

    #[test]
    fn entries_that_stand_in_the_data_alone_are_read_from_there() {
        let updates: Vec<_> = WORDS
            .iter()
            .map(|words| {
                serde_json::json!({
                    "@type": "BlogPosting", "headline": "From the pier",
                    "datePublished": "2026-03-12T09:10:00+01:00", "articleBody": words
                })
            })
            .collect();
        let told = TOLD.replace(
            "UPDATES",
            &format!(", \"liveBlogUpdate\": {}", serde_json::json!(updates)),
        );
        let page = format!(
            "{HEAD}{told}<main><h1>Ferry strikes pier: live</h1><p>We follow what happens at the pier of Sandhaven.</p></main>"
        );
        let found = read(&page);
        assert_eq!(
            found[1..4],
            [
                "Heading: 12 March 2026, 09:10",
                "Heading: From the pier",
                &format!("Paragraph: {}", WORDS[0])
            ]
        );
        assert_eq!(found.len(), 1 + 3 * 3);
    }

    #[test]
    fn comments_with_their_times_are_no_live_blog() {
        let comments = (0..5)
            .map(|day| format!("<li class=comment><time>1{day}:00</time><p>I crossed that pier every day for years, and it never moved.</p></li>"))
            .collect::<Vec<_>>()
            .concat();
        let story: String = ["On Monday", "On Tuesday", "In the evening"]
            .map(|when| format!("<p>{when} {} {} {}</p>", WORDS[0], WORDS[1], WORDS[2]))
            .concat();
        let page = format!(
            "{HEAD}<main><article><h1>Ferry strikes pier</h1>{story}</article><section class=comments><ul>{comments}</ul></section></main>"
        );
        assert!(!read(&page).iter().any(|block| block.contains("I crossed")));
    }
}

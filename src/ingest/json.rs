//! Articles as JSON: our own fields, and those of common scrapers.
//!
//! The given text stays as it is, character for character: what a scraper left in is the reader's to see.

use serde_json::{Map, Value};

use super::choice::{Choice, Offered};
use super::date::parse_date;
use super::draft::Content;
use super::error::Problem;
use super::headings::is_heading;
use super::lines::{are_spaced, is_list_item, paragraphs};
use super::{byline, language, ninjs};
use crate::model::{Block, BlockKind, DocumentType, Metadata, PublicationDate};
use crate::text::Span;

const TEXT: [&str; 10] = [
    "text",
    "maintext",
    "body",
    "body_text",
    "content",
    "article",
    "full_text",
    "fulltext",
    "articleBody",
    "raw_text",
];
const TITLE: [&str; 3] = ["title", "headline", "name"];
const OUTLET: [&str; 13] = [
    "outlet",
    "sitename",
    "site_name",
    "meta_site_name",
    "source-hostname",
    "source",
    "publisher",
    "publication",
    "source_name",
    "provider",
    "source_domain",
    "domain",
    "hostname",
];
const AUTHORS: [&str; 4] = ["authors", "author", "byline", "creator"];
const DATE: [&str; 12] = [
    "date",
    "date_publish",
    "published",
    "publication_date",
    "publish_date",
    "published_at",
    "publishedAt",
    "datePublished",
    "pubDate",
    "firstcreated",
    "versioncreated",
    "contentcreated",
];
const MODIFIED: [&str; 5] = [
    "modified",
    "date_modify",
    "updated",
    "updated_at",
    "dateModified",
];
const URL: [&str; 7] = [
    "url",
    "link",
    "canonical_url",
    "canonical_link",
    "source",
    "uri",
    "source_url",
];
const LANGUAGE: [&str; 4] = ["language", "lang", "inLanguage", "meta_lang"];
/// Lists of articles within an object.
const LISTS: [&str; 4] = ["docs", "documents", "articles", "items"];

/// How many lines from the top a date may stand.
const DATE_WITHIN: usize = 5;

pub(super) fn read(json: &str, choice: Choice) -> Result<Content, Problem> {
    let mut article = choice.of(articles(json)?, |article| {
        Offered::of(metadata(article).title, || {
            text_of(article).unwrap_or_default().to_owned()
        })
    })?;
    if ninjs::is_item(&article) {
        article = ninjs::flattened(article);
        if let Some(markup) = ninjs::markup(&article) {
            return ninjs::read(markup, metadata(&article));
        }
    }
    let given = text_of(&article).ok_or(Problem::NoTextField)?;
    if given.trim().is_empty() {
        return Err(Problem::Blank);
    }
    let mut metadata = metadata(&article);
    metadata.published = metadata.published.or_else(|| date_line(given));
    let title = metadata.title.as_deref().unwrap_or_default();
    let text = if title.is_empty() || given.trim_start().starts_with(title) {
        given.to_owned()
    } else {
        format!("{title}\n\n{given}")
    };
    let blocks = blocks(&text, title);
    Ok(Content {
        text,
        blocks,
        metadata,
        dropped: Vec::new(),
    })
}

/// The words of an article: scrapers leave a field empty where they fill another.
fn text_of(article: &Map<String, Value>) -> Option<&str> {
    let mut given = TEXT
        .iter()
        .filter_map(|&name| article.get(name).and_then(Value::as_str));
    let first = given.next()?;
    if first.trim().is_empty() {
        given.find(|text| !text.trim().is_empty()).or(Some(first))
    } else {
        Some(first)
    }
}

/// The articles of a file: one by itself, one a line, or several in a list.
fn articles(json: &str) -> Result<Vec<Map<String, Value>>, Problem> {
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(json).into_iter::<Value>() {
        match value {
            Ok(value) => values.push(value),
            Err(error) => {
                return Err(Problem::BrokenJson {
                    line: error.line(),
                    column: error.column(),
                });
            }
        }
    }
    if let [Value::Array(list)] = values.as_mut_slice() {
        values = std::mem::take(list);
    } else if let [Value::Object(story)] = values.as_mut_slice()
        && text_of(story).is_none()
        && let Some(Value::Array(list)) = LISTS.iter().find_map(|&name| story.remove(name))
    {
        values = list;
    }
    let articles: Vec<_> = values
        .into_iter()
        .filter_map(|value| match value {
            Value::Object(article) => Some(article),
            _ => None,
        })
        .collect();
    if articles.is_empty() {
        return Err(Problem::NoTextField);
    }
    Ok(articles)
}

fn metadata(article: &Map<String, Value>) -> Metadata {
    let words = |names: &[&str]| {
        names
            .iter()
            .find_map(|&name| article.get(name).and_then(name_of))
    };
    let date = |names: &[&str]| -> Option<PublicationDate> {
        names
            .iter()
            .find_map(|&name| parse_date(&scalar(article.get(name)?)?))
    };
    Metadata {
        title: words(&TITLE),
        // What some call the source is an address.
        outlet: OUTLET
            .iter()
            .filter_map(|&name| article.get(name).and_then(name_of))
            .find(|name| !is_address(name)),
        authors: AUTHORS
            .iter()
            .find_map(|&name| {
                article
                    .get(name)
                    .map(people)
                    .filter(|people| !people.is_empty())
            })
            .unwrap_or_default(),
        published: date(&DATE),
        modified: date(&MODIFIED),
        url: URL
            .iter()
            .filter_map(|&name| article.get(name).and_then(name_of))
            .find(|name| is_address(name)),
        archived_url: words(&["archived_url"]),
        retrieved: date(&["retrieved"]),
        kind: article
            .get("type")
            .and_then(|kind| serde_json::from_value::<DocumentType>(kind.clone()).ok())
            .unwrap_or_default(),
        language: words(&LANGUAGE).and_then(|tag| language::of_tag(&tag)),
    }
}

fn is_address(words: &str) -> bool {
    words.starts_with("http://") || words.starts_with("https://")
}

/// A string, or the name of an object such as `{"name": "Halden Post"}`.
fn name_of(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words,
        Value::Object(object) => object.get("name")?.as_str()?,
        _ => return None,
    };
    Some(words.trim())
        .filter(|words| !words.is_empty())
        .map(str::to_owned)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A list of names as given; a single string is read as a byline.
fn people(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().filter_map(name_of).collect(),
        Value::String(words) => {
            let names = byline::names(words);
            if names.is_empty() {
                name_of(value).into_iter().collect()
            } else {
                names
            }
        }
        _ => name_of(value).into_iter().collect(),
    }
}

/// The blocks of a text that is not ours to change.
fn blocks(text: &str, title: &str) -> Vec<Block> {
    let words = |span: Span| text.get(span.range()).unwrap_or_default();
    let title = title_at_start(text, title);
    let from = title.map_or(0, |title| title.end);
    let paragraphs = paragraphs(text.get(from..).unwrap_or_default());
    let spaced = are_spaced(&paragraphs);
    let spans: Vec<Span> = paragraphs
        .iter()
        .map(|paragraph| paragraph.span.shifted(from))
        .collect();
    let mut blocks = Vec::with_capacity(spans.len() + 1);
    blocks.extend(title.map(|span| Block {
        span,
        kind: BlockKind::Title,
    }));
    for (position, &span) in spans.iter().enumerate() {
        let next = spans.get(position + 1).map(|&next| words(next));
        let kind = if is_list_item(words(span)) {
            BlockKind::ListItem
        } else if is_heading(words(span), next, spaced) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        blocks.push(Block { span, kind });
    }
    blocks
}

/// Where the title stands at the start of a text, if it has a line of its own there.
fn title_at_start(text: &str, title: &str) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    let after = text.get(start..)?.strip_prefix(title)?;
    let alone = after.is_empty() || after.starts_with(['\n', '\r']);
    (alone && !title.is_empty()).then(|| Span::new(start, start + title.len()))
}

/// A date that stands on a line of its own near the start, where no field tells it.
fn date_line(text: &str) -> Option<PublicationDate> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(DATE_WITHIN)
        .find_map(parse_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Content, Problem> {
        super::read(json, Choice::Only)
    }

    /// The blocks of an article in JSON, a line each.
    fn check(json: &str, expected: &[&str]) {
        let content = read(json).unwrap();
        let found: Vec<String> = content
            .blocks
            .iter()
            .map(|block| {
                format!(
                    "{:?}: {}",
                    block.kind,
                    content.text.get(block.span.range()).unwrap()
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_text_stays_as_it_is_behind_the_title() {
        let content = read(
            r#"{"title": "Bridge closed", "text": "  It closed.\r\n\r\n\u00a0Leave a Reply\n"}"#,
        )
        .unwrap();
        assert_eq!(
            content.text,
            "Bridge closed\n\n  It closed.\r\n\r\n\u{a0}Leave a Reply\n"
        );
    }

    #[test]
    fn a_title_at_the_start_of_the_text_is_not_repeated() {
        let json = r#"{"title": "Bridge closed", "text": "Bridge closed\nThe mayor said so."}"#;
        assert_eq!(
            read(json).unwrap().text,
            "Bridge closed\nThe mayor said so."
        );
        check(
            json,
            &["Title: Bridge closed", "Paragraph: The mayor said so."],
        );
    }

    #[test]
    fn headings_and_lists_are_found_in_the_text() {
        check(
            r#"{"text": "The bridge is closed.\n\nWhat next\n\nThe council will vote on the plan in May, he said.\n\n- cars\n- trucks"}"#,
            &[
                "Paragraph: The bridge is closed.",
                "Heading: What next",
                "Paragraph: The council will vote on the plan in May, he said.",
                "ListItem: - cars",
                "ListItem: - trucks",
            ],
        );
    }

    #[test]
    fn a_date_line_dates_an_article_without_a_date() {
        let day = |json: &str| {
            read(json)
                .unwrap()
                .metadata
                .published
                .map(|date| date.given)
        };
        let text = "Bridge closed\\nPublished: March 12, 2026\\nThe bridge is closed.";
        assert_eq!(
            day(&format!(r#"{{"text": "{text}"}}"#)).as_deref(),
            Some("2026-03-12")
        );
        assert_eq!(
            day(&format!(r#"{{"text": "{text}", "date": "2026-03-11"}}"#)).as_deref(),
            Some("2026-03-11")
        );
        assert_eq!(
            day(r#"{"text": "On March 12, 2026 the bridge closed."}"#),
            None
        );
    }

    #[test]
    fn the_fields_of_scrapers_are_understood() {
        let own = read(
            r#"{"title": "T", "text": "x", "outlet": "Halden Post", "authors": ["Ana Ruiz"], "date": "2026-03-12", "url": "https://example.org", "language": "en-GB"}"#,
        );
        let news = read(
            r#"{"title": "T", "maintext": "x", "source_domain": "Halden Post", "authors": ["Ana Ruiz"], "date_publish": "2026-03-12", "url": "https://example.org", "language": "en"}"#,
        );
        let other = read(
            r#"{"headline": "T", "body": "x", "source": {"name": "Halden Post"}, "byline": "By Ana Ruiz", "published": "12 March 2026", "link": "https://example.org", "lang": "en"}"#,
        );
        let own = own.unwrap().metadata;
        assert_eq!(own.authors, ["Ana Ruiz"]);
        assert_eq!(own.published.as_ref().unwrap().given, "2026-03-12");
        assert_eq!(own.language.as_deref(), Some("en"));
        assert_eq!(news.unwrap().metadata, own);
        assert_eq!(other.unwrap().metadata, own);
    }

    #[test]
    fn the_output_of_known_scrapers_is_understood() {
        let news_please = r#"{"authors": ["Ana Ruiz"], "date_download": "2026-03-13 08:00:00", "date_modify": null,
            "date_publish": "2026-03-12 15:04:00", "description": "x", "filename": "x.json", "image_url": null, "language": "en",
            "localpath": null, "maintext": "It closed.", "source_domain": "example.org", "text": "", "title": "Bridge closed",
            "title_page": null, "title_rss": null, "url": "https://example.org/bridge"}"#;
        let newspaper = r#"{"url": "https://example.org/bridge", "source_url": "https://example.org", "title": "Bridge closed",
            "authors": ["Ana Ruiz"], "publish_date": "2026-03-12T15:04:00", "summary": "", "meta_lang": "en", "text": "It closed.",
            "meta_site_name": "example.org", "canonical_link": "https://example.org/bridge"}"#;
        let trafilatura = r#"{"title": "Bridge closed", "author": "Ana Ruiz", "hostname": "example.org", "date": "2026-03-12T15:04:00",
            "fingerprint": "x", "id": null, "license": null, "comments": "", "raw_text": "It closed.", "text": "It closed.",
            "language": "en", "source": "https://example.org/bridge", "source-hostname": "example.org", "excerpt": "x"}"#;
        let first = read(news_please).unwrap();
        assert_eq!(first.text, "Bridge closed\n\nIt closed.");
        assert_eq!(first.metadata.outlet.as_deref(), Some("example.org"));
        assert_eq!(
            first.metadata.url.as_deref(),
            Some("https://example.org/bridge")
        );
        for other in [newspaper, trafilatura] {
            let other = read(other).unwrap();
            assert_eq!(
                (other.text, other.metadata),
                (first.text.clone(), first.metadata.clone())
            );
        }
    }
}

//! ninjs, the JSON of news agencies: one item, whose words are plain text or XHTML.

use serde_json::{Map, Value};

use super::draft::{Content, Draft};
use super::error::Problem;
use super::{furniture, html};
use crate::model::Metadata;

/// Names of the words of an item that are markup.
const MARKUP: [&str; 2] = ["body_xhtml", "body_html"];

/// Whether an object is an item of this kind.
pub(super) fn is_item(object: &Map<String, Value>) -> bool {
    let has = |name: &str| object.contains_key(name);
    has("uri") && (has("body_text") || MARKUP.iter().any(|&name| has(name)) || has("bodies"))
}

/// The item with its lists of headlines, words and sources brought to single fields, as its first version had them.
pub(super) fn flattened(mut item: Map<String, Value>) -> Map<String, Value> {
    if let Some(headline) = first(&item, "headlines", "value", "") {
        item.entry("headline").or_insert(headline);
    }
    for (kind, field) in [("text/plain", "body_text"), ("html", "body_xhtml")] {
        if let Some(body) = first(&item, "bodies", "value", kind) {
            item.entry(field).or_insert(body);
        }
    }
    for list in ["infosources", "infosource", "copyrightholder"] {
        let name = first(&item, list, "name", "")
            .or_else(|| item.get(list).filter(|value| value.is_string()).cloned());
        if let Some(name) = name {
            item.entry("outlet").or_insert(name);
        }
    }
    item
}

/// The words of an item as markup, where it has no plain ones.
pub(super) fn markup(item: &Map<String, Value>) -> Option<&str> {
    let plain = item.get("body_text").and_then(Value::as_str);
    if plain.is_some_and(|text| !text.trim().is_empty()) {
        return None;
    }
    MARKUP
        .iter()
        .find_map(|&name| item.get(name).and_then(Value::as_str))
}

/// Reads words that are markup.
pub(super) fn read(markup: &str, metadata: Metadata) -> Result<Content, Problem> {
    let draft = Draft {
        pieces: html::pieces(markup),
        metadata,
        ..Draft::default()
    };
    if draft.pieces.is_empty() {
        return Err(Problem::Blank);
    }
    Ok(furniture::clear(draft).assemble())
}

/// A field of the first object in a list whose type, if it states one, contains `kind`.
fn first(item: &Map<String, Value>, list: &str, field: &str, kind: &str) -> Option<Value> {
    let found = item.get(list)?.as_array()?.iter().find(|entry| {
        let stated = ["contenttype", "contentType"]
            .iter()
            .find_map(|&name| entry.get(name).and_then(Value::as_str));
        kind.is_empty() || stated.is_some_and(|stated| stated.contains(kind))
    })?;
    found.get(field).filter(|value| value.is_string()).cloned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::ingest::read;
    use crate::ingest::tests::{BODY, MORE, blocks};

    #[test]
    fn plain_words_are_kept_as_they_are() {
        let item = json!({
            "uri": "http://example.org/1", "type": "text", "versioncreated": "2026-03-12T15:04:00Z", "language": "en",
            "byline": "By Ana Ruiz", "headline": "Bridge closed", "infosource": [{"name": "Coast Wire"}],
            "body_text": format!("{BODY}\n\n{MORE}"), "body_xhtml": "<p>x</p>",
        })
        .to_string();
        assert_eq!(
            blocks("item.json", &item),
            [
                "Title: Bridge closed".to_owned(),
                format!("Paragraph: {BODY}"),
                format!("Paragraph: {MORE}")
            ]
        );
        let told = read("item.json", item.as_bytes()).unwrap().metadata;
        assert_eq!(told.outlet.as_deref(), Some("Coast Wire"));
        assert_eq!(told.authors, ["Ana Ruiz"]);
        assert_eq!(told.published.unwrap().given, "2026-03-12T15:04:00Z");
        assert_eq!(told.url.as_deref(), Some("http://example.org/1"));
    }

    #[test]
    fn markup_is_read_as_a_page() {
        let item = json!({
            "uri": "urn:x:1", "headline": "Bridge closed",
            "body_xhtml": format!("<div><h1>Bridge closed</h1><p>{BODY}</p><h2>Over the water</h2><p>{MORE}</p></div>"),
        })
        .to_string();
        assert_eq!(
            blocks("item.json", item),
            [
                "Title: Bridge closed".to_owned(),
                format!("Paragraph: {BODY}"),
                "Heading: Over the water".to_owned(),
                format!("Paragraph: {MORE}")
            ]
        );
    }

    #[test]
    fn lists_of_headlines_and_bodies_are_read() {
        let item = json!({
            "uri": "urn:x:1", "headlines": [{"role": "main", "value": "Bridge closed"}],
            "bodies": [{"contenttype": "application/xhtml+xml", "value": format!("<p>{BODY}</p>")}],
        })
        .to_string();
        assert_eq!(
            blocks("item.json", item),
            [
                "Title: Bridge closed".to_owned(),
                format!("Paragraph: {BODY}")
            ]
        );
    }
}

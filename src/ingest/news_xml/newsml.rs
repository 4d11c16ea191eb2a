//! NewsML-G2: one news item, or a message that carries several.

use super::element::{Element, Node};
use super::{body, nitf};
use crate::ingest::choice::Offered;
use crate::ingest::draft::{Draft, Piece};
use crate::ingest::{byline, html, language, plain};
use crate::model::{Metadata, PublicationDate};

/// The items with words in a document, in order; pictures and lists of items are left out.
pub(super) fn items(root: Element) -> Vec<Element> {
    let mut items = Vec::new();
    gather(root, &mut items);
    items
}

fn gather(element: Element, items: &mut Vec<Element>) {
    if element.name == "newsitem" {
        if words_of(&element).is_some() {
            items.push(element);
        }
        return;
    }
    for child in element.children {
        if let Node::Element(inner) = child {
            gather(inner, items);
        }
    }
}

/// How an item is told from the others of its message.
pub(super) fn offered(item: &Element) -> Offered {
    Offered::of(title(item), || {
        words_of(item).map(Element::text).unwrap_or_default()
    })
}

fn title(item: &Element) -> Option<String> {
    item.find("headline")
        .and_then(Element::words)
        .or_else(|| words_of(item).and_then(nitf::title))
}

pub(super) fn read(item: &Element) -> Draft {
    let mut draft = match words_of(item) {
        Some(content) if content.name == "inlinexml" => {
            let nitf = content.find("nitf").map(nitf::read);
            nitf.unwrap_or_else(|| {
                let mut draft = Draft::default();
                body::gather(content.find("body").unwrap_or(content), &mut draft);
                draft
            })
        }
        Some(content) => Draft {
            pieces: data(content),
            ..Draft::default()
        },
        None => Draft::default(),
    };
    let inner = std::mem::take(&mut draft.metadata);
    let told = metadata(item);
    draft.metadata = Metadata {
        title: title(item).or(inner.title),
        outlet: told.outlet.or(inner.outlet),
        authors: if told.authors.is_empty() {
            inner.authors
        } else {
            told.authors
        },
        published: told.published.or(inner.published),
        modified: told.modified.or(inner.modified),
        url: told.url.or(inner.url),
        language: told.language.or(inner.language),
        ..told
    };
    draft
}

/// The rendition of an item that holds its words.
fn words_of(item: &Element) -> Option<&Element> {
    let set = item.find("contentset")?;
    let is = |name: &'static str| {
        set.elements()
            .find(move |element| element.name == name && element.words().is_some())
    };
    is("inlinexml").or_else(|| is("inlinedata"))
}

/// Words that are no elements of the document: a page in characters, or plain text.
fn data(content: &Element) -> Vec<Piece> {
    let kind = content.attribute("contenttype").unwrap_or_default();
    let text = content.text();
    if kind.contains("html") || kind.is_empty() && text.trim_start().starts_with('<') {
        html::pieces(&text)
    } else {
        plain::paragraph_pieces(&text)
    }
}

fn metadata(item: &Element) -> Metadata {
    let date = |name: &str| -> Option<PublicationDate> { nitf::parse(&item.find(name)?.words()?) };
    let (first, version) = (date("firstcreated"), date("versioncreated"));
    Metadata {
        outlet: ["infosource", "provider", "copyrightholder"]
            .iter()
            .find_map(|&role| name(item.find(role)?)),
        authors: authors(item),
        published: first
            .clone()
            .or_else(|| version.clone())
            .or_else(|| date("contentcreated")),
        // The day of a version tells of a change only where there was an earlier one.
        modified: version.filter(|version| first.is_some_and(|first| first != *version)),
        url: item
            .find("link")
            .and_then(|link| link.attribute("href"))
            .filter(|address| address.starts_with("http"))
            .map(str::to_owned),
        language: item
            .find("language")
            .and_then(|told| told.attribute("tag"))
            .or_else(|| item.attribute("lang"))
            .and_then(language::of_tag),
        ..Metadata::default()
    }
}

fn authors(item: &Element) -> Vec<String> {
    let Some(meta) = item.find("contentmeta") else {
        return Vec::new();
    };
    let creators: Vec<String> = meta
        .elements()
        .filter(|element| element.name == "creator")
        .filter_map(name)
        .filter(|name| byline::is_list_of_names(name))
        .collect();
    if creators.is_empty() {
        let by = meta.find("by").and_then(Element::words);
        by.map(|words| byline::names(&words)).unwrap_or_default()
    } else {
        creators
    }
}

/// The name of somebody; the code that stands beside it names nobody to a reader.
fn name(element: &Element) -> Option<String> {
    element
        .find("name")
        .and_then(Element::words)
        .or_else(|| element.attribute("literal").map(str::to_owned))
        .or_else(|| element.words())
}

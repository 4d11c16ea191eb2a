//! NITF, the markup of news agencies since the nineties.

use super::body;
use super::element::Element;
use crate::ingest::byline;
use crate::ingest::date::parse_date;
use crate::ingest::draft::Draft;
use crate::ingest::language;
use crate::model::{Metadata, PublicationDate};

/// The title of an article, which a file of several is chosen from by.
pub(super) fn title(root: &Element) -> Option<String> {
    ["hl1", "headline", "title"]
        .iter()
        .find_map(|&name| root.find(name)?.words())
}

pub(super) fn read(root: &Element) -> Draft {
    let date = |name: &str| norm(root.find(name)?);
    let publication = root.find("pubdata");
    let mut draft = Draft {
        metadata: Metadata {
            title: title(root),
            outlet: publication
                .and_then(|told| told.attribute("name"))
                .map(str::to_owned)
                .or_else(|| root.find("distributor")?.words())
                .or_else(|| Some(root.find("doc.copyright")?.attribute("holder")?.to_owned())),
            authors: root.find("byline").map(authors).unwrap_or_default(),
            published: date("date.issue")
                .or_else(|| date("date.release"))
                .or_else(|| parse(publication?.attribute("date.publication")?))
                .or_else(|| date("story.date")),
            url: publication
                .and_then(|told| told.attribute("ex-ref"))
                .filter(|address| address.starts_with("http"))
                .map(str::to_owned),
            language: root.attribute("lang").and_then(language::of_tag),
            ..Metadata::default()
        },
        ..Draft::default()
    };
    for part in ["abstract", "body.content"] {
        if let Some(part) = root.find(part) {
            body::gather(part, &mut draft);
        }
    }
    // Small agencies leave the parts of the body out.
    if draft.pieces.is_empty()
        && let Some(whole) = root.find("body")
    {
        body::gather(whole, &mut draft);
    }
    draft
}

fn authors(byline: &Element) -> Vec<String> {
    let persons: Vec<String> = byline
        .elements()
        .filter(|element| element.name == "person")
        .filter_map(Element::words)
        .collect();
    if persons.is_empty() {
        byline
            .words()
            .map(|words| byline::names(&words))
            .unwrap_or_default()
    } else {
        persons
    }
}

fn norm(element: &Element) -> Option<PublicationDate> {
    parse(element.attribute("norm")?)
}

/// Dates in the short form of ISO 8601: `20260312T150400-0400`.
pub(super) fn parse(words: &str) -> Option<PublicationDate> {
    parse_date(words).or_else(|| {
        let (day, time) = words.split_once(['T', 't'])?;
        let zone = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
        let (time, zone) = time.split_at_checked(zone)?;
        let mut clock = format!("{}:{}", time.get(..2)?, time.get(2..4)?);
        if let Some(seconds) = time.get(4..6) {
            clock.push(':');
            clock.push_str(seconds);
        }
        let day = format!("{}-{}-{}", day.get(..4)?, day.get(4..6)?, day.get(6..8)?);
        parse_date(&format!("{day}T{clock}{zone}"))
    })
}

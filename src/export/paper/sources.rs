//! The articles: what is known of each, and the hash by which its file is known again.

use super::{Block, Link, Run, Style, dotted};
use crate::export::options::is_address;
use crate::model::{Document, DocumentId, DocumentType};
use crate::report::{Report, letter};

pub fn all(report: &Report, links: bool) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, "Articles")];
    for id in report.analysis.document_ids() {
        blocks.push(Block::paragraph(Style::Item, one(report, id, links)));
    }
    blocks
}

/// Day and address: where a quotation can be checked.
pub fn where_from(document: &Document) -> Vec<Vec<Run>> {
    let published = document.metadata.published.as_ref();
    dated(
        document,
        published.map_or_else(|| "no date".to_owned(), |date| date.day.to_string()),
    )
}

fn dated(document: &Document, date: String) -> Vec<Vec<Run>> {
    let mut facts = vec![vec![Run::plain(date)]];
    let url = document.metadata.url.as_deref();
    facts.extend(url.map(|url| vec![address(url)]));
    facts
}

/// Where links to the text of an article lead.
pub fn text_id(document: DocumentId) -> String {
    format!("text-{}", letter(document))
}

fn one(report: &Report, id: DocumentId, links: bool) -> Vec<Run> {
    let document = report.analysis.document(id);
    let metadata = &document.metadata;
    let mut label = Run::strong(report.label(id));
    label.link = links.then(|| Link::Inside(text_id(id)));
    let mut facts = vec![vec![label]];
    facts.extend(
        metadata
            .title
            .as_ref()
            .map(|title| vec![Run::emphasis(title)]),
    );
    if !metadata.authors.is_empty() {
        facts.push(vec![Run::plain(metadata.authors.join(", "))]);
    }
    let published = metadata.published.as_ref();
    facts.extend(dated(
        document,
        published.map_or_else(|| "no date".to_owned(), |date| date.given.clone()),
    ));
    if metadata.kind != DocumentType::News {
        facts.push(vec![Run::plain(metadata.kind.title())]);
    }
    if let Some(url) = &metadata.archived_url {
        facts.push(vec![Run::plain("archived: "), address(url)]);
    }
    if let Some(date) = &metadata.retrieved {
        facts.push(vec![Run::plain(format!("retrieved {}", date.given))]);
    }
    facts.push(vec![Run::plain(&document.origin.file)]);
    facts.push(vec![Run::plain(format!(
        "SHA-256 {}",
        document.origin.sha256
    ))]);
    dotted(facts)
}

fn address(url: &str) -> Run {
    if is_address(url) {
        Run::linked(url, Link::Outside(url.to_owned()))
    } else {
        Run::plain(url)
    }
}

//! Articles and what should be found in them, as text.

use std::sync::Arc;

use super::{Unattended, analyze};
use crate::model::{
    Analysis, Block, BlockKind, Conflict, Document, Metadata, Origin, PublicationDate,
};
use crate::text::{SourceText, Span};

/// Analyzes articles that each begin with a line "== Outlet 2024-03-05"; the date may be missing.
///
/// Paragraphs are parted by a blank line, and the first is the title.
pub fn analyzed(articles: &str) -> Analysis {
    let documents: Vec<Arc<Document>> = articles
        .split("== ")
        .skip(1)
        .map(|article| Arc::new(document(article)))
        .collect();
    analyze(&documents, None, &Unattended).expect("nobody cancels")
}

/// Every finding as "kind verdict: “words that differ” / “words that differ”", at any confidence.
pub fn found(articles: &str) -> Vec<String> {
    let analysis = analyzed(articles);
    analysis
        .conflicts
        .iter()
        .map(|conflict| line(&analysis, conflict))
        .collect()
}

fn line(analysis: &Analysis, conflict: &Conflict) -> String {
    let sides = conflict.sides.each_ref().map(|side| {
        let text = &analysis.document(side.document).text;
        side.evidence
            .iter()
            .map(|span| format!("“{}”", text.slice(*span)))
            .collect::<Vec<String>>()
            .join(" ")
    });
    format!(
        "{:?} {:?}: {} / {}",
        conflict.kind, conflict.verdict, sides[0], sides[1]
    )
    .to_lowercase()
}

fn document(article: &str) -> Document {
    let (head, body) = article.split_once('\n').unwrap_or((article, ""));
    let (outlet, date) = match head.trim().rsplit_once(' ') {
        Some((outlet, date)) if date.starts_with(|c: char| c.is_ascii_digit()) => {
            (outlet, Some(date))
        }
        _ => (head.trim(), None),
    };
    let body = body.trim();
    let mut blocks = Vec::new();
    let mut start = 0;
    for paragraph in body.split("\n\n") {
        let kind = if start == 0 {
            BlockKind::Title
        } else {
            BlockKind::Paragraph
        };
        blocks.push(Block {
            span: Span::new(start, start + paragraph.len()),
            kind,
        });
        start += paragraph.len() + 2;
    }
    Document {
        text: SourceText::new(body),
        blocks,
        metadata: Metadata {
            outlet: Some(outlet.to_owned()),
            published: date.map(|date| PublicationDate {
                given: date.to_owned(),
                day: date.parse().expect("a date in a fixture"),
            }),
            language: Some("en".to_owned()),
            ..Metadata::default()
        },
        origin: Origin::default(),
    }
}

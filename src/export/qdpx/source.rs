//! The text of one article as the project holds it, and where its passages stand in there.

use super::super::guid::guid;
use super::Selection;
use super::passages;
use crate::model::DocumentId;
use crate::report::Report;
use crate::text::{CodePoints, SourceText, Span};

/// What stands between quotations of an article whose whole text is left out.
const GAP: &str = "\n\n[…]\n\n";

/// One article of the project.
pub struct Source {
    pub guid: String,
    pub text: String,
    points: CodePoints,
    /// Stretches of the article that are in `text`, in order, each with the code point where it begins there.
    pieces: Vec<(Span, usize)>,
}

impl Source {
    pub fn of(report: &Report, selection: &Selection<'_>, id: DocumentId, full_text: bool) -> Self {
        let document = report.analysis.document(id);
        let spans = if full_text {
            vec![document.text.span()]
        } else {
            quoted(report, selection, id)
        };
        let points = document.text.code_points();
        let (text, pieces) = joined(&document.text, &points, spans);
        Self {
            // The place as well: the same file may be given twice.
            guid: guid(&["source", &document.origin.sha256, &id.to_string()]),
            text,
            points,
            pieces,
        }
    }

    /// Where a passage begins and ends in `text`, in code points.
    pub fn place(&self, span: Span) -> Option<[usize; 2]> {
        let (piece, base) = self.pieces.iter().find(|(piece, _)| piece.contains(span))?;
        let moved = |byte: usize| base + self.points.at(byte) - self.points.at(piece.start);
        Some([moved(span.start), moved(span.end)])
    }
}

/// The sentences and passages that the selection quotes, those that touch as one.
fn quoted(report: &Report, selection: &Selection<'_>, id: DocumentId) -> Vec<Span> {
    let quotes = selection
        .findings
        .iter()
        .flat_map(|finding| &finding.quotes);
    let quoted = quotes
        .filter(|quote| quote.document == id)
        .map(|quote| quote.sentence);
    let said = passages::all(report, selection).into_iter();
    let said = said.filter(|passage| passage.document == id);
    let said = said.map(|passage| passage.span);
    let mut spans: Vec<Span> = quoted.chain(said).collect();
    spans.sort();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}

fn joined(
    text: &SourceText,
    points: &CodePoints,
    spans: Vec<Span>,
) -> (String, Vec<(Span, usize)>) {
    let mut joined = String::new();
    let mut length = 0;
    let mut pieces = Vec::new();
    for span in spans {
        if !joined.is_empty() {
            joined.push_str(GAP);
            length += GAP.chars().count();
        }
        pieces.push((span, length));
        joined.push_str(text.get(span).unwrap_or_default());
        length += points.at(span.end) - points.at(span.start);
    }
    (joined, pieces)
}

//! One document ready to be drawn: its pieces and marks, prepared once and kept until what they come from changes.

use std::cell::OnceCell;
use std::sync::Arc;

use super::marks::{self, Name, Passage};
use super::pieces::{self, Piece};
use super::runs::{self, Run};
use crate::model::{Analysis, Document, DocumentId, Entity, EntityId, MentionId};
use crate::report::Report;
use crate::text::{Folded, Segments, Span};

/// What one column shows.
pub(super) struct Page {
    analysis: Arc<Analysis>,
    pub(super) id: DocumentId,
    pub(super) document: Arc<Document>,
    pub(super) title: Option<Span>,
    pub(super) pieces: Vec<Piece>,
    pub(super) passages: Vec<Passage>,
    /// Over `passages`.
    pub(super) tints: Vec<Run>,
    pub(super) names: Vec<Name>,
    /// Over `names`.
    pub(super) underlines: Vec<Run>,
    pub(super) words: usize,
    /// Where the text says what the reader looks for, in order.
    pub(super) found: Vec<Span>,
    /// What `found` was found for.
    wanted: String,
    /// Made when something is looked for.
    folded: OnceCell<Folded>,
}

impl Page {
    pub(super) fn new(report: &Report, visible: &[usize], id: DocumentId) -> Self {
        let analysis = &report.analysis;
        let read = &analysis.documents[id.index()];
        let names = marks::names(analysis, id);
        let spans: Vec<Span> = names.iter().map(|name| name.span).collect();
        let mut page = Self {
            analysis: Arc::clone(analysis),
            id,
            document: Arc::clone(&read.document),
            title: pieces::title(&read.document),
            pieces: pieces::pieces(&read.document),
            passages: Vec::new(),
            tints: Vec::new(),
            underlines: runs::flatten(&spans),
            names,
            words: read.segments.words(),
            found: Vec::new(),
            wanted: String::new(),
            folded: OnceCell::new(),
        };
        page.mark(marks::passages(report, visible, id));
        page
    }

    /// Whether this is the page of a document of that analysis.
    pub(super) fn shows(&self, report: &Report, id: DocumentId) -> bool {
        self.id == id && Arc::ptr_eq(&self.analysis, &report.analysis)
    }

    /// Whether it was made from the same words as a document of a newer analysis.
    pub(super) fn has_text_of(&self, report: &Report, id: DocumentId) -> bool {
        let documents = &report.analysis.documents;
        documents
            .get(id.index())
            .is_some_and(|read| is_same_text(&read.document, &self.document))
    }

    /// Takes the findings that are in view now. Returns whether anything changed.
    pub(super) fn refresh(&mut self, report: &Report, visible: &[usize]) -> bool {
        let passages = marks::passages(report, visible, self.id);
        let changed = passages != self.passages;
        if changed {
            self.mark(passages);
        }
        changed
    }

    fn mark(&mut self, passages: Vec<Passage>) {
        let spans: Vec<Span> = passages.iter().map(|passage| passage.span).collect();
        self.tints = runs::flatten(&spans);
        self.passages = passages;
    }

    /// Looks for words, unless it has found them already.
    pub(super) fn search(&mut self, words: &str) {
        if self.wanted == words {
            return;
        }
        words.clone_into(&mut self.wanted);
        self.found = if words.is_empty() {
            Vec::new()
        } else {
            let text = self.document.text.as_str();
            self.folded.get_or_init(|| Folded::new(text)).find(words)
        };
    }

    /// Whether a span lies within this text.
    pub(super) fn fits(&self, span: Span) -> bool {
        self.document.text.get(span).is_some()
    }

    pub(super) fn entity(&self, id: EntityId) -> &Entity {
        self.analysis.entity(id)
    }

    /// Where this document speaks of an entity within a span, shared or not; mentions that share words are one stretch.
    pub(super) fn mentions_of(&self, entity: EntityId, within: Span) -> Vec<Span> {
        let all = self.analysis.entities.get(entity.index());
        let ids = all.map_or(&[][..], |entity| entity.mentions.as_slice());
        let place = |id: &MentionId| {
            let mention = self.analysis.mention(*id);
            (mention.document, mention.span.start)
        };
        let first = ids.partition_point(|id| place(id) < (self.id, within.start));
        let spans = ids
            .iter()
            .skip(first)
            .take_while(|id| place(id) < (self.id, within.end))
            .map(|id| self.analysis.mention(*id).span);
        let mut stretches: Vec<Span> = Vec::new();
        for span in spans {
            match stretches.last_mut() {
                Some(last) if last.overlaps(span) => *last = last.cover(span),
                _ => stretches.push(span),
            }
        }
        stretches
    }

    pub(super) fn segments(&self) -> &Segments {
        self.analysis.segments(self.id)
    }

    /// The words that a span points at; none where it does not fit.
    pub(super) fn words_of(&self, span: Span) -> &str {
        self.document.text.get(span).unwrap_or_default()
    }

    /// The passages that begin inside a span: each has its badge there.
    pub(super) fn badges(&self, span: Span) -> &[Passage] {
        let first = self
            .passages
            .partition_point(|passage| passage.span.start < span.start);
        let last = self
            .passages
            .partition_point(|passage| passage.span.start < span.end);
        &self.passages[first..last.max(first)]
    }

    /// The piece that holds a byte, or the next one; nothing for the title, and past the end.
    pub(super) fn piece_at(&self, byte: usize) -> Option<usize> {
        if self.title.is_some_and(|title| byte < title.end) {
            return None;
        }
        let piece = self.pieces.partition_point(|piece| piece.span.end <= byte);
        (piece < self.pieces.len()).then_some(piece)
    }
}

/// Whether both hold the same words, but for what one of them has at its end: a piece that was put back.
fn is_same_text(one: &Document, other: &Document) -> bool {
    let (a, b) = (one.text.as_str(), other.text.as_str());
    let grown = || a.starts_with(b) || b.starts_with(a);
    a == b || one.origin.sha256 == other.origin.sha256 && grown()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Unattended, analyze};
    use crate::ingest;
    use crate::notebook::Notebook;

    #[test]
    fn an_entity_of_one_article_has_its_places_too_and_a_name_in_a_phrase_is_no_place_of_its_own() {
        let text = "Harbor closed\n\nMayor Ines Halloran came on Monday. Then Halloran left.";
        let document = ingest::read("harbor.txt", text.as_bytes()).unwrap();
        let analysis = analyze(&[Arc::new(document)], None, &Unattended).unwrap();
        let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
        let page = Page::new(&report, &[], DocumentId(0));
        let words = |within: Span| -> Vec<&str> {
            let spans = page.mentions_of(EntityId(0), within);
            spans.iter().map(|span| page.words_of(*span)).collect()
        };
        let whole = page.document.text.span();
        assert_eq!(words(whole), ["Mayor Ines Halloran", "Halloran"]);
        let rest = page.document.text.as_str().find("Then").unwrap();
        assert_eq!(words(Span::new(rest, whole.end)), ["Halloran"]);
    }
}

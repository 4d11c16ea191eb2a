//! The paragraphs of an article in the elements of NITF and of XHTML, which agencies use alike.

use super::element::{Element, Node};
use crate::ingest::draft::{Draft, Piece, squeeze};
use crate::ingest::furniture::phrases;
use crate::model::BlockKind;

/// Puts the paragraphs within an element into a draft.
pub(super) fn gather(element: &Element, draft: &mut Draft) {
    let mut gatherer = Gatherer {
        draft,
        words: String::new(),
    };
    gatherer.visit(element, BlockKind::Paragraph);
    gatherer.finish(BlockKind::Paragraph);
}

struct Gatherer<'a> {
    draft: &'a mut Draft,
    words: String,
}

impl Gatherer<'_> {
    /// A tree of elements is no deeper than its parser lets it be, so this may call itself.
    fn visit(&mut self, element: &Element, kind: BlockKind) {
        for child in &element.children {
            match child {
                Node::Text(words) => self.words.push_str(words),
                Node::Element(inner) => self.enter(inner, kind),
            }
        }
    }

    fn enter(&mut self, element: &Element, outer: BlockKind) {
        let kind = match element.name.as_str() {
            "script" | "style" | "media-reference" | "media-metadata" | "media-object" | "head" => {
                return;
            }
            "media-producer" => {
                self.finish(outer);
                if let Some(words) = element.words() {
                    self.draft.drop(words, phrases::CREDIT);
                }
                return;
            }
            "br" | "td" | "th" => {
                self.words.push(' ');
                return self.visit(element, outer);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" => BlockKind::Heading,
            "li" | "dt" | "dd" => BlockKind::ListItem,
            "blockquote" | "bq" => BlockKind::Quotation,
            "figcaption" | "caption" | "media-caption" => BlockKind::Caption,
            "p" | "div" | "section" | "article" | "main" | "body" | "block" | "body.content"
            | "table" | "tr" | "ul" | "ol" | "dl" | "pre" | "figure" | "media" | "hr" | "note"
            | "fn" => outer,
            _ => return self.visit(element, outer),
        };
        self.finish(outer);
        self.visit(element, kind);
        self.finish(kind);
    }

    fn finish(&mut self, kind: BlockKind) {
        let words = squeeze(&self.words);
        self.words.clear();
        if !words.is_empty() {
            self.draft.pieces.push(Piece::new(kind, words));
        }
    }
}

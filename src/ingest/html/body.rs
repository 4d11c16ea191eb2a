//! The article of a page as pieces.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, ReadabilityError};

use crate::ingest::draft::{Piece, Setting, squeeze};
use crate::ingest::error::Problem;
use crate::model::BlockKind;

/// Elements that hold no article text.
const SILENT: &str = "script, style, noscript, template, svg, iframe, object, button, input, select, textarea, \
    nav, footer, form, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=menu], [role=search], \
    [role=complementary], [role=contentinfo], [role=dialog], aside";

/// The largest number of elements that are looked at.
const MOST_ELEMENTS: usize = 500_000;

pub(super) fn pieces(document: Document) -> Result<Vec<Piece>, Problem> {
    document.select(SILENT).remove();
    let whole = Document::from(document.html());
    let config = Config {
        keep_classes: true,
        max_elements_to_parse: MOST_ELEMENTS,
        ..Config::default()
    };
    let reader = Readability::with_document(document, None, Some(config));
    let article = match reader.and_then(|mut reader| reader.parse()) {
        Ok(article) => Some(article),
        Err(ReadabilityError::TooManyElements(..)) => return Err(Problem::TooTangled),
        Err(_) => None,
    };
    let found = article
        .map(|article| walk(&Document::fragment(article.content).root()))
        .unwrap_or_default();
    // Very short pages give readability too little to go by.
    if found.is_empty() {
        return Ok(walk(&whole.root()));
    }
    Ok(found)
}

/// Takes the pieces out of a tree.
fn walk(root: &NodeRef<'_>) -> Vec<Piece> {
    let mut walker = Walker::default();
    walker.visit(root, BlockKind::Paragraph, false);
    walker.finish(BlockKind::Paragraph);
    walker.done
}

#[derive(Default)]
struct Walker {
    done: Vec<Piece>,
    words: String,
    /// Bytes of the words at hand that lie in links.
    linked: usize,
}

impl Walker {
    fn visit(&mut self, node: &NodeRef<'_>, kind: BlockKind, in_link: bool) {
        if node.is_text() {
            let words = node.text();
            self.words.push_str(&words);
            if in_link {
                self.linked += squeeze(&words).len();
            }
            return;
        }
        let name = node.node_name().unwrap_or_default();
        let inner = match name.as_ref() {
            "head" | "title" => return,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
            "li" | "dt" | "dd" => BlockKind::ListItem,
            "blockquote" => BlockKind::Quotation,
            "figcaption" | "caption" => BlockKind::Caption,
            _ => kind,
        };
        if name.as_ref() == "br" {
            self.words.push(' ');
            return;
        }
        let block = is_block(name.as_ref());
        if block {
            self.finish(kind);
        }
        for child in node.children_it(false) {
            self.visit(&child, inner, in_link || name.as_ref() == "a");
        }
        if block {
            self.finish(inner);
        } else if matches!(name.as_ref(), "td" | "th") {
            self.words.push(' ');
        }
    }

    fn finish(&mut self, kind: BlockKind) {
        let text = squeeze(&self.words);
        let linked = std::mem::take(&mut self.linked);
        self.words.clear();
        if text.is_empty() {
            return;
        }
        let setting = if linked + 3 >= text.len() {
            Setting::Linked
        } else {
            Setting::Plain
        };
        self.done.push(Piece {
            kind,
            text,
            setting,
        });
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "p"
            | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "figure"
            | "figcaption"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "table"
            | "caption"
            | "tr"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "address"
            | "details"
            | "summary"
    )
}

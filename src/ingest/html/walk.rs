//! A page as a row of paragraph-sized pieces.

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{Piece, Setting, squeeze};
use crate::model::BlockKind;

/// The attribute that numbers the blocks of a page, so that they can be found again.
pub(super) const MARK: &str = "data-counterpoint-block";

/// The attribute of what tells when an entry of a live blog was written.
pub(super) const CLOCK: &str = "data-counterpoint-clock";

/// A piece of the page, and where it stands.
pub(super) struct Candidate {
    pub piece: Piece,
    /// The number of its block.
    pub mark: usize,
    /// The class of a paragraph, or else of its parent; empty for other elements.
    pub set_as: String,
    /// Whether it is a heading of the first level.
    pub is_headline: bool,
}

/// Numbers the blocks of a page, and returns how many numbers there are.
///
/// Readability merges a container with the only container in it, so both bear one number.
pub(super) fn mark_blocks(document: &Document) -> usize {
    let mut marks = 0;
    for node in document.root().descendants() {
        let name = node.node_name().unwrap_or_default();
        if !is_block(&name) {
            continue;
        }
        let parent = node.parent().filter(|parent| {
            is_container(&name) && is_container(&parent.node_name().unwrap_or_default())
        });
        let alone = node.prev_element_sibling().is_none() && node.next_element_sibling().is_none();
        let shared = parent
            .filter(|_| alone)
            .and_then(|parent| parent.attr(MARK));
        if let Some(mark) = shared {
            node.set_attr(MARK, &mark);
        } else {
            node.set_attr(MARK, &marks.to_string());
            marks += 1;
        }
    }
    marks
}

fn is_container(name: &str) -> bool {
    matches!(name, "div" | "section")
}

/// The pieces of a page in order. Text outside of any block belongs to a block after the last.
pub(super) fn candidates(document: &Document, marks: usize) -> Vec<Candidate> {
    let mut walker = Walker::default();
    let page = Place {
        kind: BlockKind::Paragraph,
        mark: marks,
        set_as: String::new(),
        is_headline: false,
        is_clock: false,
    };
    walker.visit(&document.root(), &page, false);
    walker.finish(&page);
    walker.done
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "body"
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

/// The block that text belongs to.
struct Place {
    kind: BlockKind,
    mark: usize,
    set_as: String,
    is_headline: bool,
    is_clock: bool,
}

#[derive(Default)]
struct Walker {
    done: Vec<Candidate>,
    words: String,
    /// Bytes of the words at hand that lie in links.
    linked: usize,
    /// Whether one element ended and another began since the last words, without anything between them.
    joint: bool,
    /// Line breaks since the last words.
    breaks: usize,
}

impl Walker {
    /// Pages nest no deeper than `depth::limit` lets them, so this may call itself.
    fn visit(&mut self, node: &NodeRef<'_>, place: &Place, in_link: bool) {
        if node.is_text() {
            self.take(&node.text(), in_link);
            return;
        }
        let name = node.node_name().unwrap_or_default();
        let name = name.as_ref();
        if matches!(name, "head" | "title") {
            return;
        }
        if name == "br" {
            self.breaks += 1;
            // Two in a row are how old pages and letters part paragraphs.
            if self.breaks > 1 {
                self.finish(place);
            }
        }
        if name == "br" || matches!(name, "td" | "th") {
            self.words.push(' ');
        }
        let in_link = in_link || name == "a";
        if is_block(name) {
            self.finish(place);
            let inner = place_of(node, name, place);
            self.visit_children(node, &inner, in_link);
            self.finish(&inner);
        } else {
            self.visit_children(node, place, in_link);
        }
    }

    fn visit_children(&mut self, node: &NodeRef<'_>, place: &Place, in_link: bool) {
        let mut after_element = false;
        for child in node.children_it(false) {
            self.joint |= after_element && child.is_element();
            after_element = child.is_element();
            self.visit(&child, place, in_link);
        }
    }

    fn take(&mut self, words: &str, in_link: bool) {
        if !words.trim().is_empty() {
            self.breaks = 0;
        }
        // "Ana Ruiz" and "Reporter" in elements of their own are set apart by style sheets, which are not read.
        let sticks =
            self.words.ends_with(char::is_alphanumeric) && words.starts_with(char::is_uppercase);
        if self.joint && sticks {
            self.words.push(' ');
        }
        self.joint = false;
        self.words.push_str(words);
        if in_link {
            self.linked += squeeze(words).len();
        }
    }

    fn finish(&mut self, place: &Place) {
        let text = squeeze(&self.words);
        let linked = std::mem::take(&mut self.linked);
        self.words.clear();
        self.joint = false;
        if text.is_empty() {
            return;
        }
        let setting = if place.is_clock {
            Setting::Clock
        } else if linked + 3 >= text.len() {
            Setting::Linked
        } else {
            Setting::Plain
        };
        self.done.push(Candidate {
            piece: Piece {
                kind: place.kind,
                text,
                setting,
            },
            mark: place.mark,
            set_as: place.set_as.clone(),
            is_headline: place.is_headline,
        });
    }
}

fn place_of(node: &NodeRef<'_>, name: &str, outer: &Place) -> Place {
    let class = node.class().unwrap_or_default();
    let kind = match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" | "dt" | "dd" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quotation,
        "figcaption" | "caption" => BlockKind::Caption,
        _ if class.to_ascii_lowercase().contains("caption") => BlockKind::Caption,
        _ => outer.kind,
    };
    let set_as = match name {
        "p" if class.is_empty() => node
            .parent()
            .and_then(|parent| parent.class())
            .map(|class| format!("p in {class}"))
            .unwrap_or_default(),
        "p" => class.to_string(),
        _ => String::new(),
    };
    Place {
        kind,
        mark: node
            .attr(MARK)
            .and_then(|mark| mark.parse().ok())
            .unwrap_or(outer.mark),
        set_as,
        is_headline: name == "h1",
        is_clock: node.has_attr(CLOCK),
    }
}

//! XML as a tree that is bounded in depth and size.

use crate::ingest::draft::squeeze;
use crate::ingest::error::Problem;
use crate::ingest::xml::{self, Event, Reader};

/// Agencies nest a dozen elements; what nests deeper than this is no article.
const DEEPEST: usize = 100;

const MOST_ELEMENTS: usize = 500_000;

#[derive(Debug, Default)]
pub(super) struct Element {
    /// Without the prefix of its namespace, in lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    fn of(start: xml::Element) -> Self {
        let attributes = start.attributes.into_iter();
        Self {
            name: start.name.to_ascii_lowercase(),
            attributes: attributes
                .map(|(name, value)| (name.to_ascii_lowercase(), value))
                .collect(),
            children: Vec::new(),
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element with this name, in order of the document, itself included.
    pub fn find(&self, name: &str) -> Option<&Self> {
        if self.name == name {
            return Some(self);
        }
        self.elements().find_map(|element| element.find(name))
    }

    /// Its words and those of all within, with one space for any white space; nothing where there are none.
    pub fn words(&self) -> Option<String> {
        let words = squeeze(&self.text());
        (!words.is_empty()).then_some(words)
    }

    /// Its characters and those of all within.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.gather(text),
                Node::Text(words) => text.push_str(words),
            }
        }
    }

    fn say(&mut self, words: &str) {
        if let Some(Node::Text(text)) = self.children.last_mut() {
            text.push_str(words);
        } else {
            self.children.push(Node::Text(words.to_owned()));
        }
    }
}

/// The root element of a document.
pub(super) fn parse(xml: &str) -> Result<Element, Problem> {
    let mut reader = Reader::new(xml);
    // The elements that are open, from the one that stands for the document.
    let mut open = vec![Element::default()];
    let mut count = 0_usize;
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(start) => {
                count += 1;
                if open.len() > DEEPEST || count > MOST_ELEMENTS {
                    return Err(Problem::TooTangled);
                }
                open.push(Element::of(start));
            }
            Event::Close(_) => {
                // The reader sees to it that what closes was open.
                if let Some(done) = open.pop()
                    && let Some(outer) = open.last_mut()
                {
                    outer.children.push(Node::Element(done));
                }
            }
            Event::Words(words) => {
                if let Some(inner) = open.last_mut() {
                    inner.say(&words);
                }
            }
        }
    }
    let document = open.pop().unwrap_or_default();
    document
        .children
        .into_iter()
        .find_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
        .ok_or(Problem::NoArticle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(xml: &str) -> String {
        parse(xml).unwrap().words().unwrap_or_default()
    }

    #[test]
    fn words_are_gathered_with_the_five_entities_and_numbers() {
        assert_eq!(
            words("<a>Halden &amp; <b>Elm</b> &#233;&#x1F600; <![CDATA[<x> &amp;]]></a>"),
            "Halden & Elm é😀 <x> &amp;"
        );
        assert_eq!(
            parse(r#"<x:a x:Name="one &amp; two"/>"#)
                .unwrap()
                .attribute("name"),
            Some("one & two")
        );
    }

    #[test]
    fn entities_of_the_document_are_never_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&m; &f;</a>";
        assert_eq!(words(bomb), "");
    }

    #[test]
    fn depth_and_number_of_elements_are_bounded() {
        let nested = |depth: usize| format!("{}x{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert_eq!(words(&nested(DEEPEST)), "x");
        assert_eq!(
            parse(&nested(DEEPEST + 1)).unwrap_err(),
            Problem::TooTangled
        );
        assert_eq!(parse(&nested(200_000)).unwrap_err(), Problem::TooTangled);
        let many = format!("<a>{}</a>", "<b/>".repeat(MOST_ELEMENTS));
        assert_eq!(parse(&many).unwrap_err(), Problem::TooTangled);
    }

    #[test]
    fn damage_is_told_by_its_line() {
        assert_eq!(
            parse("<a>\n<b>\n").unwrap_err(),
            Problem::BrokenXml { line: 3 }
        );
        assert_eq!(
            parse("<a>\n</b>").unwrap_err(),
            Problem::BrokenXml { line: 2 }
        );
    }
}

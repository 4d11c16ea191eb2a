//! XML as a tree that is bounded in depth and size.
//!
//! Of entities only the five of XML itself and characters by their number are resolved; a document's own are left
//! as they stand, so none of them can grow, and nothing is ever fetched.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::ingest::draft::squeeze;
use crate::ingest::error::Problem;

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
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_dangling_amp = true;
    // The elements that are open, from the one that stands for the document.
    let mut open = vec![Element::default()];
    let mut count = 0_usize;
    loop {
        let damaged = |reader: &Reader<&[u8]>| {
            let read = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let before = xml.get(..read).unwrap_or(xml);
            Problem::BrokenXml {
                line: 1 + before.matches('\n').count(),
            }
        };
        let event = reader.read_event();
        let Some(inner) = open.last_mut() else {
            return Err(damaged(&reader));
        };
        match event {
            Ok(Event::Start(start)) => {
                count += 1;
                if open.len() > DEEPEST || count > MOST_ELEMENTS {
                    return Err(Problem::TooTangled);
                }
                open.push(element(&start));
            }
            Ok(Event::Empty(start)) => {
                count += 1;
                if count > MOST_ELEMENTS {
                    return Err(Problem::TooTangled);
                }
                inner.children.push(Node::Element(element(&start)));
            }
            Ok(Event::End(_)) => {
                let done = open.pop().unwrap_or_default();
                let Some(outer) = open.last_mut() else {
                    return Err(damaged(&reader));
                };
                outer.children.push(Node::Element(done));
            }
            Ok(Event::Text(words)) => inner.say(&words.into_inner()),
            Ok(Event::CData(words)) => inner.say(&words.into_inner()),
            Ok(Event::GeneralRef(reference)) => inner.say(&resolved(&reference)),
            Ok(Event::Eof) if open.len() == 1 => break,
            Ok(Event::Eof) | Err(_) => return Err(damaged(&reader)),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
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

fn element(start: &BytesStart<'_>) -> Element {
    let mut element = Element {
        name: local(start.name().as_ref()),
        ..Element::default()
    };
    for attribute in start.html_attributes().with_checks(false).flatten() {
        let value = attribute.value.as_ref();
        let value = quick_xml::escape::unescape(value)
            .map_or_else(|_| value.to_owned(), |plain| plain.into_owned());
        element
            .attributes
            .push((local(attribute.key.as_ref()), value));
    }
    element
}

fn local(name: &str) -> String {
    let name = name.rsplit_once(':').map_or(name, |(_, local)| local);
    name.to_ascii_lowercase()
}

fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name: &str = reference;
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return format!("&{name};"),
    };
    known.to_owned()
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
        assert_eq!(words(bomb), "&m; &f;");
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

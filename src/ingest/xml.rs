//! XML as a row of events: bounded in depth, and without anything that a file could make of it.
//!
//! Declarations are passed over, so an entity that a file declares stays unknown and becomes a space; nothing is
//! fetched from anywhere. Names come without their prefix.

use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity};
use quick_xml::events::{BytesRef, BytesStart, Event as Raw};

use super::error::Problem;

/// Deeper than this, no document of words is nested.
const DEEPEST: usize = 256;

/// What stands next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Event {
    Open(Element),
    Close(String),
    Words(String),
}

/// An element as it opens.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Reads events one by one; an element without content opens and closes.
pub(super) struct Reader<'text> {
    text: &'text str,
    inner: quick_xml::Reader<&'text [u8]>,
    depth: usize,
    entity: fn(&str) -> Option<&'static str>,
}

impl<'text> Reader<'text> {
    pub fn new(text: &'text str) -> Self {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut inner = quick_xml::Reader::from_str(text);
        inner.config_mut().expand_empty_elements = true;
        // A bare `&` is what people write.
        inner.config_mut().allow_dangling_amp = true;
        Self {
            text,
            inner,
            depth: 0,
            entity: resolve_xml_entity,
        }
    }

    /// For pages, where the names of characters are those of HTML: `&nbsp;`.
    pub fn of_page(text: &'text str) -> Self {
        Self {
            entity: resolve_html5_entity,
            ..Self::new(text)
        }
    }

    /// The next event; none at the end.
    pub fn next(&mut self) -> Result<Option<Event>, Problem> {
        loop {
            let Ok(raw) = self.inner.read_event() else {
                return Err(self.damage());
            };
            return Ok(Some(match raw {
                Raw::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Problem::TooTangled);
                    }
                    Event::Open(self.element(&start))
                }
                Raw::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Event::Close(end.local_name().into_inner().to_owned())
                }
                Raw::Text(words) => Event::Words(words.xml10_content().into_owned()),
                Raw::CData(words) => Event::Words(words.xml10_content().into_owned()),
                Raw::GeneralRef(name) => Event::Words(self.character(&name)),
                Raw::Eof if self.depth > 0 => return Err(self.damage()),
                Raw::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Where the reader stopped.
    fn damage(&self) -> Problem {
        let read = usize::try_from(self.inner.buffer_position()).unwrap_or(usize::MAX);
        let before = self.text.get(..read).unwrap_or(self.text);
        Problem::BrokenXml {
            line: 1 + before.matches('\n').count(),
        }
    }

    /// Passes over all that lies in the element that opened last.
    pub fn skip(&mut self) -> Result<(), Problem> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next()?.is_some() {}
        Ok(())
    }

    /// The words in the element that opened last, which ends with this.
    pub fn words(&mut self) -> Result<String, Problem> {
        let outside = self.depth.saturating_sub(1);
        let mut all = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(Event::Words(words)) => all.push_str(&words),
                Some(_) => {}
                None => break,
            }
        }
        Ok(all)
    }

    fn element(&self, start: &BytesStart<'_>) -> Element {
        let attributes = start
            .html_attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .map(|attribute| {
                let value = quick_xml::escape::unescape_with(&attribute.value, self.entity)
                    .unwrap_or_default()
                    .into_owned();
                (attribute.key.local_name().into_inner().to_owned(), value)
            })
            .collect();
        Element {
            name: start.local_name().into_inner().to_owned(),
            attributes,
        }
    }

    fn character(&self, name: &BytesRef<'_>) -> String {
        if let Ok(Some(character)) = name.resolve_char_ref() {
            return character.to_string();
        }
        (self.entity)(&name.xml10_content())
            .unwrap_or(" ")
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events of a text in short: `<name`, `name>`, words.
    fn events(text: &str) -> Result<Vec<String>, Problem> {
        let mut reader = Reader::new(text);
        let mut found = Vec::new();
        while let Some(event) = reader.next()? {
            found.push(match event {
                Event::Open(element) => format!("<{}", element.name),
                Event::Close(name) => format!("{name}>"),
                Event::Words(words) => words,
            });
        }
        Ok(found)
    }

    #[test]
    fn names_lose_their_prefix_and_empty_elements_close() {
        assert_eq!(
            events("<?xml version='1.0'?><w:p><w:br/>He &amp; she</w:p>").unwrap(),
            ["<p", "<br", "br>", "He ", "&", " she", "p>"]
        );
    }

    #[test]
    fn entities_of_the_file_are_never_expanded() {
        let bomb = "<!DOCTYPE b [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>\
            <!ENTITY c SYSTEM 'file:///etc/hostname'>]><b>&b;&c;&lt;</b>";
        assert_eq!(events(bomb).unwrap(), ["<b", " ", " ", "<", "b>"]);
    }

    #[test]
    fn what_is_nested_too_deep_or_cut_off_is_refused() {
        assert_eq!(events(&"<a>".repeat(100_000)), Err(Problem::TooTangled));
        let broken = |line| Err(Problem::BrokenXml { line });
        assert_eq!(events("<a>\n<b>words</b>\n"), broken(3));
        assert_eq!(events("<a>words</b>"), broken(1));
    }

    #[test]
    fn an_element_can_be_passed_over() {
        let mut reader = Reader::new("<a><b><c>one</c>two</b>three</a>");
        reader.next().unwrap();
        reader.next().unwrap();
        reader.skip().unwrap();
        assert_eq!(
            reader.next().unwrap(),
            Some(Event::Words("three".to_owned()))
        );
    }
}

//! XML in the order in which it is written. Whatever a text holds, the document stays well-formed.

use quick_xml::escape::escape;

/// A document that grows at its end.
pub struct Xml(String);

impl Xml {
    pub fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    pub fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes, ">");
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes, "/>");
    }

    pub fn text(&mut self, words: &str) {
        self.0.push_str(&escape(legal(words)));
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            // A line break in an attribute would be read as a space; said so, it stays what it is.
            self.0
                .push_str(&escape(legal(value)).replace('\n', "&#10;"));
            self.0.push('"');
        }
        self.0.push_str(end);
    }
}

/// The text without the characters that XML 1.0 knows no way to write; each becomes one replacement character,
/// so that offsets still count.
fn legal(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\t' | '\n' | '\r' => character,
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::escape::unescape;
    use quick_xml::events::Event;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_read_as_it_was_written(text in "\\PC{0,60}") {
            let mut xml = Xml::new();
            xml.element("a", &[("b", &text)], |xml| xml.text(&text));
            let written = String::from_utf8(xml.into_bytes()).unwrap();
            let mut reader = Reader::from_str(&written);
            let mut read = String::new();
            loop {
                match reader.read_event().unwrap() {
                    Event::Text(words) => read.push_str(&words),
                    Event::GeneralRef(name) => {
                        let entity = format!("&{};", &*name);
                        read.push_str(&unescape(&entity).unwrap());
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
            prop_assert_eq!(read.trim_start_matches('\n'), text.as_str());
        }
    }

    #[test]
    fn a_control_character_does_not_break_the_document() {
        let mut xml = Xml::new();
        xml.element("a", &[("b", "\u{1}\n")], |xml| xml.text("x\0<y>"));
        let written = String::from_utf8(xml.into_bytes()).unwrap();
        assert!(
            written.ends_with("<a b=\"\u{fffd}&#10;\">x\u{fffd}&lt;y&gt;</a>"),
            "{written}"
        );
    }
}

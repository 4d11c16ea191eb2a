//! Text that Markdown shows as it is.

/// One line of text with nothing in it that Markdown would take for a sign.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => {
                safe.push('\\');
                safe.push(character);
            }
            // A line break inside a sentence would end a quotation.
            character if character.is_control() => safe.push(' '),
            character => safe.push(character),
        }
    }
    safe
}

/// Several lines: line breaks stay, as hard ones, and blank lines as paragraphs.
pub fn escaped_lines(text: &str) -> String {
    let paragraphs: Vec<String> = text
        .trim()
        .split("\n\n")
        .map(|paragraph| {
            let lines: Vec<String> = paragraph
                .trim()
                .lines()
                .map(|line| at_line_start(&escaped(line.trim())))
                .collect();
            lines.join("\\\n")
        })
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    paragraphs.join("\n\n")
}

/// Keeps the first characters of a line from making it a list or a heading.
pub fn at_line_start(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    if rest.starts_with(['-', '+', '=']) && number.is_empty()
        || rest.starts_with(['.', ')']) && !number.is_empty()
    {
        format!("{number}\\{rest}")
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    use super::*;

    /// What a reader of the Markdown sees; panics where it is anything but one paragraph of words.
    fn rendered(markdown: &str) -> String {
        let mut shown = String::new();
        for event in Parser::new(markdown) {
            match event {
                Event::Text(words) => shown.push_str(&words),
                Event::HardBreak => shown.push('\n'),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                other => panic!("{other:?} in {markdown:?}"),
            }
        }
        shown
    }

    proptest! {
        #[test]
        fn escaped_text_reads_as_it_was(text in "[ -~é🙂]{1,40}") {
            let text = text.trim();
            prop_assert_eq!(rendered(&at_line_start(&escaped(text))), text);
        }
    }

    #[test]
    fn lines_of_a_note_stay_lines() {
        assert_eq!(
            rendered(&escaped_lines("- one\n2. *two*")),
            "- one\n2. *two*"
        );
    }
}

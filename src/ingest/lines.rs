//! Lines of running text to paragraphs.

use crate::text::Span;

/// Titles that a sentence does not end with, although a full stop does.
const TITLES: [&str; 14] = [
    "Rev.", "Mr.", "Mrs.", "Ms.", "Dr.", "Gov.", "Sen.", "Rep.", "Gen.", "Lt.", "Col.", "Sgt.",
    "Capt.", "Prof.",
];

/// A paragraph of a text, and how it is set off from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Without white space at either end.
    pub span: Span,
    /// Whether a blank line, or the start of the text, comes before it.
    pub gap_before: bool,
}

/// Divides a text: at blank lines, and at line breaks unless the lines are wrapped or a sentence runs on.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let wrapped = are_wrapped(text, &lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let words = slice(text, line.span);
        if let Some(last) = paragraphs.last_mut()
            && !line.gap_before
            && !is_list_item(words)
            && (wrapped || runs_on(slice(text, last.span), words))
        {
            last.span = last.span.cover(line.span);
        } else {
            paragraphs.push(line);
        }
    }
    paragraphs
}

/// Whether a text leaves blank lines between its paragraphs, so that a line without one means something.
pub(super) fn are_spaced(paragraphs: &[Paragraph]) -> bool {
    let spaced = paragraphs
        .iter()
        .filter(|paragraph| paragraph.gap_before)
        .count();
    spaced * 3 >= paragraphs.len() * 2
}

/// Whether a line begins with a bullet or a number of a list.
pub(super) fn is_list_item(line: &str) -> bool {
    let Some((mark, rest)) = line.split_once(char::is_whitespace) else {
        return false;
    };
    let numbered = mark.strip_suffix(['.', ')']).is_some_and(|digits| {
        (1..=2).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_digit())
    });
    !rest.trim().is_empty() && (numbered || matches!(mark, "-" | "*" | "•" | "·" | "–" | "▪" | "●"))
}

/// Whether words end as a sentence does.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

/// Non-blank lines without the white space around them.
fn lines(text: &str) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut gap_before = true;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            gap_before = true;
        } else {
            let from = start + (line.len() - line.trim_start().len());
            lines.push(Paragraph {
                span: Span::new(from, from + words.len()),
                gap_before,
            });
            gap_before = false;
        }
        start += line.len();
    }
    lines
}

/// Whether most line breaks stand where a line was full, not where a paragraph ended.
fn are_wrapped(text: &str, lines: &[Paragraph]) -> bool {
    let mut inner = 0_usize;
    let mut full = 0_usize;
    let mut unfinished = 0_usize;
    for pair in lines.windows(2) {
        if pair[1].gap_before {
            continue;
        }
        let words = slice(text, pair[0].span);
        // Counting bytes is enough to tell a long line, and keeps this cheap.
        inner += 1;
        full += usize::from((45..=110).contains(&words.len()));
        unfinished += usize::from(!ends_sentence(words));
    }
    inner >= 2 && full * 5 >= inner * 4 && unfinished * 2 >= inner
}

/// Whether a sentence goes on over a line break.
fn runs_on(before: &str, after: &str) -> bool {
    let last_word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    if TITLES.contains(&last_word) {
        return true;
    }
    before.ends_with(|last: char| last.is_lowercase() || last == ',')
        && after.starts_with(char::is_lowercase)
}

fn slice(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text)
            .iter()
            .map(|paragraph| slice(text, paragraph.span))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blank_lines_and_line_breaks_divide() {
        check(
            "A first paragraph.\r\n\r\nA second.\r\nA third.\r\n",
            &["A first paragraph.", "A second.", "A third."],
        );
    }

    #[test]
    fn wrapped_lines_stay_together() {
        let text = "The council voted on Tuesday to close the old bridge for\nat least six months, after engineers found cracks in two\nof its pillars, the mayor said.\n\nWork begins in May.";
        check(
            text,
            &[
                "The council voted on Tuesday to close the old bridge for\nat least six months, after engineers found cracks in two\nof its pillars, the mayor said.",
                "Work begins in May.",
            ],
        );
    }

    #[test]
    fn a_title_before_a_name_does_not_end_a_paragraph() {
        check(
            "\"We have no idea,\" said the Rev.\nLarry Holt of the chapel.\nNo one was hurt.",
            &[
                "\"We have no idea,\" said the Rev.\nLarry Holt of the chapel.",
                "No one was hurt.",
            ],
        );
    }

    #[test]
    fn list_items_are_told_by_their_mark() {
        assert!(is_list_item("- one thing"));
        assert!(is_list_item("2. another thing"));
        assert!(!is_list_item("2026. It was a year"));
        assert!(!is_list_item("– "));
    }
}

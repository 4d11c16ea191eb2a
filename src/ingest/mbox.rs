//! Mailboxes: letters one after another, each behind a line that begins with "From ".

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::bytes::Regex;

/// The line before a letter names its sender and the time.
static SEPARATOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m-u)^From [^\r\n]*\d{1,2}:\d{2}[^\r\n]*\d{4}[^\r\n]*\r?\n")
        .expect("the pattern is fixed")
});
/// A line of a letter that looks like it is quoted so.
static QUOTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m-u)^>(>*From )").expect("the pattern is fixed"));

pub(super) fn looks_like_mailbox(bytes: &[u8]) -> bool {
    SEPARATOR
        .find(bytes)
        .is_some_and(|first| first.start() == 0)
}

/// The letters of a mailbox in order.
pub(super) fn letters(bytes: &[u8]) -> Vec<&[u8]> {
    // A separator stands at the start or behind an empty line; elsewhere it is a line of the letter.
    let separators: Vec<_> = SEPARATOR
        .find_iter(bytes)
        .filter(|found| {
            let before = bytes.get(..found.start()).unwrap_or_default();
            before.is_empty() || before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n")
        })
        .collect();
    let ends = separators
        .iter()
        .skip(1)
        .map(|next| next.start())
        .chain([bytes.len()]);
    separators
        .iter()
        .zip(ends)
        .filter_map(|(separator, end)| bytes.get(separator.end()..end))
        .collect()
}

/// A letter as it was sent.
pub(super) fn unquoted(letter: &[u8]) -> Cow<'_, [u8]> {
    QUOTED.replace_all(letter, b"$1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tests::{BODY, MORE, message};
    use crate::ingest::{read, read_chosen};

    fn mailbox() -> String {
        let letter = |subject: &str, body: &str| {
            format!(
                "From ana@example.org Thu Mar 12 07:05:00 2026\nFrom: Ana Ruiz <ana@example.org>\nTo: ben@example.org\n\
                 Subject: {subject}\nDate: Thu, 12 Mar 2026 07:05:00 +0100\n\n{body}\n\n"
            )
        };
        letter(
            "Bridge closed",
            &format!("{BODY}\n\n>From May on, nobody will cross it by car."),
        ) + &letter("Ferry runs", MORE)
    }

    #[test]
    fn a_mailbox_of_several_letters_asks_which() {
        let message = message("letters.mbox", mailbox());
        assert!(message.contains("2 articles"), "{message}");
        assert!(
            message.contains("#1 Bridge closed, #2 Ferry runs"),
            "{message}"
        );
    }

    #[test]
    fn each_letter_can_be_read() {
        let first = read_chosen("letters.mbox", mailbox().as_bytes(), 1).unwrap();
        assert_eq!(
            first.text.as_str(),
            format!("Bridge closed\n\n{BODY}\n\nFrom May on, nobody will cross it by car.")
        );
        let second = read_chosen("letters.mbox", mailbox().as_bytes(), 2).unwrap();
        assert_eq!(second.metadata.authors, ["Ana Ruiz"]);
        assert_eq!(second.origin.file, "letters.mbox#2");
        assert_ne!(first.origin.sha256, second.origin.sha256);
    }

    #[test]
    fn a_mailbox_of_one_letter_is_read() {
        let text = mailbox();
        let end = text.rfind("From ana").unwrap();
        let one = text.get(..end).unwrap();
        assert_eq!(
            read("one.mbox", one.as_bytes())
                .unwrap()
                .metadata
                .title
                .as_deref(),
            Some("Bridge closed")
        );
    }

    #[test]
    fn a_line_in_a_letter_is_no_separator() {
        let box_ = b"From a 07:05 2026\nX: y\n\nText\nFrom here at 07:05 in 2026\nmore\n";
        assert_eq!(letters(box_).len(), 1);
    }
}

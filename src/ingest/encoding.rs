//! Bytes to characters: byte order marks, what a page declares, and detection for the rest.

use std::borrow::Cow;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use regex::bytes::Regex;

/// How far into a page its declaration of an encoding is looked for.
const DECLARATION_WITHIN: usize = 4096;

static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)"#)
        .expect("the pattern is fixed")
});

/// The characters that the bytes stand for. Never fails: bytes that make no sense become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    // `decode` looks at byte order marks itself and lets them win.
    encoding_of(bytes).decode(bytes).0
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    let declared = declared(bytes);
    if declared == Some(ISO_2022_JP) {
        return ISO_2022_JP;
    }
    // Browsers save pages as UTF-8 and leave the old declaration in, so bytes that are valid UTF-8 win over it.
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    declared
        .filter(|&encoding| encoding != UTF_8)
        .unwrap_or_else(|| detected(bytes))
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION_WITHIN).unwrap_or(bytes);
    let label = DECLARATION.captures(head)?.get(1)?;
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    // A mostly valid UTF-8 file with a few broken bytes is a damaged UTF-8 file, not Windows-1252.
    let damaged = String::from_utf8_lossy(bytes);
    let broken = damaged.matches('\u{FFFD}').count();
    let sound = damaged
        .chars()
        .filter(|character| !character.is_ascii())
        .count()
        - broken;
    if sound > 4 * broken {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 that lacks its mark shows in the zero half of Latin letters.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let pairs = head.chunks_exact(2);
    let total = pairs.len();
    if total < 4 {
        return None;
    }
    let zeros = |place: usize| pairs.clone().filter(|pair| pair[place] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    if first == 0 && second * 10 >= total * 7 {
        Some(UTF_16LE)
    } else if second == 0 && first * 10 >= total * 7 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes), expected);
    }

    #[test]
    fn a_byte_order_mark_is_obeyed_and_left_out() {
        check(b"\xEF\xBB\xBFcaf\xC3\xA9", "café");
        check(b"\xFF\xFEc\0a\0f\0\xE9\0", "café");
        check(b"\xFE\xFF\0c\0a\0f\0\xE9", "café");
    }

    #[test]
    fn utf_16_without_a_mark_is_seen() {
        let little: Vec<u8> = "The mayor resigned."
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "The mayor resigned."
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        check(&little, "The mayor resigned.");
        check(&big, "The mayor resigned.");
    }

    #[test]
    fn a_page_says_its_encoding() {
        check(
            b"<meta charset=\"windows-1251\"><p>\xCF\xF0\xE8\xE2\xE5\xF2</p>",
            "<meta charset=\"windows-1251\"><p>Привет</p>",
        );
    }

    #[test]
    fn valid_utf_8_wins_over_an_old_declaration() {
        let page = "<meta charset=\"iso-8859-1\"><p>café – “quoted”</p>";
        check(page.as_bytes(), page);
    }

    #[test]
    fn legacy_bytes_are_detected() {
        check(
            b"Le pr\xE9sident a d\xE9clar\xE9 qu\x92il \xE9tait tr\xE8s pr\xE9occup\xE9.",
            "Le président a déclaré qu’il était très préoccupé.",
        );
    }

    #[test]
    fn one_broken_byte_does_not_spoil_the_rest_of_utf_8() {
        let mut bytes = "Ça a été décidé à l’été – très tôt.".as_bytes().to_vec();
        bytes.push(0xFF);
        check(&bytes, "Ça a été décidé à l’été – très tôt.\u{FFFD}");
    }
}

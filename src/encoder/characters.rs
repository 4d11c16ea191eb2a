//! Sorts of characters, as the tokenizer that the network was trained with tells them apart.

use std::sync::LazyLock;

use regex::Regex;

static CONTROL: LazyLock<Regex> = LazyLock::new(|| class(r"[\p{Cc}\p{Cf}\p{Co}]"));
static MARK: LazyLock<Regex> = LazyLock::new(|| class(r"\p{Mn}"));
static PUNCTUATION: LazyLock<Regex> = LazyLock::new(|| class(r"\p{P}"));
static LETTER: LazyLock<Regex> = LazyLock::new(|| class(r"\p{L}"));
static DIGIT: LazyLock<Regex> =
    LazyLock::new(|| class(r"[\p{Nd}¹²³⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒]"));

fn class(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a class of characters is a pattern")
}

fn is_in(class: &Regex, c: char) -> bool {
    class.is_match(c.encode_utf8(&mut [0; 4]))
}

/// Whether the tokenizer drops the character: it is neither written nor white space.
pub(super) fn is_dropped(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{fffd}' => true,
        _ if c.is_ascii() => c.is_ascii_control(),
        _ => is_in(&CONTROL, c),
    }
}

/// An accent that stands on the letter before it.
pub(super) fn is_accent(c: char) -> bool {
    !c.is_ascii() && is_in(&MARK, c)
}

/// All signs on the keyboard count, "$" and "+" among them.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_punctuation()
    } else {
        is_in(&PUNCTUATION, c)
    }
}

pub(super) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        is_in(&LETTER, c)
    }
}

pub(super) fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_digit()
    } else {
        is_in(&DIGIT, c)
    }
}

/// A sign of Chinese writing, which is a word by itself.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(
        u32::from(c),
        0x4E00..=0x9FFF
            | 0x3400..=0x4DBF
            | 0x20000..=0x2A6DF
            | 0x2A700..=0x2B73F
            | 0x2B740..=0x2B81F
            | 0x2B920..=0x2CEAF
            | 0xF900..=0xFAFF
            | 0x2F800..=0x2FA1F
    )
}

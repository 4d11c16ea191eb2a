//! Words made comparable: case, accents and typography off.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words in lower case, without accents, with straight quotes, plain hyphens and single spaces.
///
/// For comparison only: spans always point into the text as it was written.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        for c in text.chars() {
            push(&mut folded, c.to_ascii_lowercase());
        }
    } else {
        for c in text.nfkd().filter(|&c| !is_combining_mark(c)) {
            for lower in plain(c).to_lowercase() {
                push(&mut folded, lower);
            }
        }
    }
    folded
}

/// Appends a character, and one space for any run of white space.
fn push(folded: &mut String, c: char) {
    if !c.is_whitespace() {
        folded.push(c);
    } else if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// The keyboard's form of typographic quotes and dashes.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | '`' | '´' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_typography_fold_away() {
        assert_eq!(fold("Ka’loni  São—Tomé"), "ka'loni sao-tome");
        assert_eq!(fold("U.S. Army"), "u.s. army");
    }

    #[test]
    fn other_scripts_are_kept() {
        assert_eq!(fold("Київ 東京"), "киів 東京");
    }
}

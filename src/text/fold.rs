//! Words made comparable: case, accents and typography off.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::Span;

/// The words in lower case, without accents, with straight quotes, plain hyphens and single spaces.
///
/// For comparison only: spans always point into the text as it was written.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut folded, c);
    }
    folded
}

/// A folded view of a text that knows where each part of it stood.
#[derive(Clone, Debug)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, where the character that it came from begins.
    places: Vec<usize>,
    /// How long the text is that was folded.
    length: usize,
}

impl Folded {
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len());
        for (place, c) in text.char_indices() {
            push(&mut folded, c);
            places.resize(folded.len(), place);
        }
        Self {
            text: folded,
            places,
            length: text.len(),
        }
    }

    /// Where the text says these words in any case, accents and typography; one place ends before the next begins.
    pub fn find(&self, words: &str) -> Vec<Span> {
        let words = fold(words);
        if words.is_empty() {
            return Vec::new();
        }
        let mut spans: Vec<Span> = Vec::new();
        for (start, found) in self.text.match_indices(&words) {
            let span = self.unfolded(start, start + found.len());
            // Two letters of one sign, as in a ligature, are one place.
            if spans.last().is_none_or(|last| last.end <= span.start) {
                spans.push(span);
            }
        }
        spans
    }

    /// The characters that a stretch of the view came from, with the accents that follow the last.
    fn unfolded(&self, start: usize, end: usize) -> Span {
        let last = self.places[end - 1];
        let mut behind = self.places[end..].iter();
        let end = behind.find(|place| **place > last);
        Span::new(self.places[start], end.copied().unwrap_or(self.length))
    }
}

/// Appends what a character folds to: one space for any run of white space, nothing for an accent.
fn push(folded: &mut String, c: char) {
    if c.is_ascii() {
        push_plain(folded, c.to_ascii_lowercase());
        return;
    }
    decompose_compatible(c, |part| {
        if !is_combining_mark(part) {
            for lower in plain(part).to_lowercase() {
                push_plain(folded, lower);
            }
        }
    });
}

fn push_plain(folded: &mut String, c: char) {
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
    use proptest::prelude::*;

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

    /// What is found, in the words of the text.
    fn found<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        let spans = Folded::new(text).find(words);
        spans
            .into_iter()
            .map(|span| text.get(span.range()).unwrap())
            .collect()
    }

    #[test]
    fn words_are_found_as_they_were_written() {
        assert_eq!(
            found("São Tomé, SAO  TOME", "sao tome"),
            ["São Tomé", "SAO  TOME"]
        );
        assert_eq!(
            found("the mayor’s — e\u{301}lan", "R's - E"),
            ["r’s — e\u{301}"]
        );
        assert_eq!(found("eﬃcient", "ffi"), ["ﬃ"]);
        assert_eq!(found("eﬃcient", "f"), ["ﬃ"]);
        assert_eq!(found("aaa", "aa"), ["aa"]);
        assert_eq!(found("over the\n\nline", "The Line"), ["the\n\nline"]);
        assert_eq!(found("word", ""), [""; 0]);
        assert_eq!(found("word", "\u{301}"), [""; 0]);
        assert_eq!(found("", "x"), [""; 0]);
        assert_eq!(found("東京で火事", "京で"), ["京で"]);
    }

    proptest! {
        #[test]
        fn every_stretch_of_a_text_is_found_in_it(text in "\\PC{0,40}", from in 0_usize..40, length in 1_usize..10) {
            let words: String = text.chars().skip(from).take(length).collect();
            let view = Folded::new(&text);
            prop_assert_eq!(&view.text, &fold(&text));
            for span in view.find(&words) {
                prop_assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
            }
            let folded = fold(&words);
            if view.text.contains(&folded) && !folded.is_empty() {
                prop_assert!(!view.find(&words).is_empty());
            }
        }
    }
}

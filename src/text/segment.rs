//! One text into paragraphs, sentences, tokens and quotations.

use super::{Segments, Sentence, SourceText, Span, quotations, sentences, tokens};

/// Divides a text whose paragraphs are known. Takes time linear in the length of the text.
pub fn segment(source: &SourceText, paragraphs: &[Span]) -> Segments {
    let mut segments = Segments {
        paragraphs: paragraphs.to_vec(),
        quotations: quotations::find(source, paragraphs),
        ..Segments::default()
    };
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        for span in sentences::split(source, paragraph, &segments.quotations) {
            let first = segments.tokens.len();
            tokens::split(source, span, &mut segments.tokens);
            segments.sentences.push(Sentence {
                span,
                paragraph: index,
                tokens: first..segments.tokens.len(),
            });
        }
    }
    segments
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::TokenKind;

    fn segmented(text: &str) -> (SourceText, Segments) {
        let source = SourceText::new(text);
        let segments = segment(&source, &[source.span()]);
        (source, segments)
    }

    fn sentences(text: &str) -> Vec<String> {
        let (source, segments) = segmented(text);
        let spans = segments.sentences.iter().map(|sentence| sentence.span);
        spans.map(|span| source.slice(span).to_owned()).collect()
    }

    fn tokens(text: &str) -> Vec<String> {
        let (source, segments) = segmented(text);
        let spans = segments.tokens.iter().map(|token| token.span);
        spans.map(|span| source.slice(span).to_owned()).collect()
    }

    #[test]
    fn titles_and_initials_end_no_sentence() {
        for text in [
            "Alaska Gov. Sarah Palin apologized.",
            "Sen. J. K. Marsh met Mr. Lee of the U.S. Senate.",
            "The Rev. Larry Kroon spoke on Jan. 5 in St. Paul.",
            "She works for Acme Inc. Chairman Paul Rees said so.",
            "It was J. Lee, R-S.C., who left.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn an_abbreviation_may_end_a_sentence() {
        assert_eq!(
            sentences("He returned to the U.S. The visit was short."),
            ["He returned to the U.S.", "The visit was short."]
        );
        assert_eq!(
            sentences("It began at 3 p. m. Monday. It ended at 5 p.m. Nobody was hurt."),
            [
                "It began at 3 p. m. Monday.",
                "It ended at 5 p.m.",
                "Nobody was hurt."
            ]
        );
    }

    #[test]
    fn closing_marks_stay_with_the_sentence_that_they_end() {
        assert_eq!(
            sentences("“We won. They lost.” He left. \" It is over. \" She agreed."),
            [
                "“We won.",
                "They lost.”",
                "He left.",
                "\" It is over. \"",
                "She agreed."
            ]
        );
        assert_eq!(
            sentences("\"Why now?\" he asked. It rained."),
            ["\"Why now?\" he asked.", "It rained."]
        );
    }

    #[test]
    fn stops_with_spaces_before_them_end_sentences() {
        assert_eq!(
            sentences("The church burned . Nobody was hurt ."),
            ["The church burned .", "Nobody was hurt ."]
        );
    }

    #[test]
    fn words_keep_their_hyphens_and_numbers_their_separators() {
        assert_eq!(
            tokens("The 34-year-old paid $1,250.50 for a state-of-the-art car."),
            [
                "The",
                "34-year-old",
                "paid",
                "$",
                "1,250.50",
                "for",
                "a",
                "state-of-the-art",
                "car",
                "."
            ]
        );
    }

    #[test]
    fn possessives_and_contractions_are_tokens_of_their_own() {
        assert_eq!(
            tokens("Japan’s envoy didn't go; they'll wait."),
            [
                "Japan", "’s", "envoy", "did", "n't", "go", ";", "they", "'ll", "wait", "."
            ]
        );
    }

    #[test]
    fn abbreviations_keep_their_stops() {
        assert_eq!(
            tokens("Gov. J. Lee, R-S.C., left the U.S. at 5 p.m. on Jan. 5."),
            [
                "Gov.", "J.", "Lee", ",", "R-S.C.", ",", "left", "the", "U.S.", "at", "5", "p.m.",
                "on", "Jan.", "5", "."
            ]
        );
    }

    #[test]
    fn a_line_of_a_megabyte_is_divided_without_delay() {
        for text in ["\"(a. B? ".repeat(150_000), "x".repeat(1 << 20)] {
            let (_, segments) = segmented(&text);
            assert!(!segments.sentences.is_empty(), "nothing was found");
        }
    }

    proptest! {
        #[test]
        fn segments_are_ordered_and_lose_no_word(text in "(\\PC|[ .\"'‘’“”\n]|U\\.S\\.|[a-z]{1,5}){0,60}") {
            let (source, segments) = segmented(&text);
            let mut end = 0;
            for sentence in &segments.sentences {
                prop_assert!(sentence.span.start >= end, "sentences overlap");
                prop_assert_eq!(source.trim(sentence.span), sentence.span);
                end = sentence.span.end;
            }
            let kept: usize = segments.tokens.iter().map(|token| token.span.len()).sum();
            let written: usize = text.chars().filter(|c| !c.is_whitespace()).map(char::len_utf8).sum();
            prop_assert!(kept >= written, "{kept} of {written} bytes");
            for token in &segments.tokens {
                let first = source.slice(token.span).chars().next();
                prop_assert_eq!(token.kind == TokenKind::Number, first.is_some_and(char::is_numeric));
            }
        }
    }
}

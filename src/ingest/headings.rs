//! Headings in running text, told by their look.

use super::lines::ends_sentence;

const LONGEST: usize = 90;
const MOST_WORDS: usize = 12;

/// Whether a paragraph is a heading: short, without the end of a sentence, and before a paragraph that reads like one.
pub(super) fn is_heading(words: &str, next: Option<&str>) -> bool {
    let Some(next) = next else {
        return false;
    };
    looks_like_heading(words) && next.len() > words.len() && ends_sentence(next)
}

fn looks_like_heading(words: &str) -> bool {
    words.len() <= LONGEST
        && !words.contains('\n')
        && words.split_whitespace().count() <= MOST_WORDS
        && words.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
        && words.ends_with(|last: char| {
            last.is_alphanumeric() || matches!(last, '!' | '?' | '’' | '”' | ')')
        })
        && !words
            .trim_end_matches(['"', '\'', '’', '”', ')'])
            .ends_with(['.', ','])
        && !is_one_sentence_of_many(words)
}

/// "Why? Nobody knows!" is talk, not a heading.
fn is_one_sentence_of_many(words: &str) -> bool {
    words
        .split_whitespace()
        .rev()
        .skip(1)
        .any(|word| word.len() > 3 && word.ends_with(['.', '!', '?']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The council will vote on the plan to close the bridge next week, she said.";

    #[test]
    fn short_lines_before_a_paragraph_are_headings() {
        assert!(is_heading("Decision to open the office!", Some(BODY)));
        assert!(is_heading("What happens next?", Some(BODY)));
        assert!(is_heading("A bridge too old", Some(BODY)));
    }

    #[test]
    fn sentences_and_last_lines_are_not() {
        assert!(!is_heading("Nobody was hurt.", Some(BODY)));
        assert!(!is_heading("\"Nobody was hurt\"", Some(BODY)));
        assert!(!is_heading("She went on: “Nobody was hurt.”", Some(BODY)));
        assert!(!is_heading("A bridge too old", None));
        assert!(!is_heading("A bridge too old", Some("Another short line")));
    }
}

//! Headings in running text, told by their look.

use super::date::parse_date;
use super::lines::ends_sentence;

const LONGEST: usize = 90;
const MOST_WORDS: usize = 12;

/// Whether a paragraph is a heading: short, without the end of a sentence, and before a paragraph that reads like one.
///
/// A question or a call counts only in a text that leaves blank lines: elsewhere each sentence may have its own line.
pub(super) fn is_heading(words: &str, next: Option<&str>, spaced: bool) -> bool {
    let Some(next) = next else {
        return false;
    };
    looks_like_heading(words)
        && (spaced || !ends_sentence(words))
        && !is_date_line(words)
        && next.len() > words.len()
        && ends_sentence(next)
}

/// "Updated: 7 July 2012, 10:04 PM": a date, or at least a fifth of it figures, or with a clear label.
fn is_date_line(words: &str) -> bool {
    let first = words.split([' ', ':']).next().unwrap_or_default();
    if ["updated", "published", "posted"].contains(&first.to_lowercase().as_str()) {
        return true;
    }
    let digits = words.chars().filter(char::is_ascii_digit).count();
    digits >= 4 && digits * 5 >= words.chars().count() || parse_date(words).is_some()
}

fn looks_like_heading(words: &str) -> bool {
    words.len() <= LONGEST
        && !words.contains('\n')
        && words.split_whitespace().count() <= MOST_WORDS
        && words.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
        && words.ends_with(|last: char| {
            last.is_alphanumeric() || matches!(last, '!' | '?' | '’' | '”' | ')')
        })
        && !is_talk(words)
        && !is_one_sentence_of_many(words)
}

/// A sentence that ends inside of quotation marks.
fn is_talk(words: &str) -> bool {
    let inner = words.trim_end_matches(['"', '\'', '’', '”', ')', ' ']);
    inner.ends_with(['.', ',']) || inner.len() < words.len() && inner.ends_with(['!', '?'])
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
        assert!(is_heading("Decision to open the office!", Some(BODY), true));
        assert!(is_heading("What happens next?", Some(BODY), true));
        assert!(is_heading("A bridge too old", Some(BODY), true));
    }

    #[test]
    fn sentences_and_last_lines_are_not() {
        assert!(!is_heading("Nobody was hurt.", Some(BODY), true));
        assert!(!is_heading("\"Nobody was hurt\"", Some(BODY), true));
        assert!(!is_heading(
            "She went on: “Nobody was hurt.”",
            Some(BODY),
            true
        ));
        assert!(!is_heading("They called back, “Never!”", Some(BODY), true));
        assert!(!is_heading("A bridge too old", None, true));
        assert!(!is_heading(
            "A bridge too old",
            Some("Another short line"),
            true
        ));
    }

    #[test]
    fn questions_in_running_text_and_dates_are_not() {
        assert!(!is_heading("Who made that suggestion?", Some(BODY), false));
        assert!(is_heading("A bridge too old", Some(BODY), false));
        assert!(!is_heading("12 March 2026", Some(BODY), true));
        assert!(!is_heading(
            "Updated: July 7, 2012, 10: 04 PM ET",
            Some(BODY),
            true
        ));
    }
}

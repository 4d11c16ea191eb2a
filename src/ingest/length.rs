//! How many words are read, whatever the format.

use super::error::Problem;

/// An article, and most books, are shorter.
pub(super) const MOST_WORDS: usize = 1_000_000;

pub(super) fn check(text: &str) -> Result<(), Problem> {
    check_count(text.split_whitespace().count())
}

pub(super) fn check_count(words: usize) -> Result<(), Problem> {
    if words > MOST_WORDS {
        return Err(Problem::TooLong(MOST_WORDS));
    }
    Ok(())
}

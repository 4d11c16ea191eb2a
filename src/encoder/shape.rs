//! How a word piece is written: the table of pieces knows lower case alone.

use super::characters::{is_digit, is_letter};

/// The shape of the tokens that stand for no text.
pub(super) const NONE: i32 = 0;

/// One past the largest shape.
pub(super) const COUNT: i32 = 8;

/// 1 lower case, 2 Title, 3 UPPER, 4 miXed, 5 one capital, 6 with a digit, 7 without a letter.
pub(super) fn of(text: &str) -> i32 {
    if text.chars().any(is_digit) {
        return 6;
    }
    let mut letters = text.chars().filter(|&c| is_letter(c));
    let Some(first) = letters.next() else {
        return 7;
    };
    let mut count = 1;
    let mut upper = usize::from(first.is_uppercase());
    for letter in letters {
        count += 1;
        upper += usize::from(letter.is_uppercase());
    }
    match upper {
        0 => 1,
        1 if count == 1 => 5,
        _ if upper == count => 3,
        1 if first.is_uppercase() => 2,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn shapes_tell_capitals_digits_and_signs() {
        let shapes = [
            "ferry", "Ferry", "UN", "iPhone", "A", "2nd", "—", "Łódź", "東",
        ]
        .map(super::of);
        assert_eq!(shapes, [1, 2, 3, 4, 5, 6, 7, 2, 1]);
    }
}

//! What each word of a statement is to the other statement, so that the network sees at its first layer what differs.

use std::collections::HashSet;

use super::shape;
use super::wordpiece::Tokens;

/// The mark of punctuation, and of the tokens that stand for no text.
pub(super) const NONE: i32 = 0;

/// One past the largest mark.
pub(super) const COUNT: i32 = 10;

/// So many first letters tell words of one stem, and two spellings of a name.
const BEGINNING: usize = 4;

/// The numbers of a word's pieces, and the word as it is written.
type Word<'a> = (Vec<i32>, &'a str);

/// The marks of the pieces of two texts, each against the other.
pub(super) fn of(first: (&str, &Tokens), second: (&str, &Tokens)) -> [Vec<i32>; 2] {
    let sides = [words(first.0, first.1), words(second.0, second.1)];
    let by_word = [against(&sides[0], &sides[1]), against(&sides[1], &sides[0])];
    let by_piece = |tokens: &Tokens, marks: &[i32]| {
        let pieces = tokens.pieces.iter();
        pieces.map(|piece| marks[piece.word]).collect()
    };
    [
        by_piece(first.1, &by_word[0]),
        by_piece(second.1, &by_word[1]),
    ]
}

fn words<'a>(text: &'a str, tokens: &Tokens) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'a>> = (tokens.words.iter())
        .map(|span| (Vec::new(), text.get(span.range()).unwrap_or_default()))
        .collect();
    for piece in &tokens.pieces {
        words[piece.word].0.push(piece.number);
    }
    words
}

/// Lower case, capital or figure, three times: words that the other side has, words of which it has the beginning, and
/// words that it has not.
fn against(own: &[Word<'_>], other: &[Word<'_>]) -> Vec<i32> {
    let same: HashSet<&[i32]> = other.iter().map(|(pieces, _)| pieces.as_slice()).collect();
    let begun: HashSet<String> = (other.iter())
        .filter_map(|(_, text)| beginning(text))
        .collect();
    let mark = |(pieces, text): &Word<'_>| {
        let written = match shape::of(text) {
            shape::SIGN => return NONE,
            shape::LOWER => 0,
            shape::FIGURE => 2,
            _ => 1,
        };
        let alike = || beginning(text).is_some_and(|letters| begun.contains(&letters));
        let known = match () {
            () if same.contains(pieces.as_slice()) => 0,
            () if alike() => 1,
            () => 2,
        };
        1 + 3 * known + written
    };
    own.iter().map(mark).collect()
}

/// The first letters of a word that has as many.
fn beginning(text: &str) -> Option<String> {
    let letters: String = text.chars().take(BEGINNING).collect();
    (letters.chars().count() == BEGINNING).then(|| letters.to_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::encoder::wordpiece::{Piece, Tokens};
    use crate::text::Span;

    /// Words at white space, one piece each; a word has the same number in lower case and with a capital.
    fn tokens(text: &str) -> Tokens {
        let mut tokens = Tokens::default();
        for word in text.split_whitespace() {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            let number = word
                .to_lowercase()
                .bytes()
                .map(i32::from)
                .fold(7, |sum: i32, byte| sum.wrapping_mul(31).wrapping_add(byte));
            tokens.pieces.push(Piece {
                number,
                shape: 0,
                word: tokens.words.len(),
            });
            tokens.words.push(Span::new(start, start + word.len()));
        }
        tokens
    }

    fn marks(first: &str, second: &str) -> [Vec<i32>; 2] {
        super::of((first, &tokens(first)), (second, &tokens(second)))
    }

    #[test]
    fn what_differs_is_marked_on_both_sides() {
        assert_eq!(
            marks("Lind paid $ 141 at noon .", "lind paid 139 in June ."),
            [vec![2, 1, 0, 9, 7, 7, 0], vec![1, 1, 9, 7, 8, 0]]
        );
    }

    #[test]
    fn words_of_one_beginning_are_alike() {
        assert_eq!(
            marks("Sepúlveda killed", "Sepulvada SEPÚlvida was killing"),
            [vec![5, 4], vec![8, 5, 7, 4]]
        );
    }

    #[test]
    fn nothing_is_shared_with_nothing() {
        assert_eq!(marks("the pier", ""), [vec![7, 7], vec![]]);
    }
}

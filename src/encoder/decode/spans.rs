//! Tags of words to stretches of words.

use std::ops::Range;

use crate::encoder::calibration::softmax;

/// Consecutive words with one label.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    pub words: Range<usize>,
    /// The index of the label.
    pub label: usize,
    /// The mean probability of the label over the words, at the beginning or inside.
    pub confidence: f32,
}

/// Reads the scores of one word after the other: outside, then beginning and inside of each label.
///
/// A word "inside" of a label that the word before does not have begins a stretch of its own.
pub(super) fn stretches<'a, const TAGS: usize>(
    scores: impl Iterator<Item = &'a [f32]>,
) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (word, scores) in scores.enumerate() {
        let chances: [f32; TAGS] = softmax(scores, 1.0);
        let tag = largest(&chances);
        let Some(place) = tag.checked_sub(1) else {
            continue;
        };
        let (label, inside) = (place / 2, place % 2 == 1);
        let chance = chances[2 * label + 1] + chances[2 * label + 2];
        match found.last_mut() {
            Some(before) if inside && before.label == label && before.words.end == word => {
                before.words.end += 1;
                before.confidence += chance;
            }
            _ => found.push(Stretch {
                words: word..word + 1,
                label,
                confidence: chance,
            }),
        }
    }
    for stretch in &mut found {
        stretch.confidence = (stretch.confidence / stretch.words.len() as f32).min(1.0);
    }
    found
}

/// The place of the largest score, the first of equals.
pub(super) fn largest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The stretches of words whose tags are sure: "0" outside, then two tags a label.
    fn of(tags: &[usize]) -> Vec<(Range<usize>, usize)> {
        let rows: Vec<[f32; 5]> = tags
            .iter()
            .map(|&tag| std::array::from_fn(|place| if place == tag { 9.0 } else { 0.0 }))
            .collect();
        stretches::<5>(rows.iter().map(|row| row.as_slice()))
            .into_iter()
            .inspect(|stretch| assert!(stretch.confidence > 0.9, "{stretch:?}"))
            .map(|stretch| (stretch.words, stretch.label))
            .collect()
    }

    #[test]
    fn a_label_goes_on_inside_and_ends_outside() {
        assert_eq!(of(&[1, 2, 2, 0, 3]), [(0..3, 0), (4..5, 1)]);
        assert_eq!(of(&[1, 1]), [(0..1, 0), (1..2, 0)]);
    }

    #[test]
    fn an_inside_without_a_beginning_begins() {
        assert_eq!(of(&[2, 2, 0, 4]), [(0..2, 0), (3..4, 1)]);
        assert_eq!(of(&[1, 4, 4]), [(0..1, 0), (1..3, 1)]);
        assert!(of(&[0, 0]).is_empty(), "nothing is tagged");
    }
}

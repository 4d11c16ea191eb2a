//! Tags of words to stretches of words.

use std::ops::Range;

/// Consecutive words with one label.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    pub words: Range<usize>,
    /// The index of the label.
    pub label: usize,
    /// The mean probability of the label over the words, at the beginning or inside.
    pub confidence: f32,
}

/// Reads how likely each tag of each word is: outside, then beginning and inside of each label.
///
/// What is read is the likeliest row of tags in which "inside" only follows a word of its own label (Viterbi, 1967).
pub(super) fn stretches<const TAGS: usize>(words: &[[f32; TAGS]]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (word, tag) in likeliest(words).into_iter().enumerate() {
        let Some(place) = tag.checked_sub(1) else {
            continue;
        };
        let (label, inside) = (place / 2, place % 2 == 1);
        let chance = words[word][2 * label + 1] + words[word][2 * label + 2];
        match found.last_mut() {
            Some(before) if inside => {
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

/// The tag of each word in the likeliest row.
fn likeliest<const TAGS: usize>(words: &[[f32; TAGS]]) -> Vec<usize> {
    // No tag is impossible, however sure the network is of another.
    let log = |chance: f32| chance.max(1e-6).ln();
    let is_inside = |tag: usize| tag > 0 && tag.is_multiple_of(2);
    // Before the first word stands one that is outside of everything.
    let mut score = [f32::NEG_INFINITY; TAGS];
    score[0] = 0.0;
    let mut before: Vec<[usize; TAGS]> = Vec::with_capacity(words.len());
    for chances in words {
        let best = largest(&score);
        let from: [usize; TAGS] = std::array::from_fn(|tag| match tag {
            tag if is_inside(tag) && score[tag] > score[tag - 1] => tag,
            tag if is_inside(tag) => tag - 1,
            _ => best,
        });
        score = std::array::from_fn(|tag| score[from[tag]] + log(chances[tag]));
        before.push(from);
    }
    let mut tags = vec![0; words.len()];
    let mut tag = largest(&score);
    for (at, from) in tags.iter_mut().zip(&before).rev() {
        *at = tag;
        tag = from[tag];
    }
    tags
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

    /// The stretches of words that have these tags for sure: "0" outside, then two tags a label.
    fn of(tags: &[usize]) -> Vec<(Range<usize>, usize)> {
        let rows: Vec<[f32; 5]> = tags
            .iter()
            .map(|&tag| std::array::from_fn(|place| if place == tag { 0.96 } else { 0.01 }))
            .collect();
        stretches(&rows)
            .into_iter()
            .inspect(|stretch| assert!(stretch.confidence > 0.9, "{stretch:?}"))
            .map(|stretch| (stretch.words, stretch.label))
            .collect()
    }

    #[test]
    fn a_label_goes_on_inside_and_ends_outside() {
        assert_eq!(of(&[1, 2, 2, 0, 3]), [(0..3, 0), (4..5, 1)]);
        assert_eq!(of(&[1, 1]), [(0..1, 0), (1..2, 0)]);
        assert!(of(&[0, 0]).is_empty(), "nothing is tagged");
        assert!(of(&[]).is_empty());
    }

    #[test]
    fn an_inside_alone_begins_or_is_nothing() {
        // What is likely at the second word decides how the first is read.
        let rows = [[0.3, 0.1, 0.6], [0.1, 0.0, 0.9]];
        assert_eq!(stretches(&rows)[0].words, 0..2);
        let rows = [[0.6, 0.0, 0.4], [0.9, 0.0, 0.1]];
        assert!(stretches(&rows).is_empty());
    }

    #[test]
    fn a_stretch_has_one_label() {
        let rows = [[0.0, 0.9, 0.0, 0.1, 0.0], [0.0, 0.0, 0.4, 0.0, 0.6]];
        let found = stretches(&rows);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].label, found[0].words.clone()), (0, 0..2));
        assert!((found[0].confidence - 0.65).abs() < 1e-6, "{found:?}");
    }
}

//! Which word governs which: one root, and no circles.

/// The head of each word by the scores `score(word, head)`, where no head stands for the root.
///
/// Each word takes its best head. Where words go round in a circle, the word that loses least leaves it for the best
/// head outside.
pub(super) fn heads(
    count: usize,
    score: impl Fn(usize, Option<usize>) -> f32,
) -> Vec<Option<usize>> {
    let Some(root) = root(count, &score) else {
        return Vec::new();
    };
    let mut heads: Vec<Option<usize>> = (0..count)
        .map(|word| best(word, count, &score, |_| true).map(|(head, _)| head))
        .collect();
    heads[root] = None;
    // Each turn hangs one more circle below the root.
    loop {
        let hanging = below(&heads, root);
        let Some(stray) = (0..count).find(|&word| !hanging[word]) else {
            return heads;
        };
        let circle = circle(&heads, stray);
        let leaver = circle
            .into_iter()
            .filter_map(|word| {
                let (head, there) = best(word, count, &score, |head| hanging[head])?;
                Some((word, head, score(word, heads[word]) - there))
            })
            .min_by(|a, b| a.2.total_cmp(&b.2));
        let Some((word, head, _)) = leaver else {
            return heads;
        };
        heads[word] = Some(head);
    }
}

/// The word that is likeliest to have no head, by how far that stands out among its heads.
fn root(count: usize, score: &impl Fn(usize, Option<usize>) -> f32) -> Option<usize> {
    let lead = |word: usize| {
        let rest = best(word, count, score, |_| true).map_or(0.0, |(_, best)| best);
        score(word, None) - rest
    };
    (0..count).min_by(|&a, &b| lead(b).total_cmp(&lead(a)))
}

/// The best head of a word among those that may be, and its score.
fn best(
    word: usize,
    count: usize,
    score: &impl Fn(usize, Option<usize>) -> f32,
    may: impl Fn(usize) -> bool,
) -> Option<(usize, f32)> {
    (0..count)
        .filter(|&head| head != word && may(head))
        .map(|head| (head, score(word, Some(head))))
        .min_by(|a, b| b.1.total_cmp(&a.1))
}

/// Which words hang below the root, itself among them.
fn below(heads: &[Option<usize>], root: usize) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Hanging,
        Circling,
    }
    let mut seen = vec![Seen::No; heads.len()];
    seen[root] = Seen::Hanging;
    for word in 0..heads.len() {
        let mut way = Vec::new();
        let mut here = word;
        while seen[here] == Seen::No {
            seen[here] = Seen::OnTheWay;
            way.push(here);
            match heads[here] {
                Some(head) => here = head,
                None => break,
            }
        }
        let end = if seen[here] == Seen::Hanging {
            Seen::Hanging
        } else {
            Seen::Circling
        };
        for passed in way {
            seen[passed] = end;
        }
    }
    seen.into_iter().map(|seen| seen == Seen::Hanging).collect()
}

/// The words of the circle that a word leads into.
fn circle(heads: &[Option<usize>], word: usize) -> Vec<usize> {
    let up = |word: usize| heads[word].unwrap_or(word);
    // After as many steps as there are words, one is in the circle.
    let begin = (0..heads.len()).fold(word, |here, _| up(here));
    let mut circle = vec![begin];
    let mut here = up(begin);
    while here != begin {
        circle.push(here);
        here = up(here);
    }
    circle
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Scores as rows: the root first, then each word.
    fn by(rows: &[&[f32]]) -> Vec<Option<usize>> {
        heads(rows.len(), |word, head| {
            rows[word][head.map_or(0, |head| head + 1)]
        })
    }

    #[test]
    fn the_best_heads_are_taken_where_they_make_a_tree() {
        let heads = by(&[
            &[0.0, 0.0, 5.0, 0.0],
            &[5.0, 0.0, 0.0, 0.0],
            &[0.0, 0.0, 5.0, 0.0],
        ]);
        assert_eq!(heads, [Some(1), None, Some(1)]);
    }

    #[test]
    fn a_circle_is_left_where_it_costs_least() {
        // The first two want each other, the second less so.
        let heads = by(&[
            &[0.0, 0.0, 9.0, 1.0],
            &[0.0, 5.0, 0.0, 4.0],
            &[9.0, 0.0, 0.0, 0.0],
        ]);
        assert_eq!(heads, [Some(1), Some(2), None]);
    }

    #[test]
    fn one_word_is_the_root_and_no_word_is_nothing() {
        assert_eq!(by(&[&[0.0, 0.0]]), [None]);
        assert!(by(&[]).is_empty(), "no words, no heads");
    }

    proptest! {
        #[test]
        fn every_word_hangs_below_one_root(
            count in 1..12_usize,
            scores in prop::collection::vec(prop_oneof![Just(f32::NAN), -5.0..5.0_f32], 144),
        ) {
            let heads = heads(count, |word, head| scores[word * 12 + head.unwrap_or(11)]);
            prop_assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1);
            for &first in &heads {
                let (mut head, mut steps) = (first, 0);
                while let Some(word) = head {
                    head = heads[word];
                    steps += 1;
                    prop_assert!(steps <= count, "a circle");
                }
            }
        }
    }
}

//! Overlapping stretches of text as ordered runs that do not overlap.

use crate::text::Span;

/// A stretch over which the same things are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) span: Span,
    /// Indexes of the spans that cover it, the longest first.
    pub(super) covering: Vec<usize>,
}

impl Run {
    /// The shortest of the spans that cover it: what a reader means who points at it.
    pub(super) fn innermost(&self) -> usize {
        *self
            .covering
            .last()
            .expect("a run is covered by at least one span")
    }
}

/// Cuts spans at each other's ends. What nothing covers leaves no run; empty spans are left out.
pub(super) fn flatten(spans: &[Span]) -> Vec<Run> {
    let mut edges: Vec<(usize, Edge, usize)> = Vec::with_capacity(2 * spans.len());
    for (index, span) in spans
        .iter()
        .enumerate()
        .filter(|(_, span)| !span.is_empty())
    {
        edges.push((span.start, Edge::Start, index));
        edges.push((span.end, Edge::End, index));
    }
    edges.sort_unstable();

    let mut runs = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut from = 0;
    for (at, edge, index) in edges {
        if from < at && !open.is_empty() {
            runs.push(Run {
                span: Span::new(from, at),
                covering: open.clone(),
            });
        }
        from = at;
        match edge {
            Edge::Start => {
                let length = spans[index].len();
                let place = open.partition_point(|&other| spans[other].len() >= length);
                open.insert(place, index);
            }
            Edge::End => open.retain(|&other| other != index),
        }
    }
    runs
}

/// The runs that share at least a byte with a span.
pub(super) fn within(runs: &[Run], span: Span) -> &[Run] {
    let first = runs.partition_point(|run| run.span.end <= span.start);
    let last = runs.partition_point(|run| run.span.start < span.end);
    &runs[first..last.max(first)]
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    End,
    Start,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn flattened(spans: &[(usize, usize)]) -> Vec<(usize, usize, Vec<usize>)> {
        let spans: Vec<Span> = spans.iter().map(|&(a, b)| Span::new(a, b)).collect();
        flatten(&spans)
            .into_iter()
            .map(|run| (run.span.start, run.span.end, run.covering))
            .collect()
    }

    #[test]
    fn spans_apart_stay_as_they_are() {
        assert_eq!(
            flattened(&[(5, 9), (0, 3)]),
            [(0, 3, vec![1]), (5, 9, vec![0])]
        );
    }

    #[test]
    fn a_span_inside_another_cuts_it_in_three() {
        assert_eq!(
            flattened(&[(0, 10), (3, 5)]),
            [(0, 3, vec![0]), (3, 5, vec![0, 1]), (5, 10, vec![0])]
        );
    }

    #[test]
    fn crossing_spans_share_their_middle_longest_first() {
        assert_eq!(
            flattened(&[(4, 8), (0, 6)]),
            [(0, 4, vec![1]), (4, 6, vec![1, 0]), (6, 8, vec![0])]
        );
    }

    #[test]
    fn neighbors_do_not_run_together() {
        assert_eq!(
            flattened(&[(0, 4), (4, 8)]),
            [(0, 4, vec![0]), (4, 8, vec![1])]
        );
    }

    #[test]
    fn empty_spans_leave_nothing() {
        assert_eq!(flattened(&[(3, 3)]), []);
    }

    #[test]
    fn the_runs_of_a_stretch_are_those_that_touch_it() {
        let runs = flatten(&[Span::new(0, 3), Span::new(5, 9), Span::new(12, 14)]);
        let touched: Vec<Span> = within(&runs, Span::new(3, 12))
            .iter()
            .map(|run| run.span)
            .collect();
        assert_eq!(touched, [Span::new(5, 9)]);
    }

    proptest! {
        #[test]
        fn every_byte_keeps_exactly_what_covered_it(
            spans in prop::collection::vec((0_usize..40, 0_usize..12), 0..12)
        ) {
            let spans: Vec<Span> = spans.iter().map(|&(at, len)| Span::new(at, at + len)).collect();
            let runs = flatten(&spans);
            for byte in 0..60 {
                let expected: Vec<usize> =
                    (0..spans.len()).filter(|&i| spans[i].range().contains(&byte)).collect();
                let mut found: Vec<usize> = runs
                    .iter()
                    .filter(|run| run.span.range().contains(&byte))
                    .flat_map(|run| run.covering.clone())
                    .collect();
                found.sort_unstable();
                prop_assert_eq!(found, expected);
            }
            prop_assert!(runs.is_sorted_by(|a, b| a.span.end <= b.span.start));
        }
    }
}

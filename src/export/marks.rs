//! Overlapping spans flattened to a row of runs, so that a text can be written from left to right.

use crate::text::Span;

/// A stretch of text with everything that lies on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<T> {
    pub span: Span,
    /// In the order in which the marks were given.
    pub marks: Vec<T>,
}

/// Cuts a span wherever one of the marks begins or ends. Together the runs make up the span.
pub fn runs<T: Copy>(whole: Span, marks: &[(Span, T)]) -> Vec<Run<T>> {
    let marks: Vec<(usize, Span, T)> = marks
        .iter()
        .enumerate()
        .filter(|(_, (span, _))| span.overlaps(whole))
        .map(|(order, (span, mark))| (order, *span, *mark))
        .collect();
    let mut cuts: Vec<usize> = marks
        .iter()
        .flat_map(|(_, span, _)| [span.start.max(whole.start), span.end.min(whole.end)])
        .chain([whole.start, whole.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut starting = marks;
    starting.sort_by_key(|(_, span, _)| span.start);
    let mut starting = starting.into_iter().peekable();
    let mut open: Vec<(usize, Span, T)> = Vec::new();
    cuts.windows(2)
        .map(|cut| {
            let span = Span::new(cut[0], cut[1]);
            open.retain(|(_, mark, _)| mark.end > span.start);
            while let Some(mark) = starting.next_if(|(_, mark, _)| mark.start <= span.start) {
                open.push(mark);
            }
            open.sort_by_key(|(order, _, _)| *order);
            Run {
                span,
                marks: open.iter().map(|(_, _, mark)| *mark).collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(whole: (usize, usize), marks: &[(usize, usize, char)]) -> String {
        let marks: Vec<(Span, char)> = marks
            .iter()
            .map(|(start, end, mark)| (Span::new(*start, *end), *mark))
            .collect();
        runs(Span::new(whole.0, whole.1), &marks)
            .iter()
            .map(|run| {
                format!(
                    "{}-{}{}",
                    run.span.start,
                    run.span.end,
                    run.marks.iter().collect::<String>()
                )
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn overlapping_marks_share_the_run_between_them() {
        assert_eq!(
            shown((0, 9), &[(1, 5, 'a'), (3, 7, 'b')]),
            "0-1 1-3a 3-5ab 5-7b 7-9"
        );
    }

    #[test]
    fn marks_beyond_the_span_are_cut_or_left_out() {
        assert_eq!(
            shown((4, 8), &[(0, 6, 'a'), (8, 9, 'b'), (0, 4, 'c')]),
            "4-6a 6-8"
        );
    }

    #[test]
    fn an_empty_span_has_no_runs() {
        assert_eq!(shown((4, 4), &[(0, 9, 'a')]), "");
    }
}

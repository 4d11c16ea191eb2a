//! Which words of two sentences the other one does not have.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::Quote;
use crate::model::{Analysis, DocumentId};
use crate::text::{Span, TokenKind, fold};

/// Below this share of common words two sentences are worded so differently that marking all the rest says nothing.
const COMMON: f32 = 0.25;

/// Words beyond these are not compared: a sentence that never ends would stop the window.
const LONGEST: usize = 400;

/// The words of each side's sentence that the other side's lacks, in order; neighbors are one span. Nothing where the
/// sentences share next to no words.
pub(super) fn words(analysis: &Analysis, quotes: &[Quote; 2]) -> [Vec<Span>; 2] {
    let [left, right] = quotes
        .each_ref()
        .map(|quote| terms(analysis, quote.document, quote.sentence));
    let folded = |terms: &[Term]| terms.iter().map(|term| term.folded.clone()).collect();
    let (one, other): (Vec<String>, Vec<String>) = (folded(&left), folded(&right));
    let mut marks = [Vec::new(), Vec::new()];
    let mut common = 0;
    for change in capture_diff_slices(Algorithm::Myers, &one, &other) {
        if change.tag() == DiffTag::Equal {
            common += change.old_range().len();
            continue;
        }
        let sides = [&left[change.old_range()], &right[change.new_range()]];
        for (marks, terms) in marks.iter_mut().zip(sides) {
            if let (Some(first), Some(last)) = (terms.first(), terms.last()) {
                marks.push(first.span.cover(last.span));
            }
        }
    }
    let shorter = one.len().min(other.len());
    if (common as f32) < COMMON * shorter as f32 {
        return [Vec::new(), Vec::new()];
    }
    marks
}

/// A word as it stands, and as it is compared.
struct Term {
    span: Span,
    folded: String,
}

/// The words and numbers of a sentence: punctuation differs without saying anything.
fn terms(analysis: &Analysis, document: DocumentId, sentence: Span) -> Vec<Term> {
    let segments = analysis.segments(document);
    let text = &analysis.document(document).text;
    segments.tokens[segments.tokens_in(sentence)]
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .filter_map(|token| {
            Some(Term {
                span: token.span,
                folded: fold(text.get(token.span)?),
            })
        })
        .take(LONGEST)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::notebook::Notebook;
    use crate::report::Report;
    use crate::report::told::{Told, analysis};

    /// The words that differ, in [brackets].
    fn marked(left: &str, right: &str) -> [String; 2] {
        let told = |text| Told {
            text,
            clause: text,
            ..Told::default()
        };
        let analysis = Arc::new(analysis([told(left), told(right)]));
        let report = Report::new(Arc::clone(&analysis), &Notebook::default(), 0.0);
        let finding = &report.findings[0];
        let mut sides = [left.to_owned(), right.to_owned()];
        for (side, spans) in sides.iter_mut().zip(report.differing(finding)) {
            for span in spans.iter().rev() {
                side.insert(span.end, ']');
                side.insert(span.start, '[');
            }
        }
        sides
    }

    #[test]
    fn words_that_only_one_side_has_are_marked() {
        assert_eq!(
            marked(
                "Twelve of the rescued were treated that night.",
                "At least 17 of the rescued were treated overnight.",
            ),
            [
                "[Twelve] of the rescued were treated [that night].",
                "[At least 17] of the rescued were treated [overnight].",
            ]
        );
    }

    #[test]
    fn case_quotes_and_punctuation_do_not_differ() {
        let told = "The mayor’s plan: “clean” water";
        assert_eq!(
            marked(told, "the mayor's plan, clean water."),
            [told, "the mayor's plan, clean water."]
        );
    }

    #[test]
    fn sentences_that_share_next_to_nothing_are_left_unmarked() {
        let [left, right] = [
            "It opens on Monday.",
            "Nobody can say when trains will run.",
        ];
        assert_eq!(marked(left, right), [left, right]);
    }

    #[test]
    fn a_sentence_that_never_ends_is_compared_as_far_as_it_can_be_read() {
        let left = "so many words ".repeat(20_000);
        let right = "so few words ".repeat(20_000);
        assert!(marked(&left, &right)[0].starts_with("so [many] words so [many]"));
    }
}

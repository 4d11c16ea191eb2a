//! The findings: reason, both quotations with who speaks, decision and note.

use maud::{Markup, html};

use super::notes::lines;
use crate::export::marks::runs;
use crate::notebook::Decision;
use crate::report::{Finding, Quote, Report, reliability};
use crate::text::Span;

/// Those that stand, then those that the reader dismissed.
pub fn all(report: &Report, findings: &[&Finding]) -> Markup {
    let (dismissed, standing): (Vec<&Finding>, Vec<&Finding>) = findings
        .iter()
        .partition(|finding| finding.decision == Some(Decision::Dismissed));
    html! {
        @for finding in standing { (one(report, finding)) }
        @if !dismissed.is_empty() {
            h2 { "Dismissed by the reader" }
            @for finding in dismissed { (one(report, finding)) }
        }
    }
}

fn one(report: &Report, finding: &Finding) -> Markup {
    let conflict = &finding.conflict;
    html! {
        section.finding id={ "finding-" (finding.number) } {
            h3 { span.badge { (finding.number) } " " (finding.heading) }
            p.facts {
                (conflict.verdict.title())
                " · " (reliability::confidence_in_words(conflict.confidence))
                @if let Some(decision) = finding.decision { " · " strong { (decision.title()) } }
            }
            p { (conflict.explanation) }
            div.columns {
                @for (side, quote) in finding.quotes.iter().enumerate() {
                    (quotation(report, finding.number, side, quote))
                }
            }
            @for [left, right] in &finding.also { p.also { "Also " (left) " — " (right) } }
            details {
                summary { "Why the two can be compared" }
                ul {
                    @for (question, gate) in conflict.gates.each() {
                        li { (question) ": " (gate.because) }
                    }
                }
            }
            @if let Some(note) = &finding.note { div.note { strong { "Note" } (lines(&note.text)) } }
        }
    }
}

fn quotation(report: &Report, number: usize, side: usize, quote: &Quote) -> Markup {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Passage,
        Evidence,
    }
    let text = &report.analysis.document(quote.document).text;
    let mut marks: Vec<(Span, Mark)> = vec![(quote.side, Mark::Passage)];
    marks.extend(quote.evidence.iter().map(|span| (*span, Mark::Evidence)));
    html! {
        figure {
            figcaption {
                strong { (report.label(quote.document)) } " · " (quote.voice) ": "
                a href={ "#text-" (number) "-" (side) } { "in the text" }
            }
            blockquote {
                @for run in runs(quote.sentence, &marks) {
                    @let words = text.get(run.span).unwrap_or_default();
                    @let words = html! { @if run.marks.contains(&Mark::Evidence) { strong { (words) } } @else { (words) } };
                    @if run.marks.contains(&Mark::Passage) { mark { (words) } } @else { (words) }
                }
            }
        }
    }
}

//! The articles: what is known of each, and its text with the marks on it.

use maud::{Markup, html};

use crate::export::marks::{Run, runs};
use crate::model::{Block, BlockKind, DocumentId, EntityKind, MentionId};
use crate::report::{Finding, Report, letter};
use crate::text::Span;

/// Every article with what its file told.
pub fn list(report: &Report) -> Markup {
    html! {
        ul.articles {
            @for id in report.analysis.document_ids() {
                @let document = report.analysis.document(id);
                @let metadata = &document.metadata;
                li {
                    a href={ "#text-" (letter(id)) } { strong { (report.label(id)) } }
                    @if let Some(title) = &metadata.title { ": " cite { (title) } }
                    @if !metadata.authors.is_empty() { " · " (metadata.authors.join(", ")) }
                    " · "
                    @if let Some(date) = &metadata.published { (date.given) } @else { "no date" }
                    @if let Some(url) = &metadata.url { " · " (url) }
                    small { (document.origin.file) " · SHA-256 " code { (document.origin.sha256) } }
                }
            }
        }
    }
}

/// The whole text of every article.
pub fn texts(report: &Report, findings: &[&Finding]) -> Markup {
    html! {
        @for id in report.analysis.document_ids() {
            article id={ "text-" (letter(id)) } {
                h3.outlet { (report.label(id)) }
                (text(report, findings, id))
            }
        }
    }
}

/// What lies on a stretch of text.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Entity(EntityKind),
    /// A passage of a finding: its number, and the side that it is.
    Passage {
        number: usize,
        side: usize,
        start: usize,
    },
    Evidence,
}

fn text(report: &Report, findings: &[&Finding], id: DocumentId) -> Markup {
    let marks = marks(report, findings, id);
    let mut waiting = marks.as_slice();
    let blocks = report.analysis.document(id).blocks.iter().map(|block| {
        // The marks are in order of their start, so those of earlier blocks are done with.
        waiting = after(waiting, block.span.start);
        paragraph(report, id, *block, waiting)
    });
    html! { @for block in blocks { (block) } }
}

/// The marks without the leading ones that end before a byte.
fn after(marks: &[(Span, Mark)], start: usize) -> &[(Span, Mark)] {
    let done = marks
        .iter()
        .take_while(|(span, _)| span.end <= start)
        .count();
    marks.get(done..).unwrap_or_default()
}

/// In order of their start.
fn marks(report: &Report, findings: &[&Finding], id: DocumentId) -> Vec<(Span, Mark)> {
    let analysis = &report.analysis;
    let mut marks: Vec<(Span, Mark)> = analysis
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.document == id && analysis.entity(mention.entity).shared())
        .filter(|(index, _)| !analysis.is_around_another(MentionId(*index)))
        .map(|(_, mention)| (mention.span, Mark::Entity(mention.kind)))
        .collect();
    for finding in findings {
        for (side, quote) in finding.quotes.iter().enumerate() {
            if quote.document != id {
                continue;
            }
            let passage = Mark::Passage {
                number: finding.number,
                side,
                start: quote.side.start,
            };
            marks.push((quote.side, passage));
            marks.extend(quote.evidence.iter().map(|span| (*span, Mark::Evidence)));
        }
    }
    marks.sort_by_key(|(span, _)| span.start);
    marks
}

fn paragraph(report: &Report, id: DocumentId, block: Block, marks: &[(Span, Mark)]) -> Markup {
    let near = marks
        .iter()
        .take_while(|(span, _)| span.start < block.span.end)
        .copied()
        .collect::<Vec<_>>();
    let content = html! {
        @for run in runs(block.span, &near) { (marked(report, id, &run)) }
    };
    match block.kind {
        BlockKind::Title => html! { h4.title { (content) } },
        BlockKind::Heading => html! { h5 { (content) } },
        BlockKind::Paragraph => html! { p { (content) } },
        BlockKind::ListItem => html! { p.item { (content) } },
        BlockKind::Quotation => html! { blockquote { (content) } },
        BlockKind::Caption => html! { p.caption { (content) } },
    }
}

fn marked(report: &Report, id: DocumentId, run: &Run<Mark>) -> Markup {
    let words = report
        .analysis
        .document(id)
        .text
        .get(run.span)
        .unwrap_or_default();
    let entity = run.marks.iter().find_map(|mark| match mark {
        Mark::Entity(kind) => Some(*kind),
        _ => None,
    });
    let evidence = run.marks.iter().any(|mark| matches!(mark, Mark::Evidence));
    let passage = run
        .marks
        .iter()
        .any(|mark| matches!(mark, Mark::Passage { .. }));
    let words = html! {
        @if let Some(kind) = entity { span class={ "entity " (class(kind)) } { (words) } } @else { (words) }
    };
    let words = html! { @if evidence { strong { (words) } } @else { (words) } };
    html! {
        @for mark in &run.marks {
            @if let Mark::Passage { number, side, start } = mark {
                @if *start == run.span.start {
                    a.badge id={ "text-" (number) "-" (side) } href={ "#finding-" (number) } { (number) }
                }
            }
        }
        @if passage { mark { (words) } } @else { (words) }
    }
}

fn class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Event | EntityKind::Other => "other",
    }
}

//! Two pages to print: a worksheet for the class, and what the teacher holds for right.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{GENERATOR, Options, title};
use crate::model::{BlockKind, DocumentId};
use crate::notebook::Decision;
use crate::report::{Finding, Report, letter};
use crate::text::Span;

const STYLE: &str = "
body { font: 11pt/1.5 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1d1d1f; background: #fff }
h1, h2, h3, th, .facts { font-family: Helvetica, Arial, sans-serif }
h1 { font-size: 1.4em } h2 { font-size: 1.15em; margin-top: 2em } h3 { font-size: 1em }
sup { color: #6b6b70; font: 7pt Helvetica, Arial, sans-serif; margin-right: .3em }
.facts { color: #6b6b70; font-size: .85em }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #bdbab3; padding: .4em; text-align: left; vertical-align: top }
td.empty { height: 4.2em } section { break-inside: avoid } blockquote { margin: .5em 0 .5em 1em }
@media print { body { margin: 0; max-width: none } h2.page { break-before: page } }
";

/// How many pairs there is room for.
const ROWS: usize = 8;

/// Both texts with their sentences numbered, and a table to fill in. Nothing of what was found stands in it.
pub(super) fn worksheet(report: &Report, _options: &Options) -> Vec<u8> {
    let body = html! {
        h1 { "What does not go together?" }
        p.facts { "Name: ______________________ Date: ______________" }
        p {
            "Read the articles. Which passages cannot both be right, or do not say the same of the same thing? "
            "Write down the numbers of both sentences, what differs, and how you could find out who is right. "
            "Two reports may differ without anybody being wrong: they may speak of different times, or quote different people."
        }
        table {
            tr { th { "Sentence" } th { "Sentence" } th { "What differs?" } th { "How could you find out?" } }
            @for _ in 0..ROWS {
                tr { @for _ in 0..4 { td.empty {} } }
            }
        }
        @for id in report.analysis.document_ids() { (article(report, id)) }
    };
    page("Worksheet", &body)
}

/// What the teacher confirmed or made by hand, and nothing else that the program found.
pub(super) fn answers(report: &Report, options: &Options) -> Vec<u8> {
    let held = |finding: &&Finding| {
        finding.decision == Some(Decision::Confirmed)
            || (finding.by_hand.is_some() && !finding.dismissed())
    };
    let asked = |finding: &&Finding| !options.open_questions || finding.is_open_question();
    let findings: Vec<&Finding> = (report.findings.iter())
        .filter(held)
        .filter(asked)
        .collect();
    let body = html! {
        h1 { "Answer sheet" }
        p.facts { (title(report)) }
        @if options.open_questions { p.facts { "Open questions only; what is settled is left out." } }
        @if findings.is_empty() {
            p { "Nothing was confirmed or added yet: only what a teacher holds for right stands here." }
        } @else {
            p.facts { "Only what was confirmed or added by hand; there may be more." }
        }
        @for finding in &findings { (answer(report, finding, options)) }
    };
    page("Answer sheet", &body)
}

fn answer(report: &Report, finding: &Finding, options: &Options) -> Markup {
    let names = (finding.conflict.sides.each_ref())
        .map(|side| report.passage_name(side.document, side.span));
    let note = (finding.note.as_ref()).filter(|note| !note.private || options.include_private);
    html! {
        section {
            h3 { (names.join(" – ")) ": " (finding.heading) }
            @for quote in &finding.quotes {
                @let words = words(report, quote.document, quote.sentence);
                blockquote { (letter(quote.document)) ": “" (words) "” " span.facts { (quote.voice) } }
            }
            @if finding.by_hand.is_none() { p { (finding.conflict.explanation) } }
            @if let Some(reason) = &finding.reason { p { (reason) } }
            @if let Some(note) = note { p { (note.text) } }
            @if let Some(outcome) = &finding.outcome {
                @let letters = (finding.conflict.sides.each_ref()).map(|side| letter(side.document));
                p.facts { (outcome.standing.title(letters)) }
            }
        }
    }
}

/// The text with the name of each sentence before it.
fn article(report: &Report, id: DocumentId) -> Markup {
    let document = report.analysis.document(id);
    let sentences = &report.analysis.segments(id).sentences;
    let inside = |block: Span| {
        sentences
            .iter()
            .map(|sentence| sentence.span)
            .filter(move |span| block.start <= span.start && span.start < block.end)
    };
    html! {
        h2.page { (report.label(id)) }
        @if let Some(date) = &document.metadata.published {
            p.facts { (date.day.strftime("%-d %B %Y").to_string()) }
        }
        @for block in &document.blocks {
            @let numbered = html! {
                @for span in inside(block.span) {
                    sup { (report.passage_name(id, span)) } (words(report, id, span)) " "
                }
            };
            @match block.kind {
                BlockKind::Title | BlockKind::Heading => h3 { (numbered) },
                _ => p { (numbered) },
            }
        }
    }
}

fn words(report: &Report, id: DocumentId, span: Span) -> String {
    let text = &report.analysis.document(id).text;
    let words: Vec<&str> = (text.get(span).unwrap_or_default())
        .split_whitespace()
        .collect();
    words.join(" ")
}

/// A page that loads nothing and runs nothing.
fn page(title: &str, body: &Markup) -> Vec<u8> {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="generator" content=(GENERATOR);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string().into_bytes()
}

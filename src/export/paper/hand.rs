//! What the reader linked, marked and ticked off, by the passages that it stands on.

use super::{Block, Run, Style, notes};
use crate::export::authored;
use crate::export::options::Selection;
use crate::model::DocumentId;
use crate::notebook::Relation;
use crate::report::Report;
use crate::text::Span;

pub fn all(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    [
        ("Links", links(report, selection)),
        (
            "Marked before the findings were shown",
            marks(report, selection),
        ),
        ("Numbers and dates ticked off", ticks(report, selection)),
    ]
    .into_iter()
    .flat_map(|(title, items)| notes::under(title, items))
    .collect()
}

/// Passages that the reader linked; contradictions are findings and stand there.
fn links(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let told = selection.links.iter().filter_map(|link| {
        let [Some(one), Some(other)] = link.places else {
            return None;
        };
        if matches!(link.relation, Relation::Contradicts(_)) {
            return None;
        }
        let mut runs = vec![
            Run::plain(notes::passage(report, one.0, one.1)),
            Run::strong(format!(" {} ", authored::relation(&link.relation))),
            Run::plain(notes::passage(report, other.0, other.1)),
        ];
        let stamp = authored::stamp(&link.stamp);
        runs.extend(stamp.map(|stamp| Run::plain(format!(" ({stamp})"))));
        Some(Block::paragraph(Style::Item, runs))
    });
    told.collect()
}

fn marks(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let told = selection.marks.iter().filter_map(|mark| {
        let places = mark.places.iter().copied().collect::<Option<Vec<_>>>()?;
        let passages: Vec<String> = (places.iter())
            .map(|(document, span)| notes::passage(report, *document, *span))
            .collect();
        let mut runs = vec![Run::plain(passages.join(" — "))];
        if !mark.words.is_empty() {
            runs.push(Run::strong(": "));
            runs.push(Run::plain(&mark.words));
        }
        Some(Block::paragraph(Style::Item, runs))
    });
    told.collect()
}

/// One line an article: "A · Morning Post: “17 passengers” (A:02), “Monday” (A:03)".
fn ticks(report: &Report, selection: &Selection<'_>) -> Vec<Block> {
    let of_article = |id: DocumentId| {
        let places = selection.ticks.iter().filter_map(|tick| tick.place);
        let mut spans: Vec<Span> = places
            .filter(|(document, _)| *document == id)
            .map(|(_, span)| span)
            .collect();
        spans.sort_unstable();
        let shown = |span: &Span| {
            let words = notes::words(report, id, *span);
            format!("“{words}” ({})", report.passage_name(id, *span))
        };
        let shown: Vec<String> = spans.iter().map(shown).collect();
        let runs = vec![
            Run::strong(format!("{}: ", report.label(id))),
            Run::plain(shown.join(", ")),
        ];
        (!spans.is_empty()).then(|| Block::paragraph(Style::Item, runs))
    };
    report
        .analysis
        .document_ids()
        .filter_map(of_article)
        .collect()
}

//! The whole texts with their marks: passages with the numbers of their findings, the words that differ, shared names.

use super::findings::{id as finding_id, passage_id};
use super::sources::text_id;
use super::{Block, Heading, Link, Paragraph, Part, Run, Style};
use crate::export::marks::{self, runs};
use crate::model::{self, BlockKind, DocumentId, EntityKind, MentionId};
use crate::report::{Finding, Report};
use crate::text::Span;

pub fn all(report: &Report, findings: &[&Finding]) -> Vec<Block> {
    let columns = report.analysis.document_ids().map(|id| {
        let heading = Block::Heading(Heading {
            level: 3,
            badge: None,
            words: report.label(id),
        });
        let paragraphs = text(report, findings, id).map(Block::Paragraph);
        let blocks = [heading].into_iter().chain(paragraphs).collect();
        vec![Block::Part(Part::Article, Some(text_id(id)), blocks)]
    });
    vec![
        Block::heading(2, "The texts"),
        Block::Legend(legend()),
        Block::Columns(columns.collect()),
    ]
}

fn legend() -> Vec<Run> {
    let mut passage = Run::plain("a passage of a finding");
    passage.look.marked = true;
    let mut runs = vec![
        Run::plain("Marked are "),
        passage,
        Run::plain(", behind the finding’s number, with the "),
        Run::strong("words that differ"),
        Run::plain("; underlined are"),
    ];
    let kinds = [
        EntityKind::Person,
        EntityKind::Organization,
        EntityKind::Place,
        EntityKind::Event,
    ];
    for (index, kind) in kinds.into_iter().enumerate() {
        let mut name = Run::plain(kind.title().to_lowercase());
        name.look.entity = Some(kind);
        runs.push(Run::plain(if index == 0 { " " } else { ", " }));
        runs.push(name);
    }
    runs.push(Run::plain(" that at least two of the articles speak of."));
    runs
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

fn text(report: &Report, findings: &[&Finding], id: DocumentId) -> impl Iterator<Item = Paragraph> {
    let document = report.analysis.document(id);
    let marks = marks_on(report, findings, id);
    let mut waiting = 0;
    document.blocks.iter().map(move |block| {
        // The marks are in order of their start, so those of earlier blocks are done with.
        let done = marks.iter().skip(waiting);
        waiting += done
            .take_while(|(span, _)| span.end <= block.span.start)
            .count();
        let near: Vec<(Span, Mark)> = marks
            .iter()
            .skip(waiting)
            .take_while(|(span, _)| span.start < block.span.end)
            .copied()
            .collect();
        let runs = runs(block.span, &near);
        Paragraph {
            style: style(*block),
            runs: runs.iter().flat_map(|run| marked(document, run)).collect(),
        }
    })
}

/// In order of their start.
fn marks_on(report: &Report, findings: &[&Finding], id: DocumentId) -> Vec<(Span, Mark)> {
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

fn style(block: model::Block) -> Style {
    match block.kind {
        BlockKind::Title => Style::Title,
        BlockKind::Heading => Style::Heading,
        BlockKind::Paragraph => Style::Text,
        BlockKind::ListItem => Style::TextItem,
        BlockKind::Quotation => Style::TextQuotation,
        BlockKind::Caption => Style::Caption,
    }
}

/// The words, behind the number of each finding whose passage begins here.
fn marked(document: &model::Document, run: &marks::Run<Mark>) -> Vec<Run> {
    let mut words = Run::plain(document.text.get(run.span).unwrap_or_default());
    let mut all = Vec::new();
    for mark in &run.marks {
        match *mark {
            Mark::Entity(kind) => words.look.entity = words.look.entity.or(Some(kind)),
            Mark::Evidence => words.look.strong = true,
            Mark::Passage {
                number,
                side,
                start,
            } => {
                words.look.marked = true;
                if start == run.span.start {
                    let mut badge =
                        Run::linked(number.to_string(), Link::Inside(finding_id(number)));
                    badge.look.badge = true;
                    badge.id = Some(passage_id(number, side));
                    all.push(badge);
                }
            }
        }
    }
    all.push(words);
    all
}

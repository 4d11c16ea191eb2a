//! The order in which a document tells what it tells: what differs first, what proves it after.

use super::super::options::{Options, Selection};
use super::super::{GENERATOR, title};
use super::{
    Block, Front, Medium, Paper, Run, Style, dotted, findings, hand, notes, sources, texts,
};
use crate::report::Report;

/// Everything that the options let through.
pub fn of(report: &Report, options: &Options, medium: Medium) -> Paper {
    let selection = Selection::of(report, options);
    let mut blocks = vec![Block::heading(1, title(report))];
    blocks.push(made(report, options));
    blocks.push(Block::words(Style::Plain, format!("{}.", report.summary())));
    blocks.extend(
        selection
            .left_out
            .iter()
            .map(|words| Block::words(Style::Plain, format!("{words}."))),
    );
    let links = options.full_texts && medium != Medium::Draft;
    if medium == Medium::Pages {
        blocks.extend(findings::table(&selection.findings));
    }
    blocks.extend(findings::all(report, &selection, links));
    blocks.extend(hand::all(report, &selection));
    blocks.extend(notes::all(report, &selection));
    blocks.extend(notes::lost(report, &selection));
    blocks.extend(sources::all(report, links));
    if options.full_texts {
        blocks.extend(texts::all(report, &selection.findings));
    }
    blocks.extend(warnings(report));
    Paper {
        title: title(report),
        front: front(report, options),
        blocks,
    }
}

/// Who made it, when, and with what.
fn made(report: &Report, options: &Options) -> Block {
    let facts = [
        options.date.map(|date| date.to_string()),
        options.author.clone(),
        Some(GENERATOR.to_owned()),
        Some(format!(
            "findings from a confidence of {:.2}",
            report.min_confidence
        )),
    ];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| vec![Run::plain(fact)]);
    Block::paragraph(Style::Facts, dotted(facts.collect()))
}

fn front(report: &Report, options: &Options) -> Vec<(&'static str, Front)> {
    let labels = report.analysis.document_ids().map(|id| report.label(id));
    let mut front = vec![("title", Front::One(title(report)))];
    front.extend(
        options
            .date
            .map(|date| ("date", Front::One(date.to_string()))),
    );
    front.extend(
        options
            .author
            .clone()
            .map(|author| ("author", Front::One(author))),
    );
    front.push(("generator", Front::One(GENERATOR.to_owned())));
    front.push(("articles", Front::Many(labels.collect())));
    front
}

fn warnings(report: &Report) -> Vec<Block> {
    if report.warnings.is_empty() {
        return Vec::new();
    }
    let items = report
        .warnings
        .iter()
        .map(|warning| Block::words(Style::Item, warning));
    [Block::heading(2, "Warnings")]
        .into_iter()
        .chain(items)
        .collect()
}

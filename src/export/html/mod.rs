//! The report as one HTML file: what differs with its evidence, then both texts with their marks.
//!
//! It needs no script, no network and no other file, so that it can be mailed, printed and kept.

#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::paper::{
    self, Block, Front, Heading, Link, Medium, Paper, Paragraph, Part, Run, Style, Table,
};
use super::{GENERATOR, Options, authored};
use crate::model::EntityKind;
use crate::report::Report;

const STYLE: &str = include_str!("style.css");

/// Nothing from outside may be loaded, and nothing inside may run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The whole report.
pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let paper = paper::of(report, options, Medium::Screen);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="generator" content=(GENERATOR);
                @for (name, value) in author(&paper) { meta name=(name) content=(value); }
                title { (paper.title) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (blocks(&paper.blocks)) } }
        }
    };
    page.into_string().into_bytes()
}

fn author(paper: &Paper) -> impl Iterator<Item = (&'static str, &str)> {
    paper.front.iter().filter_map(|(name, value)| match value {
        Front::One(value) if *name == "author" => Some((*name, value.as_str())),
        _ => None,
    })
}

fn blocks(blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (self::block(block)) } }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(heading) => self::heading(heading),
        Block::Paragraph(paragraph) => self::paragraph(paragraph),
        Block::Part(part, id, inside) => self::part(*part, id.as_deref(), inside),
        Block::Columns(columns) => html! {
            div.columns { @for column in columns { div { (blocks(column)) } } }
        },
        Block::Table(table) => self::table(table),
        Block::Legend(runs) => html! { p.facts { (self::runs(runs)) } },
        Block::Folded(title, inside) => html! {
            details { summary { (title) } (blocks(inside)) }
        },
    }
}

fn heading(heading: &Heading) -> Markup {
    let words = html! {
        @if let Some(number) = heading.badge { span.badge { (number) } " " }
        (heading.words)
    };
    match heading.level {
        1 => html! { h1 { (words) } },
        2 => html! { h2 { (words) } },
        _ => html! { h3 { (words) } },
    }
}

fn paragraph(paragraph: &Paragraph) -> Markup {
    let words = runs(&paragraph.runs);
    match paragraph.style {
        Style::Plain => html! { p { (words) } },
        Style::Facts => html! { p.facts { (words) } },
        Style::Quotation => html! { blockquote { (words) } },
        Style::Own => html! { p.lines dir="auto" { (words) } },
        Style::Item => html! { p.item { (words) } },
        Style::Title => html! { h4.title { (words) } },
        Style::Heading => html! { h5 { (words) } },
        Style::Text => html! { p { (words) } },
        Style::TextItem => html! { p.item { (words) } },
        Style::TextQuotation => html! { blockquote { (words) } },
        Style::Caption => html! { p.facts { (words) } },
    }
}

fn part(part: Part, id: Option<&str>, inside: &[Block]) -> Markup {
    let inside = blocks(inside);
    match part {
        Part::Finding => html! { section.finding id=[id] { (inside) } },
        Part::Side => html! { figure id=[id] { (inside) } },
        Part::Note => html! { div.note id=[id] { (inside) } },
        Part::Article => html! { article id=[id] { (inside) } },
    }
}

fn table(table: &Table) -> Markup {
    html! {
        table {
            thead { tr { @for title in &table.header { th scope="col" { (title) } } } }
            tbody {
                @for row in &table.rows { tr { @for cell in row { td { (runs(cell)) } } } }
            }
        }
    }
}

fn runs(runs: &[Run]) -> Markup {
    html! { @for run in runs { (self::run(run)) } }
}

fn run(run: &Run) -> Markup {
    let look = run.look;
    let tag = look
        .tag
        .map(|color| format!("tag {}", authored::color(color).0));
    let words = html! {
        @if let Some(tag) = tag { span class=(tag) { (run.words) } } @else { (run.words) }
    };
    let words = match look.entity {
        Some(kind) => html! { span class={ "entity " (class(kind)) } { (words) } },
        None => words,
    };
    let words = if look.strong {
        html! { strong { (words) } }
    } else {
        words
    };
    let words = if look.emphasis {
        html! { cite { (words) } }
    } else {
        words
    };
    let words = if look.marked {
        html! { mark { (words) } }
    } else {
        words
    };
    let class = look.badge.then_some("badge");
    let id = run.id.as_deref();
    match &run.link {
        Some(Link::Inside(target)) => {
            html! { a id=[id] class=[class] href={ "#" (target) } { (words) } }
        }
        Some(Link::Outside(address)) => {
            html! { a id=[id] class=[class] href=(address) { (words) } }
        }
        None if id.is_some() || class.is_some() => html! { span id=[id] class=[class] { (words) } },
        None => words,
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

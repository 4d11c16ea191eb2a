//! The report as Markdown: for a reader's own documents and for version control.

mod escape;
#[cfg(test)]
mod tests;

use super::Options;
use super::paper::{self, Block, Front, Link, Medium, Paper, Paragraph, Part, Run, Style, Table};
use crate::report::Report;
use escape::{at_line_start, escaped, escaped_lines};

/// The whole report.
pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let paper = paper::of(report, options, Medium::Draft);
    let mut writer = Writer {
        text: front(&paper),
        quoting: 0,
    };
    writer.blocks(&paper.blocks);
    writer.text.into_bytes()
}

/// What catalogs ask for, as YAML that every reader of front matter understands.
fn front(paper: &Paper) -> String {
    let mut lines = vec!["---".to_owned()];
    for (name, value) in &paper.front {
        match value {
            Front::One(value) => lines.push(format!("{name}: {}", yaml(value))),
            Front::Many(values) => {
                lines.push(format!("{name}:"));
                lines.extend(values.iter().map(|value| format!("  - {}", yaml(value))));
            }
        }
    }
    lines.extend(["---".to_owned(), String::new(), String::new()]);
    lines.join("\n")
}

/// A string of JSON is one of YAML.
fn yaml(value: &str) -> String {
    serde_json::Value::from(value).to_string()
}

struct Writer {
    text: String,
    /// How deep the blocks stand in quotations.
    quoting: usize,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            self.block(block, next.is_some_and(is_item));
        }
    }

    fn block(&mut self, block: &Block, item_follows: bool) {
        match block {
            Block::Heading(heading) => {
                let signs = "#".repeat(usize::from(heading.level));
                let number = heading.badge.map_or_else(String::new, |n| format!("{n}. "));
                self.lines(&format!("{signs} {number}{}", escaped(&heading.words)));
                self.end();
            }
            Block::Paragraph(paragraph) => {
                self.paragraph(paragraph);
                if !(item_follows && is_item(block)) {
                    self.end();
                }
            }
            Block::Part(Part::Note, _, inside) => {
                self.quoting += 1;
                self.blocks(inside);
                self.quoting -= 1;
                self.close_quotation();
            }
            Block::Part(_, _, inside) => self.blocks(inside),
            Block::Columns(columns) => columns.iter().for_each(|column| self.blocks(column)),
            Block::Table(table) => self.table(table),
            // Markdown has no underlines to explain, and nothing that folds.
            Block::Legend(_) | Block::Folded(..) => {}
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let words = match paragraph.style {
            Style::Own => own(&paragraph.runs),
            _ => inline(&paragraph.runs),
        };
        let words = match paragraph.style {
            Style::Plain | Style::Own | Style::Facts | Style::Text | Style::Caption => words,
            Style::Quotation | Style::TextQuotation => format!("> {words}"),
            Style::Item | Style::TextItem => format!("- {words}"),
            Style::Title => format!("#### {words}"),
            Style::Heading => format!("##### {words}"),
        };
        self.lines(&words);
    }

    fn table(&mut self, table: &Table) {
        self.lines(&format!("| {} |", table.header.join(" | ")));
        let rule: Vec<&str> = table.header.iter().map(|_| "---").collect();
        self.lines(&format!("| {} |", rule.join(" | ")));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell| inline(cell)).collect();
            self.lines(&format!("| {} |", cells.join(" | ")));
        }
        self.end();
    }

    fn lines(&mut self, words: &str) {
        for line in words.split('\n') {
            let line = format!("{}{line}", "> ".repeat(self.quoting));
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// An empty line after a block.
    fn end(&mut self) {
        self.lines("");
    }

    /// The empty line that ends a quotation stands outside of it.
    fn close_quotation(&mut self) {
        if self.text.ends_with("\n>\n") {
            self.text.truncate(self.text.len() - ">\n".len());
        }
        self.end();
    }
}

fn is_item(block: &Block) -> bool {
    matches!(
        block,
        Block::Paragraph(Paragraph {
            style: Style::Item | Style::TextItem,
            ..
        })
    )
}

fn own(runs: &[Run]) -> String {
    let words: String = runs.iter().map(|run| run.words.as_str()).collect();
    at_line_start(&escaped_lines(&words))
}

fn inline(runs: &[Run]) -> String {
    let words: String = runs.iter().map(run).collect();
    at_line_start(words.trim())
}

fn run(run: &Run) -> String {
    let words = if run.look.strong {
        wrapped("**", &run.words)
    } else if run.look.emphasis {
        wrapped("*", &run.words)
    } else if run.look.badge {
        format!("\\[{}\\] ", escaped(&run.words))
    } else {
        escaped(&run.words)
    };
    match &run.link {
        // Addresses of the web are links by themselves where they are written out.
        Some(Link::Outside(address)) => format!("<{address}>"),
        Some(Link::Inside(_)) | None => words,
    }
}

/// In signs, with the white space at both ends outside, where Markdown wants it.
fn wrapped(sign: &str, words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return escaped(words);
    }
    let space = |there: bool| if there { " " } else { "" };
    let before = space(words.starts_with(char::is_whitespace));
    let after = space(words.ends_with(char::is_whitespace));
    format!("{before}{sign}{}{sign}{after}", escaped(inner))
}

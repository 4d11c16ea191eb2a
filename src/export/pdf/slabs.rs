//! The blocks of a paper as slabs of lines, one below the other.

use super::super::paper::{Block, Heading, Paragraph, Part, Run, Style, Table};
use super::fonts::Face;
use super::lines::{Line, Setter};

/// Points between the margins of a sheet of A4.
pub const WIDTH: f32 = 483.0;

/// A paragraph, or a row of a table: lines that may go on on the next page.
pub struct Slab {
    pub role: Role,
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub before: f32,
    pub after: f32,
    pub weak: bool,
    /// A line at the left.
    pub bar: Option<Bar>,
    /// A line below.
    pub rule: bool,
    pub keep_next: bool,
    /// How many slabs, from this one on, are kept on one page where they fit.
    pub together: usize,
    /// Where links to it lead.
    pub id: Option<String>,
    pub cells: Vec<Cell>,
}

pub struct Cell {
    pub x: f32,
    pub lines: Vec<Line>,
}

/// What a slab is to somebody who hears the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Heading(u16, String),
    Paragraph,
    Quotation,
    Header,
    Row,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    Quotation,
    Note,
}

impl Slab {
    /// How many lines its longest cell has.
    pub fn length(&self) -> usize {
        self.cells
            .iter()
            .map(|cell| cell.lines.len())
            .max()
            .unwrap_or(0)
    }

    pub fn height(&self) -> f32 {
        self.before + self.length() as f32 * self.leading + self.after
    }
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Setting {
    faces: [Face; 3],
    size: f32,
    before: f32,
    after: f32,
    indent: f32,
    weak: bool,
    bar: Option<Bar>,
    keep_next: bool,
}

const SANS: [Face; 3] = [Face::Sans, Face::SansBold, Face::SerifItalic];
const BOLD: [Face; 3] = [Face::SansBold, Face::SansBold, Face::SansBold];
const SERIF: [Face; 3] = [Face::Serif, Face::SerifBold, Face::SerifItalic];
const SERIF_BOLD: [Face; 3] = [Face::SerifBold, Face::SerifBold, Face::SerifBold];

const PLAIN: Setting = Setting {
    faces: SANS,
    size: 9.5,
    before: 0.0,
    after: 6.0,
    indent: 0.0,
    weak: false,
    bar: None,
    keep_next: false,
};

fn setting(style: Style) -> Setting {
    let serif = Setting {
        faces: SERIF,
        size: 10.5,
        after: 6.0,
        ..PLAIN
    };
    let facts = Setting {
        size: 8.5,
        weak: true,
        after: 3.0,
        ..PLAIN
    };
    match style {
        Style::Plain => PLAIN,
        Style::Facts => Setting {
            keep_next: true,
            ..facts
        },
        Style::Quotation => Setting {
            indent: 12.0,
            bar: Some(Bar::Quotation),
            after: 9.0,
            ..serif
        },
        Style::Own => Setting {
            indent: 12.0,
            bar: Some(Bar::Note),
            ..PLAIN
        },
        Style::Item => Setting {
            indent: 8.0,
            size: 9.0,
            after: 4.0,
            ..PLAIN
        },
        Style::Title => Setting {
            faces: SERIF_BOLD,
            size: 13.0,
            keep_next: true,
            ..serif
        },
        Style::Heading => Setting {
            faces: SERIF_BOLD,
            keep_next: true,
            before: 4.0,
            ..serif
        },
        Style::Text => serif,
        Style::TextItem => Setting {
            indent: 12.0,
            ..serif
        },
        Style::TextQuotation => Setting {
            indent: 24.0,
            ..serif
        },
        Style::Caption => facts,
    }
}

pub fn of(setter: &mut Setter, blocks: &[Block]) -> Vec<Slab> {
    let mut slabs = Vec::new();
    for block in blocks {
        push(setter, &mut slabs, block);
    }
    slabs
}

fn push(setter: &mut Setter, slabs: &mut Vec<Slab>, block: &Block) {
    match block {
        Block::Heading(heading) => slabs.push(headed(setter, heading)),
        Block::Paragraph(paragraph) => slabs.push(written(setter, paragraph)),
        Block::Part(part, id, inside) => {
            let first = slabs.len();
            for block in inside {
                push(setter, slabs, block);
            }
            let count = slabs.len() - first;
            if let Some(slab) = slabs.get_mut(first) {
                slab.id.clone_from(id);
                // The text of an article is longer than a page anyway.
                if *part != Part::Article {
                    slab.together = slab.together.max(count);
                }
            }
            if *part == Part::Note {
                let last = slabs.len() - 1;
                for (index, slab) in slabs.iter_mut().enumerate().skip(first) {
                    slab.bar = Some(Bar::Note);
                    // One bar beside all of it.
                    slab.after = if index == last { slab.after } else { 0.0 };
                    slab.cells.iter_mut().for_each(|cell| cell.x = 12.0);
                }
            }
        }
        Block::Columns(columns) => {
            for block in columns.iter().flatten() {
                push(setter, slabs, block);
            }
        }
        Block::Table(table) => rows(setter, slabs, table),
        Block::Legend(runs) => {
            slabs.push(set(setter, runs, setting(Style::Caption), Role::Paragraph));
        }
        // Paper has no room for it.
        Block::Folded(..) => {}
    }
}

fn headed(setter: &mut Setter, heading: &Heading) -> Slab {
    let (size, before) = match heading.level {
        1 => (19.0, 0.0),
        2 => (14.0, 18.0),
        _ => (11.0, 12.0),
    };
    let setting = Setting {
        faces: BOLD,
        size,
        before,
        after: 4.0,
        keep_next: true,
        ..PLAIN
    };
    let number = heading.badge.map_or_else(String::new, |n| format!("{n}. "));
    let words = format!("{number}{}", heading.words);
    let role = Role::Heading(u16::from(heading.level), words.clone());
    set(setter, &[Run::plain(words)], setting, role)
}

fn written(setter: &mut Setter, paragraph: &Paragraph) -> Slab {
    let role = match paragraph.style {
        Style::Quotation | Style::TextQuotation => Role::Quotation,
        Style::Title => Role::Heading(
            4,
            paragraph
                .runs
                .iter()
                .map(|run| run.words.as_str())
                .collect(),
        ),
        Style::Heading => Role::Heading(
            5,
            paragraph
                .runs
                .iter()
                .map(|run| run.words.as_str())
                .collect(),
        ),
        _ => Role::Paragraph,
    };
    set(setter, &paragraph.runs, setting(paragraph.style), role)
}

fn set(setter: &mut Setter, runs: &[Run], setting: Setting, role: Role) -> Slab {
    let width = WIDTH - setting.indent;
    let runs: Vec<Run> = runs.iter().map(drawn).collect();
    Slab {
        role,
        size: setting.size,
        leading: setting.size * 1.4,
        before: setting.before,
        after: setting.after,
        weak: setting.weak,
        bar: setting.bar,
        rule: false,
        keep_next: setting.keep_next,
        together: 1,
        id: None,
        cells: vec![Cell {
            x: setting.indent,
            lines: setter.lines(&runs, setting.faces, setting.size, width),
        }],
    }
}

/// What is drawn: no control characters, and the number of a finding in brackets, where there are no circles.
fn drawn(run: &Run) -> Run {
    let mut run = run.clone();
    run.words = run.words.replace('\t', "    ");
    run.words
        .retain(|letter| letter == '\n' || !letter.is_control());
    if run.look.badge {
        run.words = format!("[{}] ", run.words);
    }
    run
}

fn rows(setter: &mut Setter, slabs: &mut Vec<Slab>, table: &Table) {
    let header: Vec<Vec<Run>> = table
        .header
        .iter()
        .map(|title| vec![Run::strong(*title)])
        .collect();
    slabs.push(row(setter, table, &header, Role::Header));
    for cells in &table.rows {
        slabs.push(row(setter, table, cells, Role::Row));
    }
}

fn row(setter: &mut Setter, table: &Table, cells: &[Vec<Run>], role: Role) -> Slab {
    const SIZE: f32 = 8.5;
    const GAP: f32 = 8.0;
    let whole: f32 = table.widths.iter().map(|share| f32::from(*share)).sum();
    let mut x = 0.0;
    let cells = cells
        .iter()
        .zip(&table.widths)
        .map(|(runs, share)| {
            let width = WIDTH * f32::from(*share) / whole;
            let lines = setter.lines(runs, SANS, SIZE, width - GAP);
            let cell = Cell { x, lines };
            x += width;
            cell
        })
        .collect();
    Slab {
        keep_next: role == Role::Header,
        role,
        size: SIZE,
        leading: SIZE * 1.35,
        before: 3.0,
        after: 3.0,
        weak: false,
        bar: None,
        rule: true,
        together: 1,
        id: None,
        cells,
    }
}

//! Paragraphs and tables as word processors write them, on their way to pieces.

use super::draft::{Piece, squeeze};
use super::error::Problem;
use super::length;
use crate::model::BlockKind;

/// Cells that are longer hold running text: the table only lays it out.
const LONGEST_CELL: usize = 200;

/// A paragraph that is open, with its words so far; a line break in it is a line feed.
struct Open {
    kind: BlockKind,
    words: String,
}

/// A row of a table that is open, with its finished cells and the one at hand.
#[derive(Default)]
struct Row {
    cells: Vec<Vec<Piece>>,
    cell: Vec<Piece>,
}

/// Takes what stands in a document in its order.
#[derive(Default)]
pub(super) struct Flow {
    pieces: Vec<Piece>,
    /// Paragraphs lie in one another where a text box is anchored in one.
    open: Vec<Open>,
    rows: Vec<Row>,
    count: usize,
}

impl Flow {
    /// A paragraph begins.
    pub fn open(&mut self, kind: BlockKind) {
        self.open.push(Open {
            kind,
            words: String::new(),
        });
    }

    /// The paragraph at hand turns out to be of another kind.
    pub fn turn(&mut self, kind: BlockKind) {
        if let Some(open) = self.open.last_mut() {
            open.kind = kind;
        }
    }

    /// The same, unless it is known to be something else than a plain paragraph.
    pub fn turn_paragraph(&mut self, kind: BlockKind) {
        if let Some(open) = self.open.last_mut()
            && open.kind == BlockKind::Paragraph
        {
            open.kind = kind;
        }
    }

    /// Words of the paragraph at hand; outside of any they are lost.
    pub fn words(&mut self, words: &str) {
        if let Some(open) = self.open.last_mut() {
            open.words.push_str(words);
        }
    }

    /// The paragraph at hand ends.
    pub fn close(&mut self) -> Result<(), Problem> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let lines = if open.words.contains("\n\n") {
            open.words.split("\n\n").collect()
        } else {
            vec![open.words.as_str()]
        };
        for line in lines {
            let text = squeeze(line);
            if text.is_empty() {
                continue;
            }
            self.count += text.split(' ').count();
            length::check_count(self.count)?;
            self.put(Piece::new(open.kind, text));
        }
        Ok(())
    }

    pub fn open_row(&mut self) {
        self.rows.push(Row::default());
    }

    pub fn close_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            let cell = std::mem::take(&mut row.cell);
            row.cells.push(cell);
        }
    }

    /// The row at hand ends: short cells are one line, longer ones stay paragraphs.
    pub fn close_row(&mut self) {
        self.close_cell();
        let Some(row) = self.rows.pop() else {
            return;
        };
        let cells: Vec<Vec<Piece>> = row
            .cells
            .into_iter()
            .filter(|cell| !cell.is_empty())
            .collect();
        let is_table = cells.len() > 1
            && cells.iter().all(|cell| {
                cell.iter().map(|piece| piece.text.len()).sum::<usize>() <= LONGEST_CELL
            });
        if is_table {
            let cells: Vec<String> = cells.iter().map(|cell| line_of(cell)).collect();
            self.put(Piece::new(BlockKind::Paragraph, cells.join(" | ")));
        } else {
            for piece in cells.into_iter().flatten() {
                self.put(piece);
            }
        }
    }

    /// All pieces, once everything has been taken.
    pub fn finish(mut self) -> Result<Vec<Piece>, Problem> {
        while !self.open.is_empty() {
            self.close()?;
        }
        while !self.rows.is_empty() {
            self.close_row();
        }
        Ok(self.pieces)
    }

    fn put(&mut self, piece: Piece) {
        match self.rows.last_mut() {
            Some(row) => row.cell.push(piece),
            None => self.pieces.push(piece),
        }
    }
}

fn line_of(cell: &[Piece]) -> String {
    let texts: Vec<&str> = cell.iter().map(|piece| piece.text.as_str()).collect();
    texts.join(" ")
}

/// What the name of a style says about its paragraphs, in the names that word processors give their own styles.
pub(super) fn kind_of_style(name: &str) -> Option<Style> {
    let name = name.to_lowercase().replace("_20_", " ");
    let is = |begin: &str| name.starts_with(begin);
    if name == "title" {
        Some(Style::Title)
    } else if name == "subtitle" || is("heading") || is("überschrift") || is("titre ") {
        Some(Style::Block(BlockKind::Heading))
    } else if is("quot") || is("intense quot") || is("block text") || is("block quot") {
        Some(Style::Block(BlockKind::Quotation))
    } else if is("caption") || is("figure") || is("illustration") {
        Some(Style::Block(BlockKind::Caption))
    } else if is("list") {
        Some(Style::Block(BlockKind::ListItem))
    } else if name == "header" || name == "footer" || is("footnote") || is("endnote") {
        None
    } else {
        Some(Style::Block(BlockKind::Paragraph)).filter(|_| name == "normal" || name == "standard")
    }
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Block(BlockKind),
}

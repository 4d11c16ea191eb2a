//! `word/document.xml`: the paragraphs and tables of the paper.

use super::super::paper::{Block, Heading, Link, Look, Paper, Paragraph, Part, Run, Style, Table};
use super::super::xml::Xml;
use super::OFFICE;
use super::styles::id_of;
use crate::model::EntityKind;

pub const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Twentieths of a point between the margins of a sheet of A4.
const WIDTH: u32 = 9638;

pub struct Body {
    pub document: Vec<u8>,
    /// The addresses that it links to, in the order of their relations.
    pub addresses: Vec<String>,
}

pub fn written(paper: &Paper) -> Body {
    let mut writer = Writer {
        addresses: Vec::new(),
        bookmarks: 0,
    };
    let mut xml = Xml::new();
    let namespaces = [("xmlns:w", NAMESPACE), ("xmlns:r", OFFICE)];
    xml.element("w:document", &namespaces, |xml| {
        xml.element("w:body", &[], |xml| {
            writer.blocks(xml, &paper.blocks, None);
            section(xml);
        });
    });
    Body {
        document: xml.into_bytes(),
        addresses: writer.addresses,
    }
}

struct Writer {
    addresses: Vec<String>,
    /// Counts them: each needs a number of its own.
    bookmarks: usize,
}

impl Writer {
    /// The first paragraph takes the id, so that links to the blocks find their way.
    fn blocks(&mut self, xml: &mut Xml, blocks: &[Block], id: Option<&str>) {
        for (index, block) in blocks.iter().enumerate() {
            self.block(xml, block, id.filter(|_| index == 0));
        }
    }

    fn block(&mut self, xml: &mut Xml, block: &Block, id: Option<&str>) {
        match block {
            Block::Heading(heading) => self.heading(xml, heading, id),
            Block::Paragraph(paragraph) => self.styled(xml, paragraph, id),
            Block::Part(Part::Note, own, inside) => {
                for block in inside {
                    match block {
                        Block::Paragraph(paragraph) => {
                            self.paragraph(xml, "Note", &paragraph.runs, own.as_deref());
                        }
                        other => self.block(xml, other, None),
                    }
                }
            }
            Block::Part(_, own, inside) => self.blocks(xml, inside, own.as_deref().or(id)),
            Block::Columns(columns) => {
                for column in columns {
                    self.blocks(xml, column, None);
                }
            }
            Block::Table(table) => self.table(xml, table),
            Block::Legend(runs) => self.paragraph(xml, id_of(Style::Facts), runs, id),
            // Paper has no room for it.
            Block::Folded(..) => {}
        }
    }

    fn heading(&mut self, xml: &mut Xml, heading: &Heading, id: Option<&str>) {
        let style = match heading.level {
            1 => "Title",
            2 => "Heading1",
            _ => "Heading2",
        };
        let number = heading.badge.map_or_else(String::new, |n| format!("{n}. "));
        let words = Run::plain(format!("{number}{}", heading.words));
        self.paragraph(xml, style, &[words], id);
    }

    fn styled(&mut self, xml: &mut Xml, paragraph: &Paragraph, id: Option<&str>) {
        self.paragraph(xml, id_of(paragraph.style), &paragraph.runs, id);
    }

    fn paragraph(&mut self, xml: &mut Xml, style: &str, runs: &[Run], id: Option<&str>) {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", style)]);
            });
            if let Some(id) = id {
                self.bookmark(xml, id);
            }
            for run in runs {
                self.run(xml, run);
            }
        });
    }

    fn run(&mut self, xml: &mut Xml, run: &Run) {
        if let Some(id) = &run.id {
            self.bookmark(xml, id);
        }
        match &run.link {
            None => words(xml, run),
            Some(Link::Inside(target)) => {
                xml.element("w:hyperlink", &[("w:anchor", target)], |xml| {
                    words(xml, run);
                });
            }
            Some(Link::Outside(address)) => {
                self.addresses.push(address.clone());
                let relation = format!("link{}", self.addresses.len());
                xml.element("w:hyperlink", &[("r:id", &relation)], |xml| words(xml, run));
            }
        }
    }

    fn bookmark(&mut self, xml: &mut Xml, id: &str) {
        self.bookmarks += 1;
        let number = self.bookmarks.to_string();
        xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", id)]);
        xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
    }

    fn table(&mut self, xml: &mut Xml, table: &Table) {
        let whole: u32 = table.widths.iter().map(|share| u32::from(*share)).sum();
        let widths: Vec<String> = table
            .widths
            .iter()
            .map(|share| (WIDTH * u32::from(*share) / whole.max(1)).to_string())
            .collect();
        let header: Vec<Vec<Run>> = table
            .header
            .iter()
            .map(|title| vec![Run::strong(*title)])
            .collect();
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblStyle", &[("w:val", "Findings")]);
                xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            });
            xml.element("w:tblGrid", &[], |xml| {
                for width in &widths {
                    xml.empty("w:gridCol", &[("w:w", width)]);
                }
            });
            self.row(xml, &header, &widths, true);
            for row in &table.rows {
                self.row(xml, row, &widths, false);
            }
        });
    }

    fn row(&mut self, xml: &mut Xml, cells: &[Vec<Run>], widths: &[String], header: bool) {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if header {
                    xml.empty("w:tblHeader", &[]);
                }
            });
            for (cell, width) in cells.iter().zip(widths) {
                xml.element("w:tc", &[], |xml| {
                    xml.element("w:tcPr", &[], |xml| {
                        xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
                    });
                    self.paragraph(xml, "Cell", cell, None);
                });
            }
        });
    }
}

/// The words of a run with how they look; a line break of the text is one of the document.
fn words(xml: &mut Xml, run: &Run) {
    for (index, line) in run.words.split('\n').enumerate() {
        xml.element("w:r", &[], |xml| {
            look(xml, run.look, run.link.is_some());
            if index > 0 {
                xml.empty("w:br", &[]);
            }
            let words = match (run.look.badge, line) {
                (true, number) => format!("[{number}] "),
                (false, line) => line.to_owned(),
            };
            xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&words));
        });
    }
}

/// In the order that the schema wants.
fn look(xml: &mut Xml, look: Look, link: bool) {
    xml.element("w:rPr", &[], |xml| {
        if link {
            xml.empty("w:rStyle", &[("w:val", "Hyperlink")]);
        }
        if look.strong || look.badge {
            xml.empty("w:b", &[]);
        }
        if look.emphasis {
            xml.empty("w:i", &[]);
        }
        if let Some(kind) = look.entity {
            xml.empty("w:u", &[("w:val", underline(kind))]);
        }
        if look.marked {
            let tint = [
                ("w:val", "clear"),
                ("w:color", "auto"),
                ("w:fill", "FDECC8"),
            ];
            xml.empty("w:shd", &tint);
        }
    });
}

/// The line styles of the window.
fn underline(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "single",
        EntityKind::Organization => "double",
        EntityKind::Place => "dash",
        EntityKind::Event | EntityKind::Other => "dotted",
    }
}

/// A sheet of A4 with the page's number below.
fn section(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty(
            "w:footerReference",
            &[("w:type", "default"), ("r:id", "footer")],
        );
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1134"),
            ("w:right", "1134"),
            ("w:bottom", "1134"),
            ("w:left", "1134"),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
    });
}

//! `word/styles.xml`: how the paragraphs look, by names that a reader can change in the style list.

use super::super::paper::Style;
use super::super::xml::Xml;
use super::body::NAMESPACE;

/// A paragraph style: its id and name, and what sets it off from the text.
struct Look {
    id: &'static str,
    name: &'static str,
    /// Half points.
    size: &'static str,
    bold: bool,
    color: Option<&'static str>,
    serif: bool,
    /// Twentieths of a point.
    before: &'static str,
    after: &'static str,
    indent: Option<&'static str>,
    /// A line at the left, in this color.
    bar: Option<&'static str>,
    keep_next: bool,
    /// Its place among the headings of the document.
    level: Option<&'static str>,
}

const PLAIN: Look = Look {
    id: "Normal",
    name: "Normal",
    size: "21",
    bold: false,
    color: None,
    serif: false,
    before: "0",
    after: "120",
    indent: None,
    bar: None,
    keep_next: false,
    level: None,
};

const WEAK: Option<&str> = Some("5C5B57");

const ALL: [Look; 16] = [
    PLAIN,
    Look {
        id: "Title",
        name: "Title",
        size: "36",
        bold: true,
        after: "120",
        keep_next: true,
        ..PLAIN
    },
    Look {
        id: "Heading1",
        name: "heading 1",
        size: "28",
        bold: true,
        before: "360",
        keep_next: true,
        level: Some("0"),
        ..PLAIN
    },
    Look {
        id: "Heading2",
        name: "heading 2",
        size: "23",
        bold: true,
        before: "280",
        after: "40",
        keep_next: true,
        level: Some("1"),
        ..PLAIN
    },
    Look {
        id: "Facts",
        name: "Facts",
        size: "18",
        color: WEAK,
        after: "60",
        keep_next: true,
        ..PLAIN
    },
    Look {
        id: "Quotation",
        name: "Quotation",
        size: "22",
        serif: true,
        after: "160",
        indent: Some("240"),
        bar: Some("D9D6CF"),
        ..PLAIN
    },
    Look {
        id: "Note",
        name: "Note",
        after: "80",
        indent: Some("240"),
        bar: Some("9A4A00"),
        ..PLAIN
    },
    Look {
        id: "Item",
        name: "Item",
        size: "20",
        after: "80",
        indent: Some("240"),
        ..PLAIN
    },
    Look {
        id: "Cell",
        name: "Cell",
        size: "18",
        after: "40",
        ..PLAIN
    },
    Look {
        id: "ArticleTitle",
        name: "Article title",
        size: "28",
        bold: true,
        serif: true,
        before: "120",
        keep_next: true,
        ..PLAIN
    },
    Look {
        id: "ArticleHeading",
        name: "Article heading",
        bold: true,
        serif: true,
        before: "120",
        keep_next: true,
        ..PLAIN
    },
    Look {
        id: "Article",
        name: "Article",
        size: "22",
        serif: true,
        ..PLAIN
    },
    Look {
        id: "ArticleItem",
        name: "Article item",
        size: "22",
        serif: true,
        indent: Some("240"),
        ..PLAIN
    },
    Look {
        id: "ArticleQuotation",
        name: "Article quotation",
        size: "22",
        serif: true,
        indent: Some("480"),
        ..PLAIN
    },
    Look {
        id: "ArticleCaption",
        name: "Article caption",
        size: "18",
        color: WEAK,
        ..PLAIN
    },
    Look {
        id: "Footer",
        name: "footer",
        size: "18",
        color: WEAK,
        after: "0",
        ..PLAIN
    },
];

/// The style of a paragraph.
pub fn id_of(style: Style) -> &'static str {
    match style {
        Style::Plain => "Normal",
        Style::Facts => "Facts",
        Style::Quotation => "Quotation",
        Style::Own => "Note",
        Style::Item => "Item",
        Style::Title => "ArticleTitle",
        Style::Heading => "ArticleHeading",
        Style::Text => "Article",
        Style::TextItem => "ArticleItem",
        Style::TextQuotation => "ArticleQuotation",
        Style::Caption => "ArticleCaption",
    }
}

pub fn written() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", NAMESPACE)], |xml| {
        for look in &ALL {
            paragraph(xml, look);
        }
        link(xml);
        table(xml);
    });
    xml.into_bytes()
}

fn paragraph(xml: &mut Xml, look: &Look) {
    let normal = look.id == PLAIN.id;
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", look.id)];
    attributes.extend(normal.then_some(("w:default", "1")));
    xml.element("w:style", &attributes, |xml| {
        xml.empty("w:name", &[("w:val", look.name)]);
        if !normal {
            xml.empty("w:basedOn", &[("w:val", PLAIN.id)]);
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if look.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if let Some(color) = look.bar {
                xml.element("w:pBdr", &[], |xml| {
                    let line = [
                        ("w:val", "single"),
                        ("w:sz", "18"),
                        ("w:space", "8"),
                        ("w:color", color),
                    ];
                    xml.empty("w:left", &line);
                });
            }
            let spacing = [
                ("w:before", look.before),
                ("w:after", look.after),
                ("w:line", "276"),
                ("w:lineRule", "auto"),
            ];
            xml.empty("w:spacing", &spacing);
            if let Some(indent) = look.indent {
                xml.empty("w:ind", &[("w:left", indent)]);
            }
            if look.id == "Footer" {
                xml.empty("w:jc", &[("w:val", "center")]);
            }
            if let Some(level) = look.level {
                xml.empty("w:outlineLvl", &[("w:val", level)]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            let font = if look.serif { "Georgia" } else { "Calibri" };
            xml.empty(
                "w:rFonts",
                &[("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)],
            );
            if look.bold {
                xml.empty("w:b", &[]);
            }
            if let Some(color) = look.color {
                xml.empty("w:color", &[("w:val", color)]);
            }
            xml.empty("w:sz", &[("w:val", look.size)]);
            xml.empty("w:lang", &[("w:val", "en-US")]);
        });
    });
}

fn link(xml: &mut Xml) {
    xml.element(
        "w:style",
        &[("w:type", "character"), ("w:styleId", "Hyperlink")],
        |xml| {
            xml.empty("w:name", &[("w:val", "Hyperlink")]);
            xml.element("w:rPr", &[], |xml| {
                xml.empty("w:color", &[("w:val", "1F5FA8")]);
                xml.empty("w:u", &[("w:val", "single")]);
            });
        },
    );
}

fn table(xml: &mut Xml) {
    xml.element(
        "w:style",
        &[("w:type", "table"), ("w:styleId", "Findings")],
        |xml| {
            xml.empty("w:name", &[("w:val", "Findings")]);
            xml.element("w:tblPr", &[], |xml| {
                xml.element("w:tblBorders", &[], |xml| {
                    for side in ["w:top", "w:bottom", "w:insideH"] {
                        xml.empty(
                            side,
                            &[("w:val", "single"), ("w:sz", "4"), ("w:color", "D9D6CF")],
                        );
                    }
                });
                xml.element("w:tblCellMar", &[], |xml| {
                    for (side, width) in [
                        ("w:top", "40"),
                        ("w:left", "80"),
                        ("w:bottom", "40"),
                        ("w:right", "80"),
                    ] {
                        xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
                    }
                });
            });
        },
    );
}

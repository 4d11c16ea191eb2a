//! The report as a Word document: a table of the findings, then each with its quotations and notes.

mod body;
mod styles;
#[cfg(test)]
mod tests;

use super::GENERATOR;
use super::archive::packed;
use super::options::Options;
use super::paper::{self, Front, Medium, Paper};
use super::xml::Xml;
use crate::report::Report;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let paper = paper::of(report, options, Medium::Pages);
    let body = body::written(&paper);
    packed(&[
        ("[Content_Types].xml", &content_types()),
        ("_rels/.rels", &package_relations()),
        ("docProps/core.xml", &properties(&paper)),
        ("word/document.xml", &body.document),
        ("word/styles.xml", &styles::written()),
        ("word/footer.xml", &footer()),
        ("word/_rels/document.xml.rels", &relations(&body.addresses)),
    ])
}

fn content_types() -> Vec<u8> {
    let part = |xml: &mut Xml, name: &str, kind: &str| {
        xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
    };
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", namespace)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty(
            "Default",
            &[("Extension", "rels"), ("ContentType", relations)],
        );
        xml.empty(
            "Default",
            &[("Extension", "xml"), ("ContentType", "application/xml")],
        );
        part(
            xml,
            "/word/document.xml",
            &format!("{WORD}.document.main+xml"),
        );
        part(xml, "/word/styles.xml", &format!("{WORD}.styles+xml"));
        part(xml, "/word/footer.xml", &format!("{WORD}.footer+xml"));
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        part(xml, "/docProps/core.xml", core);
    });
    xml.into_bytes()
}

fn package_relations() -> Vec<u8> {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let document = format!("{OFFICE}/officeDocument");
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", PACKAGE)], |xml| {
        relation(xml, "rId1", &document, "word/document.xml");
        relation(xml, "rId2", core, "docProps/core.xml");
    });
    xml.into_bytes()
}

/// The parts that the document needs, and the addresses that it links to: `link1` is the first.
fn relations(addresses: &[String]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", PACKAGE)], |xml| {
        relation(xml, "styles", &format!("{OFFICE}/styles"), "styles.xml");
        relation(xml, "footer", &format!("{OFFICE}/footer"), "footer.xml");
        for (index, address) in addresses.iter().enumerate() {
            let attributes = [
                ("Id", format!("link{}", index + 1)),
                ("Type", format!("{OFFICE}/hyperlink")),
                ("Target", address.clone()),
                ("TargetMode", "External".to_owned()),
            ];
            let attributes = attributes
                .each_ref()
                .map(|(key, value)| (*key, value.as_str()));
            xml.empty("Relationship", &attributes);
        }
    });
    xml.into_bytes()
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty(
        "Relationship",
        &[("Id", id), ("Type", kind), ("Target", target)],
    );
}

fn properties(paper: &Paper) -> Vec<u8> {
    let one = |wanted: &str| {
        paper.front.iter().find_map(|(name, value)| match value {
            Front::One(value) if *name == wanted => Some(value.as_str()),
            _ => None,
        })
    };
    let mut xml = Xml::new();
    let namespaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&paper.title));
        let creator = one("author").unwrap_or(GENERATOR);
        xml.element("dc:creator", &[], |xml| xml.text(creator));
        xml.element("dc:language", &[], |xml| xml.text("en"));
        if let Some(date) = one("date") {
            xml.element(
                "dcterms:created",
                &[("xsi:type", "dcterms:W3CDTF")],
                |xml| {
                    xml.text(&format!("{date}T00:00:00Z"));
                },
            );
        }
    });
    xml.into_bytes()
}

/// The number of the page.
fn footer() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:ftr", &[("xmlns:w", body::NAMESPACE)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", "Footer")]);
            });
            xml.element("w:fldSimple", &[("w:instr", "PAGE")], |xml| {
                xml.element("w:r", &[], |xml| {
                    xml.element("w:t", &[], |xml| xml.text("1"));
                });
            });
        });
    });
    xml.into_bytes()
}

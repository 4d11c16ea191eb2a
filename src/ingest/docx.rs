//! Word documents (DOCX): the paragraphs of the main part, headed and set as their styles say.
//!
//! What was deleted or moved away while changes were tracked, and what lies beside the text (running heads, notes,
//! comments), is no part of the article.

use std::collections::BTreeMap;

use super::draft::{Draft, Piece, squeeze};
use super::error::Problem;
use super::flow::{Flow, Style, kind_of_style};
use super::package::Package;
use super::properties::{self, Properties};
use super::xml::{Element, Event, Reader};
use crate::model::BlockKind;

/// Where the main part lies, unless the package says otherwise.
const MAIN: &str = "word/document.xml";

/// Elements whose words are not shown: moved away, a second copy for old programs, instructions, alternatives.
const UNSEEN: [&str; 7] = [
    "moveFrom",
    "del",
    "Fallback",
    "instrText",
    "delText",
    "rPr",
    "sectPr",
];

/// How many styles may be based on one another.
const LONGEST_CHAIN: usize = 16;

pub(super) fn read(package: &mut Package<'_>) -> Result<Draft, Problem> {
    let main = main_part(package)?;
    let text = package
        .text(&main)?
        .ok_or(Problem::Damaged("the Word document"))?;
    let styles = match package.text("word/styles.xml")? {
        Some(text) => styles(&text)?,
        None => BTreeMap::new(),
    };
    let (title, pieces) = body(&text, &styles)?;
    let properties = match package.text("docProps/core.xml")? {
        Some(text) => properties_of(&text).unwrap_or_default(),
        None => Properties::default(),
    };
    let mut draft = properties::draft(pieces, title, &properties);
    drop_parts(package, &mut draft)?;
    Ok(draft)
}

/// The name of the main part, which Word sometimes calls `document2.xml`.
fn main_part(package: &mut Package<'_>) -> Result<String, Problem> {
    let Some(text) = package.text("_rels/.rels")? else {
        return Ok(MAIN.to_owned());
    };
    let mut reader = Reader::new(&text);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event
            && element
                .attribute("Type")
                .is_some_and(|kind| kind.ends_with("/officeDocument"))
            && let Some(target) = element.attribute("Target")
        {
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Ok(MAIN.to_owned())
}

/// One style: what its own name says, and what it is based on.
#[derive(Default)]
struct Named {
    style: Option<Style>,
    parent: Option<String>,
}

fn styles(text: &str) -> Result<BTreeMap<String, Named>, Problem> {
    let mut all = BTreeMap::new();
    let mut at_hand: Option<(String, Named)> = None;
    let mut reader = Reader::new(text);
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(element) if element.name == "style" => {
                let id = element.attribute("styleId").unwrap_or_default().to_owned();
                at_hand = Some((id, Named::default()));
            }
            Event::Open(element) => {
                if let Some((_, named)) = &mut at_hand {
                    note(named, &element);
                }
            }
            Event::Close(name) if name == "style" => all.extend(at_hand.take()),
            _ => {}
        }
    }
    Ok(all)
}

fn note(named: &mut Named, element: &Element) {
    let value = element.attribute("val").unwrap_or_default();
    match element.name.as_str() {
        "name" => named.style = kind_of_style(value),
        "basedOn" => named.parent = Some(value.to_owned()),
        "outlineLvl" if is_level(value) && named.style.is_none() => {
            named.style = Some(Style::Block(BlockKind::Heading));
        }
        _ => {}
    }
}

fn is_level(value: &str) -> bool {
    value.parse().is_ok_and(|level: u8| level < 9)
}

/// What a style or the nearest that it is based on says.
fn style_of(styles: &BTreeMap<String, Named>, id: &str) -> Option<Style> {
    let mut id = id;
    for _ in 0..LONGEST_CHAIN {
        let named = styles.get(id)?;
        if named.style.is_some() {
            return named.style;
        }
        id = named.parent.as_deref()?;
    }
    None
}

/// Title and pieces of the main part.
fn body(
    text: &str,
    styles: &BTreeMap<String, Named>,
) -> Result<(Option<String>, Vec<Piece>), Problem> {
    let mut flow = Flow::default();
    let mut title = String::new();
    // Per open paragraph: whether its style makes it the title.
    let mut titled: Vec<bool> = Vec::new();
    let mut reader = Reader::new(text);
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(element) => match element.name.as_str() {
                name if UNSEEN.contains(&name) => reader.skip()?,
                "p" => {
                    flow.open(BlockKind::Paragraph);
                    titled.push(false);
                }
                "pStyle" => match style_of(styles, element.attribute("val").unwrap_or_default()) {
                    Some(Style::Title) if title.is_empty() => {
                        if let Some(titled) = titled.last_mut() {
                            *titled = true;
                        }
                    }
                    Some(Style::Title) => flow.turn(BlockKind::Heading),
                    // What is numbered stays a list, wherever its numbering is told.
                    Some(Style::Block(BlockKind::Paragraph)) | None => {}
                    Some(Style::Block(kind)) => flow.turn(kind),
                },
                // Number 0 takes the numbering of a style away; a numbered heading is a heading.
                "numId" if element.attribute("val") != Some("0") => {
                    flow.turn_paragraph(BlockKind::ListItem);
                }
                "outlineLvl" if element.attribute("val").is_some_and(is_level) => {
                    flow.turn(BlockKind::Heading);
                }
                "t" => {
                    let words = reader.words()?;
                    if titled.last() == Some(&true) {
                        title.push_str(&words);
                    } else {
                        flow.words(&words);
                    }
                }
                "br" | "cr" if titled.last() != Some(&true) => flow.words("\n"),
                "br" | "cr" | "tab" if titled.last() == Some(&true) => title.push(' '),
                "tab" => flow.words("\t"),
                "noBreakHyphen" => flow.words("\u{2011}"),
                "tr" => flow.open_row(),
                _ => {}
            },
            Event::Close(name) => match name.as_str() {
                "p" => {
                    titled.pop();
                    flow.close()?;
                }
                "tc" => flow.close_cell(),
                "tr" => flow.close_row(),
                _ => {}
            },
            Event::Words(_) => {}
        }
    }
    let title = squeeze(&title);
    Ok(((!title.is_empty()).then_some(title), flow.finish()?))
}

fn properties_of(text: &str) -> Result<Properties, Problem> {
    let mut told = Properties::default();
    let mut reader = Reader::new(text);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event {
            match element.name.as_str() {
                "title" => told.title = reader.words()?,
                "creator" => told.authors.push(reader.words()?),
                "modified" => told.modified = reader.words()?,
                "language" => told.language = reader.words()?,
                _ => {}
            }
        }
    }
    Ok(told)
}

/// Notes what lies beside the text.
fn drop_parts(package: &mut Package<'_>, draft: &mut Draft) -> Result<(), Problem> {
    for name in package.names() {
        let Some(part) = name
            .strip_prefix("word/")
            .and_then(|name| name.strip_suffix(".xml"))
        else {
            continue;
        };
        let reason = match part.trim_end_matches(|letter: char| letter.is_ascii_digit()) {
            "header" | "footer" => "running head",
            "footnotes" | "endnotes" => "note",
            "comments" => "comment",
            _ => continue,
        };
        let Some(text) = package.text(&name)? else {
            continue;
        };
        // A part that is damaged beside the text is no reason to refuse the text.
        for piece in body(&text, &BTreeMap::new())
            .map(|(_, pieces)| pieces)
            .unwrap_or_default()
        {
            draft.drop(piece.text, reason);
        }
    }
    Ok(())
}

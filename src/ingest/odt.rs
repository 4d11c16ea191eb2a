//! Texts in the open format of office programs (ODT).
//!
//! What was deleted while changes were tracked, notes and comments are no part of the article.

use std::collections::BTreeMap;

use super::draft::{Draft, Piece, squeeze};
use super::error::Problem;
use super::flow::{Flow, Style, kind_of_style};
use super::package::Package;
use super::properties::{self, Properties};
use super::xml::{Element, Event, Reader};
use crate::model::BlockKind;

/// Elements whose words are no part of the text.
const UNSEEN: [&str; 6] = [
    "tracked-changes",
    "annotation",
    "sequence-decls",
    "table-of-content",
    "alphabetical-index",
    "ruby-text",
];

/// How many styles may be based on one another.
const LONGEST_CHAIN: usize = 16;

/// Styles by name, each with the name of the one that it is based on.
type Parents = BTreeMap<String, String>;

pub(super) fn read(package: &mut Package<'_>) -> Result<Draft, Problem> {
    if let Some(manifest) = package.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Problem::Locked);
    }
    let content = package
        .text("content.xml")?
        .ok_or(Problem::Damaged("the OpenDocument text"))?;
    let mut parents = Parents::new();
    if let Some(styles) = package.text("styles.xml")? {
        note_styles(&styles, &mut parents)?;
    }
    note_styles(&content, &mut parents)?;
    let mut body = Body::default();
    body.take(&content, &parents)?;
    let properties = match package.text("meta.xml")? {
        Some(text) => properties_of(&text).unwrap_or_default(),
        None => Properties::default(),
    };
    let title = squeeze(&body.title);
    let title = (!title.is_empty()).then_some(title);
    let mut draft = properties::draft(body.flow.finish()?, title, &properties);
    for note in body.notes {
        draft.drop(note.text, "note");
    }
    Ok(draft)
}

fn note_styles(text: &str, parents: &mut Parents) -> Result<(), Problem> {
    let mut reader = Reader::new(text);
    while let Some(event) = reader.next()? {
        let Event::Open(element) = event else {
            continue;
        };
        if element.name == "style"
            && let Some(name) = element.attribute("name")
            && let Some(parent) = element.attribute("parent-style-name")
        {
            parents.insert(name.to_owned(), parent.to_owned());
        }
        if element.name == "body" {
            return Ok(());
        }
    }
    Ok(())
}

/// What a style or the nearest that it is based on says.
fn style_of(parents: &Parents, name: &str) -> Option<Style> {
    let mut name = name;
    for _ in 0..LONGEST_CHAIN {
        if let Some(style) = kind_of_style(name) {
            return Some(style);
        }
        name = parents.get(name)?;
    }
    None
}

#[derive(Default)]
struct Body {
    flow: Flow,
    title: String,
    notes: Vec<Piece>,
    /// Lists that are open.
    lists: usize,
    /// Per open paragraph: whether its style makes it the title.
    titled: Vec<bool>,
}

impl Body {
    fn take(&mut self, content: &str, parents: &Parents) -> Result<(), Problem> {
        let mut reader = Reader::new(content);
        while let Some(event) = reader.next()? {
            match event {
                Event::Open(element) => self.open(&element, parents, &mut reader)?,
                Event::Close(name) => match name.as_str() {
                    "p" | "h" => {
                        self.titled.pop();
                        self.flow.close()?;
                    }
                    "list" => self.lists = self.lists.saturating_sub(1),
                    "table-cell" => self.flow.close_cell(),
                    "table-row" => self.flow.close_row(),
                    _ => {}
                },
                Event::Words(words) => self.words(&words),
            }
        }
        Ok(())
    }

    fn open(
        &mut self,
        element: &Element,
        parents: &Parents,
        reader: &mut Reader<'_>,
    ) -> Result<(), Problem> {
        match element.name.as_str() {
            name if UNSEEN.contains(&name) => reader.skip()?,
            "note" => {
                let words = reader.words()?;
                self.notes
                    .push(Piece::new(BlockKind::Paragraph, squeeze(&words)));
            }
            "p" | "h" => self.open_paragraph(element, parents),
            "list" => self.lists += 1,
            "table-row" => self.flow.open_row(),
            "s" | "tab" => self.words(" "),
            "line-break" => self.words("\n"),
            _ => {}
        }
        Ok(())
    }

    fn open_paragraph(&mut self, element: &Element, parents: &Parents) {
        let style = style_of(parents, element.attribute("style-name").unwrap_or_default());
        let (kind, is_title) = match style {
            Some(Style::Title) if self.title.is_empty() => (BlockKind::Title, true),
            Some(Style::Title) => (BlockKind::Heading, false),
            _ if element.name == "h" => (BlockKind::Heading, false),
            Some(Style::Block(BlockKind::Paragraph)) | None if self.lists > 0 => {
                (BlockKind::ListItem, false)
            }
            Some(Style::Block(kind)) => (kind, false),
            None => (BlockKind::Paragraph, false),
        };
        self.flow.open(kind);
        self.titled.push(is_title);
    }

    fn words(&mut self, words: &str) {
        match self.titled.last() {
            Some(true) => self.title.push_str(words),
            // A line feed in the file is white space; one from an element breaks the line.
            Some(false) if words == "\n" => self.flow.words(words),
            Some(false) => self.flow.words(&words.replace('\n', " ")),
            None => {}
        }
    }
}

fn properties_of(text: &str) -> Result<Properties, Problem> {
    let mut told = Properties::default();
    let mut reader = Reader::new(text);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event {
            match element.name.as_str() {
                "title" => told.title = reader.words()?,
                "initial-creator" => told.authors.insert(0, reader.words()?),
                // The last to have changed it counts where nobody is named who made it.
                "creator" if told.authors.is_empty() => told.authors.push(reader.words()?),
                "date" => told.modified = reader.words()?,
                "language" => told.language = reader.words()?,
                _ => {}
            }
        }
    }
    told.authors.truncate(1);
    Ok(told)
}

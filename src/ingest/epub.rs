//! E-books (EPUB): the chapters in the order of reading, as one article under their headings, or one of them.

use std::collections::BTreeMap;

use super::Proceed;
use super::choice::{Choice, Offered};
use super::draft::{Draft, Piece};
use super::error::Problem;
use super::flow::Flow;
use super::html;
use super::length;
use super::package::Package;
use super::properties::{self, Properties};
use super::xml::{Event, Reader};
use crate::model::BlockKind;

/// Elements whose words are not shown.
const UNSEEN: [&str; 7] = ["head", "script", "style", "svg", "math", "nav", "rt"];

pub(super) fn read(
    package: &mut Package<'_>,
    choice: Choice,
    proceed: Proceed<'_>,
) -> Result<Draft, Problem> {
    let container = package
        .text("META-INF/container.xml")?
        .ok_or(Problem::Damaged("the e-book"))?;
    let path = root_file(&container)?.ok_or(Problem::Damaged("the e-book"))?;
    let text = package.text(&path)?.ok_or(Problem::Damaged("the e-book"))?;
    let book = Book::of(&text)?;
    let locked = match package.text("META-INF/encryption.xml")? {
        Some(text) => locked_parts(&text)?,
        None => Vec::new(),
    };
    let mut chapters = Vec::new();
    let mut words = 0;
    for chapter in book.chapters() {
        if !proceed() {
            return Err(Problem::Stopped);
        }
        let name = resolve(&path, chapter);
        // Fonts may be scrambled in any book; chapters are where it is protected.
        if locked.contains(&name) {
            return Err(Problem::Locked);
        }
        let Some(page) = package.text(&name)? else {
            continue;
        };
        let read = chapter_pieces(&page)?;
        words += read
            .iter()
            .map(|piece| piece.text.split(' ').count())
            .sum::<usize>();
        length::check_count(words)?;
        // Covers and empty leaves are no chapters.
        if !read.is_empty() {
            chapters.push(read);
        }
    }
    let pieces = match choice {
        Choice::Only => chapters.into_iter().flatten().collect(),
        Choice::Number(_) => choice.of(chapters, |_| Offered::of(None, String::new))?,
    };
    Ok(properties::draft(pieces, None, &book.properties))
}

/// Where the file lies that describes the book.
fn root_file(container: &str) -> Result<Option<String>, Problem> {
    let mut reader = Reader::new(container);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event
            && element.name == "rootfile"
        {
            return Ok(element.attribute("full-path").map(str::to_owned));
        }
    }
    Ok(None)
}

/// The parts that are encrypted.
fn locked_parts(text: &str) -> Result<Vec<String>, Problem> {
    let mut parts = Vec::new();
    let mut reader = Reader::new(text);
    while let Some(event) = reader.next()? {
        if let Event::Open(element) = event
            && element.name == "CipherReference"
            && let Some(part) = element.attribute("URI")
        {
            parts.push(resolve("", part));
        }
    }
    Ok(parts)
}

/// What the file that describes a book says.
#[derive(Default)]
struct Book {
    properties: Properties,
    /// Names of the files by their identifier.
    files: BTreeMap<String, String>,
    /// Identifiers in the order of reading.
    spine: Vec<String>,
}

impl Book {
    fn of(text: &str) -> Result<Self, Problem> {
        let mut book = Self::default();
        book.properties.trusted = true;
        let mut reader = Reader::new(text);
        while let Some(event) = reader.next()? {
            let Event::Open(element) = event else {
                continue;
            };
            let told = &mut book.properties;
            match element.name.as_str() {
                "title" if told.title.is_empty() => told.title = reader.words()?,
                "creator" => told.authors.push(reader.words()?),
                "publisher" => told.outlet = reader.words()?,
                "language" if told.language.is_empty() => told.language = reader.words()?,
                "date"
                    if element
                        .attribute("event")
                        .is_none_or(|event| event == "publication") =>
                {
                    told.published = reader.words()?;
                }
                "meta" if element.attribute("property") == Some("dcterms:modified") => {
                    told.modified = reader.words()?;
                }
                "item" => {
                    let is_list = element
                        .attribute("properties")
                        .is_some_and(|all| all.split(' ').any(|one| one == "nav"));
                    if let (Some(id), Some(name)) =
                        (element.attribute("id"), element.attribute("href"))
                        && !is_list
                    {
                        book.files.insert(id.to_owned(), name.to_owned());
                    }
                }
                "itemref" if element.attribute("linear") != Some("no") => {
                    book.spine
                        .extend(element.attribute("idref").map(str::to_owned));
                }
                _ => {}
            }
        }
        Ok(book)
    }

    fn chapters(&self) -> impl Iterator<Item = &str> {
        self.spine
            .iter()
            .filter_map(|id| Some(self.files.get(id)?.as_str()))
    }
}

/// The name of a member that another refers to.
fn resolve(from: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if reference.starts_with('/') {
        parts.clear();
    }
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    decode_percents(&parts.join("/"))
}

/// `chapter%201.xhtml` is a file with a space in its name.
fn decode_percents(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .filter(|_| first == b'%')
            .and_then(|digits| str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The pieces of one chapter. Pages that are not well-formed are read as those of the web are.
fn chapter_pieces(page: &str) -> Result<Vec<Piece>, Problem> {
    match Chapter::default().take(page) {
        Ok(pieces) => Ok(pieces),
        Err(Problem::TooLong(limit)) => Err(Problem::TooLong(limit)),
        Err(_) => match html::read(page) {
            Ok(draft) => Ok(draft
                .metadata
                .title
                .into_iter()
                .map(|title| Piece::new(BlockKind::Heading, title))
                .chain(draft.pieces)
                .collect()),
            Err(_) => Ok(Vec::new()),
        },
    }
}

/// A page as a row of paragraphs: every element that is a block ends the one before and begins another.
#[derive(Default)]
struct Chapter {
    flow: Flow,
    /// The kinds of the blocks that are open, from the outermost.
    kinds: Vec<BlockKind>,
}

impl Chapter {
    fn take(mut self, page: &str) -> Result<Vec<Piece>, Problem> {
        let mut reader = Reader::of_page(page);
        self.flow.open(BlockKind::Paragraph);
        while let Some(event) = reader.next()? {
            match event {
                Event::Open(element) => match element.name.as_str() {
                    name if UNSEEN.contains(&name) => reader.skip()?,
                    "br" => self.flow.words("\n"),
                    "tr" => {
                        self.flow.close()?;
                        self.flow.open_row();
                        self.flow.open(self.kind());
                    }
                    name if is_block(name) => {
                        self.flow.close()?;
                        self.kinds
                            .push(kind_of(name).unwrap_or_else(|| self.kind()));
                        self.flow.open(self.kind());
                    }
                    _ => {}
                },
                Event::Close(name) => {
                    if !is_block(&name) && name != "tr" {
                        continue;
                    }
                    self.flow.close()?;
                    match name.as_str() {
                        "tr" => self.flow.close_row(),
                        "td" | "th" => self.flow.close_cell(),
                        _ => {}
                    }
                    if name != "tr" {
                        self.kinds.pop();
                    }
                    self.flow.open(self.kind());
                }
                Event::Words(words) => self.flow.words(&words.replace('\n', " ")),
            }
        }
        self.flow.finish()
    }

    fn kind(&self) -> BlockKind {
        self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)
    }
}

fn kind_of(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" | "dt" | "dd" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quotation,
        "figcaption" | "caption" => BlockKind::Caption,
        _ => return None,
    })
}

fn is_block(name: &str) -> bool {
    kind_of(name).is_some()
        || matches!(
            name,
            "body"
                | "p"
                | "div"
                | "section"
                | "article"
                | "main"
                | "aside"
                | "header"
                | "footer"
                | "figure"
                | "ul"
                | "ol"
                | "dl"
                | "pre"
                | "table"
                | "td"
                | "th"
                | "hr"
                | "address"
        )
}

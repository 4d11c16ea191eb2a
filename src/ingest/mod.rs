//! Bytes to documents; one file a format.
//!
//! ```text
//! bytes ─detect─▶ format ─encoding─▶ characters ─plain │ markdown │ html │ news_xml─▶ Draft ─furniture─▶ Content
//!   │               │                            └json │ ninjs──────────────────────────────────────────▶ Content ─▶ Document
//!   │               └mbox, mime─▶ eml │ mhtml─▶ Draft;  webarchive─▶ Draft
//!   └packed: docx │ odt │ epub │ rtf │ pdf─────▶ Draft
//! ```
//!
//! Some files hold several articles; `choice` says which is meant.

mod byline;
mod choice;
mod date;
mod detect;
mod docx;
mod draft;
mod eml;
mod encoding;
mod epub;
mod error;
mod file;
mod flow;
mod folder;
mod furniture;
mod headings;
mod html;
mod json;
mod language;
mod length;
mod lines;
mod markdown;
mod masthead;
mod mbox;
mod mhtml;
mod mime;
mod news_xml;
mod ninjs;
mod odt;
mod package;
mod packed;
mod pdf;
mod plain;
mod properties;
mod rtf;
#[cfg(test)]
mod tests;
mod webarchive;
mod xml;

use std::path::Path;

use sha2::{Digest as _, Sha256};

pub use choice::Offered;
pub use date::parse_date;
pub use error::ReadError;
pub use folder::{ENDINGS, Folder, articles_in};

use crate::model::{Document, Origin};
use crate::text::SourceText;
use choice::Choice;
use detect::Format;
use draft::{Content, Draft};
use error::Problem;

/// The largest file that is read, in bytes.
pub const SIZE_LIMIT: u64 = 50 << 20;

/// Asked now and then while a long file is read: whether to go on.
pub type Proceed<'a> = &'a dyn Fn() -> bool;

/// Reads the one article of a file. The name helps to tell the format where the content does not.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    read_while(file_name, bytes, None, &|| true)
}

/// Reads one article of a file that holds several, by its number from 1.
pub fn read_chosen(file_name: &str, bytes: &[u8], number: usize) -> Result<Document, ReadError> {
    read_while(file_name, bytes, Some(number), &|| true)
}

/// The same as long as it shall go on.
pub fn read_while(
    file_name: &str,
    bytes: &[u8],
    number: Option<usize>,
    proceed: Proceed<'_>,
) -> Result<Document, ReadError> {
    let choice = number.map_or(Choice::Only, Choice::Number);
    document(file_name, bytes, choice, proceed)
}

/// Reads the article in a file; `agency.jsonl#3` is the third of those in `agency.jsonl`.
pub fn read_path(path: &Path) -> Result<Document, ReadError> {
    read_path_while(path, &|| true)
}

/// The same as long as it shall go on.
pub fn read_path_while(path: &Path, proceed: Proceed<'_>) -> Result<Document, ReadError> {
    let (path, choice) = choice::in_path(path);
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let bytes = file::bytes_of(&path).map_err(|problem| ReadError::new(name.as_ref(), problem))?;
    document(&name, &bytes, choice, proceed)
}

fn document(
    file_name: &str,
    bytes: &[u8],
    choice: Choice,
    proceed: Proceed<'_>,
) -> Result<Document, ReadError> {
    let file = bare_name(file_name);
    let content = content(file, bytes, choice, proceed)
        .and_then(|content| length::check(&content.text).map(|()| content))
        .map_err(|problem| ReadError::new(file, problem))?;
    let mut metadata = content.metadata;
    if metadata.language.is_none() {
        metadata.language = language::detect(&content.text);
    }
    let mut hash = Sha256::new_with_prefix(bytes);
    let mut file = file.to_owned();
    if let Choice::Number(number) = choice {
        // Two articles of one file are two documents, so they must not bear one name and one hash.
        let mark = format!("#{number}");
        hash.update(&mark);
        file.push_str(&mark);
    }
    Ok(Document {
        text: SourceText::new(content.text),
        blocks: content.blocks,
        metadata,
        origin: Origin {
            file,
            sha256: format!("{:x}", hash.finalize()),
            size: bytes.len() as u64,
            dropped: content.dropped,
        },
    })
}

fn content(
    file_name: &str,
    bytes: &[u8],
    choice: Choice,
    proceed: Proceed<'_>,
) -> Result<Content, Problem> {
    if !proceed() {
        return Err(Problem::Stopped);
    }
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(Problem::TooLarge(bytes.len() as u64));
    }
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(draft) = packed::read(bytes, choice, proceed)? {
        return finish(draft);
    }
    if webarchive::looks_like_property_list(bytes) {
        choice.of_one()?;
        return finish(webarchive::read(bytes)?);
    }
    detect::refuse_binary(bytes)?;
    if mbox::looks_like_mailbox(bytes) {
        let letter = choice.of(mbox::letters(bytes), |letter| {
            Offered::of(mime::subject(letter), || beginning(letter))
        })?;
        return finish(message(&mbox::unquoted(letter))?);
    }
    if mime::looks_like_message(bytes) {
        choice.of_one()?;
        return finish(message(bytes)?);
    }
    let text = encoding::decode(bytes);
    if text.trim().is_empty() {
        return Err(Problem::Blank);
    }
    detect::refuse_noise(&text)?;
    let format = detect::format(file_name, &text)?;
    if !matches!(format, Format::Json | Format::NewsXml) {
        choice.of_one()?;
    }
    // Of other formats much may be markup.
    if matches!(format, Format::Markdown | Format::Plain) {
        length::check(&text)?;
    }
    finish(match format {
        Format::Json => return json::read(&text, choice),
        Format::NewsXml => news_xml::read(&text, choice)?,
        Format::Html => html::read(&text)?,
        Format::Markdown => markdown::read(&text),
        Format::Plain => plain::read(&text),
    })
}

/// A letter or a page that was saved as one.
fn message(bytes: &[u8]) -> Result<Draft, Problem> {
    let message = mime::parse(bytes)?;
    if mhtml::is_saved_page(&message) {
        mhtml::read(&message)
    } else {
        eml::read(&message)
    }
}

/// How a letter without a subject begins.
fn beginning(letter: &[u8]) -> String {
    let draft = message(&mbox::unquoted(letter)).unwrap_or_default();
    draft
        .pieces
        .into_iter()
        .next()
        .map(|piece| piece.text)
        .unwrap_or_default()
}

/// Drops the furniture, and makes one text of what is left.
fn finish(draft: Draft) -> Result<Content, Problem> {
    let content = furniture::clear(draft).assemble();
    if content.text.is_empty() {
        return Err(Problem::NoArticle);
    }
    Ok(content)
}

/// The name without its folder, whichever system wrote it.
fn bare_name(name: &str) -> &str {
    name.rsplit(['/', '\\'])
        .find(|part| !part.is_empty())
        .unwrap_or(name)
}

//! Bytes to documents; one file a format.
//!
//! ```text
//! bytes ─detect─▶ format ─encoding─▶ characters ─plain │ markdown │ html │ news_xml─▶ Draft ─furniture─▶ Content
//!   │               │                            └json │ ninjs──────────────────────────────────────────▶ Content ─▶ Document
//!   │               └mbox, mime─▶ eml │ mhtml─▶ Draft
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
mod flow;
mod furniture;
mod headings;
mod html;
mod json;
mod language;
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
mod xml;

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

pub use date::parse_date;
pub use error::ReadError;

use crate::model::{Document, Origin};
use crate::text::SourceText;
use choice::Choice;
use detect::Format;
use draft::{Content, Draft};
use error::Problem;

/// The largest file that is read, in bytes.
pub const SIZE_LIMIT: u64 = 50 << 20;

/// Reads the one article of a file. The name helps to tell the format where the content does not.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    document(file_name, bytes, Choice::Only)
}

/// Reads one article of a file that holds several, by its number from 1.
pub fn read_chosen(file_name: &str, bytes: &[u8], number: usize) -> Result<Document, ReadError> {
    document(file_name, bytes, Choice::Number(number))
}

/// The titles of the articles in a file, in order; empty where an article has none.
pub fn titles(file_name: &str, bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    match content(bare_name(file_name), bytes, Choice::Only) {
        Ok(content) => Ok(vec![content.metadata.title.unwrap_or_default()]),
        Err(Problem::SeveralArticles(titles)) => Ok(titles),
        Err(problem) => Err(ReadError::new(bare_name(file_name), problem)),
    }
}

/// Reads the article in a file; `agency.jsonl#3` is the third of those in `agency.jsonl`.
pub fn read_path(path: &Path) -> Result<Document, ReadError> {
    let (path, choice) = choice::in_path(path);
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let bytes = bytes_of(&path).map_err(|problem| ReadError::new(name.as_ref(), problem))?;
    document(&name, &bytes, choice)
}

fn document(file_name: &str, bytes: &[u8], choice: Choice) -> Result<Document, ReadError> {
    let file = bare_name(file_name);
    let content = content(file, bytes, choice).map_err(|problem| ReadError::new(file, problem))?;
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

fn content(file_name: &str, bytes: &[u8], choice: Choice) -> Result<Content, Problem> {
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(Problem::TooLarge(bytes.len() as u64));
    }
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(draft) = packed::read(bytes)? {
        choice.of_one()?;
        return finish(draft);
    }
    detect::refuse_binary(bytes)?;
    if mbox::looks_like_mailbox(bytes) {
        let letter = choice.of(mbox::letters(bytes), |letter| mime::subject(letter))?;
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

/// Drops the furniture, and makes one text of what is left.
fn finish(draft: Draft) -> Result<Content, Problem> {
    let content = furniture::clear(draft).assemble();
    if content.text.is_empty() {
        return Err(Problem::NoArticle);
    }
    Ok(content)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Problem> {
    let about = fs::metadata(path).map_err(|error| match system(&error) {
        Problem::Missing if path.symlink_metadata().is_ok() => Problem::BrokenLink,
        problem => problem,
    })?;
    if about.is_dir() {
        return Err(Problem::Folder);
    }
    // A pipe or a device may never end.
    if !about.is_file() {
        return Err(Problem::System("this is not a regular file".to_owned()));
    }
    if about.len() > SIZE_LIMIT {
        return Err(Problem::TooLarge(about.len()));
    }
    fs::read(path).map_err(|error| system(&error))
}

fn system(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::Missing,
        io::ErrorKind::PermissionDenied => Problem::Forbidden,
        io::ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::System(error.to_string()),
    }
}

/// The name without its folder, whichever system wrote it.
fn bare_name(name: &str) -> &str {
    name.rsplit(['/', '\\'])
        .find(|part| !part.is_empty())
        .unwrap_or(name)
}

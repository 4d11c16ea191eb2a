//! Bytes to documents; one file a format.
//!
//! ```text
//! bytes ─detect─▶ format ─encoding─▶ characters ─plain │ markdown │ html─▶ Draft ─furniture─▶ Content
//!   │                                           └json───────────────────────────────────────▶ Content ─▶ Document
//!   └packed: docx │ odt │ epub │ rtf │ pdf─────────────────────────────▶ Draft
//! ```

mod byline;
mod date;
mod detect;
mod docx;
mod draft;
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

use crate::model::{Document, Origin, PublicationDate};
use crate::text::SourceText;
use detect::Format;
use draft::{Content, Draft};
use error::Problem;

/// The largest file that is read, in bytes.
pub const SIZE_LIMIT: u64 = 64 << 20;

/// Reads one article. The name helps to tell the format where the content does not.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let file = bare_name(file_name);
    let content = content(file, bytes).map_err(|problem| ReadError::new(file, problem))?;
    let mut metadata = content.metadata;
    if metadata.language.is_none() {
        metadata.language = language::detect(&content.text);
    }
    Ok(Document {
        text: SourceText::new(content.text),
        blocks: content.blocks,
        metadata,
        origin: Origin {
            file: file.to_owned(),
            sha256: format!("{:x}", Sha256::digest(bytes)),
            size: bytes.len() as u64,
            dropped: content.dropped,
        },
    })
}

/// Reads the article in a file.
pub fn read_path(path: &Path) -> Result<Document, ReadError> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let bytes = bytes_of(path).map_err(|problem| ReadError::new(name.as_ref(), problem))?;
    read(&name, &bytes)
}

/// The same document with a date that the reader supplied.
pub fn with_published(document: &Document, date: PublicationDate) -> Document {
    let mut dated = document.clone();
    dated.metadata.published = Some(date);
    dated
}

fn content(file_name: &str, bytes: &[u8]) -> Result<Content, Problem> {
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(Problem::TooLarge(bytes.len() as u64));
    }
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(draft) = packed::read(bytes)? {
        return finish(draft);
    }
    detect::refuse_binary(bytes)?;
    let text = encoding::decode(bytes);
    if text.trim().is_empty() {
        return Err(Problem::Blank);
    }
    detect::refuse_noise(&text)?;
    let draft = match detect::format(file_name, &text)? {
        Format::Json => return json::read(&text),
        Format::Html => html::read(&text)?,
        Format::Markdown => markdown::read(&text),
        Format::Plain => plain::read(&text),
    };
    finish(draft)
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
    let about = fs::metadata(path).map_err(|error| system(&error))?;
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

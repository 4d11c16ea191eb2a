//! What stands in a notebook file. Fields that this version does not know are ignored.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::error::Problem;
use super::{Opened, Seen, VERSION, upgrade};
use crate::model::{Block, BlockKind, Document, Dropped, Metadata, Origin};
use crate::notebook::{FindingKey, Notebook, Step};
use crate::text::{SourceText, Span};

/// First line of every notebook, so that a person who opens one in an editor knows what it is.
const FORMAT: &str = "Counterpoint notebook";

#[derive(Serialize, Deserialize)]
struct Contents {
    format: String,
    version: u64,
    documents: Vec<SavedDocument>,
    /// Every step in order, undone ones included.
    commands: Vec<Step>,
    /// How many of the steps hold.
    applied: usize,
    /// The findings that were given a number, in order from 1. Since version 4.
    #[serde(default)]
    numbers: Vec<FindingKey>,
}

#[derive(Serialize, Deserialize)]
struct SavedDocument {
    file: String,
    /// Of the file's bytes.
    sha256: String,
    #[serde(default)]
    size: u64,
    metadata: Metadata,
    /// Of the text below, as UTF-8.
    text_sha256: String,
    text: String,
    blocks: Vec<SavedBlock>,
    /// What was left out of the text.
    #[serde(default)]
    dropped: Vec<Dropped>,
}

/// Offsets count code points.
#[derive(Serialize, Deserialize)]
struct SavedBlock {
    kind: BlockKind,
    start: usize,
    end: usize,
}

pub(super) fn to_bytes(documents: &[Arc<Document>], notebook: &Notebook) -> Vec<u8> {
    let contents = Contents {
        format: FORMAT.to_owned(),
        version: VERSION,
        documents: documents.iter().map(|document| saved(document)).collect(),
        commands: notebook.steps().to_vec(),
        applied: notebook.applied(),
        numbers: notebook.numbers().keys().cloned().collect(),
    };
    let mut bytes =
        serde_json::to_vec_pretty(&contents).expect("a notebook has no keys that are not strings");
    bytes.push(b'\n');
    bytes
}

pub(super) fn from_bytes(bytes: &[u8]) -> Result<Opened, Problem> {
    let mut value: Value = serde_json::from_slice(bytes).map_err(|error| {
        if bytes.trim_ascii_start().starts_with(b"{") {
            Problem::Damaged(error.to_string())
        } else {
            Problem::NotANotebook
        }
    })?;
    let version = match (&value["format"], value["version"].as_u64()) {
        (Value::String(format), Some(version)) if format == FORMAT => version,
        _ => return Err(Problem::NotANotebook),
    };
    if version > VERSION {
        return Err(Problem::Newer(version));
    }
    upgrade::commands(&mut value);
    let contents: Contents =
        serde_json::from_value(value).map_err(|error| Problem::Damaged(error.to_string()))?;
    let documents = contents
        .documents
        .into_iter()
        .map(|document| restored(document).map(Arc::new))
        .collect::<Result<_, _>>()?;
    Ok(Opened {
        documents,
        notebook: Notebook::replay(
            contents.commands,
            contents.applied,
            contents.numbers.into_iter().collect(),
        ),
        seen: Seen::of(bytes),
    })
}

fn saved(document: &Document) -> SavedDocument {
    let points = document.text.code_points();
    SavedDocument {
        file: document.origin.file.clone(),
        sha256: document.origin.sha256.clone(),
        size: document.origin.size,
        metadata: document.metadata.clone(),
        text_sha256: sha256(document.text.as_str()),
        text: document.text.as_str().to_owned(),
        blocks: document
            .blocks
            .iter()
            .map(|block| SavedBlock {
                kind: block.kind,
                start: points.at(block.span.start),
                end: points.at(block.span.end),
            })
            .collect(),
        dropped: document.origin.dropped.clone(),
    }
}

fn restored(saved: SavedDocument) -> Result<Document, Problem> {
    if sha256(&saved.text) != saved.text_sha256 {
        return Err(Problem::Damaged(format!(
            "the text of {} was changed outside the program",
            saved.file
        )));
    }
    let blocks = blocks(&saved.text, &saved.blocks).ok_or_else(|| {
        Problem::Damaged(format!(
            "the paragraphs of {} do not fit its text",
            saved.file
        ))
    })?;
    Ok(Document {
        text: SourceText::new(saved.text),
        blocks,
        metadata: saved.metadata,
        origin: Origin {
            file: saved.file,
            sha256: saved.sha256,
            size: saved.size,
            dropped: saved.dropped,
        },
    })
}

/// The blocks with bytes for offsets; nothing where they overlap or reach beyond the text.
fn blocks(text: &str, saved: &[SavedBlock]) -> Option<Vec<Block>> {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()])
        .collect();
    let mut reached = 0;
    saved
        .iter()
        .map(|block| {
            let (start, end) = (*bytes.get(block.start)?, *bytes.get(block.end)?);
            let fits = reached <= start && start <= end;
            reached = end;
            fits.then(|| Block {
                span: Span::new(start, end),
                kind: block.kind,
            })
        })
        .collect()
}

fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("a string takes every write");
            hex
        })
}

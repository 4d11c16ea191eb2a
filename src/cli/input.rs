//! Article files named on the command line.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use super::messages;
use crate::ingest;
use crate::model::Document;

/// What could be read, and what could not.
pub struct Input {
    /// In the order given.
    pub documents: Vec<Arc<Document>>,
    /// Why each of the others was left out, naming its file.
    pub left_out: Vec<String>,
}

/// Reads every file that can be read, and says on standard error which could not.
pub fn read(files: &[PathBuf]) -> Result<Input> {
    if files.iter().filter(|file| is_standard_stream(file)).count() > 1 {
        bail!("Standard input can be read once only, so \"-\" can stand for one article");
    }
    let mut input = Input {
        documents: Vec::new(),
        left_out: Vec::new(),
    };
    for file in files {
        match document(file) {
            Ok(document) => input.documents.push(Arc::new(document)),
            Err(why) => {
                messages::tell(&why);
                input.left_out.push(why);
            }
        }
    }
    Ok(input)
}

/// Whether a path stands for standard input or output.
pub fn is_standard_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn document(file: &Path) -> Result<Document, String> {
    if !is_standard_stream(file) {
        return ingest::read_path(file).map_err(|error| error.to_string());
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        // One byte more than is allowed, so that what is too long is refused and not cut.
        .take(ingest::SIZE_LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("Cannot read the article: {error}: standard input"))?;
    ingest::read("standard input", &bytes).map_err(|error| error.to_string())
}

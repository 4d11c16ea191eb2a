//! What is read, and which articles of a file that holds several.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::ingest::Offered;

/// More articles are not compared at a time.
pub const MOST_CHOSEN: usize = 50;

/// Of as few as this, all are most likely wanted.
const FEW: usize = 6;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Article {
    /// A file, a folder of files, or one article of a file: `agency.jsonl#3`.
    File(PathBuf),
    /// At hand already.
    Text {
        name: String,
        bytes: Arc<[u8]>,
        /// Which article of it, from 1; nothing where it holds one.
        number: Option<usize>,
    },
}

impl Article {
    pub fn text(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self::Text {
            name: name.into(),
            bytes: bytes.into(),
            number: None,
        }
    }
}

/// The articles of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several {
    pub file: Article,
    pub offered: Arc<[Offered]>,
}

impl Several {
    /// The name of the file.
    pub fn name(&self) -> String {
        match &self.file {
            Article::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                name.to_string_lossy().into_owned()
            }
            Article::Text { name, .. } => name.clone(),
        }
    }

    /// Whether an article is chosen before the reader says anything.
    pub fn are_few(&self) -> bool {
        self.offered.len() <= FEW
    }

    /// The article at a position.
    pub fn article(&self, position: usize) -> Article {
        let number = position + 1;
        match &self.file {
            Article::File(path) => Article::File(numbered(path, number)),
            Article::Text { name, bytes, .. } => Article::Text {
                name: name.clone(),
                bytes: Arc::clone(bytes),
                number: Some(number),
            },
        }
    }
}

/// `agency.jsonl#3`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!("#{number}"));
    PathBuf::from(name)
}

//! The five files of a network.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use super::error::{NetworkError, Problem};

pub(super) const WORDS: &str = "words.onnx";
pub(super) const SENTENCE: &str = "sentence.onnx";
pub(super) const PAIR: &str = "pair.onnx";
pub(super) const TOKENIZER: &str = "tokenizer.json";
pub(super) const CALIBRATION: &str = "calibration.json";

/// One file with the name that messages give it.
pub(super) struct File {
    pub name: String,
    pub bytes: Cow<'static, [u8]>,
}

impl File {
    /// What is wrong with this file.
    pub fn error(&self, problem: Problem) -> NetworkError {
        NetworkError::new(self.name.as_str(), problem)
    }
}

/// All files, read but not yet understood.
pub(super) struct Files {
    pub words: File,
    pub sentence: File,
    pub pair: File,
    pub tokenizer: File,
    pub calibration: File,
}

impl Files {
    pub fn read(folder: &Path) -> Result<Self, NetworkError> {
        let file = |name| read(&folder.join(name));
        Ok(Self {
            words: file(WORDS)?,
            sentence: file(SENTENCE)?,
            pair: file(PAIR)?,
            tokenizer: file(TOKENIZER)?,
            calibration: file(CALIBRATION)?,
        })
    }

    /// The files inside the program.
    pub fn shipped() -> Result<Self, NetworkError> {
        Err(NetworkError::not_inside())
    }
}

fn read(path: &Path) -> Result<File, NetworkError> {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => Ok(File {
            name,
            bytes: Cow::Owned(bytes),
        }),
        Err(error) => {
            let problem = match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::Missing,
                io::ErrorKind::IsADirectory => Problem::Folder,
                io::ErrorKind::PermissionDenied => Problem::Forbidden,
                _ => Problem::System(error.to_string()),
            };
            Err(NetworkError::new(name, problem))
        }
    }
}

//! The five files of a network.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use super::error::{NetworkError, Problem};

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
            words: file("words.onnx")?,
            sentence: file("sentence.onnx")?,
            pair: file("pair.onnx")?,
            tokenizer: file("tokenizer.json")?,
            calibration: file("calibration.json")?,
        })
    }

    /// The files inside the program: it works alone, with nothing to install beside it.
    pub fn shipped() -> Self {
        macro_rules! inside {
            ($name:literal) => {
                File {
                    name: $name.to_owned(),
                    bytes: Cow::Borrowed(include_bytes!(concat!("../../assets/models/", $name))),
                }
            };
        }
        Self {
            words: inside!("words.onnx"),
            sentence: inside!("sentence.onnx"),
            pair: inside!("pair.onnx"),
            tokenizer: inside!("tokenizer.json"),
            calibration: inside!("calibration.json"),
        }
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

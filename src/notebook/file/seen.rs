//! What a notebook's file held when this program read or wrote it last.

use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// Tells the bytes of a file from any others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen([u8; 32]);

impl Seen {
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Whether a file holds something else by now. One that is gone has nothing to lose.
    pub(super) fn changed(self, path: &Path) -> io::Result<bool> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self::of(&bytes) != self),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

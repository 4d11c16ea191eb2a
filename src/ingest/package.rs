//! Zip archives, as documents and books are packed in: bounded in number of members and in unpacked size.
//!
//! An archive inside of an archive is never opened, so there is no nesting to bound.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::encoding;
use super::error::Problem;

/// A document or a book has fewer parts than this.
const MOST_MEMBERS: usize = 10_000;

/// All members that are read may unpack to this many bytes together.
pub(super) const LARGEST_UNPACKED: u64 = 128 << 20;

/// An archive whose members are unpacked one by one, by name.
pub(super) struct Package<'bytes> {
    archive: ZipArchive<Cursor<&'bytes [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'bytes> Package<'bytes> {
    pub fn open(bytes: &'bytes [u8]) -> Result<Self, Problem> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| damaged(&error, "the archive in it"))?;
        if archive.len() > MOST_MEMBERS {
            return Err(Problem::TooManyParts(archive.len()));
        }
        Ok(Self {
            archive,
            left: LARGEST_UNPACKED,
        })
    }

    /// Whether there is a member of this name.
    pub fn holds(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The names of the members, in order.
    pub fn names(&self) -> Vec<String> {
        self.archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect()
    }

    /// The characters of a member, where there is one of this name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Problem> {
        if !self.holds(name) {
            return Ok(None);
        }
        let member = self
            .archive
            .by_name(name)
            .map_err(|error| damaged(&error, "a part of it"))?;
        let mut bytes = Vec::new();
        // The size that an archive states may be a lie, so what comes out is counted.
        member
            .take(self.left + 1)
            .read_to_end(&mut bytes)
            .or(Err(Problem::Damaged("a part of it")))?;
        let Some(left) = self.left.checked_sub(bytes.len() as u64) else {
            return Err(Problem::UnpacksTooLarge);
        };
        self.left = left;
        Ok(Some(encoding::decode(&bytes).into_owned()))
    }
}

fn damaged(error: &ZipError, part: &'static str) -> Problem {
    match error {
        ZipError::UnsupportedArchive(words) if words.contains("assword") => Problem::Locked,
        ZipError::InvalidPassword => Problem::Locked,
        _ => Problem::Damaged(part),
    }
}

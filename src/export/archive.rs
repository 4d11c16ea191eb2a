//! ZIP archives that are the same bytes for the same members.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs members under their names, in this order.
///
/// # Panics
/// If there are more members or larger ones than the format has room for, which no report comes near.
pub fn packed(members: &[(&str, &[u8])]) -> Vec<u8> {
    // Every member is of the first day that the format knows: an archive tells nothing of the clock.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive
            .start_file(*name, options)
            .and_then(|()| Ok(archive.write_all(bytes)?))
            .expect("memory takes every write");
    }
    archive
        .finish()
        .expect("memory takes every write")
        .into_inner()
}

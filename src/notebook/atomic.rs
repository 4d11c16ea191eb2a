//! Writing a file whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Replaces a file by these bytes, so that a reader or a crash meets the old file or the new one.
///
/// The bytes go to a temporary file in the same folder, reach the disk, and take the name.
/// A link is followed, and what is no regular file (a pipe, a device) is written to as it is.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        Ok(metadata) if !metadata.is_file() => fs::OpenOptions::new()
            .write(true)
            .open(&target)?
            .write_all(bytes),
        Ok(metadata) => {
            let permissions = Some(metadata.permissions());
            replace(&target, permissions, |file| file.write_all(bytes))
        }
        Err(_) => replace(&target, None, |file| file.write_all(bytes)),
    }
}

/// Gives a file the bytes of another, whole or not at all: what it held before survives a full disk.
pub fn copy_whole(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = fs::File::open(from)?;
    let permissions = Some(source.metadata()?.permissions());
    replace(to, permissions, |file| {
        io::copy(&mut source, file).map(drop)
    })
}

/// Why something could not be written, in words that a reader of newspapers understands; the path is the caller's to name.
pub fn why_not_written(error: &io::Error) -> String {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such folder".to_owned(),
        ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "nothing can be written there".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        // The error itself may name the temporary file, which is nobody's.
        kind => kind.to_string(),
    }
}

/// Gives a file what `write` writes, once all of it is written.
fn replace(
    target: &Path,
    permissions: Option<fs::Permissions>,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let folder = folder_of(target);
    let mut temporary = builder().tempfile_in(&folder)?;
    write(&mut temporary)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(target).map_err(|error| error.error)?;
    sync_folder(&folder)
}

fn folder_of(target: &Path) -> PathBuf {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut builder = tempfile::Builder::new();
    // What any new file gets: the reader's own umask takes away from it.
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// The new name itself must reach the disk too; only Unix lets a folder be opened for that.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the Unix twin can fail")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.md");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_takes_the_place_of_what_was_there_and_one_that_fails_leaves_it() {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["case", "case.bak"].map(|name| folder.path().join(name));
        fs::write(&to, "the one before").unwrap();
        assert!(copy_whole(&from, &to).is_err(), "nothing to copy");
        assert_eq!(fs::read(&to).unwrap(), b"the one before");
        fs::write(&from, "this one").unwrap();
        copy_whole(&from, &to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"this one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_write_that_is_cut_short_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.md");
        write_whole(&path, b"the file before").unwrap();
        let new = b"what was to take its place";
        for cut in 0..=new.len() {
            let full = replace(&path, None, |file| {
                file.write_all(&new[..cut])?;
                Err(io::Error::from(io::ErrorKind::StorageFull))
            });
            assert!(full.is_err(), "the disk is full after {cut} bytes");
            assert_eq!(fs::read(&path).unwrap(), b"the file before");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_missing_folder_is_said_in_words_that_name_no_file_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let missing = write_whole(&folder.path().join("none/out.md"), b"x").unwrap_err();
        assert_eq!(why_not_written(&missing), "there is no such folder");
        let full = io::Error::new(io::ErrorKind::StorageFull, "at path /mnt/.tmp81");
        assert_eq!(why_not_written(&full), "the disk is full");
        let odd = io::Error::new(io::ErrorKind::TimedOut, "at path /mnt/.tmp81");
        assert_eq!(why_not_written(&odd), "timed out");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_a_device_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("real.md");
        let link = folder.path().join("link.md");
        fs::write(&path, "old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(
            fs::symlink_metadata(&link).unwrap().is_symlink(),
            "the link stays a link"
        );
        assert_eq!(fs::read(&path).unwrap(), b"new");
        write_whole(Path::new("/dev/null"), b"gone").unwrap();
    }
}

//! Files from the disk: what may be opened, how large it may be, and that it stood still meanwhile.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::SIZE_LIMIT;
use super::error::Problem;

pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, Problem> {
    let about = fs::metadata(path).map_err(|error| match system(&error) {
        Problem::Missing if path.symlink_metadata().is_ok() => Problem::BrokenLink,
        problem => problem,
    })?;
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
    let mut file = File::open(path).map_err(|error| system(&error))?;
    steady(&mut file, |file| {
        let mut bytes = Vec::new();
        // A file that grows while it is read might never end either.
        file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    })
}

/// What is read of a file, unless somebody wrote to it at the same time: half of an article is worse than none.
fn steady(
    file: &mut File,
    read: impl FnOnce(&mut File) -> io::Result<Vec<u8>>,
) -> Result<Vec<u8>, Problem> {
    let stamp = |file: &File| {
        let about = file.metadata().map_err(|error| system(&error))?;
        Ok::<_, Problem>((about.len(), about.modified().ok()))
    };
    let before = stamp(file)?;
    let bytes = read(file).map_err(|error| system(&error))?;
    if stamp(file)? == before && bytes.len() as u64 == before.0 {
        Ok(bytes)
    } else {
        Err(Problem::Changing)
    }
}

pub(super) fn system(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::Missing,
        io::ErrorKind::PermissionDenied => Problem::Forbidden,
        io::ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::System(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_read_is_not_read_by_half() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("download.html");
        fs::write(&path, "<p>The first half").unwrap();
        let mut file = File::open(&path).unwrap();
        let outcome = steady(&mut file, |file| {
            let mut bytes = Vec::new();
            file.take(SIZE_LIMIT).read_to_end(&mut bytes)?;
            fs::write(&path, "<p>The first half and the second</p>")?;
            Ok(bytes)
        });
        assert_eq!(outcome, Err(Problem::Changing));
        assert_eq!(bytes_of(&path).unwrap().len(), 36);
    }
}

//! Folders: the articles that lie in one, and what else does.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{Problem, ReadError};
use super::file;

/// How files that hold articles usually end.
pub const ENDINGS: &[&str] = &[
    "html",
    "htm",
    "xhtml",
    "mhtml",
    "mht",
    "webarchive",
    "txt",
    "text",
    "md",
    "markdown",
    "pdf",
    "docx",
    "odt",
    "rtf",
    "epub",
    "eml",
    "mbox",
    "json",
    "jsonl",
    "xml",
];

/// How many files of a folder are opened: more articles are not compared at a time.
const MOST: usize = 50;

/// How many files a message names.
const NAMED: usize = 3;

/// The files of a folder that are to be read, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    pub files: Vec<PathBuf>,
    /// A sentence on what else lies in it; nothing where nothing does.
    pub left_out: Option<String>,
}

/// What lies in a folder, without what lies in folders within it.
pub fn articles_in(folder: &Path) -> Result<Folder, ReadError> {
    let name = folder
        .file_name()
        .unwrap_or(folder.as_os_str())
        .to_string_lossy();
    let fail = |problem| ReadError::new(name.as_ref(), problem);
    let entries = fs::read_dir(folder).map_err(|error| fail(file::system(&error)))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut files = Vec::new();
    let mut others = Vec::new();
    let mut folders = 0;
    for path in paths {
        let called = path.file_name().unwrap_or_default().to_string_lossy();
        // What systems and word processors keep for themselves.
        if called.starts_with(['.', '~']) {
            continue;
        }
        if path.is_dir() {
            folders += 1;
        } else if is_article(&path) {
            files.push(path);
        } else {
            others.push(called.into_owned());
        }
    }
    if files.is_empty() {
        return Err(fail(Problem::NoArticles));
    }
    let beyond = files.len().saturating_sub(MOST);
    files.truncate(MOST);
    Ok(Folder {
        files,
        left_out: left_out(beyond, folders, &others).map(|words| format!("{words}: {name}")),
    })
}

fn is_article(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        ENDINGS
            .iter()
            .any(|ending| extension.eq_ignore_ascii_case(ending))
    })
}

fn left_out(beyond: usize, folders: usize, others: &[String]) -> Option<String> {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let articles = counted(beyond, "article", "articles")
        .map(|words| format!("{words} after the first {MOST}"));
    let named = others
        .iter()
        .take(NAMED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    let more = if others.len() > NAMED { ", …" } else { "" };
    let others = counted(others.len(), "file of another kind", "files of other kinds")
        .map(|words| format!("{words} ({named}{more})"));
    let parts: Vec<String> = [articles, counted(folders, "folder", "folders"), others]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| format!("Left out: {}", parts.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is taken of a folder with these files; those that end in `/` are folders.
    fn check(names: &[&str], expected: &[&str], left_out: Option<&str>) {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("news");
        fs::create_dir(&folder).unwrap();
        for name in names {
            let path = folder.join(name);
            if name.ends_with('/') {
                fs::create_dir(path).unwrap();
            } else {
                fs::write(path, "").unwrap();
            }
        }
        let found = articles_in(&folder).unwrap();
        let files: Vec<_> = found
            .files
            .iter()
            .map(|path| path.file_name().unwrap().to_str().unwrap())
            .collect();
        assert_eq!(files, expected);
        assert_eq!(found.left_out.as_deref(), left_out);
    }

    #[test]
    fn articles_are_taken_by_name_and_the_rest_is_told() {
        check(
            &["b.txt", "a.HTML", "a_files/", ".hidden", "~$b.docx"],
            &["a.HTML", "b.txt"],
            Some("Left out: 1 folder: news"),
        );
        check(&["a.pdf"], &["a.pdf"], None);
        check(
            &["a.md", "one.png", "two.csv", "three", "zip.zip"],
            &["a.md"],
            Some("Left out: 4 files of other kinds (one.png, three, two.csv, …): news"),
        );
    }

    #[test]
    fn at_most_fifty_are_taken() {
        let names: Vec<String> = (0..53).map(|number| format!("{number:02}.txt")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        check(
            &names,
            &names[..50],
            Some("Left out: 3 articles after the first 50: news"),
        );
    }

    #[test]
    fn a_folder_without_articles_says_so() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("photo.png"), "").unwrap();
        let said = articles_in(folder.path()).unwrap_err().to_string();
        assert!(
            said.contains("there are no articles in this folder"),
            "{said}"
        );
    }
}

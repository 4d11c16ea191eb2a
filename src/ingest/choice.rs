//! Files that hold several articles: which one is meant.
//!
//! On a command line and in a dialog the number of an article follows the name of its file: `agency.jsonl#3`.

use std::path::{Path, PathBuf};

use super::error::Problem;

/// Which article of a file is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The one that it holds.
    Only,
    /// That with this number, counted from 1.
    Number(usize),
}

impl Choice {
    /// The article that is meant; `title` tells the reader of a file that holds several what there is to choose from.
    pub fn of<T>(
        self,
        mut articles: Vec<T>,
        title: impl Fn(&T) -> Option<String>,
    ) -> Result<T, Problem> {
        let count = articles.len();
        let position = match self {
            Self::Number(number) => number.checked_sub(1),
            Self::Only if count > 1 => {
                let titles = articles.iter().map(title);
                return Err(Problem::SeveralArticles(
                    titles.map(Option::unwrap_or_default).collect(),
                ));
            }
            Self::Only => Some(0),
        };
        match (position.filter(|&position| position < count), self) {
            (Some(position), _) => Ok(articles.swap_remove(position)),
            (None, Self::Number(number)) => Err(Problem::NoSuchArticle { number, count }),
            (None, Self::Only) => Err(Problem::NoArticle),
        }
    }

    /// For files of a kind that holds one article only.
    pub fn of_one(self) -> Result<(), Problem> {
        self.of(vec![()], |()| None)
    }
}

/// The file and the article that a path means. A file that bears the whole name goes before.
pub(super) fn in_path(path: &Path) -> (PathBuf, Choice) {
    let whole = || (path.to_owned(), Choice::Only);
    if path.symlink_metadata().is_ok() {
        return whole();
    }
    let Some((name, number)) = path
        .file_name()
        .and_then(|name| name.to_str())
        .and_then(|name| name.rsplit_once('#'))
    else {
        return whole();
    };
    match number.parse() {
        Ok(number) if !name.is_empty() => (path.with_file_name(name), Choice::Number(number)),
        _ => whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_after_the_name_chooses() {
        let check = |path: &str, file: &str, choice| {
            assert_eq!(in_path(Path::new(path)), (PathBuf::from(file), choice));
        };
        check("news/a.jsonl#3", "news/a.jsonl", Choice::Number(3));
        check("news/a.jsonl", "news/a.jsonl", Choice::Only);
        check("news/a.jsonl#", "news/a.jsonl#", Choice::Only);
        check("news/#3", "news/#3", Choice::Only);
        check("a#one.txt", "a#one.txt", Choice::Only);
    }

    #[test]
    fn a_file_that_is_called_so_is_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Issue #3");
        std::fs::write(&path, "x").unwrap();
        assert_eq!(in_path(&path), (path.clone(), Choice::Only));
    }
}

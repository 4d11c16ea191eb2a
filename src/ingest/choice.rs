//! Files that hold several articles: which one is meant.
//!
//! On a command line and in a dialog the number of an article follows the name of its file: `agency.jsonl#3`.

use std::path::{Path, PathBuf};

use super::draft::squeeze;
use super::error::Problem;

/// How many characters of an article are shown where it has no title.
const BEGINNING: usize = 80;

/// An article of a file that holds several, as the reader is asked about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Empty where it has none.
    pub title: String,
    /// How it begins, where it has no title.
    pub beginning: String,
}

impl Offered {
    /// Where there is no title, `text` is asked for the words of the article.
    pub(super) fn of(title: Option<String>, text: impl FnOnce() -> String) -> Self {
        let title = squeeze(&title.unwrap_or_default());
        let beginning = if title.is_empty() {
            // Enough for a line, however long the article is and whatever white space it begins with.
            let words = text();
            let few: String = words.trim_start().chars().take(4 * BEGINNING).collect();
            shortened(&squeeze(&few))
        } else {
            String::new()
        };
        Self { title, beginning }
    }

    /// In a list: its title, or how it begins.
    pub fn label(&self) -> String {
        match (self.title.as_str(), self.beginning.as_str()) {
            ("", "") => "Without a title".to_owned(),
            ("", beginning) => format!("Without a title: {beginning}"),
            (title, _) => title.to_owned(),
        }
    }
}

/// Whole words, and a sign where there are more.
fn shortened(words: &str) -> String {
    if words.chars().count() <= BEGINNING {
        return words.to_owned();
    }
    let start: String = words.chars().take(BEGINNING).collect();
    let whole = start
        .rsplit_once(' ')
        .map_or(start.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// Which article of a file is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The one that it holds.
    Only,
    /// That with this number, counted from 1.
    Number(usize),
}

impl Choice {
    /// The article that is meant; `offer` tells the reader of a file that holds several what there is to choose from.
    pub fn of<T>(self, mut articles: Vec<T>, offer: impl Fn(&T) -> Offered) -> Result<T, Problem> {
        let count = articles.len();
        let position = match self {
            Self::Number(number) => number.checked_sub(1),
            Self::Only if count > 1 => {
                return Err(Problem::SeveralArticles(
                    articles.iter().map(offer).collect(),
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
        self.of(vec![()], |()| Offered::of(None, String::new))
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
    fn an_article_without_a_title_is_offered_by_how_it_begins() {
        let label = |title: &str, text: &str| {
            Offered::of(Some(title.to_owned()), || text.to_owned()).label()
        };
        assert_eq!(label(" Old\nbridge ", "It closed."), "Old bridge");
        assert_eq!(label("", "\n It  closed."), "Without a title: It closed.");
        assert_eq!(
            label("", &"The bridge is closed. ".repeat(9)),
            "Without a title: The bridge is closed. The bridge is closed. The bridge is closed. The bridge is …"
        );
        assert_eq!(label("", ""), "Without a title");
    }

    #[test]
    fn a_file_that_is_called_so_is_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Issue #3");
        std::fs::write(&path, "x").unwrap();
        assert_eq!(in_path(&path), (path.clone(), Choice::Only));
    }
}

//! Reading articles: files, folders of them, and what was pasted.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Article, Clipboard, Event, Several};
use crate::ingest::{self, ReadError};
use crate::model::Document;
use crate::text::capitalized;

/// Whether the reader still waits for what is read.
#[derive(Clone, Copy)]
pub(super) struct Patience<'a> {
    /// The number of the last articles that were given up.
    pub given_up: &'a AtomicU64,
    /// The number of these.
    pub batch: u64,
    pub tell: &'a dyn Fn(Event),
}

impl Patience<'_> {
    /// Says how far reading is, where there is more than one file.
    fn tell_of(&self, done: usize, left: usize) {
        let all = done + left;
        if all > 1 {
            (self.tell)(Event::Reading {
                batch: self.batch,
                fraction: done as f32 / all as f32,
            });
        }
    }

    pub fn lasts(&self) -> bool {
        self.given_up.load(Ordering::Acquire) < self.batch
    }
}

/// What became of some articles.
#[derive(Default)]
struct Found {
    documents: Vec<Arc<Document>>,
    several: Vec<Several>,
    failures: Vec<String>,
}

/// Reads one article after another; nothing where the reader gave them up.
pub(super) fn read(articles: Vec<Article>, patience: Patience<'_>) -> Option<Event> {
    let mut found = Found::default();
    let mut waiting = VecDeque::from(articles);
    let mut done = 0;
    while let Some(article) = waiting.pop_front() {
        patience.tell_of(done, waiting.len() + 1);
        if let Article::File(path) = &article
            && path.is_dir()
        {
            match ingest::articles_in(path) {
                Ok(folder) => {
                    found.failures.extend(folder.left_out);
                    for file in folder.files.into_iter().rev() {
                        waiting.push_front(Article::File(file));
                    }
                }
                Err(error) => found.fail(&error),
            }
            continue;
        }
        let outcome = read_one(&article, patience);
        if !patience.lasts() {
            return None;
        }
        found.take(article, outcome);
        done += 1;
    }
    Some(found.event(patience.batch))
}

/// Makes an article of what lies on the clipboard: of the page, where that can be read, or else of the text.
///
/// `typed` is the text where the window has it already.
pub(super) fn paste(
    name: &str,
    typed: Option<String>,
    clipboard: Clipboard,
    patience: Patience<'_>,
) -> Option<Event> {
    let page = clipboard.html.filter(|page| !page.trim().is_empty());
    let text = typed.or(clipboard.text);
    let text = text.filter(|text| !text.trim().is_empty());
    let tries = [
        // A piece of a page does not always look like one.
        page.map(|page| {
            let page = format!("<!doctype html>{page}");
            Article::text(format!("{name}.html"), page.into_bytes())
        }),
        text.map(|text| Article::text(format!("{name}.txt"), text.into_bytes())),
    ];
    let mut found = Found::default();
    for article in tries.into_iter().flatten() {
        found = Found::default();
        let outcome = read_one(&article, patience);
        if !patience.lasts() {
            return None;
        }
        found.take(article, outcome);
        if found.failures.is_empty() {
            return Some(found.event(patience.batch));
        }
    }
    if found.failures.is_empty() {
        found
            .failures
            .push("There is no text on the clipboard".to_owned());
    }
    Some(found.event(patience.batch))
}

fn read_one(article: &Article, patience: Patience<'_>) -> Result<Document, ReadError> {
    let proceed = || patience.lasts();
    match article {
        Article::File(path) => ingest::read_path_while(path, &proceed),
        Article::Text {
            name,
            bytes,
            number,
        } => ingest::read_while(name, bytes, *number, &proceed),
    }
}

impl Found {
    fn take(&mut self, file: Article, outcome: Result<Document, ReadError>) {
        match outcome {
            Ok(document) => self.documents.push(Arc::new(document)),
            Err(error) => match error.several() {
                Some(offered) => self.several.push(Several {
                    file,
                    offered: offered.into(),
                }),
                None => self.fail(&error),
            },
        }
    }

    fn fail(&mut self, error: &ReadError) {
        self.failures.push(capitalized(&error.to_string()));
    }

    fn event(self, batch: u64) -> Event {
        Event::Read {
            batch,
            documents: self.documents,
            several: self.several,
            failures: self.failures,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The bridge was closed on Monday, the mayor said.";

    /// What is read before the reader gives it up: nothing, or the names of the files, and what was said.
    fn check(articles: Vec<Article>, given_up: u64) -> Option<(Vec<String>, Vec<String>)> {
        let given_up = AtomicU64::new(given_up);
        let patience = Patience {
            given_up: &given_up,
            batch: 1,
            tell: &|_| {},
        };
        let Event::Read {
            documents,
            failures,
            ..
        } = read(articles, patience)?
        else {
            panic!("articles are read");
        };
        let names = documents.iter().map(|read| read.origin.file.clone());
        Some((names.collect(), failures))
    }

    #[test]
    fn articles_that_were_given_up_come_to_nothing() {
        let articles = || vec![Article::text("a.txt", TEXT.as_bytes())];
        assert_eq!(check(articles(), 1), None);
        assert_eq!(
            check(articles(), 0),
            Some((vec!["a.txt".to_owned()], Vec::new()))
        );
    }

    #[test]
    fn a_folder_stands_for_the_articles_in_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", "photo.png"] {
            std::fs::write(folder.path().join(name), TEXT).unwrap();
        }
        let articles = vec![
            Article::File(folder.path().to_owned()),
            Article::text("last.txt", TEXT.as_bytes()),
        ];
        let (names, said) = check(articles, 0).unwrap();
        assert_eq!(names, ["a.txt", "b.txt", "last.txt"]);
        assert!(said[0].starts_with("Left out: 1 file of another kind (photo.png)"));
    }

    #[test]
    fn a_page_on_the_clipboard_goes_before_its_text() {
        let given_up = AtomicU64::new(0);
        let pasted = |html: Option<&str>, text: Option<&str>| {
            let clipboard = Clipboard {
                html: html.map(str::to_owned),
                text: text.map(str::to_owned),
            };
            let patience = Patience {
                given_up: &given_up,
                batch: 1,
                tell: &|_| {},
            };
            let Some(Event::Read {
                documents,
                failures,
                ..
            }) = paste("Pasted article 1", None, clipboard, patience)
            else {
                panic!("articles are read");
            };
            let names = documents.iter().map(|read| read.origin.file.clone());
            names.chain(failures).collect::<Vec<_>>()
        };
        let page = format!("<h1>Bridge closed</h1><p>{TEXT}</p>");
        assert_eq!(pasted(Some(&page), Some(TEXT)), ["Pasted article 1.html"]);
        assert_eq!(pasted(Some("<img>"), Some(TEXT)), ["Pasted article 1.txt"]);
        assert_eq!(pasted(None, Some(TEXT)), ["Pasted article 1.txt"]);
        assert_eq!(
            pasted(None, Some(" ")),
            ["There is no text on the clipboard"]
        );
    }
}

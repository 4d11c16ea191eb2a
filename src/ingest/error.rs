//! Why a file could not be read, in words that a reader of newspapers understands.

use std::fmt;

use super::choice::Offered;

/// How many articles of a file a message names, and how much of the title of each.
const TITLES_SHOWN: usize = 5;
const LONGEST_TITLE: usize = 80;

/// A file that did not become a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    file: String,
    problem: Problem,
}

/// What stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    Missing,
    /// The file is a link, and what it leads to is gone.
    BrokenLink,
    Folder,
    Forbidden,
    /// The system's own words.
    System(String),
    /// Size in bytes.
    TooLarge(u64),
    Empty,
    Blank,
    /// A kind of file, with its article: "a PDF".
    NotYet(&'static str),
    /// A kind of file that will never hold an article: "a picture".
    NotText(&'static str),
    Binary,
    BrokenJson {
        line: usize,
        column: usize,
    },
    NoTextField,
    BrokenXml {
        line: usize,
    },
    /// What there is to choose from.
    SeveralArticles(Vec<Offered>),
    NoSuchArticle {
        number: usize,
        count: usize,
    },
    NoArticle,
    TooTangled,
    /// A password is needed to open it.
    Locked,
    /// What of it is damaged: "the archive in it".
    Damaged(&'static str),
    /// How many parts an archive holds.
    TooManyParts(usize),
    UnpacksTooLarge,
    /// More words than this.
    TooLong(usize),
    /// The reader canceled.
    Stopped,
    /// The file was written to at the same time.
    Changing,
    /// A folder without any.
    NoArticles,
    NoWords,
    /// Pages that are pictures.
    Scanned,
    /// Letters whose fonts do not name them.
    UnknownLetters,
    /// More pages than this.
    TooManyPages(usize),
}

impl ReadError {
    pub(super) fn new(file: impl Into<String>, problem: Problem) -> Self {
        Self {
            file: file.into(),
            problem,
        }
    }

    /// The name of the file, without its folder.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The articles of the file in order, where it holds several and none of them was chosen.
    pub fn several(&self) -> Option<&[Offered]> {
        match &self.problem {
            Problem::SeveralArticles(offered) => Some(offered),
            _ => None,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Cannot read the article: {}: {}",
            self.problem, self.file
        )
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::BrokenLink => {
                f.write_str("this is a link, and the file that it leads to is gone")
            }
            Self::Folder => f.write_str("this is a folder; choose the files in it"),
            Self::Forbidden => f.write_str("you may not open this file (permission denied)"),
            Self::System(words) => f.write_str(words),
            Self::TooLarge(bytes) => write!(
                f,
                "it has {} MB; the limit is {} MB",
                bytes.div_ceil(1 << 20),
                super::SIZE_LIMIT >> 20
            ),
            Self::Empty => f.write_str("the file is empty"),
            Self::Blank => f.write_str("the file holds nothing but white space"),
            Self::NotYet(kind) => write!(
                f,
                "this is {kind}; reading those is not possible yet, save it as text or HTML"
            ),
            Self::NotText(kind) => write!(f, "this is {kind}, not the text of an article"),
            Self::Binary => f.write_str("this is not a text file"),
            Self::BrokenJson { line, column } => write!(
                f,
                "the JSON in it is damaged or cut off at line {line}, column {column}"
            ),
            Self::NoTextField => f.write_str(
                "there is no article in this JSON (its words belong in a field “text”, “maintext” or “body”)",
            ),
            Self::BrokenXml { line } => {
                write!(f, "the XML in it is damaged or cut off at line {line}")
            }
            Self::SeveralArticles(offered) => several(f, offered),
            Self::NoSuchArticle { number, count: 1 } => {
                write!(f, "it holds one article, so there is no article {number}")
            }
            Self::NoSuchArticle { number, count } => {
                write!(f, "it holds {count} articles, so there is no article {number}")
            }
            Self::NoArticle => f.write_str("there is no article text in it"),
            Self::TooTangled => f.write_str("the page is too tangled to take apart"),
            Self::Locked => f.write_str(
                "it is protected with a password; open it with that and save it without one",
            ),
            Self::Damaged(part) => write!(f, "{part} is damaged or cut off"),
            Self::TooManyParts(count) => {
                write!(f, "the archive in it holds {count} parts, far more than a document has")
            }
            Self::UnpacksTooLarge => write!(
                f,
                "it unpacks to more than {} MB",
                super::package::LARGEST_UNPACKED >> 20
            ),
            Self::TooLong(words) => write!(f, "it holds more than {words} words, which is the limit"),
            Self::Stopped => f.write_str("reading it was canceled"),
            Self::Changing => f.write_str(
                "the file was changed while it was read; try again once it is complete",
            ),
            Self::NoArticles => f.write_str("there are no articles in this folder"),
            Self::NoWords => f.write_str("there are no words in it"),
            Self::UnknownLetters => f.write_str(
                "its fonts do not say which letters they show; run it through text recognition (OCR) first",
            ),
            Self::TooManyPages(pages) => {
                write!(f, "it has more than {pages} pages, which is the limit")
            }
            Self::Scanned => f.write_str(
                "its pages are pictures without any text; run it through text recognition (OCR) first",
            ),
        }
    }
}

/// How many articles there are, how to choose one, and what the first are.
fn several(f: &mut fmt::Formatter<'_>, offered: &[Offered]) -> fmt::Result {
    write!(
        f,
        "it holds {} articles; choose one by adding its number to the name of the file, as in #2 (",
        offered.len()
    )?;
    for (position, article) in offered.iter().take(TITLES_SHOWN).enumerate() {
        let mark = if position == 0 { "" } else { ", " };
        let number = position + 1;
        let title: String = article.title.chars().take(LONGEST_TITLE).collect();
        if title.is_empty() {
            write!(f, "{mark}#{number} without a title")?;
        } else {
            write!(f, "{mark}#{number} {title}")?;
        }
    }
    f.write_str(if offered.len() > TITLES_SHOWN {
        ", …)"
    } else {
        ")"
    })
}

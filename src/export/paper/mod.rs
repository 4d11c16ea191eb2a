//! What a report says to a person, as headings, paragraphs and tables.
//!
//! What is said is decided here, once; Markdown, HTML, Word and PDF say only how it looks.

mod build;
mod findings;
mod hand;
mod notes;
mod sources;
mod texts;

pub use build::of;

use crate::export::authored;
use crate::model::EntityKind;
use crate::notebook::{TagColor, TagId};
use crate::report::Report;

/// What a document is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Plain text that a reader goes on writing in: no links within it.
    Draft,
    /// One long page, read from its top.
    Screen,
    /// Pages, which begin with a table of the findings.
    Pages,
}

/// A document to be set.
pub struct Paper {
    pub title: String,
    /// What catalogs ask for, by its name.
    pub front: Vec<(&'static str, Front)>,
    pub blocks: Vec<Block>,
}

pub enum Front {
    One(String),
    Many(Vec<String>),
}

pub enum Block {
    Heading(Heading),
    Paragraph(Paragraph),
    /// What is read as one thing, and kept on one page where it fits.
    Part(Part, Option<String>, Vec<Self>),
    /// Stands side by side where there is room.
    Columns(Vec<Vec<Self>>),
    Table(Table),
    /// How the texts are marked, where the format marks them.
    Legend(Vec<Run>),
    /// What is seldom asked for, under its title. Paper has no room for it.
    Folded(&'static str, Vec<Self>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Finding,
    /// One side of a finding.
    Side,
    Note,
    Article,
}

pub struct Heading {
    /// From 1, the title of the whole.
    pub level: u8,
    /// The number of the finding that it is about.
    pub badge: Option<usize>,
    pub words: String,
}

pub struct Paragraph {
    pub style: Style,
    pub runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    /// Smaller and paler: facts about what stands beside it.
    Facts,
    /// Quoted from an article.
    Quotation,
    /// The reader's words; line breaks are theirs.
    Own,
    /// One of a list.
    Item,
    /// Of an article's text.
    Title,
    Heading,
    Text,
    TextItem,
    TextQuotation,
    Caption,
}

/// Words that look alike throughout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    pub words: String,
    pub look: Look,
    /// Where links to it lead.
    pub id: Option<String>,
    pub link: Option<Link>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub strong: bool,
    pub emphasis: bool,
    /// The passage of a finding.
    pub marked: bool,
    /// The number of a finding, in a circle where there are circles.
    pub badge: bool,
    /// A name that several articles speak of.
    pub entity: Option<EntityKind>,
    /// The name of a tag.
    pub tag: Option<TagColor>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To an id of this document.
    Inside(String),
    /// To an address of the web.
    Outside(String),
}

pub struct Table {
    pub header: Vec<&'static str>,
    /// Shares of the width, as many as there are columns.
    pub widths: Vec<u16>,
    pub rows: Vec<Vec<Vec<Run>>>,
}

impl Run {
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    pub fn strong(words: impl Into<String>) -> Self {
        let mut run = Self::plain(words);
        run.look.strong = true;
        run
    }

    pub fn emphasis(words: impl Into<String>) -> Self {
        let mut run = Self::plain(words);
        run.look.emphasis = true;
        run
    }

    pub fn linked(words: impl Into<String>, link: Link) -> Self {
        let mut run = Self::plain(words);
        run.link = Some(link);
        run
    }
}

impl Block {
    pub fn paragraph(style: Style, runs: Vec<Run>) -> Self {
        Self::Paragraph(Paragraph { style, runs })
    }

    /// A paragraph that looks alike throughout.
    pub fn words(style: Style, words: impl Into<String>) -> Self {
        Self::paragraph(style, vec![Run::plain(words)])
    }

    pub fn heading(level: u8, words: impl Into<String>) -> Self {
        Self::Heading(Heading {
            level,
            badge: None,
            words: words.into(),
        })
    }
}

/// "tags: water, ask again", where there are tags.
fn tagged(report: &Report, ids: &[TagId]) -> Option<Vec<Run>> {
    let mut runs = vec![Run::plain("tags: ")];
    for tag in authored::tags_of(report, ids) {
        if runs.len() > 1 {
            runs.push(Run::plain(", "));
        }
        let mut name = Run::plain(&tag.name);
        name.look.tag = Some(tag.color);
        runs.push(name);
    }
    (runs.len() > 1).then_some(runs)
}

/// Facts in one paragraph, a dot between them.
fn dotted(facts: Vec<Vec<Run>>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for fact in facts {
        if !runs.is_empty() {
            runs.push(Run::plain(" · "));
        }
        runs.extend(fact);
    }
    runs
}

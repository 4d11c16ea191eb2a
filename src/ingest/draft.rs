//! A document on its way: pieces in reading order, before they become one text with spans.

use crate::model::{Block, BlockKind, Dropped, Metadata};
use crate::text::Span;

/// What a format's reader hands over: a text, where its blocks lie, and what the file told.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub text: String,
    pub blocks: Vec<Block>,
    pub metadata: Metadata,
    pub dropped: Vec<Dropped>,
}

/// One paragraph-sized piece of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: BlockKind,
    pub text: String,
    /// How the piece stood in the file, as far as that tells an article from what lies between.
    pub setting: Setting,
}

/// What the place of a piece in the file tells about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Setting {
    /// Nothing in particular.
    #[default]
    Plain,
    /// A line that hangs on the end of a paragraph, in a file that otherwise leaves a blank line between paragraphs.
    Hanging,
    /// Nothing but links.
    Linked,
    /// When an entry of a live blog was written.
    Clock,
}

impl Piece {
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            setting: Setting::Plain,
        }
    }
}

/// Title, pieces and what was left out.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The body without the title, which stands in `metadata`.
    pub pieces: Vec<Piece>,
    pub metadata: Metadata,
    pub dropped: Vec<Dropped>,
}

impl Draft {
    /// Notes that a piece of the file is no part of the article.
    pub fn drop(&mut self, text: impl Into<String>, reason: &'static str) {
        self.dropped.push(Dropped {
            text: text.into(),
            reason: reason.into(),
        });
    }

    /// One text, title first, with a blank line between pieces.
    pub fn assemble(self) -> Content {
        let mut text = String::new();
        let mut blocks = Vec::new();
        let title = self
            .metadata
            .title
            .as_deref()
            .map(|title| (BlockKind::Title, title));
        let pieces = self
            .pieces
            .iter()
            .map(|piece| (piece.kind, piece.text.as_str()));
        for (kind, words) in title.into_iter().chain(pieces) {
            let words = words.trim();
            if words.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(words);
            blocks.push(Block {
                span: Span::new(start, text.len()),
                kind,
            });
        }
        Content {
            text,
            blocks,
            metadata: self.metadata,
            dropped: self.dropped,
        }
    }
}

/// The words with every run of white space as one space, and without marks that nobody sees.
pub(super) fn squeeze(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split(|character: char| character.is_whitespace() || character.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|&character| !is_invisible(character)));
    }
    out.truncate(out.trim_end().len());
    out
}

/// Soft hyphens, byte order marks and zero-width spaces; joiners stay, since some scripts need them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{FEFF}' | '\u{200B}' | '\u{2060}')
}

/// Words for comparison: letters and digits in lower case, one space between.
pub(super) fn bare(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split(|character: char| !character.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

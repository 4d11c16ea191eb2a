//! One article as it was read.

use std::borrow::Cow;

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::text::{SourceText, Span};

/// One article: its immutable source text, and what the file told about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The text as extracted, title first; every span of an analysis points into it.
    pub text: SourceText,
    /// The title, headings and paragraphs in order; they do not overlap, and what lies between is white space.
    pub blocks: Vec<Block>,
    pub metadata: Metadata,
    pub origin: Origin,
}

impl Document {
    /// What a reader calls this article: its outlet, or else its file.
    pub fn label(&self) -> &str {
        self.metadata.outlet.as_deref().unwrap_or(&self.origin.file)
    }

    /// The same with a piece of the file that was left out as its last paragraph; nothing where no such piece was.
    ///
    /// What stood before it stays where it was, and so do the places that point at it.
    pub fn with_restored(&self, words: &str) -> Option<Self> {
        let dropped = &self.origin.dropped;
        let index = dropped.iter().position(|piece| piece.text == words)?;
        let mut restored = self.clone();
        restored.origin.dropped.remove(index);
        let words = words.trim();
        if !words.is_empty() {
            let mut text = self.text.as_str().to_owned();
            text.push_str("\n\n");
            let span = Span::new(text.len(), text.len() + words.len());
            text.push_str(words);
            restored.text = SourceText::new(text);
            restored.blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
            });
        }
        Some(restored)
    }
}

/// One paragraph-sized piece of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    Title,
    Heading,
    Paragraph,
    ListItem,
    Quotation,
    Caption,
}

/// What the file told about the article, as far as it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<PublicationDate>,
    pub modified: Option<PublicationDate>,
    pub url: Option<String>,
    /// Where a copy is kept that does not change.
    pub archived_url: Option<String>,
    /// When the article was taken from its address.
    pub retrieved: Option<PublicationDate>,
    #[serde(rename = "type")]
    pub kind: DocumentType,
    /// ISO 639-1, where the file told it or it could be detected.
    pub language: Option<String>,
}

/// A date as the file gave it, with the calendar day that it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationDate {
    /// As given, in ISO 8601 where it could be brought to that: the time and its offset are kept.
    pub given: String,
    pub day: civil::Date,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentType {
    #[default]
    News,
    Opinion,
    Agency,
    PressRelease,
    Transcript,
    OwnDraft,
}

impl DocumentType {
    pub const ALL: [Self; 6] = [
        Self::News,
        Self::Opinion,
        Self::Agency,
        Self::PressRelease,
        Self::Transcript,
        Self::OwnDraft,
    ];

    /// How it reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::News => "News",
            Self::Opinion => "Opinion",
            Self::Agency => "Agency",
            Self::PressRelease => "Press release",
            Self::Transcript => "Transcript",
            Self::OwnDraft => "Own draft",
        }
    }
}

/// Where a document came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file's name, never its folder.
    pub file: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Size of the file in bytes.
    pub size: u64,
    /// What was taken for furniture and left out of the text.
    pub dropped: Vec<Dropped>,
}

/// A piece of the file that is no part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    pub text: String,
    /// Why, in words: "menu", "repeated title".
    pub reason: Cow<'static, str>,
}

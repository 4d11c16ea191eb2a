//! The formats that a report is written in.

use std::path::Path;
use std::str::FromStr;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Html,
    Docx,
    Pdf,
    Csv,
    Json,
    Annotations,
    Qdpx,
    Worksheet,
    Answers,
}

impl Format {
    /// In the order in which a reader is offered them.
    pub const ALL: [Self; 8] = [
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::Annotations,
        Self::Qdpx,
    ];

    /// For a class; offered where somebody teaches.
    pub const TEACHING: [Self; 2] = [Self::Worksheet, Self::Answers];

    /// How the format is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Annotations => "annotations",
            Self::Qdpx => "qdpx",
            Self::Worksheet => "worksheet",
            Self::Answers => "answers",
        }
    }

    /// How the format reads in a menu.
    pub fn title(self) -> &'static str {
        match self {
            Self::Json => "JSON report",
            Self::Markdown => "Markdown",
            Self::Html => "Web page (HTML)",
            Self::Docx => "Word document (DOCX)",
            Self::Pdf => "PDF",
            Self::Csv => "Table (CSV)",
            Self::Annotations => "Web annotations (JSON-LD)",
            Self::Qdpx => "QDA project (REFI-QDA)",
            Self::Worksheet => "Worksheet",
            Self::Answers => "Answer sheet",
        }
    }

    /// How the names of its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html | Self::Worksheet | Self::Answers => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Annotations => "jsonld",
            Self::Qdpx => "qdpx",
        }
    }

    /// What it is good for, for someone who never heard of it.
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Html => "One file that every browser opens, to mail, print and keep as evidence",
            Self::Pdf => "Pages that look the same everywhere",
            Self::Docx => "Text to go on writing in, in Word or LibreOffice",
            Self::Markdown => "Plain text for your own notes",
            Self::Csv => "One finding a row, for spreadsheets and statistics",
            Self::Json => "Everything there is, for other programs; opens here again",
            Self::Annotations => "Findings as annotations of the web, for annotation tools",
            Self::Worksheet => {
                "Both texts with numbered sentences and a table to fill in, for a class"
            }
            Self::Answers => "What you confirmed or added, and nothing else",
            Self::Qdpx => {
                "Articles, findings as codes and notes as memos, for ATLAS.ti, MAXQDA, NVivo and others"
            }
        }
    }

    /// Whether a terminal can show it.
    pub fn is_text(self) -> bool {
        match self {
            Self::Json
            | Self::Markdown
            | Self::Html
            | Self::Csv
            | Self::Annotations
            | Self::Worksheet
            | Self::Answers => true,
            Self::Docx | Self::Pdf | Self::Qdpx => false,
        }
    }

    /// Whether it usually takes the whole texts along, where nobody says otherwise.
    pub fn usually_holds_texts(self) -> bool {
        matches!(self, Self::Html | Self::Qdpx)
    }

    /// The format that a file's name asks for, where its ending is that of a format.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| ending == format.extension())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let all = || Self::ALL.into_iter().chain(Self::TEACHING);
        let known: Vec<&str> = all().map(Self::name).collect();
        let known = known.join(", ");
        all()
            .find(|format| format.name() == name)
            .ok_or_else(|| format!("no such format; there are {known}"))
    }
}

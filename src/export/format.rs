//! The formats that a report is written in.

use std::path::Path;
use std::str::FromStr;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Markdown,
    Html,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Json, Self::Markdown, Self::Html];

    /// Formats that later versions will write: asking for one gets another answer than a typo.
    const LATER: [&str; 5] = ["docx", "pdf", "csv", "annotations", "qdpx"];

    /// How the format is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// How the format reads in a menu.
    pub fn title(self) -> &'static str {
        match self {
            Self::Json => "JSON report",
            Self::Markdown => "Markdown",
            Self::Html => "HTML evidence file",
        }
    }

    /// How the names of its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// The format that a file's name asks for, where its ending is that of a format.
    pub fn of_path(path: &Path) -> Result<Option<Self>, String> {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        let format = Self::ALL
            .into_iter()
            .find(|format| ending == format.extension());
        if format.is_none() && Self::LATER.contains(&ending.as_str()) {
            return ending.parse().map(Some);
        }
        Ok(format)
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        if let Some(format) = Self::ALL.into_iter().find(|format| format.name() == name) {
            return Ok(format);
        }
        let known = Self::ALL.map(Self::name).join(", ");
        Err(if Self::LATER.contains(&name) {
            format!("not available in this version, which writes {known}")
        } else {
            format!("no such format; this version writes {known}")
        })
    }
}

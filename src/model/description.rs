//! What the reader says of an article, in place of what its file tells or does not tell.

use serde::{Deserialize, Serialize};

use super::{DocumentType, Metadata, PublicationDate};

/// One thing that is known of an article, as the reader gives it. Nothing means that there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum Description {
    Title(Option<String>),
    Outlet(Option<String>),
    Authors(Vec<String>),
    Published(Option<PublicationDate>),
    Url(Option<String>),
    ArchivedUrl(Option<String>),
    Retrieved(Option<PublicationDate>),
    Type(DocumentType),
}

/// Which thing a description is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DescriptionKind {
    Title,
    Outlet,
    Authors,
    Published,
    Url,
    ArchivedUrl,
    Retrieved,
    Type,
}

impl DescriptionKind {
    /// How it reads over its field.
    pub fn title(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Outlet => "Outlet",
            Self::Authors => "Authors",
            Self::Published => "Published",
            Self::Url => "Address",
            Self::ArchivedUrl => "Archived address",
            Self::Retrieved => "Retrieved",
            Self::Type => "Type",
        }
    }

    /// How it reads within a sentence: "the date of publication".
    fn noun(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Authors => "authors",
            Self::Published => "date of publication",
            Self::Url => "address",
            Self::ArchivedUrl => "archived address",
            Self::Retrieved => "date of retrieval",
            Self::Type => "type",
        }
    }

    /// What is known of an article in this respect.
    pub fn of(self, metadata: &Metadata) -> Description {
        match self {
            Self::Title => Description::Title(metadata.title.clone()),
            Self::Outlet => Description::Outlet(metadata.outlet.clone()),
            Self::Authors => Description::Authors(metadata.authors.clone()),
            Self::Published => Description::Published(metadata.published.clone()),
            Self::Url => Description::Url(metadata.url.clone()),
            Self::ArchivedUrl => Description::ArchivedUrl(metadata.archived_url.clone()),
            Self::Retrieved => Description::Retrieved(metadata.retrieved.clone()),
            Self::Type => Description::Type(metadata.kind),
        }
    }
}

impl Description {
    pub fn kind(&self) -> DescriptionKind {
        match self {
            Self::Title(_) => DescriptionKind::Title,
            Self::Outlet(_) => DescriptionKind::Outlet,
            Self::Authors(_) => DescriptionKind::Authors,
            Self::Published(_) => DescriptionKind::Published,
            Self::Url(_) => DescriptionKind::Url,
            Self::ArchivedUrl(_) => DescriptionKind::ArchivedUrl,
            Self::Retrieved(_) => DescriptionKind::Retrieved,
            Self::Type(_) => DescriptionKind::Type,
        }
    }

    pub fn apply_to(self, metadata: &mut Metadata) {
        match self {
            Self::Title(title) => metadata.title = title,
            Self::Outlet(outlet) => metadata.outlet = outlet,
            Self::Authors(authors) => metadata.authors = authors,
            Self::Published(date) => metadata.published = date,
            Self::Url(url) => metadata.url = url,
            Self::ArchivedUrl(url) => metadata.archived_url = url,
            Self::Retrieved(date) => metadata.retrieved = date,
            Self::Type(kind) => metadata.kind = kind,
        }
    }

    /// The words that a reader would type for it; none where there is none.
    pub fn words(&self) -> String {
        match self {
            Self::Title(words)
            | Self::Outlet(words)
            | Self::Url(words)
            | Self::ArchivedUrl(words) => words.clone().unwrap_or_default(),
            // A name that holds a comma needs another sign between the names.
            Self::Authors(authors) if authors.iter().any(|author| author.contains(',')) => {
                authors.join("; ")
            }
            Self::Authors(authors) => authors.join(", "),
            Self::Published(date) | Self::Retrieved(date) => date
                .as_ref()
                .map(|date| date.day.strftime("%-d %b %Y").to_string())
                .unwrap_or_default(),
            Self::Type(kind) => kind.title().to_owned(),
        }
    }

    /// What it did to an article, in words.
    pub fn sentence(&self, article: &str) -> String {
        let noun = self.kind().noun();
        let words = self.words();
        if words.is_empty() {
            format!("Took the {noun} off {article}")
        } else {
            format!("Changed the {noun} of {article} to “{words}”")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: &str) -> PublicationDate {
        PublicationDate {
            given: day.to_owned(),
            day: day.parse().unwrap(),
        }
    }

    #[test]
    fn what_is_said_of_an_article_is_what_is_known_of_it_then() {
        let all = [
            Description::Title(Some("Harbor closed".to_owned())),
            Description::Outlet(Some("Norwick Post".to_owned())),
            Description::Authors(vec!["Mara Lind".to_owned()]),
            Description::Published(Some(date("2026-05-14"))),
            Description::Url(Some("https://example.org/a".to_owned())),
            Description::ArchivedUrl(Some("https://archive.example/a".to_owned())),
            Description::Retrieved(Some(date("2026-05-15"))),
            Description::Type(DocumentType::Opinion),
        ];
        let mut metadata = Metadata::default();
        for description in &all {
            assert_ne!(description.kind().of(&metadata), *description);
            description.clone().apply_to(&mut metadata);
        }
        for description in &all {
            assert_eq!(description.kind().of(&metadata), *description);
        }
    }

    #[test]
    fn a_sentence_says_what_was_changed() {
        let said = |description: Description| description.sentence("coast.txt");
        assert_eq!(
            said(Description::Published(Some(date("2026-05-04")))),
            "Changed the date of publication of coast.txt to “4 May 2026”"
        );
        assert_eq!(
            said(Description::Authors(vec![
                "Reed, Ana".to_owned(),
                "Ben Orr".to_owned()
            ])),
            "Changed the authors of coast.txt to “Reed, Ana; Ben Orr”"
        );
        assert_eq!(
            said(Description::Outlet(None)),
            "Took the outlet off coast.txt"
        );
    }
}

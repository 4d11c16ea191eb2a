//! Corrections of entities, from the quotations that they are kept by to places in the articles.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Anchor;
use crate::model::{Correction, Document, DocumentId, MentionPlace};

impl Correction<Anchor> {
    /// What it did, in words.
    pub fn sentence(&self) -> String {
        match self {
            Self::Rename { entity, name } => format!("Renamed {} to “{name}”", quoted(entity)),
            Self::SetKind { entity, kind } => {
                let kind = kind.title().to_lowercase();
                format!("Changed the kind of {} to {kind}", quoted(entity))
            }
            Self::Merge { entity, with } => {
                format!("Merged {} with {}", quoted(entity), quoted(with))
            }
            Self::Split { mention } => format!("Split off {}", quoted(mention)),
            Self::NotAnEntity { entity } => format!("Took {} off the entities", quoted(entity)),
        }
    }
}

fn quoted(anchor: &Anchor) -> String {
    format!("“{}”", anchor.words())
}

/// The reader's corrections in order: what the analysis is to apply. One whose quotation is gone is left out.
pub fn located(
    documents: &[Arc<Document>],
    corrections: &[Correction<Anchor>],
) -> Vec<Correction<MentionPlace>> {
    corrections
        .iter()
        .filter_map(|correction| correction.located(|anchor| place_of(documents, anchor)))
        .collect()
}

/// Where a quotation stands: in the article that it was taken from, or where that file was edited since, in the article
/// that keeps most of the words around it.
pub fn place_of(documents: &[Arc<Document>], anchor: &Anchor) -> Option<MentionPlace> {
    let ids = || (0..).map(DocumentId).zip(documents);
    let origin = ids().find(|(_, document)| document.origin.sha256 == anchor.document);
    if let Some((document, read)) = origin {
        let span = anchor.find(&read.text)?;
        return Some(MentionPlace { document, span });
    }
    let edited = ids().filter_map(|(document, read)| {
        let (span, kept) = anchor.find_in_edited(&read.text)?;
        Some((kept, MentionPlace { document, span }))
    });
    // Of equals the first.
    edited
        .max_by_key(|(kept, place)| (*kept, Reverse(place.document)))
        .map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Metadata, Origin};
    use crate::notebook::{Command, Notebook};
    use crate::text::{SourceText, Span};

    fn document(sha256: &str, text: &str) -> Arc<Document> {
        Arc::new(Document {
            text: SourceText::new(text),
            blocks: Vec::new(),
            metadata: Metadata::default(),
            origin: Origin {
                sha256: sha256.to_owned(),
                ..Origin::default()
            },
        })
    }

    /// Splits off the words in [brackets], and says where they are found in other articles: "2: Ms. [Reed]".
    fn found(marked: &str, articles: &[(&str, &str)]) -> Option<String> {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let origin = document("old", &marked.replace(['[', ']'], ""));
        let mut notebook = Notebook::default();
        notebook.apply(Command::Correct {
            correction: Correction::Split {
                mention: Anchor::of(&origin, Span::new(start, end)),
            },
        });
        let documents: Vec<Arc<Document>> = articles
            .iter()
            .map(|(sha256, text)| document(sha256, text))
            .collect();
        let corrections = located(&documents, &notebook.state().corrections);
        let Correction::Split { mention } = corrections.first()? else {
            return None;
        };
        let mut text = articles[mention.document.index()].1.to_owned();
        text.insert(mention.span.end, ']');
        text.insert(mention.span.start, '[');
        Some(format!("{}: {text}", mention.document.index() + 1))
    }

    const REED: &str = "Mr. Reed came. Ms. [Reed] left.";

    #[test]
    fn a_correction_stands_where_it_was_made() {
        let articles = [
            ("other", "Mr. Reed came. Ms. Reed left."),
            ("old", "Mr. Reed came. Ms. Reed left."),
        ];
        let expected = "2: Mr. Reed came. Ms. [Reed] left.";
        assert_eq!(found(REED, &articles).as_deref(), Some(expected));
    }

    #[test]
    fn a_correction_follows_its_words_into_an_edited_file() {
        let articles = [
            ("other", "Reed is a town in the hills."),
            ("new", "On Monday Mr. Reed came. Ms. Reed left. So it was."),
        ];
        let expected = "2: On Monday Mr. Reed came. Ms. [Reed] left. So it was.";
        assert_eq!(found(REED, &articles).as_deref(), Some(expected));
    }

    #[test]
    fn the_same_words_somewhere_else_are_not_what_was_corrected() {
        let articles = [("other", "Reed is a town in the hills.")];
        assert_eq!(found(REED, &articles), None);
    }

    #[test]
    fn a_correction_whose_words_are_gone_is_left_out() {
        assert_eq!(
            found(REED, &[("old", "Mr. Reid came. Ms. Reid left.")]),
            None
        );
    }
}

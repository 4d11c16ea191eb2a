//! What the reader put right holds when the articles are compared again, and when they are saved and opened.

use counterpoint::analysis::analyze_again;
use counterpoint::model::{Correction, EntityKind, MentionPlace};
use counterpoint::notebook::{self, Anchor, Command, Notebook};
use counterpoint::text::Span;

use super::*;

const FIRE: &str = "Fire at the mill\n\nAnna Smith saw the smoke first. Smith called Paul Verner.";
const TRIAL: &str = "Trial opens\n\nPaul Verner denied the charge in Norwick. Verner left early.";

fn anchor(document: &Document, words: &str) -> Anchor {
    let start = document.text.as_str().find(words).unwrap();
    Anchor::of(document, Span::new(start, start + words.len()))
}

/// One correction of each sort that leaves an entity behind, and one that does not.
fn corrected(documents: &[Arc<Document>]) -> Notebook {
    let mut notebook = Notebook::default();
    for correction in [
        Correction::Rename {
            entity: anchor(&documents[0], "Anna Smith"),
            name: "The witness".to_owned(),
        },
        Correction::SetKind {
            entity: anchor(&documents[0], "Anna Smith"),
            kind: EntityKind::Organization,
        },
        Correction::Split {
            mention: anchor(&documents[1], "Verner left").clone(),
        },
        Correction::NotAnEntity {
            entity: anchor(&documents[1], "Norwick"),
        },
    ] {
        notebook.apply(Command::Correct { correction });
    }
    notebook
}

/// Names, kinds and mentions of all entities.
fn shown(analysis: &Analysis) -> Vec<String> {
    let entities = analysis.entities.iter();
    entities
        .map(|entity| {
            let words = entity.mentions.iter().map(|id| {
                let mention = analysis.mention(*id);
                analysis.document(mention.document).text.slice(mention.span)
            });
            let words: Vec<&str> = words.collect();
            format!(
                "{} {}: {}",
                entity.kind.title(),
                entity.name,
                words.join(", ")
            )
        })
        .collect()
}

fn compared(
    documents: &[Arc<Document>],
    notebook: &Notebook,
    earlier: Option<&Analysis>,
) -> Analysis {
    let corrections: Vec<Correction<MentionPlace>> =
        notebook::located(documents, &notebook.state().corrections);
    let analysis = analyze_again(
        documents,
        &corrections,
        earlier,
        Some(network()),
        &Unattended,
    );
    let analysis = analysis.unwrap();
    assert_sound(&analysis);
    analysis
}

#[test]
fn corrections_hold_when_the_articles_are_compared_again() {
    let documents = documents(&[FIRE, TRIAL]);
    let before = compared(&documents, &Notebook::default(), None);
    assert!(entity_of(&before, 1, "Norwick").is_some());
    let notebook = corrected(&documents);
    let first = compared(&documents, &notebook, Some(&before));
    let renamed = first.entity(entity_of(&first, 0, "Anna Smith").unwrap());
    assert_eq!(renamed.name, "The witness");
    assert_eq!(renamed.kind, EntityKind::Organization);
    assert_eq!(entity_of(&first, 1, "Norwick"), None);
    let again = compared(&documents, &notebook, Some(&first));
    assert_eq!(shown(&again), shown(&first));
    let fresh = compared(&documents, &notebook, None);
    assert_eq!(shown(&fresh), shown(&first));
}

#[test]
fn corrections_hold_when_the_comparison_is_saved_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mill.counterpoint");
    let documents = documents(&[FIRE, TRIAL]);
    let notebook = corrected(&documents);
    let before = compared(&documents, &notebook, None);
    notebook::file::save(&path, &documents, &notebook).unwrap();
    let opened = notebook::file::open(&path).unwrap();
    let after = compared(&opened.documents, &opened.notebook, None);
    assert_eq!(shown(&after), shown(&before));
}

#[test]
fn an_article_more_leaves_the_corrections_where_they_are() {
    let mut three = documents(&[FIRE, TRIAL]);
    let notebook = corrected(&three);
    three.insert(
        0,
        document("Mill rebuilt\n\nPaul Verner rebuilt the mill in Norwick."),
    );
    let analysis = compared(&three, &notebook, None);
    let renamed = analysis.entity(entity_of(&analysis, 1, "Anna Smith").unwrap());
    assert_eq!(renamed.name, "The witness");
}

#[test]
fn corrections_of_words_that_are_gone_are_left_out() {
    let documents = documents(&[FIRE, TRIAL]);
    let notebook = corrected(&documents);
    let others = super::documents(&["Rain\n\nIt rained on Monday.", TRIAL]);
    let analysis = compared(&others, &notebook, None);
    assert_eq!(entity_of(&analysis, 1, "Norwick"), None, "this one stands");
    assert!(entity_of(&analysis, 1, "Paul Verner").is_some());
}

//! Saving, opening, and what is refused.

use super::*;
use crate::model::{
    Block, BlockKind, Correction, Description, DocumentType, Dropped, EntityKind, Kind, Metadata,
    Origin, PublicationDate,
};
use crate::notebook::{Anchor, Command, Decision, FindingKey, NoteId, NoteTarget};
use crate::text::{SourceText, Span};

fn document(file: &str, text: &str) -> Arc<Document> {
    Arc::new(Document {
        text: SourceText::new(text),
        blocks: vec![Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Paragraph,
        }],
        metadata: Metadata {
            title: Some(text.to_owned()),
            ..Metadata::default()
        },
        origin: Origin {
            file: file.to_owned(),
            sha256: format!("{:064}", text.len()),
            size: text.len() as u64,
            dropped: vec![Dropped {
                text: "Share this 🙂".to_owned(),
                reason: "share bar".into(),
            }],
        },
    })
}

fn sample() -> (Vec<Arc<Document>>, Notebook) {
    let documents = vec![
        document("🙂.txt", "Seventeen 🙂 were hurt."),
        document("b.txt", "Nineteen people were hurt."),
    ];
    let finding = FindingKey {
        kind: Kind::Number,
        sides: [
            Anchor::of(&documents[0], Span::new(0, 9)),
            Anchor::of(&documents[1], Span::new(0, 8)),
        ],
    };
    let mut notebook = Notebook::default();
    notebook.apply(Command::Decide {
        finding: finding.clone(),
        decision: Some(Decision::Confirmed),
    });
    notebook.apply(Command::WriteNote {
        id: NoteId(1),
        target: NoteTarget::Finding(finding),
        text: "Ask the hospital.\nTwice.".to_owned(),
    });
    for description in descriptions() {
        notebook.apply(Command::Describe {
            document: documents[1].origin.sha256.clone(),
            description,
        });
    }
    for restored in [true, false] {
        let document = documents[0].origin.sha256.clone();
        let words = "Share this 🙂".to_owned();
        notebook.apply(if restored {
            Command::Restore { document, words }
        } else {
            Command::LeaveOut { document, words }
        });
    }
    for correction in corrections(&documents) {
        notebook.apply(Command::Correct { correction });
    }
    let correction = Correction::Split {
        mention: Anchor::of(&documents[0], Span::new(0, 4)),
    };
    notebook.apply(Command::Correct {
        correction: correction.clone(),
    });
    notebook.apply(Command::TakeBack { correction });
    notebook.apply(Command::WriteNote {
        id: NoteId(2),
        target: NoteTarget::Free,
        text: "taken back".to_owned(),
    });
    notebook.undo();
    (documents, notebook)
}

/// One of each kind.
fn descriptions() -> Vec<Description> {
    let date = PublicationDate {
        given: "2024-05-03".to_owned(),
        day: jiff::civil::date(2024, 5, 3),
    };
    vec![
        Description::Title(Some("Hurt 🙂".to_owned())),
        Description::Outlet(None),
        Description::Authors(vec!["Ana Reed".to_owned()]),
        Description::Published(Some(date.clone())),
        Description::Url(Some("https://example.org/b".to_owned())),
        Description::ArchivedUrl(Some("https://archive.example/b".to_owned())),
        Description::Retrieved(Some(date)),
        Description::Type(DocumentType::Agency),
    ]
}

/// One correction of each sort.
fn corrections(documents: &[Arc<Document>]) -> Vec<Correction<Anchor>> {
    let entity = Anchor::of(&documents[0], Span::new(0, 9));
    let other = Anchor::of(&documents[1], Span::new(0, 8));
    vec![
        Correction::Rename {
            entity: entity.clone(),
            name: "Those 🙂 hurt".to_owned(),
        },
        Correction::SetKind {
            entity: other.clone(),
            kind: EntityKind::Event,
        },
        Correction::Merge {
            entity: entity.clone(),
            with: other.clone(),
        },
        Correction::Split { mention: other },
        Correction::NotAnEntity { entity },
    ]
}

/// Saves the sample, changes its text, and says why it does not open.
fn refusal(change: impl Fn(&str) -> String) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let (documents, notebook) = sample();
    save(&path, &documents, &notebook).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, change(&text)).unwrap();
    open(&path).unwrap_err().to_string()
}

#[test]
fn what_was_saved_opens_again_with_everything_that_can_be_redone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let (documents, notebook) = sample();
    save(&path, &documents, &notebook).unwrap();
    let mut opened = open(&path).unwrap();
    assert_eq!(opened.documents, documents);
    assert_eq!(opened.notebook.state(), notebook.state());
    assert_eq!(opened.notebook.state().corrections, corrections(&documents));
    let said = &opened.notebook.state().descriptions[&documents[1].origin.sha256];
    assert_eq!(*said, descriptions());
    assert!(opened.notebook.redo(), "the note taken back can come again");
}

#[test]
fn saving_again_keeps_the_file_before_as_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let (documents, mut notebook) = sample();
    save(&path, &documents, &notebook).unwrap();
    let before = fs::read(&path).unwrap();
    notebook.redo();
    save(&path, &documents, &notebook).unwrap();
    assert_eq!(
        fs::read(folder.path().join("case.counterpoint.bak")).unwrap(),
        before
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_notebook_of_a_newer_version_is_refused_in_words() {
    assert_eq!(
        refusal(|text| text.replace("\"version\": 5", "\"version\": 6")),
        "Cannot open the notebook: it was written by a newer version of Counterpoint \
         (notebook format 6, this program reads up to 5): case.counterpoint"
    );
}

#[test]
fn wherever_a_write_is_cut_short_the_old_notebook_opens_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let (documents, mut notebook) = sample();
    save(&path, &documents, &notebook).unwrap();
    let old = notebook.state().clone();
    notebook.redo();
    let bytes = contents::to_bytes(&documents, &notebook);
    // A program that is killed while it writes leaves its temporary file behind, cut anywhere; the name is taken last.
    for cut in (0..bytes.len()).step_by(97) {
        let torn = folder.path().join(".tmp-torn");
        fs::write(&torn, &bytes[..cut]).unwrap();
        assert_eq!(open(&path).unwrap().notebook.state(), &old);
        assert!(
            open(&torn).is_err(),
            "half a notebook is no notebook: {cut}"
        );
        fs::remove_file(&torn).unwrap();
    }
    save(&path, &documents, &notebook).unwrap();
    assert_eq!(open(&path).unwrap().notebook.state(), notebook.state());
    // The file before stays beside it, whole.
    let before = folder.path().join("case.counterpoint.bak");
    assert_eq!(open(&before).unwrap().notebook.state(), &old);
}

#[test]
fn a_file_that_somebody_else_changed_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let (documents, mut mine) = sample();
    let seen = save(&path, &documents, &mine).unwrap();
    let mut theirs = open(&path).unwrap();
    assert_eq!(theirs.seen, seen);
    theirs.notebook.redo();
    let written = save_over(&path, &documents, &theirs.notebook, theirs.seen).unwrap();
    assert!(written.is_some(), "nobody else wrote in between");
    mine.undo();
    assert_eq!(save_over(&path, &documents, &mine, seen).unwrap(), None);
    assert_eq!(
        open(&path).unwrap().notebook.state(),
        theirs.notebook.state(),
        "their work is still there"
    );
    fs::remove_file(&path).unwrap();
    let again = save_over(&path, &documents, &mine, seen).unwrap();
    assert!(again.is_some(), "what is gone has nothing to lose");
}

#[test]
fn a_file_that_is_too_large_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.counterpoint");
    let file = fs::File::create(&path).unwrap();
    // A hole takes no room on the disk.
    file.set_len(MAX_BYTES + 1).unwrap();
    assert_eq!(
        open(&path).unwrap_err().to_string(),
        "Cannot open the notebook: it is larger than 200 MB, and a notebook holds a few articles with what was said \
         of them: large.counterpoint"
    );
}

#[test]
fn a_cut_off_notebook_is_called_damaged() {
    let message = refusal(|text| text.chars().take(300).collect());
    assert!(
        message.starts_with("Cannot open the notebook: the file is damaged (EOF"),
        "{message}"
    );
    assert!(message.ends_with(": case.counterpoint"), "{message}");
}

#[test]
fn a_text_that_was_changed_outside_is_called_damaged() {
    let message = refusal(|text| text.replace("Nineteen people", "Ninety people"));
    assert!(
        message.contains("the text of b.txt was changed outside the program"),
        "{message}"
    );
}

#[test]
fn another_file_is_called_no_notebook() {
    for other in ["Dear reader", "[1, 2]", "{\"title\": \"An article\"}", ""] {
        assert_eq!(
            refusal(|_| other.to_owned()),
            "Cannot open the notebook: it is not a Counterpoint notebook: case.counterpoint"
        );
    }
}

#[test]
fn a_missing_notebook_is_named() {
    assert_eq!(
        open(Path::new("/nowhere/x.counterpoint"))
            .unwrap_err()
            .to_string(),
        "Cannot open the notebook: there is no such file: x.counterpoint"
    );
}

#[test]
fn fields_of_later_programs_are_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.counterpoint");
    let (documents, notebook) = sample();
    save(&path, &documents, &notebook).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replace("\"applied\":", "\"colors\": [1], \"applied\":");
    fs::write(&path, text).unwrap();
    assert_eq!(open(&path).unwrap().notebook.state(), notebook.state());
}

#[test]
fn a_date_of_version_2_is_a_description() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.counterpoint");
    let step = r#"{"command": "set_published", "document": "ab", "published": {"given": "2024-05-07", "day": "2024-05-07"}}"#;
    let old = format!(
        r#"{{"format": "Counterpoint notebook", "version": 2, "documents": [], "commands": [{step}], "applied": 1}}"#
    );
    fs::write(&path, old).unwrap();
    let opened = open(&path).unwrap();
    let said = &opened.notebook.state().descriptions["ab"];
    let words: Vec<String> = said.iter().map(Description::words).collect();
    assert_eq!(words, ["7 May 2024"]);
    save(&path, &[], &opened.notebook).unwrap();
    assert_eq!(
        open(&path).unwrap().notebook.state(),
        opened.notebook.state()
    );
}

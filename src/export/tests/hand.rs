//! What the reader tagged, linked, marked, ticked off and muted leaves with every format that has a place for it.

use super::*;
use crate::model::Correction;
use crate::notebook::{Anchor, LinkId, MarkId, Muted, Relation, Stamp, TagColor, TagId, Tagged};
use crate::text::Span;

/// A notebook in which the reader used everything there is.
fn full(analysis: &Analysis) -> Notebook {
    let anchor = |document: usize, words: &str| {
        let document = &analysis.documents[document].document;
        let start = document.text.as_str().find(words).unwrap();
        Anchor::of(document, Span::new(start, start + words.len()))
    };
    let gone = Anchor {
        document: "f".repeat(64),
        exact: "a bridge nobody built".to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 21,
    };
    let finding = FindingKey::of(analysis, &analysis.conflicts[0]);
    let other = FindingKey {
        kind: Kind::Place,
        sides: [anchor(0, "hurt"), gone.clone()],
    };
    let mut notebook = Notebook::default();
    let water = TagId(1);
    let officials = anchor(0, "17 officials");
    let mut note = |target, text: &str, tagged: bool| {
        let id = notebook.new_note_id();
        let stamp = Stamp {
            by: Some("Ana Reed".to_owned()),
            at: Some("2026-11-20T08:00:00Z".parse().unwrap()),
        };
        let text = text.to_owned();
        notebook.apply_at(Command::WriteNote { id, target, text }, stamp);
        tagged.then_some(id)
    };
    let tagged = note(NoteTarget::Passage(officials.clone()), "Who counted?", true);
    note(NoteTarget::Free, "Same owner", false);
    note(NoteTarget::Entity(gone.clone()), "Which bridge?", false);
    let commands = [
        Command::DefineTag {
            id: water,
            name: "water".to_owned(),
            color: TagColor::Blue,
            shortcut: Some(1),
        },
        Command::Tag {
            target: Tagged::Finding(Box::new(finding)),
            tag: water,
            on: true,
        },
        Command::Tag {
            target: Tagged::Note(tagged.unwrap()),
            tag: water,
            on: true,
        },
        Command::LinkPassages {
            id: LinkId(1),
            relation: Relation::Own("quotes NATO against".to_owned()),
            sides: [officials.clone(), anchor(1, "were hurt")],
        },
        Command::LinkPassages {
            id: LinkId(2),
            relation: Relation::Supports,
            sides: [anchor(1, "19"), gone],
        },
        Command::MarkPassages {
            id: MarkId(1),
            passages: vec![anchor(0, "were hurt"), anchor(1, "19 were")],
            words: "Not the same".to_owned(),
        },
        Command::Tick {
            passage: officials.clone(),
            ticked: true,
        },
        Command::Settle {
            finding: other,
            outcome: Some(Outcome {
                standing: Standing::SecondStands,
                evidence: vec![Evidence {
                    sort: EvidenceSort::Document,
                    words: "the building permit".to_owned(),
                    date: None,
                }],
            }),
        },
        Command::Mute {
            what: Muted::Kind(Kind::Quote),
        },
        Command::Correct {
            correction: Correction::Rename {
                entity: officials,
                name: "the officials".to_owned(),
            },
        },
    ];
    for command in commands {
        notebook.apply(command);
    }
    notebook
}

fn report() -> Report {
    let mut analysis = told();
    let mut quote = analysis.conflicts[0].clone();
    quote.kind = Kind::Quote;
    analysis.conflicts.push(quote);
    let notebook = full(&analysis);
    Report::new(Arc::new(analysis), &notebook, 0.0)
}

#[test]
fn what_the_reader_made_stands_in_the_documents() {
    let report = report();
    for format in [Format::Html, Format::Markdown, Format::Docx, Format::Pdf] {
        let written = read(&report, format, &everything());
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [
            "water",
            "Who counted?",
            "Same owner",
            "Which bridge?",
            "Ana Reed, 2026-11-20",
            "quotes NATO against",
            "supports",
            "Not the same",
            "Numbers and dates ticked off",
            "“17 officials” (A:01)",
            "“a bridge nobody built” stands",
            "the building permit",
            "1 finding that the reader muted (Quote) is left out",
        ] {
            assert!(
                written.contains(words),
                "{}: {words}: {written}",
                format.name()
            );
        }
    }
    let page = read(&report, Format::Html, &everything());
    assert!(
        page.contains("<span class=\"tag blue\">water</span>"),
        "{page}"
    );
}

#[test]
fn what_the_reader_made_is_annotations_codes_and_links() {
    let report = report();
    let annotations = read(&report, Format::Annotations, &everything());
    for words in [
        "\"purpose\": \"tagging\"",
        "Who counted?",
        "Same owner",
        "Which bridge?",
        "quotes NATO against",
        "supports",
        "Not the same",
        "\"created\": \"2026-11-20T08:00:00Z\"",
        "a bridge nobody built",
    ] {
        assert!(annotations.contains(words), "{words}: {annotations}");
    }
    let project = read(&report, Format::Qdpx, &everything());
    for words in [
        "name=\"water\" isCodable=\"true\" color=\"#1F6FB5\"",
        "quotes NATO against",
        "Marked before the findings were shown",
        "Not the same",
        "Numbers and dates ticked off",
        "On “a bridge nobody built” · Ana Reed, 2026-11-20",
        "tags: water",
    ] {
        assert!(project.contains(words), "{words}: {project}");
    }
}

#[test]
fn a_json_report_opened_again_holds_what_the_reader_made() {
    let report = report();
    let opened = json::open(&write(&report, Format::Json, &everything())).unwrap();
    let (analysis, state) = (told(), opened.notebook.state());
    let notebook = full(&analysis);
    let before = notebook.state();
    assert_eq!(state.notes, before.notes);
    assert_eq!(state.tags, before.tags);
    assert_eq!(state.tagged, before.tagged);
    assert_eq!(state.outcomes, before.outcomes);
    assert_eq!(state.links, before.links);
    assert_eq!(state.marks, before.marks);
    assert_eq!(state.ticks, before.ticks);
    assert_eq!(state.muted, before.muted);
    assert_eq!(state.corrections, before.corrections);
}

#[test]
fn a_tag_of_private_notes_alone_stays_with_them() {
    let analysis = told();
    let mut notebook = noted(&analysis, "zebra", true);
    let on: Vec<_> = notebook.state().notes.keys().copied().collect();
    notebook.apply(Command::DefineTag {
        id: TagId(1),
        name: "my source".to_owned(),
        color: TagColor::Red,
        shortcut: None,
    });
    for id in on {
        notebook.apply(Command::Tag {
            target: Tagged::Note(id),
            tag: TagId(1),
            on: true,
        });
    }
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    let public = Options {
        include_private: false,
        ..everything()
    };
    for format in Format::ALL {
        let written = read(&report, format, &public);
        assert!(!written.contains("my source"), "{written}");
    }
}

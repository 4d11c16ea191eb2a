//! What stands in the project, and that its selections enclose the passages that they mean.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use super::*;
use crate::notebook::{Anchor, Command, FindingKey, NoteTarget, Notebook};
use crate::report::told::{Told, analysis};
use crate::text::Span;

fn report() -> Report {
    let told = |text, clause| Told {
        text,
        clause,
        ..Told::default()
    };
    let analysis = analysis([
        told("🙂 Fog & rain. Today 17 were hurt. End.", "17 were hurt"),
        told("19 were hurt.", "19 were hurt"),
    ]);
    let document = Arc::clone(&analysis.documents[0].document);
    let targets = [
        NoteTarget::Finding(FindingKey::of(&analysis, &analysis.conflicts[0])),
        NoteTarget::Passage(Anchor::of(&document, Span::new(5, 15))),
        NoteTarget::Document(document.origin.sha256.clone()),
        NoteTarget::Free,
    ];
    let mut notebook = Notebook::default();
    for target in targets {
        notebook.apply(Command::WriteNote {
            id: notebook.new_note_id(),
            target,
            text: "Ask <both>.".to_owned(),
        });
    }
    Report::new(Arc::new(analysis), &notebook, 0.0)
}

/// The members of the project by name.
fn members(options: &Options) -> Vec<(String, String)> {
    let bytes = super::report(&report(), options);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut member = archive.by_index(index).unwrap();
            let mut text = String::new();
            member.read_to_string(&mut text).unwrap();
            (member.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The stretches that the selections of the first source enclose.
fn selected(members: &[(String, String)]) -> Vec<String> {
    let (_, project) = &members[0];
    let (_, text) = &members[1];
    let first = project.split("</TextSource>").next().unwrap();
    let number = |rest: &str, name: &str| -> usize {
        let value = rest.split(&format!("{name}=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    first
        .split("<PlainTextSelection")
        .skip(1)
        .map(|rest| {
            let (start, end) = (number(rest, "startPosition"), number(rest, "endPosition"));
            text.chars().skip(start).take(end - start).collect()
        })
        .collect()
}

#[test]
fn articles_are_sources_findings_codes_and_notes_memos() {
    let options = Options {
        full_texts: true,
        ..Options::default()
    };
    let members = members(&options);
    let project = members[0].1.replace("><", ">\n<");
    let figures = crate::report::reliability::summary(1, 0.0);
    insta::assert_snapshot!(project.replace(&figures, "(figures)"));
}

#[test]
fn selections_enclose_their_passages_in_the_whole_text_and_in_the_quotations_alone() {
    for full_texts in [true, false] {
        let options = Options {
            full_texts,
            ..Options::default()
        };
        let members = members(&options);
        assert_eq!(selected(&members), ["17 were hurt", "Fog & rain"]);
        assert_eq!(members[1].1.contains("End."), full_texts);
    }
}

//! Nothing of the articles becomes markup, nothing comes from outside, every link has its target.

use std::sync::Arc;

use super::*;
use crate::analysis::{Unattended, analyze};
use crate::notebook::{Command, FindingKey, NoteTarget, Notebook};
use crate::report::told::{Told, analysis};

const HOSTILE: &str = "<script>alert(1)</script> & \"17\" <b>hurt</b>";

fn written(options: &Options) -> String {
    let told = Told {
        text: HOSTILE,
        clause: HOSTILE,
        source: "<script>",
        cue: "<b>",
        evidence: &["17"],
        ..Told::default()
    };
    let mut analysis = analysis([told, told]);
    HOSTILE.clone_into(&mut analysis.conflicts[0].subject);
    HOSTILE.clone_into(&mut analysis.conflicts[0].explanation);
    analysis.warnings.push(HOSTILE.to_owned());
    let mut notebook = Notebook::default();
    let key = FindingKey::of(&analysis, &analysis.conflicts[0]);
    for target in [NoteTarget::Finding(key), NoteTarget::Free] {
        notebook.apply(Command::WriteNote {
            id: notebook.new_note_id(),
            target,
            text: HOSTILE.to_owned(),
        });
    }
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    String::from_utf8(super::report(&report, options)).unwrap()
}

#[test]
fn a_name_is_underlined_and_the_phrase_around_it_is_not() {
    let articles = [
        "Harbor closed\n\nMayor Ines Halloran came.",
        "Ines Halloran met Paul Verner.",
    ];
    let documents = articles.map(|text| {
        let document = crate::ingest::read("article.txt", text.as_bytes());
        Arc::new(document.unwrap())
    });
    let analysis = analyze(&documents, None, &Unattended).unwrap();
    let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
    let everything = Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    };
    let page = String::from_utf8(super::report(&report, &everything)).unwrap();
    let marked = "Mayor <span class=\"entity person\">Ines Halloran</span> came";
    assert!(page.contains(marked), "{page}");
}

#[test]
fn nothing_of_the_articles_or_notes_becomes_markup() {
    let page = written(&Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    });
    assert!(!page.contains("<script"), "a script came through");
    assert!(!page.contains("<b>"), "markup of an article came through");
    assert!(
        page.contains("&lt;script&gt;alert(1)"),
        "the words themselves are gone"
    );
}

#[test]
fn the_page_needs_nothing_from_outside() {
    let page = written(&Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    });
    for outside in ["src=", "<link", "@import", "url("] {
        assert!(!page.contains(outside), "{outside} in the page");
    }
}

#[test]
fn every_link_inside_the_page_has_its_target() {
    let page = written(&Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    });
    let links: Vec<&str> = page
        .split("href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(links.len() >= 6, "{links:?}");
    for link in links {
        assert!(
            page.contains(&format!("id=\"{link}\"")),
            "no target: {link}"
        );
    }
}

//! That pages hold what they should, whatever the texts are.

use super::super::paper::{Run, Style};
use super::*;
use crate::notebook::Notebook;
use crate::report::told::{Told, analysis};
use std::sync::Arc;

/// The pages of paragraphs, each a row of its lines.
fn pages_of(paragraphs: &[String]) -> Vec<Vec<String>> {
    let blocks: Vec<Block> = paragraphs
        .iter()
        .map(|words| Block::paragraph(Style::Text, vec![Run::plain(words)]))
        .collect();
    let mut setter = Setter::new(Fonts::own());
    let slabs = slabs::of(&mut setter, &blocks);
    let line = |slab: usize, index: usize| -> String {
        let pieces = &slabs[slab].cells[0].lines[index].pieces;
        pieces.iter().map(|piece| piece.words.as_str()).collect()
    };
    pages::of(&slabs)
        .iter()
        .map(|page| {
            page.iter()
                .flat_map(|placed| placed.lines.clone().map(|index| line(placed.slab, index)))
                .collect()
        })
        .collect()
}

#[test]
fn no_letter_is_lost_between_lines_and_pages() {
    let words =
        "The boil order covers 18,000 homes—from the harbor/port to Signal Hill. ".repeat(90);
    let endless = "x".repeat(2_000);
    let paragraphs = [
        words,
        endless,
        String::new(),
        "One\nTwo\n\nThree".to_owned(),
    ];
    let pages = pages_of(&paragraphs);
    assert!(pages.len() > 1, "the text is longer than a page");
    let letters: String = pages.iter().flatten().map(String::as_str).collect();
    assert_eq!(letters, paragraphs.concat().replace('\n', ""));
}

#[test]
fn lines_of_a_note_stay_lines() {
    let pages = pages_of(&["One\nTwo".to_owned()]);
    assert_eq!(pages, [["One", "Two"]]);
}

#[test]
fn any_script_makes_a_document_and_what_is_lacking_is_said() {
    let told = |text| Told {
        text,
        clause: text,
        ..Told::default()
    };
    let analysis = analysis([
        told("🙂 שלום עולם 17 مرحبا"),
        told("東京で十九人\u{0}\u{202e}"),
    ]);
    let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
    let options = Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    };
    let bytes = drawn_with(Fonts::own(), &report, &options);
    assert!(bytes.starts_with(b"%PDF-"), "no PDF");
    assert_eq!(
        bytes,
        drawn_with(Fonts::own(), &report, &options),
        "other bytes"
    );
    let with_machine = super::report(&report, &options);
    assert_eq!(
        with_machine,
        super::report(&report, &options),
        "other bytes with fonts of the machine"
    );
    let text = crate::ingest::read("report.pdf", &bytes).unwrap().text;
    assert!(text.as_str().contains("show as boxes"), "{}", text.as_str());
}

#[test]
fn the_words_can_be_read_out_of_the_document_again() {
    let told = |text| Told {
        text,
        clause: text,
        ..Told::default()
    };
    let analysis = analysis([told("Only 17 officials were hurt."), told("19 were hurt.")]);
    let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
    let options = Options {
        include_unreviewed: true,
        ..Options::default()
    };
    let bytes = super::report(&report, &options);
    let text = crate::ingest::read("report.pdf", &bytes).unwrap().text;
    for words in [
        "Comparison of 0.txt and 1.txt",
        "Only 17 officials were hurt.",
    ] {
        assert!(text.as_str().contains(words), "{}", text.as_str());
    }
}

/// The words of the lines of a text, as they stand from left to right; what runs from the right in angle brackets.
fn seen(words: &str, width: f32) -> Vec<String> {
    let mut setter = Setter::new(Fonts::own());
    let runs = [Run::plain(words)];
    let lines = setter.lines(&runs, [fonts::Face::Sans; 3], 10.0, width);
    lines
        .iter()
        .map(|line| {
            let mut pieces: Vec<_> = line.pieces.iter().collect();
            pieces.sort_by(|one, other| one.x.total_cmp(&other.x));
            let shown = |piece: &&lines::Piece| {
                if piece.level.is_rtl() {
                    format!("<{}>", piece.words.trim())
                } else {
                    piece.words.clone()
                }
            };
            pieces.iter().map(shown).collect()
        })
        .collect()
}

#[test]
fn words_from_the_right_stand_in_their_order_and_numbers_in_theirs() {
    assert_eq!(seen("Only 17 were hurt.", 400.0), ["Only 17 were hurt."]);
    // The first word stands at the right, and the number runs from the left.
    assert_eq!(seen("שלום 17 עולם", 400.0), ["<עולם><>17<שלום>"]);
    assert_eq!(
        seen("He said שלום עולם twice", 400.0),
        ["He said <עולם><שלום> twice"]
    );
    let lines = seen(&"שלום עולם ".repeat(30), 120.0);
    assert!(lines.len() > 5, "{lines:?}");
    assert!(
        lines.iter().all(|line| line.ends_with("שלום>")),
        "{lines:?}"
    );
}

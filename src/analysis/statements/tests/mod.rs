//! Text in, statements out, as lines of words.

mod quantities;
mod times;
mod voices;

use std::sync::Arc;

use proptest::prelude::*;

use crate::analysis::statements::read;
use crate::model::{
    Block, BlockKind, Document, DocumentAnalysis, Metadata, Origin, PublicationDate, Statement,
};
use crate::text::{SourceText, Span, segment};

/// Friday.
const PUBLISHED: &str = "2016-12-09";

pub(super) fn analysis(text: &str, published: Option<&str>) -> DocumentAnalysis {
    let source = SourceText::new(text);
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in source.as_str().split_inclusive('\n') {
        let span = source.trim(Span::new(at, at + line.len()));
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block {
                span,
                kind: BlockKind::Paragraph,
            });
        }
    }
    let paragraphs: Vec<Span> = blocks.iter().map(|block| block.span).collect();
    DocumentAnalysis {
        segments: segment(&source, &paragraphs),
        readings: Vec::new(),
        document: Arc::new(Document {
            text: source,
            blocks,
            metadata: Metadata {
                published: published.map(|given| PublicationDate {
                    given: given.to_owned(),
                    day: given.parse().unwrap(),
                }),
                ..Metadata::default()
            },
            origin: Origin::default(),
        }),
    }
}

fn statements(text: &str) -> Vec<Statement> {
    read(&[analysis(text, Some(PUBLISHED))], &[], &[])
}

/// The text of each statement.
fn clauses(text: &str) -> Vec<&str> {
    statements(text)
        .iter()
        .map(|statement| text.get(statement.span.range()).unwrap())
        .collect()
}

#[test]
fn coordinated_clauses_with_their_own_verbs_are_statements_each() {
    assert_eq!(
        clauses("The bus hit a tree and the driver was arrested."),
        ["The bus hit a tree", "the driver was arrested"]
    );
}

#[test]
fn a_relative_clause_is_a_statement_inside_its_sentence() {
    assert_eq!(
        clauses("The man who lives there was arrested on Tuesday."),
        [
            "The man who lives there was arrested on Tuesday",
            "who lives there"
        ]
    );
}

#[test]
fn figures_and_clock_times_are_not_cut() {
    assert_eq!(
        clauses("The alarm went off at 11:40 p.m. on Tuesday."),
        ["The alarm went off at 11:40 p.m. on Tuesday"]
    );
    assert_eq!(
        clauses("More than 1,200 people stood outside City Hall, the police said."),
        ["More than 1,200 people stood outside City Hall"]
    );
}

#[test]
fn a_reporting_clause_gives_way_to_what_it_reports() {
    assert_eq!(
        clauses("Police said the driver was drunk."),
        ["the driver was drunk"]
    );
}

proptest! {
    #[test]
    fn any_text_gives_statements_inside_their_sentences(text in ".{0,400}") {
        let document = analysis(&text, Some(PUBLISHED));
        let statements = read(std::slice::from_ref(&document), &[], &[]);
        for statement in &statements {
            prop_assert!(document.segments.sentences[statement.sentence].span.contains(statement.span));
        }
    }
}

#[test]
fn one_endless_sentence_is_read_in_time_that_grows_with_it() {
    let text = "the man who said that he saw 3 dogs and ".repeat(5_000);
    assert!(!statements(&text).is_empty());
}

#[test]
fn a_subject_with_a_relative_clause_is_not_what_was_said() {
    assert_eq!(
        clauses(
            "Norlink Lines, a company that has run the plant since 2011, did not warn City Hall on Tuesday, said Dana Pruett."
        )[0],
        "Norlink Lines, a company that has run the plant since 2011, did not warn City Hall on Tuesday"
    );
}

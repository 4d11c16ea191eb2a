//! What the articles say, in tables: pure functions from the analysis or the report to rows, one file a table.
//!
//! Every row holds words that keep speaker, negation and hedge, and the passage that they stand in.

pub mod claims;
pub mod quantities;
pub mod speakers;
pub mod timeline;

mod clusters;
mod origins;
mod partners;

use super::quote::one_line;
use super::{quote, wording};
use crate::model::{Analysis, DocumentId, Side, Statement, StatementId};
use crate::text::Span;

/// Where the words of a row or a cell stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    pub document: DocumentId,
    pub span: Span,
}

/// A statement as a cell shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Its own words, shortened where they are many.
    pub words: String,
    /// Who says so, where it is not the outlet: "the hospital said".
    pub voice: Option<String>,
    pub passage: Passage,
}

impl Wording {
    /// On one line: "the hospital said: “twelve were treated”".
    pub fn line(&self) -> String {
        match &self.voice {
            Some(voice) if self.words.starts_with(QUOTATION_MARKS) => {
                format!("{voice}: {}", self.words)
            }
            Some(voice) => format!("{voice}: “{}”", self.words),
            None => self.words.clone(),
        }
    }
}

/// What a passage begins with that brings its own quotation marks.
const QUOTATION_MARKS: [char; 5] = ['"', '“', '„', '«', '‘'];

/// Characters that the words in a cell aim at.
const CELL: usize = 90;

fn worded(analysis: &Analysis, side: &Side, aim: usize) -> Wording {
    let statement = side.statement.map(|id| analysis.statement(id));
    let claimed = statement.is_some_and(|statement| statement.attribution.is_some());
    Wording {
        words: wording::words_alone(analysis, side, aim),
        voice: claimed.then(|| quote::voice(analysis, side)),
        passage: Passage {
            document: side.document,
            span: side.span,
        },
    }
}

/// A statement as the side of a finding is worded; it has to keep these words.
fn worded_statement(analysis: &Analysis, id: StatementId, keep: &[Span], aim: usize) -> Wording {
    let statement = analysis.statement(id);
    let side = Side {
        document: statement.document,
        statement: Some(id),
        span: statement.span,
        evidence: keep.to_vec(),
    };
    worded(analysis, &side, aim)
}

fn text_of(analysis: &Analysis, document: DocumentId, span: Span) -> String {
    one_line(
        analysis
            .document(document)
            .text
            .get(span)
            .unwrap_or_default(),
    )
}

/// Every statement with its id, in order.
fn statements(analysis: &Analysis) -> impl Iterator<Item = (StatementId, &Statement)> {
    (analysis.statements.iter().enumerate())
        .map(|(index, statement)| (StatementId(index), statement))
}

/// Test help: the report on articles as [`crate::analysis::fixture::analyzed`] reads them, after the reader did
/// something about it.
#[cfg(test)]
fn told(
    articles: &str,
    commands: impl Fn(&super::Report) -> Vec<crate::notebook::Command>,
) -> super::Report {
    use crate::notebook::Notebook;
    let analysis = std::sync::Arc::new(crate::analysis::fixture::analyzed(articles));
    let mut notebook = Notebook::default();
    let report = super::Report::new(std::sync::Arc::clone(&analysis), &notebook, 0.0);
    for command in commands(&report) {
        notebook.apply(command);
    }
    super::Report::new(analysis, &notebook, 0.0)
}

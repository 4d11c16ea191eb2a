//! Test help: an analysis with one finding, written as two tellings of one thing.

use std::sync::Arc;

use crate::model::{
    Analysis, Attribution, Block, BlockKind, Certainty, Conflict, Document, DocumentAnalysis,
    DocumentId, Gate, Gates, Kind, Metadata, Origin, Polarity, Side, Source, Statement,
    StatementId, Verdict,
};
use crate::text::{SourceText, Span, segment};

/// One article with the passage that a finding marks; every field but `text` quotes from `text`.
#[derive(Clone, Copy, Default)]
pub struct Told<'a> {
    pub text: &'a str,
    pub clause: &'a str,
    pub source: &'a str,
    pub cue: &'a str,
    /// Whom the source cites.
    pub cited: &'a str,
    pub negation: &'a str,
    pub hedge: &'a str,
    pub evidence: &'a [&'a str],
}

/// Both articles with one `number` conflict between them.
pub fn analysis(tellings: [Told<'_>; 2]) -> Analysis {
    let mut analysis = Analysis::default();
    for (index, told) in tellings.iter().enumerate() {
        analysis.documents.push(document(index, told));
        analysis.statements.push(statement(DocumentId(index), told));
    }
    let side = |index: usize| Side {
        document: DocumentId(index),
        statement: Some(StatementId(index)),
        span: quoted(&tellings[index], tellings[index].clause).unwrap(),
        evidence: tellings[index]
            .evidence
            .iter()
            .filter_map(|words| quoted(&tellings[index], words))
            .collect(),
    };
    analysis.conflicts.push(Conflict {
        verdict: Verdict::Dispute,
        kind: Kind::Number,
        confidence: 0.75,
        subject: "people hurt".to_owned(),
        explanation: "One says 17, the other 19.".to_owned(),
        gates: gates(),
        sides: [side(0), side(1)],
        also: vec![[side(0), side(1)]],
    });
    analysis
}

fn document(index: usize, told: &Told<'_>) -> DocumentAnalysis {
    let text = SourceText::new(told.text);
    let span = text.span();
    DocumentAnalysis {
        segments: segment(&text, &[span]),
        readings: Vec::new(),
        document: Arc::new(Document {
            text,
            blocks: vec![Block {
                span,
                kind: BlockKind::Paragraph,
            }],
            metadata: Metadata::default(),
            origin: Origin {
                file: format!("{index}.txt"),
                sha256: format!("{index:064}"),
                ..Origin::default()
            },
        }),
    }
}

fn statement(document: DocumentId, told: &Told<'_>) -> Statement {
    let span = quoted(told, told.clause).unwrap();
    let source = quoted(told, told.source);
    let cue = quoted(told, told.cue);
    Statement {
        document,
        sentence: 0,
        span,
        attribution: (source.is_some() || cue.is_some()).then(|| Attribution {
            source: source.map(|span| Source { span, entity: None }),
            cue,
            content: span,
            quoted: false,
            embedded: quoted(told, told.cited).map(|span| Source { span, entity: None }),
        }),
        subject: None,
        predicate: None,
        polarity: Polarity::Affirmed,
        negation: quoted(told, told.negation),
        certainty: Certainty::Done,
        hedge: quoted(told, told.hedge),
        quantities: Vec::new(),
        times: Vec::new(),
        mentions: Vec::new(),
        finite: true,
    }
}

fn quoted(told: &Told<'_>, words: &str) -> Option<Span> {
    if words.is_empty() {
        return None;
    }
    let start = told.text.find(words)?;
    Some(Span::new(start, start + words.len()))
}

fn gates() -> Gates {
    let gate = || Gate {
        passed: true,
        because: "made for a test".to_owned(),
    };
    Gates {
        subject: gate(),
        event: gate(),
        time: gate(),
        part: gate(),
        voice: gate(),
        finite: gate(),
    }
}

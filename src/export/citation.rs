//! A quotation with its source, for the clipboard and for everything that quotes in one line.

use crate::model::{Document, DocumentId};
use crate::report::{Finding, Report};
use crate::text::Span;

/// "“17 were hurt.” (the mayor said; Morning Post, 2024-05-07, https://…)"
pub fn quotation(report: &Report, document: DocumentId, span: Span) -> String {
    quoted(report, document, span, &report.voice_at(document, span))
}

/// Both sentences of a finding, each with its source, under what differs.
pub fn finding(report: &Report, finding: &Finding) -> String {
    let [left, right] = finding
        .quotes
        .each_ref()
        .map(|quote| quoted(report, quote.document, quote.sentence, &quote.voice));
    format!("{}\n\n{left}\n\n{right}\n", finding.heading)
}

/// "Morning Post, 2024-05-07, https://…", as far as it is known.
pub fn source(document: &Document) -> String {
    let metadata = &document.metadata;
    let date = metadata.published.as_ref().map(|date| date.day.to_string());
    let parts = [
        Some(document.label().to_owned()),
        Some(date.unwrap_or_else(|| "no date".to_owned())),
        metadata.url.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn quoted(report: &Report, document: DocumentId, span: Span, voice: &str) -> String {
    let document = report.analysis.document(document);
    let words = document.text.get(span).unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    format!("“{}” ({voice}; {})", words.join(" "), source(document))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::notebook::Notebook;
    use crate::report::told::{Told, analysis};

    #[test]
    fn a_quotation_keeps_its_speaker_and_names_its_source() {
        let told = |text, clause| Told {
            text,
            clause,
            source: "the mayor",
            cue: "said",
            ..Told::default()
        };
        let analysis = analysis([
            told("17 were\nhurt, the mayor said.", "17 were\nhurt"),
            told("19 were hurt, the mayor said.", "19 were hurt"),
        ]);
        let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
        assert_eq!(
            quotation(&report, DocumentId(0), Span::new(0, 12)),
            "“17 were hurt” (the mayor said; 0.txt, no date)"
        );
        assert_eq!(
            finding(&report, &report.findings[0]),
            "Number · people hurt\n\n\
             “17 were hurt, the mayor said.” (the mayor said; 0.txt, no date)\n\n\
             “19 were hurt, the mayor said.” (the mayor said; 1.txt, no date)\n"
        );
    }
}

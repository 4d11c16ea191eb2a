//! The report as Markdown: for a reader's own documents and for version control.

mod escape;

use std::fmt::Write as _;

use super::marks::runs;
use super::{Options, chosen, left_out_in_words};
use crate::model::DocumentId;
use crate::notebook::Decision;
use crate::report::{Finding, Note, NotePlace, Quote, Report, reliability};
use crate::text::Span;
use escape::{escaped, escaped_lines};

/// The whole report.
pub fn report(report: &Report, options: Options) -> Vec<u8> {
    let writer = Writer {
        report,
        text: String::new(),
    };
    writer.whole(options).into_bytes()
}

struct Writer<'a> {
    report: &'a Report,
    text: String,
}

impl Writer<'_> {
    fn whole(mut self, options: Options) -> String {
        let (findings, left_out) = chosen(self.report, options);
        let (dismissed, standing): (Vec<&Finding>, Vec<&Finding>) = findings
            .into_iter()
            .partition(|finding| finding.decision == Some(Decision::Dismissed));
        self.paragraph("# Comparison of articles");
        self.articles();
        self.paragraph("## Findings");
        self.paragraph(&format!("{}.", self.report.summary()));
        if let Some(words) = left_out_in_words(left_out) {
            self.paragraph(&format!("{words}."));
        }
        for finding in standing {
            self.finding(finding);
        }
        if !dismissed.is_empty() {
            self.paragraph("## Dismissed by the reader");
            for finding in dismissed {
                self.finding(finding);
            }
        }
        self.notes();
        self.warnings();
        self.text
    }

    fn articles(&mut self) {
        self.paragraph("## Articles");
        for id in self.report.analysis.document_ids() {
            let document = self.report.analysis.document(id);
            let metadata = &document.metadata;
            let mut facts = Vec::new();
            facts.extend(
                metadata
                    .title
                    .as_deref()
                    .map(|title| format!("*{}*", escaped(title))),
            );
            facts.extend(
                (!metadata.authors.is_empty()).then(|| escaped(&metadata.authors.join(", "))),
            );
            facts.push(match &metadata.published {
                Some(date) => escaped(&date.given),
                None => "no date".to_owned(),
            });
            facts.extend(metadata.url.as_deref().map(escaped));
            facts.push(escaped(&document.origin.file));
            facts.push(format!("SHA-256 {}", escaped(&document.origin.sha256)));
            let line = format!(
                "- **{}**: {}",
                escaped(&self.report.label(id)),
                facts.join(" · ")
            );
            self.line(&line);
        }
        self.text.push('\n');
    }

    fn finding(&mut self, finding: &Finding) {
        let conflict = &finding.conflict;
        self.paragraph(&format!(
            "### {}. {}",
            finding.number,
            escaped(&finding.heading)
        ));
        let mut facts = vec![
            conflict.verdict.title().to_owned(),
            reliability::confidence_in_words(conflict.confidence),
        ];
        if let Some(decision) = finding.decision {
            facts.push(format!("**{}**", decision.title()));
        }
        self.paragraph(&facts.join(" · "));
        self.paragraph(&escaped(&conflict.explanation));
        for quote in &finding.quotes {
            self.quotation(quote);
        }
        for [left, right] in &finding.also {
            self.paragraph(&format!("Also {} — {}", escaped(left), escaped(right)));
        }
        if let Some(note) = &finding.note {
            self.paragraph(&format!("**Note:** {}", escaped_lines(&note.text)));
        }
    }

    fn quotation(&mut self, quote: &Quote) {
        let label = escaped(&self.report.label(quote.document));
        self.paragraph(&format!("**{label}** · {}:", escaped(&quote.voice)));
        let marks: Vec<(Span, ())> = quote.evidence.iter().map(|span| (*span, ())).collect();
        let text = &self.report.analysis.document(quote.document).text;
        let words: String = runs(quote.sentence, &marks)
            .iter()
            .map(|run| {
                let words = text.get(run.span).unwrap_or_default();
                if run.marks.is_empty() {
                    escaped(words)
                } else {
                    strong(words)
                }
            })
            .collect();
        self.paragraph(&format!("> {}", escape::at_line_start(words.trim())));
    }

    fn words(&self, document: DocumentId, span: Span) -> String {
        let text = &self.report.analysis.document(document).text;
        format!("“{}”", escaped(text.get(span).unwrap_or_default()))
    }

    fn notes(&mut self) {
        let report = self.report;
        let (placed, unmatched): (Vec<&Note>, Vec<&Note>) = report
            .notes
            .iter()
            .filter(|note| !matches!(note.place, NotePlace::Finding(_)))
            .partition(|note| note.place != NotePlace::Unmatched);
        if !placed.is_empty() {
            self.paragraph("## Notes");
        }
        for note in placed {
            let about = match note.place {
                NotePlace::Passage(document, span) => Some(format!(
                    "{}, {}: {}",
                    escaped(&report.label(document)),
                    escaped(&report.voice_at(document, span)),
                    self.words(document, span)
                )),
                NotePlace::Document(document) => Some(escaped(&report.label(document))),
                NotePlace::Finding(_) | NotePlace::Free | NotePlace::Unmatched => None,
            };
            if let Some(about) = about {
                self.paragraph(&format!("**{about}**"));
            }
            self.paragraph(&escape::at_line_start(&escaped_lines(&note.text)));
        }
        self.unmatched(&unmatched);
    }

    fn unmatched(&mut self, notes: &[&Note]) {
        let decisions = &self.report.unmatched_decisions;
        if notes.is_empty() && decisions.is_empty() {
            return;
        }
        self.paragraph("## Notes whose place is no longer found");
        for (key, decision) in decisions {
            let line = format!(
                "{} ({}): {}",
                decision.title(),
                key.kind.title(),
                key.sides
                    .each_ref()
                    .map(|side| format!("“{}”", escaped(&side.exact)))
                    .join(" — ")
            );
            self.paragraph(&line);
        }
        for note in notes {
            if let Some(quoted) = note.target.quoted() {
                let quoted: Vec<String> = quoted
                    .iter()
                    .map(|words| format!("“{}”", escaped(words)))
                    .collect();
                self.paragraph(&format!("On {}:", quoted.join(" — ")));
            }
            self.paragraph(&escape::at_line_start(&escaped_lines(&note.text)));
        }
    }

    fn warnings(&mut self) {
        if self.report.warnings.is_empty() {
            return;
        }
        self.paragraph("## Warnings");
        for warning in &self.report.warnings {
            let line = format!("- {}", escape::at_line_start(&escaped(warning)));
            self.line(&line);
        }
    }

    fn paragraph(&mut self, words: &str) {
        self.line(words);
        self.text.push('\n');
    }

    fn line(&mut self, words: &str) {
        writeln!(self.text, "{words}").expect("a string takes every write");
    }
}

/// Bold, with the white space at both ends outside, where Markdown wants it.
fn strong(words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return escaped(words);
    }
    let before = if words.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let after = if words.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    format!("{before}**{}**{after}", escaped(inner))
}

#[cfg(test)]
mod tests;

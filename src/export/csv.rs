//! One finding a row, as RFC 4180 has it, for spreadsheets and statistics.

use super::options::Selection;
use super::{Options, authored};
use crate::report::{Finding, Quote, Report, letter};
use crate::text::CodePoints;

/// What is known of the finding as a whole.
const FINDING: [&str; 15] = [
    "number",
    "kind",
    "subject",
    "verdict",
    "confidence",
    "origin",
    "decision",
    "by_and_when",
    "reason",
    "outcome",
    "evidence",
    "tags",
    "explanation",
    "note",
    "other_passages",
];

/// What is known of each side; the first side's columns begin with `a_`, the second's with `b_`.
const SIDE: [&str; 10] = [
    "article", "outlet", "title", "date", "address", "voice", "passage", "sentence", "start", "end",
];

pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let points: Vec<CodePoints> = report
        .analysis
        .documents
        .iter()
        .map(|document| document.document.text.code_points())
        .collect();
    let mut table = String::new();
    if options.byte_order_mark {
        table.push('\u{feff}');
    }
    let header = FINDING.map(str::to_owned).into_iter().chain(
        ["a", "b"]
            .iter()
            .flat_map(|side| SIDE.map(|column| format!("{side}_{column}"))),
    );
    push_row(&mut table, header);
    let selection = Selection::of(report, options);
    for finding in &selection.findings {
        let sides = finding
            .quotes
            .iter()
            .flat_map(|quote| side(report, quote, &points[quote.document.index()]));
        push_row(
            &mut table,
            whole(report, &selection, finding).into_iter().chain(sides),
        );
    }
    table.into_bytes()
}

fn whole(report: &Report, selection: &Selection<'_>, finding: &Finding) -> [String; FINDING.len()] {
    let conflict = &finding.conflict;
    let origin = match finding.by_hand {
        Some(_) => "made by hand",
        None => "proposed by the program",
    };
    [
        finding.number.to_string(),
        conflict.kind.title().to_owned(),
        conflict.subject.clone(),
        conflict.verdict.title().to_owned(),
        format!("{:.2}", conflict.confidence),
        origin.to_owned(),
        finding
            .decision
            .map_or_else(String::new, |decision| decision.title().to_owned()),
        authored::stamp(&finding.stamp).unwrap_or_default(),
        finding.reason.clone().unwrap_or_default(),
        authored::outcome(finding).unwrap_or_default(),
        authored::evidence(finding).join("\n"),
        authored::tags(report, &finding.tags).unwrap_or_default(),
        conflict.explanation.clone(),
        selection
            .note(finding)
            .map_or_else(String::new, |note| note.text.clone()),
        finding
            .also
            .iter()
            .map(|pair| pair.join(" — "))
            .collect::<Vec<_>>()
            .join("\n"),
    ]
}

fn side(report: &Report, quote: &Quote, points: &CodePoints) -> [String; SIDE.len()] {
    let document = report.analysis.document(quote.document);
    let metadata = &document.metadata;
    let words = |span| document.text.get(span).unwrap_or_default().to_owned();
    [
        letter(quote.document).to_string(),
        document.label().to_owned(),
        metadata.title.clone().unwrap_or_default(),
        metadata
            .published
            .as_ref()
            .map_or_else(String::new, |date| date.given.clone()),
        metadata.url.clone().unwrap_or_default(),
        quote.voice.clone(),
        words(quote.side),
        words(quote.sentence),
        points.at(quote.side.start).to_string(),
        points.at(quote.side.end).to_string(),
    ]
}

fn push_row(table: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
    table.push_str(&cells.join(","));
    table.push_str("\r\n");
}

/// A cell that every reader of CSV takes for one cell, and that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let harmless = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if harmless.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::notebook::{Command, FindingKey, NoteTarget, Notebook};
    use crate::report::told::{Told, analysis};

    /// The table of one finding with a note on it.
    fn written(note: &str, options: &Options) -> String {
        let told = |text, clause| Told {
            text,
            clause,
            ..Told::default()
        };
        let analysis = analysis([
            told("🙂 17 were hurt.", "17 were hurt"),
            told("19 were, “they say”, hurt.", "19 were, “they say”, hurt"),
        ]);
        let mut notebook = Notebook::default();
        notebook.apply(Command::WriteNote {
            id: notebook.new_note_id(),
            target: NoteTarget::Finding(FindingKey::of(&analysis, &analysis.conflicts[0])),
            text: note.to_owned(),
        });
        let report = Report::new(Arc::new(analysis), &notebook, 0.0);
        String::from_utf8(super::report(&report, options)).unwrap()
    }

    #[test]
    fn a_finding_is_one_row_under_its_columns() {
        insta::assert_snapshot!(written("Ask.", &Options::default()).replace("\r\n", "⏎\n"));
    }

    #[test]
    fn a_note_is_never_a_formula() {
        for note in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert_eq!(quoted(note), format!("'{note}"));
        }
        let table = written("=HYPERLINK(\"http://x\",\"y\")", &Options::default());
        assert!(
            table.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
            "{table}"
        );
    }

    #[test]
    fn the_mark_for_excel_stands_first_and_only_on_demand() {
        let marked = Options {
            byte_order_mark: true,
            ..Options::default()
        };
        assert!(
            written("", &marked).starts_with("\u{feff}number,"),
            "no mark"
        );
        assert!(
            written("", &Options::default()).starts_with("number,"),
            "a mark"
        );
    }
}

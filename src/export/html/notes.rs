//! Notes that are not on a finding, and warnings.

use maud::{Markup, html};

use crate::report::{Note, NotePlace, Report};

/// Notes on passages, articles and the whole, then those whose place is gone.
pub fn all(report: &Report) -> Markup {
    let (placed, unmatched): (Vec<&Note>, Vec<&Note>) = report
        .notes
        .iter()
        .filter(|note| !matches!(note.place, NotePlace::Finding(_)))
        .partition(|note| note.place != NotePlace::Unmatched);
    html! {
        @if !placed.is_empty() {
            section #notes {
                h2 { "Notes" }
                @for note in placed { (one(report, note)) }
            }
        }
        @if !unmatched.is_empty() || !report.unmatched_decisions.is_empty() {
            section #unmatched {
                h2 { "Notes whose place is no longer found" }
                @for (key, decision) in &report.unmatched_decisions {
                    p {
                        (decision.title()) " (" (key.kind.title()) "):"
                        @for side in &key.sides { " “" (side.exact) "”" }
                    }
                }
                @for note in unmatched { (one(report, note)) }
            }
        }
    }
}

pub fn warnings(report: &Report) -> Markup {
    html! {
        @if !report.warnings.is_empty() {
            section #warnings {
                h2 { "Warnings" }
                ul { @for warning in &report.warnings { li { (warning) } } }
            }
        }
    }
}

/// Words of the reader with their line breaks.
pub fn lines(text: &str) -> Markup {
    html! { p.lines { (text.trim()) } }
}

fn one(report: &Report, note: &Note) -> Markup {
    html! {
        div.note {
            @match note.place {
                NotePlace::Passage(document, span) => p {
                    strong { (report.label(document)) } ", " (report.voice_at(document, span)) ": “"
                    (report.analysis.document(document).text.get(span).unwrap_or_default()) "”"
                },
                NotePlace::Document(document) => p { strong { (report.label(document)) } },
                NotePlace::Unmatched => @if let Some(quoted) = note.target.quoted() {
                    p { "On" @for words in quoted { " “" (words) "”" } }
                },
                NotePlace::Finding(_) | NotePlace::Free => {},
            }
            (lines(&note.text))
        }
    }
}

//! The report as one HTML file: both texts with their marks, the findings with their evidence.
//!
//! It needs no script, no network and no other file, so that it can be mailed, printed and kept.

mod articles;
mod findings;
mod notes;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Options, chosen, left_out_in_words};
use crate::report::{Finding, Report};

const STYLE: &str = include_str!("style.css");

/// Nothing from outside may be loaded, and nothing inside may run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The whole report.
pub fn report(report: &Report, options: Options) -> Vec<u8> {
    let (findings, left_out) = chosen(report, options);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="generator" content=(concat!("Counterpoint ", env!("CARGO_PKG_VERSION")));
                title { (title(report)) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body(report, &findings, left_out)) }
        }
    };
    page.into_string().into_bytes()
}

fn title(report: &Report) -> String {
    let labels: Vec<String> = report
        .analysis
        .document_ids()
        .map(|id| report.analysis.document(id).label().to_owned())
        .collect();
    format!("Comparison of {}", labels.join(", "))
}

fn body(report: &Report, findings: &[&Finding], left_out: usize) -> Markup {
    html! {
        header {
            h1 { (title(report)) }
            (articles::list(report))
            p.legend {
                "In the texts: " mark { "a passage of a finding" } ", with the finding’s number; "
                span.entity.person { "person" } ", " span.entity.organization { "organization" } ", "
                span.entity.place { "place" } " and " span.entity.other { "other" }
                " that at least two of the articles speak of."
            }
        }
        main {
            section #findings {
                h2 { "Findings" }
                p { (report.summary()) "." }
                @if let Some(words) = left_out_in_words(left_out) { p { (words) "." } }
                (findings::all(report, findings))
            }
            (notes::all(report))
            section #texts {
                h2 { "The texts" }
                div.columns { (articles::texts(report, findings)) }
            }
            (notes::warnings(report))
        }
    }
}

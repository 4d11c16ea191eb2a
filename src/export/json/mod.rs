//! The JSON report, version 1: a contract that scripts rely on, so its shape is written down here
//! and does not follow the program's own types.

mod authored;
mod build;
mod open;
mod shape;

pub use open::{is_report, open};

use super::{Options, Selection};
use crate::report::Report;
use serde::Serialize;
use serde_json::Value;
use shape::Whole;

/// The whole report.
pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    bytes(&whole(report, options))
}

/// The same on one line without its end, behind the name of its story.
pub fn line(report: &Report, story: &Value, options: &Options) -> Vec<u8> {
    let line = Line {
        story,
        whole: whole(report, options),
    };
    serde_json::to_vec(&line).expect("a report has no keys that are not strings")
}

#[derive(Serialize)]
struct Line<'a> {
    story: &'a Value,
    #[serde(flatten)]
    whole: Whole<'a>,
}

fn whole<'a>(report: &'a Report, options: &Options) -> Whole<'a> {
    let selection = Selection::of(report, options);
    let mut whole = build::whole(report, &selection);
    whole.warnings.extend(selection.left_out);
    whole
}

/// Documents, entities and statements alone: the report of documents that were not compared.
pub fn annotations(report: &Report) -> Vec<u8> {
    bytes(&build::annotations(report))
}

fn bytes(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes =
        serde_json::to_vec_pretty(value).expect("a report has no keys that are not strings");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests;

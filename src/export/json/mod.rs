//! The JSON report, version 1: a contract that scripts rely on, so its shape is written down here
//! and does not follow the program's own types.

mod build;
mod shape;

use super::{Options, chosen, left_out_in_words};
use crate::report::Report;

/// The whole report.
pub fn report(report: &Report, options: Options) -> Vec<u8> {
    let (findings, left_out) = chosen(report, options);
    let mut whole = build::whole(report, &findings);
    whole.warnings.extend(left_out_in_words(left_out));
    bytes(&whole)
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

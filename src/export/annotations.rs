//! W3C Web Annotations as JSON-LD: a finding is one annotation with two targets, a note one with one.

use serde_json::{Map, Value, json};

use super::guid::guid;
use super::options::{Selection, is_address};
use super::{GENERATOR, Options, authored, title};
use crate::model::{Document, DocumentId};
use crate::notebook::Anchor;
use crate::report::{Finding, Note, NotePlace, Report};
use crate::text::Span;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let selection = Selection::of(report, options);
    let findings = selection
        .findings
        .iter()
        .map(|finding| of_finding(report, &selection, finding, options));
    let notes = selection
        .notes
        .iter()
        .filter_map(|note| of_note(report, note, options));
    let items: Vec<Value> = findings.chain(notes).collect();
    let names: Vec<&str> = items
        .iter()
        .filter_map(|item| item["id"].as_str())
        .collect();
    let id = urn(&[&["collection"], names.as_slice()].concat());
    let collection = json!({
        "@context": CONTEXT,
        "id": id,
        "type": "AnnotationCollection",
        "label": label(report, &selection),
        "total": items.len(),
        "generator": generator(),
        "first": { "id": format!("{id}#1"), "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    let mut bytes = serde_json::to_vec_pretty(&collection)
        .expect("annotations have no keys that are not strings");
    bytes.push(b'\n');
    bytes
}

/// What was compared, and what is left out.
fn label(report: &Report, selection: &Selection<'_>) -> String {
    let mut words = vec![title(report)];
    words.extend(selection.left_out.iter().cloned());
    words.join("; ")
}

fn of_finding(
    report: &Report,
    selection: &Selection<'_>,
    finding: &Finding,
    options: &Options,
) -> Value {
    let conflict = &finding.conflict;
    let mut bodies = vec![
        body("classifying", conflict.kind.title()),
        body("describing", conflict.verdict.title()),
        body("describing", &conflict.explanation),
    ];
    bodies.extend(
        finding
            .decision
            .map(|_| body("assessing", &authored::decision(finding))),
    );
    bodies.extend(
        finding
            .reason
            .iter()
            .map(|reason| body("assessing", reason)),
    );
    bodies.extend(authored::outcome(finding).map(|outcome| body("assessing", &outcome)));
    let tags = report
        .tags
        .iter()
        .filter(|tag| finding.tags.contains(&tag.id));
    bodies.extend(tags.map(|tag| body("tagging", &tag.name)));
    bodies.extend(
        selection
            .note(finding)
            .map(|note| body("commenting", &note.text)),
    );
    let targets = finding
        .quotes
        .each_ref()
        .map(|quote| target(report, quote.document, quote.side));
    let [left, right] = &finding.key.sides;
    let id = urn(&[
        "finding",
        conflict.kind.title(),
        &left.document,
        &left.exact,
        &right.document,
        &right.exact,
    ]);
    annotation(&id, "linking", bodies, json!(targets), options)
}

/// Nothing for a note that has no target: its place is gone, or it is on a name or on the whole comparison.
fn of_note(report: &Report, note: &Note, options: &Options) -> Option<Value> {
    let target = match note.place {
        NotePlace::Passage(document, span) => target(report, document, span),
        NotePlace::Document(document) => {
            json!({ "source": source(report.analysis.document(document)) })
        }
        NotePlace::Pair(passages) => {
            json!(passages.map(|(document, span)| self::target(report, document, span)))
        }
        NotePlace::Finding(_) | NotePlace::Entity(_) | NotePlace::Free | NotePlace::Unmatched => {
            return None;
        }
    };
    let id = urn(&[
        "note",
        &note.id.to_string(),
        &note.text,
        &target.to_string(),
    ]);
    let bodies = vec![body("commenting", &note.text)];
    Some(annotation(&id, "commenting", bodies, target, options))
}

fn annotation(
    id: &str,
    motivation: &str,
    bodies: Vec<Value>,
    target: Value,
    options: &Options,
) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(id));
    fields.insert("type".to_owned(), json!("Annotation"));
    fields.insert("motivation".to_owned(), json!(motivation));
    if let Some(author) = &options.author {
        let person = json!({ "type": "Person", "name": author });
        fields.insert("creator".to_owned(), person);
    }
    if let Some(date) = options.date {
        let midnight = format!("{date}T00:00:00Z");
        fields.insert("generated".to_owned(), json!(midnight));
    }
    fields.insert("body".to_owned(), Value::Array(bodies));
    fields.insert("target".to_owned(), target);
    Value::Object(fields)
}

fn body(purpose: &str, words: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words })
}

/// A passage by its words, which hold where the page was changed, and by its place in code points.
fn target(report: &Report, document: DocumentId, span: Span) -> Value {
    let document = report.analysis.document(document);
    let anchor = Anchor::of(document, span);
    json!({
        "source": source(document),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            { "type": "TextPositionSelector", "start": anchor.start, "end": anchor.end },
        ],
    })
}

/// The article by its address, or else by the hash of its file.
fn source(document: &Document) -> String {
    let address = document
        .metadata
        .url
        .as_deref()
        .filter(|url| is_address(url));
    address.map_or_else(
        || format!("urn:sha256:{}", document.origin.sha256),
        str::to_owned,
    )
}

fn generator() -> Value {
    json!({ "type": "Software", "name": GENERATOR })
}

fn urn(parts: &[&str]) -> String {
    format!("urn:uuid:{}", guid(parts))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::notebook::{Command, NoteTarget, Notebook};
    use crate::report::told::{Told, analysis};

    #[test]
    fn a_finding_is_one_annotation_with_two_targets() {
        let told = |text, clause| Told {
            text,
            clause,
            ..Told::default()
        };
        let mut analysis = analysis([
            told("🙂 Today 17 were hurt.", "17 were hurt"),
            told("19 were hurt.", "19 were hurt"),
        ]);
        let documents: Vec<_> = analysis
            .documents
            .iter()
            .map(|document| Arc::clone(&document.document))
            .collect();
        let mut second = (*documents[1]).clone();
        second.metadata.url = Some("https://example.org/b".to_owned());
        analysis.documents[1].document = Arc::new(second);
        let mut notebook = Notebook::default();
        for target in [
            NoteTarget::Passage(Anchor::of(&documents[0], Span::new(0, 4))),
            NoteTarget::Free,
        ] {
            notebook.apply(Command::WriteNote {
                id: notebook.new_note_id(),
                target,
                text: "Which day?".to_owned(),
            });
        }
        let report = Report::new(Arc::new(analysis), &notebook, 0.0);
        let everything = Options {
            include_unreviewed: true,
            author: Some("Ana Reed".to_owned()),
            date: Some(jiff::civil::date(2026, 11, 22)),
            ..Options::default()
        };
        let written = String::from_utf8(super::report(&report, &everything)).unwrap();
        insta::assert_snapshot!(written);
    }
}

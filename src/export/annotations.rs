//! W3C Web Annotations as JSON-LD: a finding or a link is one annotation with two targets, a note one with what it is
//! about.

use serde_json::{Map, Value, json};

use super::guid::guid;
use super::options::{Selection, is_address};
use super::{GENERATOR, Options, authored, title};
use crate::model::{Document, DocumentId};
use crate::notebook::{Anchor, FindingKey, NoteTarget, Relation, Stamp, TagId};
use crate::report::{Finding, Link, Mark, Note, NotePlace, Report};
use crate::text::Span;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let selection = Selection::of(report, options);
    let findings = selection
        .findings
        .iter()
        .map(|finding| of_finding(report, &selection, finding, options));
    let links = selection.links.iter();
    let links = links.filter_map(|link| of_link(report, link, options));
    let marks = selection.marks.iter();
    let marks = marks.map(|mark| of_mark(report, mark, options));
    let notes = selection.notes.iter();
    let notes = notes.filter_map(|note| of_note(report, note, options));
    let items: Vec<Value> = findings.chain(links).chain(marks).chain(notes).collect();
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
        body("describing", &authored::origin(finding)),
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
    let evidence = authored::evidence(finding);
    bodies.extend(evidence.iter().map(|words| body("assessing", words)));
    bodies.extend(tagging(report, &finding.tags));
    if let Some(note) = selection.note(finding) {
        bodies.push(body("commenting", &note.text));
        bodies.extend(tagging(report, &note.tags));
    }
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
    annotation(&id, "linking", bodies, json!(targets), options, None)
}

/// Nothing for a contradiction whose finding is there: it is an annotation already.
fn of_link(report: &Report, link: &Link, options: &Options) -> Option<Value> {
    let is_finding = matches!(link.relation, Relation::Contradicts(_));
    if is_finding && !link.places.contains(&None) {
        return None;
    }
    let relation = authored::relation(&link.relation);
    let [one, other] = &link.anchors;
    let id = urn(&[
        "link",
        &relation,
        &one.document,
        &one.exact,
        &other.document,
        &other.exact,
    ]);
    let targets = [(one, link.places[0]), (other, link.places[1])];
    let targets = targets.map(|(anchor, place)| anchored(report, anchor, place));
    let bodies = vec![body("describing", &relation)];
    Some(annotation(
        &id,
        "linking",
        bodies,
        json!(targets),
        options,
        Some(&link.stamp),
    ))
}

fn of_mark(report: &Report, mark: &Mark, options: &Options) -> Value {
    let targets: Vec<Value> = (mark.anchors.iter().zip(&mark.places))
        .map(|(anchor, place)| anchored(report, anchor, *place))
        .collect();
    let target = json!(targets);
    let id = urn(&[
        "mark",
        &mark.id.0.to_string(),
        &mark.words,
        &target.to_string(),
    ]);
    let words = (!mark.words.is_empty()).then(|| body("commenting", &mark.words));
    let bodies = words.into_iter().collect();
    annotation(&id, "highlighting", bodies, target, options, None)
}

/// Nothing for a note on a finding, which holds it, nor for one on a comparison without articles.
fn of_note(report: &Report, note: &Note, options: &Options) -> Option<Value> {
    let target = match note.place {
        NotePlace::Finding(_) => return None,
        NotePlace::Passage(document, span) => target(report, document, span),
        NotePlace::Document(document) => {
            json!({ "source": source(report.analysis.document(document)) })
        }
        NotePlace::Pair(passages) => {
            json!(passages.map(|(document, span)| self::target(report, document, span)))
        }
        NotePlace::Free => {
            let articles = report.analysis.documents.iter();
            let sources = articles.map(|read| json!({ "source": source(&read.document) }));
            let sources: Vec<Value> = sources.collect();
            (!sources.is_empty()).then(|| json!(sources))?
        }
        NotePlace::Entity(_) | NotePlace::Unmatched => match &note.target {
            NoteTarget::Entity(anchor) | NoteTarget::Passage(anchor) => {
                anchored(report, anchor, None)
            }
            NoteTarget::Pair(sides) | NoteTarget::Finding(FindingKey { sides, .. }) => {
                json!(sides.each_ref().map(|side| anchored(report, side, None)))
            }
            NoteTarget::Document(sha256) => json!({ "source": by_hash(sha256) }),
            NoteTarget::Free => return None,
        },
    };
    let id = urn(&[
        "note",
        &note.id.to_string(),
        &note.text,
        &target.to_string(),
    ]);
    let mut bodies = vec![body("commenting", &note.text)];
    bodies.extend(tagging(report, &note.tags));
    Some(annotation(
        &id,
        "commenting",
        bodies,
        target,
        options,
        Some(&note.stamp),
    ))
}

fn tagging(report: &Report, tags: &[TagId]) -> Vec<Value> {
    authored::tags_of(report, tags)
        .map(|tag| body("tagging", &tag.name))
        .collect()
}

fn annotation(
    id: &str,
    motivation: &str,
    bodies: Vec<Value>,
    target: Value,
    options: &Options,
    stamp: Option<&Stamp>,
) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(id));
    fields.insert("type".to_owned(), json!("Annotation"));
    fields.insert("motivation".to_owned(), json!(motivation));
    let by = stamp.and_then(|stamp| stamp.by.as_ref());
    if let Some(author) = by.or(options.author.as_ref()) {
        let person = json!({ "type": "Person", "name": author });
        fields.insert("creator".to_owned(), person);
    }
    if let Some(at) = stamp.and_then(|stamp| stamp.at) {
        fields.insert("created".to_owned(), json!(at.to_string()));
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
    quoted(&source(document), &Anchor::of(document, span))
}

/// The same where its place is not known: by the words that stood there, in the article or the file that they were in.
fn anchored(report: &Report, anchor: &Anchor, place: Option<(DocumentId, Span)>) -> Value {
    if let Some((document, span)) = place {
        return target(report, document, span);
    }
    let mut articles = report.analysis.documents.iter();
    let article = articles.find(|read| read.document.origin.sha256 == anchor.document);
    let source = article.map_or_else(|| by_hash(&anchor.document), |read| source(&read.document));
    quoted(&source, anchor)
}

fn quoted(source: &str, anchor: &Anchor) -> Value {
    json!({
        "source": source,
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
    address.map_or_else(|| by_hash(&document.origin.sha256), str::to_owned)
}

fn by_hash(sha256: &str) -> String {
    format!("urn:sha256:{sha256}")
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
    use crate::notebook::{Command, Notebook};
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

//! Prints what the rules and the network say about every pair of articles of story files, with the features that
//! confidences are worked out from: one JSON object a pair, a line. `training/calibration` reads it.
//!
//! `cargo run --release --no-default-features --example proposals -- MODELS STORIES.json ANNOTATIONS.jsonl …`

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use serde_json::{Value, json};

use counterpoint::analysis::alignment::{self, agreement};
use counterpoint::analysis::conflicts::Proposal;
use counterpoint::analysis::{Unattended, analyze, conflicts};
use counterpoint::encoder::Network;
use counterpoint::ingest;
use counterpoint::model::{Analysis, Document, DocumentId};
use counterpoint::text::Span;

fn main() -> anyhow::Result<()> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [models, files @ ..] = paths.as_slice() else {
        anyhow::bail!("give the folder of the network, then story files with their annotations");
    };
    let network = Network::from_directory(Path::new(models))?;
    for files in files.chunks(2) {
        let [stories, annotations] = files else {
            anyhow::bail!("a story file without its annotations: {}", files.join(" "));
        };
        let articles = articles(stories)?;
        for line in fs::read_to_string(annotations)?.lines() {
            let story: Value = serde_json::from_str(line)?;
            for pair in story["pairs"].as_array().into_iter().flatten() {
                let ids = [pair["a"].as_str(), pair["b"].as_str()].map(Option::unwrap_or_default);
                let documents: Vec<Arc<Document>> = ids
                    .iter()
                    .filter_map(|id| articles.get(*id).map(Arc::clone))
                    .collect();
                let judged = judge(&documents, &network);
                println!(
                    "{}",
                    json!({"story": story["story"], "a": ids[0], "b": ids[1], "judged": judged})
                );
            }
        }
    }
    Ok(())
}

/// The articles of a story file by their id.
fn articles(path: &str) -> anyhow::Result<BTreeMap<String, Arc<Document>>> {
    let stories: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let mut articles = BTreeMap::new();
    for article in stories
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|story| story["docs"].as_array().into_iter().flatten())
    {
        let id = article["id"].as_str().unwrap_or_default();
        let file = format!("{id}.json");
        let fields = json!({"title": article["title"], "outlet": article["outlet"],
            "date": article["date"], "text": article["text"]});
        let document = ingest::read(&file, fields.to_string().as_bytes())
            .with_context(|| format!("{path}, {id}"))?;
        articles.insert(id.to_owned(), Arc::new(document));
    }
    Ok(articles)
}

fn judge(documents: &[Arc<Document>], network: &Network) -> Value {
    let Some(analysis) = analyze(documents, Some(network), &Unattended) else {
        return Value::Null;
    };
    let aligned = alignment::align(&analysis);
    let encounters: Vec<Value> = (aligned.encounters.iter())
        .map(|encounter| {
            let features = agreement::features(&analysis, encounter, &aligned.candidates);
            json!({"sentences": encounter.sentences.map(|(_, sentence)| sentence), "features": features})
        })
        .collect();
    let proposals: Vec<Value> = conflicts::propose(&analysis, &aligned)
        .iter()
        .map(|proposal| described(&analysis, proposal))
        .collect();
    let texts: Vec<Value> = analysis
        .document_ids()
        .map(|id| {
            let sentences: Vec<Value> = analysis
                .segments(id)
                .sentences
                .iter()
                .map(|sentence| place(&analysis, id, sentence.span))
                .collect();
            json!({"text": analysis.document(id).text.as_str(), "sentences": sentences})
        })
        .collect();
    let found: Vec<Value> = analysis
        .conflicts
        .iter()
        .map(|conflict| {
            json!({"kind": conflict.kind, "verdict": conflict.verdict, "confidence": conflict.confidence,
                "subject": conflict.subject, "explanation": conflict.explanation,
                "sides": conflict.sides.each_ref().map(|side| place(&analysis, side.document, side.span))})
        })
        .collect();
    let agreements: Vec<Value> = analysis
        .alignments
        .iter()
        .map(|alignment| {
            json!({"verdict": alignment.verdict, "sides": alignment.sides.map(|side| {
                let statement = analysis.statement(side);
                place(&analysis, statement.document, statement.span)
            })})
        })
        .collect();
    json!({"documents": texts, "encounters": encounters, "proposals": proposals, "conflicts": found, "agreements": agreements})
}

fn described(analysis: &Analysis, proposal: &Proposal) -> Value {
    let sides = proposal.sides.each_ref().map(|part| {
        let document = analysis.statement(part.statement).document;
        place(analysis, document, part.span)
    });
    json!({"kind": proposal.kind, "verdict": proposal.verdict, "sides": sides,
        "features": proposal.features, "explanation": proposal.explanation})
}

/// A span with its words, in code points.
fn place(analysis: &Analysis, document: DocumentId, span: Span) -> Value {
    let text = &analysis.document(document).text;
    let start = text.slice(Span::new(0, span.start)).chars().count();
    let words = text.slice(span);
    json!({"start": start, "end": start + words.chars().count(), "text": words})
}

//! Prints what each description in articles could refer to, with the features that the odds are worked out from: one
//! JSON object a story, a line. `training/linking` reads it.
//!
//! `cargo run --release --no-default-features --example links -- MODELS STORIES.jsonl`, each
//! line a list of articles `{"id", "title", "text"}`

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use serde_json::{Value, json};

use counterpoint::analysis::entities::questions::{self, Counterpart, Place};
use counterpoint::analysis::{Unattended, analyze, mentions};
use counterpoint::encoder::Network;
use counterpoint::ingest;
use counterpoint::model::Document;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [models, groups] = arguments.as_slice() else {
        anyhow::bail!(
            "give the folder of the network and a file with the articles of a story a line"
        );
    };
    let network = Network::from_directory(Path::new(models))?;
    for line in fs::read_to_string(groups)?.lines() {
        let articles: Vec<Value> = serde_json::from_str(line)?;
        let documents = articles
            .iter()
            .map(document)
            .collect::<Result<Vec<_>, _>>()?;
        let analysis =
            analyze(&documents, Some(&network), &Unattended).context("nobody cancels")?;
        let documents = &analysis.documents;
        let candidates: Vec<_> = documents.iter().map(mentions::find).collect();
        let questions = questions::of(documents, &candidates, &analysis.meanings);
        let antecedents: Vec<Value> = (questions.antecedents.iter())
            .map(|question| {
                let options: Vec<Value> = (question.options.iter())
                    .map(|(features, mentions)| json!([features, places(mentions)]))
                    .collect();
                json!({"description": place(&question.description), "options": options})
            })
            .collect();
        let texts: Vec<&str> = (documents.iter())
            .map(|document| document.document.text.as_str())
            .collect();
        let ids: Vec<&Value> = articles.iter().map(|article| &article["id"]).collect();
        println!(
            "{}",
            json!({
                "ids": ids,
                "texts": texts,
                "antecedents": antecedents,
                "introductions": pairs(&questions.introductions),
                "counterparts": pairs(&questions.counterparts),
            })
        );
    }
    Ok(())
}

fn document(article: &Value) -> anyhow::Result<Arc<Document>> {
    let file = json!({"title": article["title"], "text": article["text"]}).to_string();
    let document =
        ingest::read("article.json", file.as_bytes()).with_context(|| article["id"].to_string())?;
    Ok(Arc::new(document))
}

fn pairs(asked: &[Counterpart]) -> Vec<Value> {
    let pair = |pair: &Counterpart| {
        let [one, other] = &pair.mentions;
        json!({"features": pair.features, "mentions": [places(one), places(other)]})
    };
    asked.iter().map(pair).collect()
}

/// Document, first byte, byte after the last.
fn place((document, span): &Place) -> [usize; 3] {
    [document.index(), span.start, span.end]
}

fn places(places: &[Place]) -> Vec<[usize; 3]> {
    places.iter().map(place).collect()
}

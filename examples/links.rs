//! Prints what each description in articles could refer to, with the features that the odds are worked out from: one
//! JSON object an article, a line. `training/linking` reads it.
//!
//! `cargo run --release --no-default-features --example links -- MODELS DOCUMENTS.jsonl`, each line `{"id", "text"}`

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use serde_json::{Value, json};

use counterpoint::analysis::meanings::Meanings;
use counterpoint::analysis::{Unattended, analyze, entities, mentions};
use counterpoint::encoder::Network;
use counterpoint::ingest;
use counterpoint::text::Span;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [models, documents] = arguments.as_slice() else {
        anyhow::bail!("give the folder of the network and a file of documents");
    };
    let network = Network::from_directory(Path::new(models))?;
    for line in fs::read_to_string(documents)?.lines() {
        let article: Value = serde_json::from_str(line)?;
        let file = json!({"title": article["title"], "text": article["text"]}).to_string();
        let document = ingest::read("article.json", file.as_bytes())
            .with_context(|| article["id"].to_string())?;
        let analysis = analyze(&[Arc::new(document)], Some(&network), &Unattended)
            .context("nobody cancels")?;
        let document = &analysis.documents[0];
        let candidates = [mentions::find(document)];
        let meanings = Meanings::read(&candidates, &Meanings::default(), &network, &|_| true)
            .context("nobody cancels")?;
        let place = |span: &Span| [span.start, span.end];
        let questions: Vec<Value> = entities::questions(document, &candidates[0], &meanings)
            .iter()
            .map(|question| {
                let options: Vec<Value> = (question.options.iter())
                    .map(|(features, mentions)| {
                        json!([features, mentions.iter().map(place).collect::<Vec<_>>()])
                    })
                    .collect();
                json!({"span": place(&question.span), "options": options})
            })
            .collect();
        println!(
            "{}",
            json!({"id": article["id"], "text": document.document.text.as_str(), "questions": questions})
        );
    }
    Ok(())
}

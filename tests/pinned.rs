//! The network in the program against the same weights where they were trained, in full precision.
//!
//! `training/network/pin.py` writes what is expected, once for each set of weights. The weights are those inside the
//! program, or those in the folder that `COUNTERPOINT_MODELS` names.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use counterpoint::encoder::Network;
use counterpoint::model::{AttributionRole, EntityKind, Inference, Kind, Reading, Verdict};
use counterpoint::text::Span;
use serde::{Deserialize, Serialize};

/// Eight-bit products turn a vector by no more than this.
const SAME_DIRECTION: f32 = 0.99;
/// And move a probability by no more than this; the shipped weights' most is 0.053, for a kind that is in doubt.
const SAME_CHANCE: f32 = 0.06;

const HINT: &str = "are the weights others than those that training/network/pin.py was run with?";

#[derive(Deserialize)]
struct Pinned {
    sentences: Vec<PinnedSentence>,
    pairs: Vec<PinnedPair>,
}

#[derive(Deserialize)]
struct PinnedSentence {
    text: String,
    vector: Vec<f32>,
    words: Vec<PinnedWord>,
}

/// Nothing stands where the network is in two minds.
#[derive(Deserialize)]
struct PinnedWord {
    text: String,
    part: Option<String>,
    relation: Option<String>,
    /// The root is its own head.
    head: Option<usize>,
    name: Option<String>,
    attribution: Option<String>,
}

#[derive(Deserialize)]
struct PinnedPair {
    premise: String,
    hypothesis: String,
    label: BTreeMap<String, f32>,
    verdict: BTreeMap<String, f32>,
    kind: BTreeMap<String, f32>,
}

fn pinned() -> (Network, Pinned) {
    let network = match env::var_os("COUNTERPOINT_MODELS") {
        Some(folder) => Network::from_directory(Path::new(&folder)).unwrap(),
        None => Network::shipped().unwrap().clone(),
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/network.json");
    let pinned = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    (network, pinned)
}

#[test]
fn sentences_read_as_where_the_network_was_trained() {
    let (network, pinned) = pinned();
    let texts: Vec<&str> = (pinned.sentences.iter())
        .map(|sentence| sentence.text.as_str())
        .collect();
    let readings = network.read(&texts, &|_| true).unwrap();
    let mut differences = Vec::new();
    for (sentence, reading) in pinned.sentences.iter().zip(&readings) {
        let products = reading.vector.iter().zip(&sentence.vector);
        let cosine: f32 = products.map(|(a, b)| a * b).sum();
        if cosine < SAME_DIRECTION {
            differences.push(format!("cosine {cosine}: {}", sentence.text));
        }
        compare_words(sentence, reading, &mut differences);
    }
    assert!(differences.is_empty(), "{HINT}\n{}", differences.join("\n"));
}

fn compare_words(sentence: &PinnedSentence, reading: &Reading, differences: &mut Vec<String>) {
    let words: Vec<&str> = (reading.words.iter())
        .map(|word| sentence.text.get(word.span.range()).unwrap())
        .collect();
    let expected: Vec<&str> = sentence
        .words
        .iter()
        .map(|word| word.text.as_str())
        .collect();
    assert_eq!(words, expected, "the words themselves");
    for (index, (word, expected)) in reading.words.iter().zip(&sentence.words).enumerate() {
        let mut compare = |what: &str, expected: &Option<String>, found: &str| {
            if let Some(expected) = expected
                && expected != found
            {
                differences.push(format!(
                    "{what} of “{}”: {found} for {expected}: {}",
                    words[index], sentence.text
                ));
            }
        };
        compare("part", &expected.part, word.part.label());
        // A root and its relation go together, whatever the scores say.
        if word.head.is_some() && expected.relation.as_deref() != Some("root") {
            compare("relation", &expected.relation, word.relation.label());
        }
        compare(
            "head",
            &expected.head.map(|head| head.to_string()),
            &word.head.unwrap_or(index).to_string(),
        );
        let name = name_at(reading, word.span);
        // Names are told without the articles and marks at their ends.
        if expected.name.as_deref() == Some("") || !name.is_empty() {
            compare("name", &expected.name, name);
        }
        let roles = roles_at(reading, word.span);
        compare("attribution", &expected.attribution, &roles);
    }
}

fn name_at(reading: &Reading, word: Span) -> &'static str {
    let name = reading.names.iter().find(|name| name.span.contains(word));
    match name.map(|name| name.kind) {
        None => "",
        Some(EntityKind::Person) => "person",
        Some(EntityKind::Organization) => "organization",
        Some(EntityKind::Place) => "place",
        Some(EntityKind::Event | EntityKind::Other) => "other",
    }
}

fn roles_at(reading: &Reading, word: Span) -> String {
    let parts = reading.attributions.iter();
    let roles = parts.filter(|part| part.span.contains(word));
    let roles: Vec<&str> = roles
        .map(|part| match part.role {
            AttributionRole::Source => "source",
            AttributionRole::Cue => "cue",
            AttributionRole::Content => "content",
        })
        .collect();
    roles.join(" ")
}

#[test]
fn pairs_are_judged_as_where_the_network_was_trained() {
    let (network, pinned) = pinned();
    let texts: Vec<(&str, &str)> = (pinned.pairs.iter())
        .map(|pair| (pair.premise.as_str(), pair.hypothesis.as_str()))
        .collect();
    let judgements = network.judge(&texts, &|_| true).unwrap();
    let mut differences = Vec::new();
    for (pair, judgement) in pinned.pairs.iter().zip(&judgements) {
        for (expected, found) in [
            (&pair.label, named(&Inference::ALL, &judgement.inferences)),
            (&pair.verdict, named(&Verdict::ALL, &judgement.verdicts)),
            (&pair.kind, named(&Kind::ALL, &judgement.kinds)),
        ] {
            assert_eq!(expected.len(), found.len(), "labels");
            for (name, chance) in expected {
                if (found[name] - chance).abs() > SAME_CHANCE {
                    differences.push(format!(
                        "{name} {} for {chance}: {} / {}",
                        found[name], pair.premise, pair.hypothesis
                    ));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{HINT}\n{}", differences.join("\n"));
}

/// The probabilities by the names that exports give the labels.
fn named<T: Serialize>(labels: &[T], chances: &[f32]) -> BTreeMap<String, f32> {
    let name = |label: &T| {
        let name = serde_json::to_value(label).unwrap();
        name.as_str().unwrap().to_owned()
    };
    labels
        .iter()
        .map(name)
        .zip(chances.iter().copied())
        .collect()
}

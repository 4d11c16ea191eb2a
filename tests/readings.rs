//! The network's readings as an analysis keeps them.
//!
//! The weights are those inside the program, or those in the folder that `COUNTERPOINT_MODELS` names.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::sync::Arc;

use counterpoint::analysis::{Monitor, Stage, Unattended, analyze, analyze_again};
use counterpoint::encoder::Network;
use counterpoint::ingest;
use counterpoint::model::{Analysis, Correction, Document};

const HARBOR: &str = "Ferry hits pier\n\nThe harbor office said 17 passengers were hurt on Monday. \
    “We did not see it coming,” Captain Ruiz said.\n\nThe ferry had left Norwick at noon.\n";
const COAST: &str =
    "Ferry accident in Norwick\n\nThe hospital said 23 passengers were hurt on Monday.\n";

fn network() -> Network {
    match env::var_os("COUNTERPOINT_MODELS") {
        Some(folder) => Network::from_directory(Path::new(&folder)).unwrap(),
        None => Network::shipped().unwrap().clone(),
    }
}

fn documents(texts: &[&str]) -> Vec<Arc<Document>> {
    let read = |text: &&str| Arc::new(ingest::read("article.txt", text.as_bytes()).unwrap());
    texts.iter().map(read).collect()
}

fn analyzed(network: &Network, texts: &[&str]) -> Analysis {
    analyze(&documents(texts), Some(network), &Unattended).unwrap()
}

#[test]
fn every_sentence_has_a_reading_whose_words_stand_in_the_article() {
    let network = network();
    let analysis = analyzed(&network, &[HARBOR, COAST]);
    assert_eq!(analysis.documents.len(), 2);
    for document in &analysis.documents {
        let (text, sentences) = (&document.document.text, &document.segments.sentences);
        assert_eq!(document.readings.len(), sentences.len());
        for (sentence, reading) in sentences.iter().zip(&document.readings) {
            let (first, last) = (
                reading.words.first().unwrap(),
                reading.words.last().unwrap(),
            );
            assert_eq!(first.span.cover(last.span), sentence.span);
            let written = text.slice(sentence.span);
            let joined: String = (reading.words.iter())
                .map(|word| text.slice(word.span))
                .collect();
            assert_eq!(joined, written.split_whitespace().collect::<String>());
        }
    }
}

#[test]
fn without_a_network_there_are_no_readings() {
    let analysis = analyze(&documents(&[HARBOR, COAST]), None, &Unattended).unwrap();
    let mut readings = analysis
        .documents
        .iter()
        .map(|document| document.readings.len());
    assert!(readings.all(|count| count == 0), "read by nothing");
}

#[test]
fn a_sentence_that_was_cut_is_told_and_nothing_is_lost() {
    let network = network();
    let endless = "and the ferry left Norwick again ".repeat(400);
    let article = format!("Ferry hits pier\n\nIt left {endless}.\n\nNobody was hurt.\n");
    let analysis = analyzed(&network, &[&article, COAST]);
    assert_eq!(
        analysis.warnings,
        [
            "One sentence is too long for the network model, which read only its beginning: article.txt"
        ]
    );
    let document = &analysis.documents[0];
    assert!(
        document.document.text.as_str().contains("Nobody was hurt"),
        "the end is lost"
    );
    assert_eq!(
        document
            .readings
            .iter()
            .filter(|reading| reading.cut)
            .count(),
        1
    );
}

/// Says no at a stage, and keeps what it was told.
struct StopAt {
    stage: Stage,
    told: RefCell<Vec<(Stage, f32)>>,
}

impl Monitor for StopAt {
    fn proceed(&self, stage: Stage, fraction: f32) -> bool {
        self.told.borrow_mut().push((stage, fraction));
        stage != self.stage
    }
}

#[test]
fn an_analysis_is_cancelled_while_it_reads() {
    let network = network();
    let monitor = StopAt {
        stage: Stage::Encode,
        told: RefCell::default(),
    };
    let analysis = analyze(&documents(&[HARBOR, COAST]), Some(&network), &monitor);
    assert!(analysis.is_none(), "it went on");
    let told = monitor.told.into_inner();
    assert_eq!(told.last().map(|(stage, _)| *stage), Some(Stage::Encode));
}

#[test]
fn what_was_read_before_changes_no_result() {
    let network = network();
    let documents = documents(&[HARBOR, COAST]);
    let earlier = analyze(&documents[..1], Some(&network), &Unattended).unwrap();
    let anew = |corrections: &[_], earlier| {
        analyze_again(
            &documents,
            corrections,
            earlier,
            Some(&network),
            &Unattended,
        )
        .unwrap()
    };
    let shown = |analysis: &Analysis| {
        let readings: Vec<_> = (analysis.documents.iter())
            .map(|document| document.readings.clone())
            .collect();
        let phrases: BTreeMap<_, _> = analysis.meanings.0.clone().into_iter().collect();
        let rest = format!(
            "{:?} {:?} {:?}",
            analysis.statements, analysis.conflicts, analysis.alignments
        );
        (
            analysis.mentions.clone(),
            analysis.entities.clone(),
            readings,
            phrases,
            rest,
        )
    };
    let first = anew(&[], None);
    assert!(
        shown(&first) == shown(&anew(&[], Some(&earlier))),
        "one text was known"
    );
    let correction = [Correction::NotAnEntity {
        entity: first.mentions[0].place(),
    }];
    let again = anew(&correction, Some(&first));
    assert!(
        shown(&anew(&correction, None)) == shown(&again),
        "both texts were known"
    );
    assert!(
        again.entities.len() < first.entities.len(),
        "nothing was corrected"
    );
}

#[test]
fn progress_never_goes_back() {
    let network = network();
    let long = HARBOR.repeat(8);
    let monitor = StopAt {
        stage: Stage::Conflicts,
        told: RefCell::default(),
    };
    assert!(
        analyze(&documents(&[&long, COAST]), Some(&network), &monitor).is_none(),
        "it went on"
    );
    let told = monitor.told.into_inner();
    assert!(
        told.windows(2).all(|pair| pair[0].1 <= pair[1].1),
        "{told:?}"
    );
    assert!(
        told.iter().any(|(stage, _)| *stage == Stage::Encode),
        "{told:?}"
    );
}

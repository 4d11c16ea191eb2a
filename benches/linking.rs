//! How long it takes to find who and what is spoken of: beside the whole comparison, in a heap of articles, and as the
//! mentions of one article grow.
//!
//! Run with `cargo bench --no-default-features --bench linking`. What the network reads in sentences is read before the
//! clock starts.

#[path = "articles/story.rs"]
mod story;

use std::sync::Arc;

use counterpoint::analysis::meanings::Meanings;
use counterpoint::analysis::{Unattended, analyze, entities, mentions};
use counterpoint::encoder::Network;
use counterpoint::ingest;
use counterpoint::model::{Analysis, Document};
use divan::{Bencher, black_box};
use story::telling;

/// Sentences of an article of 600 words.
const ARTICLE: usize = 50;
/// Articles on one story.
const HEAP: usize = 60;
/// Mentions of one article.
const MENTIONS: [usize; 4] = [500, 1_000, 2_000, 4_000];

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5)]
fn compare_two(bencher: Bencher<'_, '_>) {
    let documents = documents(2, ARTICLE);
    bencher.bench(|| analyze(black_box(&documents), Some(network()), &Unattended));
}

/// A part of `compare_two`, what descriptions mean included.
#[divan::bench(sample_count = 5)]
fn link_two(bencher: Bencher<'_, '_>) {
    let analysis = read(2, ARTICLE);
    bencher.bench(|| link(black_box(&analysis), &Meanings::default()));
}

/// The same where it is known what descriptions mean, as after a correction.
#[divan::bench(sample_count = 5)]
fn link_two_again(bencher: Bencher<'_, '_>) {
    let analysis = read(2, ARTICLE);
    bencher.bench(|| link(black_box(&analysis), &analysis.meanings));
}

#[divan::bench(sample_count = 5)]
fn link_a_heap(bencher: Bencher<'_, '_>) {
    let analysis = read(HEAP, ARTICLE);
    bencher.bench(|| link(black_box(&analysis), &analysis.meanings));
}

#[divan::bench(args = MENTIONS, sample_count = 5)]
fn link_mentions(bencher: Bencher<'_, '_>, wanted: usize) {
    let few = read(1, ARTICLE).mentions.len();
    let analysis = read(1, wanted * ARTICLE / few);
    bencher.bench(|| link(black_box(&analysis), &analysis.meanings));
}

/// Finds and links all mentions; the network reads what descriptions mean as far as it is not known.
fn link(analysis: &Analysis, known: &Meanings) -> usize {
    let documents = &analysis.documents;
    let candidates: Vec<_> = documents.iter().map(mentions::find).collect();
    let meanings = Meanings::read(&candidates, known, network(), &|_| true);
    let meanings = meanings.expect("nobody cancels");
    entities::link(documents, candidates, &meanings, &[])
        .1
        .len()
}

fn network() -> &'static Network {
    Network::shipped().expect("the program holds a network")
}

fn documents(tellings: usize, sentences: usize) -> Vec<Arc<Document>> {
    let read = |number| {
        let text = telling(number, sentences);
        let document = ingest::read("article.txt", text.as_bytes());
        Arc::new(document.expect("plain text can be read"))
    };
    (0..tellings).map(read).collect()
}

fn read(tellings: usize, sentences: usize) -> Analysis {
    let documents = documents(tellings, sentences);
    analyze(&documents, Some(network()), &Unattended).expect("nobody cancels")
}

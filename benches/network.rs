//! How long the network takes: to load, to read an article's sentences, to judge its pairs.
//!
//! Run with `cargo bench --no-default-features --bench network`. The weights are those inside the program, or those
//! in the folder that `COUNTERPOINT_MODELS` names.

use std::env;
use std::path::{Path, PathBuf};

use counterpoint::encoder::Network;
use divan::{Bencher, black_box};

/// Sentences of an article of middle length, and passes over pairs that its comparison takes.
const TEXTS: usize = 60;
/// Cores to work on.
const CORES: [usize; 2] = [1, 2];

/// Thirty word pieces, which two special ones make 32.
const SENTENCE: &str = "The harbor office said on Monday that a ferry from the north had hit the old pier at noon and \
    two people on board were hurt in the fall .";

/// Twenty-two and twenty-three word pieces, which three special ones make 48.
const PAIR: (&str, &str) = (
    "The harbor office said on Monday that a ferry from the north had hit the old pier at noon that day .",
    "The people on board said that the ferry had stopped well before the old pier and that no one was badly hurt .",
);

fn main() {
    divan::main();
}

fn folder() -> Option<PathBuf> {
    env::var_os("COUNTERPOINT_MODELS").map(PathBuf::from)
}

fn network() -> Network {
    match folder() {
        Some(folder) => Network::from_directory(&folder).expect("the folder holds a network"),
        None => Network::shipped()
            .expect("the program holds a network")
            .clone(),
    }
}

#[divan::bench(sample_count = 5)]
fn load(bencher: Bencher<'_, '_>) {
    let folder =
        folder().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/models"));
    bencher.bench(|| Network::from_directory(black_box(&folder)));
}

#[divan::bench(args = CORES, sample_count = 10)]
fn read_sentences(bencher: Bencher<'_, '_>, cores: usize) {
    let network = network().on_cores(cores);
    bencher.bench(|| network.read(black_box(&[SENTENCE; TEXTS]), &|_| true));
}

#[divan::bench(args = CORES, sample_count = 10)]
fn judge_pairs(bencher: Bencher<'_, '_>, cores: usize) {
    let network = network().on_cores(cores);
    // Each pair takes a pass in either direction.
    bencher.bench(|| network.judge(black_box(&[PAIR; TEXTS / 2]), &|_| true));
}

//! Sentences through the network: one pass each.

use std::sync::Arc;

use rten::ThreadPool;
use rten_tensor::Tensor;

use super::batches::Cores;
use super::decode::{Scores, decode};
use super::error::NetworkError;
use super::files::File;
use super::graph::{Graph, Input, Output};
use super::network::{MOST_PIECES, Parts, WIDTH, table};
use super::shape;
use super::wordpiece::Tokens;
use crate::model::{PartOfSpeech, Reading, Relation};

/// Tags of names and of attributions: outside, and the beginning and inside of each label.
const NAME_TAGS: usize = 9;
const ATTRIBUTION_TAGS: usize = 7;

/// Tried with the last of all shapes.
pub(super) fn load(file: File) -> Result<Graph, NetworkError> {
    let trial = vec![
        Input::Real(Tensor::full(&[1, 2, WIDTH], 0.5)),
        Input::Real(Tensor::full(&[1, 2], 1.0)),
        Input::Whole(Tensor::from_data(&[1, 2], vec![0, shape::COUNT - 1])),
    ];
    let outputs: [(&str, &[usize]); 6] = [
        ("vector", &[1, WIDTH]),
        ("names", &[1, 2, NAME_TAGS]),
        ("parts", &[1, 2, PartOfSpeech::ALL.len()]),
        ("relations", &[1, 2, Relation::ALL.len()]),
        ("arcs", &[1, 2, 2]),
        ("attribution", &[1, 2, ATTRIBUTION_TAGS]),
    ];
    Graph::load(file, &["embedded", "mask", "shapes"], &outputs, trial)
}

pub(super) fn read(
    parts: &Parts,
    cores: &Cores,
    sentences: &[&str],
    proceed: &dyn Fn(f32) -> bool,
) -> Option<Vec<Reading>> {
    let tokens: Vec<Tokens> = (sentences.iter())
        .map(|sentence| parts.pieces.split(sentence))
        .collect();
    let rows: Vec<Vec<i32>> = tokens.iter().map(|tokens| row(parts, tokens)).collect();
    let lengths: Vec<usize> = rows.iter().map(Vec::len).collect();
    let work = |batch: &[usize], core: &Arc<ThreadPool>| {
        let texts: Vec<Text<'_>> = (batch.iter())
            .map(|&index| Text {
                sentence: sentences[index],
                tokens: &tokens[index],
                row: &rows[index],
            })
            .collect();
        read_batch(parts, &texts, core)
    };
    let batches = cores.plan(&lengths);
    cores.spread(&batches, work, proceed)
}

/// One sentence on its way through the network.
struct Text<'a> {
    sentence: &'a str,
    tokens: &'a Tokens,
    /// The pieces that are read, with the special ones.
    row: &'a [i32],
}

/// The pieces between the special ones, cut where there are too many.
fn row(parts: &Parts, tokens: &Tokens) -> Vec<i32> {
    let special = parts.pieces.special;
    let pieces = tokens.pieces.iter().map(|piece| piece.number);
    let mut row = vec![special.begin];
    row.extend(pieces.take(MOST_PIECES - 2));
    row.push(special.end);
    row
}

fn read_batch(parts: &Parts, texts: &[Text<'_>], core: &Arc<ThreadPool>) -> Vec<Reading> {
    let rows: Vec<&[i32]> = texts.iter().map(|text| text.row).collect();
    let (embedded, mask) = parts.embedded(&rows, |_, _| 0, core);
    let shapes = table(embedded.rows(), embedded.width(), |row, place| {
        match (texts.get(row), place.checked_sub(1)) {
            (Some(text), Some(piece)) if place + 1 < text.row.len() => {
                text.tokens.pieces[piece].shape
            }
            _ => shape::NONE,
        }
    });
    let inputs = vec![
        Input::Shared(embedded.view()),
        Input::Real(mask),
        Input::Whole(shapes),
    ];
    let outputs: [Output; 6] = parts.sentence.run(inputs, core);
    let [vectors, ..] = &outputs;
    (texts.iter().enumerate())
        .map(|(row, text)| {
            let scores = Sentence {
                outputs: &outputs,
                row,
            };
            let kept = text.row.len() - 2;
            Reading {
                vector: vectors.row(row).to_vec(),
                ..decode(text.sentence, text.tokens, kept, &scores)
            }
        })
        .collect()
}

/// The outputs for one sentence of a batch.
struct Sentence<'a> {
    /// In the order of the names at loading.
    outputs: &'a [Output; 6],
    row: usize,
}

impl Scores for Sentence<'_> {
    fn names(&self, token: usize) -> &[f32] {
        self.outputs[1].token(self.row, token)
    }

    fn parts(&self, token: usize) -> &[f32] {
        self.outputs[2].token(self.row, token)
    }

    fn relations(&self, token: usize) -> &[f32] {
        self.outputs[3].token(self.row, token)
    }

    fn arcs(&self, token: usize) -> &[f32] {
        self.outputs[4].token(self.row, token)
    }

    fn attribution(&self, token: usize) -> &[f32] {
        self.outputs[5].token(self.row, token)
    }
}

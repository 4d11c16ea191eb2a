//! Pairs of statements through the network: one pass in each direction.

use std::sync::Arc;

use rten::ThreadPool;
use rten_tensor::Tensor;

use super::batches::Cores;
use super::calibration::{Temperatures, softmax};
use super::error::NetworkError;
use super::files::File;
use super::graph::{Graph, Input, Output};
use super::network::{MOST_PIECES, Parts, WIDTH, table};
use crate::model::{Inference, Judgement, Kind, Verdict};

pub(super) fn load(file: File) -> Result<Graph, NetworkError> {
    let trial = vec![
        Input::Real(Tensor::full(&[1, 2, WIDTH], 0.5)),
        Input::Real(Tensor::full(&[1, 2], 1.0)),
        Input::Real(Tensor::from_data(&[1, 2], vec![0.0, 1.0])),
    ];
    let outputs: [(&str, &[usize]); 3] = [
        ("label", &[1, Inference::ALL.len()]),
        ("verdict", &[1, Verdict::ALL.len()]),
        ("kind", &[1, Kind::ALL.len()]),
    ];
    Graph::load(file, &["embedded", "mask", "segments"], &outputs, trial)
}

pub(super) fn judge(
    parts: &Parts,
    cores: &Cores,
    pairs: &[(&str, &str)],
    proceed: &dyn Fn(f32) -> bool,
) -> Option<Vec<Judgement>> {
    let numbers = |text: &str| -> Vec<i32> {
        let tokens = parts.pieces.split(text);
        tokens.pieces.iter().map(|piece| piece.number).collect()
    };
    // Both directions of a pair stand beside each other.
    let rows: Vec<Row> = (pairs.iter())
        .flat_map(|(first, second)| {
            let (first, second) = (numbers(first), numbers(second));
            [row(parts, &first, &second), row(parts, &second, &first)]
        })
        .collect();
    let lengths: Vec<usize> = rows.iter().map(|row| row.tokens.len()).collect();
    let work = |batch: &[usize], core: &Arc<ThreadPool>| {
        let rows: Vec<&Row> = batch.iter().map(|&index| &rows[index]).collect();
        pass(parts, &rows, core)
    };
    let batches = cores.plan(&lengths);
    let passes = cores.spread(&batches, work, proceed)?;
    let (both, _) = passes.as_chunks::<2>();
    let cut = rows.iter().step_by(2).map(|row| row.cut);
    let judgements = both.iter().zip(cut).map(|([there, back], cut)| Judgement {
        inferences: there.inferences,
        verdicts: mean(there.verdicts, back.verdicts),
        kinds: mean(there.kinds, back.kinds),
        cut,
    });
    Some(judgements.collect())
}

/// Two statements as the network takes them.
struct Row {
    tokens: Vec<i32>,
    /// Where the second begins.
    second: usize,
    cut: bool,
}

/// `[CLS] first [SEP] second [SEP]`; the longer side is cut first where they are too long together.
fn row(parts: &Parts, first: &[i32], second: &[i32]) -> Row {
    let special = parts.pieces.special;
    let room = MOST_PIECES - 3;
    let (a, b) = shares(first.len(), second.len(), room);
    let mut tokens = vec![special.begin];
    tokens.extend(&first[..a]);
    tokens.push(special.end);
    let begin = tokens.len();
    tokens.extend(&second[..b]);
    tokens.push(special.end);
    Row {
        tokens,
        second: begin,
        cut: a + b < first.len() + second.len(),
    }
}

/// How many pieces of each side are kept: the longer loses one after the other, the first of two as long.
fn shares(first: usize, second: usize, room: usize) -> (usize, usize) {
    if first + second <= room {
        (first, second)
    } else if second <= room / 2 {
        (room - second, second)
    } else if first <= room / 2 {
        (first, room - first)
    } else {
        (room / 2, room - room / 2)
    }
}

/// The probabilities of one direction.
struct Pass {
    inferences: [f32; 3],
    verdicts: [f32; 6],
    kinds: [f32; 10],
}

fn pass(parts: &Parts, rows: &[&Row], core: &Arc<ThreadPool>) -> Vec<Pass> {
    let tokens: Vec<&[i32]> = rows.iter().map(|row| row.tokens.as_slice()).collect();
    let is_second = |row: usize, place: usize| {
        let row = rows.get(row);
        row.is_some_and(|row| (row.second..row.tokens.len()).contains(&place))
    };
    let (embedded, mask) =
        parts.embedded(&tokens, |row, place| i32::from(is_second(row, place)), core);
    let segments = table(embedded.rows(), embedded.width(), |row, place| {
        f32::from(u8::from(is_second(row, place)))
    });
    let inputs = vec![
        Input::Shared(embedded.view()),
        Input::Real(mask),
        Input::Real(segments),
    ];
    let [inferences, verdicts, kinds]: [Output; 3] = parts.pair.run(inputs, core);
    let Temperatures {
        label,
        verdict,
        kind,
    } = parts.calibration.temperature;
    (0..rows.len())
        .map(|row| Pass {
            inferences: softmax(inferences.row(row), label),
            verdicts: softmax(verdicts.row(row), verdict),
            kinds: softmax(kinds.row(row), kind),
        })
        .collect()
}

fn mean<const N: usize>(a: [f32; N], b: [f32; N]) -> [f32; N] {
    std::array::from_fn(|place| f32::midpoint(a[place], b[place]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::shares;

    #[test]
    fn the_longer_side_is_cut_first() {
        assert_eq!(shares(3, 4, 10), (3, 4));
        assert_eq!(shares(30, 4, 10), (6, 4));
        assert_eq!(shares(4, 30, 11), (4, 7));
        assert_eq!(shares(30, 30, 11), (5, 6));
    }

    proptest! {
        /// As the training cuts: one piece after the other off the longer side.
        #[test]
        fn cutting_at_once_is_cutting_one_by_one(first in 0..40_usize, second in 0..40_usize, room in 1..30_usize) {
            let (mut a, mut b) = (first, second);
            while a + b > room {
                if a >= b { a -= 1 } else { b -= 1 }
            }
            prop_assert_eq!(shares(first, second, room), (a, b));
        }
    }
}

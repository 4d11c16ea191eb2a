//! The network as the rest of the program knows it.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use rten::ThreadPool;
use rten_tensor::Tensor;

use super::batches::{Cores, width};
use super::calibration::Calibration;
use super::error::NetworkError;
use super::files::{File, Files};
use super::graph::{Graph, Input, Output};
use super::wordpiece::Pieces;
use super::{pairs, sentences};
use crate::model::{Judgement, Reading};

/// Numbers by which a token is described inside the network.
pub(super) const WIDTH: usize = 384;

/// Of a text alone the runtime takes the mean in another order than of one among others, and it comes out otherwise in
/// the last place.
const FEWEST_ROWS: usize = 2;

/// Word pieces of a text with the special ones; what goes beyond is cut.
pub(super) const MOST_PIECES: usize = 256;

/// Where the last of these stands.
const LAST_PLACE: i32 = 255;

/// The weights, loaded once; cheap to clone, and of use to many threads at once.
#[derive(Clone)]
pub struct Network {
    parts: Arc<Parts>,
    cores: Arc<Cores>,
}

/// What a network is made of.
pub(super) struct Parts {
    pub pieces: Pieces,
    /// Tokens to what both trunks begin with.
    pub words: Graph,
    pub sentence: Graph,
    pub pair: Graph,
    pub calibration: Calibration,
}

impl Network {
    /// The network inside the program, loaded on the first call.
    pub fn shipped() -> Result<&'static Self, &'static NetworkError> {
        static SHIPPED: OnceLock<Result<Network, NetworkError>> = OnceLock::new();
        SHIPPED
            .get_or_init(|| Self::load(Files::shipped()))
            .as_ref()
    }

    /// A network from a folder that holds the same files as `assets/models`.
    pub fn from_directory(folder: &Path) -> Result<Self, NetworkError> {
        Self::load(Files::read(folder)?)
    }

    fn load(files: Files) -> Result<Self, NetworkError> {
        let calibration = Calibration::parse(&files.calibration)?;
        let pieces = Pieces::parse(&files.tokenizer)?;
        let words = words(files.words, &pieces)?;
        let parts = Parts {
            words,
            sentence: sentences::load(files.sentence)?,
            pair: pairs::load(files.pair)?,
            pieces,
            calibration,
        };
        Ok(Self {
            parts: Arc::new(parts),
            cores: Arc::new(Cores::all()),
        })
    }

    /// The same network at work on so many cores; at first it takes all that there are.
    #[must_use]
    pub fn on_cores(&self, count: usize) -> Self {
        Self {
            parts: Arc::clone(&self.parts),
            cores: Arc::new(Cores::new(count)),
        }
    }

    /// Reads sentences, each by itself; the readings come in the same order.
    ///
    /// `proceed` is told what share is done and asked whether to go on; nothing comes back where it says no.
    pub fn read(&self, sentences: &[&str], proceed: &dyn Fn(f32) -> bool) -> Option<Vec<Reading>> {
        sentences::read(&self.parts, &self.cores, sentences, proceed)
    }

    /// Judges pairs of statements; the judgements come in the same order.
    ///
    /// `proceed` is told what share is done and asked whether to go on; nothing comes back where it says no.
    pub fn judge(
        &self,
        pairs: &[(&str, &str)],
        proceed: &dyn Fn(f32) -> bool,
    ) -> Option<Vec<Judgement>> {
        pairs::judge(&self.parts, &self.cores, pairs, proceed)
    }
}

/// Tried with the last of all pieces, places and sides, so that every number that comes is in its tables.
fn words(file: File, pieces: &Pieces) -> Result<Graph, NetworkError> {
    let trial = vec![
        Input::Whole(Tensor::from_data(&[1, 2], vec![0, pieces.count - 1])),
        Input::Whole(Tensor::from_data(&[2], vec![0, LAST_PLACE])),
        Input::Whole(Tensor::from_data(&[1, 2], vec![0, 1])),
    ];
    Graph::load(
        file,
        &["tokens", "positions", "segments"],
        &[("embedded", &[1, 2, WIDTH])],
        trial,
    )
}

impl Parts {
    /// Tokens in `rows`, filled up to one width, as both trunks begin with them, and the mask that tells which count.
    ///
    /// There are at least [`FEWEST_ROWS`] of them: a row that stands for no text is added where there are fewer.
    pub fn embedded(
        &self,
        rows: &[&[i32]],
        segments: impl Fn(usize, usize) -> i32,
        core: &Arc<ThreadPool>,
    ) -> (Output, Tensor<f32>) {
        let count = rows.len().max(FEWEST_ROWS);
        let width = rows
            .iter()
            .map(|row| width(row.len()))
            .max()
            .unwrap_or_default();
        let padding = self.pieces.special.padding;
        let token = |row: usize, place: usize| rows.get(row)?.get(place).copied();
        let inputs = vec![
            Input::Whole(table(count, width, |row, place| {
                token(row, place).unwrap_or(padding)
            })),
            Input::Whole(Tensor::from_data(
                &[width],
                (0..).take(width).collect::<Vec<i32>>(),
            )),
            Input::Whole(table(count, width, segments)),
        ];
        let mask = table(count, width, |row, place| {
            f32::from(u8::from(token(row, place).is_some()))
        });
        let [embedded] = self.words.run(inputs, core);
        (embedded, mask)
    }
}

/// A table of `rows` by `width`.
pub(super) fn table<T>(rows: usize, width: usize, value: impl Fn(usize, usize) -> T) -> Tensor<T> {
    let mut numbers = Vec::with_capacity(rows * width);
    for row in 0..rows {
        numbers.extend((0..width).map(|place| value(row, place)));
    }
    Tensor::from_data(&[rows, width], numbers)
}

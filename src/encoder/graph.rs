//! One part of the network, as the runtime runs it.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{Tensor, TensorView};

use super::error::{NetworkError, Problem};
use super::files::File;

/// Tables of numbers in, tables of numbers out, by the order of the names given at loading.
pub(super) struct Graph {
    model: Model,
    inputs: Vec<NodeId>,
    outputs: Vec<NodeId>,
}

/// A table that goes in.
pub(super) enum Input<'a> {
    Whole(Tensor<i32>),
    Real(Tensor<f32>),
    Shared(TensorView<'a, f32>),
}

/// A table that came out: its first dimensions are those of the batch.
pub(super) struct Output {
    shape: Vec<usize>,
    numbers: Vec<f32>,
}

impl Graph {
    /// Loads a part and runs it once on `trial`, so that what does not fit is found before it is needed.
    ///
    /// `expected` are the dimensions of each output of the trial.
    pub fn load(
        file: File,
        inputs: &[&str],
        outputs: &[(&str, &[usize])],
        trial: Vec<Input<'_>>,
    ) -> Result<Self, NetworkError> {
        let name = file.name.clone();
        let error = |problem| NetworkError::new(name.as_str(), problem);
        // What a damaged file makes the runtime do is not written anywhere, and it must not end the program.
        let loaded = catch_unwind(AssertUnwindSafe(|| {
            let model = open(file.bytes).ok_or_else(|| error(Problem::Damaged))?;
            let node = |name: &str| model.find_node(name).ok_or_else(|| error(Problem::Foreign));
            let graph = Self {
                inputs: inputs
                    .iter()
                    .map(|input| node(input))
                    .collect::<Result<_, _>>()?,
                outputs: outputs
                    .iter()
                    .map(|(output, _)| node(output))
                    .collect::<Result<_, _>>()?,
                model,
            };
            let tried = graph
                .try_run(trial, None)
                .ok_or_else(|| error(Problem::Foreign))?;
            for (output, (_, shape)) in tried.iter().zip(outputs) {
                if output.shape != *shape {
                    return Err(error(Problem::Foreign));
                }
                if !output.numbers.iter().all(|number| number.is_finite()) {
                    return Err(error(Problem::Damaged));
                }
            }
            Ok(graph)
        }));
        loaded.unwrap_or_else(|_| Err(error(Problem::Damaged)))
    }

    /// Runs the part on one batch.
    ///
    /// # Panics
    /// If the batch is of another form than the one that the part was tried with at loading.
    pub fn run<const N: usize>(
        &self,
        inputs: Vec<Input<'_>>,
        core: &Arc<ThreadPool>,
    ) -> [Output; N] {
        self.try_run(inputs, Some(core))
            .and_then(|outputs| outputs.try_into().ok())
            .expect("a part of the network that was tried at loading runs on every batch")
    }

    fn try_run(
        &self,
        inputs: Vec<Input<'_>>,
        core: Option<&Arc<ThreadPool>>,
    ) -> Option<Vec<Output>> {
        let inputs = inputs.into_iter().map(|input| match input {
            Input::Whole(table) => ValueOrView::from(table),
            Input::Real(table) => table.into(),
            Input::Shared(table) => table.into(),
        });
        let inputs = self.inputs.iter().copied().zip(inputs).collect();
        let options = RunOptions::default().with_thread_pool(core.cloned());
        match self.model.run(inputs, &self.outputs, Some(options)) {
            Ok(values) => values
                .into_iter()
                .map(|value| Tensor::<f32>::try_from(value).ok().map(Output::new))
                .collect(),
            Err(error) => {
                log::warn!("the network did not run: {error}");
                None
            }
        }
    }
}

fn open(bytes: Cow<'static, [u8]>) -> Option<Model> {
    let mut options = ModelOptions::with_all_ops();
    options.prepack_weights(true);
    let loaded = match bytes {
        Cow::Borrowed(bytes) => options.load_static_slice(bytes),
        Cow::Owned(bytes) => options.load(bytes),
    };
    loaded
        .inspect_err(|error| log::warn!("the network did not load: {error}"))
        .ok()
}

impl Output {
    fn new(table: Tensor<f32>) -> Self {
        Self {
            shape: table.shape().to_vec(),
            numbers: table.into_data(),
        }
    }

    /// The table again, to go into another part.
    pub fn view(&self) -> TensorView<'_, f32> {
        TensorView::from_data(self.shape.as_slice(), self.numbers.as_slice())
    }

    /// How many texts there are.
    pub fn rows(&self) -> usize {
        self.shape[0]
    }

    /// How many tokens each text has, filled up.
    pub fn width(&self) -> usize {
        self.shape[1]
    }

    /// The numbers of one text.
    pub fn row(&self, row: usize) -> &[f32] {
        let width: usize = self.shape.iter().skip(1).product();
        &self.numbers[row * width..(row + 1) * width]
    }

    /// The numbers of one token of one text.
    pub fn token(&self, row: usize, token: usize) -> &[f32] {
        let width: usize = self.shape.iter().skip(2).product();
        &self.row(row)[token * width..(token + 1) * width]
    }
}

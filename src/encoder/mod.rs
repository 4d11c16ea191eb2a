//! The network that ships with the program: two small transformers over one table of word pieces.
//!
//! One reads sentences: a vector for what each means, names, grammar, attributions. The other judges pairs of
//! statements. Both run on the processor, and what they say of a text depends on that text alone: not on what else
//! is in the batch, nor on how many cores there are.

mod batches;
mod calibration;
mod characters;
mod decode;
mod error;
mod files;
mod graph;
mod labels;
mod network;
mod pairs;
mod parts;
mod sentences;
mod shape;
mod wordpiece;

pub use error::NetworkError;
pub use network::Network;
pub use parts::{Part, parts};

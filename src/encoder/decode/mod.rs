//! Scores of tokens to words, names, grammar and attributions.

mod spans;
mod tree;
mod words;

pub(super) use words::{Scores, decode};

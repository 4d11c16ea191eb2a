//! What phrases mean, as the network's vectors have it.

use std::collections::HashMap;

/// Vectors of phrases, each of length one. Empty where there is no network.
#[derive(Clone, Debug, Default)]
pub struct Meanings(pub HashMap<String, Vec<f32>>);

impl Meanings {
    /// Whether there was no network to ask.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How like two phrases are in meaning; nothing where one was not read.
    pub fn likeness(&self, a: &str, b: &str) -> Option<f32> {
        let (a, b) = (self.0.get(a)?, self.0.get(b)?);
        Some(a.iter().zip(b).map(|(a, b)| a * b).sum())
    }

    /// The greatest likeness of a phrase to any of several; nothing where none was read.
    pub fn likest<'a>(
        &self,
        phrase: &str,
        others: impl IntoIterator<Item = &'a String>,
    ) -> Option<f32> {
        let likenesses = others
            .into_iter()
            .filter_map(|other| self.likeness(phrase, other));
        likenesses.reduce(f32::max)
    }
}

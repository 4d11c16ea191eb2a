//! What names and descriptions mean, as the network's vectors have it: "the former Soviet state" lies near "Turkmenistan".

use std::collections::{BTreeSet, HashMap};

use super::mentions::Candidate;
use crate::encoder::Network;

/// Vectors of phrases, each of length one. Empty where there is no network.
#[derive(Clone, Debug, Default)]
pub struct Meanings(HashMap<String, Vec<f32>>);

impl Meanings {
    /// Of all candidates' phrases. `proceed` is told what share is done and asked whether to go on; nothing comes back
    /// where it says no.
    pub fn read(
        candidates: &[Vec<Candidate>],
        network: &Network,
        proceed: &dyn Fn(f32) -> bool,
    ) -> Option<Self> {
        let phrases: BTreeSet<String> = (candidates.iter().flatten())
            .filter_map(Candidate::phrase)
            .collect();
        let texts: Vec<&str> = phrases.iter().map(String::as_str).collect();
        let readings = network.read(&texts, proceed)?;
        let vectors = readings.into_iter().map(|reading| reading.vector);
        Some(Self(phrases.iter().cloned().zip(vectors).collect()))
    }

    /// How like two phrases are in meaning; nothing where one was not read.
    pub fn likeness(&self, a: &str, b: &str) -> Option<f32> {
        let (a, b) = (self.0.get(a)?, self.0.get(b)?);
        Some(a.iter().zip(b).map(|(a, b)| a * b).sum())
    }
}

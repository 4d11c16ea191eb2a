//! What names and descriptions mean: "the former Soviet state" lies near "Turkmenistan".

use std::collections::BTreeSet;

use super::mentions::Candidate;
use crate::encoder::Network;
pub use crate::model::Meanings;

impl Meanings {
    /// Of all candidates' phrases; those that were read `before` are not read again. `proceed` is told what share is
    /// done and asked whether to go on; nothing comes back where it says no.
    pub fn read(
        candidates: &[Vec<Candidate>],
        before: &Self,
        network: &Network,
        proceed: &dyn Fn(f32) -> bool,
    ) -> Option<Self> {
        let phrases: BTreeSet<String> = (candidates.iter().flatten())
            .filter_map(Candidate::phrase)
            .collect();
        let (known, new): (Vec<String>, Vec<String>) = phrases
            .into_iter()
            .partition(|phrase| before.0.contains_key(phrase));
        let texts: Vec<&str> = new.iter().map(String::as_str).collect();
        let readings = network.read(&texts, proceed)?;
        let taken_over = known.into_iter().map(|phrase| {
            let vector = before.0[&phrase].clone();
            (phrase, vector)
        });
        let vectors = readings.into_iter().map(|reading| reading.vector);
        Some(Self(
            taken_over.chain(new.into_iter().zip(vectors)).collect(),
        ))
    }
}

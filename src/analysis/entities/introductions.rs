//! Names for those whom an article describes before it names them: "A woman was killed … Ruth Calder, 59, was crossing".

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::across::only_holder;
use super::chain::Chain;
use super::counterparts::{self, Features, Place};
use crate::analysis::meanings::Meanings;
use crate::model::DocumentAnalysis;

/// Most described ones of an article that a name is looked for, and most names that are held against each: those spoken
/// of most.
const MOST: usize = 40;

/// Told of every description and every name that may be meant, as groups, and what speaks for it.
pub(super) type Note<'a> = &'a mut dyn FnMut([usize; 2], &Features);

/// The described ones of an article, each with the one whose name the article gives later.
pub(super) fn find(
    groups: &BTreeMap<usize, Chain>,
    documents: &[DocumentAnalysis],
    meanings: &Meanings,
    note: Note<'_>,
) -> Vec<(usize, usize)> {
    let (named, unnamed): (Vec<_>, Vec<_>) = (groups.iter())
        .filter(|(_, chain)| !chain.is_demonym())
        .partition(|(_, chain)| chain.proper);
    let (named, unnamed) = (most_spoken_of(named), most_spoken_of(unnamed));
    let mut found = Vec::new();
    for (described, chain) in unnamed {
        let Some(description) = chain
            .description
            .as_ref()
            .filter(|_| chain.names.is_empty())
        else {
            continue;
        };
        let only_holder = only_holder(&description.role(), groups);
        let mut best: Option<(f32, usize)> = None;
        for &(name, other) in &named {
            if other.sentences.first() < chain.sentences.first() || other.rules_out(chain.kind()) {
                continue;
            }
            let holds = only_holder == Some(name);
            let Some(features) = counterparts::features(chain, other, holds, documents, meanings)
            else {
                continue;
            };
            note([described, name], &features);
            if let Some(odds) = counterparts::odds(&features, Place::Within, meanings)
                && best.is_none_or(|(most, _)| odds > most)
            {
                best = Some((odds, name));
            }
        }
        found.extend(best.map(|(_, name)| (described, name)));
    }
    found
}

fn most_spoken_of<'a>(mut chains: Vec<(&usize, &'a Chain)>) -> Vec<(usize, &'a Chain)> {
    chains.sort_by_key(|(group, chain)| (Reverse(chain.sentences.len()), **group));
    chains.truncate(MOST);
    chains
        .into_iter()
        .map(|(&group, chain)| (group, chain))
        .collect()
}

//! What linking has to decide in articles, with all that is held for and against each answer: for fitting its models.

use std::collections::BTreeMap;

use super::groups::Groups;
use super::{across, document};
use crate::analysis::meanings::Meanings;
use crate::analysis::mentions::Candidate;
use crate::model::{DocumentAnalysis, DocumentId};
use crate::text::Span;

/// Where something is mentioned.
pub type Place = (DocumentId, Span);

/// What a description of an article could refer to.
pub struct Question {
    pub description: Place,
    /// For each chain before it, what is held for and against it, and its mentions.
    pub options: Vec<(Vec<f32>, Vec<Place>)>,
}

/// Whether a description and a chain of another article are one.
pub struct Counterpart {
    pub features: Vec<f32>,
    pub mentions: [Vec<Place>; 2],
}

/// The questions that some articles ask, first within and then across them.
pub fn of(
    documents: &[DocumentAnalysis],
    candidates: &[Vec<Candidate>],
    meanings: &Meanings,
) -> (Vec<Question>, Vec<Counterpart>) {
    let mut questions = Vec::new();
    let mut chains = Vec::new();
    let mut mentions: Vec<Vec<Place>> = Vec::new();
    for (number, (document, candidates)) in documents.iter().zip(candidates).enumerate() {
        let place = |index: usize| (DocumentId(number), candidates[index].span);
        let mut asked: BTreeMap<usize, Question> = BTreeMap::new();
        let mut note = |index: usize, features: &[f32], chain: &[usize]| {
            let question = asked.entry(index).or_insert_with(|| Question {
                description: place(index),
                options: Vec::new(),
            });
            let chain = chain.iter().map(|&index| place(index)).collect();
            question.options.push((features.to_vec(), chain));
        };
        let chained = document::read(number, document, candidates, meanings, Some(&mut note));
        questions.extend(asked.into_values());
        let first = chains.len();
        chains.extend(chained.chains);
        mentions.resize(chains.len(), Vec::new());
        for (index, chain) in chained.chain_of.iter().enumerate() {
            if let Some(chain) = chain {
                mentions[first + chain].push(place(index));
            }
        }
    }
    let mut counterparts = Vec::new();
    let mut note = |groups: &Groups, pair: [usize; 2], features: &[f32]| {
        let of_group = |group: usize| {
            let members = (0..chains.len()).filter(|&chain| groups.of(chain) == group);
            members.flat_map(|chain| mentions[chain].clone()).collect()
        };
        counterparts.push(Counterpart {
            features: features.to_vec(),
            mentions: pair.map(of_group),
        });
    };
    across::link(&chains, documents, meanings, Some(&mut note));
    (questions, counterparts)
}

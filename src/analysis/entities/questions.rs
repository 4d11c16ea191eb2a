//! What linking has to decide in articles, with all that is held for and against each answer: for fitting its models.

use std::collections::BTreeMap;

use super::document::Notes;
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

/// Whether a description and another chain are one.
pub struct Counterpart {
    pub features: Vec<f32>,
    pub mentions: [Vec<Place>; 2],
}

/// The questions that some articles ask.
#[derive(Default)]
pub struct Questions {
    /// What descriptions refer to.
    pub antecedents: Vec<Question>,
    /// Who of an article is described before the name is told.
    pub introductions: Vec<Counterpart>,
    /// Who of several articles is described in one of them.
    pub counterparts: Vec<Counterpart>,
}

/// Notes the questions of one article.
struct Noted<'a> {
    number: usize,
    candidates: &'a [Candidate],
    antecedents: BTreeMap<usize, Question>,
    introductions: Vec<Counterpart>,
}

impl Noted<'_> {
    fn place(&self, index: usize) -> Place {
        (DocumentId(self.number), self.candidates[index].span)
    }
}

impl Notes for Noted<'_> {
    fn antecedent(&mut self, description: usize, features: &[f32], chain: &[usize]) {
        let place = self.place(description);
        let chain = chain.iter().map(|&index| self.place(index)).collect();
        let question = (self.antecedents)
            .entry(description)
            .or_insert_with(|| Question {
                description: place,
                options: Vec::new(),
            });
        question.options.push((features.to_vec(), chain));
    }

    fn introduction(&mut self, features: &[f32], candidates: [Vec<usize>; 2]) {
        let mentions = candidates
            .map(|candidates| candidates.iter().map(|&index| self.place(index)).collect());
        self.introductions.push(Counterpart {
            features: features.to_vec(),
            mentions,
        });
    }
}

/// The questions that some articles ask, first within and then across them.
pub fn of(
    documents: &[DocumentAnalysis],
    candidates: &[Vec<Candidate>],
    meanings: &Meanings,
) -> Questions {
    let mut questions = Questions::default();
    let mut chains = Vec::new();
    let mut mentions: Vec<Vec<Place>> = Vec::new();
    for (number, candidates) in candidates.iter().enumerate() {
        let mut noted = Noted {
            number,
            candidates,
            antecedents: BTreeMap::new(),
            introductions: Vec::new(),
        };
        let chained = document::read(number, documents, candidates, meanings, Some(&mut noted));
        let first = chains.len();
        chains.extend(chained.chains);
        mentions.resize(chains.len(), Vec::new());
        for (index, chain) in chained.chain_of.iter().enumerate() {
            if let Some(chain) = chain {
                mentions[first + chain].push(noted.place(index));
            }
        }
        questions
            .antecedents
            .extend(noted.antecedents.into_values());
        questions.introductions.extend(noted.introductions);
    }
    let mut note = |groups: &Groups, pair: [usize; 2], features: &[f32]| {
        let of_group = |group: usize| {
            let members = (0..chains.len()).filter(|&chain| groups.of(chain) == group);
            members.flat_map(|chain| mentions[chain].clone()).collect()
        };
        questions.counterparts.push(Counterpart {
            features: features.to_vec(),
            mentions: pair.map(of_group),
        });
    };
    across::link(&chains, documents, meanings, Some(&mut note));
    questions
}

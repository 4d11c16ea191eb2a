//! Two sentences that meet: all candidates that have a statement in each.

use std::collections::BTreeMap;

use super::agreement;
use super::candidates::Candidate;
use crate::model::{Analysis, DocumentId};

/// Two sentences of different documents with candidates in them.
#[derive(Clone, Debug)]
pub struct Encounter {
    /// Document and sentence of either side, in document order.
    pub sentences: [(DocumentId, usize); 2],
    /// The candidates with a statement in each, by place among all; the best first, and at least one.
    pub candidates: Vec<usize>,
    /// Place among the encounters of the same two documents, the nearest first.
    pub place: usize,
    /// How likely both say the same, 0 to 1.
    pub agreement: f32,
}

impl Encounter {
    /// The words of both sentences.
    pub fn words<'a>(&self, analysis: &'a Analysis) -> [&'a str; 2] {
        self.sentences.map(|(document, sentence)| {
            let span = analysis.segments(document).sentences[sentence].span;
            analysis.document(document).text.slice(span)
        })
    }
}

/// The encounters of all candidates, in document order.
pub fn find(analysis: &Analysis, candidates: &[Candidate]) -> Vec<Encounter> {
    let mut by_sentences: BTreeMap<[(DocumentId, usize); 2], Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let sentences = candidate.sides.map(|side| {
            let statement = analysis.statement(side);
            (statement.document, statement.sentence)
        });
        by_sentences.entry(sentences).or_default().push(index);
    }
    let mut encounters: Vec<Encounter> = by_sentences
        .into_iter()
        .map(|(sentences, mut own)| {
            own.sort_by(|&a, &b| candidates[b].score.total_cmp(&candidates[a].score));
            Encounter {
                sentences,
                candidates: own,
                place: 0,
                agreement: 0.0,
            }
        })
        .collect();
    rank(&mut encounters, candidates);
    for encounter in &mut encounters {
        encounter.agreement = agreement::chance(analysis, encounter, candidates);
    }
    encounters
}

/// Fills in the places among the encounters of two documents.
fn rank(encounters: &mut [Encounter], candidates: &[Candidate]) {
    let documents = |encounter: &Encounter| encounter.sentences.map(|(document, _)| document);
    let nearness = |encounter: &Encounter| {
        let evidence = &candidates[encounter.candidates[0]].evidence;
        evidence.sentence + 0.03 * evidence.shared_weight.min(10.0)
    };
    let mut order: Vec<usize> = (0..encounters.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&encounters[a], &encounters[b]);
        (documents(a).cmp(&documents(b)))
            .then(nearness(b).total_cmp(&nearness(a)))
            .then(a.sentences.cmp(&b.sentences))
    });
    let mut place = 0;
    for at in 0..order.len() {
        let same =
            at > 0 && documents(&encounters[order[at]]) == documents(&encounters[order[at - 1]]);
        place = if same { place + 1 } else { 0 };
        let encounter = &mut encounters[order[at]];
        encounter.place = place;
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::alignment::align;
    use crate::analysis::fixture::analyzed;

    #[test]
    fn sentences_that_share_what_is_rare_come_first() {
        let analysis = analyzed(
            "== Sentinel\nThe ferry hit the pier in Norwick. The harbor office closed early.\n\n\
             == Record\nThe harbor was quiet. A ferry hit a pier in Norwick on Monday.",
        );
        let encounters = align(&analysis).encounters;
        let first = encounters
            .iter()
            .find(|encounter| encounter.place == 0)
            .unwrap();
        assert_eq!(first.sentences.map(|(_, sentence)| sentence), [0, 1]);
    }
}

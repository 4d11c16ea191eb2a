//! The likeliest partners of each statement, through an inverted index.

use super::evidence::Evidence;
use super::profile::Profiles;
use crate::model::{Analysis, DocumentId, Statement, StatementId};

/// How many partners of one statement are looked at in each other document.
const PARTNERS: usize = 12;
/// How many partners of one statement are looked at in its own document.
const PARTNERS_WITHIN: usize = 3;
/// Terms that more statements hold than this do not lead to partners.
const COMMONEST: usize = 400;
/// Statements of all documents beyond which the rest is not compared.
pub const MOST_STATEMENTS: usize = 60_000;
/// Likeness below which two statements are not looked at.
const LEAST_LIKENESS: f32 = 0.08;

/// Two statements that may speak of the same thing.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// In document order.
    pub sides: [StatementId; 2],
    pub score: f32,
    /// Place among the partners of each side, 0 for the best.
    pub ranks: [usize; 2],
    pub evidence: Evidence,
}

impl Candidate {
    /// Whether each is the other's best partner.
    pub fn mutual(&self) -> bool {
        self.ranks == [0, 0]
    }
}

/// Pairs of statements of different documents, in document order of the sides.
pub fn across(analysis: &Analysis, profiles: &Profiles) -> Vec<Candidate> {
    find(analysis, profiles, PARTNERS, |one, other| {
        one.document != other.document
    })
}

/// Pairs of statements of one document, each in a sentence of its own, in the order of the text.
pub fn within(analysis: &Analysis, profiles: &Profiles) -> Vec<Candidate> {
    find(analysis, profiles, PARTNERS_WITHIN, |one, other| {
        one.document == other.document && one.sentence != other.sentence
    })
}

fn find(
    analysis: &Analysis,
    profiles: &Profiles,
    partners: usize,
    comparable: impl Fn(&Statement, &Statement) -> bool,
) -> Vec<Candidate> {
    let pairs = likely_pairs(analysis, profiles, partners, comparable);
    let mut candidates: Vec<Candidate> = pairs
        .into_iter()
        .map(|sides| {
            let evidence = Evidence::of(analysis, profiles, sides);
            Candidate {
                sides,
                score: evidence.score(),
                ranks: [0, 0],
                evidence,
            }
        })
        .collect();
    rank(analysis, &mut candidates);
    candidates
}

fn likely_pairs(
    analysis: &Analysis,
    profiles: &Profiles,
    most: usize,
    comparable: impl Fn(&Statement, &Statement) -> bool,
) -> Vec<[StatementId; 2]> {
    let count = analysis.statements.len().min(MOST_STATEMENTS);
    let mut index: Vec<Vec<usize>> = vec![Vec::new(); profiles.vocabulary().len()];
    for statement in 0..count {
        for term in &profiles.statement(StatementId(statement)).sentence {
            index[term.0 as usize].push(statement);
        }
    }
    let mut pairs = Vec::new();
    let mut weights = vec![0.0f32; count];
    let mut touched = Vec::new();
    for statement in 0..count {
        let own = &analysis.statements[statement];
        let profile = profiles.statement(StatementId(statement));
        for term in &profile.sentence {
            let holders = &index[term.0 as usize];
            if holders.len() > COMMONEST {
                continue;
            }
            let weight = profiles.vocabulary().weight(*term).powi(2);
            for &holder in holders {
                if comparable(own, &analysis.statements[holder]) {
                    if weights[holder] == 0.0 {
                        touched.push(holder);
                    }
                    weights[holder] += weight;
                }
            }
        }
        let mut partners: Vec<(DocumentId, f32, usize)> = touched
            .drain(..)
            .filter_map(|holder| {
                let shared = std::mem::take(&mut weights[holder]);
                let other = profiles.statement(StatementId(holder));
                let likeness = shared / (profile.sentence_mass * other.sentence_mass).sqrt();
                (likeness >= LEAST_LIKENESS).then(|| {
                    let clause = profiles.similarity(&profile.terms, &other.terms);
                    (
                        analysis.statements[holder].document,
                        likeness + clause,
                        holder,
                    )
                })
            })
            .collect();
        partners.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        let mut taken = (DocumentId(usize::MAX), 0);
        for (document, _, holder) in partners {
            if taken.0 != document {
                taken = (document, 0);
            }
            if taken.1 < most {
                taken.1 += 1;
                let (first, second) = (statement.min(holder), statement.max(holder));
                pairs.push([StatementId(first), StatementId(second)]);
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Fills in the place that each candidate has among those of its sides, one other document at a time.
fn rank(analysis: &Analysis, candidates: &mut [Candidate]) {
    for side in 0..2 {
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        let key = |candidate: &Candidate| {
            (
                candidate.sides[side],
                analysis.statement(candidate.sides[1 - side]).document,
            )
        };
        order.sort_by(|&a, &b| {
            let (a, b) = (&candidates[a], &candidates[b]);
            key(a)
                .cmp(&key(b))
                .then(b.score.total_cmp(&a.score))
                .then(a.sides.cmp(&b.sides))
        });
        let mut place = 0;
        for at in 0..order.len() {
            let same = at > 0 && key(&candidates[order[at]]) == key(&candidates[order[at - 1]]);
            place = if same { place + 1 } else { 0 };
            candidates[order[at]].ranks[side] = place;
        }
    }
}

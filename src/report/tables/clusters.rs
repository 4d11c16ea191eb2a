//! Statements of several articles that speak of one thing, brought together from pairs.

use std::collections::BTreeMap;

use crate::model::{Alignment, DocumentId, StatementId, Verdict};
use crate::report::Report;

/// The statements that one row of a table is made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Cluster {
    /// Those of an article in the order in which they came; the first is the one that the row shows.
    pub statements: BTreeMap<DocumentId, Vec<StatementId>>,
    /// Indexes into the report's findings.
    pub findings: Vec<usize>,
    /// Indexes into the analysis' alignments.
    pub alignments: Vec<usize>,
}

/// The clusters, each begun by a finding or by a pair that agrees.
///
/// Pairs are taken in by confidence. No cluster takes in a second statement of an article by way of one that it does not
/// show: that would chain what speaks of different things.
pub(super) fn clusters(report: &Report, wanted: impl Fn(usize) -> bool) -> Vec<Cluster> {
    let analysis = &report.analysis;
    let document = |id: StatementId| analysis.statement(id).document;
    let mut all = Growing::default();
    for (index, finding) in report.findings.iter().enumerate() {
        if wanted(index) {
            let sides = finding.conflict.sides.each_ref();
            let pair = sides.map(|side| Some((side.document, side.statement?)));
            // A passage that was linked by hand may hold no statement that a row could show.
            if let [Some(one), Some(other)] = pair {
                let at = all.take_difference([one, other]);
                all.clusters[at].findings.push(index);
            }
        }
    }
    let mut order: Vec<usize> = (0..analysis.alignments.len()).collect();
    order.sort_by(|a, b| {
        let confidence = |index: &usize| analysis.alignments[*index].confidence;
        (confidence(b).total_cmp(&confidence(a))).then(a.cmp(b))
    });
    for index in order {
        let alignment: &Alignment = &analysis.alignments[index];
        if !matches!(
            alignment.verdict,
            Verdict::Agree | Verdict::Refine | Verdict::Update
        ) {
            continue;
        }
        let pair = alignment.sides.map(|side| (document(side), side));
        if let Some(at) = all.take_agreement(pair) {
            all.clusters[at].alignments.push(index);
        }
    }
    all.clusters
        .retain(|cluster| !cluster.statements.is_empty());
    all.clusters
}

type Placed = (DocumentId, StatementId);

#[derive(Default)]
struct Growing {
    clusters: Vec<Cluster>,
    /// The first cluster that a statement came to.
    of: BTreeMap<StatementId, usize>,
}

impl Growing {
    /// Each difference has a row of its own, unless one of its sides already differs there from somebody else.
    fn take_difference(&mut self, pair: [Placed; 2]) -> usize {
        let [one, other] = pair;
        for (known, new) in [(one, other), (other, one)] {
            if let Some(&at) = self.of.get(&known.1)
                && !self.of.contains_key(&new.1)
                && !self.clusters[at].statements.contains_key(&new.0)
            {
                self.put(at, new);
                return at;
            }
        }
        let at = self.clusters.len();
        self.clusters.push(Cluster::default());
        self.put(at, one);
        self.put(at, other);
        at
    }

    /// The cluster that holds both sides now, if they could be brought together.
    fn take_agreement(&mut self, pair: [Placed; 2]) -> Option<usize> {
        let [one, other] = pair;
        match pair.map(|(_, id)| self.of.get(&id).copied()) {
            [None, None] => {
                let at = self.clusters.len();
                self.clusters.push(Cluster::default());
                self.put(at, one);
                self.put(at, other);
                Some(at)
            }
            [Some(at), None] => self.join(at, one, other),
            [None, Some(at)] => self.join(at, other, one),
            [Some(one), Some(other)] if one == other => Some(one),
            [Some(one), Some(other)] => self.merge(one.min(other), one.max(other)),
        }
    }

    /// A second passage of an article says the thing again only where it agrees with one that the row shows.
    fn join(&mut self, at: usize, known: Placed, new: Placed) -> Option<usize> {
        let of_article = |document: &DocumentId| self.clusters[at].statements.get(document);
        let shown = of_article(&known.0).and_then(|own| own.first()) == Some(&known.1);
        if !shown && of_article(&new.0).is_some() {
            return None;
        }
        self.put(at, new);
        Some(at)
    }

    /// Two rows become one where no article stands in both.
    fn merge(&mut self, at: usize, other: usize) -> Option<usize> {
        let (one, two) = (&self.clusters[at], &self.clusters[other]);
        let apart = (two.statements.keys()).all(|document| !one.statements.contains_key(document));
        let differ = !(one.findings.is_empty() && two.findings.is_empty());
        if differ || !apart {
            return None;
        }
        let taken = std::mem::take(&mut self.clusters[other]);
        for (document, statements) in taken.statements {
            for id in statements {
                self.of.insert(id, at);
                let own = self.clusters[at].statements.entry(document).or_default();
                own.push(id);
            }
        }
        self.clusters[at].alignments.extend(taken.alignments);
        Some(at)
    }

    fn put(&mut self, at: usize, (document, id): Placed) {
        self.of.entry(id).or_insert(at);
        let own = self.clusters[at].statements.entry(document).or_default();
        if !own.contains(&id) {
            own.push(id);
        }
    }
}

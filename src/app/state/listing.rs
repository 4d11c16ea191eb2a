//! Which findings are listed, and in which order.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Kind, Verdict};
use crate::report::{Finding, Report};

/// What the reader set over the list. Numbers of findings never change with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Kinds that are listed; none chosen lists all.
    pub kinds: BTreeSet<Kind>,
    /// Kinds that the reader never wants to see unless they are chosen: a setting, not a filter of this comparison.
    pub unwanted: BTreeSet<Kind>,
    /// The verdict that is listed; nothing lists both.
    pub verdict: Option<Verdict>,
    /// Whether only those are listed that the reader did not decide on.
    pub undecided: bool,
    pub order: Order,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Place,
    Confidence,
}

impl Order {
    pub const ALL: [Self; 2] = [Self::Place, Self::Confidence];

    pub fn title(self) -> &'static str {
        match self {
            Self::Place => "By place",
            Self::Confidence => "By confidence",
        }
    }
}

impl Listing {
    pub fn shows(&self, finding: &Finding) -> bool {
        let conflict = &finding.conflict;
        self.shows_kind(conflict.kind)
            && self
                .verdict
                .is_none_or(|verdict| verdict == conflict.verdict)
            && !(self.undecided && finding.decision.is_some())
    }

    fn shows_kind(&self, kind: Kind) -> bool {
        if self.kinds.is_empty() {
            !self.unwanted.contains(&kind)
        } else {
            self.kinds.contains(&kind)
        }
    }

    /// The same with no filter set: settings and order stay.
    pub fn everything(&self) -> Self {
        Self {
            order: self.order,
            unwanted: self.unwanted.clone(),
            ..Self::default()
        }
    }

    /// What is chosen, for someone who sees only the result: "Number, Time, Their sources disagree".
    pub fn words(&self) -> String {
        let kinds = self.kinds.iter().map(|kind| kind.title());
        let verdict = self.verdict.map(Verdict::title);
        let undecided = self.undecided.then_some("To decide");
        let mut words: Vec<String> = (kinds.chain(verdict).chain(undecided))
            .map(str::to_owned)
            .collect();
        if self.kinds.is_empty() {
            let unwanted = self.unwanted.iter();
            words.extend(unwanted.map(|kind| format!("without {}", kind.title())));
        }
        words.join(", ")
    }

    /// Indexes into the report's findings, as the list shows them.
    pub(super) fn of(&self, report: &Report) -> Vec<usize> {
        let findings = &report.findings;
        let mut listed: Vec<usize> = (0..findings.len())
            .filter(|index| self.shows(&findings[*index]))
            .collect();
        if self.order == Order::Confidence {
            let hundredths = |index: &usize| (findings[*index].conflict.confidence * 100.0) as u32;
            listed.sort_by_key(|index| Reverse(hundredths(index)));
        }
        listed
    }
}

//! A conflict as it is shown: numbered, worded, and joined with what the reader said of it.

use std::collections::HashMap;

use indexmap::IndexSet;

use super::authored::Places;
use super::{Note, NotePlace, Quote, by_hand, known, letter, notes, quote, wording};
use crate::model::{Analysis, Conflict, Kind, Side, Verdict};
use crate::notebook::{
    self, Decision, FindingKey, Likeness, LinkId, Muted, NoteTarget, Notebook, Numbers, Outcome,
    Stamp, State, TagId, Tagged,
};

/// One difference, ready to be read.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Given once, in the order of the text, from 1; see [`Numbers`].
    pub number: usize,
    pub key: FindingKey,
    /// Kind and verdict are those that the reader gave it, where they did.
    pub conflict: Conflict,
    /// What the program calls it, where the reader calls it something else.
    pub proposed: Option<Proposed>,
    /// The link that made it, where the reader did.
    pub by_hand: Option<LinkId>,
    /// "Number · people treated".
    pub heading: String,
    /// Each side in a few words that keep its attribution, negation and hedge.
    pub lines: [String; 2],
    /// Other passages of the same difference, worded as `lines` are, behind their article's letter.
    pub also: Vec<[String; 2]>,
    /// Each side in its sentence.
    pub quotes: [Quote; 2],
    pub decision: Option<Decision>,
    /// Why it was decided so.
    pub reason: Option<String>,
    /// Who decided, or made it by hand, and when.
    pub stamp: Stamp,
    /// First and second are the conflict's sides.
    pub outcome: Option<Outcome>,
    pub tags: Vec<TagId>,
    /// Whether the reader muted what it is like; it is listed all the same where they did more to it.
    pub muted: bool,
    pub note: Option<Note>,
}

/// What the program calls a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    pub kind: Kind,
    pub verdict: Verdict,
}

impl Finding {
    /// Whether the reader made it, decided on it, wrote of it or said what came of it.
    pub fn reviewed(&self) -> bool {
        self.by_hand.is_some()
            || self.decision.is_some()
            || self.note.is_some()
            || self.outcome.is_some()
    }

    /// Whether nobody knows yet what came of it.
    pub fn is_open_question(&self) -> bool {
        self.decision != Some(Decision::Dismissed)
            && (self.outcome.as_ref()).is_none_or(|outcome| outcome.standing.is_open())
    }

    /// Whether the reader called it no difference.
    pub fn dismissed(&self) -> bool {
        self.decision == Some(Decision::Dismissed)
    }
}

/// All findings, those that leave the list apart.
pub(super) struct Findings {
    pub listed: Vec<Finding>,
    pub muted: Vec<Finding>,
    pub numbers: Numbers,
}

/// The findings at or above a confidence in the order of the text; after them those below it that the reader did
/// something to, because nothing that the reader did may vanish, and those made by hand.
pub(super) fn all(
    analysis: &Analysis,
    notebook: &Notebook,
    places: &Places,
    min_confidence: f32,
) -> Findings {
    let keys = known::keys(analysis, notebook, places);
    let join = Join::new(analysis, notebook.state());
    let proposed = || analysis.conflicts.iter().zip(&keys);
    let shown = proposed().filter(|(conflict, _)| conflict.confidence >= min_confidence);
    let kept = proposed().filter(|(conflict, key)| {
        conflict.confidence < min_confidence && join.touched.contains(key)
    });
    let made = by_hand::all(analysis, notebook.state(), places, &keys);
    let made = made
        .iter()
        .map(|made| (&made.conflict, &made.key, Some(made.link)));
    let mut findings = Findings {
        listed: Vec::new(),
        muted: Vec::new(),
        numbers: notebook.numbers().clone(),
    };
    let found = shown
        .chain(kept)
        .map(|(conflict, key)| (conflict, key, None));
    for (conflict, key, link) in found.chain(made) {
        let number = findings.numbers.give(key);
        let muted = link.is_none() && join.mutes(conflict, key);
        let leaves = muted && !join.touched.contains(key);
        let list = if leaves {
            &mut findings.muted
        } else {
            &mut findings.listed
        };
        let mut finding = join.finding(conflict, key, link, NotePlace::Finding(list.len()));
        finding.number = number;
        finding.muted = muted;
        list.push(finding);
    }
    findings
}

/// What findings are joined with.
struct Join<'a> {
    analysis: &'a Analysis,
    state: &'a State,
    touched: IndexSet<&'a FindingKey>,
    notes: HashMap<&'a FindingKey, &'a notebook::Note>,
}

impl<'a> Join<'a> {
    fn new(analysis: &'a Analysis, state: &'a State) -> Self {
        let mut notes = HashMap::new();
        for note in state.notes.values() {
            if let NoteTarget::Finding(finding) = &note.target {
                notes.entry(finding).or_insert(note);
            }
        }
        Self {
            analysis,
            state,
            touched: state.findings(),
            notes,
        }
    }

    fn mutes(&self, conflict: &Conflict, key: &FindingKey) -> bool {
        let said = self.state.reclassified.get(key);
        let kind = said.and_then(|said| said.kind).unwrap_or(conflict.kind);
        self.state.muted.iter().any(|muted| match muted {
            Muted::Kind(muted) => *muted == kind,
            Muted::Alike(likeness) => *likeness == Likeness::of(self.analysis, conflict),
        })
    }

    fn finding(
        &self,
        conflict: &Conflict,
        key: &FindingKey,
        link: Option<LinkId>,
        place: NotePlace,
    ) -> Finding {
        let (analysis, state) = (self.analysis, self.state);
        let decided = state.decisions.get(key);
        let made = link.and_then(|id| state.links.get(&id));
        let stamp =
            (decided.map(|decided| &decided.stamp)).or_else(|| made.map(|link| &link.stamp));
        let mut conflict = conflict.clone();
        let proposed = self.reclassify(&mut conflict, key);
        let worded =
            |sides: &[Side; 2]| sides.each_ref().map(|side| wording::short(analysis, side));
        let lettered = |sides: &[Side; 2]| {
            sides.each_ref().map(|side| {
                let words = wording::short(analysis, side);
                format!("{}: {words}", letter(side.document))
            })
        };
        Finding {
            number: 0,
            muted: false,
            proposed,
            by_hand: link,
            heading: heading(&conflict),
            lines: worded(&conflict.sides),
            also: conflict.also.iter().map(lettered).collect(),
            quotes: (conflict.sides.each_ref()).map(|side| quote::of(analysis, side)),
            decision: decided.map(|decided| decided.decision),
            reason: decided.and_then(|decided| decided.reason.clone()),
            stamp: stamp.cloned().unwrap_or_default(),
            outcome: self.outcome(key),
            tags: state
                .tags_of(&Tagged::Finding(Box::new(key.clone())))
                .to_vec(),
            note: (self.notes.get(key)).map(|note| notes::joined(state, note, place)),
            key: key.clone(),
            conflict,
        }
    }

    /// Gives a conflict the kind and the verdict that the reader gave it; what it was before, where that is something else.
    fn reclassify(&self, conflict: &mut Conflict, key: &FindingKey) -> Option<Proposed> {
        let said = self.state.reclassified.get(key)?;
        let proposed = Proposed {
            kind: conflict.kind,
            verdict: conflict.verdict,
        };
        conflict.kind = said.kind.unwrap_or(proposed.kind);
        conflict.verdict = said.verdict.unwrap_or(proposed.verdict);
        let differs = (conflict.kind, conflict.verdict) != (proposed.kind, proposed.verdict);
        differs.then_some(proposed)
    }

    /// The outcome with its sides as the finding has them.
    fn outcome(&self, key: &FindingKey) -> Option<Outcome> {
        let (kept_by, outcome) = self.state.outcomes.get_key_value(key)?;
        let mut outcome = outcome.clone();
        if kept_by.is_turned(key) {
            outcome.standing = outcome.standing.turned();
        }
        Some(outcome)
    }
}

fn heading(conflict: &Conflict) -> String {
    let title = conflict.kind.title();
    if conflict.subject.is_empty() {
        title.to_owned()
    } else {
        format!("{title} · {}", conflict.subject)
    }
}

//! What a log of commands comes to.

use indexmap::{IndexMap, IndexSet};

use super::{
    Anchor, Command, Decided, Decision, FindingKey, Link, LinkId, Mark, MarkId, Muted, Note,
    NoteId, NoteTarget, Outcome, Reclassified, Stamp, Step, Tag, TagId, Tagged,
};
use crate::model::{Correction, Description};

/// Everything that the reader said. Made by replaying commands, never changed otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub decisions: IndexMap<FindingKey, Decided>,
    pub reclassified: IndexMap<FindingKey, Reclassified>,
    pub outcomes: IndexMap<FindingKey, Outcome>,
    pub notes: IndexMap<NoteId, Note>,
    pub tags: IndexMap<TagId, Tag>,
    /// Never empty lists.
    pub tagged: IndexMap<Tagged, Vec<TagId>>,
    pub links: IndexMap<LinkId, Link>,
    pub muted: Vec<Muted>,
    pub ticks: Vec<Anchor>,
    pub marks: IndexMap<MarkId, Mark>,
    /// Articles that are left out of the comparison, by the SHA-256 of their files.
    pub aside: Vec<String>,
    /// The order of the articles, where the reader gave one.
    pub order: Vec<String>,
    /// By the SHA-256 of the document's file; one of each kind.
    pub descriptions: IndexMap<String, Vec<Description>>,
    /// By the SHA-256 of the document's file: the words of what was put back into its text, in order.
    pub restored: IndexMap<String, Vec<String>>,
    /// In the order in which they apply.
    pub corrections: Vec<Correction<Anchor>>,
}

impl State {
    /// Where nothing comes of a step, who did it when is not kept either.
    pub(super) fn apply(&mut self, step: Step) {
        let Step { command, stamp, .. } = step;
        match command {
            Command::Decide { finding, decision } => self.decide(finding, decision, stamp),
            Command::GiveReason { finding, reason } => self.give_reason(&finding, reason, stamp),
            Command::Reclassify {
                finding,
                kind,
                verdict,
            } => {
                let said = Reclassified { kind, verdict };
                let said = (said != Reclassified::default()).then_some(said);
                set(&mut self.reclassified, finding, said);
            }
            Command::Settle { finding, outcome } => set(&mut self.outcomes, finding, outcome),
            Command::WriteNote { id, target, text } => self.write(id, target, text, stamp),
            Command::SetPrivate { id, private } => {
                if let Some(note) = self.notes.get_mut(&id) {
                    note.private = private;
                }
            }
            Command::RemoveNote { id } => {
                self.notes.shift_remove(&id);
                self.tagged.shift_remove(&Tagged::Note(id));
            }
            Command::DefineTag {
                id,
                name,
                color,
                shortcut,
            } => self.define(Tag {
                id,
                name,
                color,
                shortcut,
            }),
            Command::RemoveTag { id } => {
                self.tags.shift_remove(&id);
                self.retag(|tag| (tag != id).then_some(tag));
            }
            Command::MergeTags { from, into } => self.merge(from, into),
            Command::Tag { target, tag, on } => self.tag(target, tag, on),
            Command::LinkPassages {
                id,
                relation,
                sides,
            } => self.link(Link {
                id,
                relation,
                sides,
                stamp,
            }),
            Command::Unlink { id } => {
                self.links.shift_remove(&id);
            }
            Command::Mute { what } => include(&mut self.muted, what, true),
            Command::Unmute { what } => include(&mut self.muted, what, false),
            Command::Tick { passage, ticked } => include(&mut self.ticks, passage, ticked),
            Command::MarkPassages {
                id,
                passages,
                words,
            } => {
                let mark = Mark {
                    id,
                    passages,
                    words,
                };
                self.marks.insert(id, mark);
            }
            Command::RemoveMark { id } => {
                self.marks.shift_remove(&id);
            }
            Command::SetAside { document, aside } => include(&mut self.aside, document, aside),
            Command::Order { documents } => self.order = documents,
            Command::Describe {
                document,
                description,
            } => self.describe(document, description),
            Command::Restore { document, words } => {
                include(self.restored.entry(document).or_default(), words, true);
            }
            Command::LeaveOut { document, words } => self.leave_out(&document, words),
            Command::Correct { correction } => {
                // The same once more says nothing new.
                if self.corrections.last() != Some(&correction) {
                    self.corrections.push(correction);
                }
            }
            Command::TakeBack { correction } => {
                let made = |other: &Correction<Anchor>| *other == correction;
                if let Some(last) = self.corrections.iter().rposition(made) {
                    self.corrections.remove(last);
                }
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The tags of something, in the order in which they were put on.
    pub fn tags_of(&self, target: &Tagged) -> &[TagId] {
        self.tagged.get(target).map_or(&[], Vec::as_slice)
    }

    /// The findings that the reader did anything to, muting aside; each once.
    pub fn findings(&self) -> IndexSet<&FindingKey> {
        let notes = self.notes.values().filter_map(|note| match &note.target {
            NoteTarget::Finding(finding) => Some(finding),
            _ => None,
        });
        let tagged = self.tagged.keys().filter_map(|target| match target {
            Tagged::Finding(finding) => Some(&**finding),
            Tagged::Note(_) => None,
        });
        self.decisions
            .keys()
            .chain(self.reclassified.keys())
            .chain(self.outcomes.keys())
            .chain(notes)
            .chain(tagged)
            .collect()
    }

    fn decide(&mut self, finding: FindingKey, decision: Option<Decision>, stamp: Stamp) {
        let Some(decision) = decision else {
            self.decisions.shift_remove(&finding);
            return;
        };
        let earlier = self.decisions.get(&finding);
        if earlier.is_none_or(|earlier| earlier.decision != decision) {
            let decided = Decided {
                decision,
                reason: None,
                stamp,
            };
            self.decisions.insert(finding, decided);
        }
    }

    fn give_reason(&mut self, finding: &FindingKey, reason: Option<String>, stamp: Stamp) {
        if let Some(decided) = self.decisions.get_mut(finding)
            && decided.reason != reason
        {
            decided.reason = reason;
            decided.stamp = stamp;
        }
    }

    fn define(&mut self, tag: Tag) {
        // A digit has one tag, the last that asked for it.
        for other in self.tags.values_mut().filter(|other| other.id != tag.id) {
            other.shortcut = other.shortcut.filter(|_| other.shortcut != tag.shortcut);
        }
        self.tags.insert(tag.id, tag);
    }

    fn merge(&mut self, from: TagId, into: TagId) {
        if from != into && self.tags.contains_key(&into) {
            self.tags.shift_remove(&from);
            self.retag(|tag| Some(if tag == from { into } else { tag }));
        }
    }

    fn link(&mut self, link: Link) {
        let same =
            |earlier: &Link| earlier.relation == link.relation && earlier.sides == link.sides;
        if !self.links.get(&link.id).is_some_and(same) {
            self.links.insert(link.id, link);
        }
    }

    fn describe(&mut self, document: String, description: Description) {
        let said = self.descriptions.entry(document).or_default();
        let same = |other: &&mut Description| other.kind() == description.kind();
        match said.iter_mut().find(same) {
            Some(earlier) => *earlier = description,
            None => said.push(description),
        }
    }

    fn leave_out(&mut self, document: &str, words: String) {
        if let Some(restored) = self.restored.get_mut(document) {
            include(restored, words, false);
            if restored.is_empty() {
                self.restored.shift_remove(document);
            }
        }
    }

    fn write(&mut self, id: NoteId, target: NoteTarget, text: String, stamp: Stamp) {
        let earlier = self.notes.get(&id);
        let private = earlier.is_some_and(|earlier| earlier.private);
        if earlier.is_none_or(|earlier| (&earlier.target, &earlier.text) != (&target, &text)) {
            let note = Note {
                id,
                target,
                text,
                private,
                stamp,
            };
            self.notes.insert(id, note);
        }
    }

    fn tag(&mut self, target: Tagged, tag: TagId, on: bool) {
        let there = match &target {
            Tagged::Finding(_) => true,
            Tagged::Note(id) => self.notes.contains_key(id),
        };
        if !there || !self.tags.contains_key(&tag) {
            return;
        }
        include(self.tagged.entry(target).or_default(), tag, on);
        self.tagged.retain(|_, tags| !tags.is_empty());
    }

    /// Puts another tag, or none, in place of each wherever it is.
    fn retag(&mut self, other: impl Fn(TagId) -> Option<TagId>) {
        for tags in self.tagged.values_mut() {
            let kept: IndexSet<TagId> = tags.drain(..).filter_map(&other).collect();
            tags.extend(kept);
        }
        self.tagged.retain(|_, tags| !tags.is_empty());
    }
}

/// Sets a value, or takes it out. A key that was there is replaced too: which side comes first may have changed.
fn set<V>(map: &mut IndexMap<FindingKey, V>, finding: FindingKey, value: Option<V>) {
    map.shift_remove(&finding);
    if let Some(value) = value {
        map.insert(finding, value);
    }
}

/// Puts something into a list once, or takes it out.
fn include<T: PartialEq>(list: &mut Vec<T>, item: T, wanted: bool) {
    if !wanted {
        list.retain(|other| *other != item);
    } else if !list.contains(&item) {
        list.push(item);
    }
}

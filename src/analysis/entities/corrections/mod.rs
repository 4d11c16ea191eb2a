//! What the reader corrected, applied once the automatic groups stand.
//!
//! Corrections apply in order, and each sees what those before it made. One whose mention is not there any more is left
//! out: the article or the program changed since.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Chain};
use super::groups::Groups;
use super::{Found, explain};
use crate::analysis::mentions::Reference;
use crate::model::{
    Correction, DocumentAnalysis, Entity, EntityId, EntityKind, Mention, MentionPlace,
};

/// How a mention that the reader moved was linked.
const MERGED: &str = "merged by the reader";
const SPLIT: &str = "split off by the reader";

/// Mentions in groups, shortly before they become entities.
pub(super) struct Linked {
    /// In the order of the text.
    pub found: Vec<Found>,
    pub chains: BTreeMap<usize, Chain>,
    /// Groups of which the reader said what they are.
    pub shown: BTreeMap<usize, Shown>,
}

/// What the reader calls an entity, and which kind it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub name: Option<String>,
    pub kind: Option<EntityKind>,
}

pub(super) fn apply(
    documents: &[DocumentAnalysis],
    linked: &mut Linked,
    corrections: &[Correction<MentionPlace>],
) {
    for correction in corrections {
        match correction.located(|place| linked.mention_at(*place)) {
            Some(Correction::Rename { entity, name }) => {
                linked.shown_of(entity).name = Some(name);
            }
            Some(Correction::SetKind { entity, kind }) => {
                linked.shown_of(entity).kind = Some(kind);
            }
            Some(Correction::Merge { entity, with }) => merge(documents, linked, entity, with),
            Some(Correction::Split { mention }) => split(linked, mention),
            Some(Correction::NotAnEntity { entity }) => {
                let group = linked.found[entity].group;
                linked.found.retain(|found| found.group != group);
            }
            None => {}
        }
    }
}

/// Calls entities what the reader calls them. How a mention was linked is told with the name that it was linked by.
pub(super) fn show(
    linked: &Linked,
    ids: &BTreeMap<usize, EntityId>,
    mentions: &mut [Mention],
    entities: &mut [Entity],
) {
    for (group, shown) in &linked.shown {
        let Some(&id) = ids.get(group) else { continue };
        let entity = &mut entities[id.index()];
        if let Some(name) = &shown.name {
            entity.name.clone_from(name);
        }
        let Some(kind) = shown.kind else { continue };
        entity.kind = kind;
        for mention in &entity.mentions {
            mentions[mention.index()].kind = kind;
        }
        let known = linked.chains[group].known;
        if known.is_some_and(|known| known.sense.kind() != kind) {
            untie(entities, id);
        }
    }
}

/// What the gazetteer knows under a name holds for one kind alone: somebody called Georgia lies in no country, and has
/// no capital.
fn untie(entities: &mut [Entity], id: EntityId) {
    entities[id.index()].country = None;
    entities[id.index()].related = None;
    for entity in entities {
        entity.related.take_if(|related| *related == id);
    }
}

impl Linked {
    fn mention_at(&self, place: MentionPlace) -> Option<usize> {
        self.found.iter().position(|found| {
            found.document == place.document && found.candidate.span == place.span
        })
    }

    fn shown_of(&mut self, mention: usize) -> &mut Shown {
        self.shown.entry(self.found[mention].group).or_default()
    }

    fn members(&self, group: usize) -> Vec<&Found> {
        let of_group = |found: &&Found| found.group == group;
        self.found.iter().filter(of_group).collect()
    }

    /// What a group is called where the reader does not say.
    fn automatic_name(&self, documents: &[DocumentAnalysis], group: usize) -> String {
        explain::name(documents, &self.members(group), &self.chains[&group])
    }
}

/// Makes two groups one. It has the name that the reader gave either, or else the fuller one, and the kind of the part
/// that it is named by.
fn merge(documents: &[DocumentAnalysis], linked: &mut Linked, entity: usize, with: usize) {
    let (entity, with) = (linked.found[entity].group, linked.found[with].group);
    if entity == with {
        return;
    }
    let mut whole = joined(&linked.chains[&with], &linked.chains[&entity]);
    let members: Vec<&Found> = (linked.found.iter())
        .filter(|found| found.group == entity || found.group == with)
        .collect();
    let name = explain::name(documents, &members, &whole);
    let named = |group: usize| {
        let shown = linked.shown.get(&group);
        shown.is_some_and(|shown| shown.name.is_some())
    };
    let fuller = |group: usize| linked.automatic_name(documents, group) == name;
    let names_it = named(entity) || fuller(entity) && !fuller(with);
    let (stays, joins) = if names_it && !named(with) {
        (entity, with)
    } else {
        (with, entity)
    };
    whole.votes.clone_from(&linked.chains[&stays].votes);
    linked.chains.remove(&joins);
    linked.chains.insert(stays, whole);
    if let Some(other) = linked.shown.remove(&joins) {
        let shown = linked.shown.entry(stays).or_default();
        shown.name = shown.name.take().or(other.name);
        shown.kind = shown.kind.or(other.kind);
    }
    for found in &mut linked.found {
        if found.group == joins {
            found.group = stays;
            found.by_reader = Some(MERGED);
        }
    }
}

/// All that is known of both. A country tells more than its people: "Japan", not "the Japanese".
fn joined(one: &Chain, other: &Chain) -> Chain {
    let mut parts = [one.clone(), other.clone()];
    parts.sort_by_key(Chain::is_demonym);
    let mut both = Groups::new(2);
    both.join(0, 1);
    let mut merged = chain::merged(&parts, &both);
    merged.remove(&both.of(0)).unwrap_or_default()
}

/// Makes a group of its own of one mention, unless it is alone already.
fn split(linked: &mut Linked, mention: usize) {
    let group = linked.found[mention].group;
    let own = inseparable(linked, mention);
    let (moved, stay): (Vec<usize>, Vec<usize>) = (0..linked.found.len())
        .filter(|&index| linked.found[index].group == group)
        .partition(|index| own.contains(index));
    if stay.is_empty() {
        return;
    }
    let last = linked.chains.keys().next_back();
    let new = last.map_or(0, |last| last + 1);
    let chain = &linked.chains[&group];
    let found = |index: &usize| &linked.found[*index];
    let off = without_gazetteer(moved.iter().map(found));
    let rest = narrowed(chain, &stay.iter().map(found).collect::<Vec<_>>());
    // "She" tells no kind by herself.
    let untold = moved
        .iter()
        .all(|index| found(index).candidate.kind.is_none());
    if untold {
        let shown = linked.shown.get(&group);
        let kind = shown.and_then(|shown| shown.kind).or_else(|| chain.kind());
        linked.shown.insert(new, Shown { name: None, kind });
    }
    linked.chains.insert(new, off);
    linked.chains.insert(group, rest);
    for index in moved {
        linked.found[index].group = new;
        linked.found[index].by_reader = Some(SPLIT);
    }
}

/// A mention with those that cannot refer to anything else: "President Macron", and the "Macron" in it.
fn inseparable(linked: &Linked, mention: usize) -> BTreeSet<usize> {
    let one = &linked.found[mention];
    let near = |other: &&Found| (other.group, other.document) == (one.group, one.document);
    let around = |other: &&Found| {
        matches!(other.candidate.reference, Reference::Around(_))
            && other.candidate.span.contains(one.candidate.span)
    };
    let phrases = linked.found.iter().filter(near).filter(around);
    let widest = phrases
        .map(|phrase| phrase.candidate.span)
        .max_by_key(|span| span.len())
        .unwrap_or(one.candidate.span);
    let all = linked.found.iter().enumerate();
    all.filter(|(_, other)| near(other) && widest.contains(other.candidate.span))
        .map(|(index, _)| index)
        .collect()
}

/// What the mentions tell by themselves: the reader knows better than the gazetteer that it is somebody else.
fn without_gazetteer<'a>(members: impl Iterator<Item = &'a Found>) -> Chain {
    let mut chain = Chain::default();
    for found in members {
        chain.documents.insert(found.document.index());
        if let Some(name) = found.candidate.name() {
            chain.add_name(&found.candidate, name);
        }
    }
    chain
}

/// What is known of a group whose other mentions went away.
fn narrowed(chain: &Chain, members: &[&Found]) -> Chain {
    let own = without_gazetteer(members.iter().copied());
    let names = || members.iter().filter_map(|found| found.candidate.name());
    Chain {
        known: (chain.known).filter(|_| names().any(|name| name.known == chain.known)),
        names: own.names,
        documents: own.documents,
        ..chain.clone()
    }
}

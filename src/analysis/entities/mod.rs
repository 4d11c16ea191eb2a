//! Who and what the documents speak of: mentions into chains, chains into entities.
//!
//! Within a document first, where a short name leans on the full one; then across documents, by the same rules. What the
//! reader corrected comes last.

mod across;
mod ages;
mod antecedents;
mod chain;
mod corrections;
mod counterparts;
mod deeds;
mod descriptions;
mod document;
mod explain;
mod groups;
mod introductions;
mod names;
mod persons;
pub mod questions;
mod roles;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::gazetteer::Sense;
use crate::analysis::meanings::Meanings;
use crate::analysis::mentions::{Candidate, Reference};
use crate::model::{
    Correction, DocumentAnalysis, DocumentId, Entity, EntityId, EntityKind, Mention, MentionId,
    MentionPlace,
};
use chain::Chain;
use corrections::Linked;

/// Puts the candidates of all documents, in the order of the documents, into mentions of entities.
///
/// Mentions stand by document and place in the text; entities in the order of their first mention.
pub fn link(
    documents: &[DocumentAnalysis],
    candidates: Vec<Vec<Candidate>>,
    meanings: &Meanings,
    corrections: &[Correction<MentionPlace>],
) -> (Vec<Mention>, Vec<Entity>) {
    let mut found = Vec::new();
    let mut chains = Vec::new();
    for (index, candidates) in candidates.into_iter().enumerate() {
        let chained = document::read(index, documents, &candidates, meanings, None);
        let first = chains.len();
        chains.extend(chained.chains);
        for (candidate, chain) in candidates.into_iter().zip(chained.chain_of) {
            if let Some(chain) = chain {
                found.push((DocumentId(index), candidate, first + chain));
            }
        }
    }
    let groups = across::link(&chains, documents, meanings, None);
    let merged = chain::merged(&chains, &groups);
    let lonely = lonely_descriptions(&found, &groups, &merged);
    let found = found
        .into_iter()
        .filter(|(_, _, chain)| !lonely.contains(&groups.of(*chain)))
        .map(|(document, candidate, chain)| Found {
            document,
            candidate,
            group: groups.of(chain),
            by_reader: None,
        })
        .collect();
    let mut linked = Linked {
        found,
        chains: merged,
        shown: BTreeMap::new(),
    };
    corrections::apply(documents, &mut linked, corrections);
    build(documents, &linked)
}

/// Groups without a name of their own that are mentioned once: nothing refers to them, so they tell nothing.
fn lonely_descriptions(
    found: &[(DocumentId, Candidate, usize)],
    groups: &groups::Groups,
    merged: &BTreeMap<usize, Chain>,
) -> BTreeSet<usize> {
    let mut mentions: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, candidate, chain) in found {
        let whole = matches!(candidate.reference, Reference::Around(_));
        *mentions.entry(groups.of(*chain)).or_default() += usize::from(!whole);
    }
    mentions
        .into_iter()
        .filter(|(group, count)| {
            *count < 2 && !merged[group].proper && merged[group].kind() == Some(EntityKind::Other)
        })
        .map(|(group, _)| group)
        .collect()
}

/// A candidate with the group that it belongs to.
struct Found {
    document: DocumentId,
    candidate: Candidate,
    group: usize,
    /// How the reader linked it, where the reader did.
    by_reader: Option<&'static str>,
}

fn build(documents: &[DocumentAnalysis], linked: &Linked) -> (Vec<Mention>, Vec<Entity>) {
    let (found, chains) = (&linked.found, &linked.chains);
    let mut ids: BTreeMap<usize, EntityId> = BTreeMap::new();
    let mut members: Vec<Vec<&Found>> = Vec::new();
    for each in found {
        let id = *ids.entry(each.group).or_insert(EntityId(members.len()));
        if id.index() == members.len() {
            members.push(Vec::new());
        }
        members[id.index()].push(each);
    }
    let mut entities: Vec<Entity> = members
        .iter()
        .map(|members| entity(documents, members, &chains[&members[0].group]))
        .collect();
    relate(&mut entities, &members, chains);

    let mut mentions = Vec::with_capacity(found.len());
    for each in found {
        let entity = ids[&each.group];
        let kind = entities[entity.index()].kind;
        entities[entity.index()]
            .mentions
            .push(MentionId(mentions.len()));
        mentions.push(Mention {
            document: each.document,
            span: each.candidate.span,
            form: each.candidate.form(),
            kind,
            entity,
            link: each.by_reader.map_or_else(
                || {
                    let name = &entities[entity.index()].name;
                    explain::link(&each.candidate, &chains[&each.group], name)
                },
                str::to_owned,
            ),
        });
    }
    corrections::show(linked, &ids, &mut mentions, &mut entities);
    (mentions, entities)
}

fn entity(documents: &[DocumentAnalysis], members: &[&Found], chain: &Chain) -> Entity {
    let kind = if chain.is_demonym() {
        EntityKind::Other
    } else if chain.names.is_empty() {
        explain::kind_of_description(members)
    } else {
        chain.kind().unwrap_or(EntityKind::Other)
    };
    let spoken_in: BTreeSet<DocumentId> = members.iter().map(|found| found.document).collect();
    Entity {
        name: explain::name(documents, members, chain),
        kind,
        mentions: Vec::new(),
        documents: spoken_in.len(),
        related: None,
        country: chain
            .known
            .and_then(|known| known.country)
            .map(str::to_owned),
    }
}

/// Ties a demonym to its place, and a place to the country that holds it.
fn relate(entities: &mut [Entity], members: &[Vec<&Found>], chains: &BTreeMap<usize, Chain>) {
    let known = |members: &[&Found]| {
        let first = members.first()?;
        chains[&first.group].known
    };
    let mut by_name = BTreeMap::new();
    let mut by_country = BTreeMap::new();
    for (index, members) in members.iter().enumerate() {
        if let Some(known) = known(members).filter(|known| known.sense.kind() == EntityKind::Place)
        {
            by_name.entry(known.name).or_insert(EntityId(index));
            if known.sense == Sense::Country && known.country.is_some() {
                by_country.entry(known.country).or_insert(EntityId(index));
            }
        }
    }
    for (index, members) in members.iter().enumerate() {
        if let Some(known) = known(members) {
            let related = by_name
                .get(known.name)
                .filter(|id| id.index() != index)
                .or_else(|| by_country.get(&known.country));
            entities[index].related = related.copied().filter(|id| id.index() != index);
        }
    }
}

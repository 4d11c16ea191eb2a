//! The chains of one document: who is mentioned where.

use std::collections::BTreeMap;

use super::chain::{self, Chain};
use super::descriptions::Description;
use super::names;
use super::roles;
use crate::analysis::gazetteer::Gender;
use crate::analysis::mentions::{Candidate, Reference, Role};

/// One document's mentions in chains.
pub(super) struct Chained {
    pub chains: Vec<Chain>,
    /// For each candidate the chain that it belongs to; nothing where it is not safe to say.
    pub chain_of: Vec<Option<usize>>,
}

/// Puts the candidates of one document into chains.
pub(super) fn read(document: usize, candidates: &[Candidate]) -> Chained {
    let (forms, form_of) = forms(document, candidates);
    let linked = names::link(&forms);
    let groups = &linked.groups;
    let merged = chain::merged(&forms, groups);
    let mut reader = Reader {
        callable: roles::Callable::new(&merged),
        described: BTreeMap::new(),
        groups: merged,
        recency: BTreeMap::new(),
        paragraph: 0,
        people: Vec::new(),
        group_of: vec![None; candidates.len()],
    };
    for (index, candidate) in candidates.iter().enumerate() {
        let named = form_of[index].map(|form| {
            let group = groups.of(form);
            let choices = linked.ambiguous.get(&group).map_or(&[][..], Vec::as_slice);
            reader.last_spoken_of(choices).unwrap_or(group)
        });
        reader.read(index, candidate, named, document);
    }
    // A phrase stands before the name that it is around.
    for (index, candidate) in candidates.iter().enumerate() {
        if let Reference::Around(name) = candidate.reference {
            reader.group_of[index] = reader.group_of[name];
        }
    }
    let positions: BTreeMap<usize, usize> = reader
        .groups
        .keys()
        .enumerate()
        .map(|(at, &group)| (group, at))
        .collect();
    Chained {
        chain_of: reader
            .group_of
            .iter()
            .map(|group| group.and_then(|group| positions.get(&group).copied()))
            .collect(),
        chains: reader.groups.into_values().collect(),
    }
}

/// One chain for each distinct name; for each candidate, which.
fn forms(document: usize, candidates: &[Candidate]) -> (Vec<Chain>, Vec<Option<usize>>) {
    let mut forms: Vec<Chain> = Vec::new();
    let mut index_of: BTreeMap<_, usize> = BTreeMap::new();
    let mut form_of = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(name) = candidate.name() else {
            form_of.push(None);
            continue;
        };
        // "Mr. Clinton" and "Mrs. Clinton" are two.
        let honored = name
            .gender
            .filter(|_| name.honorific && name.words.len() == 1);
        let key = (name.words.as_slice(), name.known.is_some(), honored);
        let index = *index_of.entry(key).or_insert_with(|| {
            forms.push(Chain::default());
            forms.len() - 1
        });
        if forms[index].names.is_empty() {
            forms[index] = Chain::of_name(document, candidate, name);
        } else {
            forms[index].add_name(candidate, name);
        }
        form_of.push(Some(index));
    }
    (forms, form_of)
}

/// Reads the candidates in order, and knows who was spoken of last.
struct Reader {
    groups: BTreeMap<usize, Chain>,
    callable: roles::Callable,
    /// Groups without a name, by the noun that they are described with, in the order of the text.
    described: BTreeMap<String, Vec<usize>>,
    recency: BTreeMap<usize, usize>,
    paragraph: usize,
    /// The people named in this paragraph so far.
    people: Vec<usize>,
    group_of: Vec<Option<usize>>,
}

impl Reader {
    fn read(&mut self, index: usize, candidate: &Candidate, named: Option<usize>, document: usize) {
        if candidate.paragraph != self.paragraph {
            self.paragraph = candidate.paragraph;
            self.people.clear();
        }
        let group = match &candidate.reference {
            Reference::Name(_) => named,
            Reference::Around(_) => None,
            Reference::Role(role) => {
                let named = role
                    .definite
                    .then(|| roles::resolve(role, &self.callable, &self.groups, &self.recency));
                named.flatten().or_else(|| self.unnamed(role, document))
            }
            Reference::Pronoun(gender) => self.antecedent(*gender),
        };
        if let Some(group) = group {
            self.recency.insert(group, index);
            let is_person = self.groups.get(&group).is_some_and(Chain::is_person);
            if is_person && !self.people.contains(&group) {
                self.people.push(group);
            }
        }
        self.group_of[index] = group;
    }

    /// Of several whom a short name may mean, the one who was spoken of last, or else the first in the text.
    fn last_spoken_of(&self, choices: &[usize]) -> Option<usize> {
        let spoken = choices
            .iter()
            .filter(|group| self.recency.contains_key(group));
        spoken
            .max_by_key(|group| self.recency.get(group))
            .or_else(|| choices.first())
            .copied()
    }

    /// A group for somebody or something that is described and never named: the last of which it can be said,
    /// or a new one.
    fn unnamed(&mut self, role: &Role, document: usize) -> Option<usize> {
        let description = Description::of(role)?;
        let alike = self.described.entry(role.head.clone()).or_default();
        let groups = &mut self.groups;
        let known = alike.iter().copied().filter(|group| {
            let said = groups[group].description.as_ref();
            role.definite && said.is_some_and(|said| said.fits(&description))
        });
        let known = known.max_by_key(|group| self.recency.get(group));
        if let Some(group) = known {
            let chain = groups.entry(group).or_default();
            if let Some(said) = &mut chain.description {
                said.absorb(&description);
            }
            return Some(group);
        }
        let group = groups.keys().next_back().map_or(0, |last| last + 1);
        alike.push(group);
        let mut chain = Chain {
            description: Some(description),
            ..Chain::default()
        };
        chain.documents.insert(document);
        groups.insert(group, chain);
        Some(group)
    }

    /// Who "he" is: the only person of that gender whom the paragraph has named.
    fn antecedent(&self, gender: Gender) -> Option<usize> {
        let fits = |group: &&usize| {
            let known = self.groups.get(group).and_then(|chain| chain.gender);
            matches!(known, None | Some(Gender::Either)) || known == Some(gender)
        };
        let mut fitting = self.people.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }
}

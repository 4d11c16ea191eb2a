//! The chains of one document: who is mentioned where.

use std::collections::BTreeMap;

use super::chain::Chain;
use super::names;
use super::roles;
use crate::analysis::gazetteer::Gender;
use crate::analysis::mentions::{Candidate, Reference};

/// One document's mentions in chains.
pub(super) struct Chained {
    pub chains: Vec<Chain>,
    /// For each candidate the chain that it belongs to; nothing where it is not safe to say.
    pub chain_of: Vec<Option<usize>>,
}

/// Puts the candidates of one document into chains.
pub(super) fn chain(document: usize, candidates: &[Candidate]) -> Chained {
    let (forms, form_of) = forms(document, candidates);
    let groups = names::link(&forms);
    let mut merged: BTreeMap<usize, Chain> = BTreeMap::new();
    for (index, form) in forms.iter().enumerate() {
        merged.entry(groups.of(index)).or_default().absorb(form);
    }
    let mut reader = Reader {
        groups: merged,
        recency: BTreeMap::new(),
        paragraph: 0,
        people: Vec::new(),
        group_of: vec![None; candidates.len()],
    };
    for (index, candidate) in candidates.iter().enumerate() {
        let named = form_of[index].map(|form| groups.of(form));
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
    let mut index_of: BTreeMap<(&[String], bool), usize> = BTreeMap::new();
    let mut form_of = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(name) = candidate.name() else {
            form_of.push(None);
            continue;
        };
        let key = (name.words.as_slice(), name.known.is_some());
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
            Reference::Role(role) => roles::resolve(role, &self.groups, &self.recency)
                .or_else(|| self.unnamed(role, document)),
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

    /// A group for somebody who is described and never named.
    fn unnamed(
        &mut self,
        role: &crate::analysis::mentions::Role,
        document: usize,
    ) -> Option<usize> {
        let key = roles::key(role)?;
        let same = self
            .groups
            .iter()
            .find(|(_, chain)| chain.names.is_empty() && chain.role.as_ref() == Some(&key));
        if let Some((&group, _)) = same {
            return Some(group);
        }
        let group = self.groups.keys().next_back().map_or(0, |last| last + 1);
        let mut chain = Chain {
            role: Some(key),
            ..Chain::default()
        };
        chain.documents.insert(document);
        self.groups.insert(group, chain);
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

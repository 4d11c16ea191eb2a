//! All that one document, or several, say under names of one entity.

use std::collections::{BTreeMap, BTreeSet};

use super::deeds::Deed;
use super::descriptions::Description;
use super::groups::Groups;
use super::roles;
use crate::analysis::gazetteer::{self, Gender, Known, Sense};
use crate::analysis::mentions::{Candidate, Name};
use crate::model::EntityKind;

/// The chains of each group as one. A city whose name turned out to be a person's last name tells nothing of the person.
pub(super) fn merged(chains: &[Chain], groups: &Groups) -> BTreeMap<usize, Chain> {
    let mut people = BTreeSet::new();
    for (index, chain) in chains.iter().enumerate() {
        if chain.known.is_none() && chain.is_person() && chain.longest() > 1 {
            people.insert(groups.of(index));
        }
    }
    let mut merged: BTreeMap<usize, Chain> = BTreeMap::new();
    for (index, chain) in chains.iter().enumerate() {
        let group = groups.of(index);
        let whole = merged.entry(group).or_default();
        if people.contains(&group) && chain.known.is_some() {
            let mut namesake = chain.clone();
            namesake.known = None;
            namesake.votes.clear();
            whole.absorb(&namesake);
        } else {
            whole.absorb(chain);
        }
    }
    merged
}

/// Mentions that refer to one thing, with what is known of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    /// Names as folded words, with how often each stands.
    pub names: BTreeMap<Vec<String>, usize>,
    pub known: Option<&'static Known>,
    /// How many mentions speak for each kind.
    pub votes: BTreeMap<EntityKind, usize>,
    pub offices: BTreeSet<String>,
    /// Places and organizations whose office it holds, by the gazetteer's name or folded.
    pub owners: BTreeSet<String>,
    /// Whether a name of its own stands somewhere, not only one with a common noun: "Waitrose supermarket".
    pub proper: bool,
    pub gender: Option<Gender>,
    pub honorific: bool,
    /// What it is called where it has no name: "the 34-year-old suspect".
    pub description: Option<Description>,
    /// In years, where they are told.
    pub ages: BTreeSet<u16>,
    pub deeds: BTreeSet<Deed>,
    /// Whether a description speaks of several: "the officers".
    pub several: bool,
    /// Names and descriptions as phrases whose meaning can be compared.
    pub phrases: BTreeSet<String>,
    /// Documents and sentences that speak of it.
    pub sentences: BTreeSet<(usize, usize)>,
    /// Whether a name stands where only places do: "in Jackson".
    pub located: bool,
    /// Documents with mentions, by position.
    pub documents: BTreeSet<usize>,
}

impl Chain {
    pub fn of_name(document: usize, candidate: &Candidate, name: &Name) -> Self {
        let mut chain = Self {
            known: name.known,
            ..Self::default()
        };
        chain.documents.insert(document);
        chain.add_name(candidate, name);
        chain
    }

    pub fn add_name(&mut self, candidate: &Candidate, name: &Name) {
        *self.names.entry(name.words.clone()).or_default() += 1;
        self.offices.extend(name.offices.iter().cloned());
        self.owners.extend(name.owners.iter().cloned());
        self.gender = self.gender.or(name.gender);
        self.honorific |= name.honorific;
        self.located |= name.located;
        self.proper |= !name.described;
        if let Some(kind) = candidate.kind {
            *self.votes.entry(kind).or_default() += 1;
        }
    }

    pub fn absorb(&mut self, other: &Self) {
        for (name, count) in &other.names {
            *self.names.entry(name.clone()).or_default() += count;
        }
        for (kind, count) in &other.votes {
            *self.votes.entry(*kind).or_default() += count;
        }
        self.known = self.known.or(other.known);
        self.offices.extend(other.offices.iter().cloned());
        self.owners.extend(other.owners.iter().cloned());
        self.gender = self.gender.or(other.gender);
        self.honorific |= other.honorific;
        self.located |= other.located;
        self.proper |= other.proper;
        self.several |= other.several;
        self.ages.extend(&other.ages);
        self.deeds.extend(other.deeds.iter().cloned());
        self.documents.extend(&other.documents);
        self.phrases.extend(other.phrases.iter().cloned());
        self.sentences.extend(&other.sentences);
        match (&mut self.description, &other.description) {
            (Some(own), Some(other)) => own.absorb(other),
            (own @ None, other) => own.clone_from(other),
            (Some(_), None) => {}
        }
    }

    /// Whether it bears a name of a kind that a noun for `kind` cannot mean: no driver is a car, no church a person.
    pub fn rules_out(&self, kind: Option<EntityKind>) -> bool {
        let (Some(own), Some(kind)) = (self.kind(), kind) else {
            return false;
        };
        let one_is_person = (own == EntityKind::Person) != (kind == EntityKind::Person);
        self.proper && one_is_person && kind != EntityKind::Other
    }

    /// Whether a common noun ends a name of it, "church" in "Norwick Bible Church", or one for a group stands in it:
    /// "police" in "New York Police Department".
    pub fn bears_noun(&self, noun: &str) -> bool {
        let bears = |words: &[&str]| {
            let last = words.last().filter(|_| words.len() > 1);
            last.is_some_and(|last| roles::canonical(last) == noun)
                || gazetteer::is_group(noun) && words.contains(&noun)
        };
        let known = self.known.map(|known| crate::text::fold(known.name));
        let names = self
            .names
            .keys()
            .map(|name| name.iter().map(String::as_str).collect());
        let mut names = names.chain(known.iter().map(|name| name.split(' ').collect()));
        names.any(|name: Vec<&str>| bears(&name))
    }

    /// The first sentence of a document that speaks of it.
    pub fn first_in(&self, document: usize) -> Option<usize> {
        let mut sentences = self.sentences.range((document, 0)..(document + 1, 0));
        sentences.next().map(|&(_, sentence)| sentence)
    }

    /// Whether it is said to say something.
    pub fn speaks(&self) -> bool {
        self.deeds.iter().any(Deed::is_speech)
    }

    /// How many telling deeds both are said to do or suffer.
    pub fn shared_deeds(&self, other: &Self) -> usize {
        let shared = self.deeds.intersection(&other.deeds);
        shared.filter(|deed| deed.is_telling()).count()
    }

    /// How many telling deeds the one does and the other suffers.
    pub fn opposed_deeds(&self, other: &Self) -> usize {
        let telling = self.deeds.iter().filter(|deed| deed.is_telling());
        telling
            .filter(|deed| other.deeds.contains(&deed.reversed()))
            .count()
    }

    /// The kind that most mentions speak for.
    pub fn kind(&self) -> Option<EntityKind> {
        let mut best: Option<(EntityKind, usize)> = None;
        for (&kind, &count) in &self.votes {
            if best.is_none_or(|(_, most)| count > most) {
                best = Some((kind, count));
            }
        }
        best.map(|(kind, _)| kind)
    }

    pub fn is_demonym(&self) -> bool {
        self.known
            .is_some_and(|known| known.sense == Sense::Demonym)
    }

    /// Whether it may be a person: not known as something else.
    pub fn may_be_person(&self) -> bool {
        let city = self
            .known
            .is_some_and(|known| known.sense == Sense::Place && !self.located);
        match self.kind() {
            None | Some(EntityKind::Person) => true,
            Some(EntityKind::Place | EntityKind::Organization) => {
                city || self.known.is_none() && self.longest() == 1
            }
            Some(EntityKind::Event | EntityKind::Other) => false,
        }
    }

    pub fn is_person(&self) -> bool {
        self.kind() == Some(EntityKind::Person)
    }

    /// Number of words in the longest name.
    pub fn longest(&self) -> usize {
        self.names.keys().map(Vec::len).max().unwrap_or_default()
    }
}

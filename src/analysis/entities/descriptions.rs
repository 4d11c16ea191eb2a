//! What is said of those who are described and not named: "the 34-year-old suspect", "his tax returns".

use std::collections::BTreeSet;

use super::chain::Chain;
use super::roles;
use crate::analysis::gazetteer::{self, Gender};
use crate::analysis::mentions::{Determiner, Role};
use crate::text::fold;

/// A noun and all that phrases around it add to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Description {
    pub head: String,
    /// All nouns that it was called by, the first among them.
    heads: BTreeSet<String>,
    /// Whether the noun is an office of a person.
    office: bool,
    /// Places and organizations by the gazetteer's name, other words folded.
    modifiers: BTreeSet<String>,
}

impl Description {
    /// Nothing for those who are said to be somebody else: "the former president".
    pub fn of(role: &Role) -> Option<Self> {
        let modifier = |word: &String| match gazetteer::owner(word) {
            Some(owner) => owner.to_owned(),
            None => word.clone(),
        };
        (!roles::is_former(role)).then(|| Self {
            head: role.head.clone(),
            heads: BTreeSet::from([role.head.clone()]),
            office: role.person,
            modifiers: role.modifiers.iter().map(modifier).collect(),
        })
    }

    pub fn absorb(&mut self, other: &Self) {
        self.heads.extend(other.heads.iter().cloned());
        self.modifiers.extend(other.modifiers.iter().cloned());
    }

    /// Whether one noun was used for both.
    pub fn shares_noun(&self, other: &Self) -> bool {
        !self.heads.is_disjoint(&other.heads)
    }

    /// Whether a word of it names the chain, so that it means something else: the Norwick store is not Norwick,
    /// and the Greek capital not Greece.
    fn names_as_owner(&self, chain: &Chain) -> bool {
        let by_words = chain.names.keys().any(|name| {
            let mut words = name.iter();
            words.all(|word| self.modifiers.contains(word))
        });
        by_words || (chain.known).is_some_and(|known| self.modifiers.contains(known.name))
    }

    /// Whether what it says cannot be true of a chain: another gender, another age, a part of another whole, another office.
    pub fn cannot_be(&self, own: Option<Gender>, ages: &BTreeSet<u16>, chain: &Chain) -> bool {
        let other_gender =
            matches!((own, chain.gender), (Some(own), Some(other)) if own.is_other(other));
        let other_age = !ages.is_empty() && !chain.ages.is_empty() && ages.is_disjoint(&chain.ages);
        // "The Senate committee" is not the House Intelligence Committee.
        let owners = self.owners();
        let others = owners_of(chain);
        let other_owner = !owners.is_empty() && !others.is_empty() && owners.is_disjoint(&others);
        // "The vice president" is not President Marlow.
        let ranked = self.office && self.head.contains(' ') && !chain.offices.is_empty();
        let other_office = ranked && roles::fit(&self.role(), chain).is_none();
        other_gender
            || other_age
            || other_owner && !chain.is_person()
            || other_office
            || self.names_as_owner(chain)
    }

    /// The places and organizations among its words.
    fn owners(&self) -> BTreeSet<&str> {
        let words = self.modifiers.iter().map(String::as_str);
        words
            .filter(|word| word.starts_with(char::is_uppercase))
            .collect()
    }

    /// How many words that tell which one is meant are not said of the other.
    pub fn beyond(&self, other: &Self) -> usize {
        let beyond = self.modifiers.difference(&other.modifiers);
        beyond.filter(|word| is_telling(word)).count()
    }

    /// How many words besides the noun are said of both.
    pub fn shared(&self, other: &Self) -> usize {
        self.modifiers.intersection(&other.modifiers).count()
    }

    /// Whether no words tell the one from the other: not "the first officer" and "the second officer".
    pub fn fits_words(&self, other: &Self) -> bool {
        self.beyond(other) == 0 || other.beyond(self) == 0
    }

    /// As if it were a phrase of its own.
    pub fn role(&self) -> Role {
        Role {
            head: self.head.clone(),
            modifiers: self.modifiers.iter().map(|word| fold(word)).collect(),
            person: self.office,
            determiner: Determiner::The,
            phrase: self.head.clone(),
            is: None,
        }
    }
}

/// The places and organizations that stand in a chain's names and descriptions.
fn owners_of(chain: &Chain) -> BTreeSet<&str> {
    let longer = chain.names.keys().filter(|name| name.len() > 1);
    let in_names = longer.flatten().filter_map(|word| gazetteer::owner(word));
    let said = chain.description.iter().flat_map(Description::owners);
    in_names.chain(said).collect()
}

/// Whether a word tells which one is meant: a name, a figure, a rank, anything out of the ordinary.
fn is_telling(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
        || !gazetteer::is_common_word(word)
        || matches!(
            word,
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "last"
                | "next"
                | "other"
                | "another"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
        )
}

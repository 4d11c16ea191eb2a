//! The chains of one document: who is mentioned where.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::antecedents::{self, Asked, Spoken};
use super::chain::{self, Chain};
use super::counterparts::Features;
use super::descriptions::Description;
use super::{ages, deeds, introductions, names};
use crate::analysis::gazetteer::{self, Gender};
use crate::analysis::meanings::Meanings;
use crate::analysis::mentions::{Candidate, Reference, Role};
use crate::model::{BlockKind, DocumentAnalysis, EntityKind};

/// One document's mentions in chains.
pub(super) struct Chained {
    pub chains: Vec<Chain>,
    /// For each candidate the chain that it belongs to; nothing where it is not safe to say.
    pub chain_of: Vec<Option<usize>>,
}

/// Told of what is decided.
pub(super) trait Notes {
    /// A chain that a description could refer to: the description, what speaks for the chain, its candidates.
    fn antecedent(&mut self, description: usize, features: &[f32], chain: &[usize]);
    /// Candidates of a description and of a name that could be meant, and what speaks for it.
    fn introduction(&mut self, features: &[f32], candidates: [Vec<usize>; 2]);
}

/// Puts the candidates of one document into chains.
pub(super) fn read<'a>(
    number: usize,
    documents: &'a [DocumentAnalysis],
    candidates: &[Candidate],
    meanings: &'a Meanings,
    notes: Option<&'a mut dyn Notes>,
) -> Chained {
    let (forms, form_of) = forms(number, candidates);
    let linked = names::link(&forms);
    let groups = &linked.groups;
    let mut reader = Reader {
        number,
        documents,
        meanings,
        groups: chain::merged(&forms, groups),
        spoken: BTreeMap::new(),
        paragraph: 0,
        people: Vec::new(),
        group_of: vec![None; candidates.len()],
        notes,
    };
    for (index, candidate) in candidates.iter().enumerate() {
        let named = |index: usize| {
            let group = groups.of(form_of[index]?);
            let choices = linked.ambiguous.get(&group).map_or(&[][..], Vec::as_slice);
            Some((group, choices))
        };
        reader.read(index, candidate, &named);
    }
    reader.introduce();
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
struct Reader<'a> {
    number: usize,
    documents: &'a [DocumentAnalysis],
    meanings: &'a Meanings,
    groups: BTreeMap<usize, Chain>,
    spoken: BTreeMap<usize, Last>,
    paragraph: usize,
    /// The people named in this paragraph so far.
    people: Vec<usize>,
    group_of: Vec<Option<usize>>,
    notes: Option<&'a mut dyn Notes>,
}

/// Where a chain was spoken of.
struct Last {
    candidate: usize,
    sentence: usize,
    paragraph: usize,
    mentions: usize,
    in_title: bool,
}

/// Chains that a description is held against: those spoken of last.
const MOST_CHAINS: usize = 60;

impl Reader<'_> {
    /// `named` knows for every candidate that is a name its group, and the groups that the name may mean as well.
    fn read<'c>(
        &mut self,
        index: usize,
        candidate: &Candidate,
        named: &dyn Fn(usize) -> Option<(usize, &'c [usize])>,
    ) {
        if candidate.paragraph != self.paragraph {
            self.paragraph = candidate.paragraph;
            self.people.clear();
        }
        let group = match &candidate.reference {
            Reference::Name(_) => {
                named(index).map(|(group, choices)| self.last_spoken_of(choices).unwrap_or(group))
            }
            Reference::Around(_) => None,
            Reference::Role(role) => {
                let is = role.is.and_then(|other| {
                    self.group_of[other].or_else(|| named(other).map(|(group, _)| group))
                });
                self.described(index, candidate, role, is)
            }
            Reference::Pronoun(gender) => self.antecedent(*gender),
        };
        if let Some(group) = group {
            self.speak(group, index, candidate);
        }
        self.group_of[index] = group;
    }

    fn speak(&mut self, group: usize, index: usize, candidate: &Candidate) {
        let last = self.spoken.entry(group).or_insert(Last {
            candidate: index,
            sentence: candidate.sentence,
            paragraph: candidate.paragraph,
            mentions: 0,
            in_title: false,
        });
        last.candidate = index;
        last.sentence = candidate.sentence;
        last.paragraph = candidate.paragraph;
        last.mentions += 1;
        let document = &self.documents[self.number];
        let block = document.document.blocks.get(candidate.paragraph);
        last.in_title |= block.is_some_and(|block| block.kind == BlockKind::Title);
        let chain = self.groups.entry(group).or_default();
        chain.sentences.insert((self.number, candidate.sentence));
        chain.phrases.extend(candidate.phrase());
        chain.deeds.extend(deeds::of(document, candidate));
        chain.ages.extend(ages::of(document, candidate));
        let several = matches!(&candidate.reference, Reference::Role(role) if role.is_plural());
        chain.several |= several;
        if let Reference::Pronoun(gender) = candidate.reference {
            chain.gender = chain.gender.or(Some(gender));
        }
        if chain.is_person() && !several && !self.people.contains(&group) {
            self.people.push(group);
        }
    }

    /// Of several whom a short name may mean, the one who was spoken of last, or else the first in the text.
    fn last_spoken_of(&self, choices: &[usize]) -> Option<usize> {
        let when = |group: &&usize| self.spoken.get(group).map(|last| last.candidate);
        let spoken = choices.iter().filter(|group| when(group).is_some());
        spoken.max_by_key(when).or_else(|| choices.first()).copied()
    }

    /// Who or what a description refers to: what its sentence says, or a chain before it, or one of its own.
    fn described(
        &mut self,
        index: usize,
        candidate: &Candidate,
        role: &Role,
        is: Option<usize>,
    ) -> Option<usize> {
        let Some(description) = Description::of(role) else {
            return is;
        };
        let known = is.or_else(|| self.likeliest(index, candidate, role, &description));
        let group =
            known.unwrap_or_else(|| self.groups.keys().next_back().map_or(0, |last| last + 1));
        let chain = self.groups.entry(group).or_default();
        chain.documents.insert(self.number);
        if let Some(kind) = candidate.kind.filter(|_| chain.names.is_empty()) {
            *chain.votes.entry(kind).or_default() += 1;
        }
        match &mut chain.description {
            Some(said) => said.absorb(&description),
            said => *said = Some(description),
        }
        chain.gender = chain.gender.or_else(|| gazetteer::noun_gender(&role.head));
        Some(group)
    }

    /// The chain before it that a description most probably refers to, if that is probable enough.
    fn likeliest(
        &mut self,
        index: usize,
        candidate: &Candidate,
        role: &Role,
        description: &Description,
    ) -> Option<usize> {
        let mut notes = self.notes.take();
        let mut best: Option<(f32, usize)> = None;
        let options = self.options(candidate);
        let called_so = |option: &Spoken<'_>| {
            let known = option.chain.description.as_ref();
            known.is_some_and(|known| known.shares_noun(description))
        };
        let asked = Asked {
            role,
            description,
            kind: candidate.kind,
            deeds: &deeds::of(&self.documents[self.number], candidate),
            noun_is_taken: options.iter().any(called_so),
        };
        let gender = gazetteer::noun_gender(&role.head);
        let age = ages::of(&self.documents[self.number], candidate)
            .into_iter()
            .collect();
        let possible = options.iter().filter(|option| {
            !option.chain.rules_out(candidate.kind)
                && !description.cannot_be(gender, &age, option.chain)
        });
        for option in possible {
            let features = antecedents::features(&asked, option, self.meanings);
            if let Some(notes) = &mut notes {
                notes.antecedent(index, &features, &self.candidates_of(option.group));
            }
            let odds = antecedents::odds(&features, self.meanings);
            if best.is_none_or(|(most, _)| odds > most) {
                best = Some((odds, option.group));
            }
        }
        self.notes = notes;
        let (odds, group) = best?;
        antecedents::is_enough(odds).then_some(group)
    }

    fn candidates_of(&self, group: usize) -> Vec<usize> {
        let all = self.group_of.iter().enumerate();
        all.filter(|(_, of)| **of == Some(group))
            .map(|(candidate, _)| candidate)
            .collect()
    }

    /// Gives those whom the article describes first the names that it tells later.
    fn introduce(&mut self) {
        let mut notes = self.notes.take();
        let mut note = |pair: [usize; 2], features: &Features| {
            if let Some(notes) = &mut notes {
                notes.introduction(features, pair.map(|group| self.candidates_of(group)));
            }
        };
        let found = introductions::find(&self.groups, self.documents, self.meanings, &mut note);
        for (described, named) in found {
            if let Some(chain) = self.groups.remove(&described)
                && let Some(whole) = self.groups.get_mut(&named)
            {
                whole.absorb(&chain);
            }
            for group in &mut self.group_of {
                if *group == Some(described) {
                    *group = Some(named);
                }
            }
        }
        self.notes = notes;
    }

    /// The chains before a candidate, the last spoken of first.
    fn options(&self, candidate: &Candidate) -> Vec<Spoken<'_>> {
        let mut recent: Vec<(&usize, &Last)> = self.spoken.iter().collect();
        recent.sort_unstable_by_key(|(_, last)| Reverse(last.candidate));
        recent.truncate(MOST_CHAINS);
        let mut rivals: BTreeMap<Option<EntityKind>, usize> = BTreeMap::new();
        let mut most: BTreeMap<Option<EntityKind>, usize> = BTreeMap::new();
        for (group, last) in &recent {
            let most = most.entry(self.groups[group].kind()).or_default();
            *most = last.mentions.max(*most);
        }
        let options = recent.into_iter().map(|(&group, last)| {
            let chain = &self.groups[&group];
            let rivals = rivals.entry(chain.kind()).or_default();
            *rivals += 1;
            Spoken {
                group,
                chain,
                since: candidate.sentence.saturating_sub(last.sentence),
                same_paragraph: candidate.paragraph == last.paragraph,
                mentions: last.mentions,
                most_spoken_of: most[&chain.kind()] == last.mentions,
                rivals: *rivals - 1,
                in_title: last.in_title,
            }
        });
        options.collect()
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

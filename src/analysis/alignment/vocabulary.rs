//! What statements are compared by, as numbers with a weight: a rare word says more than a common one.

use std::collections::HashMap;

use crate::model::EntityId;

/// Something that two statements can share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u32);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Word(String),
    Entity(EntityId),
}

/// All terms of an analysis, with the number of sentences that hold each.
#[derive(Debug, Default)]
pub struct Vocabulary {
    keys: HashMap<Key, Term>,
    names: Vec<String>,
    written: Vec<String>,
    sentences: Vec<u32>,
    total: u32,
}

impl Vocabulary {
    pub fn word(&mut self, stem: &str, written: &str) -> Term {
        self.term(Key::Word(stem.to_owned()), stem, written)
    }

    pub fn entity(&mut self, entity: EntityId, name: &str) -> Term {
        self.term(Key::Entity(entity), name, name)
    }

    /// Counts a sentence that holds each of these terms once.
    pub fn count(&mut self, terms: &[Term]) {
        self.total += 1;
        for term in terms {
            self.sentences[term.0 as usize] += 1;
        }
    }

    /// How much it says that two statements share this term, 0 upward.
    pub fn weight(&self, term: Term) -> f32 {
        let holding = self.sentences[term.0 as usize] as f32;
        (1.0 + self.total as f32 / (1.0 + holding)).ln()
    }

    /// The number of terms.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The stem or the entity's name.
    pub fn name(&self, term: Term) -> &str {
        &self.names[term.0 as usize]
    }

    /// The word as it first stood in a text, or the entity's name: what a reader is shown.
    pub fn written(&self, term: Term) -> &str {
        &self.written[term.0 as usize]
    }

    fn term(&mut self, key: Key, name: &str, written: &str) -> Term {
        if let Some(term) = self.keys.get(&key) {
            return *term;
        }
        let term = Term(self.names.len() as u32);
        self.names.push(name.to_owned());
        self.written.push(written.to_owned());
        self.sentences.push(0);
        self.keys.insert(key, term);
        term
    }
}

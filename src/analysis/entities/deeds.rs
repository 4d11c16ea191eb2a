//! What one does and suffers, by the grammar of the sentences that speak of one: the woman who was shot, not the man who
//! shot her.

use crate::analysis::mentions::Candidate;
use crate::analysis::vocabulary::VOCABULARY;
use crate::model::{DocumentAnalysis, PartOfSpeech, ReadWord, Reading, Relation};

/// Verbs of which everybody is the subject.
const LIGHT: [&str; 17] = [
    "be", "have", "do", "get", "go", "come", "make", "take", "want", "know", "think", "see",
    "give", "include", "become", "remain", "use",
];

/// Verbs of those who are asked or tell.
const SPEAKING: [&str; 6] = ["say", "tell", "add", "explain", "announce", "confirm"];

/// A verb, and on which side of it one stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Deed {
    pub verb: String,
    pub suffers: bool,
}

impl Deed {
    pub fn is_speech(&self) -> bool {
        !self.suffers && SPEAKING.contains(&self.verb.as_str())
    }

    /// Whether few others do or suffer it.
    pub fn is_telling(&self) -> bool {
        !LIGHT.contains(&self.verb.as_str()) && !SPEAKING.contains(&self.verb.as_str())
    }

    /// The part of the one on the other side.
    pub fn reversed(&self) -> Self {
        Self {
            verb: self.verb.clone(),
            suffers: !self.suffers,
        }
    }
}

/// What the sentence of a mention says that the mentioned one does and suffers. Nothing without the network's grammar.
pub(super) fn of(document: &DocumentAnalysis, candidate: &Candidate) -> Vec<Deed> {
    let Some(reading) = document.readings.get(candidate.sentence) else {
        return Vec::new();
    };
    let Some(noun) = head_of(reading, candidate) else {
        return Vec::new();
    };
    let reader = Reader {
        document,
        words: &reading.words,
    };
    let mut deeds = reader.clauses_of(noun);
    deeds.extend(reader.governed(noun));
    deeds
}

/// The last word of the mention whose head lies outside it.
fn head_of(reading: &Reading, candidate: &Candidate) -> Option<usize> {
    let start = (reading.words).partition_point(|word| word.span.end <= candidate.span.start);
    let end = (reading.words).partition_point(|word| word.span.start < candidate.span.end);
    (start..end).rev().find(|&at| {
        let head = reading.words[at].head;
        head.is_none_or(|head| !(start..end).contains(&head))
    })
}

struct Reader<'a> {
    document: &'a DocumentAnalysis,
    words: &'a [ReadWord],
}

impl Reader<'_> {
    /// "The woman dragged to her death", "the man who shot her".
    fn clauses_of(&self, noun: usize) -> Vec<Deed> {
        let verbs = self.below(noun, Relation::ClausalModifier);
        verbs
            .filter(|&verb| self.words[verb].part == PartOfSpeech::Verb)
            .filter_map(|verb| {
                let subject = self.below(verb, Relation::Subject).next();
                let own_subject =
                    subject.is_none_or(|subject| self.words[subject].part == PartOfSpeech::Pronoun);
                let passive = self.below(verb, Relation::PassiveSubject).next().is_some();
                let participle = subject.is_none() && !self.text(verb).ends_with("ing");
                own_subject.then(|| self.deed(verb, passive || participle))
            })
            .collect()
    }

    /// "The woman was dragged", "he shot her", "the killing of the woman" is none.
    fn governed(&self, noun: usize) -> Vec<Deed> {
        let mut at = noun;
        while matches!(
            self.words[at].relation,
            Relation::Conjunct | Relation::Apposition
        ) {
            match self.words[at].head {
                Some(head) => at = head,
                None => break,
            }
        }
        let Some(verb) = self.words[at].head else {
            return Vec::new();
        };
        if self.words[verb].part != PartOfSpeech::Verb {
            return Vec::new();
        }
        match self.words[at].relation {
            Relation::Object => vec![self.deed(verb, true)],
            Relation::Subject => self.with_shared(verb, false),
            Relation::PassiveSubject => self.with_shared(verb, true),
            Relation::Oblique if self.is_agent(at) => vec![self.deed(verb, false)],
            _ => Vec::new(),
        }
    }

    /// What the verbs say that share the subject of one: "was arrested and accused", "tried to flee".
    fn with_shared(&self, verb: usize, suffers: bool) -> Vec<Deed> {
        let mut deeds = vec![self.deed(verb, suffers)];
        for relation in [Relation::Conjunct, Relation::OpenComplement] {
            for other in self.below(verb, relation) {
                let own = [Relation::Subject, Relation::PassiveSubject]
                    .iter()
                    .any(|&subject| self.below(other, subject).next().is_some());
                if !own && self.words[other].part == PartOfSpeech::Verb {
                    deeds.push(self.deed(other, suffers && relation == Relation::Conjunct));
                }
            }
        }
        deeds
    }

    /// Whether a phrase of a passive names who did it: "by the driver".
    fn is_agent(&self, noun: usize) -> bool {
        self.below(noun, Relation::Case)
            .any(|case| self.text(case).eq_ignore_ascii_case("by"))
    }

    fn below(&self, head: usize, relation: Relation) -> impl Iterator<Item = usize> {
        let words = self.words;
        (0..words.len())
            .filter(move |&at| words[at].head == Some(head) && words[at].relation == relation)
    }

    fn deed(&self, verb: usize, suffers: bool) -> Deed {
        Deed {
            verb: VOCABULARY.verb_lemma(&self.text(verb).to_lowercase()),
            suffers,
        }
    }

    fn text(&self, word: usize) -> &str {
        self.document.document.text.slice(self.words[word].span)
    }
}

//! What the network reads in a sentence, and what it makes of two statements.

use serde::{Deserialize, Serialize};

use super::{EntityKind, Kind, PartOfSpeech, Relation, Verdict};
use crate::text::Span;

/// What the network read in one sentence.
///
/// Spans come from the encoder as bytes into the sentence, and lie in an analysis as bytes into the source text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Where the sentence points in meaning: of length one, so that a product of two is their likeness.
    pub vector: Vec<f32>,
    /// In order. Each mark of punctuation is one by itself, also within "don't".
    pub words: Vec<ReadWord>,
    /// In order, none within another.
    pub names: Vec<ReadName>,
    /// In order. Those of different roles may lie in one another.
    pub attributions: Vec<ReadAttribution>,
    /// Whether the sentence was too long, so that its end was not read.
    pub cut: bool,
}

/// One word and its place in the grammar of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadWord {
    pub span: Span,
    pub part: PartOfSpeech,
    pub relation: Relation,
    /// The index of the word that governs it; nothing for the root. Heads never go round in a circle.
    pub head: Option<usize>,
}

/// A name, without its article and its possessive "'s".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadName {
    pub span: Span,
    pub kind: EntityKind,
    /// How sure the network is of the kind over all words of the name, 0 to 1.
    pub confidence: f32,
}

/// Part of an attribution: **Macron** *said* "…".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadAttribution {
    pub span: Span,
    pub role: AttributionRole,
    /// How sure the network is over all words, 0 to 1.
    pub confidence: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AttributionRole {
    /// Who is said to have said it.
    Source,
    /// The words that attribute: "said", "according to".
    Cue,
    /// What is said to have been said.
    Content,
}

impl Reading {
    /// The same with every span moved to the right by `offset` bytes.
    #[must_use]
    pub fn shifted(mut self, offset: usize) -> Self {
        let spans = (self.words.iter_mut().map(|word| &mut word.span))
            .chain(self.names.iter_mut().map(|name| &mut name.span))
            .chain(self.attributions.iter_mut().map(|part| &mut part.span));
        for span in spans {
            *span = span.shifted(offset);
        }
        self
    }

    /// How like two sentences are in meaning: 1 for the same, about 0 for strangers.
    pub fn likeness(&self, other: &Self) -> f32 {
        let products = self.vector.iter().zip(&other.vector).map(|(a, b)| a * b);
        products.sum()
    }

    /// The word that holds a byte, by its index.
    pub fn word_at(&self, byte: usize) -> Option<usize> {
        let after = self.words.partition_point(|word| word.span.start <= byte);
        let index = after.checked_sub(1)?;
        (byte < self.words[index].span.end).then_some(index)
    }
}

/// What the first of two statements means for the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inference {
    Entailment,
    Neutral,
    Contradiction,
}

impl Inference {
    /// In the order of the network's outputs.
    pub const ALL: [Self; 3] = [Self::Entailment, Self::Neutral, Self::Contradiction];
}

/// What the network makes of two statements: probabilities, each list in the order of its `ALL`.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// From the first statement to the second.
    pub inferences: [f32; 3],
    /// The same in either order of the statements.
    pub verdicts: [f32; 6],
    /// What differs, if anything does; the same in either order of the statements.
    pub kinds: [f32; 10],
    /// Whether the two were too long together, so that an end was not read.
    pub cut: bool,
}

impl Judgement {
    /// The likeliest inference.
    pub fn inference(&self) -> Inference {
        Inference::ALL[likeliest(&self.inferences)]
    }

    /// The likeliest verdict.
    pub fn verdict(&self) -> Verdict {
        Verdict::ALL[likeliest(&self.verdicts)]
    }

    /// The likeliest kind of difference.
    pub fn kind(&self) -> Kind {
        Kind::ALL[likeliest(&self.kinds)]
    }

    /// How likely one verdict is.
    pub fn chance(&self, verdict: Verdict) -> f32 {
        let place = Verdict::ALL.iter().position(|&each| each == verdict);
        place.map_or(0.0, |place| self.verdicts[place])
    }

    /// How likely the two do not go together: in conflict or in dispute.
    pub fn clash(&self) -> f32 {
        self.chance(Verdict::Conflict) + self.chance(Verdict::Dispute)
    }
}

/// The place of the largest number, the first of equals.
fn likeliest(chances: &[f32]) -> usize {
    let mut best = 0;
    for (index, chance) in chances.iter().enumerate() {
        if *chance > chances[best] {
            best = index;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judgement_reads_its_likeliest_answers() {
        let judgement = Judgement {
            inferences: [0.2, 0.2, 0.6],
            verdicts: [0.1, 0.1, 0.1, 0.3, 0.35, 0.05],
            kinds: [0.0, 0.0, 0.9, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            cut: false,
        };
        assert_eq!(judgement.inference(), Inference::Contradiction);
        assert_eq!(judgement.verdict(), Verdict::Conflict);
        assert_eq!(judgement.kind(), Kind::Place);
        assert!(
            (judgement.clash() - 0.65).abs() < 1e-6,
            "dispute and conflict"
        );
    }

    #[test]
    fn a_byte_between_words_is_in_none() {
        let word = |start, end| ReadWord {
            span: Span::new(start, end),
            part: PartOfSpeech::Noun,
            relation: Relation::Root,
            head: None,
        };
        let reading = Reading {
            words: vec![word(0, 3), word(4, 6)],
            ..Reading::default()
        };
        let found = [0, 2, 3, 4, 5, 6].map(|byte| reading.word_at(byte));
        assert_eq!(found, [Some(0), Some(0), None, Some(1), Some(1), None]);
        assert_eq!(reading.shifted(10).words[1].span, Span::new(14, 16));
    }
}

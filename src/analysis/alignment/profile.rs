//! What each statement is about, made comparable once, before any two are compared.

use super::vocabulary::{Term, Vocabulary};
use super::words::{content_stem, stem};
use crate::model::{Analysis, DocumentId, Mention, MentionForm, StatementId};
use crate::text::{Span, TokenKind, fold};

/// How many sentences before and after count as the surroundings of one.
const SURROUNDINGS: usize = 2;

/// The terms of every statement of an analysis.
#[derive(Debug, Default)]
pub struct Profiles {
    vocabulary: Vocabulary,
    /// By document, then by sentence: what is compared.
    sentences: Vec<Vec<Vec<Placed>>>,
    /// By document, then by sentence: the stem of every word.
    words: Vec<Vec<Vec<Placed>>>,
    statements: Vec<Profile>,
}

/// What one statement is about.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Of the clause; in order, each once.
    pub terms: Vec<Term>,
    /// Of the whole sentence.
    pub sentence: Vec<Term>,
    /// Of the sentences around it, its own left out.
    pub surroundings: Vec<Term>,
    pub predicate: Option<Term>,
    /// The summed squared weight of `sentence`.
    pub sentence_mass: f32,
}

/// A term with its place in the text.
#[derive(Clone, Copy, Debug)]
struct Placed {
    term: Term,
    span: Span,
}

impl Profiles {
    pub fn of(analysis: &Analysis) -> Self {
        let mut profiles = Self::default();
        for document in analysis.document_ids() {
            let placed = profiles.read_document(analysis, document);
            profiles.sentences.push(placed);
            let words = profiles.read_words(analysis, document);
            profiles.words.push(words);
        }
        for statement in &analysis.statements {
            let predicate = statement.predicate.as_ref().map(|predicate| {
                profiles
                    .vocabulary
                    .word(&stem(&predicate.lemma), &predicate.lemma)
            });
            let sentences = &profiles.sentences[statement.document.index()];
            let own = &sentences[statement.sentence];
            let terms = distinct(
                own.iter()
                    .filter(|placed| statement.span.contains(placed.span)),
            );
            let first = statement.sentence.saturating_sub(SURROUNDINGS);
            let last = (statement.sentence + SURROUNDINGS + 1).min(sentences.len());
            let around = (first..last)
                .filter(|&sentence| sentence != statement.sentence)
                .flat_map(|sentence| &sentences[sentence]);
            let sentence = distinct(own.iter());
            profiles.statements.push(Profile {
                terms,
                sentence_mass: profiles.mass(sentence.iter().copied()),
                sentence,
                surroundings: distinct(around),
                predicate,
            });
        }
        profiles
    }

    pub fn statement(&self, id: StatementId) -> &Profile {
        &self.statements[id.index()]
    }

    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The terms that lie inside a span of one sentence, in order, each once.
    pub fn terms_in(&self, document: DocumentId, sentence: usize, span: Span) -> Vec<Term> {
        distinct(
            self.sentences[document.index()][sentence]
                .iter()
                .filter(|placed| span.overlaps(placed.span)),
        )
    }

    /// The stem of every word that lies inside a span of one sentence.
    pub fn stems_in(&self, document: DocumentId, sentence: usize, span: Span) -> Vec<(&str, Span)> {
        self.words[document.index()][sentence]
            .iter()
            .filter(|placed| span.contains(placed.span))
            .map(|placed| (self.vocabulary.name(placed.term), placed.span))
            .collect()
    }

    /// Cosine of two term lists, each term weighted by how rare it is: 0 to 1.
    pub fn similarity(&self, one: &[Term], other: &[Term]) -> f32 {
        let shared = self.mass(shared(one, other));
        if shared == 0.0 {
            return 0.0;
        }
        shared / (self.mass(one.iter().copied()) * self.mass(other.iter().copied())).sqrt()
    }

    /// The summed squared weight of terms.
    pub fn mass(&self, terms: impl IntoIterator<Item = Term>) -> f32 {
        terms
            .into_iter()
            .map(|term| self.vocabulary.weight(term).powi(2))
            .sum()
    }

    fn read_words(&mut self, analysis: &Analysis, document: DocumentId) -> Vec<Vec<Placed>> {
        let text = &analysis.document(document).text;
        let segments = analysis.segments(document);
        (0..segments.sentences.len())
            .map(|sentence| {
                segments
                    .tokens_of(sentence)
                    .iter()
                    .filter(|token| token.kind == TokenKind::Word)
                    .map(|token| Placed {
                        term: {
                            let written = text.slice(token.span);
                            self.vocabulary.word(&stem(&fold(written)), written)
                        },
                        span: token.span,
                    })
                    .collect()
            })
            .collect()
    }

    fn read_document(&mut self, analysis: &Analysis, document: DocumentId) -> Vec<Vec<Placed>> {
        let mentions = mentions_of(analysis, document);
        let text = &analysis.document(document).text;
        let segments = analysis.segments(document);
        let mut next_mention = 0;
        let mut sentences = Vec::with_capacity(segments.sentences.len());
        for (index, sentence) in segments.sentences.iter().enumerate() {
            while mentions
                .get(next_mention)
                .is_some_and(|mention| mention.span.end <= sentence.span.start)
            {
                next_mention += 1;
            }
            let inside: Vec<&Mention> = mentions[next_mention..]
                .iter()
                .take_while(|mention| mention.span.start < sentence.span.end)
                .copied()
                .collect();
            let mut placed = Vec::new();
            for mention in &inside {
                let entity = analysis.entity(mention.entity);
                placed.push(Placed {
                    term: self.vocabulary.entity(mention.entity, &entity.name),
                    span: mention.span,
                });
                if let Some(related) = entity.related {
                    placed.push(Placed {
                        term: self
                            .vocabulary
                            .entity(related, &analysis.entity(related).name),
                        span: mention.span,
                    });
                }
            }
            for token in segments.tokens_of(index) {
                let named = inside.iter().any(|mention| {
                    mention.form == MentionForm::Name && mention.span.contains(token.span)
                });
                if token.kind == TokenKind::Word
                    && !named
                    && let Some(stem) = content_stem(text.slice(token.span))
                {
                    placed.push(Placed {
                        term: self.vocabulary.word(&stem, text.slice(token.span)),
                        span: token.span,
                    });
                }
            }
            self.vocabulary.count(&distinct(placed.iter()));
            sentences.push(placed);
        }
        sentences
    }
}

/// The terms that both sorted lists hold.
pub fn shared(one: &[Term], other: &[Term]) -> Vec<Term> {
    one.iter()
        .copied()
        .filter(|term| other.binary_search(term).is_ok())
        .collect()
}

fn distinct<'a>(placed: impl Iterator<Item = &'a Placed>) -> Vec<Term> {
    let mut terms: Vec<Term> = placed.map(|placed| placed.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn mentions_of(analysis: &Analysis, document: DocumentId) -> Vec<&Mention> {
    let first = analysis
        .mentions
        .partition_point(|mention| mention.document < document);
    analysis.mentions[first..]
        .iter()
        .take_while(|mention| mention.document == document)
        .collect()
}

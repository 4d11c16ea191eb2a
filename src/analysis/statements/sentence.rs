//! One sentence made ready for the rules: its words, verb groups and clauses.

use crate::model::{DocumentAnalysis, Mention, MentionForm, Reading};
use crate::text::{Quotation, SourceText, Span};

use super::clauses::{self, Clause};
use super::frame;
use super::verbs::{self, VerbGroup};
use super::words::{MAX_WORDS, Tag, Word, read_words};

/// A sentence, or a piece of an overlong one.
pub struct SentenceReading<'a> {
    pub source: &'a SourceText,
    /// Index of the sentence in the document's segments.
    pub index: usize,
    pub span: Span,
    pub words: Vec<Word>,
    pub groups: Vec<VerbGroup>,
    pub clauses: Vec<Clause>,
    /// What the network read in the whole sentence, where it was asked.
    pub heard: Option<&'a Reading>,
}

impl SentenceReading<'_> {
    /// The words from `first` up to `end` without punctuation at either side.
    pub fn content(&self, first: usize, end: usize) -> Option<Span> {
        let keep = |at: &usize| !matches!(self.words[*at].tag, Tag::Comma | Tag::Stop);
        let first = (first..end).find(keep)?;
        let last = (first..end).rev().find(keep)?;
        Some(super::words::span_of(&self.words, first, last))
    }

    /// The same without a quotation mark or bracket at either side that has no partner inside.
    pub fn assertion(&self, first: usize, end: usize) -> Option<Span> {
        let (mut first, mut end) = (first, end);
        while first < end {
            let inside = &self.words[first..end];
            let count = |tag| inside.iter().filter(|word| word.tag == tag).count();
            let (opens, closes) = (count(Tag::Open), count(Tag::Close));
            match (inside.first()?.tag, inside.last()?.tag) {
                (Tag::Comma | Tag::Stop | Tag::Close, _) => first += 1,
                (_, Tag::Comma | Tag::Stop | Tag::Open) => end -= 1,
                (Tag::Open, _) if opens > closes => first += 1,
                (_, Tag::Close) if closes > opens => end -= 1,
                _ => break,
            }
        }
        self.content(first, end)
    }

    pub fn group_of(&self, clause: &Clause) -> Option<&VerbGroup> {
        clause.group.map(|group| &self.groups[group])
    }

    /// The subject of a clause: its own, or the one that it shares with a clause before it.
    pub fn subject(&self, clause: &Clause) -> Option<Span> {
        let mut clause = clause;
        for _ in 0..4 {
            if let Some(group) = self.group_of(clause)
                && let Some(subject) = frame::subject(&self.words, clause, group)
            {
                return Some(subject);
            }
            let before = &self.clauses[clause.before?];
            // "He was away when it began and would not say more": the clause of time lends no subject.
            clause = match before.before {
                Some(outer) if self.is_adverbial(before) => &self.clauses[outer],
                _ => before,
            };
        }
        None
    }

    fn is_adverbial(&self, clause: &Clause) -> bool {
        self.words[clause.first].is_any(&[
            "when", "while", "after", "before", "because", "since", "as", "if", "although",
            "though", "until", "where",
        ])
    }

    pub fn ends_with_question(&self) -> bool {
        self.words
            .iter()
            .rev()
            .take_while(|word| word.tag.is_punctuation())
            .any(|word| word.is("?"))
    }
}

/// Reads every sentence of a document.
pub fn read_all<'a>(
    document: &'a DocumentAnalysis,
    mentions: &[&Mention],
) -> Vec<SentenceReading<'a>> {
    let source = &document.document.text;
    let segments = &document.segments;
    let names: Vec<Span> = mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Name)
        .map(|mention| mention.span)
        .collect();
    let mut readings = Vec::new();
    for (index, sentence) in segments.sentences.iter().enumerate() {
        for tokens in segments.tokens[sentence.tokens.clone()].chunks(MAX_WORDS) {
            let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
            let first = names.partition_point(|name| name.end <= span.start);
            let last = names.partition_point(|name| name.start < span.end);
            let opens = |byte| quotation_opens(&segments.quotations, byte);
            let words = read_words(source, tokens, opens, &names[first..last.max(first)]);
            let groups = verbs::find(&words);
            let clauses = clauses::split(&words, &groups);
            readings.push(SentenceReading {
                source,
                index,
                span,
                words,
                groups,
                clauses,
                heard: document.readings.get(index),
            });
        }
    }
    readings
}

/// Whether the straight mark at a byte opens a quotation or closes one.
fn quotation_opens(quotations: &[Quotation], byte: usize) -> Option<bool> {
    let after = quotations.partition_point(|quotation| quotation.span.start <= byte);
    let quotation = quotations[..after].last()?;
    if byte == quotation.span.start {
        Some(true)
    } else if byte >= quotation.inner.end && byte < quotation.span.end {
        Some(false)
    } else {
        None
    }
}

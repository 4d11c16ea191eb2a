//! Reports without a verb: "according to S, X", "X, according to S", "reportedly".

use crate::analysis::statements::sentence::SentenceReading;
use crate::analysis::statements::words::{Tag, span_of, spells};
use crate::model::{Attribution, Source};

use super::lexicon::{Manner, REPORTING};
use super::{Report, source};

/// The reports of phrases and adverbs of one sentence.
pub fn find(sentence: &SentenceReading<'_>) -> Vec<Report> {
    (0..sentence.words.len())
        .filter_map(|at| according_to(sentence, at).or_else(|| adverb(sentence, at)))
        .collect()
}

fn according_to(sentence: &SentenceReading<'_>, at: usize) -> Option<Report> {
    let words = &sentence.words;
    let length = REPORTING
        .prepositions
        .iter()
        .find_map(|phrase| spells(words, at, phrase))?;
    let (first, last) = source::phrase_from(words, at + length, words.len())?;
    let leads = words[..at].iter().all(|word| {
        word.tag.is_punctuation() || matches!(word.tag, Tag::Adverb | Tag::Coordinator)
    });
    let content = if leads {
        let comma = (last + 1..words.len()).find(|&at| words[at].tag == Tag::Comma);
        sentence.content(comma.unwrap_or(last + 1), words.len())?
    } else {
        sentence.content(0, at)?
    };
    Some(Report {
        attribution: Attribution {
            source: Some(Source {
                span: span_of(words, first, last),
                entity: None,
            }),
            cue: Some(span_of(words, at, at + length - 1)),
            content,
            quoted: false,
            embedded: None,
        },
        manner: Manner::Plain,
        sentence: sentence.index,
        clause: None,
        bare: false,
    })
}

fn adverb(sentence: &SentenceReading<'_>, at: usize) -> Option<Report> {
    let words = &sentence.words;
    if !REPORTING.adverbs.contains(&words[at].lower) {
        return None;
    }
    // The innermost clause that holds the adverb.
    let clause = sentence
        .clauses
        .iter()
        .rev()
        .find(|clause| clause.own().any(|own| own == at))?;
    Some(Report {
        attribution: Attribution {
            source: None,
            cue: Some(words[at].span),
            content: sentence.content(clause.first, clause.end)?,
            quoted: false,
            embedded: None,
        },
        manner: Manner::Claim,
        sentence: sentence.index,
        clause: None,
        bare: false,
    })
}

//! Reporting verbs: "S said X", "X, S said", "X, said S", "S: X", "told S that X".

use crate::analysis::statements::clauses::Clause;
use crate::analysis::statements::sentence::SentenceReading;
use crate::analysis::statements::verbs::VerbGroup;
use crate::analysis::statements::words::{Tag, Word, span_of};
use crate::model::{Attribution, Source};
use crate::text::{Quotation, Span};

use super::lexicon::{Manner, REPORTING};
use super::{Report, quotation_at, source};

/// How many words may name and describe a speaker.
const LONGEST_SPEAKER: usize = 30;

/// The reports of the verbs of one sentence.
pub fn find(sentence: &SentenceReading<'_>, quotations: &[Quotation]) -> Vec<Report> {
    (0..sentence.clauses.len())
        .filter_map(|clause| report(sentence, clause, quotations))
        .collect()
}

fn report(
    sentence: &SentenceReading<'_>,
    clause_index: usize,
    quotations: &[Quotation],
) -> Option<Report> {
    let words = &sentence.words;
    let clause = &sentence.clauses[clause_index];
    let group = sentence.group_of(clause)?;
    let lemma = group.lemma(words);
    let quotation = quotation_after(words, group.last, quotations);
    let manner = REPORTING.manner(&lemma).or_else(|| {
        quotation
            .filter(|_| REPORTING.judgment.contains(&lemma))
            .map(|_| Manner::Plain)
    })?;
    if group.passive && !REPORTING.passives.contains(&lemma) {
        return None;
    }
    let right = content_after(sentence, clause_index, group, quotations);
    let left = content_before(sentence, clause, group, quotations);
    let (content, after) = match (left, right) {
        // "X, S said, Y" is one utterance; "X, and S said that Y" is not.
        (Some(left), Some((right, Link::Resumed))) => {
            (left.cover(right), speaker(sentence, clause, group))
        }
        (_, Some((right, Link::Complement))) => (right, None),
        (None, Some((right, Link::Resumed))) if quotation.is_some() => (right, None),
        (Some(left), None) => (left, speaker(sentence, clause, group)),
        _ => return None,
    };
    if matches!(manner, Manner::Belief | Manner::Finding) && !content_is_clause(sentence, content) {
        return None;
    }
    let before = || {
        sentence
            .subject(clause)
            .filter(|subject| !content.overlaps(*subject))
            .filter(|_| !group.passive)
    };
    let span = after.or_else(before);
    let content = spoken_part(sentence, content, quotations);
    let quoted = quotations_cover(quotations, content);
    let speaks = span.is_some_and(|span| can_speak(words, span));
    if !speaks && !group.passive {
        return None;
    }
    Some(Report {
        attribution: Attribution {
            source: span.map(|span| Source { span, entity: None }),
            cue: Some(span_of(words, group.first, group.last)),
            content,
            quoted,
            embedded: None,
        },
        manner,
        sentence: sentence.index,
        clause: Some(clause_index),
        bare: content_is_clause(sentence, content) || !sentence.span.contains(content),
    })
}

/// Whether a subject can be a source: not a bare time, and not the speaker's own "I think".
fn can_speak(words: &[Word], span: Span) -> bool {
    let first = words.partition_point(|word| word.span.start < span.start);
    let inside = words[first..]
        .iter()
        .take_while(|word| word.span.end <= span.end);
    let mut nouns = inside.filter(|word| word.tag.is_nominal() || word.tag == Tag::Relative);
    match (nouns.next(), nouns.next()) {
        (Some(only), None) => !only.is_any(&[
            "i",
            "we",
            "you",
            "one",
            "it",
            "there",
            "this",
            "that",
            "what",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "month",
            "week",
            "year",
            "day",
            "morning",
            "night",
        ]),
        (None, _) => false,
        _ => true,
    }
}

/// How the words after a reporting verb hang on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "said that …", "said: …", "said …".
    Complement,
    /// "…, S said, …".
    Resumed,
}

fn content_after(
    sentence: &SentenceReading<'_>,
    clause: usize,
    group: &VerbGroup,
    quotations: &[Quotation],
) -> Option<(Span, Link)> {
    let words = &sentence.words;
    let end = content_end(sentence, clause);
    let mut at = group.last + 1;
    let mut resumed = false;
    while let Some(word) = words.get(at).filter(|_| at < end) {
        match word.tag {
            Tag::Subordinator | Tag::Relative
                if word.is_any(&[
                    "that", "whether", "if", "how", "why", "what", "where", "when", "who",
                ]) && !(word.is_any(&["when", "where", "who"]) && at > group.last + 1) =>
            {
                return whole(sentence, at, end, quotations)
                    .map(|content| (content, Link::Complement));
            }
            Tag::Open if !word.is_any(&["(", "[", "{"]) => {
                let link = if resumed {
                    Link::Resumed
                } else {
                    Link::Complement
                };
                return whole(sentence, at, end, quotations).map(|content| (content, link));
            }
            Tag::Stop if word.is(":") => {
                return whole(sentence, at + 1, end, quotations)
                    .map(|content| (content, Link::Complement));
            }
            Tag::Comma => {
                resumed = true;
                at += 1;
            }
            Tag::Stop | Tag::Subordinator | Tag::Relative | Tag::Gerund => break,
            _ if sentence
                .clauses
                .iter()
                .any(|other| other.first == at && other.first > sentence.clauses[clause].first) =>
            {
                let start = after_addressee(words, group, at);
                let link = if resumed {
                    Link::Resumed
                } else {
                    Link::Complement
                };
                return whole(sentence, start, end, quotations).map(|content| (content, link));
            }
            _ => at += 1,
        }
    }
    // "denied killing her", "warned of floods": the content is a phrase.
    let lemma = group.lemma(words);
    let claims = |at: &usize| words[*at].is_any(&["claims", "claimed", "claim"]);
    let phrase = lemma == "deny" || lemma == "refute" || group.governors.iter().any(claims);
    if phrase && group.last + 1 < end {
        return whole(sentence, group.last + 1, end, quotations)
            .map(|content| (content, Link::Complement));
    }
    None
}

/// The content from a word to the end, with the quotation that it begins or ends in.
fn whole(
    sentence: &SentenceReading<'_>,
    first: usize,
    end: usize,
    quotations: &[Quotation],
) -> Option<Span> {
    let words = &sentence.words;
    let first = (first..end).find(|&at| !matches!(words[at].tag, Tag::Comma | Tag::Stop))?;
    let mut content = sentence.content(first, end)?;
    if words[first].tag == Tag::Open
        && let Some(quotation) = quotation_at(quotations, words[first].span)
    {
        content = content.cover(quotation.span);
    }
    Some(content)
}

/// Where content that begins after a clause ends: before the next clause that reports something else.
fn content_end(sentence: &SentenceReading<'_>, clause: usize) -> usize {
    let words = &sentence.words;
    for other in sentence.clauses.iter().skip(clause + 1) {
        let Some(group) = sentence.group_of(other) else {
            continue;
        };
        let before = other.first.checked_sub(1).map(|at| words[at].tag);
        let adds = words[group.first].tag == Tag::Gerund && before == Some(Tag::Comma);
        let shares = group.first == other.first
            && matches!(before, Some(Tag::Coordinator | Tag::Comma))
            && group.finite;
        if adds || shares {
            let lemma = group.lemma(words);
            if REPORTING.speech.contains(&lemma) || REPORTING.claim.contains(&lemma) {
                return other.first;
            }
        }
    }
    words.len()
}

fn after_addressee(words: &[Word], group: &VerbGroup, at: usize) -> usize {
    let lemma = group.lemma(words);
    if at != group.last + 1
        || ![
            "tell", "inform", "assure", "remind", "warn", "notify", "advise", "promise",
        ]
        .contains(&lemma.as_str())
    {
        return at;
    }
    let mut next = at;
    while next < words.len() && words[next].tag == Tag::Name {
        next += 1;
    }
    if next == at {
        next += 1;
    }
    let begins = words.get(next).is_some_and(|word| {
        matches!(
            word.tag,
            Tag::Determiner | Tag::Pronoun | Tag::Name | Tag::Noun | Tag::Possessive | Tag::Number
        )
    });
    if begins { next } else { at }
}

fn content_before(
    sentence: &SentenceReading<'_>,
    clause: &Clause,
    group: &VerbGroup,
    quotations: &[Quotation],
) -> Option<Span> {
    let words = &sentence.words;
    let edge = speaker_edge(words, clause, group)?;
    let mut content = sentence.content(0, edge)?;
    let mark = (0..edge)
        .rev()
        .take(3)
        .find(|&at| words[at].tag == Tag::Close);
    if let Some(quotation) = mark.and_then(|mark| quotation_at(quotations, words[mark].span)) {
        // Words before the quotation stay with it only where they are a part of what was said.
        content = if quotation.span.start <= content.start {
            content.cover(quotation.span)
        } else {
            content
        };
    }
    Some(content)
}

/// Where the words about the speaker begin, if what stands before them can be what was said.
///
/// They begin after the closing mark of a quotation, whatever commas the speaker's name holds; without one, after
/// the comma that parts the reporting clause from the other.
fn speaker_edge(words: &[Word], clause: &Clause, group: &VerbGroup) -> Option<usize> {
    let quotes = |at: &usize| words[*at].tag == Tag::Close && !words[*at].is_any(&[")", "]", "}"]);
    let nothing_between = |at: &usize| {
        !words[*at + 1..group.first]
            .iter()
            .any(|word| word.tag.is_finite())
    };
    let far = group.first.saturating_sub(LONGEST_SPEAKER);
    if let Some(mark) = (far..group.first)
        .rev()
        .find(quotes)
        .filter(nothing_between)
    {
        return Some(mark + 1);
    }
    let edge = clause.first.min(group.first);
    let before = if edge > 0 && edge < group.first {
        edge
    } else {
        group.first
    };
    let mark = (0..before).rev().find(|&at| words[at].tag != Tag::Adverb)?;
    let closed = words[mark].tag == Tag::Comma || words[mark].is_any(&["–", "—", "--", "?", "!"]);
    // The comma after "the company that runs the plant," parts nothing from what was said.
    if clause.inner.iter().any(|inner| inner.end == mark) {
        return None;
    }
    // Without a quotation, only a clause with a verb can be what was said.
    let asserts = words[..mark].iter().any(|word| word.tag.is_finite());
    (closed && asserts && words[clause.first].tag != Tag::Relative).then_some(before)
}

/// The source of "…, said Smith" or "…, Smith said": the noun phrase after the verb where none stands before it.
fn speaker(sentence: &SentenceReading<'_>, clause: &Clause, group: &VerbGroup) -> Option<Span> {
    let words = &sentence.words;
    let edge = speaker_edge(words, clause, group)?;
    let named = words[edge.min(group.first)..group.first]
        .iter()
        .any(|word| word.tag.is_nominal());
    if group.passive {
        None
    } else if named {
        source::span_from(words, edge, group.first)
    } else {
        source::span_from(words, group.last + 1, words.len())
    }
}

fn quotation_after(words: &[Word], last: usize, quotations: &[Quotation]) -> Option<Quotation> {
    words
        .iter()
        .skip(last + 1)
        .take(12)
        .find(|word| word.tag == Tag::Open)
        .and_then(|word| quotation_at(quotations, word.span))
}

pub(super) fn content_is_clause(sentence: &SentenceReading<'_>, content: Span) -> bool {
    sentence
        .groups
        .iter()
        .any(|group| group.finite && content.contains(sentence.words[group.first].span))
}

/// The quotation alone where no other goes on with it: "“We hope so” concerning the office", "“We do,” and smiled".
fn spoken_part(sentence: &SentenceReading<'_>, content: Span, quotations: &[Quotation]) -> Span {
    let Some(quotation) = quotation_at(quotations, Span::new(content.start, content.start))
        .filter(|quotation| quotation.span.start == content.start)
    else {
        return content;
    };
    let rest = Span::new(quotation.span.end.min(content.end), content.end);
    let goes_on = quotations
        .get(quotations.partition_point(|other| other.span.start < rest.start))
        .is_some_and(|other| other.span.start < rest.end);
    if content_is_clause(sentence, quotation.span) && !goes_on {
        quotation.span
    } else {
        content
    }
}

/// Whether a content stands in quotation marks, all or nearly all of it.
pub(super) fn quotations_cover(quotations: &[Quotation], content: Span) -> bool {
    let after = quotations.partition_point(|quotation| quotation.span.start < content.end);
    let covered: usize = quotations[..after]
        .iter()
        .rev()
        .take_while(|quotation| quotation.span.end > content.start)
        .map(|quotation| {
            quotation.span.end.min(content.end) - quotation.span.start.max(content.start)
        })
        .sum();
    covered * 10 >= content.len() * 6
}

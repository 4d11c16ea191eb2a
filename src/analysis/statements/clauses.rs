//! Splits a sentence into clauses, one for each verb group that asserts something.

use std::ops::Range;

use super::verbs::VerbGroup;
use super::words::{Tag, Word};
use crate::analysis::vocabulary::VOCABULARY;

/// A stretch of words around one verb group.
///
/// A clause holds the clauses that interrupt it: "the man *who lives there* was arrested" is one clause in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub first: usize,
    /// Index after its last word.
    pub end: usize,
    /// Index of its verb group, if it has any.
    pub group: Option<usize>,
    /// Clauses that interrupt this one.
    pub inner: Vec<Range<usize>>,
    /// The clause whose subject it shares where it has none of its own.
    pub before: Option<usize>,
}

impl Clause {
    /// Indexes of the words that belong to this clause and to none inside it.
    pub fn own(&self) -> impl Iterator<Item = usize> + '_ {
        (self.first..self.end).filter(|at| !self.inner.iter().any(|inner| inner.contains(at)))
    }
}

/// What opens a clause between two verbs.
enum Boundary {
    /// The next clause begins at this word.
    At(usize),
    /// The verb belongs to a clause that was interrupted.
    Return,
    /// The verb is part of the clause before it.
    None,
}

/// The clauses of a sentence, in the order in which they begin.
pub fn split(words: &[Word], groups: &[VerbGroup]) -> Vec<Clause> {
    let begin = after_dateline(words);
    let mut clauses = vec![Clause {
        first: begin,
        end: words.len(),
        group: None,
        inner: Vec::new(),
        before: None,
    }];
    // Clauses that began and still wait for their verb; the last is the innermost.
    let mut open = vec![0_usize];
    let mut from = begin;
    for (index, group) in groups.iter().enumerate() {
        if !heads_clause(words, group) {
            continue;
        }
        let current = *open.last().unwrap_or(&0);
        let waiting = open.len() > 1;
        match boundary(words, from, group, &clauses[current], groups, waiting) {
            Boundary::At(at) if at > clauses[current].first => {
                let interrupts = clauses[current].group.is_none();
                if !interrupts {
                    clauses[current].end = at;
                    open.pop();
                }
                open.push(clauses.len());
                clauses.push(Clause {
                    first: at,
                    end: words.len(),
                    group: Some(index),
                    inner: Vec::new(),
                    before: Some(current),
                });
            }
            Boundary::Return if waiting => {
                let at = trim_end(words, clauses[current].first, group.first);
                clauses[current].end = at;
                open.pop();
                let outer = *open.last().unwrap_or(&0);
                let inner = clauses[current].first..at;
                clauses[outer].inner.push(inner);
                clauses[outer].group = Some(index);
            }
            _ if clauses[current].group.is_none() => clauses[current].group = Some(index),
            _ => continue,
        }
        from = group.last + 1;
    }
    close(words, &mut clauses);
    clauses
}

/// The index after "PARIS (Reuters) –" or "Paris:".
fn after_dateline(words: &[Word]) -> usize {
    let stop = words
        .iter()
        .take(9)
        .position(|word| word.tag == Tag::Stop && !word.is(".") && !word.is("-"));
    match stop {
        Some(at)
            if at > 0
                && words[..at].iter().all(|word| {
                    word.capital || word.tag.is_punctuation() || word.tag == Tag::Number
                })
                && at + 1 < words.len() =>
        {
            at + 1
        }
        _ => 0,
    }
}

/// Ends every clause where the next one that it does not hold begins, and drops loose ends.
fn close(words: &[Word], clauses: &mut [Clause]) {
    for index in 0..clauses.len() {
        let end = clauses[index].end;
        let limit = if clauses[index].group.is_none() {
            clauses.get(index + 1).map_or(end, |next| next.first)
        } else {
            end
        };
        clauses[index].end = trim_end(words, clauses[index].first, limit.min(end));
    }
}

/// The end without the punctuation and conjunctions that lead over to the next clause.
fn trim_end(words: &[Word], first: usize, mut end: usize) -> usize {
    while end > first + 1
        && matches!(
            words[end - 1].tag,
            Tag::Comma | Tag::Coordinator | Tag::Stop | Tag::Open
        )
    {
        end -= 1;
    }
    end
}

/// Whether a verb group makes a clause of its own.
fn heads_clause(words: &[Word], group: &VerbGroup) -> bool {
    if group.finite {
        return true;
    }
    // ", killing 17 people": a participle after a comma says something of its own.
    matches!(words[group.first].tag, Tag::Gerund | Tag::Participle)
        && group.first > 0
        && words[group.first - 1].tag == Tag::Comma
        && !words[group.first].is_any(&["including", "according", "following", "concerning"])
}

fn boundary(
    words: &[Word],
    from: usize,
    group: &VerbGroup,
    current: &Clause,
    groups: &[VerbGroup],
    waiting: bool,
) -> Boundary {
    if !group.finite {
        return Boundary::At(group.first);
    }
    let region = from..group.first;
    let opener = region.clone().rev().find(|&at| {
        let word = &words[at];
        match word.tag {
            Tag::Subordinator | Tag::Relative => true,
            // Before the first verb, a dash or a bracket only interrupts the subject.
            Tag::Stop => current.group.is_some() || word.is_any(&[":", ";"]),
            Tag::Open => !word.is_any(&["(", "[", "{"]) && current.group.is_some(),
            _ => false,
        }
    });
    let comma = region.clone().rev().find(|&at| {
        matches!(words[at].tag, Tag::Comma | Tag::Close) && has_nominal(words, at + 1..group.first)
    });
    if let Some(at) = opener {
        let interrupted = region.clone().any(|at| words[at].tag == Tag::Comma)
            && waiting
            && current.group.is_some()
            && words[at].tag == Tag::Close;
        if !interrupted {
            return Boundary::At(opening(words, from, at));
        }
    }
    if current.group.is_none() {
        // The first verb of the clause: its subject may hold commas.
        return Boundary::None;
    }
    if waiting && comma.is_none() && !region.clone().any(|at| words[at].tag == Tag::Coordinator) {
        return Boundary::Return;
    }
    let ends_with_comma = group.first > from && words[group.first - 1].tag == Tag::Comma;
    if waiting && ends_with_comma {
        return Boundary::Return;
    }
    // "“…,” said Smith": the reporting verb stands right after what was said.
    let follows = group.first > from
        && matches!(words[group.first - 1].tag, Tag::Comma | Tag::Close)
        && !words[group.first - 1].is_any(&[")", "]", "}"]);
    if follows && takes_clause(words, group) {
        return Boundary::At(group.first);
    }
    if let Some(at) = comma {
        return Boundary::At(after_coordinator(words, at + 1));
    }
    let reporter = current
        .group
        .map(|index| &groups[index])
        .is_some_and(|before| takes_clause(words, before));
    let coordinator = region
        .clone()
        .rev()
        .find(|&at| words[at].tag == Tag::Coordinator);
    match coordinator {
        Some(at) if !reporter || at + 1 == group.first || !has_nominal(words, from..at) => {
            Boundary::At(at + 1)
        }
        _ if has_nominal(words, region) => {
            if reporter || coordinator.is_some() {
                Boundary::At(from)
            } else {
                Boundary::None
            }
        }
        _ => Boundary::None,
    }
}

/// Where a clause begins that is opened by the word at `at`: with "in" of "in which".
fn opening(words: &[Word], from: usize, at: usize) -> usize {
    if words[at].tag == Tag::Stop || words[at].tag == Tag::Open {
        return after_coordinator(words, at + 1);
    }
    if words[at].tag == Tag::Relative
        && at > from
        && matches!(words[at - 1].tag, Tag::Preposition | Tag::To)
    {
        return at - 1;
    }
    at
}

fn after_coordinator(words: &[Word], at: usize) -> usize {
    if words
        .get(at)
        .is_some_and(|word| word.tag == Tag::Coordinator)
    {
        at + 1
    } else {
        at
    }
}

fn has_nominal(words: &[Word], region: Range<usize>) -> bool {
    words[region]
        .iter()
        .any(|word| word.tag.is_nominal() || word.tag == Tag::Determiner)
}

/// Whether the verb can be followed by a clause without "that": "said the man was".
fn takes_clause(words: &[Word], group: &VerbGroup) -> bool {
    let lemma = group.lemma(words);
    super::attribution::takes_clause(&lemma) || VOCABULARY.function.be.contains(&lemma)
}

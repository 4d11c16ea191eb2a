//! The noun phrases of a sentence, as its grammar has them: "the 34-year-old suspect", "his tax returns".

use std::ops::Range;

use super::nominals::is_determiner;
use super::runs::{Place, cover, office_at};
use super::words::Word;
use super::{Candidate, Reference, Role};
use crate::analysis::gazetteer;
use crate::model::{EntityKind, PartOfSpeech, ReadWord, Reading, Relation};
use crate::text::Span;

/// Most words that are taken in after a noun: "in northeast Philadelphia".
const MOST_AFTER: usize = 8;

/// A noun with what belongs to it.
struct Phrase {
    /// From its article or owner to the noun: "the old plant".
    core: Range<usize>,
    /// With what follows and tells which one: "the old plant in northeast Philadelphia".
    whole: Range<usize>,
}

/// Appends the descriptions of one sentence, and the phrases around its names.
///
/// `first` is where the candidates of the sentence begin.
pub(super) fn read(
    words: &[Word<'_>],
    reading: &Reading,
    place: Place<'_>,
    first: usize,
    out: &mut Vec<Candidate>,
) {
    for phrase in of_reading(words, reading) {
        let reader = Reader {
            words,
            place,
            first,
        };
        let Some(core) = reader.core(phrase.core.clone(), out) else {
            continue;
        };
        if phrase.whole.end > phrase.core.end {
            reader.around(core, phrase.whole, out);
        }
    }
}

struct Reader<'a> {
    words: &'a [Word<'a>],
    place: Place<'a>,
    first: usize,
}

impl Reader<'_> {
    /// Appends what a phrase up to its noun refers to, and gives its index; nothing where it points at nothing.
    fn core(&self, phrase: Range<usize>, out: &mut Vec<Candidate>) -> Option<usize> {
        let span = cover(self.words, phrase.clone());
        let own = out.iter().enumerate().skip(self.first);
        if let Some((known, _)) = own.clone().find(|(_, candidate)| candidate.span == span) {
            return Some(known);
        }
        let last = &self.words[phrase.end - 1];
        let at_end = own
            .clone()
            .filter(|(_, candidate)| {
                candidate.name().is_some() && candidate.span.contains(last.span)
            })
            .max_by_key(|(_, name)| name.span.len());
        if let Some((index, name)) = at_end {
            let article = usize::from(is_determiner(&self.words[phrase.start].folded));
            let leads = self.words[phrase.start + article].span.start < name.span.start;
            if leads {
                self.around(index, phrase, out);
            }
            return Some(index);
        }
        let role = self.role(phrase)?;
        let kind = gazetteer::noun_kind(&last.folded).unwrap_or(EntityKind::Other);
        self.push(span, Some(kind), Reference::Role(role), out);
        Some(out.len() - 1)
    }

    /// What a phrase without a name says of whom it means.
    fn role(&self, phrase: Range<usize>) -> Option<Role> {
        let phrase = &self.words[phrase];
        let last = phrase.last()?;
        let noun = last.folded.as_str();
        let described = gazetteer::described(noun);
        let strange = last.is_capitalized() && last.span.start > self.words[0].span.start;
        let says_nothing = described.is_none() && (gazetteer::is_vague(noun) || strange);
        if says_nothing || !last.is_word() {
            return None;
        }
        let office = described.is_some_and(|described| described.office);
        let head = described.map_or(noun, |described| described.head);
        let head = office_at(phrase, phrase.len() - 1).unwrap_or_else(|| head.to_owned());
        Some(Role::new(phrase, head, office))
    }

    /// Appends a longer phrase around a candidate.
    fn around(&self, index: usize, phrase: Range<usize>, out: &mut Vec<Candidate>) {
        let span = cover(self.words, phrase);
        if out
            .iter()
            .skip(self.first)
            .all(|candidate| candidate.span != span)
        {
            self.push(span, out[index].kind, Reference::Around(index), out);
        }
    }

    fn push(
        &self,
        span: Span,
        kind: Option<EntityKind>,
        reference: Reference,
        out: &mut Vec<Candidate>,
    ) {
        out.push(Candidate {
            span,
            sentence: self.place.sentence,
            paragraph: self.place.paragraph,
            kind,
            reference,
        });
    }
}

/// The phrases of a sentence in the order of their nouns. A phrase may lie in another: "Flynn" in "Flynn's lawyer".
fn of_reading(words: &[Word<'_>], reading: &Reading) -> Vec<Phrase> {
    let read = &reading.words;
    let heads = (0..read.len()).filter(|&at| is_head(read, at));
    let mut phrases: Vec<Phrase> = heads
        .filter_map(|head| {
            let core = extent(read, head);
            let whole = core.start..end_of_whole(read, head, core.end);
            Some(Phrase {
                core: on_words(words, read, core)?,
                whole: on_words(words, read, whole)?,
            })
        })
        .collect();
    phrases.sort_by_key(|phrase| (phrase.core.end, phrase.core.start));
    phrases
}

/// Where the first phrase ends that follows a noun and belongs to it: "in northeast Philadelphia", "of paid speeches".
fn end_of_whole(read: &[ReadWord], head: usize, end: usize) -> usize {
    let follows = |at: &usize| {
        read[*at].head == Some(head) && read[*at].relation == Relation::NominalModifier
    };
    let Some(after) = (end..read.len()).find(follows) else {
        return end;
    };
    let belongs = |at: usize| {
        let mut above = Some(at);
        while let Some(word) = above.filter(|&word| word != after) {
            above = read[word].head;
        }
        above.is_some()
    };
    let mut to = end;
    while to < read.len() && belongs(to) && read[to].part != PartOfSpeech::Punctuation {
        to += 1;
    }
    if to > after && to - end <= MOST_AFTER {
        to
    } else {
        end
    }
}

/// Whether a word is the noun that a phrase is about: "returns", not "tax", in "tax returns".
fn is_head(read: &[ReadWord], at: usize) -> bool {
    is_noun(&read[at])
        && !read[at]
            .head
            .is_some_and(|head| is_noun(&read[head]) && is_within_name(read[at].relation))
}

fn is_noun(word: &ReadWord) -> bool {
    matches!(word.part, PartOfSpeech::Noun | PartOfSpeech::ProperNoun)
}

fn is_within_name(relation: Relation) -> bool {
    use Relation::{Compound, Fixed, Flat, GoesWith};
    matches!(relation, Compound | Flat | Fixed | GoesWith)
}

/// From the first word that stands before the noun and belongs to it, up to the noun or the end of its name.
fn extent(read: &[ReadWord], head: usize) -> Range<usize> {
    let mut own = vec![false; read.len()];
    own[head] = true;
    // Heads may stand on either side: those left of the noun are looked at from right to left, and once more.
    for _ in 0..2 {
        for at in (0..head).rev() {
            own[at] |= read[at]
                .head
                .is_some_and(|parent| own[parent] && (parent != head || leads(read[at].relation)));
        }
    }
    let mut start = head;
    while start > 0 && own[start - 1] {
        start -= 1;
    }
    let mut end = head + 1;
    while end < read.len() && read[end].head == Some(head) && is_within_name(read[end].relation) {
        end += 1;
    }
    start..end
}

/// Whether words of such a relation to a noun lead up to it.
fn leads(relation: Relation) -> bool {
    use Relation::{
        AdjectivalModifier, Compound, Determiner, Flat, NominalModifier, NumericModifier,
    };
    matches!(
        relation,
        Determiner | AdjectivalModifier | Compound | NumericModifier | NominalModifier | Flat
    )
}

/// The same stretch in the words that names are found in; these may be longer: "34-year-old" is one.
fn on_words(words: &[Word<'_>], read: &[ReadWord], phrase: Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (read[phrase.start].span, read[phrase.end - 1].span);
    let start = words.partition_point(|word| word.span.end <= first.start);
    let end = words.partition_point(|word| word.span.start < last.end);
    let begins_clean = words.get(start)?.span.start >= first.start || start + 1 < end;
    (start < end && begins_clean).then_some(start..end)
}

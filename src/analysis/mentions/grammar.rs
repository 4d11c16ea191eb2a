//! The noun phrases of a sentence, as its grammar has them: "the 34-year-old suspect", "his tax returns".

use std::ops::Range;

use super::words::Word;
use crate::analysis::gazetteer;
use crate::model::{EntityKind, PartOfSpeech, ReadWord, Reading, Relation};

/// Most words that are taken in after a noun: "in northeast Philadelphia".
const MOST_AFTER: usize = 12;

/// A noun with what belongs to it.
pub(super) struct Phrase {
    /// The noun's place in the reading.
    pub noun: usize,
    /// From its article or owner to the noun: "the old plant".
    pub core: Range<usize>,
    /// The same with what follows and tells which one: "the old plant in northeast Philadelphia".
    pub wholes: Vec<Range<usize>>,
    /// The noun or pronoun, by its place in the reading, of which the sentence says that it is this.
    pub is: Option<usize>,
}

/// The phrases of a sentence in the order of their nouns. A phrase may lie in another: "Flynn" in "Flynn's lawyer".
pub(super) fn phrases(words: &[Word<'_>], reading: &Reading) -> Vec<Phrase> {
    let read = &reading.words;
    let heads = (0..read.len()).filter(|&at| is_head(read, at));
    heads
        .filter_map(|noun| {
            let core = extent(words, read, noun);
            let mut wholes: Vec<Range<usize>> = ends(read, noun, core.end)
                .into_iter()
                .filter_map(|end| on_words(words, read, core.start..end))
                .collect();
            wholes.dedup();
            let apposed = read[noun].relation == Relation::Apposition;
            let is = read[noun]
                .head
                .filter(|&head| apposed && is_noun(&read[head]));
            Some(Phrase {
                noun,
                core: on_words(words, read, core)?,
                wholes,
                is: is.or_else(|| subject_of(words, read, noun)),
            })
        })
        .collect()
}

/// "Macron" in "Macron is the president", unless it is denied.
fn subject_of(words: &[Word<'_>], read: &[ReadWord], noun: usize) -> Option<usize> {
    let own = |at: &usize| read[*at].head == Some(noun);
    let with =
        |relation: Relation| (0..read.len()).find(|at| own(at) && read[*at].relation == relation);
    with(Relation::Copula)?;
    let denied = (0..read.len()).filter(own).any(|at| {
        let word = words.partition_point(|word| word.span.end <= read[at].span.start);
        let folded = words.get(word).map_or("", |word| word.folded.as_str());
        folded.ends_with("n't") || matches!(folded, "not" | "no" | "never" | "n't" | "if")
    });
    let subject = with(Relation::Subject).filter(|_| !denied)?;
    (is_noun(&read[subject]) || read[subject].part == PartOfSpeech::Pronoun).then_some(subject)
}

/// Where the phrase may end after its core: after the first phrase that follows and belongs to it, "in northeast
/// Philadelphia", and after all that follows and belongs to it, "accused of killing two co-workers".
fn ends(read: &[ReadWord], noun: usize, core: usize) -> Vec<usize> {
    let tells = |at: usize| {
        matches!(
            read[at].relation,
            Relation::NominalModifier | Relation::ClausalModifier
        )
    };
    // The word right below the noun through which a word belongs to it.
    let branch = |at: usize| {
        let mut below = at;
        while let Some(above) = read[below].head {
            if above == noun {
                return Some(below);
            }
            below = above;
        }
        None
    };
    let mut ends = Vec::new();
    let mut at = core;
    while at < read.len() && at - core < MOST_AFTER {
        let Some(below) = branch(at).filter(|&below| below >= core && tells(below)) else {
            break;
        };
        if read[at].part == PartOfSpeech::Punctuation {
            break;
        }
        let follows = read.get(at + 1).is_some() && branch(at + 1) == Some(below);
        at += 1;
        if !follows {
            ends.push(at);
        }
    }
    let whole = ends.len() > 2;
    if whole {
        ends.drain(1..ends.len() - 1);
    }
    ends.extend(end_of_apposition(read, noun));
    ends
}

/// After "a lawyer for the church" in "Carol Dunne, a lawyer for the church, said".
fn end_of_apposition(read: &[ReadWord], noun: usize) -> Option<usize> {
    let apposed = (noun + 1..read.len().min(noun + MOST_AFTER)).find(|&at| {
        read[at].part != PartOfSpeech::Punctuation
            && read[at - 1].part != PartOfSpeech::CoordinatingConjunction
            && read[at].head == Some(noun)
            && read[at].relation == Relation::Apposition
            && is_noun(&read[at])
    })?;
    let belongs = |mut at: usize| loop {
        match read[at].head {
            Some(head) if head == apposed => break true,
            Some(head) => at = head,
            None => break false,
        }
    };
    let mut end = apposed + 1;
    while end < read.len() && end - noun <= MOST_AFTER && belongs(end) {
        end += 1;
    }
    let goes_on = end < read.len() && belongs(end);
    while end > apposed + 1 && read[end - 1].part == PartOfSpeech::Punctuation {
        end -= 1;
    }
    (!goes_on).then_some(end)
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
fn extent(words: &[Word<'_>], read: &[ReadWord], head: usize) -> Range<usize> {
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
    // In a long sentence a modifier may be tied to a noun far away; it still stands before its own.
    let mut start = first_of_word(words, read, head);
    while start > 0 {
        let before = first_of_word(words, read, start - 1);
        let belongs = (before..start).any(|at| own[at] || stands_before_noun(&read[at]));
        if !belongs && !is_title(words, &read[before], &read[start]) {
            break;
        }
        start = before;
    }
    let mut end = head + 1;
    while end < read.len() && read[end].head == Some(head) && is_within_name(read[end].relation) {
        end += 1;
    }
    start..end
}

/// The first part of the word that a part belongs to: "Editor" of "Editor-in-Chief".
fn first_of_word(words: &[Word<'_>], read: &[ReadWord], at: usize) -> usize {
    let word = words.partition_point(|word| word.span.end <= read[at].span.start);
    let begins = words.get(word).map_or(0, |word| word.span.start);
    (0..at)
        .rev()
        .take_while(|&before| read[before].span.start >= begins)
        .last()
        .unwrap_or(at)
}

/// Whether a noun stands right before a name as its title, however the sentence was read: "substitute Hasim Rahman".
fn is_title(words: &[Word<'_>], noun: &ReadWord, name: &ReadWord) -> bool {
    let at = words.partition_point(|word| word.span.end <= noun.span.start);
    let person = |word: &Word<'_>| gazetteer::noun_kind(&word.folded) == Some(EntityKind::Person);
    noun.part == PartOfSpeech::Noun
        && name.part == PartOfSpeech::ProperNoun
        && words.get(at).is_some_and(person)
}

/// Whether a word is one that nothing but a noun can follow: "the", "lanky", "Oscar" in "the lanky Oscar host".
fn stands_before_noun(word: &ReadWord) -> bool {
    use PartOfSpeech::{Adjective, Determiner, Noun, Numeral, ProperNoun};
    let modifies = matches!(
        word.relation,
        Relation::Determiner
            | Relation::AdjectivalModifier
            | Relation::Compound
            | Relation::NumericModifier
    );
    modifies
        && matches!(
            word.part,
            Adjective | Determiner | Noun | Numeral | ProperNoun
        )
}

/// Whether words of such a relation to a noun lead up to it: also "defeated" in "his defeated opponent".
fn leads(relation: Relation) -> bool {
    use Relation::{
        AdjectivalModifier, Apposition, ClausalModifier, Compound, Determiner, Flat,
        NominalModifier, NumericModifier,
    };
    matches!(
        relation,
        Determiner
            | AdjectivalModifier
            | Apposition
            | ClausalModifier
            | Compound
            | NumericModifier
            | NominalModifier
            | Flat
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

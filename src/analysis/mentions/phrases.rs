//! The descriptions of a sentence, and the phrases around its names, by its grammar.

use std::collections::BTreeMap;
use std::ops::Range;

use super::grammar;
use super::nominals::is_determiner;
use super::runs::{Place, cover, office_at, tell};
use super::words::{Word, folded_phrase};
use super::{Candidate, Determiner, Reference, Role};
use crate::analysis::gazetteer::{self, Sense};
use crate::model::{EntityKind, PartOfSpeech, Reading};
use crate::text::Span;

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
    let reader = Reader {
        words,
        place,
        first,
    };
    let mut of_noun = BTreeMap::new();
    let phrases = grammar::phrases(words, reading);
    let (titled, described): (Vec<_>, Vec<_>) = phrases
        .iter()
        .partition(|phrase| reading.words[phrase.noun].part == PartOfSpeech::ProperNoun);
    for phrase in titled.into_iter().chain(described) {
        let Some(core) = reader.core(phrase.core.clone(), out) else {
            continue;
        };
        of_noun.insert(phrase.noun, core);
        for whole in &phrase.wholes {
            reader.around(core, whole.clone(), out);
        }
    }
    for phrase in &phrases {
        let (Some(&this), Some(is)) = (of_noun.get(&phrase.noun), phrase.is) else {
            continue;
        };
        let span = reading.words[is].span;
        let pronoun = || {
            out.iter()
                .skip(first)
                .position(|candidate| candidate.span == span)
        };
        if let Some(that) = of_noun
            .get(&is)
            .copied()
            .or_else(|| Some(first + pronoun()?))
        {
            equate(this, that, out);
        }
    }
}

/// Notes that grammar says two candidates are one: "Lionsgate, the studio", "Macron is the president".
fn equate(this: usize, that: usize, out: &mut [Candidate]) {
    let described = |at: usize| matches!(out[at].reference, Reference::Role(_));
    let (description, other) = match (described(this), described(that)) {
        (true, _) => (this, that),
        (false, true) => (that, this),
        (false, false) => return,
    };
    let apart = match (out[description].kind, out[other].kind) {
        (Some(a), Some(b)) => a != b && (a == EntityKind::Person || b == EntityKind::Person),
        _ => false,
    };
    let is_named = out[other].name().is_some();
    let Reference::Role(role) = &mut out[description].reference else {
        return;
    };
    // "The officers, Lind and Moss" are not Lind.
    if apart || is_named && role.is_plural() {
        return;
    }
    role.is = Some(other);
    if role.person {
        let (office, owners) = (role.head.clone(), role.owners());
        tell(
            &mut out[other],
            vec![office],
            owners.into_iter().map(str::to_owned),
        );
    }
}

struct Reader<'a> {
    words: &'a [Word<'a>],
    place: Place<'a>,
    first: usize,
}

impl Reader<'_> {
    /// Appends what a phrase up to its noun refers to, and gives its index; nothing where it points at nothing. The noun
    /// is the mention, as a name is, and the phrase stands around it.
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
        if let Some(name) = self.sorted(phrase.clone(), out) {
            self.around(name, phrase, out);
            return Some(name);
        }
        if let Some(name) = self.titled(span, out) {
            return Some(name);
        }
        let kind = gazetteer::noun_kind(&last.folded);
        let beside = self.apposed(phrase.start, kind, out);
        let mut role = self.role(phrase)?;
        role.is = beside.filter(|_| matches!(role.determiner, Determiner::The | Determiner::A));
        let kind = kind.unwrap_or(EntityKind::Other);
        let noun = out.len();
        self.push(last.span, Some(kind), Reference::Role(role), out);
        if last.span != span {
            self.push(span, Some(kind), Reference::Around(noun), out);
        }
        Some(noun)
    }

    /// The name of which the last words of a phrase say what sort of thing bears it: "Vanity Fair magazine".
    fn sorted(&self, phrase: Range<usize>, out: &[Candidate]) -> Option<usize> {
        let names = out.iter().enumerate().skip(self.first);
        let named = names.filter(|(_, candidate)| {
            let place = candidate.name().and_then(|name| name.known);
            let owns = place.is_some_and(|known| known.sense != Sense::Organization);
            candidate.name().is_some() && candidate.kind != Some(EntityKind::Person) && !owns
        });
        named
            .filter(|(_, candidate)| {
                (phrase.start + 1..phrase.end).any(|sort| {
                    candidate.span.end == self.words[sort - 1].span.end
                        && gazetteer::is_sort(&folded_phrase(&self.words[sort..phrase.end]))
                })
            })
            .map(|(index, _)| index)
            .next()
    }

    /// The name whose title a phrase is: "President" in "President Emmanuel Macron".
    fn titled(&self, phrase: Span, out: &[Candidate]) -> Option<usize> {
        out.iter().skip(self.first).find_map(|whole| {
            let Reference::Around(name) = whole.reference else {
                return None;
            };
            let name_starts = out[name].span.start;
            let leads = whole.span.contains(phrase) && phrase.end <= name_starts;
            let mut between = self
                .words
                .iter()
                .filter(|word| phrase.end <= word.span.start && word.span.end <= name_starts);
            (leads && between.all(|word| word.is_word())).then_some(name)
        })
    }

    /// The name of the same kind before the comma that a phrase follows: "Ashmere Water, the company that runs the plant".
    fn apposed(&self, start: usize, kind: Option<EntityKind>, out: &[Candidate]) -> Option<usize> {
        let [.., name, comma] = &self.words[..start] else {
            return None;
        };
        let own = out.iter().enumerate().skip(self.first);
        own.filter(|_| comma.folded == "," && kind.is_some())
            .filter(|(_, other)| other.name().is_some() && other.kind == kind)
            .find(|(_, other)| other.span.end == name.span.end)
            .map(|(index, _)| index)
    }

    /// What a phrase without a name says of whom it means.
    fn role(&self, phrase: Range<usize>) -> Option<Role> {
        let phrase = &self.words[phrase];
        let last = phrase.last()?;
        let noun = last.folded.as_str();
        let described = gazetteer::described(noun);
        let strange = last.is_capitalized() && last.span.start > self.words[0].span.start;
        let address = last.text.contains(['/', '@', '_']) || last.is_party_and_state();
        let says_nothing = described.is_none() && (gazetteer::is_vague(noun) || strange || address);
        if says_nothing || !last.is_word() {
            return None;
        }
        let office = described.is_some_and(|described| described.office);
        let head = described.map_or(noun, |described| described.head);
        let head = office_at(phrase, phrase.len() - 1).unwrap_or_else(|| head.to_owned());
        Some(Role::new(phrase, head, office))
    }

    /// Appends a longer phrase around a candidate, unless its words say that another one is meant.
    fn around(&self, index: usize, phrase: Range<usize>, out: &mut Vec<Candidate>) {
        let count = |mark: &str| {
            let words = self.words[phrase.clone()].iter();
            words.filter(|word| word.folded == mark).count()
        };
        let cut_in_brackets = count("(") != count(")");
        let named = out[index].name().is_some();
        if cut_in_brackets || named && self.means_another(index, phrase.clone(), out) {
            return;
        }
        let span = cover(self.words, phrase);
        if out
            .iter()
            .skip(self.first)
            .all(|candidate| candidate.span != span)
        {
            self.push(span, out[index].kind, Reference::Around(index), out);
        }
    }

    /// "The second Hunger Games" are not the Hunger Games, and "the highest-ranking Democrat" is not the party.
    fn means_another(&self, index: usize, phrase: Range<usize>, out: &[Candidate]) -> bool {
        let name = out[index].span;
        let mut before = self.words[phrase]
            .iter()
            .filter(|word| word.span.end <= name.start);
        let other = before.clone().any(|word| {
            matches!(
                word.folded.as_str(),
                "second"
                    | "third"
                    | "next"
                    | "previous"
                    | "another"
                    | "other"
                    | "elder"
                    | "younger"
            )
        });
        let bearer = out[index].name().and_then(|name| name.words.last());
        let is_member = out[index].kind != Some(EntityKind::Person)
            && bearer.is_some_and(|word| gazetteer::noun_kind(word) == Some(EntityKind::Person));
        other || is_member && before.any(|word| !is_determiner(&word.folded))
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

//! Guesses parts of speech from lexicons, endings and neighbors.
//!
//! One pass from left to right: what stands before a word is decided when the word is read, and what stands
//! after it is only looked at by spelling.

use crate::text::Span;

use super::vocabulary::{VOCABULARY, VerbForms};
use super::words::{Tag, Word};

/// How far ahead a finite verb is looked for.
const LOOK_AHEAD: usize = 14;

/// Sets the tag of every word that is no punctuation.
pub fn tag(words: &mut [Word], names: &[Span]) {
    let headline = is_headline(words);
    let mut name = names.iter().copied().peekable();
    for index in 0..words.len() {
        while name
            .peek()
            .is_some_and(|span| span.end <= words[index].span.start)
        {
            name.next();
        }
        if words[index].tag.is_punctuation() || words[index].tag == Tag::Number {
            continue;
        }
        let known_name = name
            .peek()
            .is_some_and(|span| span.contains(words[index].span))
            && words[index].capital;
        words[index].tag = if known_name {
            Tag::Name
        } else {
            Context { words, headline }.guess(index)
        };
    }
}

/// Whether most longer words begin with a capital, so that capitals tell nothing.
fn is_headline(words: &[Word]) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for word in words {
        if word.tag == Tag::Noun && word.lower.len() > 3 {
            all += 1;
            capitals += usize::from(word.capital);
        }
    }
    all >= 3 && capitals * 10 >= all * 8
}

struct Context<'w> {
    words: &'w [Word],
    headline: bool,
}

impl Context<'_> {
    fn guess(&self, index: usize) -> Tag {
        let word = &self.words[index];
        let lower = word.lower.as_str();
        if let Some(tag) = self.closed_class(index, lower) {
            return tag;
        }
        let first = self.before(index).is_none_or(|tag| {
            matches!(tag, Tag::Open | Tag::Stop) || (tag.is_punctuation() && tag != Tag::Comma)
        });
        if word.capital && !self.headline && !first {
            return Tag::Name;
        }
        let function = &VOCABULARY.function;
        if function.number_word(lower) {
            return Tag::Number;
        }
        if function.nouns.contains(lower) {
            let progressive = lower.ends_with("ing") && self.last_auxiliary(index) == Some("be");
            let finite = VOCABULARY.verb_forms(lower).third_person
                && matches!(self.before(index), Some(Tag::Relative | Tag::Pronoun));
            return match (progressive, finite) {
                (true, _) => Tag::Gerund,
                (false, true) => Tag::Present,
                _ => Tag::Noun,
            };
        }
        let infinitive = VOCABULARY.is_verb(lower) && self.after_to_or_modal(index);
        if function.adjectives.contains(lower) && !infinitive {
            return self.adjective_or_noun(index);
        }
        let negated = lower.starts_with("un") && lower.ends_with("ed");
        let forms = VOCABULARY.verb_forms(lower);
        if negated && !VOCABULARY.is_verb(&VOCABULARY.verb_lemma(lower)) {
            return self.adjective_or_noun(index);
        }
        if forms.any() {
            return self.verb_or_not(index, forms, first && word.capital && !self.headline);
        }
        if lower.len() > 4 && lower.ends_with("ly") && !function.not_adverbs.contains(lower) {
            return Tag::Adverb;
        }
        if word.capital {
            return Tag::Name;
        }
        if is_adjective(lower) {
            return self.adjective_or_noun(index);
        }
        Tag::Noun
    }

    fn closed_class(&self, index: usize, lower: &str) -> Option<Tag> {
        let function = &VOCABULARY.function;
        let next = self.spelling(index + 1);
        Some(match lower {
            "to" => Tag::To,
            "that" => self.that(index),
            "her" => {
                if self.begins_noun(index + 1) {
                    Tag::Possessive
                } else {
                    Tag::Pronoun
                }
            }
            "'s" => {
                let subject = self.spelling(index.wrapping_sub(1));
                if [
                    "it", "he", "she", "that", "there", "what", "who", "here", "where", "how",
                ]
                .contains(&subject)
                {
                    Tag::Present
                } else {
                    Tag::Possessive
                }
            }
            "may" | "might" | "will" | "can" | "must"
                if self.words[index].capital
                    && self
                        .before(index)
                        .is_some_and(|tag| tag != Tag::Open && tag != Tag::Stop)
                    && !self.headline =>
            {
                Tag::Name
            }
            "can" | "will" | "might"
                if self.before(index).is_some_and(Tag::is_modifier) && !self.verb_at(index + 1) =>
            {
                Tag::Noun
            }
            _ if function.modals.contains(lower) => Tag::Modal,
            "be" => Tag::Base,
            "been" | "done" => Tag::Participle,
            "being" | "having" | "doing" => Tag::Gerund,
            "was" | "were" | "did" => Tag::Past,
            "had" => {
                if self.last_auxiliary(index) == Some("have") {
                    Tag::Participle
                } else {
                    Tag::Past
                }
            }
            "have" | "do" => {
                if self.after_to_or_modal(index) {
                    Tag::Base
                } else {
                    Tag::Present
                }
            }
            "us" if self.words[index].capital => Tag::Name,
            _ if function.be.contains(lower)
                || function.have.contains(lower)
                || function.do_.contains(lower) =>
            {
                Tag::Present
            }
            "who" | "whom" | "which" | "whose" => Tag::Relative,
            "where" | "when" | "why" | "how" | "what" => Tag::Relative,
            "so" => {
                if next == "that" || self.before(index) == Some(Tag::Comma) {
                    Tag::Subordinator
                } else {
                    Tag::Adverb
                }
            }
            _ if function.coordinators.contains(lower) => Tag::Coordinator,
            _ if function.subordinators_or_prepositions.contains(lower) => {
                // "More than 1,200 people stood": the comparison belongs to the figure.
                let compares = lower == "than"
                    && self.words.get(index + 1).is_some_and(|next| {
                        next.tag == Tag::Number || function.number_word(&next.lower)
                    });
                if compares {
                    Tag::Preposition
                } else if self.clause_follows(index + 1) {
                    Tag::Subordinator
                } else {
                    Tag::Preposition
                }
            }
            "though" | "once" if !self.clause_follows(index + 1) => Tag::Adverb,
            _ if function.subordinators.contains(lower) => Tag::Subordinator,
            _ if function.number_word(lower) => Tag::Number,
            _ if function.possessives.contains(lower) => Tag::Possessive,
            _ if function.determiners.contains(lower) => {
                if function.subject_pronouns.contains(lower) && !self.begins_noun(index + 1) {
                    Tag::Pronoun
                } else {
                    Tag::Determiner
                }
            }
            _ if function.subject_pronouns.contains(lower)
                || function.object_pronouns.contains(lower) =>
            {
                Tag::Pronoun
            }
            "like" if self.plural_subject(index) => return None,
            _ if function.prepositions.contains(lower) => Tag::Preposition,
            _ if function.adverbs.contains(lower) => Tag::Adverb,
            _ => return None,
        })
    }

    fn that(&self, index: usize) -> Tag {
        let before = self.before(index);
        let after_noun = before.is_some_and(Tag::is_nominal);
        if self.verb_at(index + 1) || self.spelling(index + 1) == "would" {
            return if after_noun || before == Some(Tag::Comma) {
                Tag::Relative
            } else {
                Tag::Pronoun
            };
        }
        if before.is_some_and(|tag| tag.is_verb() || tag.is_nominal() || tag == Tag::Adjective)
            || before == Some(Tag::Adverb)
            || (before.is_some_and(|tag| matches!(tag, Tag::Comma | Tag::Coordinator))
                && self.clause_follows(index + 1))
        {
            return Tag::Subordinator;
        }
        if self.begins_noun(index + 1) {
            Tag::Determiner
        } else {
            Tag::Pronoun
        }
    }

    fn adjective_or_noun(&self, index: usize) -> Tag {
        // "the injured were", "the public has": an adjective in the place of a head is a noun.
        let alone = matches!(
            self.before(index),
            Some(Tag::Determiner | Tag::Possessive | Tag::Number)
        );
        // So is "chief" in "the NATO chief has".
        let heads =
            matches!(self.before(index), Some(Tag::Name | Tag::Noun)) && self.verb_at(index + 1);
        if alone && !self.begins_noun(index + 1) || heads {
            Tag::Noun
        } else {
            Tag::Adjective
        }
    }

    fn verb_or_not(&self, index: usize, forms: VerbForms, first: bool) -> Tag {
        let before = self.before_skipping_adverbs(index);
        let auxiliary = self.last_auxiliary(index);
        if auxiliary == Some("have") && (forms.participle || forms.past) {
            return Tag::Participle;
        }
        if auxiliary == Some("be") {
            if forms.participle {
                return Tag::Participle;
            }
            if forms.gerund {
                return Tag::Gerund;
            }
        }
        if forms.base && (self.after_to_or_modal(index) || auxiliary == Some("do")) {
            return Tag::Base;
        }
        if forms.gerund {
            return match before {
                Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number) => {
                    if self.begins_noun(index + 1) {
                        Tag::Adjective
                    } else {
                        Tag::Noun
                    }
                }
                _ => Tag::Gerund,
            };
        }
        if forms.past || forms.participle {
            return self.past_or_participle(index, forms, before, first);
        }
        if forms.third_person {
            return self.third_person(index, forms, before, first);
        }
        self.base(index, forms, before, first)
    }

    fn past_or_participle(
        &self,
        index: usize,
        forms: VerbForms,
        before: Option<Tag>,
        first: bool,
    ) -> Tag {
        if !forms.participle {
            return Tag::Past;
        }
        if !forms.past {
            return match before {
                Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Adjective) => {
                    self.adjective_or_noun(index)
                }
                _ => Tag::Participle,
            };
        }
        if forms.base && forms.also_noun {
            // "cut", "hit", "cost": the noun after what begins a noun phrase.
            if before.is_some_and(|tag| tag.is_modifier() || tag == Tag::Preposition) {
                return Tag::Noun;
            }
        }
        match before {
            None => Tag::Participle,
            Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Adjective) => {
                if first {
                    Tag::Participle
                } else {
                    self.adjective_or_noun(index)
                }
            }
            Some(Tag::Number) if self.headline => Tag::Participle,
            Some(Tag::Number) => {
                if self.begins_noun(index + 1) {
                    Tag::Adjective
                } else {
                    self.past_by_clause(index)
                }
            }
            Some(Tag::Coordinator) => match self.last_verb(index) {
                Some(Tag::Participle) => Tag::Participle,
                _ => Tag::Past,
            },
            Some(Tag::Relative | Tag::Pronoun | Tag::Close) => Tag::Past,
            Some(Tag::Comma) => {
                if ["of", "by", "in", "as", "to", "with", "on", "at"]
                    .contains(&self.spelling(index + 1))
                    && self.words[index].lower != "said"
                {
                    Tag::Participle
                } else {
                    Tag::Past
                }
            }
            _ => self.past_by_clause(index),
        }
    }

    /// Past where the clause still wants a verb, participle where it has one or gets one.
    fn past_by_clause(&self, index: usize) -> Tag {
        if self.words[index].is_any(&["said", "told", "had", "felt", "thought", "won", "lost"]) {
            return Tag::Past;
        }
        if self.spelling(index + 1) == "by"
            || self.has_finite_before(index)
            || self.finite_follows(index)
        {
            Tag::Participle
        } else {
            Tag::Past
        }
    }

    fn third_person(
        &self,
        index: usize,
        forms: VerbForms,
        before: Option<Tag>,
        first: bool,
    ) -> Tag {
        let after_noun = matches!(
            before,
            Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Close)
        );
        let verb = match before {
            Some(Tag::Pronoun | Tag::Relative) => true,
            None => false,
            Some(Tag::Coordinator | Tag::Comma) if !first => {
                !forms.also_noun && matches!(self.last_verb(index), Some(Tag::Present) | None)
                    || self.begins_object(index + 1) && self.last_verb(index) == Some(Tag::Present)
            }
            _ if after_noun => {
                if self.has_finite_before(index) {
                    false
                } else if forms.also_noun {
                    !self.finite_follows(index)
                        && (self.begins_object(index + 1) || self.begins_noun(index + 1))
                } else {
                    true
                }
            }
            _ => false,
        };
        if verb {
            Tag::Present
        } else {
            self.noun_or_name(index)
        }
    }

    fn base(&self, index: usize, forms: VerbForms, before: Option<Tag>, first: bool) -> Tag {
        if first && before.is_none() {
            // "Take the plan": a command; "Plan for", "Police say": a noun or a name.
            return if forms.also_noun || !self.begins_object(index + 1) {
                self.noun_or_name(index)
            } else {
                Tag::Base
            };
        }
        let verb = match before {
            Some(Tag::Relative) => true,
            Some(Tag::Pronoun) => self.plural_subject(index),
            Some(Tag::Noun | Tag::Name) if self.plural_subject(index) => {
                !self.has_finite_before(index)
                    && (!forms.also_noun || self.begins_object(index + 1))
                    && !self.finite_follows(index)
            }
            Some(Tag::Noun | Tag::Name) if !forms.also_noun => !self.has_finite_before(index),
            Some(Tag::Coordinator) => {
                (!forms.also_noun || self.begins_object(index + 1))
                    && matches!(self.last_verb(index), Some(Tag::Base | Tag::Present))
            }
            Some(tag) if tag.is_modifier() || tag == Tag::Preposition => false,
            Some(Tag::Base | Tag::Present | Tag::Past) => !forms.also_noun,
            _ => false,
        };
        match (verb, before) {
            (true, Some(Tag::Coordinator)) if self.last_verb(index) == Some(Tag::Base) => Tag::Base,
            (true, _) => Tag::Present,
            (false, _) => self.noun_or_name(index),
        }
    }

    fn noun_or_name(&self, index: usize) -> Tag {
        if self.words[index].capital && !self.headline && index > 0 {
            Tag::Name
        } else {
            Tag::Noun
        }
    }

    // What stands before.

    fn before(&self, index: usize) -> Option<Tag> {
        index.checked_sub(1).map(|at| self.words[at].tag)
    }

    fn before_skipping_adverbs(&self, index: usize) -> Option<Tag> {
        self.words[..index]
            .iter()
            .rev()
            .map(|word| {
                // A bracket that closes behind a noun leaves the noun as neighbor.
                if word.is_any(&[")", "]"]) {
                    Tag::Noun
                } else {
                    word.tag
                }
            })
            .find(|&tag| tag != Tag::Adverb)
    }

    /// The auxiliary that the word at `index` depends on, with nothing but adverbs or a subject pronoun between.
    fn last_auxiliary(&self, index: usize) -> Option<&'static str> {
        let function = &VOCABULARY.function;
        let mut pronouns = 0;
        for word in self.words[..index].iter().rev().take(5) {
            let lower = word.lower.as_str();
            match word.tag {
                Tag::Adverb | Tag::Open => {}
                Tag::Pronoun if pronouns == 0 => pronouns = 1,
                Tag::Present | Tag::Past | Tag::Base | Tag::Participle | Tag::Gerund => {
                    return if function.be.contains(lower)
                        || ["get", "got", "gets", "'s"].contains(&lower)
                    {
                        Some("be")
                    } else if pronouns > 0 && lower != "did" && lower != "does" && lower != "do" {
                        None
                    } else if function.have.contains(lower) {
                        Some("have")
                    } else if function.do_.contains(lower) {
                        Some("do")
                    } else {
                        None
                    };
                }
                _ => return None,
            }
        }
        None
    }

    fn after_to_or_modal(&self, index: usize) -> bool {
        let mut pronoun = false;
        for word in self.words[..index].iter().rev().take(4) {
            match word.tag {
                Tag::Adverb => {}
                Tag::Pronoun if !pronoun => pronoun = true,
                Tag::To => return !pronoun,
                Tag::Modal => return true,
                _ => return false,
            }
        }
        false
    }

    fn last_verb(&self, index: usize) -> Option<Tag> {
        self.words[..index]
            .iter()
            .rev()
            .take(25)
            .map(|word| word.tag)
            .find(|tag| tag.is_verb())
    }

    /// Whether the clause that holds the word at `index` has a finite verb before it.
    ///
    /// What follows a reporting verb is a clause of its own, with or without "that".
    fn has_finite_before(&self, index: usize) -> bool {
        let mut between = false;
        for word in self.words[..index].iter().rev().take(LOOK_AHEAD) {
            if ends_clause(word.tag) {
                return false;
            }
            if word.tag.is_finite() {
                let reports = super::attribution::takes_clause(&VOCABULARY.verb_lemma(&word.lower));
                return !(reports && between);
            }
            between |= word.tag.is_nominal();
        }
        false
    }

    fn plural_subject(&self, index: usize) -> bool {
        let Some(at) = self.words[..index]
            .iter()
            .rposition(|word| word.tag != Tag::Adverb)
        else {
            return false;
        };
        let word = &self.words[at];
        match word.tag {
            Tag::Pronoun => VOCABULARY.function.plural_pronouns.contains(&word.lower),
            Tag::Noun => {
                VOCABULARY.noun_lemma(&word.lower) != word.lower
                    || word.is_any(&["police", "people", "media"])
            }
            Tag::Name => self.words[..at]
                .iter()
                .rev()
                .take(3)
                .any(|word| word.is("and")),
            Tag::Close => self.words[..at]
                .iter()
                .rev()
                .take(LOOK_AHEAD)
                .any(|word| word.is("and")),
            Tag::Relative => true,
            _ => false,
        }
    }

    // What stands after, by spelling alone.

    fn spelling(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.lower.as_str())
    }

    fn is_word(&self, index: usize) -> bool {
        self.words
            .get(index)
            .is_some_and(|word| !word.tag.is_punctuation())
    }

    /// Whether the word at `index` is surely a finite verb or an auxiliary.
    fn verb_at(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        let lower = self.spelling(index);
        if lower.is_empty() || !self.is_word(index) {
            return false;
        }
        if function.modals.contains(lower)
            || function.be.contains(lower)
            || function.have.contains(lower)
            || function.do_.contains(lower)
        {
            return true;
        }
        if function.adverbs.contains(lower) || lower.ends_with("ly") {
            return self.is_word(index + 1)
                && !function.adverbs.contains(self.spelling(index + 1))
                && self.verb_at(index + 1);
        }
        let forms = VOCABULARY.verb_forms(lower);
        (forms.past || (forms.third_person && !forms.also_noun))
            && !function.adjectives.contains(lower)
            && !self.words[index].capital
    }

    /// Whether the word at `index` can go on or end a noun phrase that has begun.
    fn begins_noun(&self, index: usize) -> bool {
        if !self.is_word(index) {
            return false;
        }
        let function = &VOCABULARY.function;
        let lower = self.spelling(index);
        let closed = function.prepositions.contains(lower)
            || function.modals.contains(lower)
            || function.be.contains(lower)
            || function.have.contains(lower)
            || function.do_.contains(lower)
            || function.coordinators.contains(lower)
            || function.subordinators.contains(lower)
            || function.relatives.contains(lower)
            || function.subject_pronouns.contains(lower) && !function.number_word(lower)
            || function.object_pronouns.contains(lower)
            || function.determiners.contains(lower)
            || function.adverbs.contains(lower)
            || ["to", "'s", "n't"].contains(&lower);
        if closed {
            return false;
        }
        let forms = VOCABULARY.verb_forms(lower);
        let surely_verb = (forms.past && !forms.participle)
            || ["said", "told"].contains(&lower)
            || (forms.third_person && !forms.also_noun);
        !surely_verb
    }

    /// Whether an object or a complement begins at `index`.
    fn begins_object(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        let lower = self.spelling(index);
        if lower.is_empty() {
            return false;
        }
        if !self.is_word(index) {
            return self.words[index].tag == Tag::Open || lower == ":";
        }
        function.determiners.contains(lower)
            || function.possessives.contains(lower)
            || function.object_pronouns.contains(lower)
            || function.subject_pronouns.contains(lower)
            || function.prepositions.contains(lower) && lower != "of"
            || function.number_word(lower)
            || self.words[index].tag == Tag::Number
            || ["to", "that", "not", "it", "how", "why", "what", "whether"].contains(&lower)
            || lower.ends_with("ly")
            || self.words[index].capital && !self.headline
            || self.headline
    }

    /// Whether a subject and then a finite verb follow, with no boundary between.
    fn clause_follows(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        for at in index..self.words.len().min(index + LOOK_AHEAD) {
            if !self.is_word(at) {
                if self.words[at].tag == Tag::Open && at == index {
                    continue;
                }
                return false;
            }
            let lower = self.spelling(at);
            if at > index && self.verb_at(at) {
                return true;
            }
            if at == index && lower.ends_with("ing") && VOCABULARY.verb_forms(lower).gerund {
                return false;
            }
            if at > index && function.relatives.contains(lower) {
                return false;
            }
            // "after they arrive", "as officials say": a plain present after a plural.
            let forms = VOCABULARY.verb_forms(lower);
            if at == index + 1
                && forms.base
                && function.plural_pronouns.contains(self.spelling(index))
            {
                return true;
            }
        }
        false
    }

    /// Whether a sure finite verb follows in the same clause.
    fn finite_follows(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        for at in index + 1..self.words.len().min(index + LOOK_AHEAD) {
            if !self.is_word(at) {
                return false;
            }
            let lower = self.spelling(at);
            if function.relatives.contains(lower)
                || function.subordinators.contains(lower)
                || function.coordinators.contains(lower)
                || function.subject_pronouns.contains(lower)
            {
                return false;
            }
            if [
                "was", "were", "is", "are", "has", "had", "have", "will", "would", "could", "may",
                "might", "said",
            ]
            .contains(&lower)
            {
                return true;
            }
            let forms = VOCABULARY.verb_forms(lower);
            if forms.past && !forms.participle {
                return true;
            }
        }
        false
    }
}

fn ends_clause(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Comma
            | Tag::Stop
            | Tag::Open
            | Tag::Close
            | Tag::Coordinator
            | Tag::Subordinator
            | Tag::Relative
    )
}

fn is_adjective(lower: &str) -> bool {
    lower.len() > 5
        && [
            "ous",
            "ful",
            "ive",
            "able",
            "ible",
            "ish",
            "less",
            "ical",
            "ary",
            "-year-old",
        ]
        .iter()
        .any(|end| lower.ends_with(end))
}

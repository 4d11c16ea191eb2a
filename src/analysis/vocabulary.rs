//! What the program knows of English words: verb forms, function words, lemmas.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// Read once from `assets/lexicons`.
pub static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);

/// Verbs, nouns and the closed classes.
pub struct Vocabulary {
    /// Base form to whether the same spelling is as common as a noun or adjective.
    verbs: HashMap<&'static str, bool>,
    past: HashMap<&'static str, &'static str>,
    participles: HashMap<&'static str, &'static str>,
    singulars: HashMap<&'static str, &'static str>,
    pub function: FunctionWords,
}

/// The closed classes; see `assets/lexicons/function_words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunctionWords {
    pub determiners: HashSet<String>,
    pub possessives: HashSet<String>,
    pub subject_pronouns: HashSet<String>,
    pub object_pronouns: HashSet<String>,
    pub plural_pronouns: HashSet<String>,
    pub prepositions: HashSet<String>,
    pub coordinators: HashSet<String>,
    pub subordinators: HashSet<String>,
    pub subordinators_or_prepositions: HashSet<String>,
    pub relatives: HashSet<String>,
    pub modals: HashSet<String>,
    pub be: HashSet<String>,
    pub have: HashSet<String>,
    #[serde(rename = "do")]
    pub do_: HashSet<String>,
    pub adverbs: HashSet<String>,
    pub not_adverbs: HashSet<String>,
    pub adjectives: HashSet<String>,
    pub nouns: HashSet<String>,
}

/// The forms that a spelling can be of a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerbForms {
    pub base: bool,
    pub third_person: bool,
    pub past: bool,
    pub participle: bool,
    pub gerund: bool,
    /// Whether the base is as common as a noun or adjective.
    pub also_noun: bool,
}

impl VerbForms {
    pub fn any(self) -> bool {
        self.base || self.third_person || self.past || self.participle || self.gerund
    }
}

impl Vocabulary {
    fn read() -> Self {
        let mut verbs = HashMap::new();
        let mut past = HashMap::new();
        let mut participles = HashMap::new();
        for entry in lines(include_str!("../../assets/lexicons/verbs.txt"))
            .flat_map(str::split_ascii_whitespace)
        {
            verbs.insert(entry.trim_end_matches('*'), entry.ends_with('*'));
        }
        for line in lines(include_str!("../../assets/lexicons/irregular_verbs.txt")) {
            let mut columns = line.split_ascii_whitespace();
            let (Some(base), Some(pasts), Some(perfects)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let lemma = base.trim_end_matches('*');
            verbs.insert(lemma, base.ends_with('*'));
            past.extend(pasts.split('/').map(|form| (form, lemma)));
            participles.extend(perfects.split('/').map(|form| (form, lemma)));
        }
        let singulars = lines(include_str!("../../assets/lexicons/irregular_nouns.txt"))
            .filter_map(|line| line.split_once(' '))
            .collect();
        Self {
            verbs,
            past,
            participles,
            singulars,
            function: read_toml(include_str!("../../assets/lexicons/function_words.toml")),
        }
    }

    /// What verb forms a lower-case word can be, by the lists and by its ending.
    pub fn verb_forms(&self, word: &str) -> VerbForms {
        let mut forms = VerbForms::default();
        if let Some(&also_noun) = self.verbs.get(word) {
            forms.base = true;
            forms.also_noun = also_noun;
        }
        forms.past = self.past.contains_key(word);
        forms.participle = self.participles.contains_key(word);
        if let Some(&also_noun) = third_person_bases(word).find_map(|base| self.verb(&base)) {
            forms.third_person = true;
            forms.also_noun = also_noun;
        }
        if !self.function.nouns.contains(word) && !self.function.adjectives.contains(word) {
            if word.len() > 4 && word.ends_with("ed") {
                forms.past = true;
                forms.participle = true;
            }
            if word.len() > 4 && word.ends_with("ing") {
                forms.gerund = true;
            }
        }
        forms
    }

    /// Whether a lower-case word is the base form of a listed verb.
    pub fn is_verb(&self, base: &str) -> bool {
        self.verbs.contains_key(base)
    }

    fn verb(&self, base: &str) -> Option<&bool> {
        self.verbs.get(base)
    }

    /// The base form of a lower-case verb form.
    pub fn verb_lemma(&self, word: &str) -> String {
        let function = &self.function;
        if function.be.contains(word) || word == "'s" {
            return "be".to_owned();
        }
        if function.have.contains(word) {
            return "have".to_owned();
        }
        if function.do_.contains(word) {
            return "do".to_owned();
        }
        if let Some(lemma) = self.past.get(word).or_else(|| self.participles.get(word)) {
            return (*lemma).to_owned();
        }
        if self.verbs.contains_key(word) {
            return word.to_owned();
        }
        let candidates = third_person_bases(word)
            .chain(suffixed_bases(word, "ed"))
            .chain(suffixed_bases(word, "ing"));
        let mut first = None;
        for candidate in candidates {
            if self.verbs.contains_key(candidate.as_str()) {
                return candidate;
            }
            first.get_or_insert(candidate);
        }
        first.unwrap_or_else(|| word.to_owned())
    }

    /// The singular of a lower-case noun.
    pub fn noun_lemma(&self, word: &str) -> String {
        if let Some(singular) = self.singulars.get(word) {
            return (*singular).to_owned();
        }
        let keeps = ["ss", "us", "is", "ous", "ics", "'s", "’s"];
        if !word.ends_with('s')
            || word.chars().count() < 4
            || keeps.iter().any(|end| word.ends_with(end))
        {
            return word.to_owned();
        }
        if let Some(stem) = word.strip_suffix("ies") {
            return format!("{stem}y");
        }
        for end in ["sses", "shes", "ches", "xes", "zes"] {
            if word.ends_with(end) {
                return word.trim_end_matches('s').trim_end_matches('e').to_owned();
            }
        }
        word.strip_suffix('s').unwrap_or(word).to_owned()
    }
}

/// Reads a lexicon that is compiled in.
///
/// # Panics
/// If the file does not fit its type, which every test of this module would show.
#[expect(
    clippy::expect_used,
    reason = "the text is part of the program, and every test reads it"
)]
pub fn read_toml<T: serde::de::DeserializeOwned>(text: &'static str) -> T {
    toml::from_str(text).expect("a lexicon that fits its type")
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What "-s" may have been put to: "carries" to "carry", "passes" to "pass", "says" to "say".
fn third_person_bases(word: &str) -> impl Iterator<Item = String> + use<> {
    let whole = word.strip_suffix('s').map(str::to_owned);
    let sibilant = word
        .strip_suffix("es")
        .filter(|stem| stem.ends_with(['s', 'h', 'x', 'z', 'o']))
        .map(str::to_owned);
    let vowel = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    [vowel, sibilant, whole].into_iter().flatten()
}

/// What "-ed" or "-ing" may have been put to: "stopped" to "stop", "carried" to "carry", "using" to "use".
fn suffixed_bases(word: &str, suffix: &str) -> impl Iterator<Item = String> + use<> {
    let stem = word.strip_suffix(suffix);
    let silent = stem.map(|stem| format!("{stem}e"));
    let doubled = stem.and_then(|stem| {
        let mut letters = stem.chars().rev();
        let last = letters.next()?;
        (letters.next() == Some(last))
            .then(|| stem.strip_suffix(last).map(str::to_owned))
            .flatten()
    });
    let vowel = stem.and_then(|stem| match suffix {
        "ed" => stem.strip_suffix('i').map(|stem| format!("{stem}y")),
        _ => stem.strip_suffix('y').map(|stem| format!("{stem}ie")),
    });
    // Without help from the list, "-ed" after one consonant most often hid a silent e.
    let plain = stem.map(str::to_owned);
    let silent_first = stem.is_some_and(|stem| stem.ends_with(['v', 'z', 'c', 'u', 's', 'g']));
    let ordered = if silent_first {
        [vowel, silent, plain, doubled]
    } else {
        [vowel, plain, doubled, silent]
    };
    ordered.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_come_back_to_their_base() {
        for (form, base) in [
            ("said", "say"),
            ("was", "be"),
            ("refused", "refuse"),
            ("stopped", "stop"),
            ("carried", "carry"),
            ("carries", "carry"),
            ("using", "use"),
            ("killing", "kill"),
            ("passes", "pass"),
            ("rebuffs", "rebuff"),
            ("took", "take"),
            ("given", "give"),
            ("tried", "try"),
            ("agreed", "agree"),
            ("dying", "die"),
            ("died", "die"),
        ] {
            assert_eq!(VOCABULARY.verb_lemma(form), base, "{form}");
        }
    }

    #[test]
    fn nouns_come_back_to_their_singular() {
        for (form, singular) in [
            ("passengers", "passenger"),
            ("people", "person"),
            ("bodies", "body"),
            ("churches", "church"),
            ("glasses", "glass"),
            ("crisis", "crisis"),
            ("co-workers", "co-worker"),
            ("men", "man"),
            ("gas", "gas"),
            ("houses", "house"),
            ("politics", "politics"),
        ] {
            assert_eq!(VOCABULARY.noun_lemma(form), singular, "{form}");
        }
    }
}

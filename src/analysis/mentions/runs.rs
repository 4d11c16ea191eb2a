//! A run of capitalized words into the mentions that it holds.

use std::ops::Range;

use super::names::original;
use super::words::{Word, folded_phrase};
use super::{Candidate, Name, Reference, Role, appositions, heard, kinds, titles};
use crate::analysis::gazetteer::{self, Gender, Sense};
use crate::model::{EntityKind, ReadName, Reading};
use crate::text::Span;

/// What a title tells of the person after it.
#[derive(Default)]
struct Title {
    offices: Vec<String>,
    owners: Vec<String>,
    gender: Option<Gender>,
}

/// Whose office it is, by the gazetteer's name where it knows it.
fn owner_name(words: &[Word<'_>], owner: Range<usize>) -> Option<String> {
    if owner.is_empty() {
        return None;
    }
    let written = original(words, owner);
    gazetteer::lookup(&written).map(|known| known.name.to_owned())
}

/// Where a sentence stands, and what the network read in it: nothing where none was asked.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub sentence: usize,
    pub paragraph: usize,
    pub reading: Option<&'a Reading>,
}

impl<'a> Place<'a> {
    fn heard(self) -> Option<&'a [ReadName]> {
        Some(self.reading?.names.as_slice())
    }
}

/// Appends the candidates of one run.
pub(super) fn read(
    words: &[Word<'_>],
    run: Range<usize>,
    place: Place<'_>,
    out: &mut Vec<Candidate>,
) {
    let run = without_closing_stop(words, run);
    if run.is_empty() {
        return;
    }
    if gazetteer::lookup(&original(words, run.clone())).is_some() {
        let index = push_name(words, run.clone(), place, Title::default(), out);
        push_with_state(words, run, index, out);
        return;
    }
    let slice = &words[run.clone()];
    let Some(titled) = titles::find(slice) else {
        read_untitled(words, run, place, out);
        return;
    };
    let owner = run.start + titled.owner.start..run.start + titled.owner.end;
    let title = run.start + titled.title.start..run.start + titled.title.end;
    let name = run.start + titled.name.start..run.start + titled.name.end;
    if !owner.is_empty() {
        read_untitled(words, owner.clone(), place, out);
    }
    if name.is_empty() {
        push_role(words, run, title, place, out);
        return;
    }
    let title = Title {
        offices: offices(words, title.clone()),
        owners: owner_name(words, owner).into_iter().collect(),
        gender: gender_of_title(&words[title]),
    };
    let index = push_name(words, name.clone(), place, title, out);
    out[index].kind = Some(EntityKind::Person);
    let start = super::nominals::phrase_before(words, run.start, true);
    push_around(words, start..name.end, index, place, out);
    push_beside(words, start..run.start.max(start), name, index, place, out);
}

/// A full stop of an abbreviation at the end of a name stays; the article never comes in.
fn without_closing_stop(words: &[Word<'_>], run: Range<usize>) -> Range<usize> {
    let mut end = run.end;
    while end > run.start && !words[end - 1].text.contains(char::is_alphanumeric) {
        end -= 1;
    }
    run.start..end
}

fn read_untitled(
    words: &[Word<'_>],
    run: Range<usize>,
    place: Place<'_>,
    out: &mut Vec<Candidate>,
) {
    if let Some((part, rest)) = leading_place(words, run.clone()) {
        push_name(words, part, place, Title::default(), out);
        read_untitled(words, rest, place, out);
        return;
    }
    if let Some(rest) = after_opening_word(words, run.clone()) {
        read_untitled(words, rest, place, out);
        return;
    }
    let opens = run.start == 0 || !words[run.start - 1].is_word();
    if opens && run.len() == 1 && is_common_description(&words[run.start]) {
        push_description(&words[run.start], place, out);
        return;
    }
    let index = push_name(words, run.clone(), place, Title::default(), out);
    push_with_state(words, run.clone(), index, out);
    if out[index].kind == Some(EntityKind::Person) {
        let start = super::nominals::phrase_before(words, run.start, false);
        if start < run.start {
            let owner = owner_name(words, start..start + 1);
            tell(&mut out[index], offices(words, start..run.start), owner);
            push_around(words, start..run.end, index, place, out);
        }
        push_beside(words, start..run.start, run, index, place, out);
    }
}

/// "Controversial Arizona": the word only opens the sentence.
fn after_opening_word(words: &[Word<'_>], run: Range<usize>) -> Option<Range<usize>> {
    let rest = run.start + 1..run.end;
    let opens = run.start == 0 && gazetteer::is_common_word(&words[0].folded);
    let known =
        opens && !rest.is_empty() && gazetteer::lookup(&original(words, rest.clone())).is_some();
    (known && gazetteer::lookup(&original(words, run)).is_none()).then_some(rest)
}

/// "Police" at the start of a sentence.
fn is_common_description(word: &Word<'_>) -> bool {
    gazetteer::lookup(word.text).is_none()
        && gazetteer::described(&word.folded).is_some_and(|described| !described.office)
}

fn push_description(word: &Word<'_>, place: Place<'_>, out: &mut Vec<Candidate>) {
    let Some(described) = gazetteer::described(&word.folded) else {
        return;
    };
    out.push(Candidate {
        span: word.span,
        sentence: place.sentence,
        paragraph: place.paragraph,
        kind: Some(described.kind),
        reference: Reference::Role(Role::new(
            std::slice::from_ref(word),
            described.head.to_owned(),
            false,
        )),
    });
}

/// Appends "Nashville, Tenn." around "Nashville", "the Harbor Workers Association (HWA)" around the section.
fn push_with_state(words: &[Word<'_>], run: Range<usize>, name: usize, out: &mut Vec<Candidate>) {
    let is_place = matches!(out[name].kind, Some(EntityKind::Place) | None);
    // "America, Germany" is the start of a list.
    let known = out[name].name().and_then(|name| name.known);
    let is_country = known.is_some_and(|known| known.sense == Sense::Country);
    let end = end_of_state(words, run.end)
        .filter(|_| is_place && !is_country)
        .or_else(|| appositions::brackets(words, run.end));
    let is_person = out[name].kind == Some(EntityKind::Person);
    if let Some(end) = end.filter(|_| !is_person) {
        out.push(Candidate {
            span: cover(words, run.start..end),
            reference: Reference::Around(name),
            ..out[name].clone()
        });
    }
}

/// "Nashville, Tenn.": the end of the state or country that follows a place.
fn end_of_state(words: &[Word<'_>], end: usize) -> Option<usize> {
    words.get(end).filter(|mark| mark.folded == ",")?;
    (end + 2..=words.len().min(end + 4)).rev().find(|&to| {
        let state = original(words, end + 1..to);
        gazetteer::lookup(&state).is_some_and(|known| {
            matches!(known.sense, Sense::Country | Sense::Place) && known.country.is_some()
        })
    })
}

/// Appends what stands beside a person's name and describes the person.
fn push_beside(
    words: &[Word<'_>],
    title: Range<usize>,
    name: Range<usize>,
    index: usize,
    place: Place<'_>,
    out: &mut Vec<Candidate>,
) {
    let beside = appositions::find(words, title.start..name.start, name);
    tell(&mut out[index], beside.offices, beside.owners);
    for phrase in [beside.whole, beside.description].into_iter().flatten() {
        push_around(words, phrase, index, place, out);
    }
}

/// Notes what a description tells of a name.
pub(super) fn tell(
    candidate: &mut Candidate,
    offices: Vec<String>,
    owners: impl IntoIterator<Item = String>,
) {
    if let Reference::Name(name) = &mut candidate.reference {
        name.offices.extend(offices);
        name.owners.extend(owners);
    }
}

/// "Australian Hugh Jackman": a place or its people, then a person.
fn leading_place(words: &[Word<'_>], run: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let given = (run.start + 1..run.end.saturating_sub(1))
        .find(|&at| gazetteer::given_name(&words[at].folded).is_some())?;
    let known = gazetteer::lookup(&original(words, run.start..given))?;
    let is_place = matches!(known.sense, Sense::Country | Sense::Place | Sense::Demonym);
    let first_is_given = gazetteer::given_name(&words[run.start].folded).is_some();
    (is_place && !first_is_given).then_some((run.start..given, given..run.end))
}

/// Appends a name and gives its index. A compound such as "US-led" counts as the place before its hyphen.
fn push_name(
    words: &[Word<'_>],
    run: Range<usize>,
    place: Place<'_>,
    title: Title,
    out: &mut Vec<Candidate>,
) -> usize {
    let guessed = heard::over(place.heard(), cover(words, run.clone()));
    let heard = guessed.filter(|name| heard::is_sure(name));
    let run = match heard {
        Some(name) => {
            let whole = heard::whole_name(words, heard::words_of(words, name.span), &run);
            // What is a title to the rules is no name: "Justice Marlow".
            let titled = !title.offices.is_empty() || title.gender.is_some();
            let start = whole.start.max(if titled { run.start } else { 0 });
            start.min(whole.end - 1)..whole.end
        }
        None => run,
    };
    let name = &words[run.clone()];
    let mut span = cover(words, run.clone());
    let written = original(words, run.clone());
    let mut known = gazetteer::lookup(written.trim_end_matches(['®', '™', ' ']));
    let mut folded: Vec<String> = own_words(name);
    if known.is_none()
        && let [word] = name
        && let Some((before, after)) = word.text.split_once('-')
        && let Some(place) = gazetteer::lookup(before)
        && after.chars().next().is_some_and(char::is_alphabetic)
    {
        known = Some(place);
        span = Span::new(span.start, span.start + before.len());
        folded = vec![crate::text::fold(before)];
    }
    if folded.len() > 1
        && let Some(last) = folded.last_mut()
        && let Some(street) = written_out(last)
    {
        street.clone_into(last);
    }
    if known.is_none() && folded.len() > 2 && folded[..2] == ["united", "states"] {
        folded.splice(..2, ["u.s.".to_owned()]);
    }
    if folded.len() > 1 && folded.last().is_some_and(|word| is_company_suffix(word)) {
        folded.pop();
    }
    let before = run.start.checked_sub(1).and_then(|at| words.get(at));
    let located =
        before.is_some_and(|word| matches!(word.folded.as_str(), "in" | "at" | "near" | "from"));
    let in_state = located && end_of_state(words, run.end).is_some();
    let has_police =
        name.len() == 1 && words.get(run.end).is_some_and(|word| word.text == "police");
    let is_group = name.len() > 1 && gazetteer::is_group(&name[name.len() - 1].folded);
    let kind = match (heard.map(|name| name.kind), known) {
        // "In Troy, Michigan", "Troy police", "Troy Police": the network takes the first name for a person's.
        (Some(EntityKind::Person), _) if in_state || has_police => Some(EntityKind::Place),
        (Some(EntityKind::Person), _) if is_group => Some(EntityKind::Organization),
        (Some(kind), _) => Some(kind),
        (None, Some(known)) => Some(known.sense.kind()),
        // Where nobody knows more, a guess of the kind is better than none.
        (None, None) => kinds::of_name(name, before, words.get(run.end))
            .or_else(|| guessed.map(|name| name.kind)),
    };
    let twin = out.iter().rposition(|candidate| {
        candidate.sentence == place.sentence && candidate.span == span && candidate.name().is_some()
    });
    if let Some(twin) = twin {
        // Two runs of the rules in one name of the network.
        return twin;
    }
    let gender = title
        .gender
        .or_else(|| gazetteer::given_name(folded.first()?));
    out.push(Candidate {
        span,
        sentence: place.sentence,
        paragraph: place.paragraph,
        kind,
        reference: Reference::Name(Name {
            words: folded,
            known,
            described: false,
            offices: title.offices,
            owners: title.owners,
            honorific: title.gender.is_some(),
            gender,
            located,
        }),
    });
    out.len() - 1
}

/// The words of a name without the marks around a nickname, "Josephine (Josie) Lund", and those of trade.
fn own_words(name: &[Word<'_>]) -> Vec<String> {
    let told = name
        .iter()
        .filter(|word| !matches!(word.folded.as_str(), "(" | ")" | "\"" | "®" | "™"));
    told.map(|word| word.folded.trim_end_matches(['®', '™']).to_owned())
        .collect()
}

/// Appends the names that the network read and no run of the rules came to.
pub(super) fn read_heard(words: &[Word<'_>], place: Place<'_>, out: &mut Vec<Candidate>) {
    for name in place.heard().unwrap_or_default() {
        let run = heard::words_of(words, name.span);
        let run = heard::whole_name(words, run.clone(), &run);
        let seen = out.iter().rev().any(|candidate| {
            candidate.sentence == place.sentence
                && candidate.name().is_some()
                && candidate.span.overlaps(name.span)
        });
        let origin = words[run.clone()].iter().any(Word::is_party_and_state);
        if !seen && !run.is_empty() && !origin && heard::is_sure(name) {
            push_name(words, run, place, Title::default(), out);
        }
    }
}

/// "97th Ave." is 97th Avenue.
fn written_out(folded: &str) -> Option<&'static str> {
    match folded {
        "st." | "st" => Some("street"),
        "ave." | "ave" => Some("avenue"),
        "rd." | "rd" => Some("road"),
        "blvd." | "blvd" => Some("boulevard"),
        "dept." | "dept" => Some("department"),
        _ => None,
    }
}

/// "Inc." and the like, which one article writes and the next leaves out.
fn is_company_suffix(folded: &str) -> bool {
    matches!(
        folded.trim_end_matches('.'),
        "inc" | "llc" | "ltd" | "corp" | "co" | "plc" | "corporation" | "company"
    )
}

fn push_around(
    words: &[Word<'_>],
    phrase: Range<usize>,
    name: usize,
    place: Place<'_>,
    out: &mut Vec<Candidate>,
) {
    out.push(Candidate {
        span: cover(words, phrase),
        sentence: place.sentence,
        paragraph: place.paragraph,
        kind: Some(EntityKind::Person),
        reference: Reference::Around(name),
    });
}

fn push_role(
    words: &[Word<'_>],
    run: Range<usize>,
    title: Range<usize>,
    place: Place<'_>,
    out: &mut Vec<Candidate>,
) {
    let Some(head) = office_at(words, title.end - 1) else {
        return;
    };
    let article = run
        .start
        .checked_sub(1)
        .filter(|&at| words[at].folded == "the");
    let phrase = article.unwrap_or(run.start)..run.end;
    out.push(Candidate {
        span: cover(words, phrase.clone()),
        sentence: place.sentence,
        paragraph: place.paragraph,
        kind: Some(EntityKind::Person),
        reference: Reference::Role(Role::new(&words[phrase], head, true)),
    });
}

/// The offices that the words of a title stand for, each with what stands around the title and without: who is NATO's
/// secretary general is a secretary general.
pub(super) fn offices(words: &[Word<'_>], title: Range<usize>) -> Vec<String> {
    let own = &words[title.clone()];
    let mut offices: Vec<String> = title
        .clone()
        .flat_map(|at| [office_at(words, at), office_at(own, at - title.start)])
        .flatten()
        .collect();
    offices.sort();
    offices.dedup();
    offices
}

/// Most words of an office's phrase: "minister for the middle east".
const LONGEST_OFFICE: usize = 5;

/// The office whose noun stands at a place: the longest phrase around it that the gazetteer lists, or the noun with its
/// rank: "prime minister" and "vice president" are other offices than minister and president.
pub(super) fn office_at(words: &[Word<'_>], at: usize) -> Option<String> {
    let noun = gazetteer::office_of_title(&words[at].folded).filter(|noun| !noun.is_empty())?;
    for length in (2..=LONGEST_OFFICE).rev() {
        for start in (at + 1).saturating_sub(length)..=at {
            let phrase = words.get(start..start + length).map(folded_phrase);
            if let Some(office) = phrase.and_then(|phrase| gazetteer::office(&phrase)) {
                return Some(office.to_owned());
            }
        }
    }
    let before = at
        .checked_sub(1)
        .map(|before| words[before].folded.as_str());
    let rank = before.filter(|word| {
        matches!(
            *word,
            "prime"
                | "vice"
                | "deputy"
                | "assistant"
                | "lieutenant"
                | "majority"
                | "minority"
                | "opposition"
                | "district"
                | "fire"
                | "oil"
                | "press"
                | "general"
        )
    });
    Some(match rank {
        Some(rank) => format!("{rank} {noun}"),
        None => noun.to_owned(),
    })
}

fn gender_of_title(title: &[Word<'_>]) -> Option<Gender> {
    title
        .iter()
        .find_map(|word| match word.folded.trim_end_matches('.') {
            "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "congressman" | "spokesman"
            | "chairman" | "actor" | "businessman" | "councilman" | "monsieur" => {
                Some(Gender::Male)
            }
            "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "duchess"
            | "actress" | "congresswoman" | "spokeswoman" | "chairwoman" | "councilwoman"
            | "madame" | "mme" => Some(Gender::Female),
            _ => None,
        })
}

pub(super) fn cover(words: &[Word<'_>], range: Range<usize>) -> Span {
    words[range.start].span.cover(words[range.end - 1].span)
}

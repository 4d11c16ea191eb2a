//! What stands beside a person's name and says who it is: "Koji Tomita, the Japanese ambassador",
//! "the church's pastor, Larry Kroon", "Elena Marlow of California".

use std::ops::Range;

use super::runs;
use super::words::Word;
use crate::analysis::gazetteer;
use crate::model::EntityKind;

/// Most words in an apposition.
const LONGEST: usize = 12;

/// What the words beside a name tell.
#[derive(Default)]
pub(super) struct Beside {
    /// The description alone: "the Japanese ambassador to America".
    pub description: Option<Range<usize>>,
    /// Name and description together.
    pub whole: Option<Range<usize>>,
    pub offices: Vec<String>,
    pub owners: Vec<String>,
}

/// Looks beside the name that stands in `name`, with its title in `titled`.
pub(super) fn find(words: &[Word<'_>], titled: Range<usize>, name: Range<usize>) -> Beside {
    let origin = origin(words, name.end);
    let description =
        after(words, origin.unwrap_or(name.end)).or_else(|| before(words, titled.start));
    let Some(description) = description else {
        return Beside {
            whole: origin.map(|end| titled.start..end),
            ..Beside::default()
        };
    };
    let head = head(words, description.clone()).unwrap_or(description.start);
    let owners = description
        .clone()
        .filter(|&at| words[at].is_capitalized())
        .filter_map(|at| longest_known(words, at, description.end))
        .map(str::to_owned);
    Beside {
        offices: runs::offices(words, description.start..head + 1),
        owners: owners.take(1).collect(),
        whole: Some(titled.start.min(description.start)..name.end.max(description.end)),
        description: Some(description),
    }
}

fn longest_known(words: &[Word<'_>], at: usize, limit: usize) -> Option<&'static str> {
    let ends = at + 1..=limit.min(at + super::names::LONGEST_NAME);
    ends.rev()
        .find_map(|end| gazetteer::lookup(&super::names::original(words, at..end)))
        .map(|known| known.name)
}

/// "(R-Calif.)", "(CAPOS)": the end of what stands in brackets after a name.
pub(super) fn brackets(words: &[Word<'_>], end: usize) -> Option<usize> {
    words.get(end).filter(|word| word.folded == "(")?;
    let close = (end + 2..words.len().min(end + 8)).find(|&at| words[at].folded == ")")?;
    Some(close + 1)
}

/// "(R-Calif.)" or "of California": the end of where a politician comes from.
fn origin(words: &[Word<'_>], end: usize) -> Option<usize> {
    match words.get(end)?.folded.as_str() {
        "(" => brackets(words, end),
        "," => {
            let party = words.get(end + 1)?;
            let stop = words
                .get(end + 2)
                .is_some_and(|next| next.folded == "." && !next.spaced);
            party
                .is_party_and_state()
                .then_some(end + 2 + usize::from(stop))
        }
        "of" => {
            let is_place = |place: Range<usize>| {
                gazetteer::lookup(&super::names::original(words, place))
                    .is_some_and(|known| known.sense.kind() == EntityKind::Place)
            };
            let ends = |from: usize| (from + 1..=words.len().min(from + 3)).rev();
            // "Of Norwick, Florida": a town may be as small as it likes.
            let in_state = ends(end + 1).find(|&town| {
                words[end + 1..town].iter().all(Word::is_capitalized)
                    && words.get(town).is_some_and(|mark| mark.folded == ",")
                    && ends(town + 1).any(|to| is_place(town + 1..to))
            });
            match in_state {
                Some(town) => ends(town + 1).find(|&to| is_place(town + 1..to)),
                None => ends(end + 1).find(|&to| is_place(end + 1..to)),
            }
        }
        _ => None,
    }
}

/// "…, the former governor of Oklahoma": up to the mark that closes it.
fn after(words: &[Word<'_>], end: usize) -> Option<Range<usize>> {
    if words.get(end)?.folded != "," {
        return None;
    }
    let start = end + 1;
    let limit = words.len().min(start + LONGEST);
    let close = (start..limit).find(|&at| {
        matches!(
            words[at].folded.as_str(),
            "," | "." | ";" | ")" | "-" | "who"
        )
    })?;
    let range = start..close;
    let head = head(words, range.clone())?;
    // After its head only what belongs to it: "of Oklahoma", "at the F.B.I."
    let belongs = words.get(head + 1).is_none_or(|next| {
        head + 1 == close
            || matches!(
                next.folded.as_str(),
                "of" | "for" | "at" | "to" | "in" | "from" | "with" | "on"
            )
    });
    // "Barack Obama, former Secretary of State Hillary Clinton, …" is a list.
    let names_another = |at: usize| {
        words[at].is_capitalized() && gazetteer::given_name(&words[at].folded).is_some()
    };
    let is_plain = !range
        .clone()
        .any(|at| is_verb(&words[at].folded) || names_another(at));
    (belongs && is_plain && opens(&words[start])).then_some(range)
}

/// "Oklahoma's attorney general, …": from its owner or article.
fn before(words: &[Word<'_>], start: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&at| words[at].folded == ",")?;
    let head = comma.checked_sub(1)?;
    gazetteer::described(&words[head].folded)
        .filter(|described| described.kind == crate::model::EntityKind::Person)?;
    let mut first = head;
    while let Some(at) = first.checked_sub(1) {
        let word = &words[at];
        let owner = at > 0 && word.folded == "'s";
        if owner {
            let name = (0..at)
                .rev()
                .take_while(|&at| words[at].is_capitalized())
                .last()?;
            return Some(name..comma);
        }
        if matches!(
            word.folded.as_str(),
            "the" | "his" | "her" | "their" | "its" | "a" | "an"
        ) {
            return Some(at..comma);
        }
        if !word.is_word() || head - at > 4 {
            return None;
        }
        first = at;
    }
    None
}

/// The last word of the description proper: "governor" in "the former governor of Oklahoma".
fn head(words: &[Word<'_>], range: Range<usize>) -> Option<usize> {
    let is_person = |at: &usize| {
        gazetteer::described(&words[*at].folded)
            .is_some_and(|described| described.kind == crate::model::EntityKind::Person)
    };
    let mut heads = range.take_while(|&at| {
        !matches!(
            words[at].folded.as_str(),
            "of" | "for" | "at" | "in" | "to" | "from" | "with"
        )
    });
    let first = heads.find(is_person)?;
    Some(heads.take_while(is_person).last().unwrap_or(first))
}

fn opens(word: &Word<'_>) -> bool {
    matches!(
        word.folded.as_str(),
        "the" | "a" | "an" | "his" | "her" | "their" | "its" | "one"
    ) || word.is_capitalized()
        || gazetteer::title_modifier(&word.folded)
        || gazetteer::office_of_title(&word.folded).is_some()
}

fn is_verb(folded: &str) -> bool {
    matches!(
        folded,
        "is" | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "have"
            | "said"
            | "says"
            | "will"
            | "would"
            | "and"
            | "but"
            | "told"
    )
}

//! Whether a name is a person's, an organization's, a place's or an event's.

use std::collections::HashSet;

use super::Candidate;
use super::words::Word;
use crate::analysis::gazetteer;
use crate::model::EntityKind;

/// The kind of a name by its own words and those beside it; nothing where they do not tell.
pub(super) fn of_name(
    name: &[Word<'_>],
    before: Option<&Word<'_>>,
    after: Option<&Word<'_>>,
) -> Option<EntityKind> {
    by_words(name).or_else(|| by_neighbors(name, before, after))
}

/// "Ashmere" is the organization where the article speaks of Ashmere Water, and of nobody whose name it is.
pub(super) fn settle_short_names(candidates: &mut [Candidate]) {
    let mut firms = HashSet::new();
    let mut people = HashSet::new();
    for candidate in candidates.iter() {
        let Some([first, .., last]) = candidate.name().map(|name| name.words.as_slice()) else {
            continue;
        };
        match candidate.kind {
            Some(EntityKind::Organization) => {
                firms.insert(first.clone());
            }
            Some(EntityKind::Person) => people.extend([first.clone(), last.clone()]),
            _ => {}
        }
    }
    for candidate in candidates {
        let Some(name) = candidate
            .name()
            .filter(|name| name.known.is_none() && !name.honorific)
        else {
            continue;
        };
        let [word] = name.words.as_slice() else {
            continue;
        };
        if candidate.kind == Some(EntityKind::Person)
            && firms.contains(word)
            && !people.contains(word)
        {
            candidate.kind = Some(EntityKind::Organization);
        }
    }
}

fn by_words(name: &[Word<'_>]) -> Option<EntityKind> {
    let (first, last) = (name.first()?, name.last()?);
    let given = gazetteer::given_name(&first.folded).is_some();
    if name.len() > 1 {
        let has_of = name
            .iter()
            .any(|word| matches!(word.folded.as_str(), "of" | "for" | "&"));
        let head = if has_of {
            let at = name
                .iter()
                .position(|word| matches!(word.folded.as_str(), "of" | "for" | "&"))?;
            name.get(at.checked_sub(1)?)?
        } else {
            last
        };
        if let Some(kind) = gazetteer::name_ending(&head.folded) {
            return Some(kind);
        }
        if has_of {
            return None;
        }
        if given && (2..=4).contains(&name.len()) {
            return Some(EntityKind::Person);
        }
    }
    if name.len() == 1 && first.is_all_caps() && (2..=6).contains(&first.text.chars().count()) {
        return Some(EntityKind::Organization);
    }
    let strange = |word: &Word<'_>| !gazetteer::is_common_word(&word.folded);
    let initial = name.len() > 1
        && name
            .iter()
            .any(|word| word.text.len() == 2 && word.text.ends_with('.'));
    if (2..=4).contains(&name.len())
        && (initial || strange(first) && strange(last))
        && name
            .iter()
            .all(|word| !word.is_all_caps() || word.text.len() < 3)
    {
        return Some(EntityKind::Person);
    }
    None
}

fn by_neighbors(
    name: &[Word<'_>],
    before: Option<&Word<'_>>,
    after: Option<&Word<'_>>,
) -> Option<EntityKind> {
    let before = before.map(|word| word.folded.as_str());
    let after = after.map(|word| word.folded.as_str());
    let speaks = |word: &str| {
        matches!(
            word,
            "said"
                | "says"
                | "told"
                | "added"
                | "tweeted"
                | "testified"
                | "argued"
                | "insisted"
                | "recalled"
        )
    };
    if after.is_some_and(speaks) && name.len() <= 3 {
        return Some(EntityKind::Person);
    }
    if name.len() == 1 && matches!(before, Some("in" | "near" | "at" | "from")) {
        return Some(EntityKind::Place);
    }
    None
}

//! Whether a name is a person's, an organization's, a place's or an event's.

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

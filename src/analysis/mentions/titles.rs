//! Titles before a name: "NATO Secretary General Jens Stoltenberg".

use std::ops::Range;

use super::words::Word;
use crate::analysis::gazetteer;
use crate::model::EntityKind;

/// A run of words as owner, title and name.
pub(super) struct Titled {
    /// "NATO", "French", "Central Mat-Su Fire Department".
    pub owner: Range<usize>,
    pub title: Range<usize>,
    /// Empty where the run is a title alone.
    pub name: Range<usize>,
}

/// Finds the title in a run; nothing where the run has none.
pub(super) fn find(run: &[Word<'_>]) -> Option<Titled> {
    before_name(run)
        .or_else(|| before_given_name(run))
        .or_else(|| at_end(run))
}

fn is_office(word: &Word<'_>) -> bool {
    gazetteer::office_of_title(&word.folded).is_some()
}

/// "Prime" Minister, but not "Police" Chief: the police have a chief.
fn is_part_of_title(word: &Word<'_>) -> bool {
    let owns = matches!(word.folded.as_str(), "house" | "senate")
        || gazetteer::name_ending(&word.folded) == Some(EntityKind::Organization);
    is_office(word) || gazetteer::title_modifier(&word.folded) && !owns
}

fn before_name(run: &[Word<'_>]) -> Option<Titled> {
    let last = (0..run.len().saturating_sub(1)).rev().find(|&at| {
        let word = &run[at];
        is_office(word) && !(at + 1..run.len()).all(|later| is_office(&run[later]))
    })?;
    // "Secretary of State Hillary Clinton": the department belongs to the title.
    let mut name = last + 1;
    if run[name].folded == "of" {
        name = (name + 2).min(run.len());
        while name + 1 < run.len() && gazetteer::given_name(&run[name].folded).is_none() {
            name += 1;
        }
    }
    if name >= run.len() || !names_person(&run[name..], &run[last]) {
        return None;
    }
    let mut title = last;
    while title > 0 && is_part_of_title(&run[title - 1]) {
        title -= 1;
    }
    Some(Titled {
        owner: 0..title,
        title: title..name,
        name: name..run.len(),
    })
}

/// An unlisted title: "Herald Editor-in-Chief Ben Smith".
fn before_given_name(run: &[Word<'_>]) -> Option<Titled> {
    let is_given = |word: &Word<'_>| gazetteer::given_name(&word.folded).is_some();
    let name = run
        .iter()
        .position(is_given)
        .filter(|&at| at > 0 && at + 1 < run.len())?;
    let last = run.last()?;
    let title = run[name - 1].folded.as_str();
    let is_title = gazetteer::is_common_word(title) || title.contains('-');
    let is_title = is_title && (name > 1 || title.contains('-'));
    let fits = run.len() - name <= 3
        && is_title
        && gazetteer::name_ending(&last.folded).is_none()
        && gazetteer::name_ending(title).is_none()
        && !gazetteer::is_common_word(&last.folded)
        && run.iter().all(|word| word.is_capitalized());
    fits.then_some(Titled {
        owner: 0..name - 1,
        title: name - 1..name,
        name: name..run.len(),
    })
}

/// Whether what follows a title is a person's name: not in "General Motors", "King County", "Star Wars".
fn names_person(name: &[Word<'_>], title: &Word<'_>) -> bool {
    let ending = name
        .last()
        .and_then(|word| gazetteer::name_ending(&word.folded));
    let makes_thing = matches!(
        ending,
        Some(EntityKind::Place | EntityKind::Organization | EntityKind::Event)
    ) && name
        .first()
        .is_none_or(|word| gazetteer::given_name(&word.folded).is_none());
    let has_name = name.iter().any(|word| {
        !gazetteer::is_common_word(&word.folded) || gazetteer::given_name(&word.folded).is_some()
    });
    // "President Trump", though a trump is a card; but "General Motors".
    let is_sure = title.text.ends_with('.')
        || matches!(
            title.folded.as_str(),
            "president"
                | "minister"
                | "senator"
                | "governor"
                | "congressman"
                | "congresswoman"
                | "mayor"
                | "judge"
                | "justice"
                | "pastor"
                | "secretary"
                | "chancellor"
                | "professor"
                | "sheriff"
                | "detective"
                | "sergeant"
                | "officer"
                | "speaker"
                | "representative"
                | "ambassador"
                | "mr"
                | "mrs"
                | "pope"
        );
    name.len() <= 5 && !makes_thing && (has_name || is_sure && name.len() < 4)
}

/// A run that ends with a title: "Russian President", "Prime Minister".
fn at_end(run: &[Word<'_>]) -> Option<Titled> {
    let last = run.len().checked_sub(1)?;
    let office = gazetteer::office_of_title(&run[last].folded)?;
    // The Hollywood Reporter is a paper.
    let is_thing = run.len() > 1 && gazetteer::name_ending(&run[last].folded).is_some();
    if office.is_empty() || is_thing {
        return None;
    }
    let mut title = last;
    while title > 0 && is_part_of_title(&run[title - 1]) {
        title -= 1;
    }
    let owner_known =
        title == 0 || gazetteer::lookup(&super::names::original(run, 0..title)).is_some();
    owner_known.then_some(Titled {
        owner: 0..title,
        title: title..run.len(),
        name: run.len()..run.len(),
    })
}

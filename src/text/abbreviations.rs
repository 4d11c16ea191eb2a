//! Which words carry a full stop of their own.

use super::fold;

/// Titles and other words that stand before a name or a number, so that their stop ends no sentence.
const BEFORE_NAME: &str = "\
    adm amb asst atty brig bros capt cdr cmdr col comdr cpl cpt dep det dir dr ft fr gen gov hon insp jr \
    lt maj messrs mgr mme mr mrs ms msgr mt mx no nos pfc pres prof pvt rep reps rev sec sen sens sgt sr \
    ssgt st supt const treas vs";

/// Other common abbreviations, which may also end a sentence.
const OTHER: &str = "\
    ala apr ariz ark aug ave blvd calif cf co colo conn corp dec del dept est etc feb fla ill inc ind \
    jan jul jun kan ky ltd mass md mich minn mo mont neb nev nov oct okla ore penn rd sept sep tenn tex \
    univ va wash wis wyo yr yrs approx min max sq ca";

/// Letters with stops between them: "U.S", "p.m", "J.K", "R-S.C".
pub(super) fn is_dotted(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    let word = word.rsplit('-').next().unwrap_or(word);
    word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// One capital letter: "J" in "J. Edgar Hoover".
pub(super) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Whether a stop after this word, inside a sentence, belongs to the word.
pub(super) fn takes_stop(word: &str) -> bool {
    is_initial(word) || stands_before_name(word) || lists(OTHER, word)
}

/// Whether a stop after this word never ends a sentence while a capitalized word follows.
pub(super) fn stands_before_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && lists(BEFORE_NAME, word)
}

fn lists(words: &str, word: &str) -> bool {
    let folded = fold(word);
    words.split(' ').any(|listed| listed == folded)
}

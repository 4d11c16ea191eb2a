//! Commands by a few letters of their titles.

use super::Command;
use crate::text::fold;

/// The commands whose titles hold these letters in their order, the best match first; all where nothing was typed.
pub fn matching(typed: &str) -> Vec<Command> {
    let letters: Vec<char> = fold(typed).chars().filter(|c| !c.is_whitespace()).collect();
    let mut found: Vec<(usize, Command)> = Command::all()
        .filter_map(|command| Some((distance(&letters, command.spec().title)?, command)))
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, command)| command).collect()
}

/// How far a title is from the letters: each that does not follow the one before, nor begins a word, costs something.
fn distance(letters: &[char], title: &str) -> Option<usize> {
    /// Dearer than any gap within a title: "nf" means "next finding" before "confirm".
    const WITHIN_A_WORD: usize = 100;
    let title: Vec<char> = fold(title).chars().collect();
    let begins_word = |at: usize| at == 0 || !title[at - 1].is_alphanumeric();
    let mut cost = 0;
    let mut next = 0;
    for letter in letters {
        let follows = next > 0 && title.get(next) == Some(letter);
        let mut places = (next..title.len()).filter(|at| title[*at] == *letter);
        let at = if follows {
            next
        } else {
            let any = places.clone().next()?;
            places.find(|at| begins_word(*at)).unwrap_or(any)
        };
        let within = !follows && !begins_word(at);
        cost += (at - next) + if within { WITHIN_A_WORD } else { 0 };
        next = at + 1;
    }
    Some(cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> Option<&'static str> {
        let found = matching(typed);
        found.first().map(|command| command.spec().title)
    }

    #[test]
    fn a_few_letters_find_a_command() {
        assert_eq!(first("save"), Some("Save"));
        assert_eq!(first("nf"), Some("Next finding"));
        assert_eq!(first("PREV FIND"), Some("Previous finding"));
        assert_eq!(first("zoom xq"), None);
    }

    #[test]
    fn nothing_typed_finds_everything_in_the_order_of_the_help_page() {
        assert!(matching(" ").into_iter().eq(Command::all()));
    }
}

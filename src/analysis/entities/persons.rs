//! When two personal names are one.

use crate::text::fold;

/// First names with the short forms that newsrooms use for them.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("bill", "william"),
    ("bob", "robert"),
    ("mike", "michael"),
    ("jim", "james"),
    ("joe", "joseph"),
    ("tom", "thomas"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("steve", "steven"),
    ("steve", "stephen"),
    ("chris", "christopher"),
    ("matt", "matthew"),
    ("tony", "anthony"),
    ("jerry", "gerald"),
    ("jerry", "gerardo"),
    ("jeff", "jeffrey"),
    ("greg", "gregory"),
    ("ed", "edward"),
    ("ted", "edward"),
    ("ted", "theodore"),
    ("ben", "benjamin"),
    ("nick", "nicholas"),
    ("pat", "patrick"),
    ("pat", "patricia"),
    ("ron", "ronald"),
    ("don", "donald"),
    ("ken", "kenneth"),
    ("andy", "andrew"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("sue", "susan"),
    ("jen", "jennifer"),
    ("maggie", "margaret"),
    ("peggy", "margaret"),
    ("sam", "samuel"),
    ("alex", "alexander"),
    ("charlie", "charles"),
    ("chuck", "charles"),
    ("fred", "frederick"),
    ("hank", "henry"),
    ("harry", "henry"),
    ("jack", "john"),
    ("johnny", "john"),
    ("jon", "jonathan"),
    ("josh", "joshua"),
    ("nate", "nathan"),
    ("phil", "philip"),
    ("ray", "raymond"),
    ("rob", "robert"),
    ("tim", "timothy"),
    ("vince", "vincent"),
    ("will", "william"),
    ("zach", "zachary"),
    ("abe", "abraham"),
    ("al", "albert"),
    ("al", "alan"),
    ("brad", "bradley"),
    ("cindy", "cynthia"),
    ("deb", "deborah"),
    ("debbie", "deborah"),
    ("gabe", "gabriel"),
    ("jake", "jacob"),
    ("jimmy", "james"),
    ("bobby", "robert"),
    ("billy", "william"),
    ("tommy", "thomas"),
    ("mitch", "mitchell"),
    ("stan", "stanley"),
    ("walt", "walter"),
    ("wes", "wesley"),
    ("mo", "maurice"),
    ("wlad", "wladimir"),
    ("lindsey", "lindsay"),
    ("mitt", "willard"),
    ("bryan", "brian"),
    ("bryant", "brian"),
];

/// Words that belong to a name and tell nothing about which person it is.
fn is_suffix(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "jr" | "sr" | "ii" | "iii" | "iv"
    )
}

/// Whether the name ends with "Jr." or the like.
pub(super) fn is_junior(name: &[String]) -> bool {
    name.len() > 1 && name.last().is_some_and(|word| is_suffix(word))
}

/// The words that count: without "Jr." and the like.
pub(super) fn core(name: &[String]) -> &[String] {
    match name {
        [rest @ .., last] if rest.len() > 1 && is_suffix(last) => rest,
        _ => name,
    }
}

/// Whether two full names, of at least two words each, name one person, "Jr." left aside.
pub(super) fn same_full_name(a: &[String], b: &[String]) -> bool {
    let (a, b) = (core(a), core(b));
    let ([first_a, .., last_a], [first_b, .., last_b]) = (a, b) else {
        return false;
    };
    if !same_spelling(last_a, last_b) {
        return false;
    }
    if same_first_name(first_a, first_b) {
        return same_middle(a, b);
    }
    // "Anton Gerard Lind" goes by the name in the middle.
    let goes_by_middle = |short: &str, long: &[String]| {
        long.len() > 2
            && long[1..long.len() - 1]
                .iter()
                .any(|middle| middle.len() > 2 && same_first_name(short, middle))
    };
    goes_by_middle(first_a, b) && a.len() == 2 || goes_by_middle(first_b, a) && b.len() == 2
}

/// Two different middle initials keep two people apart.
fn same_middle(a: &[String], b: &[String]) -> bool {
    let ([_, middle_a, _], [_, middle_b, _]) = (a, b) else {
        return true;
    };
    middle_a.chars().next() == middle_b.chars().next()
}

fn same_first_name(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| {
        let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
        short.ends_with('.') && letters.chars().count() == 1 && long.starts_with(&letters)
    };
    let plain = |name: &str| name.replace(['.', '-', ' '], "");
    plain(a) == plain(b)
        || initial(a, b)
        || initial(b, a)
        || SHORT_FORMS.contains(&(a, b))
        || SHORT_FORMS.contains(&(b, a))
        || SHORT_FORMS
            .iter()
            .any(|(short, long)| *short == a && SHORT_FORMS.contains(&(b, long)))
        || same_spelling(a, b)
}

/// Whether two words are spellings of one: "Kaloni" and "Ka'loni", "Zelensky" and "Zelenskyy".
pub(super) fn same_spelling(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let letters =
        |word: &str| -> String { fold(word).chars().filter(|c| c.is_alphanumeric()).collect() };
    let (a, b) = (letters(a), letters(b));
    if a == b && !a.is_empty() {
        return true;
    }
    let shorter = a.chars().count().min(b.chars().count());
    let allowed = match shorter {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    // A name's first letter is rarely the one that is mistyped.
    allowed > 0
        && a.chars().next() == b.chars().next()
        && a.len().abs_diff(b.len()) <= allowed
        && strsim::osa_distance(&a, &b) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        let words = |name: &str| -> Vec<String> { name.split(' ').map(fold).collect() };
        same_full_name(&words(a), &words(b))
    }

    #[test]
    fn short_forms_initials_and_spellings_are_one_person() {
        assert!(same("John F. Kerry", "John Kerry"));
        assert!(same("Bill Clinton", "William Clinton"));
        assert!(same("P.J. Carlesimo", "PJ Carlesimo"));
        assert!(same("Ka’loni Flynn", "Kaloni Flynn"));
        assert!(same("Volodymyr Zelensky", "Volodymyr Zelenskyy"));
    }

    #[test]
    fn namesakes_stay_apart() {
        assert!(!same("Bill Clinton", "Hillary Clinton"));
        assert!(!same("George H. Bush", "George W. Bush"));
        assert!(!same("Paul Martin", "Paul Marten Ross"));
    }
}

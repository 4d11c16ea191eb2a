//! Who wrote an article: "By Ana Ruiz and Tom Berg, in Halden".

use std::sync::LazyLock;

use regex::Regex;

static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:story|report|reporting|analysis|written|words|text|news analysis)\s+)?by[\s:]+|^(?:authors?|byline|reporter)\s*:\s*")
        .expect("the pattern is fixed")
});
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s*(?:[,;|•·/]\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s+with\s+|\s+in\s+|\s+for\s+|\s+–\s+|\s+-\s+)\s*")
        .expect("the pattern is fixed")
});
static OUTLET_WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:times|news|newswire|post|herald|tribune|journal|agency|press|daily|weekly|gazette|guardian|telegraph|chronicle|review|reuters|magazine|observer|courier|globe|independent|today|wire|broadcasting|media|network|tv|radio|bbc|cnn|afp|dpa|examiner|bulletin|dispatch|ledger|inquirer|register|sentinel|mirror|standard|monitor|argus|echo|record|advertiser|messenger|express|spectator|beacon|banner)\b|\.(?:com|org|net|co)\b")
        .expect("the pattern is fixed")
});

static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^,? (?:is|was) (?:a|an|the|our)\b|^ (?:covers|reports|writes|edits|joined)\b")
        .expect("the pattern is fixed")
});
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:[\w’'&-]+,? ){0,5}(?:editor|reporter|correspondent|writer|columnist|producer|journalist|staff|contributor)(?:,? (?:in|at|for) [\w .]{2,30})?$")
        .expect("the pattern is fixed")
});

/// Words that stand in bylines and name nobody.
const NOT_NAMES: [&str; 16] = [
    "staff",
    "correspondent",
    "reporter",
    "editor",
    "writer",
    "editors",
    "agencies",
    "desk",
    "updated",
    "published",
    "contributor",
    "columnist",
    "team",
    "newsroom",
    "minutes",
    "read",
];

/// Small words inside of names.
const PARTICLES: [&str; 17] = [
    "de", "da", "di", "del", "della", "der", "den", "van", "von", "al", "el", "bin", "ibn", "la",
    "le", "dos", "ter",
];

/// The names in the words after "by". Roles, outlets and places are left out.
pub(super) fn names(byline: &str) -> Vec<String> {
    let byline = byline.trim();
    let rest = LEAD
        .find(byline)
        .and_then(|lead| byline.get(lead.end()..))
        .unwrap_or(byline);
    let mut names: Vec<String> = Vec::new();
    for part in JOINT.split(rest) {
        let part = part.trim().trim_end_matches('.');
        if is_name(part) && !is_outlet(part) && !names.iter().any(|name| name == part) {
            names.push(part.to_owned());
        }
    }
    names
}

/// Whether a line says who wrote what follows, in so many words.
pub(super) fn is_byline(line: &str) -> bool {
    line.len() <= 160
        && LEAD.is_match(line)
        && !names(line).is_empty()
        && !super::lines::ends_sentence(line)
}

/// Whether a line is nothing but names of people.
pub(super) fn is_list_of_names(line: &str) -> bool {
    line.len() <= 160
        && JOINT
            .split(line)
            .all(|part| is_name(part) && !is_outlet(part))
}

/// Whether a line looks like the name of a newspaper, agency or station.
pub(super) fn is_outlet(line: &str) -> bool {
    line.len() <= 60
        && line.split_whitespace().count() <= 6
        && OUTLET_WORD.is_match(line)
        && line.split_whitespace().all(|word| {
            !word.starts_with(char::is_lowercase)
                || word.contains('.')
                || matches!(word, "of" | "the" | "and")
        })
        && !line.ends_with(['.', '!', '?', ':', ','])
}

/// Whether a line begins with one of these authors and says little more: "By Ana Ruiz 12 March".
pub(super) fn names_author(line: &str, authors: &[String]) -> bool {
    line.len() <= 200
        && !super::lines::ends_sentence(line)
        && begins_with_author(line, authors).is_some()
}

/// Whether words tell who one of these authors is: "Ana Ruiz is a reporter in Halden."
pub(super) fn tells_about(words: &str, authors: &[String]) -> bool {
    begins_with_author(words, authors).is_some_and(|rest| ABOUT.is_match(rest))
}

/// Whether a line is the role of somebody: "Political editor".
pub(super) fn is_role(line: &str) -> bool {
    line.len() <= 60 && !super::lines::ends_sentence(line) && ROLE.is_match(line)
}

fn begins_with_author<'a>(words: &'a str, authors: &[String]) -> Option<&'a str> {
    let words = LEAD
        .find(words)
        .and_then(|lead| words.get(lead.end()..))
        .unwrap_or(words);
    authors
        .iter()
        .filter(|author| author.contains(' '))
        .find_map(|author| words.strip_prefix(author.as_str()))
}

/// Two to five capitalized words, none of them a role.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (2..=5).contains(&count)
        && words.split_whitespace().all(|word| {
            let lower = word.to_lowercase();
            !NOT_NAMES.contains(&lower.trim_end_matches(['.', ',']))
                && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
                && word.chars().all(|letter| {
                    letter.is_alphabetic() || matches!(letter, '.' | '\'' | '’' | '-')
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_out_of_bylines() {
        assert_eq!(
            names("By Ana Ruiz and Tom van den Berg"),
            ["Ana Ruiz", "Tom van den Berg"]
        );
        assert_eq!(
            names("Story by Ana Ruiz, BBC News, in Halden"),
            ["Ana Ruiz"]
        );
        assert_eq!(
            names("Ana Ruiz, Tom Berg, and Lee Jay O’Hara"),
            ["Ana Ruiz", "Tom Berg", "Lee Jay O’Hara"]
        );
        assert_eq!(names("By Staff Reporter"), [""; 0]);
    }

    #[test]
    fn outlets_are_told_from_people() {
        assert!(is_outlet("Halden Evening Post"));
        assert!(is_outlet("The Coastal Record"));
        assert!(!is_outlet("Ana Ruiz"));
        assert!(!is_outlet("The news came as a shock to them"));
        assert!(is_list_of_names("Ana Ruiz and Tom Berg"));
        assert!(!is_list_of_names("Halden Evening Post"));
        assert!(!is_list_of_names("Mayor resigns and leaves"));
    }

    #[test]
    fn a_sentence_that_begins_with_by_is_no_byline() {
        assert!(is_byline("By Ana Ruiz"));
        assert!(!is_byline("By Friday evening the water had gone."));
        assert!(!is_byline("By the river"));
    }
}

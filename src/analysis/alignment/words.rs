//! Words made comparable: which carry meaning, and what their forms share.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::fold;

static STOP_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../../assets/lexicons/comparison/stop-words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// The comparable form of a word, or nothing for words that carry no meaning of their own.
pub fn content_stem(word: &str) -> Option<String> {
    let folded = fold(word);
    let carries = folded.chars().count() > 1
        && folded.chars().any(char::is_alphabetic)
        && !STOP_WORDS.contains(folded.as_str());
    carries.then(|| stem(&folded))
}

/// What the forms of one word share: "refused", "refuses" and "refusing" give the same.
///
/// Expects a folded word. It need not be a word itself; it is compared, never shown.
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    for (ending, shortest) in [("ies", 3), ("sses", 3), ("s", 4)] {
        if ending == "s" && (stem.ends_with("ss") || stem.ends_with("us") || stem.ends_with("is")) {
            break;
        }
        if strip(&mut stem, ending, shortest) {
            match ending {
                "ies" => stem.push('y'),
                "sses" => stem.push_str("ss"),
                _ => {}
            }
            break;
        }
    }
    for (ending, shortest) in [
        ("ization", 4),
        ("isation", 4),
        ("ational", 4),
        ("fulness", 4),
        ("ation", 4),
        ("ition", 4),
        ("ement", 4),
        ("ingly", 4),
        ("edly", 4),
        ("ness", 4),
        ("ment", 5),
        ("ance", 5),
        ("ence", 5),
        ("ible", 4),
        ("able", 4),
        ("tion", 4),
        ("sion", 4),
        ("ing", 3),
        ("ied", 3),
        ("ed", 3),
        ("al", 5),
        ("er", 4),
        ("or", 4),
        ("ly", 4),
    ] {
        if strip(&mut stem, ending, shortest) {
            match ending {
                "ied" => stem.push('y'),
                "tion" => stem.push('t'),
                "ization" | "isation" => stem.push('i'),
                _ => {}
            }
            break;
        }
    }
    undouble(&mut stem);
    if stem.len() > 3 {
        strip(&mut stem, "e", 3);
    }
    if stem.len() > 3 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    stem
}

/// Takes an ending off where at least `shortest` bytes stay.
fn strip(word: &mut String, ending: &str, shortest: usize) -> bool {
    let fits = word
        .strip_suffix(ending)
        .is_some_and(|rest| rest.len() >= shortest);
    if fits {
        word.truncate(word.len() - ending.len());
    }
    fits
}

/// "stopp" to "stop", but "kill" and "pass" stay.
fn undouble(word: &mut String) {
    let mut ends = word.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
        && !"lsz".contains(last)
        && !"aeiou".contains(last)
    {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["refuse", "refused", "refuses", "refusing"][..],
            &["stop", "stopped", "stopping"],
            &["body", "bodies"],
            &["death", "deaths"],
            &["injury", "injuries"],
            &["passenger", "passengers"],
            &["deny", "denied", "denies"],
        ] {
            let stems: HashSet<String> = forms.iter().map(|form| stem(form)).collect();
            assert_eq!(stems.len(), 1, "{forms:?} gave {stems:?}");
        }
    }

    #[test]
    fn words_without_meaning_of_their_own_have_no_stem() {
        assert_eq!(content_stem("the"), None);
        assert_eq!(content_stem("17"), None);
        assert!(content_stem("Ferry").is_some());
    }
}

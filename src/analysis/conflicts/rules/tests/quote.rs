//! One utterance, worded two ways.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nMayor speaks\n\n{left}\n\n== Norvik Wire 2024-03-05\nMayor on the ferry\n\n{right}"
    ))
}

#[test]
fn one_utterance_in_two_wordings_conflicts() {
    assert_eq!(
        two(
            "“We will never again let a ferry leave this harbor in a storm,” said Mayor Ada Holm.",
            "Mayor Ada Holm said: “We will rarely again let a ferry leave this harbor in a storm.”",
        ),
        ["quote conflict: “never” / “rarely”"]
    );
}

#[test]
fn a_cut_quotation_is_silent() {
    assert_eq!(
        two(
            "“We will never again let a ferry leave this harbor in a storm,” said Mayor Ada Holm.",
            "Mayor Ada Holm said the town would “never again let a ferry leave this harbor”.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_marked_omission_is_silent() {
    assert_eq!(
        two(
            "“We will never, I promise you, let a ferry leave this harbor in a storm,” said Mayor Ada Holm.",
            "“We will never … let a ferry leave this harbor in a storm,” said Mayor Ada Holm.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn fillers_contractions_and_punctuation_are_no_difference() {
    assert_eq!(
        two(
            "“We will never again let a ferry leave this harbor in a storm,” said Mayor Ada Holm.",
            "“And we’ll never again let a ferry leave this harbor — in a storm!” said Mayor Ada Holm.",
        )
        .len(),
        0
    );
}

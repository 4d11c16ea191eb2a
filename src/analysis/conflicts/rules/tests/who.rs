//! One person under two spellings.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nFerry aground at Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nFerry hits rock\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("who"))
    .collect()
}

#[test]
fn two_spellings_of_a_first_name_conflict() {
    assert_eq!(
        two(
            "The mate of the ferry Saltwind, Brian Dalton, was hurt when the ferry ran aground off Norvik.",
            "The mate of the ferry Saltwind, Bryant Dalton, was hurt when the ferry ran aground off Norvik.",
        ),
        ["who conflict: “brian dalton” / “bryant dalton”"]
    );
}

#[test]
fn two_people_of_one_surname_are_silent() {
    assert_eq!(
        two(
            "The mate of the ferry Saltwind, Brian Dalton, was hurt when the ferry ran aground off Norvik.",
            "The cook of the ferry Saltwind, Maria Dalton, was hurt when the ferry ran aground off Norvik.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn an_article_that_has_both_names_is_silent() {
    assert_eq!(
        two(
            "The mate of the ferry Saltwind, Brian Dalton, was hurt off Norvik. His brother Bryan Dalton was not aboard.",
            "The mate of the ferry Saltwind, Bryan Dalton, was hurt off Norvik.",
        ),
        Vec::<String>::new()
    );
}

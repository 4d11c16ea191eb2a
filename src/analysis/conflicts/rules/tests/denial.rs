//! One says so, the other says not so.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nFerry aground at Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nFerry hits rock\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("denial"))
    .collect()
}

#[test]
fn one_act_told_and_denied_conflicts() {
    assert_eq!(
        two(
            "The Saltwind Line accepted the mayor's offer of free harbor tugs.",
            "The Saltwind Line did not accept the mayor's offer of free harbor tugs.",
        ),
        ["denial conflict: “accepted” / “did not accept”"]
    );
}

#[test]
fn verbs_that_cannot_both_hold_conflict() {
    assert_eq!(
        two(
            "The Saltwind Line accepted the mayor's offer of free harbor tugs.",
            "The Saltwind Line refused the mayor's offer of free harbor tugs.",
        ),
        ["denial conflict: “accepted” / “refused”"]
    );
}

#[test]
fn a_refusal_of_another_thing_is_silent() {
    assert_eq!(
        two(
            "The Saltwind Line accepted the mayor's offer of free harbor tugs.",
            "The Saltwind Line refused to name the captain.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn what_is_only_asked_is_silent() {
    assert_eq!(
        two(
            "The Saltwind Line did not accept the mayor's offer of free harbor tugs.",
            "Nobody knows whether the Saltwind Line accepted the mayor's offer of free harbor tugs.",
        ),
        Vec::<String>::new()
    );
}

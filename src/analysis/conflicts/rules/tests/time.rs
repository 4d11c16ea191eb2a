//! One event at two times.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nFerry aground at Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nFerry hits rock\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("time"))
    .collect()
}

#[test]
fn one_event_on_two_days_conflicts() {
    assert_eq!(
        two(
            "The ferry Saltwind ran aground off Norvik on Saturday with mail on board.",
            "The ferry Saltwind ran aground off Norvik on Sunday after a short storm.",
        ),
        ["time conflict: “saturday” / “sunday”"]
    );
}

#[test]
fn two_events_on_two_days_are_silent() {
    assert_eq!(
        two(
            "The ferry Saltwind ran aground off Norvik on Saturday.",
            "Mayor Ada Holm visited the harbor of Norvik on Sunday.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_month_holds_its_days() {
    assert_eq!(
        two(
            "The ferry Saltwind ran aground off Norvik on March 2.",
            "The ferry Saltwind ran aground off Norvik in March.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn another_fine_in_another_year_is_silent() {
    assert_eq!(
        two(
            "In 2019 Saltwind was fined $240,000 over an oil leak.",
            "In 2022 Saltwind was fined $1.1 million for sending its reports late.",
        ),
        Vec::<String>::new()
    );
}

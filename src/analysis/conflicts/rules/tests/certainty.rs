//! Settled in one article, open in the other.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nA bridge for Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nBridge to Saltholm\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("certainty"))
    .collect()
}

#[test]
fn weighed_in_one_and_decided_in_the_other_is_marked() {
    assert_eq!(
        two(
            "Denmark is considering a bridge from Norvik to Saltholm.",
            "Denmark has decided to build a bridge from Norvik to Saltholm.",
        )
        .len(),
        1
    );
}

#[test]
fn a_decision_on_another_matter_is_silent() {
    assert_eq!(
        two(
            "Denmark is considering a bridge from Norvik to Saltholm.",
            "Denmark has decided to lower the tax on beer.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn weighed_in_both_is_silent() {
    assert_eq!(
        two(
            "Denmark is considering a bridge from Norvik to Saltholm.",
            "Denmark may decide to build a bridge from Norvik to Saltholm.",
        ),
        Vec::<String>::new()
    );
}

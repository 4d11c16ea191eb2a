//! What one party wants, told two ways.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nA bridge for Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nBridge to Saltholm\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("stance"))
    .collect()
}

#[test]
fn one_partys_wish_told_in_two_ways_is_marked() {
    assert_eq!(
        two(
            "Denmark supports the plan for a bridge from Norvik to Saltholm.",
            "Denmark opposes the plan for a bridge from Norvik to Saltholm.",
        )
        .len(),
        1
    );
}

#[test]
fn two_parties_with_two_wishes_are_silent() {
    assert_eq!(
        two(
            "Denmark supports the plan for a bridge from Norvik to Saltholm.",
            "Sweden opposes the plan for a bridge from Norvik to Saltholm.",
        ),
        Vec::<String>::new()
    );
}

//! Two figures for one thing.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nFerry aground at Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nFerry hits rock\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("number"))
    .collect()
}

#[test]
fn two_figures_for_one_thing_conflict() {
    assert_eq!(
        two(
            "Rescuers brought 31 passengers ashore at Norvik on Monday.",
            "On Monday rescuers brought 46 passengers ashore at Norvik.",
        ),
        ["number conflict: “31” / “46”"]
    );
}

#[test]
fn a_claim_of_a_source_makes_it_a_dispute() {
    assert_eq!(
        two(
            "Rescuers brought 31 passengers ashore at Norvik on Monday, police said.",
            "On Monday rescuers brought 46 passengers ashore at Norvik.",
        ),
        ["number dispute: “31” / “46”"]
    );
}

#[test]
fn the_dead_are_not_the_injured() {
    assert_eq!(
        two(
            "The accident killed 3 passengers at Norvik on Monday.",
            "On Monday the accident at Norvik injured 12 passengers.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_limit_that_includes_the_other_figure_is_silent() {
    assert_eq!(
        two(
            "Rescuers brought at least 30 passengers ashore at Norvik on Monday.",
            "On Monday rescuers brought 46 passengers ashore at Norvik.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_rough_figure_near_the_other_is_silent() {
    assert_eq!(
        two(
            "Rescuers brought about 30 passengers ashore at Norvik on Monday.",
            "On Monday rescuers brought 31 passengers ashore at Norvik.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn a_total_is_not_a_part_of_it() {
    assert_eq!(
        two(
            "Rescuers brought a total of 46 passengers ashore at Norvik on Monday.",
            "On Monday rescuers brought another 15 passengers ashore at Norvik.",
        ),
        Vec::<String>::new()
    );
}

#[test]
fn units_are_converted_before_they_are_compared() {
    assert_eq!(
        two(
            "The ferry struck a rock 10 miles off Norvik on Monday.",
            "On Monday the ferry struck a rock 16 kilometers off Norvik.",
        ),
        Vec::<String>::new()
    );
}

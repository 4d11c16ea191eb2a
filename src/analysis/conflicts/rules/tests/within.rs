//! Two places of one article that do not go together.

use crate::analysis::fixture::{analyzed, found};

#[test]
fn a_figure_in_the_headline_is_held_against_the_text() {
    let article = "== Harbor Post 2024-03-05\nRescuers bring 31 passengers ashore at Norvik\n\n\
        Rescuers brought 46 passengers ashore at Norvik on Monday, after the ferry had hit a rock.\n\n\
        Nobody was hurt. The owner of the ship blamed a broken rudder.";
    assert_eq!(found(article), ["number conflict: “31” / “46”"]);
    let analysis = analyzed(article);
    let explanation = &analysis.conflicts[0].explanation;
    assert!(
        explanation
            .starts_with("The headline of Harbor Post gives “31” and the text of Harbor Post “46”"),
        "{explanation}"
    );
}

#[test]
fn a_headline_that_rounds_is_no_contradiction() {
    assert_eq!(
        found(
            "== Harbor Post 2024-03-05\nRescuers bring about 30 passengers ashore at Norvik\n\n\
            Rescuers brought 31 passengers ashore at Norvik on Monday, after the ferry had hit a rock."
        ),
        Vec::<String>::new()
    );
}

#[test]
fn parts_that_the_text_tells_of_in_turn_are_no_contradiction() {
    assert_eq!(
        found(
            "== Harbor Post 2024-03-05\nFerry aground at Norvik\n\n\
            Rescuers brought 46 passengers ashore at Norvik on Monday.\n\n\
            Rescuers had brought 31 passengers ashore at Norvik by noon."
        ),
        Vec::<String>::new()
    );
}

#[test]
fn one_utterance_quoted_in_two_ways_is_marked() {
    assert_eq!(
        found(
            "== Harbor Post 2024-03-05\nFerry aground at Norvik\n\n\
            “We will never sail that narrow channel again in such a fog,” captain Ola Berg said.\n\n\
            The captain repeated: “We will hardly sail that narrow channel again in such a fog.”"
        ),
        ["quote conflict: “never” / “hardly”"]
    );
}

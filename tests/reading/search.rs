//! Finding words in both columns.

use counterpoint::app::reading::Found;
use counterpoint::model::DocumentId;

use super::{Desk, ferry, marks, open, stage};

type Harness = egui_kittest::Harness<'static, Desk>;

fn find(harness: &mut Harness, words: &str) -> Found {
    words.clone_into(&mut harness.state_mut().find);
    harness.run();
    harness.state().view.found()
}

fn counts(left: usize, right: usize, at: Option<usize>) -> Found {
    Found {
        counts: vec![(DocumentId(0), left), (DocumentId(1), right)],
        at,
    }
}

#[test]
fn words_are_counted_in_both_articles_whatever_their_case_and_quotes() {
    let mut harness = open(ferry::ferry());
    assert_eq!(find(&mut harness, "AURELIA"), counts(2, 1, Some(1)));
    assert_eq!(find(&mut harness, "ferry's safety"), counts(0, 1, Some(1)));
    assert_eq!(find(&mut harness, "no such words"), counts(0, 0, None));
    assert_eq!(find(&mut harness, ""), counts(0, 0, None));
}

#[test]
fn steps_go_through_both_columns_and_around() {
    let mut harness = open(ferry::ferry());
    find(&mut harness, "Aurelia");
    let mut seen = Vec::new();
    for steps in [1, 1, 1, -1] {
        harness.state_mut().view.step_search(steps);
        harness.run();
        seen.extend(harness.state().view.found().at);
    }
    assert_eq!(seen, [2, 3, 1, 3]);
}

#[test]
fn a_match_far_down_comes_into_view() {
    let filler = "The crew handed out blankets.\n\n".repeat(300);
    let text = format!("Fire\n\n{filler}[1 Twelve zebras came].");
    let report = stage::report(
        &[
            ("Courier", Some("2026-05-14"), text.as_str()),
            ("Ledger", Some("2026-05-15"), "Blaze\n\n[1 Nine] came."),
        ],
        &[],
    );
    let mut harness = open(report);
    assert_eq!(marks(&harness, "Conflict 1,").len(), 1);
    assert_eq!(find(&mut harness, "zébras"), counts(1, 0, Some(1)));
    assert_eq!(marks(&harness, "Conflict 1,").len(), 2, "it is in view");
}

#[test]
fn a_new_analysis_of_the_same_words_leaves_the_search_where_it_is() {
    let mut harness = open(ferry::ferry());
    find(&mut harness, "Aurelia");
    harness.state_mut().view.step_search(1);
    harness.run();
    harness.state_mut().report = ferry::ferry();
    harness.run();
    assert_eq!(harness.state().view.found(), counts(2, 1, Some(2)));
}

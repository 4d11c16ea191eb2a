//! Selecting words in the text, and copying them.

use counterpoint::report::Report;
use egui::{Event, Modifiers, Pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::{Desk, click, ferry, marks, open, stage};

type Harness = egui_kittest::Harness<'static, Desk>;

/// The words that are selected, the latest last.
fn selected(harness: &Harness) -> Vec<String> {
    let desk = harness.state();
    let words = |(document, span)| {
        let text = &desk.report.analysis.document(document).text;
        text.slice(span).to_owned()
    };
    desk.view.selected_texts().into_iter().map(words).collect()
}

fn drag(harness: &mut Harness, from: Pos2, to: Pos2) {
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
}

#[test]
fn dragging_selects_text_that_can_be_copied() {
    let mut harness = open(ferry::ferry());
    let passage = marks(&harness, "Conflict 1")[0];
    drag(
        &mut harness,
        passage.left_center() + vec2(1.0, 0.0),
        passage.right_center(),
    );
    let [words] = selected(&harness)
        .try_into()
        .expect("one stretch is selected");
    assert!(words.starts_with("Twelve of the"), "{words}");
    harness.event(Event::Copy);
    harness.step();
    let copied =
        harness.output().platform_output.commands.iter().any(
            |command| matches!(command, egui::OutputCommand::CopyText(text) if *text == words),
        );
    assert!(copied, "the selected words are on the clipboard");
}

#[test]
fn marks_stand_on_their_words_in_any_script() {
    let articles = [
        (
            "Courier",
            Some("2026-05-14"),
            "Fire\n\nÀ l’aube “[1 Zwölf Gerettete] — [2 e\u{301}vacués]” <p Ödön|Ödön>.",
        ),
        (
            "Ledger",
            Some("2026-05-15"),
            "Blaze\n\n[1 Nine] [2 stayed]. <p Ödön|Ödön> left.",
        ),
    ];
    let mut harness = open(stage::report(&articles, &[]));
    let second = marks(&harness, "Conflict 2,")[0];
    // Behind the badge, up to the end of the passage.
    drag(
        &mut harness,
        second.left_center() + vec2(22.0, 0.0),
        second.right_center(),
    );
    assert_eq!(selected(&harness), ["e\u{301}vacués"]);
}

/// Two articles of two paragraphs each.
fn two_paragraphs() -> Report {
    stage::report(
        &[
            (
                "Courier",
                Some("2026-05-14"),
                "Fire\n\nTwelve came.\n\nNine left.",
            ),
            (
                "Ledger",
                Some("2026-05-15"),
                "Blaze\n\nTen came.\n\nFew left.",
            ),
        ],
        &[],
    )
}

#[test]
fn a_selection_goes_on_across_paragraphs() {
    let mut harness = open(two_paragraphs());
    let first = harness.get_by_label("Twelve came.").rect();
    let second = harness.get_by_label("Nine left.").rect();
    drag(&mut harness, first.left_center(), second.right_center());
    assert_eq!(selected(&harness), ["Twelve came.\n\nNine left."]);
}

#[test]
fn shift_and_a_click_extend_a_selection() {
    let mut harness = open(two_paragraphs());
    let first = harness.get_by_label("Twelve came.").rect();
    let second = harness.get_by_label("Nine left.").rect();
    drag(&mut harness, first.left_center(), first.right_center());
    harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    click(&mut harness, second.right_center() - vec2(1.0, 0.0));
    assert_eq!(selected(&harness), ["Twelve came.\n\nNine left."]);
}

#[test]
fn each_article_keeps_its_own_selection() {
    let mut harness = open(two_paragraphs());
    for words in ["Ten came.", "Twelve came."] {
        let row = harness.get_by_label(words).rect();
        drag(&mut harness, row.left_center(), row.right_center());
    }
    assert_eq!(selected(&harness), ["Ten came.", "Twelve came."]);
    let row = harness.get_by_label("Few left.").rect();
    click(&mut harness, row.center());
    assert_eq!(selected(&harness), ["Twelve came."]);
}

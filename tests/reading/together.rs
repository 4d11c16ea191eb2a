//! Reading two columns at once: scrolling them together, and what joins them in the gutter.

use counterpoint::model::Kind;
use counterpoint::report::Report;
use egui::{Key, Pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::{Desk, click, marks, open, stage, wheel};

/// Two long articles that share a passage, which stands far further down in the second.
fn apart() -> Report {
    let filler = "The crew handed out blankets and counted heads twice.\n\n";
    let first = format!(
        "Fire\n\n{}[1 Twelve came].\n\n{}[2 It was late].\n\n{}",
        filler.repeat(12),
        filler.repeat(30),
        filler.repeat(40)
    );
    let second = format!(
        "Blaze\n\n{}[1 Nine came].\n\n{}[2 It was early].\n\n{}",
        filler.repeat(60),
        filler.repeat(5),
        filler.repeat(40)
    );
    stage::report(
        &[
            ("Courier", Some("2026-05-14"), first.as_str()),
            ("Ledger", Some("2026-05-15"), second.as_str()),
        ],
        &[Kind::Number, Kind::Time],
    )
}

type Harness = egui_kittest::Harness<'static, Desk>;

const LEFT: Pos2 = Pos2::new(150.0, 400.0);

/// Turns the wheel over the left text until its passage of a finding is in view.
fn scroll_to(harness: &mut Harness, name: &str) {
    for _ in 0..200 {
        let seen = marks(harness, name);
        if seen.iter().any(|rect| rect.left() < 350.0) {
            return;
        }
        wheel(harness, LEFT, -1.0);
    }
    panic!("{name} never comes into view");
}

#[test]
fn the_first_aligned_statement_in_view_keeps_its_partner_level() {
    let mut harness = open(apart());
    harness.state_mut().linked = true;
    scroll_to(&mut harness, "Conflict 1,");
    // What holds the columns when scrolling begins stays as it stands; the next pair comes level.
    scroll_to(&mut harness, "Conflict 2,");
    while marks(&harness, "Conflict 1,")
        .iter()
        .any(|rect| rect.left() < 350.0)
    {
        wheel(&mut harness, LEFT, -1.0);
    }
    wheel(&mut harness, LEFT, -1.0);
    let sides = marks(&harness, "Conflict 2,");
    assert_eq!(sides.len(), 2, "the partner came into view: {sides:?}");
    assert!((sides[0].top() - sides[1].top()).abs() <= 1.5, "{sides:?}");
    let before = sides[0].top();
    wheel(&mut harness, LEFT, -1.0);
    let sides = marks(&harness, "Conflict 2,");
    assert!(sides[0].top() < before, "both moved on");
    assert!((sides[0].top() - sides[1].top()).abs() <= 1.5, "{sides:?}");
}

#[test]
fn switched_off_and_on_again_scrolling_goes_on_from_where_the_columns_stand() {
    let mut harness = open(apart());
    harness.state_mut().selected = Some(0);
    harness.state_mut().view.bring_level(0);
    harness.run();
    wheel(&mut harness, LEFT, -1.0);
    let apart = |harness: &Harness| {
        let sides = marks(harness, "Conflict 1,");
        assert_eq!(sides.len(), 2, "both sides are in view");
        sides[1].top() - sides[0].top()
    };
    let before = apart(&harness);
    assert!(before > 5.0, "the left text moved alone");
    harness.get_by_label("Scroll the articles together").click();
    harness.run();
    assert!(harness.state().linked);
    assert!((apart(&harness) - before).abs() <= 1.0, "nothing jumps");
    wheel(&mut harness, LEFT, 1.0);
    assert!((apart(&harness) - before).abs() <= 1.5, "both moved");
}

#[test]
fn keys_take_the_other_column_along() {
    let mut harness = open(apart());
    harness.state_mut().linked = true;
    harness.state_mut().selected = Some(0);
    harness.state_mut().view.bring_level(0);
    harness.run();
    let before = marks(&harness, "Conflict 1,");
    harness.key_press(Key::ArrowDown);
    harness.run();
    let after = marks(&harness, "Conflict 1,");
    assert!(after[0].top() < before[0].top() - 5.0);
    assert!((after[0].top() - after[1].top()).abs() <= 1.5, "{after:?}");
}

#[test]
fn passages_out_of_view_are_counted_and_can_be_called() {
    let mut harness = open(apart());
    scroll_to(&mut harness, "Conflict 1,");
    harness.get_by_label("1 passage further down in B").click();
    harness.run();
    assert_eq!(harness.state().selected, Some(0));
    assert_eq!(marks(&harness, "Conflict 1,").len(), 2);
}

#[test]
fn a_book_and_a_note_scroll_together_as_far_as_the_note_goes() {
    let filler = "The crew handed out blankets and counted heads twice.\n\n";
    let book = format!("Fire\n\n{}[1 Twelve came].", filler.repeat(10_000));
    let articles = [
        ("Courier", Some("2026-05-14"), book.as_str()),
        ("Ledger", Some("2026-05-15"), "Blaze\n\n[1 Nine came]."),
    ];
    let mut harness = open(stage::report(&articles, &[Kind::Number]));
    harness.state_mut().linked = true;
    for key in [Key::PageDown, Key::End, Key::PageUp, Key::End] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(marks(&harness, "Conflict 1,").len(), 2);
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(
        marks(&harness, "Conflict 1,").len(),
        1,
        "the note stays in view"
    );
    assert!(super::visible_paragraphs(&harness) < 40);
}

#[test]
fn a_finding_within_one_article_is_brought_into_view_and_can_be_clicked() {
    let first = "Fire\n\n[1 Twelve came].\n\nIt was night.\n\n[1 Nine came].";
    let articles = [
        ("Courier", Some("2026-05-14"), first),
        ("Ledger", Some("2026-05-15"), "Blaze\n\nIt was night."),
    ];
    let mut harness = open(stage::report(&articles, &[Kind::Number]));
    let sides = marks(&harness, "Conflict 1,");
    assert_eq!(sides.len(), 2);
    let gutter = harness.get_by_label("Ribbons between the articles").rect();
    let height = sides[0].center().y;
    click(
        &mut harness,
        Pos2::new(gutter.left(), height) + vec2(2.0, 0.0),
    );
    assert_eq!(harness.state().selected, Some(0));
}

#[test]
fn a_finding_within_the_only_article_is_joined_beside_its_text() {
    let only = "Fire\n\n[1 Twelve came].\n\n[1 Nine came].";
    let articles = [("Courier", Some("2026-05-14"), only)];
    let mut harness = open_one(stage::report(&articles, &[Kind::Number]));
    harness.state_mut().selected = Some(0);
    harness.state_mut().view.bring_level(0);
    harness.run();
    assert_eq!(marks(&harness, "Conflict 1,").len(), 2);
    harness.get_by_label("What joins passages of the article");
}

fn open_one(report: Report) -> Harness {
    super::open_columns(report, false)
}

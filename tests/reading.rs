//! The reading view as a reader meets it: found by accessible name, driven by pointer and keys.
#![cfg(feature = "gui")]

#[path = "reading/ferry.rs"]
mod ferry;
#[path = "reading/search.rs"]
mod search;
#[path = "reading/selecting.rs"]
mod selecting;
#[path = "reading/stage.rs"]
mod stage;
#[path = "reading/together.rs"]
mod together;

use counterpoint::app::reading::{ReadingEvent, ReadingInput, ReadingView};
use counterpoint::app::theme::{self, TextFace, Theme};
use counterpoint::model::{DocumentId, EntityId};
use counterpoint::report::Report;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, Rect, Role, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// A window with nothing but the reading view, which does what the reader asks for.
struct Desk {
    report: Report,
    view: ReadingView,
    two: bool,
    selected: Option<usize>,
    hovered: Option<EntityId>,
    zoom: f32,
    linked: bool,
    find: String,
    events: Vec<ReadingEvent>,
}

fn open(report: Report) -> Harness<'static, Desk> {
    open_columns(report, true)
}

fn open_columns(report: Report, two: bool) -> Harness<'static, Desk> {
    let desk = Desk {
        report,
        view: ReadingView::default(),
        two,
        selected: None,
        hovered: None,
        zoom: 1.0,
        linked: false,
        find: String::new(),
        events: Vec::new(),
    };
    let mut dressed = false;
    let mut harness = Harness::builder()
        .with_size(vec2(800.0, 600.0))
        .build_ui_state(
            move |ui, desk: &mut Desk| {
                if !dressed {
                    dressed = true;
                    theme::install(ui.ctx());
                    ui.ctx()
                        .request_discard("the fonts come with the next pass");
                    return;
                }
                frame(ui, desk);
            },
            desk,
        );
    harness.run();
    harness
}

fn frame(ui: &mut egui::Ui, desk: &mut Desk) {
    let visible: Vec<usize> = (0..desk.report.findings.len()).collect();
    let input = ReadingInput {
        report: &desk.report,
        left: DocumentId(0),
        right: desk.two.then_some(DocumentId(1)),
        visible: &visible,
        selected: desk.selected,
        hovered_entity: desk.hovered,
        theme: Theme::light(),
        zoom: desk.zoom,
        face: TextFace::Serif,
        linked: desk.linked,
        find: &desk.find,
    };
    for event in desk.view.ui(ui, &input) {
        match event {
            ReadingEvent::SelectFinding(finding) => {
                desk.selected = Some(finding);
                desk.view.bring_level(finding);
            }
            ReadingEvent::HoverEntity(entity) => desk.hovered = entity,
            ReadingEvent::ToggleLink => desk.linked = !desk.linked,
            _ => {}
        }
        desk.events.push(event);
    }
}

/// Where the marks whose names begin like this stand, from left to right.
fn marks(harness: &Harness<'_, Desk>, name: &str) -> Vec<Rect> {
    let mut rects: Vec<Rect> = harness
        .query_all_by_role(Role::Link)
        .filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with(name))
        })
        .map(|node| node.rect())
        .collect();
    rects.sort_by(|one, other| one.left().total_cmp(&other.left()));
    rects
}

fn visible_paragraphs(harness: &Harness<'_, Desk>) -> usize {
    harness.query_all_by_role(Role::Label).count()
}

fn wheel(harness: &mut Harness<'_, Desk>, at: Pos2, lines: f32) {
    harness.hover_at(at);
    harness.run();
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, lines),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run();
}

fn click(harness: &mut Harness<'_, Desk>, at: Pos2) {
    harness.hover_at(at);
    harness.run();
    harness.drag_at(at);
    harness.run();
    harness.drop_at(at);
    harness.run();
}

#[test]
fn both_sides_of_a_conflict_are_found_by_name() {
    let harness = open(ferry::ferry());
    harness.get_by_label("Conflict 1, Number: Twelve of the rescued were treated that night");
    harness.get_by_label("Conflict 1, Number: at least 17 passengers were treated overnight");
    harness.get_by_label("Organization Halden General Hospital: Halden General");
}

#[test]
fn clicking_a_passage_selects_its_finding_and_keeps_it_under_the_pointer() {
    let mut harness = open(ferry::ferry());
    let before = marks(&harness, "Conflict 4");
    click(&mut harness, before[0].left_center() + vec2(4.0, 0.0));
    assert_eq!(harness.state().selected, Some(3));
    let after = marks(&harness, "Conflict 4");
    assert_eq!(after[0], before[0], "the clicked passage stays");
    assert!(
        (after[0].top() - after[1].top()).abs() <= 1.0,
        "the other comes level: {after:?}"
    );
}

#[test]
fn a_name_inside_a_passage_selects_the_entity() {
    let mut harness = open(ferry::ferry());
    harness
        .get_by_label("Person Ilse Brandt: Ilse Brandt")
        .click();
    harness.run();
    let brandt = harness
        .state()
        .report
        .analysis
        .entities
        .iter()
        .position(|entity| entity.name == "Ilse Brandt")
        .map(EntityId);
    assert_eq!(
        harness.state().events.last(),
        brandt.map(ReadingEvent::SelectEntity).as_ref()
    );
    assert_eq!(harness.state().selected, None);
}

#[test]
fn pointing_at_a_name_and_away_is_told() {
    let mut harness = open(ferry::ferry());
    harness
        .get_by_label("Person Ilse Brandt: Ilse Brandt")
        .hover();
    harness.run();
    assert!(harness.state().hovered.is_some());
    harness.hover_at(Pos2::new(400.0, 590.0));
    harness.run();
    assert_eq!(harness.state().hovered, None);
}

#[test]
fn a_pronoun_points_to_its_entity_without_a_stop_for_the_keyboard() {
    let articles = [
        (
            "Courier",
            Some("2026-05-14"),
            "Fire\n\n<P Ilse Brandt|She> came.",
        ),
        (
            "Ledger",
            Some("2026-05-15"),
            "Blaze\n\n<p Ilse Brandt|Brandt> came.",
        ),
    ];
    let mut harness = open(stage::report(&articles, &[]));
    assert_eq!(marks(&harness, "Person Ilse Brandt").len(), 1);
    let she = harness.get_by_label("She came.").rect();
    click(&mut harness, she.left_center() + vec2(5.0, 0.0));
    let told = ReadingEvent::SelectEntity(EntityId(0));
    assert!(harness.state().events.contains(&told));
}

#[test]
fn the_wheel_over_the_gutter_walks_the_findings() {
    let mut harness = open(ferry::ferry());
    let gutter = Pos2::new(400.0, 500.0);
    wheel(&mut harness, gutter, -1.0);
    wheel(&mut harness, gutter, -1.0);
    assert_eq!(harness.state().selected, Some(1));
    wheel(&mut harness, gutter, 1.0);
    assert_eq!(harness.state().selected, Some(0));
}

#[test]
fn a_ribbon_can_be_clicked() {
    let mut harness = open(ferry::ferry());
    let sides = marks(&harness, "Conflict 3");
    let gutter = harness.get_by_label("Ribbons between the articles").rect();
    // Every ribbon begins level with the middle of its passage, whose first row is half as high.
    let at = Pos2::new(gutter.left() + 2.0, sides[0].bottom() + sides[0].height());
    for step in -12..12 {
        if harness.state().selected.is_none() {
            click(&mut harness, at + vec2(0.0, step as f32 * 4.0));
        }
    }
    assert!(harness.state().selected.is_some());
}

#[test]
fn a_hundred_thousand_words_lay_out_what_is_seen() {
    let mut harness = open(stage::long(100_000, 300));
    let seen = visible_paragraphs(&harness);
    assert!((4..40).contains(&seen), "{seen} paragraphs are laid out");
    let aurelia = marks(&harness, "Organization Aurelia");
    wheel(&mut harness, Pos2::new(150.0, 400.0), -1.0);
    let moved = marks(&harness, "Organization Aurelia");
    assert!(moved[0].top() < aurelia[0].top(), "the left text moved");
    assert_eq!(moved.last(), aurelia.last(), "the right text stands");
    assert!(visible_paragraphs(&harness) < 40);
}

#[test]
fn a_finding_far_away_is_brought_level() {
    let mut harness = open(stage::long(100_000, 300));
    harness.state_mut().selected = Some(120);
    harness.state_mut().view.bring_level(120);
    harness.run();
    let sides = marks(&harness, "Conflict 121,");
    assert_eq!(sides.len(), 2, "both sides are in view");
    assert!((sides[0].top() - sides[1].top()).abs() <= 1.0, "{sides:?}");
    assert!(
        sides[0].top() > 150.0 && sides[0].top() < 400.0,
        "{sides:?}"
    );
}

#[test]
fn keys_scroll_the_column_that_has_the_keyboard() {
    let mut harness = open(stage::long(5_000, 300));
    let before = marks(&harness, "Conflict 1,");
    harness.state_mut().view.focus_other_column();
    harness.run();
    assert!(
        harness
            .state()
            .events
            .contains(&ReadingEvent::FocusColumn(1))
    );
    harness.key_press(Key::ArrowDown);
    harness.run();
    let after = marks(&harness, "Conflict 1,");
    assert_eq!(after[0], before[0], "the left column stands");
    assert!(after[1].top() < before[1].top(), "the right column moved");
    harness.key_press(Key::End);
    harness.run();
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(marks(&harness, "Conflict 1,"), before);
}

#[test]
fn a_larger_zoom_keeps_the_place_in_the_text() {
    let mut harness = open(stage::long(5_000, 300));
    harness.state_mut().view.bring_level(40);
    harness.run();
    let before = marks(&harness, "Conflict 41,");
    harness.state_mut().zoom = 1.4;
    harness.run();
    let after = marks(&harness, "Conflict 41,");
    assert_eq!(after.len(), before.len());
    assert!(after[0].height() > before[0].height(), "the text is larger");
}

#[test]
fn an_article_without_a_date_takes_one() {
    let articles = [
        ("Courier", None, "Fire\n\n[1 Twelve] were hurt."),
        ("Ledger", Some("2026-05-15"), "Blaze\n\n[1 Nine] were hurt."),
    ];
    let mut harness = open(stage::report(&articles, &[]));
    harness.get_by_label("No date: enter one");
    let field = harness.get_by_role(Role::TextInput);
    field.focus();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("someday");
    harness.key_press(Key::Enter);
    harness.run();
    let told = |harness: &Harness<'_, Desk>| {
        harness
            .state()
            .events
            .iter()
            .filter(|event| matches!(event, ReadingEvent::SetPublished(..)))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&harness), [], "no day can be read in that");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness
        .get_by_role(Role::TextInput)
        .type_text("14 May 2026");
    harness.key_press(Key::Enter);
    harness.run();
    let date = "14 May 2026".to_owned();
    assert_eq!(
        told(&harness),
        [ReadingEvent::SetPublished(DocumentId(0), date)]
    );
}

#[test]
fn one_article_alone_has_one_column_and_no_gutter() {
    let mut harness = open(ferry::ferry());
    harness.state_mut().two = false;
    harness.run();
    assert!(
        harness
            .query_by_label("Ribbons between the articles")
            .is_none()
    );
    assert!(
        harness
            .query_by_label_contains("Conflict 1, Number: at least 17")
            .is_none()
    );
    harness.get_by_label_contains("Conflict 1, Number: Twelve");
}

#[test]
fn both_sides_within_one_article_are_marked() {
    let articles = [
        (
            "Courier",
            Some("2026-05-14"),
            "Fire\n\n[1 Twelve were hurt.] Later [1 nine were hurt.]",
        ),
        ("Ledger", Some("2026-05-15"), "Blaze\n\nNobody was hurt."),
    ];
    let mut harness = open(stage::report(&articles, &[]));
    harness
        .get_by_label("Conflict 1, Number: nine were hurt.")
        .click();
    harness.run();
    assert_eq!(harness.state().selected, Some(0));
}

#[test]
fn a_new_analysis_leaves_the_text_where_it_stands() {
    let mut harness = open(stage::long(5_000, 300));
    harness.state_mut().view.bring_level(40);
    harness.run();
    let before = marks(&harness, "Conflict 41,");
    harness.state_mut().report = stage::long(5_000, 300);
    harness.run();
    assert_eq!(marks(&harness, "Conflict 41,"), before);
}

#[test]
fn an_article_that_comes_back_stands_where_it_stood() {
    let mut harness = open(stage::long(5_000, 300));
    harness.state_mut().view.bring_level(40);
    harness.run();
    let before = marks(&harness, "Conflict 41,");
    harness.state_mut().two = false;
    harness.run();
    harness.state_mut().two = true;
    harness.run();
    assert_eq!(marks(&harness, "Conflict 41,"), before);
}

#[test]
fn articles_without_a_text_can_be_pointed_at_and_scrolled() {
    let articles = [
        ("Courier", Some("2026-05-14"), "Only a title"),
        ("Ledger", Some("2026-05-15"), ""),
    ];
    let mut harness = open(stage::report(&articles, &[]));
    harness.get_by_label("Only a title");
    click(&mut harness, Pos2::new(150.0, 400.0));
    for key in [Key::End, Key::PageDown, Key::ArrowUp, Key::Home] {
        harness.key_press(key);
        harness.run();
    }
    harness.get_by_label("Overview of B").click();
    harness.run();
    wheel(&mut harness, Pos2::new(400.0, 400.0), -1.0);
    assert_eq!(harness.state().selected, None);
    assert_eq!(harness.state().view.selected_text(), None);
}

#[test]
fn a_text_on_one_line_lays_out_what_is_seen() {
    let line = "Counted heads twice. ".repeat(50_000);
    let marked = format!("Fire\n\n{line}[1 Twelve] {line}");
    let articles = [
        ("Courier", Some("2026-05-14"), marked.as_str()),
        ("Ledger", Some("2026-05-15"), "Blaze\n\n[1 Nine] came."),
    ];
    let mut harness = open(stage::report(&articles, &[]));
    assert!(visible_paragraphs(&harness) < 20);
    harness.state_mut().view.bring_level(0);
    harness.run();
    assert_eq!(marks(&harness, "Conflict 1,").len(), 2);
}

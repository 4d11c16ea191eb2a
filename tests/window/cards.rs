//! Entities as a reader looks at them and puts them right.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::fs;

use super::*;

const HARBOR: &str = "Harbor closed\n\nMayor Ines Halloran came to Norwick on Monday. \
    Halloran thanked Paul Verner. Halloran left for Georgia.";
const COAST: &str =
    "Verner thanked\n\nPaul Verner met Ines Halloran in Norwick. Helen Hallorane stayed.";

/// A window on these articles; its other dialogs answer as they are told to.
fn open_on(articles: &[&str], further: &[Outcome]) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (articles.iter().zip(["harbor.txt", "coast.txt"]))
        .map(|(text, name)| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        })
        .collect();
    let outcomes = std::iter::once(Outcome::Chosen(paths));
    let mut desk = open(outcomes.chain(further.iter().cloned()));
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    desk
}

/// A window on both articles, with the card of an entity that they share.
fn open_card(entity: &str) -> Desk {
    let mut desk = open_on(&[HARBOR, COAST], &[]);
    desk.query_all_by_label(entity).next().unwrap().click();
    settle(&mut desk);
    desk
}

/// Every entity as "Person Ines Halloran", in the order of the text.
fn entities(desk: &Desk) -> Vec<String> {
    let report = desk.state().state.report().unwrap();
    let entities = report.analysis.entities.iter();
    entities
        .map(|entity| format!("{} {}", entity.kind.title(), entity.name))
        .collect()
}

/// The name of the entity whose card is open.
fn card(desk: &Desk) -> Option<String> {
    let report = desk.state().state.report().unwrap();
    let id = desk.state().state.view.entity?;
    Some(report.analysis.entity(id).name.clone())
}

fn click_first(desk: &mut Desk, words: &str) {
    let node = desk.query_all_by_label_contains(words).next();
    node.unwrap().click();
    settle(desk);
}

const HALLORAN: &str = "Person Ines Halloran: Ines Halloran";
const FOUND: [&str; 5] = [
    "Person Ines Halloran",
    "Place Norwick",
    "Person Paul Verner",
    "Place Georgia",
    "Person Helen Hallorane",
];

#[test]
fn a_name_in_the_text_opens_its_card() {
    let desk = open_card(HALLORAN);
    assert_eq!(entities(&desk), FOUND);
    assert_eq!(card(&desk).as_deref(), Some("Ines Halloran"));
    for words in [
        "mentions in 2 articles",
        "A: Halloran thanked Paul Verner., short form of Ines Halloran",
        "B: Paul Verner met Ines Halloran in Norwick., the name in full",
    ] {
        assert!(says(&desk, words), "{words} is missing");
    }
}

#[test]
fn a_name_in_the_list_opens_its_card_and_lights_up() {
    let mut desk = open_on(&[HARBOR, COAST], &[]);
    click_first(&mut desk, "Entities 5");
    desk.get_by_label("Georgia, Place, A 1").click();
    settle(&mut desk);
    assert_eq!(card(&desk).as_deref(), Some("Georgia"));
    let view = &desk.state().state.view;
    assert_eq!(view.hovered_entity, view.entity, "the pointer is on it");
    assert!(
        !says(&desk, "Split off"),
        "its only mention is not split off"
    );
    desk.hover_at(egui::pos2(720.0, 880.0));
    settle(&mut desk);
    assert_eq!(desk.state().state.view.hovered_entity, None);
}

#[test]
fn an_entity_is_renamed_and_undo_takes_it_back() {
    let mut desk = open_card(HALLORAN);
    press(&mut desk, Key::F2);
    press_with(&mut desk, Modifiers::COMMAND, Key::A);
    type_words(&mut desk, "The mayor of Norwick");
    press(&mut desk, Key::Enter);
    assert_eq!(entities(&desk)[0], "Person The mayor of Norwick");
    assert_eq!(card(&desk).as_deref(), Some("The mayor of Norwick"));
    assert!(says(
        &desk,
        "Renamed “Ines Halloran” to “The mayor of Norwick”"
    ));
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk), FOUND);
    assert!(says(&desk, "Undone: renaming an entity"));
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(card(&desk).as_deref(), Some("The mayor of Norwick"));
}

#[test]
fn a_renamed_entity_tells_what_the_articles_call_it() {
    let mut desk = open_card(HALLORAN);
    assert!(!says(&desk, "Found as"), "its name is that of the articles");
    press(&mut desk, Key::F2);
    press_with(&mut desk, Modifiers::COMMAND, Key::A);
    type_words(&mut desk, "The mayor of Norwick");
    press(&mut desk, Key::Enter);
    assert!(says(&desk, "Found as Ines Halloran, Halloran"));
    let button = desk.get_by_role_and_label(Role::Button, "Rename…");
    assert!(button.is_focused(), "the keyboard stays in the card");
}

#[test]
fn one_correction_is_taken_back_and_later_ones_stay() {
    let mut desk = open_card(HALLORAN);
    press(&mut desk, Key::F2);
    type_words(&mut desk, " of Norwick");
    press(&mut desk, Key::Enter);
    click(&mut desk, "Change kind…");
    click(&mut desk, "Organization");
    assert_eq!(entities(&desk)[0], "Organization Ines Halloran of Norwick");
    let renamed = "Renamed “Ines Halloran” to “Ines Halloran of Norwick”";
    click(&mut desk, &format!("Take back: {renamed}"));
    assert_eq!(entities(&desk)[0], "Organization Ines Halloran");
    assert!(says(&desk, &format!("Took back: {renamed}")));
    assert!(says(&desk, "Corrected by you"), "the other one is listed");
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk)[0], "Organization Ines Halloran of Norwick");
}

#[test]
fn what_was_taken_off_the_list_is_put_back_from_there() {
    let mut desk = open_card("Place Norwick: Norwick");
    click(&mut desk, "Not an entity");
    press(&mut desk, Key::F8);
    click_first(&mut desk, "Entities 4");
    click(&mut desk, "Put back Norwick");
    assert_eq!(entities(&desk), FOUND);
    assert!(!says(&desk, "Put back"), "it is an entity again");
}

#[test]
fn escape_leaves_the_name_as_it_is() {
    let mut desk = open_card(HALLORAN);
    click(&mut desk, "Rename…");
    type_words(&mut desk, " the Second");
    press(&mut desk, Key::Escape);
    assert!(!says(&desk, "New name"), "the field is closed");
    assert_eq!(entities(&desk), FOUND);
    assert!(!desk.state().state.notebook().can_undo());
}

#[test]
fn an_entity_is_of_another_kind() {
    let mut desk = open_card(HALLORAN);
    click(&mut desk, "Change kind…");
    click(&mut desk, "Organization");
    assert_eq!(entities(&desk)[0], "Organization Ines Halloran");
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk), FOUND);
}

#[test]
fn two_entities_are_merged() {
    let mut desk = open_card(HALLORAN);
    click(&mut desk, "Merge with…");
    let first = desk
        .query_all_by_label_contains("Merge with ")
        .next()
        .unwrap();
    let first = first.accesskit_node().label().unwrap();
    assert_eq!(first, "Merge with Helen Hallorane, Person · B 1");
    type_words(&mut desk, "norw");
    assert!(
        !says(&desk, "Merge with Helen"),
        "the list is narrowed down"
    );
    press_with(&mut desk, Modifiers::COMMAND, Key::A);
    type_words(&mut desk, "helen");
    press(&mut desk, Key::Enter);
    assert_eq!(entities(&desk).len(), FOUND.len() - 1);
    assert!(says(&desk, "merged by the reader"), "the card says why");
    assert!(says(&desk, "Merged “Ines Halloran” with “Helen Hallorane”"));
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk), FOUND);
}

#[test]
fn a_mention_is_split_off_and_others_by_the_same_word_stay() {
    let mut desk = open_card(HALLORAN);
    let report = desk.state().state.report().unwrap();
    let before = report.analysis.entities[0].mentions.len();
    click(
        &mut desk,
        "Split off this mention: Halloran left for Georgia.",
    );
    assert!(entities(&desk).contains(&"Person Halloran".to_owned()));
    let report = desk.state().state.report().unwrap();
    assert_eq!(report.analysis.entities[0].mentions.len(), before - 1);
    assert_eq!(
        card(&desk).as_deref(),
        Some("Halloran"),
        "the card goes along"
    );
    assert!(says(&desk, "split off by the reader"), "the card says why");
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk), FOUND);
    assert_eq!(card(&desk).as_deref(), Some("Ines Halloran"));
}

#[test]
fn what_is_no_entity_leaves_list_text_and_card() {
    let mut desk = open_card("Place Norwick: Norwick");
    click(&mut desk, "Not an entity");
    assert!(
        !entities(&desk)
            .iter()
            .any(|entity| entity.contains("Norwick"))
    );
    assert_eq!(desk.query_all_by_label("Place Norwick: Norwick").count(), 0);
    assert_eq!(card(&desk), None);
    assert!(
        says(&desk, "Choose a name in the text"),
        "the card is empty"
    );
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk), FOUND);
    assert_eq!(card(&desk).as_deref(), Some("Norwick"), "the card is back");
}

#[test]
fn the_list_is_narrowed_by_name_and_kind() {
    let mut desk = open_on(&[HARBOR, COAST], &[]);
    click_first(&mut desk, "Entities 5");
    click(&mut desk, "Place 2");
    assert!(says(&desk, "Georgia, Place"), "places are listed");
    assert!(!says(&desk, "Paul Verner, Person"), "people are not");
    desk.get_by_role_and_label(Role::TextInput, "Filter entities by name")
        .click();
    settle(&mut desk);
    type_words(&mut desk, "geor");
    assert!(!says(&desk, "Norwick, Place"), "one place is left");
    type_words(&mut desk, "x");
    assert!(says(&desk, "No entity is called so"));
}

#[test]
fn what_one_article_describes_and_never_names_is_folded_away() {
    let ferry =
        "Ferry late\n\nA mother and her daughter waited for Paul Verner. The mother smiled.";
    let mut desk = open_on(&[ferry, COAST], &[]);
    click_first(&mut desk, "Entities");
    assert!(says(&desk, "Paul Verner, Person"), "names are listed");
    assert!(!says(&desk, "other, Person, A"), "a mother is not");
    click_first(&mut desk, "Also described ");
    assert!(says(&desk, "other, Person, A"), "until they are asked for");
    click_first(&mut desk, "Also described ");
    assert!(
        !says(&desk, "other, Person, A"),
        "they are folded away again"
    );
    desk.get_by_role_and_label(Role::TextInput, "Filter entities by name")
        .click();
    settle(&mut desk);
    type_words(&mut desk, "mother");
    assert!(says(&desk, "other, Person, A"), "who searches finds them");
}

/// "Mayor Ines Halloran" and the "Ines Halloran" in it are one mention.
#[test]
fn a_phrase_around_a_name_is_counted_and_listed_once() {
    let mut desk = open_card(HALLORAN);
    let rows = desk.query_all_by_label_contains("came to Norwick on Monday., ");
    assert_eq!(rows.count(), 1, "the card lists the sentence once");
    assert!(says(&desk, "Person · 4 mentions in 2 articles"));
    let phrases = desk.query_all_by_label("Person Ines Halloran: Mayor Ines Halloran");
    assert_eq!(phrases.count(), 0, "the keyboard stops at the name alone");
    click_first(&mut desk, "Entities");
    assert!(says(&desk, "Ines Halloran, Person, A 3 · B 1"));
}

#[test]
fn a_mention_in_the_card_scrolls_its_column() {
    let far = format!(
        "{HARBOR}{}\n\nAt last came Ines Halloran.",
        "\n\nIt rained.".repeat(90)
    );
    let mut desk = open_on(&[&far, COAST], &[]);
    let last = "At last came Ines Halloran.";
    assert_eq!(desk.query_all_by_label(last).count(), 0, "it is far below");
    desk.query_all_by_label(HALLORAN).next().unwrap().click();
    settle(&mut desk);
    assert_eq!(desk.query_all_by_label(last).count(), 1, "the card has it");
    click_first(&mut desk, "A: At last came Ines Halloran.");
    assert_eq!(desk.query_all_by_label(last).count(), 2, "it is in view");
}

#[test]
fn decisions_notes_and_the_selected_finding_stay() {
    let mut desk = open_sample();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    let selected = desk.state().state.selected_finding().unwrap().key.clone();
    click_first(&mut desk, "Corran General Hospital: ");
    click(&mut desk, "Change kind…");
    click(&mut desk, "Event");
    assert_eq!(decisions(&desk), [Decision::Confirmed]);
    let still = desk.state().state.selected_finding().unwrap();
    assert_eq!(still.key, selected);
}

#[test]
fn corrections_are_saved_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("harbor.counterpoint");
    let saved = Outcome::Chosen(vec![notebook]);
    let mut desk = open_on(&[HARBOR, COAST], &[saved.clone(), saved]);
    desk.query_all_by_label(HALLORAN).next().unwrap().click();
    settle(&mut desk);
    click(&mut desk, "Not an entity");
    press_with(&mut desk, Modifiers::COMMAND, Key::S);
    press_with(&mut desk, Modifiers::COMMAND, Key::N);
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(desk.state().state.documents().len(), 2);
    assert_eq!(entities(&desk), FOUND[1..]);
    press_with(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(entities(&desk), FOUND, "it is undone after opening");
}

#[test]
fn the_keyboard_goes_through_all_mentions() {
    let long = format!("{HARBOR}{}", "\n\nThen Halloran smiled.".repeat(12));
    let mut desk = open_on(&[&long, COAST], &[]);
    desk.query_all_by_label(HALLORAN).next().unwrap().click();
    settle(&mut desk);
    let last = "B: Paul Verner met Ines Halloran in Norwick., the name in full";
    assert!(!says(&desk, last), "it is out of view");
    desk.get_by_label("Not an entity").focus();
    for _ in 0..50 {
        desk.key_press(Key::Tab);
        desk.run_steps(2);
        if desk
            .query_by_label(last)
            .is_some_and(|row| row.is_focused())
        {
            return;
        }
    }
    panic!("the keyboard never came to the last mention");
}

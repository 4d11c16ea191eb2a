//! Articles in, entities out.

use std::sync::Arc;

use crate::analysis::meanings::Meanings;
use crate::analysis::mentions;
use crate::model::{Document, DocumentAnalysis, Entity, Mention, Metadata, Origin};
use crate::text::{SourceText, Span, segment};

/// A document whose paragraphs are the lines of `text`.
pub(super) fn document(text: &str) -> DocumentAnalysis {
    let source = SourceText::new(text);
    let mut start = 0;
    let mut paragraphs = Vec::new();
    for line in text.split('\n') {
        paragraphs.push(Span::new(start, start + line.len()));
        start += line.len() + 1;
    }
    DocumentAnalysis {
        segments: segment(&source, &paragraphs),
        readings: Vec::new(),
        document: Arc::new(Document {
            text: source,
            blocks: Vec::new(),
            metadata: Metadata::default(),
            origin: Origin::default(),
        }),
    }
}

fn link(documents: &[DocumentAnalysis]) -> (Vec<Mention>, Vec<Entity>) {
    let candidates = documents.iter().map(mentions::find).collect();
    super::link(documents, candidates, &Meanings::default(), &[])
}

/// For every entity its name, and the distinct words for it in each document: "Japan: Japan / Japan".
fn entities(texts: &[&str]) -> Vec<String> {
    let documents: Vec<DocumentAnalysis> = texts.iter().map(|text| document(text)).collect();
    let (mentions, entities) = link(&documents);
    entities
        .iter()
        .map(|entity| {
            let mut words = vec![Vec::new(); texts.len()];
            for id in &entity.mentions {
                let mention = &mentions[id.index()];
                let text = documents[mention.document.index()]
                    .document
                    .text
                    .slice(mention.span);
                let document: &mut Vec<&str> = &mut words[mention.document.index()];
                if !document.contains(&text) {
                    document.push(text);
                }
            }
            let words: Vec<String> = words.iter().map(|words| words.join(", ")).collect();
            format!("{}: {}", entity.name, words.join(" / "))
        })
        .collect()
}

#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    let found = entities(texts);
    for line in expected {
        assert!(
            found.iter().any(|entity| entity == line),
            "{line:?} is not among {found:#?}"
        );
    }
}

#[test]
fn a_person_goes_by_last_name_title_and_office() {
    check(
        &[
            "President Elena Marlow met reporters. Marlow said the president of no country is above the law. It rained when the president left. She smiled.",
        ],
        &["Elena Marlow: President Elena Marlow, Elena Marlow, Marlow, the president, She"],
    );
}

#[test]
fn a_vice_president_is_not_the_president() {
    check(
        &[
            "President Elena Marlow and Vice President Paul Verner met. The vice president left, and the president stayed.",
        ],
        &[
            "Elena Marlow: President Elena Marlow, Elena Marlow, the president",
            "Paul Verner: Vice President Paul Verner, Paul Verner, The vice president",
        ],
    );
}

#[test]
fn countries_are_one_under_all_their_names() {
    check(
        &[
            "Troops from America and the Russian Federation left Britain.",
            "The U.S. and Russia agreed. The United Kingdom did not.",
        ],
        &[
            "United States: America / U.S.",
            "Russia: Russian Federation / Russia",
            "United Kingdom: Britain / United Kingdom",
        ],
    );
}

#[test]
fn a_chief_is_whoever_leads_the_organization_in_the_other_article() {
    check(
        &[
            "NATO Secretary General Jens Holm spoke on Monday.",
            "The plan was dropped. NATO chief has also spoken of it.",
        ],
        &["Jens Holm: NATO Secretary General Jens Holm, Jens Holm / NATO chief"],
    );
}

#[test]
fn an_acronym_stands_for_the_name_with_these_initials() {
    check(
        &[
            "The Harbor Workers Association struck. The HWA wants more pay.",
            "Members of the HWA marched.",
        ],
        &["Harbor Workers Association: Harbor Workers Association, HWA / HWA"],
    );
}

#[test]
fn people_who_share_a_last_name_stay_apart() {
    check(
        &["Paul Verner met Anna Verner. Mr. Verner smiled, and Mrs. Verner left."],
        &[
            "Paul Verner: Paul Verner, Mr. Verner, Verner",
            "Anna Verner: Anna Verner, Mrs. Verner, Verner",
        ],
    );
    check(
        &[
            "Donald Marsh spoke.",
            "Donald Marsh and Donald Marsh Jr. spoke.",
        ],
        &[
            "Donald Marsh: Donald Marsh / Donald Marsh",
            "Donald Marsh Jr.:  / Donald Marsh Jr.",
        ],
    );
}

#[test]
fn spelling_variants_are_one() {
    check(
        &["Ka’loni Flint was found.", "Kaloni Flint is safe."],
        &["Kaloni Flint: Ka’loni Flint / Kaloni Flint"],
    );
}

#[test]
fn a_shared_common_word_links_nothing() {
    let found = entities(&["The Halden Church burned.", "The Moss Church was spared."]);
    assert!(
        found
            .iter()
            .any(|entity| entity.starts_with("Halden Church: Halden Church /"))
            && found.iter().any(|entity| entity.contains("/ Moss Church")),
        "{found:#?}"
    );
}

#[test]
fn an_apposition_tells_the_office() {
    check(
        &["Koji Tamura, the Japanese ambassador to America, was calm. The ambassador left."],
        &[
            "Koji Tamura: Koji Tamura, the Japanese ambassador to America, Koji Tamura, the Japanese ambassador to America, The ambassador",
        ],
    );
}

#[test]
fn a_demonym_is_tied_to_its_country() {
    let documents = [document("Japan was calm. The Japanese waited in Tokyo.")];
    let (_, entities) = link(&documents);
    let related = |name: &str| {
        let entity = entities.iter().find(|entity| entity.name == name).unwrap();
        entities[entity.related.unwrap().index()].name.clone()
    };
    assert_eq!([related("Japanese"), related("Tokyo")], ["Japan", "Japan"]);
}

#[test]
fn capital_letters_in_headlines_make_no_names() {
    let found = entities(&[
        "Storm Leaves Thousands Without Power in Halden\nA storm hit the town of Halden on Monday.",
    ]);
    assert!(
        !found
            .iter()
            .any(|entity| entity.contains("Leaves") || entity.contains("Power")),
        "{found:#?}"
    );
    check(
        &[
            "Storm Leaves Thousands Without Power in Halden\nA storm hit the town of Halden on Monday.",
        ],
        &["Halden: Halden"],
    );
}

#[test]
fn what_is_shared_does_not_depend_on_the_order_of_the_articles() {
    let texts = [
        "President Elena Marlow met Paul Verner in Paris. Verner thanked the U.S. government.",
        "Marlow and Mr. Verner spoke. The president thanked the United States.",
        "Elena Marlow of France and P. Verner will meet again.",
    ];
    let shared = |texts: &[&str]| {
        let documents: Vec<DocumentAnalysis> = texts.iter().map(|text| document(text)).collect();
        let (_, entities) = link(&documents);
        let mut shared: Vec<(String, usize)> = entities
            .iter()
            .filter(|entity| entity.shared())
            .map(|entity| (entity.name.clone(), entity.mentions.len()))
            .collect();
        shared.sort();
        shared
    };
    let forward = shared(&texts);
    let [a, b, c] = texts;
    assert!(!forward.is_empty());
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(shared(&order), forward);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_linked(text in "(\\PC|[A-Z][a-z]{1,6} |Mr. |of |the president |'s |, |\\. |\n){0,60}") {
        let documents = [document(&text), document("The president met Mr. Lee.")];
        let (mentions, entities) = link(&documents);
        for pair in mentions.windows(2) {
            let key = |mention: &crate::model::Mention| (mention.document, mention.span.start);
            proptest::prop_assert!(key(&pair[0]) <= key(&pair[1]));
        }
        let counted: usize = entities.iter().map(|entity| entity.mentions.len()).sum();
        proptest::prop_assert_eq!(counted, mentions.len());
    }
}

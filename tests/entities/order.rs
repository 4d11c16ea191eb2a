//! The order in which files are opened is the reader's whim: it changes nothing in who is who.

use counterpoint::text::Span;
use proptest::prelude::*;

use super::*;

/// What the articles are made of: names in full and in short, titles, descriptions, pronouns, clashes.
const SENTENCES: [&str; 24] = [
    "Mayor Ines Halloran came to Norwick on Monday.",
    "Halloran thanked the police.",
    "The mayor said she would return.",
    "Paul Verner, the captain of the ferry, was questioned.",
    "Captain Verner denied it.",
    "The captain had slept for two hours.",
    "Helen Halloran, her sister, was on board.",
    "The Harbor Workers Association (HWA) called for an inquiry.",
    "HWA members stayed away on Tuesday.",
    "The association has 400 members.",
    "Georgia sent two divers.",
    "Georgian officials met in Tbilisi.",
    "The United Nations asked for calm.",
    "The U.N. chief spoke in New York.",
    "NATO chief Mark Rutte said nothing.",
    "Rutte left Brussels at noon.",
    "Ashmere Water runs the plant.",
    "The company said the plant was safe.",
    "Ashmere’s chief executive, Conrad Vey, apologized.",
    "Vey told reporters that he would stay.",
    "A 34-year-old man from Norwick was arrested.",
    "The suspect, Pavel Dorn, is a welder.",
    "Pawel Dorn was released on Friday.",
    "Officials in Norwick opened the pier.",
];

/// Each entity as the places of its mentions, whatever the order of the files: by which file, and where.
fn clusters(texts: &[String], order: &[usize]) -> BTreeSet<Vec<(usize, Span)>> {
    let documents: Vec<Arc<Document>> = order.iter().map(|text| document(&texts[*text])).collect();
    let analysis = analyze(&documents, None, &Unattended).unwrap();
    assert_sound(&analysis);
    let cluster = |entity: &counterpoint::model::Entity| {
        let mut places: Vec<(usize, Span)> = (entity.mentions.iter())
            .map(|id| analysis.mention(*id))
            .map(|mention| (order[mention.document.index()], mention.span))
            .collect();
        places.sort();
        places
    };
    analysis.entities.iter().map(cluster).collect()
}

fn article() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(&SENTENCES[..]);
    prop::collection::vec((sentence, any::<bool>()), 1..8).prop_map(|sentences| {
        let mut text = "What was said\n\n".to_owned();
        for (sentence, ends) in sentences {
            text.push_str(sentence);
            text.push_str(if ends { "\n\n" } else { " " });
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_files_changes_no_cluster(
        (texts, order) in prop::collection::vec(article(), 2..5).prop_flat_map(|texts| {
            let order: Vec<usize> = (0..texts.len()).collect();
            (Just(texts), Just(order).prop_shuffle())
        })
    ) {
        let given: Vec<usize> = (0..texts.len()).collect();
        prop_assert_eq!(clusters(&texts, &given), clusters(&texts, &order));
    }
}

#[test]
fn the_sample_reads_alike_from_right_to_left() {
    let names = |analysis: &Analysis| -> BTreeSet<(String, Vec<usize>)> {
        let entities = analysis.entities.iter();
        entities
            .map(|entity| {
                let mut starts: Vec<usize> = (entity.mentions.iter())
                    .map(|id| analysis.mention(*id).span.start)
                    .collect();
                starts.sort_unstable();
                (entity.kind.title().to_owned(), starts)
            })
            .collect()
    };
    let mut turned = sample();
    turned.reverse();
    let turned = analyze(&turned, Some(network()), &Unattended).unwrap();
    assert_eq!(names(&turned), names(sample_with_network()));
}

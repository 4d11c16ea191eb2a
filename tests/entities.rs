//! Who and what articles speak of, from outside: texts go in, and come out as entities with their mentions.
//!
//! The weights are those inside the program, or those in the folder that `COUNTERPOINT_MODELS` names.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

#[path = "entities/corrections.rs"]
mod corrections;
#[path = "entities/order.rs"]
mod order;
#[path = "entities/unusual.rs"]
mod unusual;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use counterpoint::analysis::{Unattended, analyze};
use counterpoint::encoder::Network;
use counterpoint::ingest;
use counterpoint::model::{Analysis, Document, EntityId, MentionForm, MentionId};

fn network() -> &'static Network {
    static NETWORK: OnceLock<Network> = OnceLock::new();
    NETWORK.get_or_init(|| match env::var_os("COUNTERPOINT_MODELS") {
        Some(folder) => Network::from_directory(Path::new(&folder)).unwrap(),
        None => Network::shipped().unwrap().clone(),
    })
}

fn document(text: &str) -> Arc<Document> {
    Arc::new(ingest::read("article.txt", text.as_bytes()).unwrap())
}

fn documents(texts: &[&str]) -> Vec<Arc<Document>> {
    texts.iter().map(|text| document(text)).collect()
}

/// By rules alone, and with the network; both must be sound.
fn both(texts: &[&str]) -> [Analysis; 2] {
    let documents = documents(texts);
    [None, Some(network())].map(|network| {
        let analysis = analyze(&documents, network, &Unattended).unwrap();
        assert_sound(&analysis);
        analysis
    })
}

/// What holds for every text: mentions lie in their text in order, and each belongs to one entity, which lists it.
fn assert_sound(analysis: &Analysis) {
    let place = |id: usize| {
        (
            analysis.mentions[id].document,
            analysis.mentions[id].span.start,
        )
    };
    assert!(
        (1..analysis.mentions.len()).all(|id| place(id - 1) <= place(id)),
        "mentions stand in the order of the text"
    );
    for (index, mention) in analysis.mentions.iter().enumerate() {
        let words = analysis.document(mention.document).text.get(mention.span);
        let readable = words.is_some_and(|words| !words.trim().is_empty());
        assert!(readable, "{words:?} is no mention");
        assert!(
            !mention.link.is_empty(),
            "{words:?} is linked for no reason"
        );
        let entity = analysis.entity(mention.entity);
        let listed = entity.mentions.iter().filter(|id| **id == MentionId(index));
        assert_eq!(listed.count(), 1, "{words:?} of {}", entity.name);
    }
    let mut listed = 0;
    for entity in &analysis.entities {
        assert!(!entity.name.trim().is_empty(), "an entity has no name");
        let articles: BTreeSet<_> = (entity.mentions.iter())
            .map(|id| analysis.mention(*id).document)
            .collect();
        assert_eq!(articles.len(), entity.documents, "{}", entity.name);
        listed += entity.mentions.len();
    }
    assert_eq!(listed, analysis.mentions.len(), "a mention is in no list");
}

/// The entity that has a name with exactly these words in an article, counted from 0.
fn entity_of(analysis: &Analysis, article: usize, name: &str) -> Option<EntityId> {
    (analysis.mentions.iter())
        .find(|mention| {
            let text = &analysis.document(mention.document).text;
            mention.document.index() == article
                && mention.form == MentionForm::Name
                && text.get(mention.span) == Some(name)
        })
        .map(|mention| mention.entity)
}

fn sample() -> Vec<Arc<Document>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    ["port-ellery-sentinel.html", "coastal-record.txt"]
        .map(|name| {
            let bytes = fs::read(folder.join(name)).unwrap();
            Arc::new(ingest::read(name, &bytes).unwrap())
        })
        .to_vec()
}

fn sample_with_network() -> &'static Analysis {
    static ANALYSIS: OnceLock<Analysis> = OnceLock::new();
    ANALYSIS.get_or_init(|| analyze(&sample(), Some(network()), &Unattended).unwrap())
}

#[test]
fn the_sample_names_the_same_people_and_organizations_in_both_articles() {
    let analysis = sample_with_network();
    assert_sound(analysis);
    for name in [
        "Ashmere Water",
        "Conrad Vey",
        "Corran General Hospital",
        "City Hall",
        "Ines Halloran",
        "Port Ellery",
    ] {
        let here = entity_of(analysis, 0, name);
        assert!(here.is_some(), "{name} is no entity of the first article");
        assert_eq!(here, entity_of(analysis, 1, name), "{name} is two");
    }
}

#[test]
fn nobody_in_the_sample_is_taken_for_somebody_else() {
    let analysis = sample_with_network();
    let people = [
        (0, "Conrad Vey"),
        (0, "Tom Reddin"),
        (0, "Ines Halloran"),
        (0, "Luis Ferrand"),
        (1, "Dana Pruett"),
        (1, "Lena Osei"),
        (1, "Carol Dunne"),
        (1, "Marta Kline"),
    ];
    let entities: BTreeSet<EntityId> = people
        .iter()
        .map(|(article, name)| entity_of(analysis, *article, name).unwrap())
        .collect();
    assert_eq!(entities.len(), people.len());
}

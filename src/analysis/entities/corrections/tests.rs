//! Articles and corrections in, entities out.

use proptest::prelude::*;

use crate::analysis::meanings::Meanings;
use crate::analysis::mentions;
use crate::model::{
    Correction, DocumentAnalysis, DocumentId, Entity, EntityKind, Mention, MentionPlace,
};
use crate::text::Span;

use super::super::tests::document;

const MEETING: [&str; 2] = [
    "President Elena Marlow met Paul Verner. Marlow smiled.",
    "Verner thanked Helen Marlowe. Mr. Verner left for Georgia.",
];

fn link(
    documents: &[DocumentAnalysis],
    corrections: &[Correction<MentionPlace>],
) -> (Vec<Mention>, Vec<Entity>) {
    let candidates = documents.iter().map(mentions::find).collect();
    super::super::link(documents, candidates, &Meanings::default(), corrections)
}

/// The place of some words: "1 Marlow" for the first in the first article, "1 Marlow 2" for the second.
fn place(texts: &[&str], words: &str) -> MentionPlace {
    let (article, words) = words.split_once(' ').unwrap();
    let (words, nth) = match words.rsplit_once(' ') {
        Some((words, nth)) if nth.parse::<usize>().is_ok() => (words, nth.parse().unwrap()),
        _ => (words, 1),
    };
    let document = DocumentId(article.parse::<usize>().unwrap() - 1);
    let mut found = texts[document.index()].match_indices(words);
    let start = found.nth(nth - 1).unwrap().0;
    MentionPlace {
        document,
        span: Span::new(start, start + words.len()),
    }
}

/// Corrections in lines: "rename 1 Marlow 2: Helen", "kind 1 Marlow 2: place", "merge 1 Marlow 2: 2 Helen Marlowe",
/// "split 1 Marlow 2", "drop 1 Marlow 2".
fn corrections(texts: &[&str], lines: &[&str]) -> Vec<Correction<MentionPlace>> {
    let place = |words: &str| place(texts, words);
    lines
        .iter()
        .map(|line| {
            let (what, words) = line.split_once(' ').unwrap();
            let (of, to) = words.split_once(": ").unwrap_or((words, ""));
            let entity = place(of);
            match what {
                "rename" => Correction::Rename {
                    entity,
                    name: to.to_owned(),
                },
                "kind" => Correction::SetKind {
                    entity,
                    kind: serde_json::from_value(to.into()).unwrap(),
                },
                "merge" => Correction::Merge {
                    entity,
                    with: place(to),
                },
                "split" => Correction::Split { mention: entity },
                _ => Correction::NotAnEntity { entity },
            }
        })
        .collect()
}

/// Every entity as "person Elena Marlow: President Elena Marlow, Elena Marlow / Marlowe", its mentions by article;
/// those that the reader moved are marked with + where they were merged and with * where they were split off.
fn corrected(texts: &[&str], lines: &[&str]) -> Vec<String> {
    let documents: Vec<DocumentAnalysis> = texts.iter().map(|text| document(text)).collect();
    let (mentions, entities) = link(&documents, &corrections(texts, lines));
    let shown = |entity: &Entity| {
        let mut words = vec![Vec::new(); texts.len()];
        for id in &entity.mentions {
            let mention = &mentions[id.index()];
            assert_eq!(mention.kind, entity.kind, "{}", entity.name);
            let text = &documents[mention.document.index()].document.text;
            let sign = match mention.link.as_str() {
                "merged by the reader" => "+",
                "split off by the reader" => "*",
                _ => "",
            };
            words[mention.document.index()].push(format!("{sign}{}", text.slice(mention.span)));
        }
        let spoken_of = words.iter().filter(|words| !words.is_empty()).count();
        assert_eq!(entity.documents, spoken_of, "{}", entity.name);
        let words: Vec<String> = words.iter().map(|words| words.join(", ")).collect();
        let kind = entity.kind.title().to_lowercase();
        format!("{kind} {}: {}", entity.name, words.join(" / "))
    };
    entities.iter().map(shown).collect()
}

#[track_caller]
fn check(texts: &[&str], lines: &[&str], expected: &[&str]) {
    assert_eq!(corrected(texts, lines), expected);
}

#[test]
fn without_corrections_the_automatic_groups_stand() {
    check(
        &MEETING,
        &[],
        &[
            "person Elena Marlow: President Elena Marlow, Elena Marlow, Marlow / ",
            "person Paul Verner: Paul Verner / Verner, Mr. Verner, Verner",
            "person Helen Marlowe:  / Helen Marlowe",
            "place Georgia:  / Georgia",
        ],
    );
}

#[test]
fn an_entity_is_called_what_the_reader_calls_it() {
    let found = corrected(
        &MEETING,
        &["rename 2 Verner: P. Verner", "rename 1 Paul Verner: Verner"],
    );
    assert_eq!(
        found[1],
        "person Verner: Paul Verner / Verner, Mr. Verner, Verner"
    );
}

#[test]
fn an_entity_and_its_mentions_are_of_the_kind_that_the_reader_says() {
    let found = corrected(
        &MEETING,
        &["kind 2 Georgia: person", "kind 2 Helen Marlowe: event"],
    );
    assert_eq!(
        found[2..],
        [
            "event Helen Marlowe:  / Helen Marlowe",
            "person Georgia:  / Georgia"
        ]
    );
}

#[test]
fn what_is_no_place_lies_in_no_country_and_has_no_capital() {
    let texts = ["Japan was calm. The Japanese waited in Tokyo."];
    let told = |lines: &[&str]| -> Vec<String> {
        let (_, entities) = link(&[document(texts[0])], &corrections(&texts, lines));
        let related = |entity: &Entity| entity.related.map(|id| entities[id.index()].name.clone());
        let entities = entities.iter();
        entities
            .map(|entity| {
                format!(
                    "{}: {:?} {:?}",
                    entity.name,
                    entity.country,
                    related(entity)
                )
            })
            .collect()
    };
    assert_eq!(told(&[])[0], "Japan: Some(\"JP\") None");
    assert_eq!(told(&[])[2], "Tokyo: Some(\"JP\") Some(\"Japan\")");
    let person = told(&["kind 1 Japan: person"]);
    assert_eq!(person[0], "Japan: None None");
    assert_eq!(person[2], "Tokyo: Some(\"JP\") None");
}

#[test]
fn somebody_called_like_a_country_is_named_in_full_after_merging() {
    let texts = ["Georgia smiled. Georgia Smith left."];
    let lines = ["kind 1 Georgia: person", "merge 1 Georgia: 1 Georgia Smith"];
    check(
        &texts,
        &lines,
        &["person Georgia Smith: +Georgia, Georgia Smith"],
    );
}

#[test]
fn merged_entities_have_the_fuller_name_whichever_the_reader_began_with() {
    let expected =
        "person Elena Marlow: President Elena Marlow, Elena Marlow, Marlow / +Helen Marlowe";
    for line in [
        "merge 1 Marlow 2: 2 Helen Marlowe",
        "merge 2 Helen Marlowe: 1 Marlow 2",
    ] {
        let found = corrected(&MEETING, &["rename 1 Marlow 2: Elena Marlow", line]);
        assert_eq!(found[0], expected, "{line}");
    }
    let texts = [
        "Verner left.",
        "Paul Q. Verner of Halden left. Tess stayed.",
    ];
    for line in [
        "merge 2 Tess: 2 Paul Q. Verner",
        "merge 2 Paul Q. Verner: 2 Tess",
    ] {
        let found = corrected(&texts, &[line]);
        assert!(
            found.contains(&"person Paul Q. Verner: Verner / Paul Q. Verner, +Tess".to_owned()),
            "{found:#?}"
        );
    }
}

#[test]
fn a_people_merged_with_its_country_is_the_country() {
    let texts = ["The Japanese waited. The Japanese left. Japan was calm."];
    for line in ["merge 1 Japanese: 1 Japan 3", "merge 1 Japan 3: 1 Japanese"] {
        check(
            &texts,
            &[line],
            &["place Japan: +Japanese, +Japanese, Japan"],
        );
    }
}

#[test]
fn a_mention_split_off_leaves_others_by_the_same_words_where_they_are() {
    let texts = ["Marlow came. Elena Marlow spoke. Marlow left."];
    check(
        &texts,
        &["split 1 Marlow 3"],
        &[
            "person Elena Marlow: Marlow, Elena Marlow",
            "person Marlow: *Marlow",
        ],
    );
}

#[test]
fn a_title_is_split_off_with_its_name() {
    for words in ["1 President Elena Marlow", "1 Elena Marlow"] {
        let line = format!("split {words}");
        let found = corrected(&MEETING, &[&line]);
        assert_eq!(
            found[..2],
            [
                "person Elena Marlow: *President Elena Marlow, *Elena Marlow / ",
                "person Paul Verner: Paul Verner / Verner, Mr. Verner, Verner",
            ],
            "{words}"
        );
    }
}

#[test]
fn an_apposition_is_split_off_with_its_name() {
    let texts = ["Tamura spoke. Koji Tamura, the Japanese ambassador to America, was calm."];
    let found = corrected(&texts, &["split 1 Koji Tamura"]);
    let apart = "person Koji Tamura: *Koji Tamura, the Japanese ambassador to America, *Koji Tamura, \
        *the Japanese ambassador to America";
    assert!(found.iter().any(|entity| entity == apart), "{found:#?}");
}

#[test]
fn a_mention_that_is_alone_stays_as_it_is() {
    let found = corrected(&MEETING, &["split 2 Helen Marlowe"]);
    assert_eq!(found[2], "person Helen Marlowe:  / Helen Marlowe");
}

#[test]
fn a_mention_moves_by_being_split_off_and_merged() {
    let found = corrected(
        &MEETING,
        &["split 1 Marlow 2", "merge 1 Marlow 2: 2 Helen Marlowe"],
    );
    assert_eq!(
        found[0],
        "person Elena Marlow: President Elena Marlow, Elena Marlow / "
    );
    assert_eq!(found[2], "person Helen Marlowe: +Marlow / Helen Marlowe");
}

#[test]
fn what_is_no_entity_goes_with_all_its_mentions() {
    let found = corrected(&MEETING, &["drop 2 Verner"]);
    assert!(
        !found.iter().any(|entity| entity.contains("Verner")),
        "{found:#?}"
    );
    assert_eq!(found.len(), 3);
}

#[test]
fn a_correction_whose_mention_is_gone_is_left_out() {
    let lines = [
        "drop 2 Verner",
        "rename 1 Paul Verner: Pavel",
        "rename 1 met: Nobody",
    ];
    assert_eq!(
        corrected(&MEETING, &lines),
        corrected(&MEETING, &lines[..1])
    );
}

#[test]
fn later_corrections_see_earlier_ones() {
    let found = corrected(
        &MEETING,
        &[
            "merge 1 Paul Verner: 1 Marlow 2",
            "rename 2 Verner: The two",
            "kind 1 Marlow 2: organization",
        ],
    );
    assert!(found[0].starts_with("organization The two: "), "{found:#?}");
}

/// A correction of two mentions, by how far into the text they stand.
type Any = (u8, usize, usize);

fn any_correction((what, one, other): Any, mentions: &[Mention]) -> Correction<MentionPlace> {
    let place = |at: usize| {
        let nowhere = MentionPlace {
            document: DocumentId(at % 3),
            span: Span::new(at, at + 1),
        };
        let mention = mentions.get(at % (mentions.len() + 1));
        mention.map_or(nowhere, Mention::place)
    };
    let entity = place(one);
    match what % 5 {
        0 => Correction::Rename {
            entity,
            name: format!("Name {other}"),
        },
        1 => Correction::SetKind {
            entity,
            kind: EntityKind::ALL[other % EntityKind::ALL.len()],
        },
        2 => Correction::Merge {
            entity,
            with: place(other),
        },
        3 => Correction::Split { mention: entity },
        _ => Correction::NotAnEntity { entity },
    }
}

proptest! {
    #[test]
    fn every_mention_belongs_to_exactly_one_entity_whatever_the_reader_corrects(
        text in "(\\PC|[A-Z][a-z]{1,6} |Georgia |Japanese |Mr. |President |of |the president |she |'s |, |\\. |\n){0,60}",
        steps in prop::collection::vec((any::<u8>(), 0usize..200, 0usize..200), 0..12),
    ) {
        let documents = [document(&text), document("The president met Mr. Lee. He left Georgia.")];
        let (mentions, _) = link(&documents, &[]);
        let corrections: Vec<_> = steps.into_iter().map(|step| any_correction(step, &mentions)).collect();
        let (mentions, entities) = link(&documents, &corrections);
        let mut owners = vec![0; mentions.len()];
        for (index, entity) in entities.iter().enumerate() {
            prop_assert!(!entity.mentions.is_empty(), "{} is mentioned nowhere", entity.name);
            for id in &entity.mentions {
                owners[id.index()] += 1;
                prop_assert_eq!(mentions[id.index()].entity.index(), index);
            }
        }
        prop_assert!(owners.iter().all(|&count| count == 1), "{:?}", owners);
    }
}

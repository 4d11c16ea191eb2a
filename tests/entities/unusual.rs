//! Texts that no careful editor would print, and names that are hard to keep apart.

use super::*;

/// Names of mentions and entities, each once.
fn names(analysis: &Analysis) -> BTreeSet<&str> {
    let entities = analysis.entities.iter();
    entities.map(|entity| entity.name.as_str()).collect()
}

#[test]
fn an_article_without_words_has_no_entities() {
    for text in ["…", "1 2 3\n\n4 5 6", "— —\n\n* * *"] {
        for analysis in both(&[text, "Mayor Ines Halloran came to Norwick."]) {
            let shared = analysis.entities.iter().filter(|entity| entity.shared());
            assert_eq!(shared.count(), 0, "{text}");
        }
    }
}

#[test]
fn an_article_in_capitals_is_read() {
    let loud = "FERRY HITS PIER\n\nA FERRY HIT THE PIER OF NORWICK ON MONDAY. MAYOR INES HALLORAN SAID \
        NOBODY WAS HURT. PAUL VERNER, THE CAPTAIN, WAS QUESTIONED BY THE POLICE.";
    let calm = "Ferry hits pier\n\nA ferry hit the pier of Norwick on Monday. Mayor Ines Halloran said \
        nobody was hurt. Paul Verner, the captain, was questioned by the police.";
    both(&[loud, loud]);
    both(&[loud, calm]);
}

#[test]
fn a_list_of_names_is_a_list_of_people() {
    let list = "The passengers\n\nInes Halloran, Paul Verner, Marta Kline, Tom Reddin, Lena Osei, \
        Luis Ferrand and Dana Pruett were on board.";
    for analysis in both(&[list]) {
        let people: Vec<EntityId> = [
            "Ines Halloran",
            "Paul Verner",
            "Marta Kline",
            "Tom Reddin",
            "Lena Osei",
            "Luis Ferrand",
            "Dana Pruett",
        ]
        .iter()
        .filter_map(|name| entity_of(&analysis, 0, name))
        .collect();
        let distinct: BTreeSet<EntityId> = people.iter().copied().collect();
        assert_eq!(people.len(), 7, "{:?}", names(&analysis));
        assert_eq!(distinct.len(), 7, "{:?}", names(&analysis));
    }
}

#[test]
fn a_list_of_one_name_a_line_is_read() {
    let list = "Killed in action\n\nHalloran, Ines\nVerner, Paul\nKline, Marta\nReddin, Tom\n\n\
        Ines Halloran\n\nPaul Verner\n\nMarta Kline";
    both(&[list, list]);
}

#[test]
fn names_in_other_scripts_do_no_harm() {
    let text = "Talks in Norwick\n\nInes Halloran met Владимир Соколов (Vladimir Sokolov), 王小明, \
        محمد العلي and Γιώργος Παππάς in Norwick. Halloran thanked Соколов. \
        İstanbul’da Çağlar Şahin, Łukasz Żółć 🙂 and Nguyễn Thị Hoa were there.";
    let foreign =
        "Переговоры\n\nВладимир Соколов приехал в Норвик. Соколов сказал, что мэр ждала его.";
    for analysis in both(&[
        text,
        foreign,
        "王小明访问了诺里克。\n\n王小明说，会谈很顺利。",
    ]) {
        let full = entity_of(&analysis, 0, "Ines Halloran");
        assert!(full.is_some(), "{:?}", names(&analysis));
        assert_eq!(full, entity_of(&analysis, 0, "Halloran"));
    }
}

#[test]
fn a_father_and_his_son_are_two() {
    let text = "A name in common\n\nHarold Brandt and his son, Peter Brandt, opened the mill on Monday. \
        Harold Brandt had bought it in 1988. Peter Brandt will run it.";
    for analysis in both(&[
        text,
        "Peter Brandt spoke.\n\nPeter Brandt spoke of his father on Friday.",
    ]) {
        let (father, son) = (
            entity_of(&analysis, 0, "Harold Brandt"),
            entity_of(&analysis, 0, "Peter Brandt"),
        );
        assert!(father.is_some() && son.is_some(), "{:?}", names(&analysis));
        assert_ne!(father, son);
        assert_eq!(son, entity_of(&analysis, 1, "Peter Brandt"));
    }
}

#[test]
fn two_people_of_one_surname_stay_two_across_articles() {
    let fire = "Fire at the mill\n\nAnna Kowal saw the smoke first. Kowal called the fire brigade.";
    let trial =
        "Trial opens\n\nGeorge Kowal denied the charge on Monday. Kowal said he was at home.";
    for analysis in both(&[fire, trial]) {
        let (anna, george) = (
            entity_of(&analysis, 0, "Anna Kowal"),
            entity_of(&analysis, 1, "George Kowal"),
        );
        assert!(anna.is_some() && george.is_some(), "{:?}", names(&analysis));
        assert_ne!(anna, george);
        assert_eq!(anna, entity_of(&analysis, 0, "Kowal"));
        assert_eq!(george, entity_of(&analysis, 1, "Kowal"));
    }
}

/// Five thousand mentions in one article; how long it takes is for the benchmark to say.
#[test]
fn thousands_of_mentions_in_one_article_are_linked() {
    let mut text = "The long day of Ines Halloran\n\n".to_owned();
    for round in 0..1_250 {
        let sentence = "Ines Halloran met Paul Verner in Norwick. Halloran smiled. ";
        text.push_str(sentence);
        if round % 5 == 4 {
            text.push_str("\n\n");
        }
    }
    let analysis = analyze(&documents(&[&text]), None, &Unattended).unwrap();
    assert_sound(&analysis);
    let halloran = entity_of(&analysis, 0, "Ines Halloran").unwrap();
    let verner = entity_of(&analysis, 0, "Paul Verner").unwrap();
    assert!(
        analysis.mentions.len() >= 5_000,
        "{}",
        analysis.mentions.len()
    );
    assert_eq!(analysis.distinct_mentions(verner).count(), 1_250);
    assert!(analysis.distinct_mentions(halloran).count() >= 2_500);
}

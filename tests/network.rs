//! The network on texts of every sort, and without the files that it needs.
//!
//! The weights are those inside the program, or those in the folder that `COUNTERPOINT_MODELS` names.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that fails is a test that fails"
)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use counterpoint::encoder::Network;
use counterpoint::model::{Judgement, Reading};

const FILES: [&str; 5] = [
    "words.onnx",
    "sentence.onnx",
    "pair.onnx",
    "tokenizer.json",
    "calibration.json",
];

const SENTENCES: [&str; 6] = [
    "The harbor office said 17 passengers were hurt on Monday.",
    "Mara Lind's ferry left Norwick at noon.",
    "“We did not see it coming,” Captain O'Brien told the Coastal Record, before the U.S. Coast Guard arrived.",
    "No.",
    "Café Łódź naïve İstanbul 北京 😀",
    "Officials in Port Ellery have not said whether the pier, which was closed in March, will open again this year.",
];

/// The weights' folder, where one is named.
fn folder() -> Option<PathBuf> {
    env::var_os("COUNTERPOINT_MODELS").map(PathBuf::from)
}

fn network() -> &'static Network {
    static NETWORK: OnceLock<Network> = OnceLock::new();
    NETWORK.get_or_init(|| match folder() {
        Some(folder) => Network::from_directory(&folder).unwrap(),
        None => Network::shipped().unwrap().clone(),
    })
}

fn read(network: &Network, sentences: &[&str]) -> Vec<Reading> {
    network.read(sentences, &|_| true).unwrap()
}

fn judge(network: &Network, pairs: &[(&str, &str)]) -> Vec<Judgement> {
    network.judge(pairs, &|_| true).unwrap()
}

/// Many sentences of many lengths.
fn sentences() -> Vec<String> {
    let words: Vec<&str> = SENTENCES.iter().flat_map(|text| text.split(' ')).collect();
    (0..45)
        .map(|number| {
            let length = 1 + (number * 7) % 50;
            let words = words.iter().cycle().skip(number * 5).take(length);
            words.copied().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn a_text_is_read_the_same_alone_in_any_company_and_on_any_cores() {
    let network = network();
    let sentences = sentences();
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let together = read(network, &sentences);
    let backwards: Vec<&str> = sentences.iter().rev().copied().collect();
    let mut turned = read(&network.on_cores(3), &backwards);
    turned.reverse();
    assert!(together == turned, "company or cores made a difference");
    for (text, reading) in sentences.iter().zip(&together).step_by(7) {
        assert!(
            read(&network.on_cores(1), &[text])[0] == *reading,
            "alone it reads otherwise: {text}"
        );
    }
}

#[test]
fn a_pair_is_judged_the_same_alone_in_any_company_and_on_any_cores() {
    let network = network();
    let sentences = sentences();
    let pairs: Vec<(&str, &str)> = sentences
        .iter()
        .zip(sentences.iter().skip(11))
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let together = judge(network, &pairs);
    let backwards: Vec<(&str, &str)> = pairs.iter().rev().copied().collect();
    let mut turned = judge(&network.on_cores(3), &backwards);
    turned.reverse();
    assert!(together == turned, "company or cores made a difference");
    for (pair, judgement) in pairs.iter().zip(&together).step_by(7) {
        assert_eq!(judge(&network.on_cores(1), &[*pair])[0], *judgement);
    }
}

#[test]
fn verdict_and_kind_do_not_hang_on_the_order_of_a_pair() {
    let network = network();
    let [a, b, ..] = SENTENCES;
    let [there, back] = judge(network, &[(a, b), (b, a)]).try_into().unwrap();
    assert_eq!((there.verdicts, there.kinds), (back.verdicts, back.kinds));
    for chances in [&there.verdicts[..], &there.kinds, &there.inferences] {
        let sum: f32 = chances.iter().sum();
        assert!((sum - 1.0).abs() < 1e-4, "{chances:?}");
    }
}

#[test]
fn words_enclose_the_text_that_they_stand_for() {
    let network = network();
    let readings = read(network, &SENTENCES);
    let words = |index: usize| -> Vec<&str> {
        let words = readings[index].words.iter();
        words
            .map(|word| SENTENCES[index].get(word.span.range()).unwrap())
            .collect()
    };
    assert_eq!(
        words(1),
        [
            "Mara", "Lind", "'", "s", "ferry", "left", "Norwick", "at", "noon", "."
        ]
    );
    assert_eq!(
        words(4),
        ["Café", "Łódź", "naïve", "İstanbul", "北", "京", "😀"]
    );
}

#[test]
fn every_reading_is_well_formed() {
    let network = network();
    let sentences = sentences();
    let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
    for (text, reading) in sentences.iter().zip(read(network, &sentences)) {
        well_formed(text, &reading);
        assert!(!reading.words.is_empty(), "no words: {text}");
    }
}

fn well_formed(text: &str, reading: &Reading) {
    let length: f32 = reading.vector.iter().map(|number| number * number).sum();
    assert!((length - 1.0).abs() < 1e-3, "length {length}: {text}");
    let spans = (reading.words.iter().map(|word| word.span))
        .chain(reading.names.iter().map(|name| name.span))
        .chain(reading.attributions.iter().map(|part| part.span));
    for span in spans {
        assert!(
            text.get(span.range())
                .is_some_and(|words| !words.is_empty()),
            "{span:?}: {text}"
        );
    }
    let roots = reading.words.iter().filter(|word| word.head.is_none());
    assert_eq!(
        roots.count(),
        usize::from(!reading.words.is_empty()),
        "{text}"
    );
    for name in &reading.names {
        let ends = [name.span.start, name.span.end - 1].map(|byte| reading.word_at(byte).unwrap());
        let words = ends.map(|word| reading.words[word].span);
        assert_eq!(
            words[0].cover(words[1]),
            name.span,
            "ends within a word: {text}"
        );
    }
}

#[test]
fn texts_that_say_nothing_are_read_as_nothing() {
    let network = network();
    let texts = ["", "   \n\t\u{a0}", "\0", "\u{1}\u{7f}\u{200b}\u{feff}"];
    for (text, reading) in texts.iter().zip(read(network, &texts)) {
        well_formed(text, &reading);
        let found = (
            reading.words.len(),
            reading.names.len(),
            reading.attributions.len(),
        );
        assert_eq!(found, (0, 0, 0), "{text:?}");
    }
}

#[test]
fn emoji_other_scripts_and_control_characters_are_read() {
    let network = network();
    let texts = [
        "😀😀 👩‍👩‍👧 🏳️‍🌈",
        "北京市政府星期一表示，渡轮上有十七名乘客受伤。",
        "Влада каже, що порятунок триває.",
        "قال المسؤولون إن العبارة غادرت الميناء.",
        "เรือข้ามฟากออกจากท่าเรือ",
        "नौका दोपहर में रवाना हुई।",
        "The\0ferry\u{1b}[31m left\u{202e} Norwick\u{ad}shire.",
        "e\u{301}\u{301}\u{301} \u{301}",
        "…—“”'s.",
    ];
    for (text, reading) in texts.iter().zip(read(network, &texts)) {
        well_formed(text, &reading);
        assert!(!reading.words.is_empty(), "{text}");
    }
}

#[test]
fn a_sentence_of_two_thousand_words_is_cut_and_says_so() {
    let network = network();
    let long = "The ferry left Norwick ".repeat(500);
    let just = "left ".repeat(254);
    let more = "left ".repeat(255);
    let [long, just, more] = read(network, &[&long, &just, &more]).try_into().unwrap();
    assert!(
        long.cut && !just.cut && more.cut,
        "at most 254 pieces are read"
    );
    assert_eq!(just.words.len(), 254);
    well_formed(&"The ferry left Norwick ".repeat(500), &long);
}

#[test]
fn a_word_of_twenty_thousand_letters_is_one_word() {
    let network = network();
    let word = "x".repeat(20_000);
    let [reading] = read(network, &[&word]).try_into().unwrap();
    assert_eq!(reading.words.len(), 1);
    assert_eq!(reading.words[0].span.range(), 0..20_000);
    assert!(!reading.cut, "one word is not too much");
}

#[test]
fn pairs_of_bad_input_are_judged() {
    let network = network();
    let long = "The ferry left Norwick ".repeat(500);
    let word = "x".repeat(20_000);
    let pairs = [
        ("", ""),
        ("", "The ferry left."),
        (" \n", "\0"),
        ("😀", "北京"),
        (&long, "The ferry left."),
        ("The ferry left.", &long),
        (&long, &long),
        (&word, &word),
    ];
    let judgements = judge(network, &pairs);
    let cut: Vec<bool> = judgements.iter().map(|judgement| judgement.cut).collect();
    assert_eq!(cut, [false, false, false, false, true, true, true, false]);
    for judgement in judgements {
        assert!(
            judgement.verdicts.iter().all(|chance| chance.is_finite()),
            "{judgement:?}"
        );
    }
    assert!(judge(network, &[]).is_empty(), "no pairs, no judgements");
}

#[test]
fn reading_ends_where_nobody_wants_it() {
    let network = network();
    assert!(network.read(&SENTENCES, &|_| false).is_none(), "it went on");
    assert!(
        network.judge(&[("a", "b")], &|_| false).is_none(),
        "it went on"
    );
}

fn refused(folder: &Path) -> String {
    let Err(error) = Network::from_directory(folder) else {
        panic!("a network from {}", folder.display());
    };
    error.warning()
}

#[test]
fn folders_without_a_network_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let warning = refused(folder.path());
    assert!(
        warning.starts_with("The network model was not used: there is no such file: "),
        "{warning}"
    );
    let nowhere = refused(&folder.path().join("nowhere"));
    assert!(nowhere.contains("there is no such file"), "{nowhere}");
    for file in FILES {
        fs::write(folder.path().join(file), "").unwrap();
    }
    assert!(
        refused(folder.path()).contains("the file is damaged"),
        "empty files"
    );
    fs::remove_file(folder.path().join("words.onnx")).unwrap();
    fs::create_dir(folder.path().join("words.onnx")).unwrap();
    assert!(
        refused(folder.path()).contains("this is a folder"),
        "a folder for a file"
    );
}

/// The files of a network that can be used, copied to a folder of their own.
fn copied() -> tempfile::TempDir {
    let source =
        folder().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/models"));
    let copy = tempfile::tempdir().unwrap();
    for file in FILES {
        fs::copy(source.join(file), copy.path().join(file)).unwrap();
    }
    copy
}

#[test]
fn each_missing_or_truncated_file_is_named() {
    let copy = copied();
    for file in FILES {
        let path = copy.path().join(file);
        let whole = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(refused(copy.path()).contains(file), "missing {file}");
        for share in [0, 1, 50, 96] {
            fs::write(&path, &whole[..whole.len() * share / 100]).unwrap();
            let warning = refused(copy.path());
            assert!(warning.contains(file), "{share} % of {file}: {warning}");
        }
        fs::write(&path, whole).unwrap();
    }
    assert!(Network::from_directory(copy.path()).is_ok(), "whole again");
}

#[test]
fn files_in_one_anothers_place_are_refused() {
    let copy = copied();
    let [words, sentence, pair, ..] = FILES.map(|file| copy.path().join(file));
    let away = copy.path().join("away");
    for (a, b) in [(&sentence, &pair), (&words, &pair)] {
        fs::rename(a, &away).unwrap();
        fs::rename(b, a).unwrap();
        fs::rename(&away, b).unwrap();
        let warning = refused(copy.path());
        assert!(warning.contains("another version"), "{warning}");
        fs::rename(b, &away).unwrap();
        fs::rename(a, b).unwrap();
        fs::rename(&away, a).unwrap();
    }
}

#[test]
fn a_file_with_wrong_bytes_never_ends_the_program() {
    let copy = copied();
    for file in FILES {
        let path = copy.path().join(file);
        let whole = fs::read(&path).unwrap();
        for place in 0..6 {
            let mut damaged = whole.clone();
            // Near the ends, where the structure lies, and in the middle.
            let at = match place % 3 {
                0 => place * 3,
                1 => whole.len().saturating_sub(1 + place * 29),
                _ => whole.len() / 7 * (place + 1),
            };
            damaged[at.min(whole.len() - 1)] ^= 0x5a;
            fs::write(&path, &damaged).unwrap();
            // Wrong weights cannot be told from right ones; what loads must run.
            if let Ok(network) = Network::from_directory(copy.path()) {
                assert_eq!(read(&network, &SENTENCES).len(), SENTENCES.len());
                assert_eq!(judge(&network, &[("a", "b")]).len(), 1);
            }
        }
        fs::write(&path, whole).unwrap();
    }
}

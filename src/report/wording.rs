//! The short wording of a side: a few words that never lose who says it, a "not" or a "may".

use super::quote::{OWN_VOICE, one_line, voice};
use crate::model::{Analysis, Side, Statement};
use crate::text::{SourceText, Span};

/// Characters of the passage that a short wording aims at; what must be kept may make it longer.
const AIM: usize = 110;

/// Words that turn a clause around or soften it, and that stay even where the analysis gave them no part.
const CAREFUL: [&str; 31] = [
    "allegedly",
    "alleged",
    "almost",
    "apparently",
    "cannot",
    "could",
    "denied",
    "denies",
    "deny",
    "hardly",
    "if",
    "likely",
    "may",
    "might",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "only",
    "possibly",
    "probably",
    "reportedly",
    "unless",
    "unlikely",
    "without",
    "would",
    "yet",
];

/// The shortest wording of a side that is still fair to it.
pub(super) fn short(analysis: &Analysis, side: &Side) -> String {
    let (line, outside) = passage(analysis, side, AIM);
    let line = format!("{outside}“{line}”");
    let statement = side.statement.map(|id| analysis.statement(id));
    match statement.and_then(|statement| statement.attribution.as_ref()) {
        None => format!("{line}, {OWN_VOICE}"),
        Some(_) => format!("{}: {line}", voice(analysis, side)),
    }
}

/// The words of a side alone, in about so many characters; who says them has to stand beside them.
pub(super) fn words_alone(analysis: &Analysis, side: &Side, aim: usize) -> String {
    let (line, outside) = passage(analysis, side, aim);
    format!("{outside}{line}")
}

/// The words of a side; before them, in brackets, the careful ones that stand in another sentence.
fn passage(analysis: &Analysis, side: &Side, aim: usize) -> (String, String) {
    let text = &analysis.document(side.document).text;
    let Some(statement) = side.statement.map(|id| analysis.statement(id)) else {
        let line = elided(text, side.span, &side.evidence, aim);
        return (line, String::new());
    };
    let (base, outside) = base(analysis, side, statement);
    let mut kept = side.evidence.clone();
    kept.extend(careful_words(statement).filter(|span| base.contains(*span)));
    // "17" without its "at least" would be another figure.
    let figures = statement.quantities.iter().map(|quantity| quantity.span);
    kept.extend(figures.filter(|figure| side.evidence.iter().any(|span| span.overlaps(*figure))));
    kept.extend(bearing_words(text, statement).filter(|span| base.contains(*span)));
    let outside = outside.into_iter().rev().map(|span| {
        let words = one_line(text.get(span).unwrap_or_default());
        format!("[{words}] ")
    });
    (elided(text, base, &kept, aim), outside.collect())
}

/// Negation and hedge: the words whose loss would turn a statement around.
fn careful_words(statement: &Statement) -> impl Iterator<Item = Span> + use<> {
    [statement.negation, statement.hedge].into_iter().flatten()
}

/// Subject and verb, without which the rest says nothing of anybody; a subject as long as a
/// wording is left to take its chance.
fn bearing_words(text: &SourceText, statement: &Statement) -> impl Iterator<Item = Span> + use<> {
    let subject = statement
        .subject
        .filter(|span| text.get(*span).is_some_and(|words| words.len() < AIM / 2));
    let verb = statement.predicate.as_ref().map(|predicate| predicate.span);
    [subject, verb].into_iter().flatten()
}

/// The passage to word, widened to careful words of the same sentence; and those of another one.
fn base(analysis: &Analysis, side: &Side, statement: &Statement) -> (Span, Vec<Span>) {
    let segments = analysis.segments(side.document);
    let sentence = segments
        .sentence_at(side.span.start)
        .map_or(side.span, |index| segments.sentences[index].span);
    let (near, far): (Vec<_>, Vec<_>) =
        careful_words(statement).partition(|span| sentence.contains(*span));
    let base = near.into_iter().fold(side.span, Span::cover);
    (base, far)
}

/// The words of a span, with `…` for those left out where it is long. Every word that touches a
/// kept span stays, and those next to them as far as there is room.
fn elided(text: &SourceText, span: Span, kept: &[Span], aim: usize) -> String {
    let words = words_of(text, span);
    let length = |words: &[Span]| -> usize {
        words
            .iter()
            .filter_map(|word| text.get(*word))
            .map(|word| word.chars().count() + 1)
            .sum()
    };
    if length(&words) <= aim + aim / 4 {
        return one_line(text.get(span).unwrap_or_default());
    }
    let mut stays: Vec<bool> = words
        .iter()
        .map(|word| {
            kept.iter().any(|span| span.overlaps(*word)) || text.get(*word).is_some_and(is_careful)
        })
        .collect();
    if let (false, Some(first)) = (stays.contains(&true), stays.first_mut()) {
        *first = true;
    }
    let mut room = aim.saturating_sub(
        words
            .iter()
            .zip(&stays)
            .filter(|(_, stays)| **stays)
            .map(|(word, _)| length(&[*word]))
            .sum(),
    );
    // Widen by one word on both ends of every kept run until the room is used up.
    loop {
        let next: Vec<usize> = (0..words.len())
            .filter(|&index| {
                !stays[index]
                    && (index.checked_sub(1).is_some_and(|before| stays[before])
                        || stays.get(index + 1) == Some(&true))
            })
            .collect();
        let before = room;
        for index in next {
            let cost = length(&[words[index]]);
            if cost <= room {
                room -= cost;
                stays[index] = true;
            }
        }
        if room == before {
            break;
        }
    }
    joined(text, &words, &stays)
}

fn is_careful(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    CAREFUL.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
}

fn joined(text: &SourceText, words: &[Span], stays: &[bool]) -> String {
    let mut line = String::new();
    let mut gap = false;
    for (word, stays) in words.iter().zip(stays) {
        if !stays {
            gap = true;
            continue;
        }
        if gap {
            line.push_str(if line.is_empty() { "…" } else { " … " });
        } else if !line.is_empty() {
            line.push(' ');
        }
        gap = false;
        line.push_str(text.get(*word).unwrap_or_default());
    }
    if gap {
        line.push('…');
    }
    line
}

/// The stretches without white space inside a span.
fn words_of(text: &SourceText, span: Span) -> Vec<Span> {
    let content = text.get(span).unwrap_or_default();
    let start = content.as_ptr() as usize;
    content
        .split_whitespace()
        .map(|word| {
            let offset = span.start + (word.as_ptr() as usize - start);
            Span::new(offset, offset + word.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::told::{Told, analysis};
    use super::*;

    fn worded(told: Told<'_>) -> String {
        let analysis = analysis([told, told]);
        short(&analysis, &analysis.conflicts[0].sides[0])
    }

    const LONG: &str = "The mayor said on the steps of the old city hall that the company, which \
        runs the plant, three depots and a fleet of tankers up and down the coast, had reportedly \
        never told the state about the valve that let water in, although 17 people had been hurt.";
    const LONG_CLAUSE: &str = "the company, which \
        runs the plant, three depots and a fleet of tankers up and down the coast, had reportedly \
        never told the state about the valve that let water in, although 17 people had been hurt";

    #[test]
    fn a_short_passage_is_quoted_whole_with_its_speaker() {
        assert_eq!(
            worded(Told {
                text: "The mayor said 17 people were hurt.",
                clause: "17 people were hurt",
                source: "The mayor",
                cue: "said",
                ..Told::default()
            }),
            "The mayor said: “17 people were hurt”"
        );
    }

    #[test]
    fn without_a_speaker_the_outlet_speaks() {
        assert_eq!(
            worded(Told {
                text: "17 people were hurt.",
                clause: "17 people were hurt",
                ..Told::default()
            }),
            "“17 people were hurt”, in its own voice"
        );
    }

    #[test]
    fn a_preposition_stands_before_its_source() {
        assert_eq!(
            worded(Told {
                text: "According to the mayor, 17 were hurt.",
                clause: "17 were hurt",
                source: "the mayor",
                cue: "According to",
                ..Told::default()
            }),
            "According to the mayor: “17 were hurt”"
        );
    }

    #[test]
    fn hearsay_names_both_speakers() {
        assert_eq!(
            worded(Told {
                text: "The office said officials had told it 17 were hurt.",
                clause: "17 were hurt",
                source: "The office",
                cue: "said",
                cited: "officials",
                ..Told::default()
            }),
            "The office said, citing officials: “17 were hurt”"
        );
    }

    #[test]
    fn a_long_passage_keeps_evidence_negation_and_hedge() {
        assert_eq!(
            worded(Told {
                text: LONG,
                clause: LONG_CLAUSE,
                source: "The mayor",
                cue: "said",
                negation: "never",
                hedge: "reportedly",
                evidence: &["17 people"],
                ..Told::default()
            }),
            "The mayor said: “…and down the coast, had reportedly never told the state about … \
             let water in, although 17 people had been hurt”"
        );
    }

    #[test]
    fn a_hedge_before_the_clause_comes_along() {
        assert_eq!(
            worded(Told {
                text: "Apparently, 17 were hurt.",
                clause: "17 were hurt",
                hedge: "Apparently",
                ..Told::default()
            }),
            "“Apparently, 17 were hurt”, in its own voice"
        );
    }

    #[test]
    fn a_hedge_of_another_sentence_stands_in_brackets() {
        assert_eq!(
            worded(Told {
                text: "This is alleged. He said 17 were hurt.",
                clause: "17 were hurt",
                source: "He",
                cue: "said",
                hedge: "alleged",
                ..Told::default()
            }),
            "He said: [alleged] “17 were hurt”"
        );
    }

    proptest! {
        #[test]
        fn no_length_or_order_loses_a_careful_word(
            words in prop::collection::vec("[a-z]{1,12}", 1..80),
            negation in 0usize..80,
            hedge in 0usize..80,
            evidence in 0usize..80,
        ) {
            let mut words = words;
            for (place, word) in [(negation, "NEGATION"), (hedge, "HEDGE"), (evidence, "EVIDENCE")] {
                words.insert(place % (words.len() + 1), word.to_owned());
            }
            let clause = words.join(" ");
            let line = worded(Told {
                text: &format!("Ana Ruiz thinks {clause}."),
                clause: &clause,
                source: "Ana Ruiz",
                cue: "thinks",
                negation: "NEGATION",
                hedge: "HEDGE",
                evidence: &["EVIDENCE"],
                ..Told::default()
            });
            for kept in ["Ana Ruiz thinks", "NEGATION", "HEDGE", "EVIDENCE"] {
                prop_assert!(line.contains(kept), "{} lost in {}", kept, line);
            }
            prop_assert!(line.chars().count() < 200, "{}", line);
        }
    }
}

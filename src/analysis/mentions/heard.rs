//! The network's voice on names: it reads the whole sentence, where the rules see capital letters and known names.
//!
//! It knows better where a strange name ends, of which kind it is, and which capital letter begins none.

use std::ops::Range;

use super::words::Word;
use super::{Candidate, Reference};
use crate::analysis::gazetteer;
use crate::model::ReadName;
use crate::text::Span;

/// How sure the network must be of a name that changes or adds to what the rules see.
const SURE: f32 = 0.5;

pub(super) fn is_sure(name: &ReadName) -> bool {
    name.confidence >= SURE
}

/// The network's name that shares the most with a span.
pub(super) fn over(heard: Option<&[ReadName]>, span: Span) -> Option<&ReadName> {
    let shared = |name: &ReadName| {
        let (start, end) = (name.span.start.max(span.start), name.span.end.min(span.end));
        end.saturating_sub(start)
    };
    heard?
        .iter()
        .filter(|name| shared(name) > 0)
        .max_by_key(|name| shared(name))
}

/// The words that a span reaches into.
pub(super) fn words_of(words: &[Word<'_>], span: Span) -> Range<usize> {
    let start = words.partition_point(|word| word.span.end <= span.start);
    let end = words.partition_point(|word| word.span.start < span.end);
    start..end.max(start)
}

/// The network's name without the common nouns after it, "Salvation Army bell ringer", and with all capitalized words that
/// go on in the run of the rules: "Halden Maid Creamery".
pub(super) fn whole_name(
    words: &[Word<'_>],
    heard: Range<usize>,
    run: &Range<usize>,
) -> Range<usize> {
    let Range { start, mut end } = heard;
    let capitalized = |at: usize| words[at].is_capitalized();
    if capitalized(start) {
        while end > start + 1
            && !capitalized(end - 1)
            && words[end - 1].is_word()
            && gazetteer::is_common_word(&words[end - 1].folded)
        {
            end -= 1;
        }
    }
    let joins = |word: &Word<'_>| matches!(word.folded.as_str(), "'s" | "(" | "\"");
    if end < run.end && words.get(end).is_some_and(joins) {
        return start..run.end;
    }
    let goes_on = (end..run.end).take_while(|&at| capitalized(at) && words[at].spaced);
    start..end + goes_on.count()
}

/// Whether a name of the rules stands where the network, asked, reads none, and the gazetteer does not know it.
pub(super) fn is_doubted(candidate: &Candidate, heard: Option<&[ReadName]>) -> bool {
    let Reference::Name(name) = &candidate.reference else {
        return false;
    };
    heard.is_some_and(|heard| {
        let read = heard.iter().any(|name| name.span.overlaps(candidate.span));
        !read && !name.described && name.known.is_none() && name.words.len() == 1
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::fixture::analyzed;
    use crate::analysis::mentions::find;
    use crate::model::{EntityKind, ReadName, Reading};
    use crate::text::Span;

    /// The names of one sentence, each with its kind; the network reads those that stand in `heard`.
    fn names(text: &str, heard: Option<&[(&str, EntityKind)]>) -> Vec<String> {
        let read = |&(name, kind): &(&str, EntityKind)| {
            let start = text.find(name).unwrap();
            ReadName {
                span: Span::new(start, start + name.len()),
                kind,
                confidence: 0.9,
            }
        };
        let mut document = analyzed(&format!("== Sentinel\n{text}"))
            .documents
            .remove(0);
        document.readings.extend(heard.map(|heard| Reading {
            names: heard.iter().map(read).collect(),
            ..Reading::default()
        }));
        find(&document)
            .iter()
            .filter(|candidate| candidate.name().is_some())
            .map(|candidate| {
                let kind = candidate.kind.map_or("?", EntityKind::title);
                format!("{}: {kind}", text.get(candidate.span.range()).unwrap())
            })
            .collect()
    }

    #[test]
    fn the_network_ends_a_name_and_tells_its_kind() {
        let text = "The deal with Orlo and Vane Shipping was signed in Marl.";
        let heard = [
            ("Orlo and Vane Shipping", EntityKind::Organization),
            ("Marl", EntityKind::Place),
        ];
        assert_eq!(
            names(text, Some(&heard)),
            ["Orlo and Vane Shipping: Organization", "Marl: Place"]
        );
        assert_ne!(names(text, None), names(text, Some(&heard)));
    }

    #[test]
    fn a_capital_letter_in_which_the_network_reads_no_name_is_none() {
        let text = "It is the Gathering that was cancelled, said Ines Bracken.";
        let heard = [("Ines Bracken", EntityKind::Person)];
        assert_eq!(names(text, Some(&heard)), ["Ines Bracken: Person"]);
    }

    #[test]
    fn the_network_reads_a_name_that_no_rule_sees() {
        let text = "Shares of eljora fell after the report.";
        let heard = [("eljora", EntityKind::Organization)];
        assert_eq!(names(text, None), [""; 0]);
        assert_eq!(names(text, Some(&heard)), ["eljora: Organization"]);
    }

    #[test]
    fn a_title_stays_with_the_name_that_the_network_reads() {
        let text = "It was President Aldo Ferrante who signed.";
        let heard = [("Aldo Ferrante", EntityKind::Person)];
        assert_eq!(names(text, Some(&heard)), ["Aldo Ferrante: Person"]);
    }

    #[test]
    fn where_a_legislator_comes_from_is_no_name() {
        let text = "Ines Bracken, R-S.C., met Aldo Ferrante (D-Ohio) on Monday.";
        let heard = [
            ("Ines Bracken", EntityKind::Person),
            ("R-S.C.", EntityKind::Organization),
            ("Aldo Ferrante", EntityKind::Person),
            ("D-Ohio", EntityKind::Place),
        ];
        assert_eq!(
            names(text, Some(&heard)),
            ["Ines Bracken: Person", "Aldo Ferrante: Person"]
        );
    }
}

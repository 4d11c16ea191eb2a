//! The words for it: what an entity is called, and how a mention was linked to it.

use super::Found;
use super::chain::Chain;
use crate::analysis::mentions::{Candidate, Reference};
use crate::model::{DocumentAnalysis, EntityKind, MentionForm};

/// What an entity is called: by the gazetteer, or by its fullest name, or by its first description.
pub(super) fn name(documents: &[DocumentAnalysis], members: &[&Found], chain: &Chain) -> String {
    if let Some(known) = chain.known {
        if chain.is_demonym() {
            return written(documents, members[0]);
        }
        return known.name.to_owned();
    }
    let names = members
        .iter()
        .filter(|found| found.candidate.form() == MentionForm::Name);
    let best = names
        .filter_map(|found| {
            let words = &found.candidate.name()?.words;
            let count = chain.names.get(words).copied().unwrap_or_default();
            let text = written(documents, found);
            let shouted = !text.contains(char::is_lowercase);
            Some((words.len().min(5), !shouted, count, std::cmp::Reverse(text)))
        })
        .max();
    best.map_or_else(|| written(documents, members[0]), |(.., text)| text.0)
}

/// The words of a mention, on one line.
fn written(documents: &[DocumentAnalysis], found: &Found) -> String {
    let source = &documents[found.document.index()].document.text;
    let words: Vec<&str> = source
        .slice(found.candidate.span)
        .split_whitespace()
        .collect();
    words.join(" ")
}

/// The kind of something that is described and never named.
pub(super) fn kind_of_description(members: &[&Found]) -> EntityKind {
    let kinds = members.iter().filter_map(|found| found.candidate.kind);
    kinds.min().unwrap_or(EntityKind::Other)
}

/// How a mention was linked, in words.
pub(super) fn link(candidate: &Candidate, chain: &Chain, entity: &str) -> String {
    match &candidate.reference {
        Reference::Name(name) => {
            let known = name.known.filter(|_| !chain.is_demonym());
            let full = crate::text::fold(entity);
            let words = name.words.join(" ");
            if words == full {
                "the name in full".to_owned()
            } else if known.is_some() {
                format!("another name of {entity}")
            } else if full
                .split(' ')
                .any(|word| name.words.iter().any(|own| own == word))
            {
                let form = if words.len() < full.len() {
                    "short form"
                } else {
                    "longer form"
                };
                format!("{form} of {entity}")
            } else if words.chars().count() < 7
                && !full.contains(words.as_str())
                && full.contains(' ')
            {
                format!("initials of {entity}")
            } else {
                format!("another spelling of {entity}")
            }
        }
        Reference::Around(_) => format!("a longer phrase for {entity}"),
        Reference::Role(role) if role.is.is_some() && !chain.names.is_empty() => {
            format!("said to be {entity} in the same sentence")
        }
        Reference::Role(role) if chain.names.is_empty() => format!("described as {}", role.head),
        Reference::Role(role) => format!("called {} where {entity} is named", role.head),
        Reference::Pronoun(_) => {
            format!("the only one in the paragraph whom the word fits: {entity}")
        }
    }
}

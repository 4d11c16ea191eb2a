//! How many sources stand behind what several articles say: one that all of them quote is one.

use std::collections::{BTreeMap, BTreeSet};

use super::text_of;
use crate::analysis::conflicts::voice::Voice;
use crate::model::{Analysis, StatementId};
use crate::text::fold;

/// The sources behind some statements, as far as the articles tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    pub articles: usize,
    pub sources: usize,
    /// Who it is, where several articles have it from one; nothing where one of them copied the other's words.
    pub shared: Option<String>,
}

impl Origins {
    /// "4 articles, 1 source: Norlink".
    pub fn words(&self) -> String {
        let counted = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        let articles = counted(self.articles, "article");
        if self.articles < 2 {
            return articles;
        }
        let sources = counted(self.sources, "source");
        match &self.shared {
            Some(name) if self.sources == 1 => format!("{articles}, {sources}: {name}"),
            None if self.sources == 1 => format!("{articles}, {sources}: the wording is shared"),
            _ => format!("{articles}, {sources}"),
        }
    }
}

/// `one_source` are pairs that the analysis takes to go back to one.
pub(super) fn origins(
    analysis: &Analysis,
    statements: &[StatementId],
    one_source: &[[StatementId; 2]],
) -> Origins {
    let articles: BTreeSet<_> = (statements.iter())
        .map(|id| analysis.statement(*id).document)
        .collect();
    let names: Vec<String> = (statements.iter())
        .map(|id| source_of(analysis, *id))
        .collect();
    // Each source by the first statement that has it; statements of one source point at the same.
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut root: Vec<usize> = (names.iter().enumerate())
        .map(|(at, name)| *first.entry(fold(name)).or_insert(at))
        .collect();
    for pair in one_source {
        let at = pair.map(|id| statements.iter().position(|own| *own == id));
        if let [Some(one), Some(other)] = at {
            let (to, from) = (root[one].min(root[other]), root[one].max(root[other]));
            for own in &mut root {
                if *own == from {
                    *own = to;
                }
            }
        }
    }
    let distinct: BTreeSet<usize> = root.iter().copied().collect();
    let same_name = |names: &[String]| names.windows(2).all(|two| fold(&two[0]) == fold(&two[1]));
    Origins {
        articles: articles.len(),
        sources: distinct.len(),
        shared: (distinct.len() == 1 && same_name(&names))
            .then(|| names.first().cloned())
            .flatten(),
    }
}

/// Whom an article has a statement from: who is quoted last in the chain, or the outlet.
fn source_of(analysis: &Analysis, id: StatementId) -> String {
    let statement = analysis.statement(id);
    let embedded =
        (statement.attribution.as_ref()).and_then(|attribution| attribution.embedded.as_ref());
    match embedded {
        Some(source) => match source.entity {
            Some(entity) => analysis.entity(entity).name.clone(),
            None => text_of(analysis, statement.document, source.span),
        },
        None => match Voice::of(analysis, statement) {
            Voice::Outlet { label } => label,
            Voice::Source {
                entity: Some(entity),
                ..
            } => analysis.entity(entity).name.clone(),
            Voice::Source { name, .. } => name,
        },
    }
}

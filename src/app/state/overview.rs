//! Counts and orders of an analysis that every frame shows: worked out once.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Analysis, EntityId, EntityKind, MentionForm};
use crate::text::fold;

/// What the panels show of an analysis as a whole.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    pub sentences: usize,
    /// Entities that at least two articles speak of.
    pub shared: usize,
    /// Shared entities first, those with a name before what is only described, then those of one article that have a
    /// name; each by number of mentions.
    pub entities: Vec<EntityId>,
    /// What one article describes and never names: "a mother and her daughter". In the same order.
    pub described: Vec<EntityId>,
    /// How many of `entities` there are of each kind that there is.
    pub kinds: Vec<(EntityKind, usize)>,
    /// By entity: its name and the names in the articles, folded, each on a line of its own.
    names: Vec<String>,
}

impl Overview {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let mut entities: Vec<EntityId> = (0..analysis.entities.len())
            .map(EntityId)
            .filter(|id| !analysis.entity(*id).mentions.is_empty())
            .collect();
        entities.sort_by_cached_key(|id| {
            let entity = analysis.entity(*id);
            let mentions = analysis.distinct_mentions(*id).count();
            let named = analysis.is_named(*id);
            (!entity.shared(), !named, Reverse(mentions), *id)
        });
        let (entities, described): (Vec<EntityId>, Vec<EntityId>) = entities
            .into_iter()
            .partition(|id| analysis.entity(*id).shared() || analysis.is_named(*id));
        Self {
            sentences: analysis
                .documents
                .iter()
                .map(|document| document.segments.sentences.len())
                .sum(),
            shared: analysis
                .entities
                .iter()
                .filter(|entity| entity.shared())
                .count(),
            kinds: EntityKind::ALL
                .into_iter()
                .map(|kind| {
                    let of_kind = |id: &&EntityId| analysis.entity(**id).kind == kind;
                    (kind, entities.iter().filter(of_kind).count())
                })
                .filter(|(_, count)| *count > 0)
                .collect(),
            names: (0..analysis.entities.len())
                .map(|index| names(analysis, EntityId(index)))
                .collect(),
            entities,
            described,
        }
    }

    /// Whether a name of it holds these words, which are folded.
    pub fn is_called(&self, id: EntityId, words: &str) -> bool {
        let names = self.names.get(id.index());
        words.is_empty() || names.is_some_and(|names| names.contains(words))
    }
}

fn names(analysis: &Analysis, id: EntityId) -> String {
    let entity = analysis.entity(id);
    let mentions = entity.mentions.iter().map(|id| analysis.mention(*id));
    let written: BTreeSet<String> = mentions
        .filter(|mention| mention.form == MentionForm::Name)
        .filter_map(|mention| {
            let text = &analysis.document(mention.document).text;
            text.get(mention.span).map(fold)
        })
        .collect();
    let own = std::iter::once(fold(&entity.name));
    own.chain(written).collect::<Vec<String>>().join("\n")
}

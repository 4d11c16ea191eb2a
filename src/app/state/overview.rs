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
    /// Shared entities first, then those of one article; each by number of mentions.
    pub entities: Vec<EntityId>,
    /// How many there are of each kind that there is.
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
        entities.sort_by_key(|id| {
            let entity = analysis.entity(*id);
            (!entity.shared(), Reverse(entity.mentions.len()), *id)
        });
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
        }
    }

    /// The entities with a name that holds these words, in the order of the list.
    pub fn named(&self, words: &str) -> impl Iterator<Item = EntityId> {
        let words = fold(words.trim());
        let entities = self.entities.iter().copied();
        entities.filter(move |id| self.is_named(*id, &words))
    }

    /// Whether a name of it holds these words, which are folded.
    pub fn is_named(&self, id: EntityId, words: &str) -> bool {
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

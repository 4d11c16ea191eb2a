//! Which entities may be the same as another one, the likeliest first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Analysis, EntityId};
use crate::text::fold;

/// Words shorter than this are "of" and "de" as often as names.
const SHORTEST: usize = 3;

/// All entities but this one: those whose names are like its own and whose kind is the same first.
pub fn alike(analysis: &Analysis, id: EntityId) -> Vec<EntityId> {
    let entity = analysis.entity(id);
    let own = fold(&entity.name);
    let mut others: Vec<(f64, usize, EntityId)> = (0..analysis.entities.len())
        .map(EntityId)
        .filter(|other| *other != id)
        .map(|other| {
            let entity_there = analysis.entity(other);
            let same_kind = f64::from(u8::from(entity_there.kind == entity.kind));
            let score = same_kind + likeness(&own, &fold(&entity_there.name));
            (score, entity_there.mentions.len(), other)
        })
        .collect();
    others.sort_by(|one, other| {
        let order = other.0.total_cmp(&one.0);
        order.then_with(|| (Reverse(one.1), one.2).cmp(&(Reverse(other.1), other.2)))
    });
    others.into_iter().map(|(.., id)| id).collect()
}

/// 0 to 3 for two folded names: by shared words, by initials, and by letters.
fn likeness(one: &str, other: &str) -> f64 {
    let words = |name: &str| -> BTreeSet<String> {
        let split = name.split(|c: char| !c.is_alphanumeric());
        let long = split.filter(|word| word.chars().count() >= SHORTEST);
        long.map(str::to_owned).collect()
    };
    let (mine, yours) = (words(one), words(other));
    let shared = mine.intersection(&yours).count() as f64;
    let fewer = mine.len().min(yours.len()).max(1) as f64;
    let by_initials = one == initials(other) || other == initials(one);
    let by_words = if by_initials {
        2.0
    } else {
        2.0 * shared / fewer
    };
    by_words + strsim::jaro_winkler(one, other)
}

fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Entity, EntityKind};

    /// Entities as "person Elena Marlow"; the names of those that may be the first of them.
    fn check(entities: &[&str], expected: &[&str]) {
        let mut analysis = Analysis::default();
        for entity in entities {
            let (kind, name) = entity.split_once(' ').unwrap();
            analysis.entities.push(Entity {
                name: name.to_owned(),
                kind: serde_json::from_value(kind.into()).unwrap_or(EntityKind::Other),
                mentions: Vec::new(),
                documents: 1,
                related: None,
                country: None,
            });
        }
        let found = alike(&analysis, EntityId(0));
        let names: Vec<&str> = (found.iter())
            .map(|id| analysis.entity(*id).name.as_str())
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn names_that_share_a_word_come_before_others_of_the_kind() {
        check(
            &[
                "person Marlow",
                "place Halden",
                "person Paul Verner",
                "person Elena Marlow",
            ],
            &["Elena Marlow", "Paul Verner", "Halden"],
        );
    }

    #[test]
    fn initials_stand_for_the_name_in_full() {
        check(
            &[
                "organization HWA",
                "organization Hardware Club",
                "organization Harbor Workers Association",
            ],
            &["Harbor Workers Association", "Hardware Club"],
        );
    }
}

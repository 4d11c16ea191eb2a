//! Which values of one article another one has too.

use std::collections::BTreeMap;

use crate::model::DocumentId;

/// A value as an interval, and what has to be the same for two to be compared.
#[derive(Clone, Debug)]
pub(super) struct Value<K> {
    pub document: DocumentId,
    pub key: K,
    pub low: f64,
    pub high: f64,
}

/// By value: the other documents that have one of the same key whose interval meets it, in order.
///
/// Within a key the values of a document are sorted, so that each question costs a search and not a walk.
pub(super) fn partners<K: Ord>(values: &[Value<K>]) -> Vec<Vec<DocumentId>> {
    let mut groups: BTreeMap<&K, BTreeMap<DocumentId, Intervals>> = BTreeMap::new();
    for value in values {
        let documents = groups.entry(&value.key).or_default();
        let own = documents.entry(value.document).or_default();
        own.0.push((value.low, value.high));
    }
    for documents in groups.values_mut() {
        documents.values_mut().for_each(Intervals::sort);
    }
    (values.iter())
        .map(|value| {
            let documents = &groups[&value.key];
            (documents.iter())
                .filter(|(document, _)| **document != value.document)
                .filter(|(_, intervals)| intervals.meet(value.low, value.high))
                .map(|(document, _)| *document)
                .collect()
        })
        .collect()
}

/// Lower ends in order, each with the highest upper end so far.
#[derive(Default)]
struct Intervals(Vec<(f64, f64)>);

impl Intervals {
    fn sort(&mut self) {
        self.0.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut highest = f64::NEG_INFINITY;
        for (_, high) in &mut self.0 {
            highest = highest.max(*high);
            *high = highest;
        }
    }

    fn meet(&self, low: f64, high: f64) -> bool {
        let begun = self.0.partition_point(|(start, _)| *start <= high);
        begun
            .checked_sub(1)
            .is_some_and(|last| self.0[last].1 >= low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Partners of each value, written "A fire 12-17".
    fn found(values: &[&str]) -> Vec<String> {
        let values: Vec<Value<&str>> = (values.iter())
            .map(|value| {
                let parts: Vec<&str> = value.split(' ').collect();
                let (low, high) = parts[2].split_once('-').unwrap();
                Value {
                    document: DocumentId(usize::from(parts[0].as_bytes()[0] - b'A')),
                    key: parts[1],
                    low: low.parse().unwrap(),
                    high: high.parse().unwrap(),
                }
            })
            .collect();
        (partners(&values).iter())
            .map(|others| others.iter().map(|id| crate::report::letter(*id)).collect())
            .collect()
    }

    #[test]
    fn values_that_meet_are_partners() {
        let found = found(&[
            "A hurt 12-12",
            "B hurt 10-15",
            "C hurt 16-inf",
            "D dead 12-12",
        ]);
        assert_eq!(found, ["B", "A", "", ""]);
    }

    #[test]
    fn a_long_interval_before_short_ones_is_not_forgotten() {
        let found = found(&["A hurt 0-100", "A hurt 5-6", "B hurt 50-50"]);
        assert_eq!(found, ["B", "", "A"]);
    }
}

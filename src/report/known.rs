//! Findings that the notebook knows already, known again after the articles were edited or analyzed anew.

use indexmap::IndexSet;

use super::authored::Places;
use crate::model::{Analysis, Conflict, DocumentId, Side};
use crate::notebook::{Anchor, FindingKey, Notebook};
use crate::text::Span;

/// The key of every conflict: the one that the notebook has for it, or a new one.
pub(super) fn keys(analysis: &Analysis, notebook: &Notebook, places: &Places) -> Vec<FindingKey> {
    let mut keys: Vec<FindingKey> = analysis
        .conflicts
        .iter()
        .map(|conflict| FindingKey::of(analysis, conflict))
        .collect();
    let mut known = notebook.state().findings();
    known.extend(notebook.numbers().keys());
    let fresh: IndexSet<&FindingKey> = keys.iter().collect();
    let mut open: Vec<bool> = keys.iter().map(|key| !known.contains(key)).collect();
    let lost: Vec<FindingKey> = known.difference(&fresh).copied().cloned().collect();
    for key in lost {
        let Some(found) = both(places, &key.sides) else {
            continue;
        };
        let same = (analysis.conflicts.iter().enumerate()).find_map(|(index, conflict)| {
            let turned = turned(conflict, &found)?;
            (open[index] && conflict.kind == key.kind).then_some((index, turned))
        });
        if let Some((index, turned)) = same {
            open[index] = false;
            keys[index] = if turned { key.turned() } else { key };
        }
    }
    keys
}

/// Where both passages stand, if both do.
pub(super) fn both(places: &Places, sides: &[Anchor; 2]) -> Option<[(DocumentId, Span); 2]> {
    let [one, other] = sides.each_ref().map(|side| places.of(side));
    Some([one?, other?])
}

/// Whether a conflict is about these places, and if so whether it names them the other way round.
fn turned(conflict: &Conflict, places: &[(DocumentId, Span); 2]) -> Option<bool> {
    let [left, right] = &conflict.sides;
    let [one, other] = places;
    if is_at(left, one) && is_at(right, other) {
        Some(false)
    } else if is_at(left, other) && is_at(right, one) {
        Some(true)
    } else {
        None
    }
}

/// Whether a side shares at least half of the shorter one's words with a place.
fn is_at(side: &Side, (document, span): &(DocumentId, Span)) -> bool {
    let start = side.span.start.max(span.start);
    let end = side.span.end.min(span.end);
    let shorter = side.span.len().min(span.len());
    side.document == *document && end > start && 2 * (end - start) >= shorter
}

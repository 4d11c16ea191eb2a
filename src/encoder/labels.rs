//! What the places in the network's outputs stand for, as `training/network/model.py` lists them.

use crate::model::{AttributionRole, EntityKind};

/// A tag of each word: outside, or at the beginning of or inside one of these.
pub(super) const NAME_KINDS: [EntityKind; 4] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Other,
];

pub(super) const ATTRIBUTION_ROLES: [AttributionRole; 3] = [
    AttributionRole::Source,
    AttributionRole::Cue,
    AttributionRole::Content,
];

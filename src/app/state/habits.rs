//! How the reader likes to read: kept from one comparison to the next, and from one run to the next.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Aside, State};
use crate::app::theme::TextFace;
use crate::model::Kind;

/// Each of them nothing where the reader left it as it ships.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Habits {
    /// Of the article text.
    zoom: Option<f32>,
    face: TextFace,
    /// Whether text jumps instead of gliding.
    still: bool,
    /// Whether the columns scroll together.
    linked: Option<bool>,
    /// Panels that were put away.
    hidden: BTreeSet<Aside>,
    /// From which confidence on findings are shown.
    threshold: Option<f32>,
    /// Kinds of differences that are not listed.
    unwanted: BTreeSet<Kind>,
    /// Whether the hints on the first steps were read.
    hinted: bool,
}

impl State {
    pub fn habits(&self) -> Habits {
        let view = &self.view;
        Habits {
            zoom: Some(view.zoom),
            face: view.face,
            still: view.still,
            linked: Some(view.linked),
            hidden: view.hidden.clone(),
            threshold: self.comparison.chosen_threshold(),
            unwanted: view.listing.unwanted.clone(),
            hinted: view.hinted,
        }
    }

    pub fn take_up(&mut self, habits: Habits) {
        let view = &mut self.view;
        view.zoom = habits.zoom.unwrap_or(view.zoom);
        view.face = habits.face;
        view.still = habits.still;
        view.linked = habits.linked.unwrap_or(view.linked);
        view.hidden = habits.hidden;
        view.listing.unwanted = habits.unwanted;
        view.hinted = habits.hinted;
        if let Some(threshold) = habits.threshold {
            self.comparison.set_threshold(threshold);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_other_versions_are_taken_up_as_far_as_they_go() {
        let habits = r#"{"zoom": 1.2, "wide": true, "unwanted": ["quote"]}"#;
        let mut state = State::default();
        state.take_up(serde_json::from_str(habits).unwrap());
        assert!((state.view.zoom - 1.2).abs() < 0.001);
        assert!(state.view.linked && state.view.hidden.is_empty());
        assert_eq!(state.view.listing.unwanted, [Kind::Quote].into());
    }
}

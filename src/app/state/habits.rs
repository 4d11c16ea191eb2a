//! How the reader likes to read: kept from one comparison to the next, and from one run to the next.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Aside, State};

/// Each of them nothing where the reader left it as it ships.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Habits {
    /// Of the article text.
    zoom: Option<f32>,
    /// Whether the columns scroll together.
    linked: Option<bool>,
    /// Panels that were put away.
    hidden: BTreeSet<Aside>,
    /// From which confidence on findings are shown.
    threshold: Option<f32>,
}

impl State {
    pub fn habits(&self) -> Habits {
        Habits {
            zoom: Some(self.view.zoom),
            linked: Some(self.view.linked),
            hidden: self.view.hidden.clone(),
            threshold: self.comparison.chosen_threshold(),
        }
    }

    pub fn take_up(&mut self, habits: Habits) {
        self.view.zoom = habits.zoom.unwrap_or(self.view.zoom);
        self.view.linked = habits.linked.unwrap_or(self.view.linked);
        self.view.hidden = habits.hidden;
        if let Some(threshold) = habits.threshold {
            self.comparison.set_threshold(threshold);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_an_earlier_version_are_taken_up_as_far_as_they_go() {
        let habits: Habits = serde_json::from_str(r#"{"zoom": 1.2, "face": "wide"}"#).unwrap();
        let mut state = State::default();
        state.take_up(habits);
        assert!((state.view.zoom - 1.2).abs() < 0.001);
        assert!(state.view.linked && state.view.hidden.is_empty());
    }
}

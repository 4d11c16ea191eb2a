//! A short movement to a new place, so that the eye can follow.

use super::place::{Measure, Place};

/// Seconds that a movement takes.
const DURATION: f64 = 0.22;

/// A movement under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glide {
    to: Place,
    /// How far the text was from there when it began, in points; upward movements are negative.
    distance: f32,
    began: f64,
}

impl Glide {
    /// A movement that begins now. Of a long way only the last part is shown, about one view.
    pub(super) fn new(to: Place, distance: f32, view: f32, now: f64) -> Self {
        Self {
            to,
            distance: distance.clamp(-view, view),
            began: now,
        }
    }

    /// Where the text is at a time, and whether it has arrived.
    pub(super) fn at(&self, now: f64, measure: &mut impl Measure) -> (Place, bool) {
        let part = ((now - self.began) / DURATION).clamp(0.0, 1.0) as f32;
        if part >= 1.0 {
            return (self.to, true);
        }
        // Quick at first, slow at the end.
        let rest = (1.0 - part).powi(3);
        (self.to.moved(-self.distance * rest, measure), false)
    }
}

//! Where a column stands: a place in its text, never an offset in points.
//!
//! Pieces that were not laid out yet have estimated heights. A position counted from the start of the text would
//! jump whenever an estimate is replaced or the column changes its width; a place in the text stays.

/// The upper edge of the view lies `below` points under the top of `piece`.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub(super) struct Place {
    pub(super) piece: usize,
    pub(super) below: f32,
}

/// The heights of pieces, laid out when asked for.
pub(super) trait Measure {
    fn count(&self) -> usize;
    fn height(&mut self, piece: usize) -> f32;
}

impl Place {
    /// The place that puts the point `y` of a piece `from_top` points under the upper edge of the view.
    pub(super) fn showing(piece: usize, y: f32, from_top: f32, measure: &mut impl Measure) -> Self {
        Self {
            piece,
            below: y - from_top,
        }
        .normal(measure)
    }

    /// The place `delta` points further down, or up where it is negative; at the most the start or the end.
    pub(super) fn moved(self, delta: f32, measure: &mut impl Measure) -> Self {
        Self {
            piece: self.piece,
            below: self.below + delta,
        }
        .normal(measure)
    }

    /// No further down than where the text ends `room` points above the lower edge of a view `view` points high.
    pub(super) fn clamped(self, view: f32, room: f32, measure: &mut impl Measure) -> Self {
        let here = self.normal(measure);
        let needed = view - room;
        let mut rest = -here.below;
        for piece in here.piece..measure.count() {
            rest += measure.height(piece);
            if rest >= needed {
                return here;
            }
        }
        here.moved(rest - needed, measure)
    }

    /// How many points of text lie above the view, counted no further than `most`.
    pub(super) fn above(self, most: f32, measure: &mut impl Measure) -> f32 {
        let mut above = self.below;
        let mut piece = self.piece;
        while above < most && piece > 0 {
            piece -= 1;
            above += measure.height(piece);
        }
        above.min(most)
    }

    /// Stated by the piece that the upper edge lies in.
    fn normal(mut self, measure: &mut impl Measure) -> Self {
        let count = measure.count();
        if count == 0 {
            return Self::default();
        }
        if self.piece >= count {
            self = Self {
                piece: count - 1,
                below: measure.height(count - 1),
            };
        }
        while self.below < 0.0 && self.piece > 0 {
            self.piece -= 1;
            self.below += measure.height(self.piece);
        }
        loop {
            let height = measure.height(self.piece);
            if self.below < height || self.piece + 1 == count {
                self.below = self.below.clamp(0.0, height);
                return self;
            }
            self.below -= height;
            self.piece += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(Vec<f32>, usize);

    impl Measure for Fixed {
        fn count(&self) -> usize {
            self.0.len()
        }

        fn height(&mut self, piece: usize) -> f32 {
            self.1 += 1;
            self.0[piece]
        }
    }

    fn pieces() -> Fixed {
        Fixed(vec![100.0, 50.0, 200.0, 100.0], 0)
    }

    fn place(piece: usize, below: f32) -> Place {
        Place { piece, below }
    }

    #[test]
    fn moving_crosses_pieces_both_ways() {
        let down = place(0, 90.0).moved(70.0, &mut pieces());
        assert_eq!(down, place(2, 10.0));
        assert_eq!(down.moved(-70.0, &mut pieces()), place(0, 90.0));
    }

    #[test]
    fn nothing_lies_above_the_start_or_below_the_end() {
        assert_eq!(place(1, 0.0).moved(-999.0, &mut pieces()), place(0, 0.0));
        assert_eq!(place(1, 0.0).moved(9999.0, &mut pieces()), place(3, 100.0));
    }

    #[test]
    fn the_end_of_the_text_stays_at_the_lower_edge() {
        let end = place(3, 90.0).clamped(150.0, 0.0, &mut pieces());
        assert_eq!(end, place(2, 150.0));
    }

    #[test]
    fn room_under_the_text_lets_its_end_rise() {
        let end = place(3, 90.0).clamped(150.0, 100.0, &mut pieces());
        assert_eq!(end, place(3, 50.0));
    }

    #[test]
    fn a_text_that_fits_stands_at_its_start() {
        assert_eq!(
            place(2, 0.0).clamped(2000.0, 0.0, &mut pieces()),
            place(0, 0.0)
        );
    }

    #[test]
    fn a_passage_is_put_where_it_is_asked_for_as_far_as_there_is_text_above() {
        assert_eq!(Place::showing(2, 20.0, 60.0, &mut pieces()), place(1, 10.0));
        assert_eq!(Place::showing(0, 20.0, 60.0, &mut pieces()), place(0, 0.0));
    }

    #[test]
    fn text_above_is_counted_no_further_than_asked() {
        assert_eq!(place(2, 10.0).above(1000.0, &mut pieces()), 160.0);
        let mut far = Fixed(vec![10.0; 10_000], 0);
        assert_eq!(place(9_000, 0.0).above(35.0, &mut far), 35.0);
        assert!(far.1 < 10, "only what is near is laid out, not {}", far.1);
    }

    #[test]
    fn an_empty_text_has_one_place() {
        assert_eq!(
            place(3, 9.0).clamped(50.0, 0.0, &mut Fixed(vec![], 0)),
            Place::default()
        );
    }
}

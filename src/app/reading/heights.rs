//! How high each piece of a column is, as far as it was laid out.

use std::cell::OnceCell;

/// The heights of a column's pieces: estimated first, measured once they have been seen.
#[derive(Debug, Default)]
pub(super) struct Heights {
    heights: Vec<f32>,
    measured: Vec<bool>,
    /// Sum of the heights before each piece, and of all of them at the end.
    tops: OnceCell<Vec<f32>>,
}

impl Heights {
    pub(super) fn estimated(heights: Vec<f32>) -> Self {
        Self {
            measured: vec![false; heights.len()],
            heights,
            tops: OnceCell::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.heights.len()
    }

    pub(super) fn get(&self, piece: usize) -> f32 {
        self.heights[piece]
    }

    /// The height of a piece, where there is such a piece.
    pub(super) fn known(&self, piece: usize) -> Option<f32> {
        self.heights.get(piece).copied()
    }

    /// Makes every height an estimate again.
    pub(super) fn forget(&mut self) {
        self.measured.fill(false);
    }

    pub(super) fn is_measured(&self, piece: usize) -> bool {
        self.measured[piece]
    }

    /// Takes the height that laying the piece out gave.
    pub(super) fn measure(&mut self, piece: usize, height: f32) {
        self.measured[piece] = true;
        if self.heights[piece] != height {
            self.heights[piece] = height;
            self.tops.take();
        }
    }

    /// Where a piece begins, counted from the start of the text.
    pub(super) fn top(&self, piece: usize) -> f32 {
        self.tops()[piece]
    }

    pub(super) fn total(&self) -> f32 {
        self.tops().last().copied().unwrap_or(0.0)
    }

    /// The piece at a height counted from the start of the text, and how far below its top that lies.
    pub(super) fn at(&self, y: f32) -> (usize, f32) {
        let last = self.len().saturating_sub(1);
        let piece = self
            .tops()
            .partition_point(|&top| top <= y)
            .saturating_sub(1)
            .min(last);
        (piece, (y - self.tops()[piece]).max(0.0))
    }

    fn tops(&self) -> &[f32] {
        self.tops.get_or_init(|| {
            let mut tops = Vec::with_capacity(self.heights.len() + 1);
            // Added up in double precision: a book of a hundred thousand pieces is millions of points high.
            let mut top = 0.0_f64;
            tops.push(0.0);
            for height in &self.heights {
                top += f64::from(*height);
                tops.push(top as f32);
            }
            tops
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_height_moves_everything_below_it() {
        let mut heights = Heights::estimated(vec![10.0, 10.0, 10.0]);
        assert_eq!(heights.total(), 30.0);
        heights.measure(0, 25.0);
        assert_eq!(
            [heights.top(0), heights.top(1), heights.top(2)],
            [0.0, 25.0, 35.0]
        );
        assert_eq!(heights.total(), 45.0);
        assert!(heights.is_measured(0) && !heights.is_measured(1));
    }

    #[test]
    fn a_height_belongs_to_the_piece_that_it_lies_in() {
        let heights = Heights::estimated(vec![10.0, 20.0, 30.0]);
        assert_eq!(heights.at(0.0), (0, 0.0));
        assert_eq!(heights.at(10.0), (1, 0.0));
        assert_eq!(heights.at(29.0), (1, 19.0));
        assert_eq!(heights.at(1000.0), (2, 970.0));
        assert_eq!(heights.at(-5.0), (0, 0.0));
    }

    #[test]
    fn a_text_without_pieces_has_no_height() {
        let heights = Heights::estimated(Vec::new());
        assert_eq!(heights.total(), 0.0);
        assert_eq!(heights.at(3.0), (0, 3.0));
    }
}

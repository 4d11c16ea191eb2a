//! Finding words in both columns, and going from one place to the next.

use egui::Context;

use super::column::Column;
use super::view::ReadingView;
use crate::model::DocumentId;
use crate::text::Span;

/// Where a search stands.
#[derive(Debug, Default)]
pub(super) struct Search {
    words: String,
    /// Counted through both columns, the left one first.
    at: usize,
    /// Steps to go in the next frame.
    steps: isize,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many places each column has, with its article.
    pub counts: Vec<(DocumentId, usize)>,
    /// The place that is shown, counted from 1 through both columns.
    pub at: Option<usize>,
}

impl ReadingView {
    /// Goes to the next place that was found, or back, in the next frame.
    pub fn step_search(&mut self, steps: isize) {
        self.search.steps += steps;
    }

    pub fn found(&self) -> Found {
        let count = |column: &Column| (column.page.id, column.page.found.len());
        let counts: Vec<(DocumentId, usize)> = self.columns.iter().map(count).collect();
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        Found {
            counts,
            at: (total > 0).then_some(self.search.at + 1),
        }
    }

    /// Looks for words in both columns, and shows the place to look at.
    pub(super) fn search(&mut self, ctx: &Context, words: &str) {
        for column in &mut self.columns {
            column.page.search(words);
        }
        let other_words = self.search.words != words;
        words.clone_into(&mut self.search.words);
        let steps = std::mem::take(&mut self.search.steps);
        let total: usize = self.places().count();
        if total == 0 {
            self.search.at = 0;
        } else if other_words {
            self.search.at = self.first_ahead().unwrap_or(0);
        } else if steps != 0 {
            let ahead = steps.rem_euclid(total.cast_signed()).cast_unsigned();
            self.search.at = (self.search.at + ahead) % total;
        } else {
            self.search.at = self.search.at.min(total - 1);
        }
        if other_words || steps != 0 {
            let shown = self.places().nth(self.search.at);
            self.bring_passage = shown
                .map(|(column, span)| (self.columns[column].page.id, span))
                .or_else(|| self.bring_passage.take());
            // The bar above was drawn with what was found before.
            ctx.request_repaint();
        }
    }

    /// The words that the search stands at, where they stand in this column.
    pub(super) fn found_in(&self, column: usize) -> Option<Span> {
        let (at, span) = self.places().nth(self.search.at)?;
        (at == column).then_some(span)
    }

    /// The column and the words of every place that was found.
    fn places(&self) -> impl Iterator<Item = (usize, Span)> {
        self.columns
            .iter()
            .enumerate()
            .flat_map(|(index, column)| column.page.found.iter().map(move |span| (index, *span)))
    }

    /// The first place at or under where the reader is.
    fn first_ahead(&self) -> Option<usize> {
        let column = self.columns.get(self.active)?;
        let above = column.place.piece.checked_sub(1);
        let start = above.map_or(0, |above| column.page.pieces[above].span.end);
        self.places()
            .position(|(index, span)| index == self.active && span.start >= start)
    }
}

//! Asking which articles of a file to open.

use super::super::state::{Article, Dialog};
use super::super::window::Window;

impl Window {
    /// Asks about the next file that holds several, once nothing else is asked.
    pub(in crate::app) fn ask_which(&mut self) {
        if self.state.view.dialog.is_some() {
            return;
        }
        let Some(several) = self.asking.pop_front() else {
            return;
        };
        self.state.view.ticked.clear();
        if several.are_few() {
            self.state.view.ticked.extend(0..several.offered.len());
        }
        self.state.view.dialog = Some(Dialog::Which(several));
    }

    pub(super) fn tick(&mut self, position: usize, ticked: bool) {
        let positions = &mut self.state.view.ticked;
        if ticked {
            positions.insert(position);
        } else {
            positions.remove(&position);
        }
    }

    pub(super) fn tick_all(&mut self, ticked: bool) {
        self.state.view.ticked.clear();
        if ticked && let Some(Dialog::Which(several)) = &self.state.view.dialog {
            let all = 0..several.offered.len();
            self.state.view.ticked.extend(all);
        }
    }

    /// Reads those that the reader chose.
    pub(super) fn open_ticked(&mut self) {
        let Some(Dialog::Which(several)) = self.state.view.dialog.take() else {
            return;
        };
        let ticked = std::mem::take(&mut self.state.view.ticked);
        let articles: Vec<Article> = ticked
            .into_iter()
            .map(|position| several.article(position))
            .collect();
        let files = articles.iter().filter_map(|article| match article {
            Article::File(path) => Some(path.clone()),
            Article::Text { .. } => None,
        });
        self.reading = files.collect();
        self.read(articles);
    }
}

//! Which articles are compared, and in which order.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::state::{Article, PathPurpose};
use super::super::window::Window;
use crate::model::{Document, DocumentId};
use crate::notebook::Command;

impl Window {
    /// The article of the column that has the keyboard.
    pub(super) fn article_of_column(&self) -> Option<DocumentId> {
        match (self.columns.active_column(), self.state.facing()?) {
            (1, (_, Some(right))) => Some(right),
            (_, (left, _)) => Some(left),
        }
    }

    /// Leaves an article out. What was said of it stays in the notebook.
    pub(super) fn remove(&mut self, article: Option<DocumentId>) {
        if let Some(document) = self.file_of_article(article) {
            self.arrange(vec![Command::SetAside {
                document,
                aside: true,
            }]);
        }
    }

    pub(super) fn ask_for_another(&mut self, article: Option<DocumentId>) {
        self.replacing = self.file_of_article(article);
        if self.replacing.is_some() {
            self.dialogs.ask(PathPurpose::Replace, "");
        }
    }

    pub(super) fn replace_with(&mut self, paths: Vec<PathBuf>) {
        self.reading.clear();
        self.read(paths.into_iter().map(Article::File).collect());
    }

    /// Takes articles in; the first takes the place of the one that was to be replaced.
    pub(super) fn put_in(&mut self, documents: Vec<Arc<Document>>) {
        let replaced = self.replacing.take();
        let files: Vec<String> = (documents.iter())
            .map(|document| document.origin.sha256.clone())
            .collect();
        let known = self.state.comparison.read().iter();
        let known: Vec<String> = known
            .map(|document| document.origin.sha256.clone())
            .collect();
        let aside = self.state.notebook().state().aside.clone();
        // One that was set aside comes back and is not there twice.
        let again = |file: &String| known.contains(file) && aside.contains(file);
        let new = documents
            .into_iter()
            .filter(|document| !again(&document.origin.sha256));
        self.state.comparison.add(new.collect());
        let mut commands: Vec<Command> = (files.iter())
            .filter(|file| again(file))
            .map(|document| Command::SetAside {
                document: document.clone(),
                aside: false,
            })
            .collect();
        if let (Some(old), Some(new)) = (replaced, files.first())
            && old != *new
        {
            let mut order = self.order();
            order.retain(|file| file != new);
            let place = order.iter().position(|file| *file == old);
            order.insert(place.unwrap_or(order.len()), new.clone());
            commands.push(Command::SetAside {
                document: old,
                aside: true,
            });
            commands.push(Command::Order { documents: order });
        }
        if !commands.is_empty() {
            self.arrange(commands);
        }
        self.analyze();
    }

    /// The articles of both columns change their places, and with them their letters.
    pub(super) fn swap(&mut self) {
        let Some((left, Some(right))) = self.state.facing() else {
            return;
        };
        let files = [left, right].map(|article| self.file_of_article(Some(article)));
        let [Some(left), Some(right)] = files else {
            return;
        };
        let swapped = |file: String| match file {
            file if file == left => right.clone(),
            file if file == right => left.clone(),
            file => file,
        };
        let documents = self.order().into_iter().map(swapped).collect();
        self.arrange(vec![Command::Order { documents }]);
    }

    /// Every article by its file, in the order of now; those set aside keep their places.
    fn order(&self) -> Vec<String> {
        let state = self.state.notebook().state();
        let mut order = state.order.clone();
        for document in self.state.comparison.read() {
            if !order.contains(&document.origin.sha256) {
                order.push(document.origin.sha256.clone());
            }
        }
        order
    }

    /// Changes which articles there are; what is shown of one of them may be another's by now.
    fn arrange(&mut self, commands: Vec<Command>) {
        let view = &mut self.state.view;
        view.columns = [0, 1];
        view.source = None;
        self.state.drafts.description = None;
        let state = &self.state;
        let said = commands
            .first()
            .map(|command| command.sentence(|sha256| state.file_of(sha256).to_owned()));
        self.write_together(commands, said.unwrap_or_default());
    }

    fn file_of_article(&self, article: Option<DocumentId>) -> Option<String> {
        let document = self.state.documents().get(article?.index())?;
        Some(document.origin.sha256.clone())
    }
}

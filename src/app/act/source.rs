//! The source panel: what the reader says of an article, and what goes back into its text.

use egui::Context;

use super::super::command::SourceCommand;
use super::super::state::{DescriptionDraft, SidePage, Tone, typed};
use super::super::window::Window;
use crate::ingest;
use crate::model::{Description, DescriptionKind, DocumentId};
use crate::notebook::Command;

impl Window {
    pub(super) fn act_on_source(&mut self, ctx: &Context, command: SourceCommand) {
        match command {
            SourceCommand::AboutColumn => {
                if let Some(article) = self.article_of_column() {
                    self.show_source(article);
                }
            }
            SourceCommand::RemoveColumn => self.remove(self.article_of_column()),
            SourceCommand::Remove => self.remove(self.state.view.source),
            SourceCommand::ReplaceColumn => self.ask_for_another(self.article_of_column()),
            SourceCommand::Replace => self.ask_for_another(self.state.view.source),
            SourceCommand::Swap => self.swap(),
            SourceCommand::About(article) => self.show_source(article),
            SourceCommand::Keep => self.commit_description(),
            SourceCommand::Forget => self.state.drafts.description = None,
            SourceCommand::SetType(kind) => {
                if let Some(article) = self.state.view.source {
                    self.describe(article, Description::Type(kind));
                }
            }
            SourceCommand::Date(article, words) => self.date(article, &words),
            SourceCommand::AsInFile(kind) => self.say_as_in_file(kind),
            SourceCommand::CopyHash => {
                if let Some(file) = self.shown_file() {
                    ctx.copy_text(file);
                    self.state.view.said = Some("Copied the SHA-256 of the file".to_owned());
                }
            }
            SourceCommand::ShowDropped(show) => self.state.view.show_dropped = show,
            SourceCommand::Restore(words) => {
                if let Some(document) = self.shown_file() {
                    self.write(Command::Restore { document, words });
                }
            }
            SourceCommand::LeaveOut(words) => {
                if let Some(document) = self.shown_file() {
                    self.write(Command::LeaveOut { document, words });
                }
            }
        }
    }

    fn show_source(&mut self, article: DocumentId) {
        self.commit_description();
        self.state.drafts.description = None;
        self.state.view.source = Some(article);
        self.state.view.show_side(SidePage::Source);
    }

    /// Keeps what a field of the panel holds now.
    pub(super) fn keep_description(&mut self, kind: DescriptionKind, words: String) {
        let Some(document) = self.state.view.source else {
            return;
        };
        self.state.drafts.description = Some(DescriptionDraft {
            document,
            kind,
            words,
        });
    }

    /// Puts what was typed about an article into the notebook. What cannot be read stays in its field.
    pub(in crate::app) fn commit_description(&mut self) {
        let Some(draft) = self.state.drafts.description.clone() else {
            return;
        };
        if let Some(description) = typed(draft.kind, &draft.words) {
            self.state.drafts.description = None;
            self.describe(draft.document, description);
        }
    }

    fn say_as_in_file(&mut self, kind: DescriptionKind) {
        self.state.drafts.description = None;
        let Some(article) = self.state.view.source else {
            return;
        };
        if let Some(read) = self.state.documents().get(article.index()) {
            let told = kind.of(&read.metadata);
            self.describe(article, told);
        }
    }

    fn date(&mut self, article: DocumentId, words: &str) {
        match ingest::parse_date(words) {
            Some(date) => self.describe(article, Description::Published(Some(date))),
            None => self.state.tell(
                Tone::Failed,
                format!("“{words}” is no date; write it as 2026-05-14 or 14 May 2026"),
            ),
        }
    }

    /// Says something of an article, unless that is what it says already.
    fn describe(&mut self, article: DocumentId, description: Description) {
        let Some(now) = self.state.comparison.described().get(article.index()) else {
            return;
        };
        // A date typed as it is shown has lost its time of day, and nothing was changed.
        let known = description.kind().of(&now.metadata);
        if known != description && known.words() != description.words() {
            let document = now.origin.sha256.clone();
            self.write(Command::Describe {
                document,
                description,
            });
        }
    }

    /// The SHA-256 of the file whose source is shown.
    pub(super) fn shown_file(&self) -> Option<String> {
        let article = self
            .state
            .documents()
            .get(self.state.view.source?.index())?;
        Some(article.origin.sha256.clone())
    }
}

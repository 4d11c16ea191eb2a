//! What became of the system's dialogs.

use std::path::PathBuf;

use egui::Context;

use super::super::command::{Command, FileCommand};
use super::super::dialogs::{Answer, Outcome, with_extension};
use super::super::state::{Dialog, PathPurpose};
use super::super::window::Window;

impl Window {
    pub(in crate::app) fn drain_dialogs(&mut self, ctx: &Context) {
        while let Some(Answer { purpose, outcome }) = self.dialogs.poll() {
            match outcome {
                Outcome::Chosen(paths) => self.go_on(ctx, purpose, paths),
                Outcome::Canceled => {
                    self.leaving = None;
                    self.replacing = None;
                }
                Outcome::Unavailable(why) => {
                    self.state.drafts.path.clear();
                    self.state.view.dialog = Some(Dialog::TypePath { purpose, why });
                }
            }
        }
    }

    /// Does with the typed path what the dialog would have done.
    pub(super) fn use_path(&mut self, ctx: &Context) {
        let Some(Dialog::TypePath { purpose, .. }) = self.state.view.dialog.take() else {
            return;
        };
        let typed = std::mem::take(&mut self.state.drafts.path);
        let paths = match purpose {
            PathPurpose::OpenArticles => typed.split(';').map(path_of).collect(),
            PathPurpose::OpenNotebook | PathPurpose::Replace => vec![path_of(&typed)],
            PathPurpose::Save => vec![with_extension(path_of(&typed), "counterpoint")],
            PathPurpose::Export(format) => {
                vec![with_extension(path_of(&typed), format.extension())]
            }
        };
        self.go_on(ctx, purpose, paths);
    }

    fn go_on(&mut self, ctx: &Context, purpose: PathPurpose, paths: Vec<PathBuf>) {
        let commands: Vec<FileCommand> = match purpose {
            PathPurpose::OpenArticles => vec![FileCommand::OpenPaths(paths)],
            PathPurpose::Replace => {
                self.replace_with(paths);
                return;
            }
            PathPurpose::OpenNotebook => {
                paths.into_iter().map(FileCommand::OpenNotebookAt).collect()
            }
            PathPurpose::Save => paths.into_iter().map(FileCommand::SaveTo).collect(),
            PathPurpose::Export(format) => paths
                .into_iter()
                .map(|path| FileCommand::ExportTo(path, format))
                .collect(),
        };
        for command in commands {
            self.act(ctx, Command::File(command));
        }
    }
}

fn path_of(typed: &str) -> PathBuf {
    PathBuf::from(typed.trim().trim_matches('"'))
}

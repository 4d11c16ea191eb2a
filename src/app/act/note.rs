//! Writing notes.

use egui::Context;

use super::super::command::{Field, NoteCommand};
use super::super::state::SidePage;
use super::super::window::Window;
use super::told::stamp;
use crate::notebook::{Command, NoteTarget};

impl Window {
    pub(super) fn act_on_note(&mut self, command: NoteCommand) {
        match command {
            NoteCommand::Write => {
                self.state.view.side = SidePage::Finding;
                self.state.view.focus_note = true;
            }
            NoteCommand::Add => {
                let text = std::mem::take(&mut self.state.drafts.free);
                let command = Command::WriteNote {
                    id: self.state.notebook().new_note_id(),
                    target: NoteTarget::Free,
                    text: text.trim().to_owned(),
                };
                self.write(command);
            }
            NoteCommand::Remove(id) => self.write(Command::RemoveNote { id }),
            NoteCommand::Commit => self.commit_note(),
        }
    }

    /// Keeps what a text field holds now.
    pub(super) fn keep_typed(&mut self, ctx: &Context, field: Field, text: String) {
        let drafts = &mut self.state.drafts;
        match field {
            Field::Note => {
                drafts.note = text;
                drafts.typed_at = ctx.input(|input| input.time);
            }
            Field::Reason => drafts.reason = text,
            Field::Evidence => drafts.evidence.words = text,
            Field::EvidenceDate => drafts.evidence.date = text,
            Field::Tag => drafts.tag = text,
            Field::LinkWords => {
                if let Some(link) = &mut drafts.link {
                    link.words = text;
                }
            }
            Field::FreeNote => {
                drafts.free = text;
                drafts.typed_at = ctx.input(|input| input.time);
            }
            Field::Find => drafts.find = text,
            Field::Path => drafts.path = text,
            Field::Author => drafts.author = text,
            Field::Palette => drafts.palette = text,
            Field::EntityFilter => drafts.entity_filter = text,
            Field::EntityName => drafts.entity_name = text,
            Field::MergeFilter => drafts.merge_filter = text,
            Field::TableFilter => drafts.table_filter = text,
            Field::Description(kind) => self.keep_description(kind, text),
        }
    }

    /// Puts the typed note into the notebook, if it says something new.
    pub(in crate::app) fn commit_note(&mut self) {
        if let Some(command) = self.state.typed_note() {
            let stamp = stamp();
            (self.state.comparison).author(|notebook| notebook.apply_at(command, stamp));
        }
    }
}

//! Writing notes.

use egui::Context;

use super::super::command::{Field, NoteCommand};
use super::super::state::{Dialog, MainPage, NoteDraft, SidePage, Tone};
use super::super::window::Window;
use super::hand::{anchor, trimmed};
use super::told::stamp;
use crate::model::DocumentId;
use crate::notebook::{Anchor, Command, NoteId, NoteTarget};
use crate::report::NotePlace;
use crate::report::tables::Passage;
use crate::text::Span;

impl Window {
    pub(super) fn act_on_note(&mut self, command: NoteCommand) {
        match command {
            NoteCommand::Write => {
                self.state.view.show_side(SidePage::Finding);
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
            NoteCommand::OnSelection => self.note_on_selection(),
            NoteCommand::OnEntity => {
                let target = self.anchor_of_card().map(NoteTarget::Entity);
                self.ask_for_note(target);
            }
            NoteCommand::OnArticle => {
                let target = self.shown_file().map(NoteTarget::Document);
                self.ask_for_note(target);
            }
            NoteCommand::OnComparison => self.ask_for_note(Some(NoteTarget::Free)),
            NoteCommand::Change(id) => {
                let note = self.state.notebook().state().notes.get(&id).cloned();
                self.state.drafts.note_on = note.map(|note| NoteDraft {
                    id: Some(id),
                    target: note.target,
                    text: note.text,
                });
                self.state.view.dialog = Some(Dialog::Note);
            }
            NoteCommand::Keep => self.keep_note(),
            NoteCommand::Show(id) => self.show_note(id),
            NoteCommand::SetPrivate(id, private) => {
                self.write(Command::SetPrivate { id, private });
            }
            NoteCommand::Tick(passage, ticked) => self.tick_off(passage, ticked),
            NoteCommand::Remove(id) => self.write(Command::RemoveNote { id }),
            NoteCommand::Commit => self.commit_note(),
        }
    }

    fn note_on_selection(&mut self) {
        let Some(report) = self.state.report().cloned() else {
            return;
        };
        let selected = self.columns.selected_texts();
        let anchors: Vec<Anchor> = selected
            .into_iter()
            .filter_map(|(document, span)| trimmed(&report, document, span))
            .map(|passage| anchor(&report, passage))
            .collect();
        match <[Anchor; 2]>::try_from(anchors) {
            Ok(pair) => self.ask_for_note(Some(NoteTarget::Pair(pair))),
            Err(anchors) => match anchors.into_iter().next() {
                Some(anchor) => self.ask_for_note(Some(NoteTarget::Passage(anchor))),
                None => self.state.tell(
                    Tone::Advice,
                    "Select words in an article to write a note on them",
                ),
            },
        }
    }

    /// Opens the note on a target, or a new one.
    fn ask_for_note(&mut self, target: Option<NoteTarget>) {
        let Some(target) = target else {
            return;
        };
        let notebook = self.state.notebook();
        // There may be many notes on the comparison, and one on each other thing.
        let id = match target {
            NoteTarget::Free => None,
            _ => notebook.note_on(&target),
        };
        let written = id.and_then(|id| notebook.state().notes.get(&id));
        let text = written.map(|note| note.text.clone()).unwrap_or_default();
        self.state.drafts.note_on = Some(NoteDraft { id, target, text });
        self.state.view.dialog = Some(Dialog::Note);
    }

    /// A note without words is removed.
    fn keep_note(&mut self) {
        self.state.view.dialog = None;
        let Some(draft) = self.state.drafts.note_on.take() else {
            return;
        };
        let text = draft.text.trim().to_owned();
        match draft.id {
            Some(id) if text.is_empty() => self.write(Command::RemoveNote { id }),
            id => {
                let id = id.unwrap_or_else(|| self.state.notebook().new_note_id());
                let target = draft.target;
                self.write(Command::WriteNote { id, target, text });
            }
        }
    }

    /// Goes to what a note is about.
    fn show_note(&mut self, id: NoteId) {
        let Some(report) = self.state.report().cloned() else {
            return;
        };
        let note = report.notes.iter().find(|note| note.id == id);
        match note.map(|note| note.place) {
            Some(NotePlace::Finding(index)) => {
                self.state.view.main = MainPage::Read;
                self.state.view.show_side(SidePage::Finding);
                self.select(Some(index));
            }
            Some(NotePlace::Passage(document, span)) => self.show_passage(document, span),
            Some(NotePlace::Pair([one, other])) => {
                self.show_passage(one.0, one.1);
                self.face(one.0, other.0);
                self.columns.bring(other.0, other.1);
            }
            Some(NotePlace::Entity(entity)) => {
                self.state.view.main = MainPage::Read;
                self.open_card(entity);
            }
            Some(NotePlace::Document(document)) => {
                self.state.view.main = MainPage::Read;
                self.face(document, document);
                self.state.view.source = Some(document);
                self.state.view.show_side(SidePage::Source);
            }
            Some(NotePlace::Free | NotePlace::Unmatched) | None => {}
        }
    }

    pub(super) fn show_passage(&mut self, document: DocumentId, span: Span) {
        self.state.view.main = MainPage::Read;
        self.face(document, document);
        self.columns.bring(document, span);
    }

    fn tick_off(&mut self, passage: Passage, ticked: bool) {
        let Some(report) = self.state.report().cloned() else {
            return;
        };
        let there = report.tick_at(passage.document, passage.span);
        let passage = match (there, ticked) {
            (Some(tick), false) => tick.anchor.clone(),
            (None, true) => anchor(&report, passage),
            _ => return,
        };
        self.write(Command::Tick { passage, ticked });
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
            Field::NoteOn => {
                if let Some(note) = &mut drafts.note_on {
                    note.text = text;
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

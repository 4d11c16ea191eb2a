//! One frame: take in what happened, act on it, draw.

use std::collections::VecDeque;
use std::path::PathBuf;

use egui::{Context, Event, Ui, ViewportCommand};

use super::act::stamp;
use super::command::{Command, FileCommand};
use super::dialogs::Dialogs;
use super::panels;
use super::reading::ReadingView;
use super::recovery::{Recovery, Work};
use super::state::{Dialog, Several, State, Then};
use super::worker::Worker;

/// Seconds without a key before a typed note becomes part of the notebook.
const TYPING_PAUSE: f64 = 1.5;

/// The window with everything behind it.
pub struct Window {
    pub state: State,
    pub(super) worker: Box<dyn Worker>,
    pub(super) dialogs: Box<dyn Dialogs>,
    pub(super) recovery: Recovery,
    pub(super) columns: ReadingView,
    /// The article, by its SHA-256, whose place the next one read takes.
    pub(super) replacing: Option<String>,
    /// The files that are being read, to be offered again later.
    pub(super) reading: Vec<PathBuf>,
    /// The number of the articles asked for last, and of the last that the reader canceled.
    pub(super) batch: u64,
    pub(super) canceled: u64,
    /// Files of several articles that the reader is to choose from.
    pub(super) asking: VecDeque<Several>,
    /// How many articles came from the clipboard.
    pub(super) pasted: usize,
    /// What the desktop was last told.
    title: String,
    /// What follows once the notebook is saved.
    pub(super) leaving: Option<Then>,
}

impl Window {
    pub fn new(worker: Box<dyn Worker>, dialogs: Box<dyn Dialogs>, recovery: Recovery) -> Self {
        let mut state = State::default();
        state.view.dialog = recovery
            .left_over()
            .map(|path| Dialog::Recovered(path.to_owned()));
        Self {
            state,
            worker,
            dialogs,
            recovery,
            columns: ReadingView::default(),
            replacing: None,
            reading: Vec::new(),
            batch: 0,
            canceled: 0,
            asking: VecDeque::new(),
            pasted: 0,
            title: String::new(),
            leaving: None,
        }
    }

    /// Everything but drawing; also runs while the window is hidden.
    pub fn logic(&mut self, ctx: &Context) {
        self.drain(ctx);
        self.drain_dialogs(ctx);
        self.take_drops(ctx);
        self.take_paste(ctx);
        self.ask_which();
        // The card of two passages is a way to go through the findings, not a question.
        if matches!(self.state.view.dialog, None | Some(Dialog::Together)) {
            for command in Command::pressed(ctx, &self.state) {
                self.act(ctx, command);
            }
        }
        self.hold_closing(ctx);
        self.keep_work(ctx);
    }

    /// Draws, then acts on what was pressed.
    pub fn ui(&mut self, ui: &mut Ui) {
        let mut commands = Vec::new();
        panels::window_ui(ui, &self.state, &mut self.columns, &mut commands);
        self.state.view.focus_note = false;
        self.state.view.focus_find = false;
        self.state.view.focus_edit = false;
        self.state.view.focus_part = false;
        self.state.view.focus_card = None;
        self.state.view.bring_level = false;
        self.state.view.scroll_to_entity = None;
        let ctx = ui.ctx().clone();
        for command in commands {
            self.act(&ctx, command);
        }
        let title = panels::title(&self.state);
        if title != self.title {
            // Sent each frame, it would call for another frame each time.
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn take_drops(&mut self, ctx: &Context) {
        let paths: Vec<PathBuf> = ctx.input_mut(|input| {
            std::mem::take(&mut input.raw.dropped_files)
                .iter()
                .map(|file| file.path().to_owned())
                .collect()
        });
        if !paths.is_empty() {
            self.act(ctx, Command::File(FileCommand::OpenPaths(paths)));
        }
    }

    /// What is pasted outside of a text field becomes an article.
    fn take_paste(&mut self, ctx: &Context) {
        if self.state.view.dialog.is_some() || ctx.text_edit_focused() {
            return;
        }
        let pasted = ctx.input_mut(|input| {
            let place = input
                .events
                .iter()
                .position(|event| matches!(event, Event::Paste(_)))?;
            match input.events.remove(place) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        if pasted.is_some() {
            self.paste(pasted);
        }
    }

    /// Asks before the window closes over unsaved work.
    fn hold_closing(&mut self, ctx: &Context) {
        if self.state.view.closing || !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.commit_note();
        if self.state.comparison.unsaved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        self.leave(ctx, Then::Quit);
    }

    fn keep_work(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let idle = now - self.state.drafts.typed_at;
        if idle >= TYPING_PAUSE {
            self.commit_note();
        } else {
            ctx.request_repaint_after_secs((TYPING_PAUSE - idle) as f32);
        }
        let state = &self.state;
        let work = Work {
            version: state.comparison.version(),
            typed_at: state.drafts.typed_at,
        };
        let unsaved = state.comparison.unsaved() || state.has_typed();
        let worker = self.worker.as_mut();
        let again = self
            .recovery
            .tick(now, unsaved.then_some(work), worker, || {
                let documents = state.comparison.read().to_vec();
                (documents, state.with_typed(&stamp()))
            });
        if let Some(seconds) = again {
            ctx.request_repaint_after_secs(seconds as f32);
        }
    }
}

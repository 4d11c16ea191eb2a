//! Going through the findings and deciding on them.

use egui::Context;

use super::super::command::FindingCommand;
use super::super::state::{Comparison, MainPage, SidePage, Tab, Tone};
use super::super::window::Window;
use crate::model::{DocumentId, Verdict};
use crate::notebook::{Command, Decision, NoteTarget};
use crate::report::{Finding, Report, letter};

impl Window {
    pub(super) fn act_on_finding(&mut self, ctx: &Context, command: FindingCommand) {
        match command {
            FindingCommand::Next => self.step(ctx, 1, |_| true),
            FindingCommand::Previous => self.step(ctx, -1, |_| true),
            FindingCommand::NextConflict => self.step(ctx, 1, contradicts),
            FindingCommand::PreviousConflict => self.step(ctx, -1, contradicts),
            FindingCommand::Select(index) => {
                self.state.view.main = MainPage::Read;
                self.state.view.show_side(SidePage::Finding);
                self.select(index);
            }
            FindingCommand::Confirm => self.decide(Decision::Confirmed),
            FindingCommand::Dismiss => self.decide(Decision::Dismissed),
            FindingCommand::CopyQuote => {
                if let (Some(report), Some(finding)) =
                    (self.state.report(), self.state.selected_finding())
                {
                    ctx.copy_text(quotation(report, finding));
                    self.state.tell(Tone::Done, "Copied both passages");
                }
            }
            FindingCommand::Undo => self.undo(),
            FindingCommand::Redo => self.redo(),
        }
    }

    /// Shows a finding in the list, in both columns and on the right.
    pub(in crate::app) fn select(&mut self, index: Option<usize>) {
        self.commit_note();
        if self.state.view.selected != index {
            self.state.view.reviewing = None;
        }
        self.state.view.selected = index;
        self.state.view.bring_level = index.is_some();
        self.load_note();
        let sides = self
            .state
            .selected_finding()
            .map(|finding| finding.conflict.sides.each_ref().map(|side| side.document));
        if let Some([left, right]) = sides {
            self.face(left, right);
        }
    }

    /// Turns the columns so that both articles can be seen; leaves them where they can already.
    pub(super) fn face(&mut self, left: DocumentId, right: DocumentId) {
        let columns = &mut self.state.view.columns;
        let seen = |article: DocumentId, columns: &[usize; 2]| columns.contains(&article.index());
        if left == right {
            if !seen(left, columns) {
                columns[0] = left.index();
            }
        } else if !(seen(left, columns) && seen(right, columns)) {
            *columns = [left.index(), right.index()];
        }
    }

    /// Goes to the next finding of the list in a direction, around its end.
    fn step(&mut self, ctx: &Context, direction: isize, wanted: impl Fn(&Finding) -> bool) {
        // Who goes on from a note means to decide on the next finding, not to write on.
        if ctx.text_edit_focused() {
            ctx.memory_mut(|memory| memory.stop_text_input());
        }
        self.state.view.main = MainPage::Read;
        self.state.view.tab = Tab::Conflicts;
        self.state.view.show_side(SidePage::Finding);
        let Some(report) = self.state.report() else {
            return;
        };
        let listed = self.state.visible();
        let place = |index: usize| listed.iter().position(|other| *other == index);
        let here = self.state.view.selected.and_then(place);
        let candidates = || listed.iter().copied().enumerate();
        let wanted = |(_, index): &(usize, usize)| wanted(&report.findings[*index]);
        let beyond = |(at, _): &(usize, usize)| match here {
            Some(here) if direction > 0 => *at > here,
            Some(here) => *at < here,
            None => false,
        };
        let next = if direction > 0 {
            let next = candidates().filter(wanted).find(beyond);
            next.or_else(|| candidates().find(wanted))
        } else {
            let next = candidates().rev().filter(wanted).find(beyond);
            next.or_else(|| candidates().rev().find(wanted))
        };
        if let Some((_, index)) = next {
            self.select(Some(index));
        }
    }

    /// Decides on the selected finding; the same decision once more takes it back.
    fn decide(&mut self, decision: Decision) {
        let Some(finding) = self.state.selected_finding() else {
            return;
        };
        let command = Command::Decide {
            finding: finding.key.clone(),
            decision: (finding.decision != Some(decision)).then_some(decision),
        };
        self.state.view.reviewing = None;
        self.write(command);
    }

    /// Changes the notebook and does what follows from that.
    pub(super) fn author(&mut self, change: impl FnOnce(&mut crate::notebook::Notebook)) {
        // A finding below the threshold may have come or gone with its decision.
        if self.keeping_selection(|comparison| comparison.author(change)) {
            self.analyze();
        }
    }

    /// Shows findings from another confidence on.
    pub(super) fn show_from(&mut self, threshold: f32) {
        self.keeping_selection(|comparison| comparison.set_threshold(threshold));
    }

    /// Changes what is listed; the selected finding stays selected while it is there.
    fn keeping_selection<T>(&mut self, change: impl FnOnce(&mut Comparison) -> T) -> T {
        self.commit_note();
        let selected = self
            .state
            .selected_finding()
            .map(|finding| finding.key.clone());
        let result = change(&mut self.state.comparison);
        self.state.view.selected = self.state.report().and_then(|report| {
            report
                .findings
                .iter()
                .position(|finding| Some(&finding.key) == selected.as_ref())
        });
        self.load_note();
        result
    }

    /// Fills the note field with the note on the selected finding.
    fn load_note(&mut self) {
        let about = self
            .state
            .selected_finding()
            .map(|finding| finding.key.clone());
        let notebook = self.state.notebook();
        let text = about
            .as_ref()
            .and_then(|key| notebook.note_on(&NoteTarget::Finding(key.clone())))
            .and_then(|id| notebook.state().notes.get(&id))
            .map(|note| note.text.clone())
            .unwrap_or_default();
        self.state.drafts.note = text;
        self.state.drafts.about = about;
    }
}

fn contradicts(finding: &Finding) -> bool {
    finding.conflict.verdict == Verdict::Conflict
}

/// Both passages in their sentences, with outlet, title and the reason.
fn quotation(report: &Report, finding: &Finding) -> String {
    let mut lines = vec![format!(
        "{} ({})",
        finding.heading,
        finding.conflict.verdict.title()
    )];
    for quote in &finding.quotes {
        let document = report.analysis.document(quote.document);
        let sentence = document.text.get(quote.sentence).unwrap_or_default();
        let words: Vec<&str> = sentence.split_whitespace().collect();
        lines.push(format!(
            "{} · {}: “{}” ({})",
            letter(quote.document),
            document.label(),
            words.join(" "),
            quote.voice
        ));
    }
    lines.push(finding.conflict.explanation.clone());
    lines.join("\n")
}

//! Linking passages by hand.

use super::super::command::HandCommand;
use super::super::state::{Dialog, LinkDraft, MainPage, SidePage, Tone};
use super::super::window::Window;
use crate::model::DocumentId;
use crate::notebook::{Anchor, Command, FindingKey, Relation};
use crate::report::Report;
use crate::report::tables::Passage;
use crate::text::Span;

impl Window {
    pub(super) fn act_on_hand(&mut self, command: HandCommand) {
        match command {
            HandCommand::Link => match self.selected_pair() {
                Some(sides) => {
                    self.state.view.main = MainPage::Read;
                    self.state.drafts.link = Some(LinkDraft::of(sides));
                    self.state.view.dialog = Some(Dialog::Link);
                }
                None => self.state.tell(
                    Tone::Advice,
                    "Select words in one article, then words in the other, and link them",
                ),
            },
            HandCommand::Relate(relation) => {
                if let Some(link) = &mut self.state.drafts.link {
                    link.relation = relation;
                }
            }
            HandCommand::SetKind(kind) => {
                if let Some(link) = &mut self.state.drafts.link {
                    link.kind = kind;
                }
            }
            HandCommand::Keep => self.keep_link(),
            HandCommand::Remove(id) => self.write(Command::Unlink { id }),
        }
    }

    /// The words selected in the two articles that face each other, in the order of selecting.
    pub(super) fn selected_pair(&self) -> Option<[Passage; 2]> {
        let report = self.state.report()?;
        let selected = self.columns.selected_texts();
        let passages: Vec<Passage> = selected
            .into_iter()
            .filter_map(|(document, span)| trimmed(report, document, span))
            .collect();
        <[Passage; 2]>::try_from(passages).ok()
    }

    fn keep_link(&mut self) {
        self.state.view.dialog = None;
        let (Some(draft), Some(report)) =
            (self.state.drafts.link.take(), self.state.report().cloned())
        else {
            return;
        };
        let sides = draft.sides.map(|side| anchor(&report, side));
        if self.state.hides_findings() {
            self.write(Command::MarkPassages {
                id: self.state.notebook().new_mark_id(),
                passages: sides.to_vec(),
                words: draft.words.trim().to_owned(),
            });
            return;
        }
        let relation = draft.named();
        let finding = match relation {
            Relation::Contradicts(kind) => Some(FindingKey {
                kind,
                sides: sides.clone(),
            }),
            _ => None,
        };
        let id = self.state.notebook().new_link_id();
        self.write(Command::LinkPassages {
            id,
            relation,
            sides,
        });
        let Some(key) = finding else {
            return;
        };
        let made = self.state.report().and_then(|report| {
            let mut findings = report.findings.iter();
            findings.position(|finding| finding.key == key)
        });
        if made.is_some() {
            self.state.view.show_side(SidePage::Finding);
            self.select(made);
        }
    }
}

pub(super) fn anchor(report: &Report, passage: Passage) -> Anchor {
    Anchor::of(report.analysis.document(passage.document), passage.span)
}

/// What was selected without the space around it; nothing where that was all.
pub(super) fn trimmed(report: &Report, document: DocumentId, span: Span) -> Option<Passage> {
    let words = report.analysis.document(document).text.get(span)?;
    let start = span.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    let span = Span::new(start, end);
    (!span.is_empty()).then_some(Passage { document, span })
}

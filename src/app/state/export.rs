//! What the next export takes along.

use super::State;
use crate::export::{Filter, Options, Selection};

/// What the reader ticked in the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakeAlong {
    pub unreviewed: bool,
    pub private: bool,
    /// Nothing but open questions.
    pub open: bool,
    /// Also what the filter of the list does not show.
    pub hidden: bool,
    pub texts: bool,
}

impl Default for TakeAlong {
    fn default() -> Self {
        Self {
            unreviewed: false,
            private: false,
            open: false,
            hidden: false,
            texts: true,
        }
    }
}

/// One of the ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportPart {
    Unreviewed,
    Private,
    Open,
    Hidden,
    Texts,
}

impl TakeAlong {
    pub fn takes(self, part: ExportPart) -> bool {
        match part {
            ExportPart::Unreviewed => self.unreviewed,
            ExportPart::Private => self.private,
            ExportPart::Open => self.open,
            ExportPart::Hidden => self.hidden,
            ExportPart::Texts => self.texts,
        }
    }

    pub fn set(&mut self, part: ExportPart, taken: bool) {
        match part {
            ExportPart::Unreviewed => self.unreviewed = taken,
            ExportPart::Private => self.private = taken,
            ExportPart::Open => self.open = taken,
            ExportPart::Hidden => self.hidden = taken,
            ExportPart::Texts => self.texts = taken,
        }
    }
}

impl State {
    /// The ticks as the formats understand them; the day is added when the file is written.
    pub fn export_options(&self) -> Options {
        let chosen = self.view.take_along;
        let author = self.drafts.author.trim();
        Options {
            include_unreviewed: chosen.unreviewed,
            include_private: chosen.private,
            open_questions: chosen.open,
            full_texts: chosen.texts,
            // A table made here is most likely opened in Excel.
            byte_order_mark: true,
            filter: self.filter().filter(|_| !chosen.hidden),
            author: (!author.is_empty()).then(|| author.to_owned()),
            date: None,
        }
    }

    /// What the list of findings shows at present, where that is not all of them.
    pub fn filter(&self) -> Option<Filter> {
        let report = self.report()?;
        let visible = self.visible();
        (visible.len() < report.findings.len()).then(|| Filter {
            findings: visible
                .iter()
                .map(|index| report.findings[*index].number)
                .collect(),
            words: self.view.listing.words(),
        })
    }

    /// "2 findings and 1 note go along", and what does not.
    pub fn export_in_words(&self) -> Vec<String> {
        let Some(report) = self.report() else {
            return Vec::new();
        };
        let selection = Selection::of(report, &self.export_options());
        let on_findings = selection.findings.iter();
        let on_findings = on_findings.filter(|one| selection.note(one).is_some());
        let notes = selection.notes.len() + on_findings.count();
        let counted = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        let go = format!(
            "{} and {} go along",
            counted(selection.findings.len(), "finding"),
            counted(notes, "note")
        );
        [vec![go], selection.left_out].concat()
    }
}

//! What the reader's review of the findings comes to.

use super::State;
use crate::notebook::{Likeness, Muted, Step, TagId, deed};
use crate::report::Finding;

impl State {
    /// The other findings that are like the selected one and not dismissed: of its kind, about the same two names or
    /// values. Indexes into the report's findings.
    pub fn alike(&self) -> Vec<usize> {
        let (Some(report), Some(selected)) = (self.report(), self.selected_finding()) else {
            return Vec::new();
        };
        let likeness = |finding: &Finding| Likeness::of(&report.analysis, &finding.conflict);
        let wanted = likeness(selected);
        let findings = report.findings.iter().enumerate();
        findings
            .filter(|(_, finding)| {
                finding.number != selected.number
                    && finding.conflict.kind == wanted.kind
                    && !finding.dismissed()
                    && likeness(finding) == wanted
            })
            .map(|(index, _)| index)
            .collect()
    }

    /// What is muted, each with its words and how many findings it takes off the list.
    pub fn muted(&self) -> Vec<(Muted, String, usize)> {
        let Some(report) = self.report() else {
            return Vec::new();
        };
        let off = |what: &Muted| {
            let mutes = |finding: &&Finding| match what {
                Muted::Kind(kind) => finding.conflict.kind == *kind,
                Muted::Alike(likeness) => {
                    Likeness::of(&report.analysis, &finding.conflict) == *likeness
                }
            };
            report.muted.iter().filter(mutes).count()
        };
        let muted = self.notebook().state().muted.iter();
        muted
            .map(|what| (what.clone(), what.words(), off(what)))
            .collect()
    }

    pub fn tag_of_digit(&self, digit: u8) -> Option<TagId> {
        let mut tags = self.notebook().state().tags.values();
        tags.find(|tag| tag.shortcut == Some(digit))
            .map(|tag| tag.id)
    }

    /// "dismissing finding 3": what undo would take back.
    pub fn undoes(&self) -> Option<String> {
        self.deed(self.notebook().undoes())
    }

    /// What redo would do again.
    pub fn redoes(&self) -> Option<String> {
        self.deed(self.notebook().redoes())
    }

    fn deed(&self, steps: &[Step]) -> Option<String> {
        let numbers = self.notebook().numbers();
        deed(
            steps,
            |finding| numbers.of(finding),
            |sha256| self.file_of(sha256).to_owned(),
        )
    }

    /// The name of the file with this SHA-256.
    pub fn file_of(&self, sha256: &str) -> &str {
        let mut documents = self.comparison.read().iter();
        documents
            .find(|document| document.origin.sha256 == sha256)
            .map_or("an article", |document| &document.origin.file)
    }
}

//! What the reader says of the selected finding, beyond yes and no.

use super::super::command::ReviewCommand;
use super::super::state::{EvidenceDraft, FindingPart, SidePage, Tone};
use super::super::window::Window;
use crate::ingest;
use crate::model::{Kind, Verdict};
use crate::notebook::{Command, Decision, Evidence, Muted, Outcome, REASONS, Standing};
use crate::report::{Finding, Proposed};

impl Window {
    pub(super) fn act_on_review(&mut self, command: ReviewCommand) {
        if let ReviewCommand::Unmute(what) = command {
            self.write(Command::Unmute { what });
            return;
        }
        let Some(finding) = self.state.selected_finding().cloned() else {
            return;
        };
        match command {
            ReviewCommand::Edit(part) => self.open_part(part, &finding),
            ReviewCommand::CloseEdit => self.state.view.reviewing = None,
            ReviewCommand::Reason(words) => {
                let given = finding.reason.as_deref() == Some(words);
                self.give_reason(&finding, (!given).then(|| words.to_owned()));
            }
            ReviewCommand::OwnReason => {
                let words = self.state.drafts.reason.trim().to_owned();
                self.give_reason(&finding, Some(words));
            }
            ReviewCommand::SetKind(kind) => self.reclassify(&finding, Some(kind), None),
            ReviewCommand::SetVerdict(verdict) => self.reclassify(&finding, None, Some(verdict)),
            ReviewCommand::AsFound => self.write(Command::Reclassify {
                finding: finding.key,
                kind: None,
                verdict: None,
            }),
            ReviewCommand::Stand(standing) => self.stand(finding, standing),
            ReviewCommand::SetEvidenceSort(sort) => self.state.drafts.evidence.sort = sort,
            ReviewCommand::AddEvidence => self.add_evidence(finding),
            ReviewCommand::RemoveEvidence(index) => {
                let mut outcome = finding.outcome.clone().unwrap_or_default();
                if index < outcome.evidence.len() {
                    outcome.evidence.remove(index);
                    self.settle(finding, outcome);
                }
            }
            ReviewCommand::DismissAlike => self.dismiss_alike(&finding),
            ReviewCommand::MuteKind => self.write(Command::Mute {
                what: Muted::Kind(finding.conflict.kind),
            }),
            ReviewCommand::Unlink => {
                if let Some(id) = finding.by_hand {
                    self.write(Command::Unlink { id });
                }
            }
            ReviewCommand::Unmute(_) => {}
        }
    }

    fn open_part(&mut self, part: FindingPart, finding: &Finding) {
        match part {
            FindingPart::Reason => {
                let own = finding.reason.clone().filter(|words| !is_listed(words));
                self.state.drafts.reason = own.unwrap_or_default();
            }
            FindingPart::Evidence => {
                self.state.drafts.evidence = EvidenceDraft {
                    date: jiff::Zoned::now().date().to_string(),
                    ..EvidenceDraft::default()
                }
            }
            FindingPart::Class => {}
            FindingPart::Tag => self.state.drafts.tag.clear(),
        }
        let view = &mut self.state.view;
        view.show_side(SidePage::Finding);
        view.reviewing = Some(part);
        view.focus_part = true;
    }

    fn give_reason(&mut self, finding: &Finding, reason: Option<String>) {
        self.state.view.reviewing = None;
        self.state.drafts.reason.clear();
        self.write(Command::GiveReason {
            finding: finding.key.clone(),
            reason,
        });
    }

    /// Calls it another kind or verdict, and keeps the other as it was called.
    fn reclassify(&mut self, finding: &Finding, kind: Option<Kind>, verdict: Option<Verdict>) {
        let now = &finding.conflict;
        let found = finding.proposed.unwrap_or(Proposed {
            kind: now.kind,
            verdict: now.verdict,
        });
        let kind = kind.unwrap_or(now.kind);
        let verdict = verdict.unwrap_or(now.verdict);
        self.write(Command::Reclassify {
            finding: finding.key.clone(),
            kind: (kind != found.kind).then_some(kind),
            verdict: (verdict != found.verdict).then_some(verdict),
        });
    }

    fn stand(&mut self, finding: Finding, standing: Standing) {
        let evidence = finding.outcome.clone().unwrap_or_default().evidence;
        self.settle(finding, Outcome { standing, evidence });
    }

    /// An open question without evidence is what there is without a word.
    fn settle(&mut self, finding: Finding, outcome: Outcome) {
        self.write(Command::Settle {
            finding: finding.key,
            outcome: (outcome != Outcome::default()).then_some(outcome),
        });
    }

    fn add_evidence(&mut self, finding: Finding) {
        let draft = &self.state.drafts.evidence;
        let typed = draft.date.trim();
        let date = ingest::parse_date(typed).map(|date| date.day);
        if date.is_none() && !typed.is_empty() {
            let said = format!("“{typed}” is no date; write it as 2026-05-14 or 14 May 2026");
            self.state.tell(Tone::Failed, said);
            return;
        }
        let evidence = Evidence {
            sort: draft.sort,
            words: draft.words.trim().to_owned(),
            date,
        };
        let mut outcome = finding.outcome.clone().unwrap_or_default();
        outcome.evidence.push(evidence);
        self.state.view.reviewing = None;
        self.state.drafts.evidence = EvidenceDraft::default();
        self.settle(finding, outcome);
    }

    /// Dismisses them for the reason that was given for this one; undo takes all of them back.
    fn dismiss_alike(&mut self, finding: &Finding) {
        let Some(report) = self.state.report() else {
            return;
        };
        let alike = self.state.alike();
        let commands: Vec<Command> = (alike.iter().map(|index| &report.findings[*index]))
            .chain([finding])
            .flat_map(|finding_there| {
                let decide = Command::Decide {
                    finding: finding_there.key.clone(),
                    decision: Some(Decision::Dismissed),
                };
                let reason = finding.reason.clone().map(|reason| Command::GiveReason {
                    finding: finding_there.key.clone(),
                    reason: Some(reason),
                });
                std::iter::once(decide).chain(reason)
            })
            .collect();
        let said = match alike.len() {
            1 => "Dismissed 1 more like it".to_owned(),
            count => format!("Dismissed {count} more like it"),
        };
        self.write_together(commands, said);
    }
}

/// Whether a reason is one of those that are offered.
fn is_listed(words: &str) -> bool {
    REASONS.contains(&words)
}

//! The part of the JSON report that the reader wrote, as far as the selection lets it through.

use super::build::{Builder, conflict_id, names};
use super::shape::{DecisionOn, Link, Mark, Note, Notebook, OutcomeOf, Tag};
use crate::export::options::Selection;
use crate::notebook;
use crate::report::{self, Finding, NotePlace, Report};

pub fn notebook<'a>(
    builder: &Builder<'a>,
    report: &'a Report,
    selection: &Selection<'a>,
    listed: &[&'a Finding],
) -> Notebook<'a> {
    let authored = Authored {
        builder,
        report,
        selection,
        listed,
    };
    Notebook {
        decisions: authored.decisions(),
        outcomes: authored.outcomes(),
        links: selection.links.iter().copied().map(link).collect(),
        notes: authored.notes(),
        tags: authored.tags(),
        ticks: selection.ticks.iter().map(|tick| &tick.anchor).collect(),
        marks: selection.marks.iter().copied().map(mark).collect(),
        muted: &report.mutes,
        corrections: &report.corrections,
    }
}

struct Authored<'a, 's> {
    builder: &'s Builder<'a>,
    report: &'a Report,
    selection: &'s Selection<'a>,
    /// The findings that the report lists as conflicts.
    listed: &'s [&'a Finding],
}

impl<'a> Authored<'a, '_> {
    /// With everything, what was said of findings below the threshold is told as well: opened again, it is there.
    fn tells(&self, finding: &Finding) -> bool {
        let mut selected = self.selection.findings.iter();
        !self.selection.open_questions || selected.any(|one| one.number == finding.number)
    }

    fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        self.report.findings.iter().filter(|one| self.tells(one))
    }

    fn id_of(&self, finding: &Finding) -> Option<String> {
        let mut listed = self.listed.iter();
        let there = listed.any(|one| one.number == finding.number);
        there.then(|| conflict_id(finding))
    }

    fn decisions(&self) -> Vec<DecisionOn<'a>> {
        let decided = self.findings().filter_map(|finding| {
            Some(DecisionOn {
                conflict: self.id_of(finding),
                decision: finding.decision?,
                reason: finding.reason.as_deref(),
                stamp: &finding.stamp,
                kind: finding.key.kind,
                sides: &finding.key.sides,
            })
        });
        let unmatched = (self.report.unmatched_decisions.iter())
            .filter(|_| !self.selection.open_questions)
            .map(|(key, decided)| DecisionOn {
                conflict: None,
                decision: decided.decision,
                reason: decided.reason.as_deref(),
                stamp: &decided.stamp,
                kind: key.kind,
                sides: &key.sides,
            });
        decided.chain(unmatched).collect()
    }

    fn outcomes(&self) -> Vec<OutcomeOf<'a>> {
        let settled = self.findings().filter_map(|finding| {
            Some(OutcomeOf {
                conflict: self.id_of(finding),
                outcome: finding.outcome.as_ref()?,
                kind: finding.key.kind,
                sides: &finding.key.sides,
            })
        });
        let unmatched = (self.report.unmatched_outcomes.iter())
            .filter(|_| !self.selection.open_questions)
            .map(|(key, outcome)| OutcomeOf {
                conflict: None,
                outcome,
                kind: key.kind,
                sides: &key.sides,
            });
        settled.chain(unmatched).collect()
    }

    fn tags(&self) -> Vec<Tag<'a>> {
        let tags = self.report.tags.iter().filter(|tag| !self.hides(tag));
        tags.map(|tag| Tag {
            name: &tag.name,
            color: tag.color,
            shortcut: tag.shortcut,
            findings: self
                .findings()
                .filter(|finding| finding.tags.contains(&tag.id))
                .map(|finding| &finding.key)
                .collect(),
        })
        .collect()
    }

    /// What stands on private notes alone stays with them.
    fn hides(&self, tag: &notebook::Tag) -> bool {
        let mut findings = self.report.findings.iter();
        let notes = self.report.notes.iter();
        let (kept, private): (Vec<_>, Vec<_>) = notes
            .filter(|note| note.tags.contains(&tag.id))
            .partition(|note| self.selection.keeps(note));
        !private.is_empty()
            && kept.is_empty()
            && !findings.any(|finding| finding.tags.contains(&tag.id))
    }

    fn notes(&self) -> Vec<Note<'a>> {
        let kept = self.report.notes.iter().filter(|note| {
            self.selection.keeps(note)
                && match note.place {
                    NotePlace::Finding(index) => self.tells(&self.report.findings[index]),
                    _ => !self.selection.open_questions,
                }
        });
        kept.map(|note| self.note(note)).collect()
    }

    fn note(&self, note: &'a report::Note) -> Note<'a> {
        let (document, span) = match note.place {
            NotePlace::Passage(document, span) => (Some(document), Some(span)),
            NotePlace::Document(document) => (Some(document), None),
            NotePlace::Finding(_)
            | NotePlace::Pair(_)
            | NotePlace::Entity(_)
            | NotePlace::Free
            | NotePlace::Unmatched => (None, None),
        };
        let place = document.zip(span);
        let place = place.map(|(id, span)| self.builder.place(id, span));
        Note {
            id: note.id.to_string(),
            text: &note.text,
            conflict: match note.place {
                NotePlace::Finding(index) => self.id_of(&self.report.findings[index]),
                _ => None,
            },
            document: document.map(|id| id.to_string()),
            start: place.as_ref().map(|place| place.start),
            end: place.as_ref().map(|place| place.end),
            matched: note.place != NotePlace::Unmatched,
            target: &note.target,
            private: note.private,
            tags: names(self.report, &note.tags),
            stamp: &note.stamp,
        }
    }
}

fn link(link: &report::Link) -> Link<'_> {
    Link {
        relation: &link.relation,
        sides: &link.anchors,
        stamp: &link.stamp,
    }
}

fn mark(mark: &report::Mark) -> Mark<'_> {
    Mark {
        words: &mark.words,
        passages: &mark.anchors,
    }
}

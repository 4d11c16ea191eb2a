//! What holds for every format: any report can be written, the same one to the same bytes, and nothing leaks.

mod hand;

use std::sync::Arc;

use super::*;
use crate::model::{Analysis, DocumentId, Kind};
use crate::notebook::{
    Command, Decision, Evidence, EvidenceSort, FindingKey, NoteTarget, Notebook, Outcome, Standing,
};
use crate::report::told::{Told, analysis};

fn told() -> Analysis {
    let told = |text, clause| Told {
        text,
        clause,
        ..Told::default()
    };
    analysis([
        told("Only 17 officials were hurt.", "17 officials were hurt"),
        told("19 were hurt.", "19 were hurt"),
    ])
}

fn everything() -> Options {
    Options {
        include_unreviewed: true,
        include_private: true,
        full_texts: true,
        ..Options::default()
    }
}

/// A notebook with a note on the one finding, and one on the whole.
fn noted(analysis: &Analysis, text: &str, private: bool) -> Notebook {
    let mut notebook = Notebook::default();
    let key = FindingKey::of(analysis, &analysis.conflicts[0]);
    for target in [NoteTarget::Finding(key), NoteTarget::Free] {
        let id = notebook.new_note_id();
        notebook.apply(Command::WriteNote {
            id,
            target,
            text: text.to_owned(),
        });
        notebook.apply(Command::SetPrivate { id, private });
    }
    notebook
}

/// What a format writes; archives and pages as a reader of such files sees them.
fn read(report: &Report, format: Format, options: &Options) -> String {
    let bytes = write(report, format, options);
    assert_eq!(bytes, write(report, format, options), "{}", format.name());
    match format {
        Format::Docx | Format::Pdf => {
            let name = format!("report.{}", format.extension());
            let document = crate::ingest::read(&name, &bytes).unwrap();
            document.text.as_str().to_owned()
        }
        Format::Qdpx => {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let project = archive.by_name("project.qde").unwrap();
            std::io::read_to_string(project).unwrap()
        }
        _ => String::from_utf8(bytes).unwrap(),
    }
}

#[test]
fn every_format_writes_reports_without_findings_and_without_articles() {
    let mut quiet = told();
    quiet.conflicts.clear();
    for analysis in [Analysis::default(), quiet] {
        let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
        for format in Format::ALL {
            assert!(
                !read(&report, format, &everything()).is_empty(),
                "{}",
                format.name()
            );
        }
    }
}

#[test]
fn a_finding_within_one_article_says_so() {
    let mut analysis = told();
    let first = analysis.conflicts[0].sides[0].clone();
    assert_eq!(first.document, DocumentId(0));
    analysis.conflicts[0].sides[1] = first;
    let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
    for format in Format::ALL {
        let written = read(&report, format, &everything());
        let on_paper = matches!(
            format,
            Format::Html | Format::Pdf | Format::Docx | Format::Markdown
        );
        assert!(!on_paper || written.contains("Within A"), "{written}");
    }
}

#[test]
fn private_notes_leave_in_no_format_unless_asked_for() {
    let analysis = told();
    let notebook = noted(&analysis, "zebra", true);
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    let public = Options {
        include_private: false,
        ..everything()
    };
    for format in Format::ALL {
        let written = read(&report, format, &public);
        assert!(!written.contains("zebra"), "{written}");
        let said = written.contains("2 private notes are left out");
        assert!(said || format == Format::Csv, "{written}");
        let written = read(&report, format, &everything());
        assert!(written.contains("zebra"), "{written}");
    }
}

#[test]
fn decision_reason_outcome_and_evidence_stand_with_the_finding() {
    let analysis = told();
    let finding = FindingKey::of(&analysis, &analysis.conflicts[0]);
    let mut notebook = Notebook::default();
    notebook.apply(Command::Decide {
        finding: finding.clone(),
        decision: Some(Decision::Confirmed),
    });
    notebook.apply(Command::GiveReason {
        finding: finding.clone(),
        reason: Some("Both count the same people".to_owned()),
    });
    let outcome = Outcome {
        standing: Standing::SecondStands,
        evidence: vec![Evidence {
            sort: EvidenceSort::Call,
            words: "the harbor office counted again".to_owned(),
            date: None,
        }],
    };
    notebook.apply(Command::Settle {
        finding,
        outcome: Some(outcome),
    });
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    for format in [Format::Html, Format::Markdown, Format::Csv, Format::Qdpx] {
        let written = read(&report, format, &Options::default());
        for words in [
            "Real difference",
            "Both count the same people",
            "B stands",
            "the harbor office counted again",
        ] {
            assert!(written.contains(words), "{words}: {written}");
        }
    }
    let opened = json::open(&write(&report, Format::Json, &everything())).unwrap();
    assert_eq!(opened.notebook.state().outcomes, notebook.state().outcomes);
    assert_eq!(
        opened.notebook.state().decisions,
        notebook.state().decisions
    );
}

#[test]
fn what_a_filter_hides_is_left_out_and_counted() {
    let report = Report::new(Arc::new(told()), &Notebook::default(), 0.0);
    let filtered = Options {
        filter: Some(Filter {
            findings: [].into(),
            words: "Time".to_owned(),
        }),
        ..everything()
    };
    let written = read(&report, Format::Markdown, &filtered);
    let said = "1 finding that the filter did not show (Time) is left out.";
    assert!(written.contains(said), "{written}");
    assert!(!written.contains("### 1."), "{written}");
}

/// Three findings: one that nobody looked at, one with an answer, one that the reader dismissed.
fn asked() -> (Analysis, Notebook) {
    let mut analysis = told();
    for kind in [Kind::Time, Kind::Place] {
        let mut conflict = analysis.conflicts[0].clone();
        conflict.kind = kind;
        analysis.conflicts.push(conflict);
    }
    let key = |index: usize| FindingKey::of(&analysis, &analysis.conflicts[index]);
    let mut notebook = noted(&analysis, "Ask the harbor office", false);
    notebook.apply(Command::Settle {
        finding: key(1),
        outcome: Some(Outcome {
            standing: Standing::Neither,
            evidence: Vec::new(),
        }),
    });
    notebook.apply(Command::Decide {
        finding: key(2),
        decision: Some(Decision::Dismissed),
    });
    notebook.apply(Command::WriteNote {
        id: notebook.new_note_id(),
        target: NoteTarget::Finding(key(2)),
        text: "They mean another pier".to_owned(),
    });
    (analysis, notebook)
}

#[test]
fn only_open_questions_leave_in_every_format_that_tells_findings() {
    let (analysis, notebook) = asked();
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    let open = Options {
        open_questions: true,
        ..everything()
    };
    for format in Format::ALL {
        let (all, open) = (
            read(&report, format, &everything()),
            read(&report, format, &open),
        );
        assert!(open.contains("Ask the harbor office"), "{open}");
        for words in ["They mean another pier", "Neither stands", "neither"] {
            assert!(!open.contains(words), "{words}: {open}");
        }
        assert!(all.contains("They mean another pier"), "{all}");
        let said = "Open questions only; 2 findings that are settled or dismissed are left out";
        let squeezed = open.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed.contains(said) || format == Format::Csv, "{open}");
    }
    let markdown = read(&report, Format::Markdown, &open);
    assert!(markdown.contains("## Open questions"), "{markdown}");
    assert!(
        markdown.contains("1 note that is not on a finding is left out."),
        "{markdown}"
    );
}

#[test]
fn a_question_that_is_asked_and_not_answered_is_open() {
    let analysis = told();
    let finding = FindingKey::of(&analysis, &analysis.conflicts[0]);
    let mut notebook = Notebook::default();
    let outcome = Outcome {
        standing: Standing::Asked,
        evidence: Vec::new(),
    };
    notebook.apply(Command::Settle {
        finding,
        outcome: Some(outcome),
    });
    let report = Report::new(Arc::new(analysis), &notebook, 0.0);
    let open = Options {
        open_questions: true,
        ..Options::default()
    };
    let written = read(&report, Format::Markdown, &open);
    assert!(written.contains("Asked"), "{written}");
    assert!(
        written.contains("Open questions only; no finding is settled or dismissed."),
        "{written}"
    );
}

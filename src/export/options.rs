//! What goes into an export, and how the export says what it leaves out.

use std::collections::BTreeSet;

use jiff::civil;

use crate::notebook::Muted;
use crate::report::{Finding, Link, Mark, Note, NotePlace, Report, Tick};

/// What to take along. The default takes what the reader made or looked at, and nothing of the clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether findings go along that the reader neither decided on nor wrote of.
    pub include_unreviewed: bool,
    /// Whether notes go along that the reader marked private.
    pub include_private: bool,
    /// Whether nothing goes along but findings that are open questions, with what was said of them.
    pub open_questions: bool,
    /// Whether the whole texts go along, or the quotations alone.
    pub full_texts: bool,
    /// Whether a table of values begins with the mark by which Excel knows UTF-8.
    pub byte_order_mark: bool,
    /// Findings that the window shows at present; nothing lets all of them through.
    pub filter: Option<Filter>,
    /// Who made the export, where they want to be named.
    pub author: Option<String>,
    /// The day on the export; nothing leaves it without one.
    pub date: Option<civil::Date>,
}

/// Findings that were chosen elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// By their numbers.
    pub findings: BTreeSet<usize>,
    /// What was chosen, as the reader sees it: "Number, Time".
    pub words: String,
}

/// The part of a report that an export shows.
pub struct Selection<'a> {
    pub findings: Vec<&'a Finding>,
    /// Those that are not on a finding.
    pub notes: Vec<&'a Note>,
    /// Findings made by hand included.
    pub links: Vec<&'a Link>,
    /// What was marked before the findings were shown.
    pub marks: Vec<&'a Mark>,
    /// Numbers and dates that were ticked off.
    pub ticks: Vec<&'a Tick>,
    /// A sentence, without its full stop, on each thing that was left out.
    pub left_out: Vec<String>,
    /// Whether nothing but open questions was let through.
    pub open_questions: bool,
    include_private: bool,
}

impl<'a> Selection<'a> {
    pub fn of(report: &'a Report, options: &Options) -> Self {
        let mut findings: Vec<&Finding> = report.findings.iter().collect();
        let mut left_out = Vec::new();
        if let Some(filter) = &options.filter {
            let before = findings.len();
            findings.retain(|finding| filter.findings.contains(&finding.number));
            left_out.extend(filtered_in_words(before - findings.len(), &filter.words));
        }
        if options.open_questions {
            let before = findings.len();
            findings.retain(|finding| finding.is_open_question());
            left_out.push(open_in_words(before - findings.len()));
        }
        if !options.include_unreviewed {
            let before = findings.len();
            findings.retain(|finding| finding.reviewed());
            left_out.extend(unreviewed_in_words(before - findings.len()));
        }
        left_out.extend(muted_in_words(report.muted.len(), &report.mutes));
        let kept = |note: &&Note| options.include_private || !note.private;
        let private = report.notes.iter().filter(|note| !kept(note));
        left_out.extend(private_in_words(private.count()));
        let elsewhere = |note: &&Note| !matches!(note.place, NotePlace::Finding(_));
        let mut notes: Vec<&Note> = report.notes.iter().filter(kept).filter(elsewhere).collect();
        let mut links: Vec<&Link> = report.links.iter().collect();
        let mut marks: Vec<&Mark> = report.marks.iter().collect();
        let mut ticks: Vec<&Tick> = report.ticks.iter().collect();
        if options.open_questions {
            left_out.extend(beside_in_words(notes.len()));
            notes.clear();
            marks.clear();
            ticks.clear();
            links.retain(|link| (findings.iter()).any(|finding| finding.by_hand == Some(link.id)));
        }
        Self {
            findings,
            notes,
            links,
            marks,
            ticks,
            left_out,
            open_questions: options.open_questions,
            include_private: options.include_private,
        }
    }

    /// The note on a finding, where it goes along.
    pub fn note<'f>(&self, finding: &'f Finding) -> Option<&'f Note> {
        finding.note.as_ref().filter(|note| self.keeps(note))
    }

    /// Whether a note is not kept back for being private, wherever it stands.
    pub fn keeps(&self, note: &Note) -> bool {
        self.include_private || !note.private
    }
}

/// Said even where nothing had to be left out: otherwise the file would read as all that there is.
fn open_in_words(count: usize) -> String {
    match count {
        0 => "Open questions only; no finding is settled or dismissed".to_owned(),
        1 => "Open questions only; 1 finding that is settled or dismissed is left out".to_owned(),
        _ => format!(
            "Open questions only; {count} findings that are settled or dismissed are left out"
        ),
    }
}

fn beside_in_words(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 note that is not on a finding is left out".to_owned()),
        _ => Some(format!(
            "{count} notes that are not on a finding are left out"
        )),
    }
}

fn muted_in_words(count: usize, mutes: &[Muted]) -> Option<String> {
    let mutes: Vec<String> = mutes.iter().map(Muted::words).collect();
    let mutes = mutes.join("; ");
    match count {
        0 => None,
        1 => Some(format!(
            "1 finding that the reader muted ({mutes}) is left out"
        )),
        _ => Some(format!(
            "{count} findings that the reader muted ({mutes}) are left out"
        )),
    }
}

fn private_in_words(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 private note is left out".to_owned()),
        _ => Some(format!("{count} private notes are left out")),
    }
}

fn unreviewed_in_words(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 finding that nobody reviewed is left out".to_owned()),
        _ => Some(format!(
            "{count} findings that nobody reviewed are left out"
        )),
    }
}

fn filtered_in_words(count: usize, filter: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!(
            "1 finding that the filter did not show ({filter}) is left out"
        )),
        _ => Some(format!(
            "{count} findings that the filter did not show ({filter}) are left out"
        )),
    }
}

/// Whether what a file gives for its address can be followed: nothing but the web, and in one piece.
pub fn is_address(url: &str) -> bool {
    let web = ["http://", "https://"];
    web.iter().any(|scheme| url.starts_with(scheme))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

//! A JSON report opened again: its articles, and the decisions and notes that stand in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::ingest;
use crate::model::{self, Correction, DocumentType, Kind, Verdict};
use crate::notebook::file::{Opened, Seen};
use crate::notebook::{
    Anchor, Command, Decision, FindingKey, LinkId, MarkId, Muted, NoteId, NoteTarget, Notebook,
    Numbers, Outcome, Relation, Stamp, Step, TagColor, TagId, Tagged,
};
use crate::text::{SourceText, Span};

/// The version that is written, and the newest that is understood.
pub const VERSION: u64 = 1;

#[derive(Deserialize)]
struct Report {
    documents: Vec<Document>,
    #[serde(default)]
    conflicts: Vec<Conflict>,
    #[serde(default)]
    notebook: Authored,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    file: String,
    sha256: String,
    title: Option<String>,
    outlet: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    published: Option<String>,
    modified: Option<String>,
    url: Option<String>,
    archived_url: Option<String>,
    retrieved: Option<String>,
    #[serde(rename = "type")]
    kind: Option<DocumentType>,
    language: Option<String>,
    text: String,
}

#[derive(Deserialize)]
struct Conflict {
    id: String,
    kind: Kind,
    verdict: Verdict,
    /// What the program calls it, where the reader calls it something else.
    proposed: Option<Proposed>,
    sides: [Place; 2],
}

#[derive(Deserialize)]
struct Proposed {
    kind: Kind,
    verdict: Verdict,
}

#[derive(Deserialize)]
struct Place {
    document: String,
    start: usize,
    end: usize,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Authored {
    decisions: Vec<Decided>,
    outcomes: Vec<Settled>,
    links: Vec<Linked>,
    notes: Vec<Noted>,
    tags: Vec<Named>,
    ticks: Vec<Anchor>,
    marks: Vec<Marked>,
    muted: Vec<Muted>,
    corrections: Vec<Correction<Anchor>>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    #[serde(default)]
    color: TagColor,
    shortcut: Option<u8>,
    #[serde(default)]
    findings: Vec<FindingKey>,
}

#[derive(Deserialize)]
struct Marked {
    #[serde(default)]
    words: String,
    passages: Vec<Anchor>,
}

#[derive(Deserialize)]
struct Decided {
    decision: Decision,
    reason: Option<String>,
    #[serde(flatten)]
    stamp: Stamp,
    kind: Kind,
    sides: [Anchor; 2],
}

#[derive(Deserialize)]
struct Settled {
    #[serde(flatten)]
    outcome: Outcome,
    kind: Kind,
    sides: [Anchor; 2],
}

#[derive(Deserialize)]
struct Linked {
    relation: Relation,
    sides: [Anchor; 2],
    #[serde(flatten)]
    stamp: Stamp,
}

#[derive(Deserialize)]
struct Noted {
    #[serde(default)]
    id: String,
    text: String,
    /// Reports of the first program tell the place alone.
    target: Option<NoteTarget>,
    #[serde(default)]
    private: bool,
    /// By their names.
    #[serde(default)]
    tags: Vec<String>,
    #[serde(flatten)]
    stamp: Stamp,
    conflict: Option<String>,
    document: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
}

/// Whether bytes are a report of ours, by the parts that every version of it has.
pub fn is_report(bytes: &[u8]) -> bool {
    let begins = bytes.trim_ascii_start().starts_with(b"{");
    begins && serde_json::from_slice::<Value>(bytes).is_ok_and(|value| is_one(&value))
}

/// Reads a report; says in words why it cannot.
pub fn open(bytes: &[u8]) -> Result<Opened, String> {
    let value: Value =
        serde_json::from_slice(bytes).map_err(|error| format!("the file is damaged ({error})"))?;
    if !is_one(&value) {
        return Err("it is no report of Counterpoint".to_owned());
    }
    if value["version"].as_u64() > Some(VERSION) {
        return Err("it was written by a newer version of Counterpoint".to_owned());
    }
    let report: Report =
        serde_json::from_value(value).map_err(|error| format!("the file is damaged ({error})"))?;
    let documents = report
        .documents
        .iter()
        .map(|document| article(document).map(Arc::new))
        .collect::<Result<Vec<_>, _>>()?;
    let notebook = authored(&report, &documents);
    Ok(Opened {
        documents,
        notebook,
        seen: Seen::of(bytes),
    })
}

fn is_one(value: &Value) -> bool {
    value["version"].is_u64() && value["documents"].is_array() && value["conflicts"].is_array()
}

/// The article as it was, letter for letter.
fn article(document: &Document) -> Result<model::Document, String> {
    let given = json!({ "title": document.title, "text": document.text });
    let mut article = ingest::read("article.json", given.to_string().as_bytes())
        .map_err(|error| error.to_string())?;
    let date = |words: &Option<String>| words.as_deref().and_then(ingest::parse_date);
    article.metadata = model::Metadata {
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        authors: document.authors.clone(),
        published: date(&document.published),
        modified: date(&document.modified),
        url: document.url.clone(),
        archived_url: document.archived_url.clone(),
        retrieved: date(&document.retrieved),
        kind: document.kind.unwrap_or_default(),
        language: document.language.clone(),
    };
    article.origin.file.clone_from(&document.file);
    article.origin.sha256.clone_from(&document.sha256);
    Ok(article)
}

fn authored(report: &Report, documents: &[Arc<model::Document>]) -> Notebook {
    let mut steps: Vec<Step> = Vec::new();
    let mut put = |command, stamp: &Stamp| {
        let stamp = stamp.clone();
        steps.push(Step {
            command,
            joined: false,
            stamp,
        });
    };
    let said = &report.notebook;
    for command in beside(said) {
        put(command, &Stamp::default());
    }
    for (index, link) in said.links.iter().enumerate() {
        let link_passages = Command::LinkPassages {
            id: LinkId(index as u64 + 1),
            relation: link.relation.clone(),
            sides: link.sides.clone(),
        };
        put(link_passages, &link.stamp);
    }
    for conflict in &report.conflicts {
        let (Some(proposed), Some(sides)) =
            (&conflict.proposed, conflict.anchors(report, documents))
        else {
            continue;
        };
        let kind = (proposed.kind != conflict.kind).then_some(conflict.kind);
        let verdict = (proposed.verdict != conflict.verdict).then_some(conflict.verdict);
        let finding = FindingKey {
            kind: proposed.kind,
            sides,
        };
        let reclassify = Command::Reclassify {
            finding,
            kind,
            verdict,
        };
        put(reclassify, &Stamp::default());
    }
    for decided in &said.decisions {
        let finding = FindingKey {
            kind: decided.kind,
            sides: decided.sides.clone(),
        };
        let decide = Command::Decide {
            finding: finding.clone(),
            decision: Some(decided.decision),
        };
        put(decide, &decided.stamp);
        if let Some(reason) = decided.reason.clone() {
            let reason = Some(reason);
            put(Command::GiveReason { finding, reason }, &decided.stamp);
        }
    }
    for settled in &said.outcomes {
        let finding = FindingKey {
            kind: settled.kind,
            sides: settled.sides.clone(),
        };
        let outcome = Some(settled.outcome.clone());
        put(Command::Settle { finding, outcome }, &Stamp::default());
    }
    let mut ids = BTreeSet::new();
    for note in &said.notes {
        let given = note.number().filter(|number| !ids.contains(number));
        let number = given.unwrap_or_else(|| ids.last().map_or(1, |last| last + 1));
        ids.insert(number);
        let id = NoteId(number);
        let given = note.target.clone();
        let write = Command::WriteNote {
            id,
            target: given.unwrap_or_else(|| target(note, report, documents)),
            text: note.text.clone(),
        };
        put(write, &note.stamp);
        if note.private {
            put(Command::SetPrivate { id, private: true }, &note.stamp);
        }
        for name in &note.tags {
            if let Some(index) = said.tags.iter().position(|tag| tag.name == *name) {
                put(tag(Tagged::Note(id), index), &note.stamp);
            }
        }
    }
    let applied = steps.len();
    Notebook::replay(steps, applied, Numbers::default())
}

/// What needs no place of its own in the order of the steps: corrections, tags, ticks, marks, and what is muted.
fn beside(said: &Authored) -> Vec<Command> {
    let corrections = said.corrections.iter().cloned();
    let mut commands: Vec<Command> = corrections
        .map(|correction| Command::Correct { correction })
        .collect();
    for (index, named) in said.tags.iter().enumerate() {
        commands.push(Command::DefineTag {
            id: tag_id(index),
            name: named.name.clone(),
            color: named.color,
            shortcut: named.shortcut,
        });
        let findings = named.findings.iter().cloned();
        commands.extend(findings.map(|key| tag(Tagged::Finding(Box::new(key)), index)));
    }
    commands.extend(said.ticks.iter().map(|passage| Command::Tick {
        passage: passage.clone(),
        ticked: true,
    }));
    let marks = said.marks.iter().enumerate();
    commands.extend(marks.map(|(index, mark)| Command::MarkPassages {
        id: MarkId(index as u64 + 1),
        passages: mark.passages.clone(),
        words: mark.words.clone(),
    }));
    let muted = said.muted.iter().cloned();
    commands.extend(muted.map(|what| Command::Mute { what }));
    commands
}

fn tag(target: Tagged, index: usize) -> Command {
    Command::Tag {
        target,
        tag: tag_id(index),
        on: true,
    }
}

fn tag_id(index: usize) -> TagId {
    TagId(index as u64 + 1)
}

impl Noted {
    /// The number in its id; one that leaves no room for others is none.
    fn number(&self) -> Option<u64> {
        let number: u32 = self.id.strip_prefix('n')?.parse().ok()?;
        Some(u64::from(number))
    }
}

impl Conflict {
    /// Its sides as the notebook knows them.
    fn anchors(&self, report: &Report, documents: &[Arc<model::Document>]) -> Option<[Anchor; 2]> {
        let [left, right] = self.sides.each_ref().map(|side| {
            let index = report
                .documents
                .iter()
                .position(|other| other.id == side.document)?;
            let document = documents.get(index)?;
            Some(Anchor::of(
                document,
                span(&document.text, side.start, side.end)?,
            ))
        });
        Some([left?, right?])
    }
}

/// What a note is about; a note whose place cannot be told is about the whole.
fn target(note: &Noted, report: &Report, documents: &[Arc<model::Document>]) -> NoteTarget {
    let document = |id: &str| {
        let index = report.documents.iter().position(|other| other.id == id)?;
        documents.get(index)
    };
    let anchor = |id: &str, start: usize, end: usize| {
        let document = document(id)?;
        let span = span(&document.text, start, end)?;
        Some(Anchor::of(document, span))
    };
    let finding = note.conflict.as_deref().and_then(|id| {
        let conflict = report.conflicts.iter().find(|conflict| conflict.id == id)?;
        let proposed = conflict.proposed.as_ref();
        Some(NoteTarget::Finding(FindingKey {
            kind: proposed.map_or(conflict.kind, |proposed| proposed.kind),
            sides: conflict.anchors(report, documents)?,
        }))
    });
    let passage = || {
        let anchor = anchor(note.document.as_deref()?, note.start?, note.end?)?;
        Some(NoteTarget::Passage(anchor))
    };
    let whole = || {
        let document = document(note.document.as_deref()?)?;
        Some(NoteTarget::Document(document.origin.sha256.clone()))
    };
    finding
        .or_else(passage)
        .or_else(whole)
        .unwrap_or(NoteTarget::Free)
}

/// Code points to bytes.
fn span(text: &SourceText, start: usize, end: usize) -> Option<Span> {
    let byte = |point: usize| {
        let bytes = text.as_str().char_indices().map(|(byte, _)| byte);
        bytes.chain([text.len()]).nth(point)
    };
    let (start, end) = (byte(start)?, byte(end)?);
    (start <= end).then(|| Span::new(start, end))
}

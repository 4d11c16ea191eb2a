//! The report as serde writes it. Offsets count code points; fields are never lost or renamed.

use serde::Serialize;

use crate::model::{
    Certainty, Correction, DocumentType, EntityKind, Gates, Kind, MentionForm, Polarity, Verdict,
};
use crate::notebook::{
    Anchor, Decision, FindingKey, Muted, NoteTarget, Outcome, Relation, Stamp, TagColor,
};

#[derive(Serialize)]
pub struct Whole<'a> {
    pub version: u64,
    pub documents: Vec<Document<'a>>,
    pub entities: Vec<Entity<'a>>,
    pub statements: Vec<Statement<'a>>,
    pub conflicts: Vec<Conflict<'a>>,
    pub agreements: Vec<Agreement<'a>>,
    pub only: Vec<Only<'a>>,
    pub notebook: Notebook<'a>,
    pub warnings: Vec<String>,
}

#[derive(Serialize)]
pub struct Annotations<'a> {
    pub version: u64,
    pub documents: Vec<Document<'a>>,
    pub entities: Vec<Entity<'a>>,
    pub statements: Vec<Statement<'a>>,
    pub warnings: Vec<String>,
}

#[derive(Serialize)]
pub struct Document<'a> {
    pub id: String,
    pub file: &'a str,
    pub sha256: &'a str,
    pub title: Option<&'a str>,
    pub outlet: Option<&'a str>,
    pub authors: &'a [String],
    pub published: Option<&'a str>,
    pub modified: Option<&'a str>,
    pub url: Option<&'a str>,
    pub archived_url: Option<&'a str>,
    pub retrieved: Option<&'a str>,
    #[serde(rename = "type")]
    pub kind: DocumentType,
    pub language: Option<&'a str>,
    pub text: &'a str,
    pub sentences: Vec<Place>,
}

#[derive(Serialize)]
pub struct Place {
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize)]
pub struct Entity<'a> {
    pub id: String,
    pub name: &'a str,
    pub kind: EntityKind,
    pub shared: bool,
    pub mentions: Vec<Mention<'a>>,
}

#[derive(Serialize)]
pub struct Mention<'a> {
    pub document: String,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub form: MentionForm,
    /// How it was linked, in words.
    pub link: &'a str,
}

#[derive(Serialize)]
pub struct Statement<'a> {
    pub id: String,
    pub document: String,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub polarity: Polarity,
    pub certainty: Certainty,
    pub attribution: Option<Attribution<'a>>,
}

#[derive(Serialize)]
pub struct Attribution<'a> {
    pub source: Option<Source<'a>>,
    pub cue: Option<Passage<'a>>,
    pub content: Passage<'a>,
    pub quoted: bool,
}

#[derive(Serialize)]
pub struct Source<'a> {
    #[serde(flatten)]
    pub passage: Passage<'a>,
    pub entity: Option<String>,
}

#[derive(Serialize)]
pub struct Passage<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
}

#[derive(Serialize)]
pub struct Conflict<'a> {
    pub id: String,
    pub verdict: Verdict,
    pub kind: Kind,
    pub confidence: f64,
    pub subject: &'a str,
    pub explanation: &'a str,
    pub gates: &'a Gates,
    pub sides: [Side<'a>; 2],
    pub also: Vec<[Side<'a>; 2]>,
    /// Whether the reader made it.
    #[serde(skip_serializing_if = "is_not")]
    pub by_hand: bool,
    /// What the program calls it, where the reader calls it something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Proposed>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<&'a str>,
}

#[derive(Serialize)]
pub struct Proposed {
    pub kind: Kind,
    pub verdict: Verdict,
}

#[derive(Serialize)]
pub struct Side<'a> {
    pub document: String,
    #[serde(flatten)]
    pub passage: Passage<'a>,
    /// Null where the reader linked a passage by hand in which no statement was found.
    pub statement: Option<String>,
    /// The words that differ.
    pub evidence: Vec<Place>,
}

#[derive(Serialize)]
pub struct Agreement<'a> {
    pub verdict: Verdict,
    pub confidence: f64,
    pub one_source: bool,
    pub sides: [AgreementSide<'a>; 2],
}

#[derive(Serialize)]
pub struct AgreementSide<'a> {
    pub document: String,
    #[serde(flatten)]
    pub passage: Passage<'a>,
    pub statement: String,
}

#[derive(Serialize)]
pub struct Only<'a> {
    pub document: String,
    #[serde(flatten)]
    pub passage: Passage<'a>,
    pub salience: f64,
}

#[derive(Serialize)]
pub struct Notebook<'a> {
    pub decisions: Vec<DecisionOn<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<OutcomeOf<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link<'a>>,
    pub notes: Vec<Note<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag<'a>>,
    /// Numbers and dates that were ticked off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ticks: Vec<&'a Anchor>,
    /// Passages that were marked before the findings were shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark<'a>>,
    #[serde(skip_serializing_if = "<[Muted]>::is_empty")]
    pub muted: &'a [Muted],
    /// What was put right of the entities, which are told as they are with it.
    #[serde(skip_serializing_if = "<[Correction<Anchor>]>::is_empty")]
    pub corrections: &'a [Correction<Anchor>],
}

/// A tag with the findings that it is on; notes name theirs themselves.
#[derive(Serialize)]
pub struct Tag<'a> {
    pub name: &'a str,
    pub color: TagColor,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<u8>,
    pub findings: Vec<&'a FindingKey>,
}

#[derive(Serialize)]
pub struct Mark<'a> {
    pub words: &'a str,
    pub passages: &'a [Anchor],
}

#[derive(Serialize)]
pub struct DecisionOn<'a> {
    /// The conflict's id; null where this report does not list it.
    pub conflict: Option<String>,
    pub decision: Decision,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
    #[serde(flatten)]
    pub stamp: &'a Stamp,
    pub kind: Kind,
    pub sides: &'a [Anchor; 2],
}

#[derive(Serialize)]
pub struct OutcomeOf<'a> {
    /// The conflict's id; null where this report does not list it.
    pub conflict: Option<String>,
    #[serde(flatten)]
    pub outcome: &'a Outcome,
    pub kind: Kind,
    pub sides: &'a [Anchor; 2],
}

/// Two passages that the reader linked.
#[derive(Serialize)]
pub struct Link<'a> {
    pub relation: &'a Relation,
    pub sides: &'a [Anchor; 2],
    #[serde(flatten)]
    pub stamp: &'a Stamp,
}

#[derive(Serialize)]
pub struct Note<'a> {
    pub id: String,
    pub text: &'a str,
    /// Null, all four, for a note on the whole comparison.
    pub conflict: Option<String>,
    pub document: Option<String>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// Whether what the note is about is still there.
    pub matched: bool,
    /// The same as it was written, for opening the report again.
    pub target: &'a NoteTarget,
    #[serde(skip_serializing_if = "is_not")]
    pub private: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<&'a str>,
    #[serde(flatten)]
    pub stamp: &'a Stamp,
}

fn is_not(value: &bool) -> bool {
    !value
}

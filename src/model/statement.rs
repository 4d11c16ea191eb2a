//! Clause-sized assertions: what is said, by whom, how firmly.

use serde::{Deserialize, Serialize};

use super::{DocumentId, EntityId, MentionId, Quantity, TimeExpression};
use crate::text::Span;

/// A clause that asserts something.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub document: DocumentId,
    /// Index of the sentence that it stands in.
    pub sentence: usize,
    /// The clause, within that sentence.
    pub span: Span,
    /// Whose claim it is; nothing where the outlet speaks in its own voice.
    pub attribution: Option<Attribution>,
    /// The grammatical subject, where one was found.
    pub subject: Option<Span>,
    pub predicate: Option<Predicate>,
    pub polarity: Polarity,
    /// The words that deny, where `polarity` is denied: "not", "failed to".
    pub negation: Option<Span>,
    pub certainty: Certainty,
    /// The words that set the certainty: "may", "reportedly", "plans to".
    pub hedge: Option<Span>,
    pub quantities: Vec<Quantity>,
    pub times: Vec<TimeExpression>,
    /// Mentions inside `span`, in order.
    pub mentions: Vec<MentionId>,
    /// Whether it makes a claim at all: not a question, a command, a wish or a fragment without a verb.
    pub finite: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// The verb with its auxiliaries and particles.
    pub span: Span,
    /// The main verb as a lower-case lemma: "refuse".
    pub lemma: String,
    /// What follows the verb within the clause.
    pub object: Option<Span>,
}

/// Who is said to have said it, by which word, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Nothing where a cue stands without one ("reportedly").
    pub source: Option<Source>,
    /// The reporting word: "said", "according to".
    pub cue: Option<Span>,
    /// The whole content, repeated on each statement in it.
    pub content: Span,
    /// Whether the content stands in quotation marks.
    pub quoted: bool,
    /// Whom the source quotes in turn: the officials in "the office said the officials had told it that …".
    pub embedded: Option<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub span: Span,
    pub entity: Option<EntityId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    Affirmed,
    Denied,
}

/// How firmly the statement holds what it says to be so, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Denied,
    Rejected,
    Opposed,
    Weighed,
    Possible,
    Alleged,
    Planned,
    Announced,
    Done,
}

impl Certainty {
    /// How it reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Denied => "Denied",
            Self::Rejected => "Rejected",
            Self::Opposed => "Opposed",
            Self::Weighed => "Considered",
            Self::Possible => "Possible",
            Self::Alleged => "Alleged",
            Self::Planned => "Planned",
            Self::Announced => "Announced",
            Self::Done => "Stated as fact",
        }
    }
}

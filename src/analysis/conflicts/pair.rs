//! A candidate with what the rules ask of it.

use super::voice::Voice;
use crate::analysis::alignment::{Candidate, Evidence, Profile, Profiles};
use crate::model::{Analysis, Document, Mention, Statement};
use crate::text::Span;

/// Two statements that a rule looks at, in document order.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub analysis: &'a Analysis,
    pub profiles: &'a Profiles,
    pub candidate: &'a Candidate,
    pub sides: [&'a Statement; 2],
}

impl<'a> Pair<'a> {
    pub fn new(analysis: &'a Analysis, profiles: &'a Profiles, candidate: &'a Candidate) -> Self {
        Self {
            analysis,
            profiles,
            candidate,
            sides: candidate.sides.map(|side| analysis.statement(side)),
        }
    }

    pub fn evidence(&self) -> &'a Evidence {
        &self.candidate.evidence
    }

    pub fn document(&self, side: usize) -> &'a Document {
        self.analysis.document(self.sides[side].document)
    }

    pub fn profile(&self, side: usize) -> &'a Profile {
        self.profiles.statement(self.candidate.sides[side])
    }

    /// The words of a span of one side's document.
    pub fn words(&self, side: usize, span: Span) -> &'a str {
        self.document(side).text.get(span).unwrap_or_default()
    }

    pub fn voice(&self, side: usize) -> Voice {
        Voice::of(self.analysis, self.sides[side])
    }

    /// The mentions in the sentence that one side stands in.
    pub fn mentions(&self, side: usize) -> impl Iterator<Item = &'a Mention> + use<'a> {
        let document = self.sides[side].document;
        let sentence = self.sentence(side);
        let mentions = &self.analysis.mentions;
        let first = mentions.partition_point(|mention| {
            (mention.document, mention.span.start) < (document, sentence.start)
        });
        mentions[first..].iter().take_while(move |mention| {
            mention.document == document && mention.span.start < sentence.end
        })
    }

    /// The stem of every word of a span within one side's sentence, with its place.
    pub fn stems(&self, side: usize, span: Span) -> Vec<(&'a str, Span)> {
        let statement = self.sides[side];
        self.profiles
            .stems_in(statement.document, statement.sentence, span)
    }

    /// Whether both sides speak in their outlets' own voice, or report one and the same party.
    pub fn one_voice(&self) -> bool {
        let [one, other] = [self.voice(0), self.voice(1)];
        one.outlet() && other.outlet() || one.same_party(&other)
    }

    /// The sentence that one side stands in.
    pub fn sentence(&self, side: usize) -> Span {
        let statement = self.sides[side];
        self.analysis.segments(statement.document).sentences[statement.sentence].span
    }
}

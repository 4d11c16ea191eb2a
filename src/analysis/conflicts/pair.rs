//! A candidate with what the rules ask of it.

use super::voice::Voice;
use crate::analysis::alignment::{Candidate, Evidence, Profiles, Term};
use crate::model::{Analysis, BlockKind, Document, Mention, Statement, Verdict};
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

    /// Whether both sides stand in one article.
    pub fn within_one(&self) -> bool {
        self.sides[0].document == self.sides[1].document
    }

    pub fn in_headline(&self, side: usize) -> bool {
        let span = self.sides[side].span;
        let blocks = &self.document(side).blocks;
        blocks
            .iter()
            .take_while(|block| block.span.start <= span.start)
            .any(|block| block.kind == BlockKind::Title && block.span.contains(span))
    }

    /// The words of a span of one side's document.
    pub fn words(&self, side: usize, span: Span) -> &'a str {
        self.document(side).text.get(span).unwrap_or_default()
    }

    /// "Harbor Post"; within one article "the headline of Harbor Post" and "the text of Harbor Post".
    pub fn label(&self, side: usize) -> String {
        let label = self.document(side).label();
        if !self.within_one() {
            label.to_owned()
        } else if self.in_headline(side) {
            format!("the headline of {label}")
        } else {
            format!("the text of {label}")
        }
    }

    pub fn voice(&self, side: usize) -> Voice {
        Voice::told_in(self.label(side), self.analysis, self.sides[side])
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

    /// What the words within a few words of a span are about, the span itself left out.
    pub fn around(&self, side: usize, span: Span, reach: usize) -> Vec<Term> {
        let statement = self.sides[side];
        let segments = self.analysis.segments(statement.document);
        let own = segments.tokens_in(span);
        let sentence = &segments.sentences[statement.sentence].tokens;
        let first = own.start.saturating_sub(reach).max(sentence.start);
        let last = (own.end + reach).min(sentence.end).max(own.end);
        let terms = |from: usize, to: usize| {
            if from < to {
                let span = segments.tokens[from]
                    .span
                    .cover(segments.tokens[to - 1].span);
                self.profiles
                    .terms_in(statement.document, statement.sentence, span)
            } else {
                Vec::new()
            }
        };
        let mut around = terms(first, own.start);
        around.extend(terms(own.end, last));
        around.sort_unstable();
        around.dedup();
        around
    }

    /// What is told from the end of a span on: to the end of the clause, or of the sentence for a span outside it.
    pub fn after(&self, side: usize, span: Span) -> Vec<Term> {
        let statement = self.sides[side];
        let whole = span.start < statement.span.start || span.end > statement.span.end;
        let end = if whole {
            self.sentence(side).end
        } else {
            statement.span.end
        };
        self.profiles.terms_in(
            statement.document,
            statement.sentence,
            Span::new(span.end, end),
        )
    }

    /// What two sides that do not go together are: a conflict where one voice speaks, else a dispute of their sources.
    pub fn disagreement(&self) -> Verdict {
        if self.one_voice() {
            Verdict::Conflict
        } else {
            Verdict::Dispute
        }
    }

    /// Whether both sides speak in their outlets' own voice, or report one and the same party.
    fn one_voice(&self) -> bool {
        let [one, other] = [self.voice(0), self.voice(1)];
        one.outlet() && other.outlet() || one.same_party(&other)
    }

    /// The sentence that one side stands in.
    pub fn sentence(&self, side: usize) -> Span {
        let statement = self.sides[side];
        self.analysis.segments(statement.document).sentences[statement.sentence].span
    }
}

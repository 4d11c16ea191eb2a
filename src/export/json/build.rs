//! Fills the shape of the JSON report.

use super::authored;
use super::open::VERSION;
use super::shape::{
    Agreement, AgreementSide, Annotations, Attribution, Conflict, Document, Entity, Mention, Only,
    Passage, Place, Proposed, Side, Source, Statement, Whole,
};
use crate::export::options::Selection;
use crate::model::{self, Analysis, DocumentId};
use crate::notebook::TagId;
use crate::report::{Finding, Report};
use crate::text::{CodePoints, Span};

pub fn whole<'a>(report: &'a Report, selection: &Selection<'a>) -> Whole<'a> {
    let builder = Builder::new(&report.analysis);
    let listed: Vec<&Finding> = selection
        .findings
        .iter()
        .copied()
        .filter(|finding| finding.conflict.confidence >= report.min_confidence)
        .collect();
    Whole {
        version: VERSION,
        documents: builder.documents(),
        entities: builder.entities(),
        statements: builder.statements(),
        conflicts: listed
            .iter()
            .map(|finding| builder.conflict(report, finding))
            .collect(),
        agreements: builder.agreements(),
        only: builder.only(),
        notebook: authored::notebook(&builder, report, selection, &listed),
        warnings: report.warnings.clone(),
    }
}

pub fn annotations(report: &Report) -> Annotations<'_> {
    let builder = Builder::new(&report.analysis);
    Annotations {
        version: VERSION,
        documents: builder.documents(),
        entities: builder.entities(),
        statements: builder.statements(),
        warnings: report.warnings.clone(),
    }
}

pub(super) struct Builder<'a> {
    analysis: &'a Analysis,
    /// By document.
    points: Vec<CodePoints>,
}

impl<'a> Builder<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let points = analysis
            .documents
            .iter()
            .map(|document| document.document.text.code_points())
            .collect();
        Self { analysis, points }
    }

    fn documents(&self) -> Vec<Document<'a>> {
        let analysis = self.analysis;
        analysis
            .document_ids()
            .map(|id| {
                let document = analysis.document(id);
                let metadata = &document.metadata;
                Document {
                    id: id.to_string(),
                    file: &document.origin.file,
                    sha256: &document.origin.sha256,
                    title: metadata.title.as_deref(),
                    outlet: metadata.outlet.as_deref(),
                    authors: &metadata.authors,
                    published: metadata.published.as_ref().map(|date| date.given.as_str()),
                    modified: metadata.modified.as_ref().map(|date| date.given.as_str()),
                    url: metadata.url.as_deref(),
                    archived_url: metadata.archived_url.as_deref(),
                    retrieved: metadata.retrieved.as_ref().map(|date| date.given.as_str()),
                    kind: metadata.kind,
                    language: metadata.language.as_deref(),
                    text: document.text.as_str(),
                    sentences: analysis
                        .segments(id)
                        .sentences
                        .iter()
                        .map(|sentence| self.place(id, sentence.span))
                        .collect(),
                }
            })
            .collect()
    }

    fn entities(&self) -> Vec<Entity<'a>> {
        let analysis = self.analysis;
        analysis
            .entities
            .iter()
            .enumerate()
            .map(|(index, entity)| Entity {
                id: model::EntityId(index).to_string(),
                name: &entity.name,
                kind: entity.kind,
                shared: entity.shared(),
                mentions: entity
                    .mentions
                    .iter()
                    .map(|id| {
                        let mention = analysis.mention(*id);
                        let passage = self.passage(mention.document, mention.span);
                        Mention {
                            document: mention.document.to_string(),
                            start: passage.start,
                            end: passage.end,
                            text: passage.text,
                            form: mention.form,
                            link: &mention.link,
                        }
                    })
                    .collect(),
            })
            .collect()
    }

    fn statements(&self) -> Vec<Statement<'a>> {
        self.analysis
            .statements
            .iter()
            .enumerate()
            .map(|(index, statement)| {
                let passage = self.passage(statement.document, statement.span);
                Statement {
                    id: model::StatementId(index).to_string(),
                    document: statement.document.to_string(),
                    start: passage.start,
                    end: passage.end,
                    text: passage.text,
                    polarity: statement.polarity,
                    certainty: statement.certainty,
                    attribution: statement
                        .attribution
                        .as_ref()
                        .map(|attribution| self.attribution(statement.document, attribution)),
                }
            })
            .collect()
    }

    fn attribution(
        &self,
        document: DocumentId,
        attribution: &model::Attribution,
    ) -> Attribution<'a> {
        Attribution {
            source: attribution.source.as_ref().map(|source| Source {
                passage: self.passage(document, source.span),
                entity: source.entity.map(|entity| entity.to_string()),
            }),
            cue: attribution.cue.map(|cue| self.passage(document, cue)),
            content: self.passage(document, attribution.content),
            quoted: attribution.quoted,
        }
    }

    fn conflict(&self, report: &'a Report, finding: &'a Finding) -> Conflict<'a> {
        let conflict = &finding.conflict;
        Conflict {
            id: conflict_id(finding),
            verdict: conflict.verdict,
            kind: conflict.kind,
            confidence: rounded(conflict.confidence),
            subject: &conflict.subject,
            explanation: &conflict.explanation,
            gates: &conflict.gates,
            sides: self.sides(&conflict.sides),
            also: conflict.also.iter().map(|pair| self.sides(pair)).collect(),
            by_hand: finding.by_hand.is_some(),
            proposed: finding.proposed.map(|proposed| Proposed {
                kind: proposed.kind,
                verdict: proposed.verdict,
            }),
            tags: names(report, &finding.tags),
        }
    }

    fn sides(&self, sides: &[model::Side; 2]) -> [Side<'a>; 2] {
        sides.each_ref().map(|side| Side {
            document: side.document.to_string(),
            passage: self.passage(side.document, side.span),
            statement: side.statement.map(|id| id.to_string()),
            evidence: side
                .evidence
                .iter()
                .map(|span| self.place(side.document, *span))
                .collect(),
        })
    }

    fn agreements(&self) -> Vec<Agreement<'a>> {
        self.analysis
            .alignments
            .iter()
            .map(|alignment| Agreement {
                verdict: alignment.verdict,
                confidence: rounded(alignment.confidence),
                one_source: alignment.one_source,
                sides: alignment.sides.map(|id| {
                    let statement = self.analysis.statement(id);
                    AgreementSide {
                        document: statement.document.to_string(),
                        passage: self.passage(statement.document, statement.span),
                        statement: id.to_string(),
                    }
                }),
            })
            .collect()
    }

    fn only(&self) -> Vec<Only<'a>> {
        self.analysis
            .only
            .iter()
            .map(|only| Only {
                document: only.document.to_string(),
                passage: self.passage(only.document, only.span),
                salience: rounded(only.salience),
            })
            .collect()
    }

    fn passage(&self, document: DocumentId, span: Span) -> Passage<'a> {
        let place = self.place(document, span);
        Passage {
            start: place.start,
            end: place.end,
            text: self
                .analysis
                .document(document)
                .text
                .get(span)
                .unwrap_or_default(),
        }
    }

    pub(super) fn place(&self, document: DocumentId, span: Span) -> Place {
        let points = &self.points[document.index()];
        Place {
            start: points.at(span.start),
            end: points.at(span.end),
        }
    }
}

pub(super) fn names<'a>(report: &'a Report, ids: &[TagId]) -> Vec<&'a str> {
    let tags = report.tags.iter().filter(|tag| ids.contains(&tag.id));
    tags.map(|tag| tag.name.as_str()).collect()
}

pub(super) fn conflict_id(finding: &Finding) -> String {
    format!("c{}", finding.number)
}

/// Four places: what lies beyond is noise, and would make a report of 0.94 read 0.9399999976.
fn rounded(share: f32) -> f64 {
    (f64::from(share) * 1e4).round() / 1e4
}

//! Puts the findings of all rules together to the statements of one document.

use crate::model::{
    Attribution, BlockKind, Certainty, DocumentAnalysis, DocumentId, Entity, EntityKind, Mention,
    MentionForm, MentionId, Polarity, Quantity, Source, Statement, TimeExpression,
};
use crate::text::Span;

use super::attribution::{self, Manner, Report};
use super::clauses::Clause;
use super::sentence::{self, SentenceReading};
use super::words::{Tag, span_of};
use super::{certainty, frame, pieces, polarity, quantities, times};

/// The statements of one document, by place in the text.
pub fn document(
    id: DocumentId,
    document: &DocumentAnalysis,
    mentions: &[(MentionId, &Mention)],
    entities: &[Entity],
) -> Vec<Statement> {
    let plain: Vec<&Mention> = mentions.iter().map(|(_, mention)| *mention).collect();
    let sentences = sentence::read_all(document, &plain);
    let reports = attribution::find(&sentences, &document.segments.quotations);
    let published = document
        .document
        .metadata
        .published
        .as_ref()
        .map(|published| published.day);
    let mut statements = Vec::new();
    // The reports whose content reaches into the sentence at hand: few, however long one content is.
    let mut near: Vec<&Report> = Vec::new();
    let mut coming = reports.iter().peekable();
    for sentence in &sentences {
        near.retain(|report| report.attribution.content.end > sentence.span.start);
        while let Some(report) =
            coming.next_if(|report| report.attribution.content.start < sentence.span.end)
        {
            near.push(report);
        }
        let pieces = pieces::cut(sentence.source, &sentence.words);
        let times = times::find(&pieces, published, |byte| looks_ahead(sentence, byte));
        let taken: Vec<Span> = times.iter().map(|time| time.span).collect();
        let quantities = quantities::find(sentence, &pieces, &taken);
        let title = is_title(document, sentence.span);
        for (index, clause) in sentence.clauses.iter().enumerate() {
            let parts = Parts {
                id,
                reports: &near,
                quantities: &quantities,
                times: &times,
                mentions,
                entities,
                title,
            };
            statements.extend(statement(sentence, index, clause, &parts));
        }
    }
    statements
        .sort_by_key(|statement| (statement.span.start, std::cmp::Reverse(statement.span.end)));
    statements
}

/// What was found in a sentence and around it.
struct Parts<'p> {
    id: DocumentId,
    reports: &'p [&'p Report],
    quantities: &'p [Quantity],
    times: &'p [TimeExpression],
    mentions: &'p [(MentionId, &'p Mention)],
    entities: &'p [Entity],
    title: bool,
}

fn statement(
    sentence: &SentenceReading<'_>,
    index: usize,
    clause: &Clause,
    parts: &Parts<'_>,
) -> Option<Statement> {
    let words = &sentence.words;
    let mut span = sentence.assertion(clause.first, clause.end)?;
    let reporter = parts
        .reports
        .iter()
        .find(|report| report.sentence == sentence.index && report.clause == Some(index));
    if reporter.is_some_and(|report| report.bare) {
        // "Smith said" says nothing but who speaks: its content is the statement.
        return None;
    }
    let group = sentence.group_of(clause);
    let (mut polarity, mut negation) = group.map_or((Polarity::Affirmed, None), |group| {
        polarity::of(words, clause, group)
    });
    let (mut certainty, mut hedge) = group.map_or((Certainty::Done, None), |group| {
        certainty::of(words, clause, group)
    });
    let holders: Vec<&&Report> = parts
        .reports
        .iter()
        .filter(|report| {
            let content = report.attribution.content;
            let verb = group.map(|group| words[group.main].span);
            content.contains(span)
                || report.clause == Some(index)
                    && report.sentence == sentence.index
                    && span.contains(content)
                || verb.is_some_and(|verb| content.contains(verb))
        })
        .collect();
    for holder in holders.iter().rev() {
        match holder.manner {
            Manner::Denial if holder.clause != Some(index) => {
                polarity = match polarity {
                    Polarity::Affirmed => Polarity::Denied,
                    Polarity::Denied => Polarity::Affirmed,
                };
                negation = holder.attribution.cue;
                certainty = Certainty::Denied;
                hedge = holder.attribution.cue;
            }
            Manner::Claim | Manner::Belief if certainty > Certainty::Alleged => {
                certainty = Certainty::Alleged;
                hedge = holder.attribution.cue;
            }
            _ => {}
        }
    }
    let attribution = attribution(&holders, parts);
    // Hearsay within what a source said keeps its own reporting words.
    if let [_, .., inner] = holders.as_slice()
        && let Some(clause) = inner.clause.filter(|_| inner.sentence == sentence.index)
        && let Some(reporting) = sentence.clauses.get(clause)
        && let Some(reporting) = sentence.content(reporting.first, reporting.end)
        && holders[0].attribution.content.contains(reporting)
        // Only with the first of its clauses: the others are statements without it.
        && span.start <= inner.attribution.content.start + 4
    {
        span = span.cover(reporting);
    }
    let inside = |part: Span| clause.own().any(|at| words[at].span.overlaps(part));
    let mentions = parts
        .mentions
        .iter()
        .skip(
            parts
                .mentions
                .partition_point(|(_, mention)| mention.span.start < span.start),
        )
        .take_while(|(_, mention)| mention.span.start < span.end)
        .filter(|(_, mention)| span.contains(mention.span))
        .map(|(id, _)| *id)
        .collect();
    Some(Statement {
        document: parts.id,
        sentence: sentence.index,
        span,
        attribution,
        subject: sentence.subject(clause),
        predicate: group.map(|group| frame::predicate(words, clause, group)),
        polarity,
        negation,
        certainty,
        hedge,
        quantities: parts
            .quantities
            .iter()
            .filter(|quantity| inside(quantity.span))
            .cloned()
            .collect(),
        times: parts
            .times
            .iter()
            .filter(|time| inside(time.span))
            .cloned()
            .collect(),
        mentions,
        finite: claims(sentence, clause, parts.title),
    })
}

/// Whether a clause makes a claim: no question, command, condition or fragment without a verb.
fn claims(sentence: &SentenceReading<'_>, clause: &Clause, title: bool) -> bool {
    let words = &sentence.words;
    let Some(group) = sentence.group_of(clause) else {
        return false;
    };
    let adjunct = matches!(words[group.first].tag, Tag::Gerund | Tag::Participle);
    let condition = words[clause.first].is_any(&["if", "whether", "unless", "lest"]);
    (group.finite || adjunct && (clause.before.is_some() || title))
        && !condition
        && !sentence.ends_with_question()
}

fn attribution(holders: &[&&Report], parts: &Parts<'_>) -> Option<Attribution> {
    let mut sourced = holders
        .iter()
        .filter(|holder| holder.attribution.source.is_some());
    let outer = sourced.next().or_else(|| holders.first())?;
    let resolve = |source: Source| Source {
        entity: parts.entity_of(source.span),
        ..source
    };
    let embedded = sourced
        .rfind(|inner| {
            outer
                .attribution
                .content
                .contains(inner.attribution.content)
        })
        .and_then(|inner| inner.attribution.source.clone());
    Some(Attribution {
        source: outer.attribution.source.clone().map(resolve),
        embedded: embedded.map(resolve),
        ..outer.attribution.clone()
    })
}

impl Parts<'_> {
    /// The entity that a source stands for: the person it names, or else whoever it names first.
    fn entity_of(&self, source: Span) -> Option<crate::model::EntityId> {
        let first = self
            .mentions
            .partition_point(|(_, mention)| mention.span.end <= source.start);
        let inside: Vec<&Mention> = self.mentions[first..]
            .iter()
            .map(|(_, mention)| *mention)
            .take_while(|mention| mention.span.start < source.end)
            .filter(|mention| mention.span.overlaps(source))
            .collect();
        let whole = inside
            .iter()
            .find(|mention| mention.form != MentionForm::Name && mention.span.contains(source));
        let person = inside
            .iter()
            .find(|mention| mention.kind == EntityKind::Person);
        whole
            .or(person)
            .or_else(|| inside.first())
            .map(|mention| mention.entity)
            .filter(|entity| entity.index() < self.entities.len())
    }
}

fn is_title(document: &DocumentAnalysis, span: Span) -> bool {
    document
        .document
        .blocks
        .iter()
        .take_while(|block| block.span.start <= span.start)
        .last()
        .is_some_and(|block| {
            matches!(block.kind, BlockKind::Title | BlockKind::Heading) && block.span.contains(span)
        })
}

/// Whether the clause around a byte speaks of what is to come.
fn looks_ahead(sentence: &SentenceReading<'_>, byte: usize) -> bool {
    let words = &sentence.words;
    sentence
        .clauses
        .iter()
        .rev()
        .find(|clause| {
            clause
                .own()
                .any(|at| words[at].span.start <= byte && byte < words[at].span.end)
        })
        .and_then(|clause| sentence.group_of(clause))
        .is_some_and(|group| {
            words[group.first..=group.last].iter().any(|word| {
                word.is_any(&[
                    "will",
                    "'ll",
                    "scheduled",
                    "expected",
                    "plans",
                    "going",
                    "planned",
                    "set",
                    "due",
                ])
            }) || words[group.first].tag == Tag::To
                && span_of(words, group.first, group.last).start <= byte
        })
}

//! Claims by article: each statement with who says it, who says otherwise, and where it is not found.

use std::collections::BTreeSet;

use super::clusters::{Cluster, clusters};
use super::origins::{Origins, origins};
use super::{CELL, Passage, Wording, text_of, worded, worded_statement};
use crate::model::{Analysis, Certainty, DocumentId, Only, Side, StatementId, Verdict};
use crate::report::{Finding, Report, letter};
use crate::text::{Span, capitalized};

/// One row: a statement, or a difference between statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it is about: "People treated".
    pub heading: String,
    /// "Number", "They agree" or "Only in B".
    pub kind: String,
    pub origins: Origins,
    /// How firmly it is said: "Stated as fact", "A: Stated as fact · B: Possible".
    pub certainty: String,
    /// By article; nothing where no passage was found.
    pub cells: Vec<Option<Cell>>,
    /// Index of the finding in the report.
    pub finding: Option<usize>,
}

/// What one article says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub stance: Stance,
    /// The words that matter: "at least 17"; empty where the whole passage does.
    pub value: String,
    pub wording: Wording,
    /// Other passages of the article that say it again or, in a difference within it, otherwise.
    pub more: Vec<Wording>,
}

/// How a cell stands to the others of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    Says,
    /// Says it with another precision.
    Refines,
    /// Says what was so earlier or later.
    Updates,
    Differs,
}

impl Stance {
    /// How it reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Says => "Says so",
            Self::Refines => "More or less precise",
            Self::Updates => "Earlier or later",
            Self::Differs => "Differs",
        }
    }
}

/// What an article has of a statement for which no passage was found. It does not deny it.
pub const NOT_FOUND: &str = "not found";

/// A value that is longer than this is not short any more.
const VALUE: usize = 32;

/// Every row, by place in the first article that has it. What the reader called no difference makes no row.
pub fn rows(report: &Report) -> Vec<Claim> {
    let analysis = &report.analysis;
    let stands = |index: usize| !report.findings[index].dismissed();
    let mut rows: Vec<(Passage, Claim)> = clusters(report, stands)
        .iter()
        .map(|cluster| of_cluster(report, cluster))
        .collect();
    let taken: BTreeSet<(DocumentId, usize)> = (rows.iter())
        .flat_map(|(_, claim)| claim.cells.iter().flatten())
        .flat_map(|cell| std::iter::once(&cell.wording).chain(&cell.more))
        .filter_map(|wording| sentence_of(analysis, wording.passage))
        .collect();
    for only in &analysis.only {
        let passage = Passage {
            document: only.document,
            span: only.span,
        };
        if sentence_of(analysis, passage).is_none_or(|place| !taken.contains(&place)) {
            rows.extend(of_only(analysis, only).map(|claim| (passage, claim)));
        }
    }
    rows.sort_by_key(|(first, _)| *first);
    rows.into_iter().map(|(_, claim)| claim).collect()
}

fn sentence_of(analysis: &Analysis, passage: Passage) -> Option<(DocumentId, usize)> {
    let segments = analysis.segments(passage.document);
    let sentence = segments.sentence_at(passage.span.start)?;
    Some((passage.document, sentence))
}

fn of_cluster(report: &Report, cluster: &Cluster) -> (Passage, Claim) {
    let analysis = &report.analysis;
    let stances = Stances::of(report, cluster);
    let mut cells: Vec<Option<Cell>> = vec![None; analysis.documents.len()];
    for (document, statements) in &cluster.statements {
        let mut worded = statements.iter().map(|id| wording(report, cluster, *id));
        if let (Some((wording, value)), Some(first)) = (worded.next(), statements.first()) {
            cells[document.index()] = Some(Cell {
                stance: stances.at(*first),
                value,
                wording,
                more: worded.map(|(wording, _)| wording).collect(),
            });
        }
    }
    let statements: Vec<StatementId> = cluster.statements.values().flatten().copied().collect();
    let one_source: Vec<[StatementId; 2]> = (cluster.alignments.iter())
        .map(|index| &analysis.alignments[*index])
        .filter(|alignment| alignment.one_source)
        .map(|alignment| alignment.sides)
        .collect();
    let finding = cluster.findings.first().copied();
    let first = (cells.iter().flatten())
        .map(|cell| cell.wording.passage)
        .min();
    let claim = Claim {
        heading: heading(
            analysis,
            &statements,
            finding.map(|at| &report.findings[at]),
        ),
        kind: match finding {
            Some(index) => report.findings[index].conflict.kind.title().to_owned(),
            None => agreement(analysis, cluster).to_owned(),
        },
        origins: origins(analysis, &statements, &one_source),
        certainty: certainty(analysis, &statements),
        cells,
        finding,
    };
    let nowhere = Passage {
        document: DocumentId(0),
        span: Span::new(0, 0),
    };
    (first.unwrap_or(nowhere), claim)
}

/// What a row is that holds no difference.
fn agreement(analysis: &Analysis, cluster: &Cluster) -> &'static str {
    let verdicts = || {
        cluster
            .alignments
            .iter()
            .map(|at| analysis.alignments[*at].verdict)
    };
    let rarest = [Verdict::Update, Verdict::Refine];
    let found = rarest
        .into_iter()
        .find(|rare| verdicts().any(|verdict| verdict == *rare));
    found.unwrap_or(Verdict::Agree).title()
}

/// A statement as the finding that marks it has it, or as it stands; and the words of it that matter.
fn wording(report: &Report, cluster: &Cluster, id: StatementId) -> (Wording, String) {
    let analysis = &report.analysis;
    let side = (cluster.findings.iter())
        .flat_map(|index| &report.findings[*index].conflict.sides)
        .find(|side| side.statement == Some(id));
    if let Some(side) = side {
        return (worded(analysis, side, CELL), value(analysis, side));
    }
    let figures = analysis.statement(id).quantities.iter();
    let keep: Vec<Span> = figures.map(|quantity| quantity.span).collect();
    (worded_statement(analysis, id, &keep, CELL), String::new())
}

/// The words that differ, a number with its "at least"; nothing where they are too many to stand alone, or where a
/// negation or a hedge of the statement would be lost.
fn value(analysis: &Analysis, side: &Side) -> String {
    let Some(statement) = side.statement.map(|id| analysis.statement(id)) else {
        return String::new();
    };
    let Some(evidence) = side.evidence.iter().copied().reduce(Span::cover) else {
        return String::new();
    };
    let whole = (statement.quantities.iter())
        .map(|quantity| quantity.span)
        .filter(|span| span.overlaps(evidence))
        .fold(evidence, Span::cover);
    let careful = [statement.negation, statement.hedge];
    if careful
        .into_iter()
        .flatten()
        .any(|span| !whole.contains(span))
    {
        return String::new();
    }
    let words = text_of(analysis, side.document, whole);
    if words.chars().count() > VALUE {
        return String::new();
    }
    words
}

/// What a row is about, in words that assert nothing.
fn heading(analysis: &Analysis, statements: &[StatementId], finding: Option<&Finding>) -> String {
    if let Some(finding) = finding {
        let subject = &finding.conflict.subject;
        let words = if subject.is_empty() {
            finding.conflict.kind.title()
        } else {
            subject
        };
        return capitalized(words);
    }
    let named = entities_of(analysis, statements);
    if !named.is_empty() {
        return named.join(", ");
    }
    let subject = statements.iter().find_map(|id| {
        let statement = analysis.statement(*id);
        let words = text_of(analysis, statement.document, statement.subject?);
        // "We" and "eleven" tell nothing of what it is about.
        words.contains(' ').then_some(words)
    });
    capitalized(subject.as_deref().unwrap_or("Statement"))
}

/// Those that most of the statements speak of, at most two, in the order of the first.
fn entities_of(analysis: &Analysis, statements: &[StatementId]) -> Vec<String> {
    const SHOWN: usize = 2;
    let of = |id: &StatementId| -> Vec<_> {
        let statement = analysis.statement(*id);
        let attribution = statement.attribution.as_ref();
        let speaker = attribution.and_then(|one| one.source.as_ref()?.entity);
        let mentions = statement.mentions.iter();
        let mut entities: Vec<_> = mentions
            .map(|mention| analysis.mention(*mention).entity)
            .chain(speaker)
            .filter(|entity| analysis.is_named(*entity))
            .collect();
        let mut seen = BTreeSet::new();
        entities.retain(|entity| seen.insert(*entity));
        entities
    };
    let each: Vec<Vec<_>> = statements.iter().map(of).collect();
    let all = each.iter().flatten();
    let mut shared: Vec<_> = all
        .filter(|entity| 2 * each.iter().filter(|own| own.contains(entity)).count() > each.len())
        .copied()
        .collect();
    let mut seen = BTreeSet::new();
    shared.retain(|entity| seen.insert(*entity));
    (shared.into_iter().take(SHOWN))
        .map(|entity| analysis.entity(entity).name.clone())
        .collect()
}

/// One word where all are as certain as one another, or by article.
fn certainty(analysis: &Analysis, statements: &[StatementId]) -> String {
    let all: Vec<(DocumentId, Certainty)> = (statements.iter())
        .map(|id| analysis.statement(*id))
        .map(|statement| (statement.document, statement.certainty))
        .collect();
    match all.as_slice() {
        [] => String::new(),
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => {
            first.title().to_owned()
        }
        _ => {
            let mut words: Vec<String> = (all.iter())
                .map(|(document, certainty)| {
                    format!("{}: {}", letter(*document), certainty.title())
                })
                .collect();
            words.dedup();
            words.join(" · ")
        }
    }
}

/// A sentence that one article alone has; it is told as its first statement is.
fn of_only(analysis: &Analysis, only: &Only) -> Option<Claim> {
    let from = (analysis.statements)
        .partition_point(|one| (one.document, one.span.start) < (only.document, only.span.start));
    let own: Vec<StatementId> = (analysis.statements.iter().enumerate().skip(from))
        .take_while(|(_, one)| one.document == only.document && only.span.contains(one.span))
        .map(|(index, _)| StatementId(index))
        .collect();
    let first = own.first()?;
    let side = Side {
        document: only.document,
        statement: Some(*first),
        // The sentence: who speaks stands in it.
        span: only.span,
        evidence: Vec::new(),
    };
    let mut wording = worded(analysis, &side, CELL);
    let inside = analysis.statement(*first).attribution.as_ref();
    let inside = inside.and_then(|attribution| attribution.source.as_ref());
    let short = wording.words == text_of(analysis, only.document, only.span);
    if short && inside.is_none_or(|source| only.span.contains(source.span)) {
        wording.voice = None;
    }
    let mut cells = vec![None; analysis.documents.len()];
    cells[only.document.index()] = Some(Cell {
        stance: Stance::Says,
        value: String::new(),
        wording,
        more: Vec::new(),
    });
    Some(Claim {
        heading: heading(analysis, std::slice::from_ref(first), None),
        kind: format!("Only in {}", letter(only.document)),
        origins: origins(analysis, std::slice::from_ref(first), &[]),
        certainty: certainty(analysis, std::slice::from_ref(first)),
        cells,
        finding: None,
    })
}

/// How the statements of a row stand to one another.
struct Stances {
    differ: BTreeSet<StatementId>,
    refine: BTreeSet<StatementId>,
    update: BTreeSet<StatementId>,
}

impl Stances {
    /// Where one side of a difference has others that agree with it and the other side has none, the other differs;
    /// else both do.
    fn of(report: &Report, cluster: &Cluster) -> Self {
        let analysis = &report.analysis;
        let pairs = || {
            cluster
                .alignments
                .iter()
                .map(|at| &analysis.alignments[*at])
        };
        let of = |verdict: Verdict| -> BTreeSet<StatementId> {
            let pairs = pairs().filter(|pair| pair.verdict == verdict);
            pairs.flat_map(|pair| pair.sides).collect()
        };
        let agree = of(Verdict::Agree);
        let mut differ = BTreeSet::new();
        for index in &cluster.findings {
            let sides = &report.findings[*index].conflict.sides;
            let [Some(one), Some(other)] = sides.each_ref().map(|side| side.statement) else {
                continue;
            };
            let ids = [one, other];
            let backed = ids.map(|id| agree.contains(&id));
            for (id, backed_only) in ids
                .into_iter()
                .zip([backed[0] && !backed[1], backed[1] && !backed[0]])
            {
                if !backed_only {
                    differ.insert(id);
                }
            }
        }
        Self {
            differ,
            refine: of(Verdict::Refine),
            update: of(Verdict::Update),
        }
    }

    fn at(&self, id: StatementId) -> Stance {
        if self.differ.contains(&id) {
            Stance::Differs
        } else if self.refine.contains(&id) {
            Stance::Refines
        } else if self.update.contains(&id) {
            Stance::Updates
        } else {
            Stance::Says
        }
    }
}

#[cfg(test)]
mod tests;

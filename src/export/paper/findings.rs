//! Each finding: what differs, both quotations with their sources, what the reader said of it.

use super::{Block, Heading, Link, Part, Run, Style, Table, dotted, notes, sources, tagged};
use crate::export::authored::{self, decision_title};
use crate::export::marks::runs;
use crate::export::options::Selection;
use crate::notebook::Decision;
use crate::report::{Finding, Quote, Report, letter};
use crate::text::Span;

/// Those that stand, then those that the reader dismissed, with links to the passages in the texts.
pub fn all(report: &Report, selection: &Selection<'_>, links: bool) -> Vec<Block> {
    let (dismissed, standing): (Vec<&Finding>, Vec<&Finding>) = selection
        .findings
        .iter()
        .partition(|finding| finding.decision == Some(Decision::Dismissed));
    let mut blocks = vec![Block::heading(2, heading(selection))];
    blocks.extend(
        standing
            .iter()
            .map(|finding| one(report, selection, finding, links)),
    );
    if !dismissed.is_empty() {
        blocks.push(Block::heading(2, "Dismissed by the reader"));
        blocks.extend(
            dismissed
                .iter()
                .map(|finding| one(report, selection, finding, links)),
        );
    }
    blocks
}

fn heading(selection: &Selection<'_>) -> &'static str {
    if selection.open_questions {
        "Open questions"
    } else {
        "Findings"
    }
}

/// All findings at a glance, each with a link to where it is told in full.
pub fn table(findings: &[&Finding]) -> Option<Block> {
    let row = |finding: &&Finding| {
        let number = Link::Inside(id(finding.number));
        let outcome = authored::outcome(finding);
        let [left, right] = [0, 1].map(|side| {
            let letter = letter(finding.quotes[side].document);
            vec![
                Run::strong(format!("{letter} ")),
                Run::plain(&finding.lines[side]),
            ]
        });
        vec![
            vec![Run::linked(finding.number.to_string(), number)],
            vec![Run::plain(&finding.heading)],
            left,
            right,
            vec![Run::plain(
                outcome.unwrap_or_else(|| decision_title(finding).to_owned()),
            )],
        ]
    };
    (!findings.is_empty()).then(|| {
        Block::Table(Table {
            header: vec![
                "No.",
                "What differs",
                "One side",
                "The other side",
                "Reader",
            ],
            widths: vec![6, 18, 31, 31, 14],
            rows: findings.iter().map(row).collect(),
        })
    })
}

/// Where links to a finding lead.
pub fn id(number: usize) -> String {
    format!("finding-{number}")
}

/// Where links to a passage in the text of its article lead.
pub fn passage_id(number: usize, side: usize) -> String {
    format!("text-{number}-{side}")
}

fn one(report: &Report, selection: &Selection<'_>, finding: &Finding, links: bool) -> Block {
    let conflict = &finding.conflict;
    let mut blocks = vec![
        Block::Heading(Heading {
            level: 3,
            badge: Some(finding.number),
            words: finding.heading.clone(),
        }),
        Block::paragraph(Style::Facts, dotted(facts(report, finding))),
        Block::words(Style::Plain, &conflict.explanation),
        Block::Columns(
            (finding.quotes.iter().enumerate())
                .map(|(side, quote)| vec![quotation(report, finding.number, side, quote, links)])
                .collect(),
        ),
    ];
    blocks.extend(
        finding
            .also
            .iter()
            .map(|[left, right]| Block::words(Style::Facts, format!("Also {left} — {right}"))),
    );
    blocks.extend(said(finding));
    let note = selection.note(finding);
    blocks.extend(note.map(|note| notes::block(report, Some("Note".to_owned()), note)));
    let gates = conflict
        .gates
        .each()
        .map(|(question, gate)| Block::words(Style::Item, format!("{question}: {}", gate.because)));
    blocks.push(Block::Folded("Why the two can be compared", gates.into()));
    Block::Part(Part::Finding, Some(id(finding.number)), blocks)
}

/// What it is, who found it, and what became of it.
fn facts(report: &Report, finding: &Finding) -> Vec<Vec<Run>> {
    let conflict = &finding.conflict;
    let [left, right] = finding.quotes.each_ref().map(|quote| quote.document);
    let mut facts = vec![vec![Run::plain(conflict.verdict.title())]];
    facts.extend((left == right).then(|| vec![Run::plain(format!("Within {}", letter(left)))]));
    facts.push(vec![Run::plain(authored::origin(finding))]);
    facts.push(vec![Run::strong(authored::decision(finding))]);
    facts.extend(tagged(report, &finding.tags));
    facts
}

/// Why the reader decided so, and what came of it.
fn said(finding: &Finding) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(reason) = &finding.reason {
        let runs = vec![Run::strong("Reason: "), Run::plain(reason)];
        blocks.push(Block::paragraph(Style::Plain, runs));
    }
    if let Some(outcome) = authored::outcome(finding) {
        let runs = vec![Run::strong("Outcome: "), Run::plain(outcome)];
        blocks.push(Block::paragraph(Style::Plain, runs));
        let evidence = authored::evidence(finding);
        blocks.extend(
            evidence
                .into_iter()
                .map(|words| Block::words(Style::Item, words)),
        );
    }
    blocks
}

fn quotation(report: &Report, number: usize, side: usize, quote: &Quote, links: bool) -> Block {
    let document = report.analysis.document(quote.document);
    let mut facts = vec![
        vec![Run::strong(report.label(quote.document))],
        vec![Run::plain(report.passage_name(quote.document, quote.side))],
    ];
    facts.extend(sources::where_from(document));
    let mut who = vec![Run::plain(format!("{}:", quote.voice))];
    if links {
        let link = Link::Inside(passage_id(number, side));
        who.push(Run::plain(" "));
        who.push(Run::linked("in the text", link));
    }
    Block::Part(
        Part::Side,
        None,
        vec![
            Block::paragraph(Style::Facts, dotted(facts)),
            Block::paragraph(Style::Facts, who),
            Block::paragraph(Style::Quotation, quoted(report, quote)),
        ],
    )
}

/// The sentence, its passage marked, the words that differ in bold.
fn quoted(report: &Report, quote: &Quote) -> Vec<Run> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Passage,
        Evidence,
    }
    let text = &report.analysis.document(quote.document).text;
    let mut marks: Vec<(Span, Mark)> = vec![(quote.side, Mark::Passage)];
    marks.extend(quote.evidence.iter().map(|span| (*span, Mark::Evidence)));
    runs(quote.sentence, &marks)
        .iter()
        .map(|run| {
            let mut words = Run::plain(text.get(run.span).unwrap_or_default());
            words.look.marked = run.marks.contains(&Mark::Passage);
            words.look.strong = run.marks.contains(&Mark::Evidence);
            words
        })
        .collect()
}

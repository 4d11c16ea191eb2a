//! Comparisons written as marked text, for everything that tests or measures the reading view.
//!
//! `[1 words]` is a passage of finding 1, `<p Ilse Brandt|words>` a mention of a person (`p`), an organization (`o`),
//! a place (`l`), an event (`e`) or another entity (`x`); a capital letter makes it a pronoun. Marks may stand inside each other. Blocks are divided by
//! blank lines; the first is the title, and `## `, `- ` and `> ` open a heading, a list item and a quotation.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use counterpoint::model::{
    Analysis, Block, BlockKind, Certainty, Conflict, Document, DocumentAnalysis, DocumentId,
    Entity, EntityId, EntityKind, Gate, Gates, Kind, Mention, MentionForm, MentionId, Metadata,
    Origin, Polarity, PublicationDate, Side, Statement, StatementId, Verdict,
};
use counterpoint::notebook::Notebook;
use counterpoint::report::Report;
use counterpoint::text::{self, SourceText, Span};

/// An article: outlet, day of publication where it has one, marked text.
pub type Article<'a> = (&'a str, Option<&'a str>, &'a str);

/// The comparison of some articles; the findings are of these kinds, in the order of their numbers.
pub fn report(articles: &[Article<'_>], kinds: &[Kind]) -> Report {
    let mut analysis = Analysis::default();
    let mut entities: BTreeMap<String, EntityId> = BTreeMap::new();
    let mut sides: BTreeMap<usize, Vec<Side>> = BTreeMap::new();
    for (index, (outlet, day, marked)) in articles.iter().enumerate() {
        let id = DocumentId(index);
        let read = parse(marked);
        for (number, span) in read.passages {
            let statement = StatementId(analysis.statements.len());
            analysis.statements.push(statement_at(id, span));
            sides.entry(number).or_default().push(Side {
                document: id,
                statement: Some(statement),
                span,
                evidence: vec![span],
            });
        }
        for (kind, form, name, span) in read.mentions {
            let entity = *entities.entry(name.clone()).or_insert_with(|| {
                analysis.entities.push(entity(kind, name));
                EntityId(analysis.entities.len() - 1)
            });
            let mention = MentionId(analysis.mentions.len());
            analysis.entities[entity.index()].mentions.push(mention);
            analysis.mentions.push(Mention {
                document: id,
                span,
                form,
                kind,
                entity,
                link: String::new(),
            });
        }
        analysis
            .documents
            .push(document(outlet, *day, read.text, read.blocks));
    }
    for entity in &mut analysis.entities {
        let mut documents: Vec<DocumentId> = entity
            .mentions
            .iter()
            .map(|mention| analysis.mentions[mention.index()].document)
            .collect();
        documents.dedup();
        entity.documents = documents.len();
    }
    for (index, (_, passages)) in sides.into_iter().enumerate() {
        let kind = kinds.get(index).copied().unwrap_or(Kind::Number);
        analysis.conflicts.push(conflict(kind, passages));
    }
    Report::new(Arc::new(analysis), &Notebook::default(), 0.0)
}

struct Read {
    text: String,
    blocks: Vec<Block>,
    passages: Vec<(usize, Span)>,
    mentions: Vec<(EntityKind, MentionForm, String, Span)>,
}

enum Open {
    Passage(usize, usize),
    Mention(EntityKind, MentionForm, String, usize),
}

fn parse(marked: &str) -> Read {
    let mut read = Read {
        text: String::new(),
        blocks: Vec::new(),
        passages: Vec::new(),
        mentions: Vec::new(),
    };
    for (index, block) in marked
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
        .enumerate()
    {
        let (kind, words) = if index == 0 {
            (BlockKind::Title, block)
        } else if let Some(heading) = block.strip_prefix("## ") {
            (BlockKind::Heading, heading)
        } else if let Some(item) = block.strip_prefix("- ") {
            (BlockKind::ListItem, item)
        } else if let Some(quotation) = block.strip_prefix("> ") {
            (BlockKind::Quotation, quotation)
        } else {
            (BlockKind::Paragraph, block)
        };
        if index > 0 {
            read.text.push_str("\n\n");
        }
        let start = read.text.len();
        parse_block(&mut read, words);
        let span = Span::new(start, read.text.len());
        read.blocks.push(Block { span, kind });
    }
    read.passages.sort_by_key(|(_, span)| span.start);
    read.mentions.sort_by_key(|(.., span)| span.start);
    read
}

fn parse_block(read: &mut Read, words: &str) {
    let mut open = Vec::new();
    let mut rest = words.chars();
    while let Some(char) = rest.next() {
        match char {
            '[' => {
                let number: String = rest.by_ref().take_while(|&char| char != ' ').collect();
                open.push(Open::Passage(
                    number.parse().expect("a number"),
                    read.text.len(),
                ));
            }
            '<' => {
                let letter = rest.next().unwrap_or_default();
                let form = if letter.is_uppercase() {
                    MentionForm::Pronoun
                } else {
                    MentionForm::Name
                };
                let kind = match letter.to_ascii_lowercase() {
                    'p' => EntityKind::Person,
                    'o' => EntityKind::Organization,
                    'l' => EntityKind::Place,
                    'e' => EntityKind::Event,
                    _ => EntityKind::Other,
                };
                rest.next();
                let name: String = rest.by_ref().take_while(|&char| char != '|').collect();
                open.push(Open::Mention(kind, form, name, read.text.len()));
            }
            ']' | '>' => match open.pop().expect("a mark is open") {
                Open::Passage(number, start) => {
                    read.passages
                        .push((number, Span::new(start, read.text.len())));
                }
                Open::Mention(kind, form, name, start) => {
                    read.mentions
                        .push((kind, form, name, Span::new(start, read.text.len())));
                }
            },
            '\n' => read.text.push(' '),
            char => read.text.push(char),
        }
    }
}

fn document(outlet: &str, day: Option<&str>, text: String, blocks: Vec<Block>) -> DocumentAnalysis {
    let text = SourceText::new(text);
    let paragraphs: Vec<Span> = blocks.iter().map(|block| block.span).collect();
    let name = outlet.to_lowercase().replace(' ', "-");
    DocumentAnalysis {
        segments: text::segment(&text, &paragraphs),
        readings: Vec::new(),
        document: Arc::new(Document {
            text,
            blocks,
            metadata: Metadata {
                outlet: Some(outlet.to_owned()),
                authors: vec!["Mara Lind".to_owned()],
                published: day.map(|day| PublicationDate {
                    given: day.to_owned(),
                    day: day.parse().expect("a day"),
                }),
                ..Metadata::default()
            },
            origin: Origin {
                sha256: name.clone(),
                file: format!("{name}.html"),
                ..Origin::default()
            },
        }),
    }
}

fn entity(kind: EntityKind, name: String) -> Entity {
    Entity {
        name,
        kind,
        mentions: Vec::new(),
        documents: 0,
        related: None,
        country: None,
    }
}

fn statement_at(document: DocumentId, span: Span) -> Statement {
    Statement {
        document,
        sentence: 0,
        span,
        attribution: None,
        subject: None,
        predicate: None,
        polarity: Polarity::Affirmed,
        negation: None,
        certainty: Certainty::Done,
        hedge: None,
        quantities: Vec::new(),
        times: Vec::new(),
        mentions: Vec::new(),
        finite: true,
    }
}

fn conflict(kind: Kind, passages: Vec<Side>) -> Conflict {
    let mut passages = passages.into_iter();
    let mut next = || passages.next().expect("a finding has two sides");
    let sides = [next(), next()];
    let passed = || Gate {
        passed: true,
        because: String::new(),
    };
    Conflict {
        verdict: Verdict::Conflict,
        kind,
        confidence: 0.9,
        subject: "ferry fire".to_owned(),
        explanation: String::new(),
        gates: Gates {
            subject: passed(),
            event: passed(),
            time: passed(),
            part: passed(),
            voice: passed(),
            finite: passed(),
        },
        sides,
        also: Vec::new(),
    }
}

/// Two articles of so many words each that share so many findings and names.
pub fn long(words: usize, marks: usize) -> Report {
    const SENTENCE: &str =
        "The crew handed out blankets and counted heads twice before the last boat left the pier.";
    let sentences = words / 16;
    let article = |outlet: &str| {
        let mut text = format!("What {outlet} knows of the fire");
        let mut marked = 0;
        for sentence in 0..sentences {
            text.push_str(if sentence % 5 == 0 { "\n\n" } else { " " });
            if sentence * marks / sentences >= marked && marked < marks {
                marked += 1;
                let finding = marked / 2;
                let written = if marked % 2 == 0 {
                    write!(
                        text,
                        "[{finding} The crew of {outlet} handed out {finding}] blankets and counted heads before the last boat left the pier."
                    )
                } else {
                    write!(
                        text,
                        "The <o Aurelia|Aurelia> lay off <l Halden|Halden> when the crew counted heads before boat {sentence} left."
                    )
                };
                written.expect("text takes all");
            } else {
                text.push_str(SENTENCE);
            }
        }
        text
    };
    let (courier, ledger) = (article("the Courier"), article("the Ledger"));
    report(
        &[
            ("Courier", Some("2026-05-14"), &courier),
            ("Ledger", Some("2026-05-15"), &ledger),
        ],
        &[],
    )
}

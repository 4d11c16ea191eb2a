//! Who said what: everybody whom an article quotes, directly or not, with what they are quoted as saying.

use std::collections::BTreeMap;

use super::{CELL, Passage, Wording, statements, text_of, worded};
use crate::model::{Analysis, Attribution, DocumentId, EntityId, Side, Source, Statement};
use crate::text::{Span, fold};

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name, or the description that stands for one.
    pub name: String,
    pub named: bool,
    /// By article, in the order of its text.
    pub utterances: Vec<Vec<Utterance>>,
}

impl Speaker {
    /// How many articles quote them.
    pub fn articles(&self) -> usize {
        let quoting = self.utterances.iter().filter(|own| !own.is_empty());
        quoting.count()
    }

    pub fn count(&self) -> usize {
        self.utterances.iter().map(Vec::len).sum()
    }
}

/// What an article quotes somebody with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    pub wording: Wording,
    /// Whether it stands in quotation marks.
    pub direct: bool,
    /// Whoever tells it in their place: "the French President's office".
    pub told_by: Option<String>,
    /// Whom they go by themselves.
    pub citing: Option<String>,
}

impl Utterance {
    /// "direct", "indirect · as told by the office".
    pub fn manner(&self) -> String {
        let mut words = if self.direct { "direct" } else { "indirect" }.to_owned();
        if let Some(teller) = &self.told_by {
            words.push_str(" · as told by ");
            words.push_str(teller);
        }
        if let Some(cited) = &self.citing {
            words.push_str(" · citing ");
            words.push_str(cited);
        }
        words
    }
}

/// What nobody is named or described for.
const NOBODY: &str = "Nobody named";

/// Everybody who is quoted: those of most articles first, then those quoted most; last what nobody is named for.
pub fn rows(analysis: &Analysis) -> Vec<Speaker> {
    let mut all: BTreeMap<Key, Speaker> = BTreeMap::new();
    let mut earlier: Option<(DocumentId, Attribution)> = None;
    for (id, statement) in statements(analysis) {
        let Some(attribution) = &statement.attribution else {
            continue;
        };
        // One utterance is many statements, each of which repeats the whole.
        let same = Some((statement.document, attribution.clone()));
        if earlier == same {
            continue;
        }
        earlier = same;
        let document = statement.document;
        let wording = whole(analysis, id, statement, attribution);
        let source = attribution.source.as_ref();
        let called = |source: &Source| name_of(analysis, document, source);
        let teller = source.map_or_else(|| NOBODY.to_owned(), called);
        let embedded = attribution.embedded.as_ref();
        let mut add = |source: Option<&Source>, told_by: Option<String>, citing: Option<String>| {
            let (key, name, named) = identity(analysis, document, source);
            let speaker = all.entry(key).or_insert_with(|| Speaker {
                name,
                named,
                utterances: vec![Vec::new(); analysis.documents.len()],
            });
            speaker.utterances[document.index()].push(Utterance {
                wording: wording.clone(),
                direct: attribution.quoted && told_by.is_none(),
                told_by,
                citing,
            });
        };
        add(source, None, embedded.map(called));
        if embedded.is_some() {
            add(embedded, Some(teller), None);
        }
    }
    let mut rows: Vec<(Key, Speaker)> = all.into_iter().collect();
    rows.sort_by_key(|(key, speaker)| {
        let fewest_last = std::cmp::Reverse((speaker.articles(), speaker.count()));
        let first = (speaker.utterances.iter().flatten())
            .map(|utterance| utterance.wording.passage)
            .min();
        (*key == Key::Nobody, fewest_last, first)
    });
    rows.into_iter().map(|(_, speaker)| speaker).collect()
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(EntityId),
    /// Folded; within one article, since "officials" here and there need not be the same.
    Description(DocumentId, String),
    Nobody,
}

fn identity(
    analysis: &Analysis,
    document: DocumentId,
    source: Option<&Source>,
) -> (Key, String, bool) {
    let Some(source) = source else {
        return (Key::Nobody, NOBODY.to_owned(), false);
    };
    if let Some(entity) = source.entity {
        let name = analysis.entity(entity).name.clone();
        return (Key::Entity(entity), name, analysis.is_named(entity));
    }
    let words = text_of(analysis, document, source.span);
    if words.is_empty() {
        return (Key::Nobody, NOBODY.to_owned(), false);
    }
    (Key::Description(document, fold(&words)), words, false)
}

fn name_of(analysis: &Analysis, document: DocumentId, source: &Source) -> String {
    match source.entity {
        Some(entity) => analysis.entity(entity).name.clone(),
        None => text_of(analysis, document, source.span),
    }
}

/// The whole content of what is said, or the statement where the content lies elsewhere.
fn whole(
    analysis: &Analysis,
    id: crate::model::StatementId,
    statement: &Statement,
    attribution: &Attribution,
) -> Wording {
    let content = begun(analysis, statement.document, attribution.content);
    let side = Side {
        document: statement.document,
        statement: Some(id),
        span: if content.contains(statement.span) {
            content
        } else {
            statement.span
        },
        evidence: Vec::<Span>::new(),
    };
    let passage = Passage {
        document: statement.document,
        span: statement.span,
    };
    Wording {
        passage,
        ..worded(analysis, &side, 2 * CELL)
    }
}

/// What is said from its first word on: after "…, the county advises," it begins with the comma.
fn begun(analysis: &Analysis, document: DocumentId, content: Span) -> Span {
    let words = &analysis.document(document).text;
    let words = words.get(content).unwrap_or_default();
    let first =
        words.trim_start_matches(|sign: char| sign.is_whitespace() || ",;:–—".contains(sign));
    Span::new(content.end - first.len(), content.end)
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use super::*;

    /// Every speaker as "name: A direct words".
    fn table(articles: &str) -> Vec<String> {
        let report = told(articles, |_| Vec::new());
        rows(&report.analysis).iter().map(line).collect()
    }

    fn line(speaker: &Speaker) -> String {
        let utterances = speaker.utterances.iter().enumerate().flat_map(|(at, own)| {
            let letter = crate::report::letter(DocumentId(at));
            own.iter().map(move |utterance| {
                format!(
                    "{letter} {} {}",
                    utterance.manner(),
                    utterance.wording.words
                )
            })
        });
        format!(
            "{}: {}",
            speaker.name,
            utterances.collect::<Vec<_>>().join(" / ")
        )
    }

    #[test]
    fn everybody_who_is_quoted_has_a_row_with_what_each_article_has_of_them() {
        let table = table(
            "== Sentinel\nMayor Ilse Brandt said the bridge was closed. “We had no choice,” Brandt said.\n\n\
             == Record\nIlse Brandt said the bridge had been shut for a week.",
        );
        assert_eq!(table.len(), 1, "{table:?}");
        let row = &table[0];
        assert!(
            row.starts_with("Ilse Brandt: A indirect the bridge was closed"),
            "{row}"
        );
        assert!(row.contains("A direct “We had no choice"), "{row}");
        assert!(
            row.contains("B indirect the bridge had been shut for a week"),
            "{row}"
        );
    }

    #[test]
    fn what_is_said_begins_with_a_word() {
        let report = told(
            "== Sentinel\nUntil Saturday, the county advises, boil water.",
            |_| Vec::new(),
        );
        let document = DocumentId(0);
        let text = &report.analysis.document(document).text;
        let comma = text.as_str().rfind(',').unwrap();
        let content = begun(&report.analysis, document, Span::new(comma, text.len()));
        assert_eq!(text.get(content).map(str::trim_end), Some("boil water."));
    }

    #[test]
    fn those_whom_most_articles_quote_come_first_and_nobody_last() {
        let table = table(
            "== Sentinel\nReportedly the pier burned. Tom Aske said it rained. Ilse Brandt said the bridge was closed.\n\n\
             == Record\nIlse Brandt said the bridge had been shut.",
        );
        assert!(table[0].starts_with("Ilse Brandt"), "{table:?}");
        assert!(table[1].starts_with("Tom Aske"), "{table:?}");
        let nobody = table.iter().position(|row| row.starts_with(NOBODY));
        assert!(nobody.is_none_or(|at| at + 1 == table.len()), "{table:?}");
    }

    #[test]
    fn what_is_told_in_somebody_s_place_is_marked() {
        let table = table(
            "== Sentinel\nThe French President's office said Japanese officials had told it that the talks were over.",
        );
        let told = table.iter().any(|row| row.contains("as told by"));
        assert!(told, "{table:?}");
        let citing = table.iter().any(|row| row.contains("citing"));
        assert!(citing, "{table:?}");
    }

    #[test]
    fn the_outlet_s_own_voice_is_no_speaker() {
        assert_eq!(table("== Sentinel\nThe bridge was closed."), [""; 0]);
    }
}

//! What the reader said, in words that every format uses.

use crate::notebook::{Decision, Evidence, Outcome, Relation, Stamp, Tag, TagColor, TagId};
use crate::report::{Finding, Report, letter, reliability};

/// Who found it: the program, or the reader's own hand.
pub fn origin(finding: &Finding) -> String {
    if finding.by_hand.is_some() {
        return with_stamp("Made by hand", &finding.stamp);
    }
    let confidence = reliability::confidence_in_words(finding.conflict.confidence);
    match finding.proposed {
        None => format!("Proposed by the program: {confidence}"),
        Some(proposed) => format!(
            "Proposed by the program as {}, “{}”: {confidence}",
            proposed.kind.title(),
            proposed.verdict.title()
        ),
    }
}

/// "Real difference (Ana Reed, 2026-11-22)"; what nobody decided on says so.
pub fn decision(finding: &Finding) -> String {
    match finding.decision {
        Some(decision) => with_stamp(decision.title(), &finding.stamp),
        None => "Not decided".to_owned(),
    }
}

/// The decision alone, for a narrow column.
pub fn decision_title(finding: &Finding) -> &'static str {
    finding.decision.map_or("Not decided", Decision::title)
}

/// "A stands", where the reader asked.
pub fn outcome(finding: &Finding) -> Option<String> {
    let outcome = finding.outcome.as_ref()?;
    let letters = finding
        .quotes
        .each_ref()
        .map(|quote| letter(quote.document));
    Some(outcome.standing.title(letters))
}

/// "Call, 2026-11-22: the harbor office counted again".
pub fn evidence(finding: &Finding) -> Vec<String> {
    let outcome = finding.outcome.iter();
    outcome.flat_map(evidence_of).collect()
}

/// The same of an outcome whose finding is gone.
pub fn evidence_of(outcome: &Outcome) -> Vec<String> {
    outcome.evidence.iter().map(shown).collect()
}

/// "contradicts", or the reader's own words as they wrote them.
pub fn relation(relation: &Relation) -> String {
    match relation {
        Relation::Own(words) => words.clone(),
        other => other.title().to_lowercase(),
    }
}

/// Those of some ids, in the order in which they were made.
pub fn tags_of<'a>(report: &'a Report, ids: &[TagId]) -> impl Iterator<Item = &'a Tag> {
    report.tags.iter().filter(|tag| ids.contains(&tag.id))
}

/// The name of a tag's color in a style sheet, and the color itself where a format wants one.
pub fn color(color: TagColor) -> (&'static str, &'static str) {
    match color {
        TagColor::Gray => ("gray", "#6B6A66"),
        TagColor::Red => ("red", "#B3261E"),
        TagColor::Orange => ("orange", "#B35A00"),
        TagColor::Green => ("green", "#1F7A4D"),
        TagColor::Blue => ("blue", "#1F6FB5"),
        TagColor::Purple => ("purple", "#7A4BB0"),
    }
}

/// "water, ask again".
pub fn tags(report: &Report, ids: &[TagId]) -> Option<String> {
    let names: Vec<&str> = tags_of(report, ids).map(|tag| tag.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// "Ana Reed, 2026-11-22", as far as it is known.
pub fn stamp(stamp: &Stamp) -> Option<String> {
    let day = stamp.at.map(|at| at.strftime("%Y-%m-%d").to_string());
    let parts: Vec<String> = stamp.by.clone().into_iter().chain(day).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn shown(evidence: &Evidence) -> String {
    let sort = evidence.sort.title();
    match evidence.date {
        Some(date) => format!("{sort}, {date}: {}", evidence.words),
        None => format!("{sort}: {}", evidence.words),
    }
}

fn with_stamp(words: &str, of: &Stamp) -> String {
    match stamp(of) {
        Some(stamp) => format!("{words} ({stamp})"),
        None => words.to_owned(),
    }
}

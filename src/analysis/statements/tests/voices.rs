//! Who said it, whether it is denied, and how firmly it is held.

use super::statements;
use crate::model::{Certainty, Polarity, Statement};
use crate::text::Span;

fn words(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap()
}

/// "source | content" of the first attribution, with quotation marks kept.
fn attribution(text: &str) -> String {
    let found = statements(text)
        .into_iter()
        .find_map(|statement| statement.attribution);
    found.map_or_else(
        || "nobody".to_owned(),
        |found| {
            let source = found.source.map_or("?", |source| words(text, source.span));
            let embedded = found.embedded.map_or_else(String::new, |inner| {
                format!(" < {}", words(text, inner.span))
            });
            format!("{source}{embedded} | {}", words(text, found.content))
        },
    )
}

fn statement(text: &str, part: &str) -> Statement {
    statements(text)
        .into_iter()
        .filter(|statement| words(text, statement.span).contains(part))
        .min_by_key(|statement| statement.span.len())
        .unwrap()
}

fn check(rows: &[(&str, &str)], found: impl Fn(&str) -> String) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, found(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_source_stands_before_after_and_between_its_words() {
    check(
        &[
            (
                "Smith said the plan had failed.",
                "Smith | the plan had failed",
            ),
            (
                "Smith said that the plan had failed.",
                "Smith | that the plan had failed",
            ),
            (
                "The plan had failed, Smith said.",
                "Smith | The plan had failed",
            ),
            (
                "“The plan has failed,” Smith said.",
                "Smith | “The plan has failed,”",
            ),
            (
                "“The plan has failed,” said Mary Smith, a lawyer.",
                "Mary Smith | “The plan has failed,”",
            ),
            (
                "\"The plan has failed,\" Smith told reporters.",
                "Smith | \"The plan has failed,\"",
            ),
            (
                "Smith said: “The plan has failed.”",
                "Smith | “The plan has failed.”",
            ),
            (
                "According to police, the driver was drunk.",
                "police | the driver was drunk",
            ),
            (
                "The driver was drunk, according to police.",
                "police | The driver was drunk",
            ),
            (
                "Ann Lee, the mayor of Halden, said the plan had failed.",
                "Ann Lee | the plan had failed",
            ),
            (
                "The mayor's office said the plan had failed.",
                "The mayor's office | the plan had failed",
            ),
            (
                "The mayor recently said the plan had failed.",
                "The mayor | the plan had failed",
            ),
            (
                "Smith told the court that he was innocent.",
                "Smith | that he was innocent",
            ),
            (
                "Smith denied that he took the money.",
                "Smith | that he took the money",
            ),
            (
                "The driver was reportedly drunk.",
                "? | The driver was reportedly drunk",
            ),
            (
                "She said Republican Donald Trump favors a “strongman approach.”",
                "She | Republican Donald Trump favors a “strongman approach.”",
            ),
            (
                "The study found that the drug helps patients.",
                "The study | that the drug helps patients",
            ),
            ("I think the plan has failed.", "nobody"),
            ("The plan failed.", "nobody"),
            ("The mayor rejected the plan.", "nobody"),
        ],
        attribution,
    );
}

#[test]
fn a_quotation_alone_goes_on_with_the_speaker_before_it() {
    let text = "“We are ready,” Smith said. “Nobody will stop us now.”";
    let last = statements(text).pop().unwrap();
    let source = last.attribution.and_then(|found| found.source).unwrap();
    assert_eq!(words(text, source.span), "Smith");
}

#[test]
fn hearsay_keeps_both_sources() {
    let text = "The President’s office said, ‘We are not in favor of it. The Japanese officials have told us themselves that they are not very attached to it.’";
    let last = statement(text, "attached");
    let found = last.attribution.unwrap();
    assert_eq!(
        words(text, found.source.unwrap().span),
        "The President’s office"
    );
    assert_eq!(
        words(text, found.embedded.unwrap().span),
        "The Japanese officials"
    );
    assert_eq!(last.polarity, Polarity::Denied);
    assert_eq!(
        words(text, last.span),
        "The Japanese officials have told us themselves that they are not very attached to it"
    );
}

/// The polarity of the only statement.
fn polarity(text: &str) -> String {
    format!("{:?}", statements(text)[0].polarity).to_lowercase()
}

#[test]
fn negation_reaches_the_verb_it_belongs_to() {
    check(
        &[
            ("The plan did not fail.", "denied"),
            ("The plan didn't fail.", "denied"),
            ("The plan never failed.", "denied"),
            ("No passengers were hurt.", "denied"),
            ("Nobody was hurt.", "denied"),
            ("The driver failed to stop.", "denied"),
            ("The mayor declined to comment.", "denied"),
            ("The mayor refused to resign.", "denied"),
            ("The mayor ruled out a second vote.", "denied"),
            ("The office no longer exists.", "denied"),
            ("The mayor was unable to attend.", "denied"),
            ("The plan is not only costly.", "affirmed"),
            ("There is no doubt about the plan.", "affirmed"),
            ("The plan failed.", "affirmed"),
            ("The mayor did not deny the affair.", "affirmed"),
            ("The brakes failed.", "affirmed"),
            ("The crew left the not very large ship.", "affirmed"),
        ],
        polarity,
    );
}

fn certainty(text: &str) -> String {
    format!("{:?}", statements(text)[0].certainty).to_lowercase()
}

#[test]
fn certainty_follows_the_ladder() {
    check(
        &[
            ("The council opened the bridge.", "done"),
            ("The council agreed to open the bridge.", "announced"),
            ("The council decided to open the bridge.", "announced"),
            ("The council will open the bridge.", "planned"),
            ("The council plans to open the bridge.", "planned"),
            ("The bridge is scheduled to open.", "planned"),
            ("The council may open the bridge.", "possible"),
            ("The council hopes to open the bridge.", "possible"),
            ("The council is likely to open the bridge.", "possible"),
            ("The council spoke about the hope of a bridge.", "possible"),
            ("The mayor allegedly took the money.", "alleged"),
            ("The mayor is accused of taking the money.", "alleged"),
            ("The council is considering a bridge.", "weighed"),
            ("The council opposes the bridge.", "opposed"),
            ("The council rejected the bridge.", "rejected"),
            ("France Rebuffs NATO Office in Japan", "rejected"),
        ],
        certainty,
    );
}

#[test]
fn what_a_source_denies_is_denied() {
    let denied = statement("Smith denied that he took the money.", "took");
    assert_eq!(
        (denied.polarity, denied.certainty),
        (Polarity::Denied, Certainty::Denied)
    );
}

#[test]
fn questions_commands_and_fragments_claim_nothing() {
    let finite = |text: &str| statements(text).iter().any(|statement| statement.finite);
    assert!(!finite("Did the plan fail?"));
    assert!(!finite("Leave a reply."));
    assert!(!finite("A very long night."));
    assert!(finite("The plan failed."));
}

#[test]
fn a_clause_of_time_lends_no_subject() {
    let text = "Smith was away when the fire began and did not see the crowd.";
    let seen = statement(text, "see the crowd");
    assert_eq!(words(text, seen.subject.unwrap()), "Smith");
}

#[test]
fn an_infinitive_carries_the_meaning_of_its_clause() {
    let opened = statement("NATO also agreed to open its office in Japan.", "open");
    assert_eq!(opened.predicate.unwrap().lemma, "open");
}

#[test]
fn what_is_said_about_a_quotation_stays_with_it() {
    let text = "The ambassador (Ko Sato) recently said: “We are working in that direction” concerning an office in Japan.";
    let working = statement(text, "working");
    let found = working.attribution.unwrap();
    assert_eq!(
        words(text, found.source.unwrap().span),
        "The ambassador (Ko Sato)"
    );
    assert!(found.quoted);
    assert_eq!(working.certainty, Certainty::Planned);
}

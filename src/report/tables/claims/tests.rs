//! Which passages stand in one row.

use super::super::told;
use super::*;
use crate::notebook::{Command, Decision};

/// Every row as "heading (kind, sources, certainty)  A = words  B not found".
fn table(articles: &str) -> Vec<String> {
    let report = told(articles, |_| Vec::new());
    rows(&report).iter().map(line).collect()
}

fn line(claim: &Claim) -> String {
    let cells = claim.cells.iter().enumerate().map(|(index, cell)| {
        let letter = letter(DocumentId(index));
        match cell {
            None => format!("{letter} {NOT_FOUND}"),
            Some(cell) => {
                let sign = match cell.stance {
                    Stance::Says => '=',
                    Stance::Refines => '≈',
                    Stance::Updates => '→',
                    Stance::Differs => '≠',
                };
                format!("{letter} {sign} {}", cell.wording.line())
            }
        }
    });
    let (kind, origins) = (&claim.kind, claim.origins.words());
    let head = format!("{} ({kind}, {origins}, {})", claim.heading, claim.certainty);
    std::iter::once(head)
        .chain(cells)
        .collect::<Vec<_>>()
        .join("  ")
}

const FERRY: &str = "== Sentinel 2026-05-14\nThe Norwick ferry hit the stone pier on Monday with forty people on board. \
    The fire killed 17 people in Norwick, officials said.\n\n\
    == Record 2026-05-14\nThe Norwick ferry hit the stone pier on Monday with forty people on board. \
    The fire killed 31 people in Norwick, officials said.\n\n\
    == Radio 2026-05-14\nThe fire killed 17 people in Norwick, officials said. The mayor opened a school.";

#[test]
fn who_says_it_who_differs_and_where_it_is_not_found() {
    let table = table(FERRY);
    let pier = table.iter().find(|row| row.contains("pier")).unwrap();
    assert!(pier.contains("They agree"), "{pier}");
    assert!(pier.ends_with("C not found"), "{pier}");
    let dead = table.iter().find(|row| row.contains("31 people")).unwrap();
    assert!(dead.contains("Number"), "{dead}");
    assert!(
        dead.contains("officials said: “The fire killed 17"),
        "{dead}"
    );
    assert!(dead.contains("B ≠ officials said"), "{dead}");
}

#[test]
fn rows_stand_in_the_order_of_the_first_article_that_has_them() {
    let table = table(FERRY);
    let at = |words: &str| table.iter().position(|row| row.contains(words)).unwrap();
    assert!(at("pier") < at("31 people"), "{table:?}");
}

#[test]
fn words_that_one_article_copied_are_one_source() {
    let table = table(FERRY);
    let pier = table.iter().find(|row| row.contains("pier")).unwrap();
    let words = "2 articles, 1 source: the wording is shared";
    assert!(pier.contains(words), "{pier}");
}

#[test]
fn one_source_that_all_quote_is_named() {
    let articles = "== Sentinel\nThe Norwick ferry hit the stone pier on Monday, Norlink said.\n\n\
        == Record\nOn Monday the old Norwick ferry hit the long stone pier, according to Norlink.";
    let table = table(articles);
    let words = "2 articles, 1 source: Norlink";
    assert!(table.iter().any(|row| row.contains(words)), "{table:?}");
}

#[test]
fn what_the_reader_called_no_difference_makes_no_row_of_it() {
    let dismissed = |report: &Report| {
        let decide = |finding: &Finding| Command::Decide {
            finding: finding.key.clone(),
            decision: Some(Decision::Dismissed),
        };
        report.findings.iter().map(decide).collect()
    };
    let report = told(FERRY, dismissed);
    assert!(!report.findings.is_empty(), "the articles differ");
    let claims = rows(&report);
    assert!(
        claims.iter().all(|claim| claim.finding.is_none()),
        "{claims:?}"
    );
}

#[test]
fn a_difference_within_one_article_is_one_cell() {
    let mut report = told(FERRY, |_| Vec::new());
    let finding = &mut report.findings[0];
    let [one, other] = &mut finding.conflict.sides;
    other.clone_from(one);
    let claims = rows(&report);
    assert!(
        claims.iter().any(|claim| claim.finding == Some(0)),
        "{claims:?}"
    );
}

#[test]
fn one_article_alone_makes_no_rows() {
    assert_eq!(table("== Sentinel\nThe mayor opened a school."), [""; 0]);
}

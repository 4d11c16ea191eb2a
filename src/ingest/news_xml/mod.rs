//! Articles as news agencies send them: NITF and NewsML-G2.

mod body;
mod element;
mod newsml;
mod nitf;

use std::sync::LazyLock;

use regex::Regex;

use super::choice::Choice;
use super::draft::Draft;
use super::error::Problem;
use super::masthead;

/// What may stand before the first element, and the name of that.
static ROOT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?s)^(?:\u{FEFF}|\s|<\?.*?\?>|<!--.*?-->|<!doctype\b[^\[>]*(?:\[.*?\]\s*)?>)*<(?:[\w.-]+:)?(nitf|newsitem|newsmessage)[\s/>]")
        .expect("the pattern is fixed")
});

/// Whether a file begins, in lower case, as these do.
pub(super) fn looks_like_news(head: &str) -> bool {
    ROOT.is_match(head)
}

pub(super) fn read(xml: &str, choice: Choice) -> Result<Draft, Problem> {
    let root = element::parse(xml.trim_start_matches('\u{FEFF}').trim_start())?;
    let mut draft = if root.name == "nitf" {
        choice.of_one()?;
        nitf::read(&root)
    } else {
        newsml::read(&choice.of(newsml::items(root), newsml::offered)?)
    };
    if draft.pieces.is_empty() {
        return Err(Problem::NoArticle);
    }
    masthead::take(&mut draft);
    Ok(draft)
}

#[cfg(test)]
mod tests;

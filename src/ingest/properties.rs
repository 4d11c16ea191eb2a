//! What documents say of themselves in their properties, weighed against what stands in their text.
//!
//! Programs fill properties in by themselves: the name of a template as title, the owner of the machine as author. So
//! what the text tells comes first. The day on which a file was made is not taken for the day of publication: whoever
//! saves an old article today makes a new file, and no date is better than a wrong one.

use super::date::parse_date;
use super::draft::{Draft, Piece, bare, squeeze};
use super::language;
use super::masthead;
use crate::model::BlockKind;

/// How many pieces from the top a title may stand.
const WITHIN: usize = 6;

/// The properties of a file, as it gives them.
#[derive(Debug, Default)]
pub(super) struct Properties {
    pub title: String,
    pub authors: Vec<String>,
    /// When the article was published, for formats that say that.
    pub published: String,
    /// When the file was changed last.
    pub modified: String,
    pub language: String,
    pub outlet: String,
    /// Whether people fill these properties in, as those who make books do.
    pub trusted: bool,
}

/// A draft of pieces and properties; `title` is the piece that the file itself sets as its title.
pub(super) fn draft(
    mut pieces: Vec<Piece>,
    title: Option<String>,
    properties: &Properties,
) -> Draft {
    let mut draft = Draft::default();
    draft.metadata.title = title
        .or_else(|| stated_title(properties, &pieces))
        .or_else(|| {
            // A document that begins with a heading is headed by it.
            let first = pieces.first_mut()?;
            (first.kind == BlockKind::Heading).then(|| first.text.clone())
        });
    draft.pieces = pieces;
    if properties.trusted {
        draft.metadata.authors = authors(properties);
        draft.metadata.outlet = Some(squeeze(&properties.outlet)).filter(|name| !name.is_empty());
        draft.metadata.published = parse_date(&properties.published);
    }
    draft.metadata.modified = parse_date(&properties.modified);
    draft.metadata.language = language::of_tag(&properties.language);
    masthead::take(&mut draft);
    if draft.metadata.authors.is_empty() {
        draft.metadata.authors = authors(properties);
    }
    // Some programs leave the date of their template.
    let published = draft.metadata.published.as_ref().map(|date| date.day);
    draft.metadata.modified = draft
        .metadata
        .modified
        .take_if(|modified| published.is_none_or(|day| day <= modified.day));
    draft
}

/// The title in the properties, where it is one: books name themselves, other files must show it in their text or
/// must have been given it by hand.
fn stated_title(properties: &Properties, pieces: &[Piece]) -> Option<String> {
    let title = squeeze(&properties.title);
    if title.is_empty() {
        return None;
    }
    if let Some(headline) = headline(&title, pieces) {
        return Some(headline);
    }
    let same = bare(&title);
    let is_shown = pieces
        .iter()
        .take(WITHIN)
        .any(|piece| bare(&piece.text) == same);
    let is_headed = pieces
        .first()
        .is_some_and(|piece| piece.kind == BlockKind::Heading);
    (properties.trusted || is_shown || !is_headed && !is_by_machine(&title)).then_some(title)
}

/// The line at the top that a title repeats with the name of the paper behind it, as the titles of pages do.
fn headline(title: &str, pieces: &[Piece]) -> Option<String> {
    const JOINTS: [char; 5] = ['|', '-', '–', '—', '·'];
    pieces
        .iter()
        .take(WITHIN)
        .filter(|piece| piece.text.split(' ').count() > 2)
        .find(|piece| {
            let rest = title.strip_prefix(piece.text.as_str());
            rest.is_some_and(|rest| rest.trim_start().starts_with(JOINTS))
        })
        .map(|piece| piece.text.clone())
}

/// "Microsoft Word - report.doc", "Untitled", "article-3.docx": a program's own titles are no sentence of three words.
fn is_by_machine(title: &str) -> bool {
    let words = title.split_whitespace().count();
    let lower = title.to_lowercase();
    words < 3
        || lower.starts_with("microsoft ")
        || lower.starts_with("untitled")
        || lower
            .rsplit_once('.')
            .is_some_and(|(_, end)| (2..=5).contains(&end.len()) && !end.contains(' '))
}

fn authors(properties: &Properties) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in properties
        .authors
        .iter()
        .flat_map(|names| names.split([';', '&']))
    {
        let name = squeeze(name);
        if is_person(&name) && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// Two to five words, all of letters, and not the name that a program gives its user.
fn is_person(name: &str) -> bool {
    const NOBODY: [&str; 6] = [
        "office user",
        "unknown",
        "admin",
        "python-docx",
        "windows user",
        "default user",
    ];
    let lower = name.to_lowercase();
    (2..=5).contains(&name.split(' ').count())
        && name.chars().all(|letter| {
            letter.is_alphabetic() || matches!(letter, ' ' | '.' | '-' | '\'' | '’' | ',')
        })
        && !NOBODY.iter().any(|nobody| lower.contains(nobody))
}

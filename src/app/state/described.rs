//! What the reader types about an article, before it becomes part of the notebook.

use crate::ingest;
use crate::model::{Description, DescriptionKind, DocumentId};

/// A field that was typed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescriptionDraft {
    pub document: DocumentId,
    pub kind: DescriptionKind,
    pub words: String,
}

/// What typed words say; nothing where they cannot be a date or an address.
pub fn typed(kind: DescriptionKind, words: &str) -> Option<Description> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let given = (!words.is_empty()).then(|| words.clone());
    let address = || !words.contains(' ');
    let date = || match &given {
        None => Some(None),
        Some(words) => ingest::parse_date(words).map(Some),
    };
    match kind {
        DescriptionKind::Title => Some(Description::Title(given)),
        DescriptionKind::Outlet => Some(Description::Outlet(given)),
        DescriptionKind::Authors => Some(Description::Authors(names(&words))),
        DescriptionKind::Published => date().map(Description::Published),
        DescriptionKind::Retrieved => date().map(Description::Retrieved),
        DescriptionKind::Url => address().then_some(Description::Url(given)),
        DescriptionKind::ArchivedUrl => address().then_some(Description::ArchivedUrl(given)),
        // Chosen, never typed.
        DescriptionKind::Type => None,
    }
}

/// Names with commas between, or with semicolons where a name holds a comma.
fn names(words: &str) -> Vec<String> {
    let between = if words.contains(';') { ';' } else { ',' };
    words
        .split(between)
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_by_commas_or_else_by_semicolons() {
        let names = |words: &str| typed(DescriptionKind::Authors, words).unwrap().words();
        assert_eq!(names(" Ana Reed,Ben  Orr, "), "Ana Reed, Ben Orr");
        assert_eq!(names("Reed, Ana; Orr, Ben"), "Reed, Ana; Orr, Ben");
        assert_eq!(names(""), "");
    }

    #[test]
    fn a_date_or_an_address_that_is_none_says_nothing() {
        assert_eq!(typed(DescriptionKind::Published, "someday"), None);
        assert_eq!(typed(DescriptionKind::Url, "see the archive"), None);
        let none = Description::Published(None);
        assert_eq!(typed(DescriptionKind::Published, " "), Some(none));
    }
}

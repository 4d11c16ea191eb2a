//! How old one is said to be: "the 34-year-old suspect", "Ruth Calder, 59, was crossing".

use crate::analysis::mentions::{Candidate, Reference};
use crate::model::DocumentAnalysis;
use crate::text::Span;

/// Figures beyond this are not taken for ages.
const OLDEST: u16 = 120;

/// The age that a mention tells, in years.
pub(super) fn of(document: &DocumentAnalysis, candidate: &Candidate) -> Option<u16> {
    let years = match &candidate.reference {
        Reference::Role(role) => {
            let mut words = role.phrase.split(' ');
            words.find_map(|word| word.strip_suffix("-year-old")?.parse().ok())
        }
        Reference::Name(_) => after_name(document, candidate.span.end),
        Reference::Around(_) | Reference::Pronoun(_) => None,
    };
    years.filter(|&years| years <= OLDEST)
}

/// The figure between commas that follows a name.
fn after_name(document: &DocumentAnalysis, end: usize) -> Option<u16> {
    let source = &document.document.text;
    let text = source.get(Span::new(end, source.len()))?;
    let (figure, rest) = text.strip_prefix(", ")?.split_at_checked(2)?;
    let ends = rest.starts_with([',', '.', ';']) || rest.starts_with(" of ");
    figure.parse().ok().filter(|_| ends)
}

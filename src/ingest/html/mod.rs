//! Pages as a browser saves them.

mod body;
mod depth;
mod metadata;

use dom_query::Document;

use super::draft::Draft;
use super::error::Problem;
use super::masthead;

pub(super) fn read(page: &str) -> Result<Draft, Problem> {
    let page = depth::limit(page);
    let document = Document::from(page.as_ref());
    let mut draft = Draft {
        metadata: metadata::read(&document),
        ..Draft::default()
    };
    draft.pieces = body::pieces(document)?;
    if draft.pieces.is_empty() {
        return Err(Problem::NoArticle);
    }
    masthead::take(&mut draft);
    Ok(draft)
}

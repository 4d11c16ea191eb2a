//! Pages as a browser saves them.

mod body;
mod depth;
mod metadata;
mod walk;

use dom_query::Document;

use super::draft::Draft;
use super::error::Problem;
use super::masthead;

pub(super) fn read(page: &str) -> Result<Draft, Problem> {
    let page = depth::limit(page);
    let document = Document::from(page.as_ref());
    let (metadata, descriptions) = metadata::read(&document);
    let body = body::read(&document, &descriptions)?;
    if body.pieces.is_empty() {
        return Err(Problem::NoArticle);
    }
    let mut draft = Draft {
        metadata,
        pieces: body.pieces,
        ..Draft::default()
    };
    for text in body.outside {
        draft.drop(text, "outside the article");
    }
    masthead::take(&mut draft);
    Ok(draft)
}

//! Articles as the reader describes them: what they said of them, and what they put back into the text.

use std::sync::Arc;

use super::State;
use crate::model::Document;

/// The articles that are compared, in the reader's order: without those set aside.
pub fn compared(documents: &[Arc<Document>], state: &State) -> Vec<Arc<Document>> {
    let place = |document: &Arc<Document>| {
        let sha256 = &document.origin.sha256;
        let named = state.order.iter().position(|other| other == sha256);
        named.unwrap_or(usize::MAX)
    };
    let mut compared: Vec<Arc<Document>> = (documents.iter())
        .filter(|document| !state.aside.contains(&document.origin.sha256))
        .cloned()
        .collect();
    compared.sort_by_key(place);
    compared
}

/// The articles that are compared, in the reader's order, as the reader describes them: what the analysis is to read.
/// Those that nobody touched stay as they are.
pub fn described(documents: &[Arc<Document>], state: &State) -> Vec<Arc<Document>> {
    compared(documents, state)
        .iter()
        .map(|document| one(document, state))
        .collect()
}

fn one(document: &Arc<Document>, state: &State) -> Arc<Document> {
    let file = &document.origin.sha256;
    let said = state.descriptions.get(file);
    let restored = state.restored.get(file);
    if said.is_none() && restored.is_none() {
        return Arc::clone(document);
    }
    let mut described = Document::clone(document);
    for description in said.into_iter().flatten() {
        description.clone().apply_to(&mut described.metadata);
    }
    for words in restored.into_iter().flatten() {
        // A file that was read anew may not lack the piece any more.
        if let Some(whole) = described.with_restored(words) {
            described = whole;
        }
    }
    Arc::new(described)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;
    use crate::model::Description;
    use crate::notebook::{Anchor, Command, Notebook, Numbers, Step};
    use crate::text::Span;

    const ARTICLE: &str = "Harbor closed\n\nThe harbor was closed on Monday, the mayor said.\n\n\
        Share this article\n\nIt opens again on Friday.\n";

    fn article() -> Arc<Document> {
        let document = ingest::read("harbor.txt", ARTICLE.as_bytes()).unwrap();
        assert_eq!(document.origin.dropped.len(), 1, "{document:?}");
        Arc::new(document)
    }

    fn after(commands: Vec<Command>) -> Arc<Document> {
        let count = commands.len();
        let steps = commands.into_iter().map(Step::from).collect();
        let notebook = Notebook::replay(steps, count, Numbers::default());
        described(&[article()], notebook.state()).remove(0)
    }

    fn file() -> String {
        article().origin.sha256.clone()
    }

    fn restore(words: &str) -> Command {
        Command::Restore {
            document: file(),
            words: words.to_owned(),
        }
    }

    #[test]
    fn an_article_is_what_the_reader_last_said_of_it() {
        let outlet = |name: &str| Command::Describe {
            document: file(),
            description: Description::Outlet(Some(name.to_owned())),
        };
        let title = Command::Describe {
            document: file(),
            description: Description::Title(None),
        };
        let described = after(vec![outlet("Post"), title, outlet("Norwick Post")]);
        assert_eq!(described.label(), "Norwick Post");
        assert_eq!(described.metadata.title, None);
        assert_eq!(described.text, article().text, "the text is the file's");
    }

    #[test]
    fn an_article_that_nobody_touched_is_the_same() {
        let article = article();
        let same = described(std::slice::from_ref(&article), &super::State::default());
        assert!(Arc::ptr_eq(&same[0], &article), "no copy is made");
    }

    #[test]
    fn what_is_restored_stands_at_the_end_and_every_passage_where_it_was() {
        let before = article();
        let passage = Span::new(15, 33);
        let whole = after(vec![restore("Share this article")]);
        let expected = format!("{}\n\nShare this article", before.text.as_str());
        assert_eq!(whole.text.as_str(), expected);
        assert_eq!(whole.origin.dropped, []);
        assert_eq!(whole.blocks.len(), before.blocks.len() + 1);
        let last = whole.blocks.last().unwrap().span;
        assert_eq!(whole.text.slice(last), "Share this article");
        assert_eq!(
            Anchor::of(&before, passage).find(&whole.text),
            Some(passage)
        );
    }

    #[test]
    fn what_was_never_left_out_is_not_restored_and_nothing_is_restored_twice() {
        let before = article();
        assert_eq!(after(vec![restore("Buy now")]).text, before.text);
        let twice = after(vec![restore("Share this article"); 2]);
        assert_eq!(twice.blocks.len(), before.blocks.len() + 1);
        let back = Command::LeaveOut {
            document: file(),
            words: "Share this article".to_owned(),
        };
        assert_eq!(*after(vec![restore("Share this article"), back]), *before);
    }
}

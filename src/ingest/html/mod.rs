//! Pages as a browser saves them.

mod body;
mod depth;
mod live;
mod metadata;
mod walk;

use dom_query::Document;

use super::draft::{Draft, Piece};
use super::error::Problem;
use super::masthead;

pub(super) use depth::limit as limited;
pub(super) use metadata::host;

pub(super) fn read(page: &str) -> Result<Draft, Problem> {
    let page = depth::limit(page);
    // Taking a page apart that nobody would read takes long.
    if depth::elements(&page, body::MOST_ELEMENTS + 1) > body::MOST_ELEMENTS {
        return Err(Problem::TooTangled);
    }
    let document = Document::from(page.as_ref());
    let (metadata, descriptions) = metadata::read(&document);
    let updates = live::take(&document);
    let mut body = body::read(&document, &descriptions)?;
    body.pieces.extend(updates);
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

/// The pieces of markup that is an article already, with nothing around it.
pub(super) fn pieces(fragment: &str) -> Vec<Piece> {
    let fragment = depth::limit(fragment);
    let document = Document::fragment(fragment.as_ref());
    document.select("script, style, template").remove();
    let marks = walk::mark_blocks(&document);
    let candidates = walk::candidates(&document, marks);
    candidates
        .into_iter()
        .map(|candidate| candidate.piece)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::furniture;

    const FIRST: &str = "The council of Halden voted on Tuesday to close the old bridge, after engineers found cracks in two of its pillars.";
    const SECOND: &str = "Work begins in May and lasts at least six months, the mayor said, and nobody will be able to cross by car.";
    const THIRD: &str = "The ferry, which has been idle since the summer, will carry people and bicycles over the river until then.";
    const FOURTH: &str = "“We had no choice,” said Mayor Ingrid Solberg, who had promised last year that the bridge would stay open.";

    /// A page with the furniture that papers put around an article.
    fn page(head: &str, body: &str) -> Draft {
        let page = format!(
            "<!doctype html><html lang=en-GB><head>{head}</head><body>\
             <nav><ul><li><a href=/>Home</a></li><li><a href=/news>News</a></li></ul></nav>\
             <div class=cookies>We use cookies to make this site better.</div>\
             <main><article>{body}</article>\
             <aside><h2>Most read</h2><ul><li><a href=/1>Ten bridges to see before they fall</a></li></ul></aside></main>\
             <section class=comments><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></section>\
             <footer>© 2026 Halden Post</footer></body></html>"
        );
        furniture::clear(read(&page).unwrap())
    }

    fn pieces(draft: &Draft) -> Vec<&str> {
        draft
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }

    #[test]
    fn the_article_stays_and_the_furniture_goes() {
        let draft = page(
            "<title>Old bridge closes in Halden | Halden Post</title>",
            &format!(
                "<h1>Old bridge closes in Halden</h1><div class=byline>By Ana Ruiz</div><p>{FIRST}</p>\
                 <div class=share>Share this article</div><p>{SECOND}</p>\
                 <p><a href=/2>TEN BRIDGES TO SEE BEFORE THEY FALL</a></p><h2>Over the water</h2><p>{THIRD}</p>\
                 <figure><img src=b.jpg><figcaption>The old bridge on Monday. (Tom Berg/Getty Images)</figcaption></figure>\
                 <p>{FOURTH}</p><p>Sign up for our daily newsletter</p>"
            ),
        );
        assert_eq!(
            draft.metadata.title.as_deref(),
            Some("Old bridge closes in Halden")
        );
        assert_eq!(draft.metadata.authors, ["Ana Ruiz"]);
        assert_eq!(
            pieces(&draft),
            [
                FIRST,
                SECOND,
                "Over the water",
                THIRD,
                "The old bridge on Monday.",
                FOURTH
            ]
        );
        for (words, reason) in [
            ("TEN BRIDGES TO SEE BEFORE THEY FALL", "related link"),
            ("Sign up for our daily newsletter", "newsletter box"),
        ] {
            let dropped = draft.dropped.iter().find(|dropped| dropped.text == words);
            assert_eq!(dropped.map(|dropped| dropped.reason.as_ref()), Some(reason));
        }
    }

    #[test]
    fn two_line_breaks_part_paragraphs_and_one_does_not() {
        let draft = page(
            "<title>Old bridge closes in Halden</title>",
            &format!(
                "<h1>Old bridge closes in Halden</h1><div>{FIRST}<br><br/>\n{SECOND}<br>{THIRD}</div><p>{FOURTH}</p>"
            ),
        );
        let together = format!("{SECOND} {THIRD}");
        assert_eq!(pieces(&draft), [FIRST, &together, FOURTH]);
    }

    #[test]
    fn offers_to_listen_are_no_part_of_the_article() {
        let draft = page(
            "<title>Old bridge closes in Halden</title>",
            &format!(
                "<h1>Old bridge closes in Halden</h1><p>NEWYou can now listen to Halden Post articles!</p><p>{FIRST}</p><p>{SECOND}</p>\
                 <p>You can listen to the river from here.</p><p>{THIRD}</p>"
            ),
        );
        assert_eq!(
            pieces(&draft),
            [
                FIRST,
                SECOND,
                "You can listen to the river from here.",
                THIRD
            ]
        );
    }

    #[test]
    fn paragraphs_that_advertisements_cut_off_are_kept() {
        let words = |text: &str| format!("<p class=story>{text}</p>");
        let more: String = (1..6)
            .map(|day| words(&format!("On day {day} the council met again, heard three engineers, and put off its vote.")))
            .collect();
        let draft = page(
            "<title>Old bridge closes in Halden</title>",
            &format!(
                "<h1>Old bridge closes in Halden</h1><div><div>{}{more}</div></div><div><div class=ad>Advertisement</div></div>\
                 <div><div>{}</div></div>",
                words(FIRST),
                words(FOURTH)
            ),
        );
        assert_eq!(pieces(&draft).first(), Some(&FIRST));
        assert_eq!(pieces(&draft).last(), Some(&FOURTH));
        assert_eq!(draft.pieces.len(), 7);
    }

    #[test]
    fn json_ld_tells_first_and_meta_elements_fill_the_gaps() {
        let body = format!(
            "<h1>Old bridge closes in Halden</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
        );
        let draft = page(
            r#"<title>Bridge | Halden Post</title>
            <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
              {"@type": ["OpinionNewsArticle"], "headline": "Old bridge closes in Halden", "author": [{"name": "Ana Ruiz"}, {"name": "Tom Berg"}],
               "datePublished": "2026-03-12T15:04:00-0400", "publisher": {"name": "Halden Post"}}]}</script>
            <meta property="og:site_name" content="Another name"><meta property="article:modified_time" content="2026-03-13">
            <link rel=canonical href="https://example.org/bridge">"#,
            &body,
        );
        let told = draft.metadata;
        assert_eq!(told.outlet.as_deref(), Some("Halden Post"));
        assert_eq!(told.authors, ["Ana Ruiz", "Tom Berg"]);
        assert_eq!(told.published.unwrap().given, "2026-03-12T15:04:00-04:00");
        assert_eq!(told.modified.unwrap().given, "2026-03-13");
        assert_eq!(told.url.as_deref(), Some("https://example.org/bridge"));
        assert_eq!(told.language.as_deref(), Some("en"));
        assert_eq!(told.kind, crate::model::DocumentType::Opinion);
    }

    #[test]
    fn dublin_core_and_the_visible_date_are_read() {
        let draft = page(
            r#"<title>Old bridge closes in Halden - Halden Post</title><meta name="DC.publisher" content="Halden Post">
            <meta name="DC.creator" content="Ana Ruiz">"#,
            &format!("<time>12 March 2026</time><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"),
        );
        let told = draft.metadata;
        assert_eq!(told.title.as_deref(), Some("Old bridge closes in Halden"));
        assert_eq!(told.outlet.as_deref(), Some("Halden Post"));
        assert_eq!(told.authors, ["Ana Ruiz"]);
        assert_eq!(told.published.unwrap().given, "2026-03-12");
    }
}

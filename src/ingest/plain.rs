//! Plain text, as typed or as saved from a page.

use super::draft::{Draft, Piece, Setting, squeeze};
use super::headings::is_heading;
use super::lines::{Paragraph, are_spaced, ends_sentence, is_list_item, paragraphs};
use super::masthead;
use crate::model::{BlockKind, Metadata};

pub(super) fn read(text: &str) -> Draft {
    read_as(text, Metadata::default())
}

/// Reads a text of which something is known already.
pub(super) fn read_as(text: &str, known: Metadata) -> Draft {
    let paragraphs = paragraphs(text);
    let spaced = are_spaced(&paragraphs);
    let mut draft = Draft {
        pieces: pieces(text, &paragraphs, spaced),
        metadata: known,
        ..Draft::default()
    };
    masthead::take(&mut draft);
    mark_headings(&mut draft.pieces, spaced);
    draft
}

/// The paragraphs of a text that is an article already.
pub(super) fn paragraph_pieces(text: &str) -> Vec<Piece> {
    let paragraphs = paragraphs(text);
    let spaced = are_spaced(&paragraphs);
    let mut pieces = pieces(text, &paragraphs, spaced);
    mark_headings(&mut pieces, spaced);
    pieces
}

fn pieces(text: &str, paragraphs: &[Paragraph], spaced: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (position, paragraph) in paragraphs.iter().enumerate() {
        let words = squeeze(text.get(paragraph.span.range()).unwrap_or_default());
        if words.is_empty() {
            continue;
        }
        let kind = if is_list_item(&words) {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        let ends_group = paragraphs
            .get(position + 1)
            .is_none_or(|next| next.gap_before);
        let hanging = spaced
            && !paragraph.gap_before
            && ends_group
            && kind == BlockKind::Paragraph
            && pieces
                .last()
                .is_some_and(|last| ends_sentence(&last.text) && last.text.len() > words.len());
        let mut piece = Piece::new(kind, words);
        if hanging {
            piece.setting = Setting::Hanging;
        }
        pieces.push(piece);
    }
    pieces
}

fn mark_headings(pieces: &mut [Piece], spaced: bool) {
    for position in 0..pieces.len() {
        let next = pieces.get(position + 1).map(|piece| piece.text.as_str());
        if pieces[position].kind == BlockKind::Paragraph
            && is_heading(&pieces[position].text, next, spaced)
        {
            pieces[position].kind = BlockKind::Heading;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::furniture;

    const FIRST: &str = "The council of Halden voted on Tuesday to close the old bridge, after engineers found cracks in two of its pillars.";
    const SECOND: &str = "Work begins in May and lasts six months, the mayor said.";

    /// The draft of a text, a line each: title, outlet, authors, date, pieces, and what was dropped.
    fn check(text: &str, expected: &[&str]) {
        let draft = furniture::clear(read(text));
        let told = &draft.metadata;
        let mut found: Vec<String> = Vec::new();
        found.extend(told.title.iter().map(|title| format!("title: {title}")));
        found.extend(told.outlet.iter().map(|outlet| format!("outlet: {outlet}")));
        found.extend(
            told.authors
                .iter()
                .map(|author| format!("author: {author}")),
        );
        found.extend(
            told.published
                .iter()
                .map(|date| format!("date: {}", date.day)),
        );
        found.extend(told.url.iter().map(|url| format!("url: {url}")));
        for piece in &draft.pieces {
            found.push(format!("{:?}: {}", piece.kind, piece.text));
        }
        for dropped in &draft.dropped {
            found.push(format!("- {}: {}", dropped.reason, dropped.text));
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn the_lines_above_an_article_tell_who_wrote_it_and_where() {
        check(
            &format!(
                "Old bridge closes\n\nOld bridge closes\n\nAna Ruiz, Tom Berg, and Lee Jay Holt\n\nHalden Evening Post\n\n12 March 2026\n\n{FIRST}\n\n{SECOND}"
            ),
            &[
                "title: Old bridge closes",
                "outlet: Halden Evening Post",
                "author: Ana Ruiz",
                "author: Tom Berg",
                "author: Lee Jay Holt",
                "date: 2026-03-12",
                &format!("Paragraph: {FIRST}"),
                &format!("Paragraph: {SECOND}"),
                "- repeated title: Old bridge closes",
                "- byline: Ana Ruiz, Tom Berg, and Lee Jay Holt",
                "- outlet: Halden Evening Post",
                "- date: 12 March 2026",
            ],
        );
    }

    #[test]
    fn labeled_lines_are_read() {
        check(
            &format!(
                "Title: Old bridge closes\nOutlet: The Halden Echo\nAuthor: Ana Ruiz\nDate: 2026-03-12\nURL: https://example.org/bridge\n\n{FIRST}"
            ),
            &[
                "title: Old bridge closes",
                "outlet: The Halden Echo",
                "author: Ana Ruiz",
                "date: 2026-03-12",
                "url: https://example.org/bridge",
                &format!("Paragraph: {FIRST}"),
                "- title: Title: Old bridge closes",
                "- outlet: Outlet: The Halden Echo",
                "- byline: Author: Ana Ruiz",
                "- date: Date: 2026-03-12",
                "- web address: URL: https://example.org/bridge",
            ],
        );
    }

    #[test]
    fn headlines_that_hang_on_a_paragraph_are_links_and_those_that_stand_alone_are_headings() {
        check(
            &format!(
                "Old bridge closes\n\n{FIRST}\nFerry Row Halden: Council used hidden fund to pay for boats, will the mayor be asked?\n\nWhat comes next\n\n{FIRST}\nOn the one side the ferry lies idle, on the other the captain waits for passengers\n\nA long wait!\n\n{SECOND}"
            ),
            &[
                "title: Old bridge closes",
                &format!("Paragraph: {FIRST}"),
                "Heading: What comes next",
                &format!("Paragraph: {FIRST}"),
                "Heading: A long wait!",
                &format!("Paragraph: {SECOND}"),
                "- related link: Ferry Row Halden: Council used hidden fund to pay for boats, will the mayor be asked?",
                "- related link: On the one side the ferry lies idle, on the other the captain waits for passengers",
            ],
        );
    }

    #[test]
    fn what_follows_an_article_on_its_page_goes() {
        check(
            &format!(
                "Old bridge closes\n\nHalden News\n\n{FIRST}\n\n{SECOND}\n\nHalden News is part of the Halden Media group – Ana Ruiz’s website and Halden News – Local News\n\nShare this article\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *"
            ),
            &[
                "title: Old bridge closes",
                "outlet: Halden News",
                &format!("Paragraph: {FIRST}"),
                &format!("Paragraph: {SECOND}"),
                "- outlet: Halden News",
                "- the outlet about itself: Halden News is part of the Halden Media group – Ana Ruiz’s website and Halden News – Local News",
                "- share bar: Share this article",
                "- comment form: Leave a Reply",
                "- comment form: Your email address will not be published. Required fields are marked *",
            ],
        );
    }

    #[test]
    fn sentences_that_only_look_like_furniture_stay() {
        for sentence in [
            "The airline is part of the Norden group, which also owns two ferries.",
            "By Friday evening the water had gone.",
            "Follow the money, he said.",
            "Comments by the mayor caused a stir.",
            "Read more than one newspaper, she advised.",
            "The photo: a bridge without a road, drawn by children of the school, hung in the hall for years.",
            "Share prices fell by 3% on Tuesday.",
            "Subscribe to that view and you will be alone, he told the council.",
            "Watch out for falling stones, a sign says.",
            "Sign up or leave, the captain told them.",
            "Nobody was hurt.",
        ] {
            check(
                &format!("Old bridge closes\n\n{FIRST}\n\n{sentence}\n\n{SECOND}"),
                &[
                    "title: Old bridge closes",
                    &format!("Paragraph: {FIRST}"),
                    &format!("Paragraph: {sentence}"),
                    &format!("Paragraph: {SECOND}"),
                ],
            );
        }
    }

    #[test]
    fn a_text_without_a_title_has_none() {
        check(
            &format!("{FIRST}\n\n{SECOND}"),
            &[
                &format!("Paragraph: {FIRST}"),
                &format!("Paragraph: {SECOND}"),
            ],
        );
    }

    #[test]
    fn wrapped_lines_become_one_paragraph() {
        check(
            "Old bridge closes\n\nThe council of Halden voted on Tuesday to close the old\nbridge, after engineers found cracks in two of the tall\npillars that carry its middle part over the river.\n\n- no cars until October\n- no trucks until spring",
            &[
                "title: Old bridge closes",
                "Paragraph: The council of Halden voted on Tuesday to close the old bridge, after engineers found cracks in two of the tall pillars that carry its middle part over the river.",
                "ListItem: - no cars until October",
                "ListItem: - no trucks until spring",
            ],
        );
    }
}

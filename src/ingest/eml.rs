//! Letters to subscribers: the page in them where there is one, else their plain text.

use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef, Selection};
use mail_parser::{Address, HeaderName, Message, MessagePart, PartType};
use regex::Regex;

use super::date::parse_date;
use super::draft::{Draft, Setting, squeeze};
use super::error::Problem;
use super::furniture::phrases;
use super::{byline, html, masthead, mime, plain};
use crate::model::{BlockKind, Metadata};

/// Elements that set a letter in columns; they hold paragraphs rather than figures.
const LAYOUT: &str = "table, thead, tbody, tfoot, tr, td, th, center";

/// A cell that is longer holds running text.
const LONGEST_CELL: usize = 200;

/// What has fewer words and is a link is a button.
const FEWEST_WORDS: usize = 4;

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\s*(?:\(\s*https?://[^\s()]*\s*\)|<\s*https?://[^\s<>]*\s*>|\[\s*https?://[^\s\[\]]*\s*\])")
        .expect("the pattern is fixed")
});

/// What stands between a writer and a paper in the name of a sender.
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s+(?:from|at|of|via|for)\s+|\s*[|@/·,]\s*|\s+[-–—]\s+")
        .expect("the pattern is fixed")
});

pub(super) fn read(message: &Message<'_>) -> Result<Draft, Problem> {
    let known = metadata(message);
    let mut draft = Draft::default();
    if let Some(page) = bodies(message).into_iter().find(|part| mime::is_page(part)) {
        // A letter is its own article: what finds the article of a page would leave its shorter columns out.
        draft.pieces = html::pieces(&unfold(&mime::text(message, page)));
        draft.metadata = known.clone();
        drop_buttons(&mut draft);
        masthead::take(&mut draft);
    }
    if draft.pieces.is_empty() {
        let text = message
            .text_bodies()
            .find(|part| matches!(part.body, PartType::Text(_)))
            .ok_or(Problem::NoArticle)?;
        draft = plain::read_as(&without_addresses(&mime::text(message, text)), known);
    }
    if draft.pieces.is_empty() {
        return Err(Problem::NoArticle);
    }
    end_at_the_mailing(&mut draft);
    Ok(draft)
}

/// A few words that are nothing but a link lead elsewhere.
fn drop_buttons(draft: &mut Draft) {
    for piece in std::mem::take(&mut draft.pieces) {
        let is_button = piece.setting == Setting::Linked
            && piece.kind != BlockKind::Heading
            && piece.text.split_whitespace().count() < FEWEST_WORDS;
        if !is_button || phrases::reason(&piece.text).is_some() {
            draft.pieces.push(piece);
        } else {
            draft.drop(piece.text, "link");
        }
    }
}

/// The parts that may be the letter itself; what the parser could not place comes last.
fn bodies<'a>(message: &'a Message<'_>) -> Vec<&'a MessagePart<'a>> {
    message.html_bodies().chain(&message.parts).collect()
}

/// Subject, sender and day of sending.
fn metadata(message: &Message<'_>) -> Metadata {
    let sender = message.from().and_then(Address::first);
    let name = sender
        .and_then(|sender| sender.name.as_deref().or(sender.address.as_deref()))
        .map(squeeze)
        .unwrap_or_default();
    let is_list = message.header(HeaderName::ListUnsubscribe).is_some()
        || message.header(HeaderName::ListId).is_some();
    let (authors, outlet) = sender_of(&name, is_list);
    Metadata {
        title: message
            .subject()
            .map(squeeze)
            .filter(|title| !title.is_empty()),
        outlet,
        authors,
        published: message.header_raw(HeaderName::Date).and_then(parse_date),
        ..Metadata::default()
    }
}

/// Who wrote and which paper sent: "Ana Ruiz at the Halden Post" names both.
fn sender_of(name: &str, is_list: bool) -> (Vec<String>, Option<String>) {
    let name = name.trim().trim_matches(['"', '\'']);
    if let Some((writer, paper)) = JOINT
        .find(name)
        .and_then(|joint| Some((name.get(..joint.start())?, name.get(joint.end()..)?)))
        && byline::is_list_of_names(writer)
        && !paper.is_empty()
    {
        return (vec![writer.to_owned()], Some(paper.to_owned()));
    }
    if name.is_empty() {
        return (Vec::new(), None);
    }
    // "Morning Signal" looks like a person; only a person sends letters that nobody can unsubscribe from.
    if !is_list && byline::is_list_of_names(name) {
        return (byline::names(name), None);
    }
    let paper = name.rsplit_once('@').map_or(name, |(_, host)| host);
    (Vec::new(), Some(paper.to_owned()))
}

/// The page without the tables that set it and without the words that it hides for the list of letters.
fn unfold(page: &str) -> String {
    let page = html::limited(page);
    let document = Document::from(page.as_ref());
    for element in document.select("[style]").nodes() {
        let style: String = element
            .attr("style")
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        if style.to_ascii_lowercase().contains("display:none") {
            element.remove_from_parent();
        }
    }
    let tables = document.select("table");
    let figures: Vec<NodeId> = tables
        .nodes()
        .iter()
        .filter(|table| holds_figures(table))
        .map(|table| table.id)
        .collect();
    for element in document.select(LAYOUT).nodes() {
        let is_figure = figures.contains(&element.id)
            || element
                .ancestors(None)
                .iter()
                .any(|outer| figures.contains(&outer.id));
        if !is_figure {
            element.rename("div");
        }
    }
    document.html().to_string()
}

/// Whether a table is one to read: rows of two and more short cells, and no picture, link or table in them.
fn holds_figures(table: &NodeRef<'_>) -> bool {
    let table = Selection::from(*table);
    if table.select("table, img, a").exists() {
        return false;
    }
    let rows: Vec<Vec<usize>> = table
        .select("tr")
        .iter()
        .map(|row| {
            let cells = row.select("td, th");
            let lengths = cells.nodes().iter().map(NodeRef::normalized_char_count);
            lengths.filter(|length| *length > 0).collect()
        })
        .collect();
    rows.len() > 1
        && rows.iter().all(|cells: &Vec<usize>| {
            cells.len() > 1 && cells.iter().all(|length| *length <= LONGEST_CELL)
        })
}

/// Plain letters write the address of each link beside its words.
fn without_addresses(text: &str) -> String {
    ADDRESS.replace_all(text, "").into_owned()
}

/// Below the words about the mailing stand the sender's address and the law, and nothing of the article.
fn end_at_the_mailing(draft: &mut Draft) {
    let half = draft.pieces.len() / 2;
    let end = draft
        .pieces
        .iter()
        .enumerate()
        .position(|(position, piece)| {
            position >= half && phrases::reason(&piece.text) == Some(phrases::MAILING)
        });
    if let Some(end) = end {
        for piece in draft.pieces.split_off(end) {
            draft.drop(piece.text, phrases::MAILING);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sender_of;
    use crate::ingest::read;
    use crate::ingest::tests::{BODY, MORE, blocks, message};
    use crate::model::Metadata;

    const LAST: &str =
        "The ferry will carry people and bicycles over the river until the work is done.";

    fn letter(headers: &str, body: &str) -> String {
        format!(
            "Return-Path: <bounce@mail.example.org>\r\nFrom: Halden Post <letters@example.org>\r\nTo: reader@example.com\r\n\
             Subject: =?UTF-8?Q?Old_bridge_closes_=E2=80=93_what_now?=\r\nDate: Thu, 12 Mar 2026 07:05:00 +0100\r\n\
             MIME-Version: 1.0\r\nList-Unsubscribe: <https://example.org/u>\r\n{headers}\r\n\r\n{body}"
        )
    }

    fn newsletter() -> String {
        let page = format!(
            "<html><head><title>Letter</title></head><body><div style=\"display: none\">Work begins in May</div>\
             <table role=presentation><tr><td><a href=\"https://click.example.org/1\">View in browser</a></td></tr>\
             <tr><td><h1>Old bridge closes – what now</h1><a href=\"https://click.example.org/3\">Shop now</a></td></tr>\
             <tr><td><p>{BODY}</p><p>{MORE}</p></td></tr><tr><td>{LAST}<br><br>“We had no choice,” the mayor said on Tuesday evening, after the vote.</td></tr>\
             <tr><td><p>You are receiving this email because you signed up for our newsletter.</p>\
             <p><a href=\"https://click.example.org/2\">Unsubscribe</a></p><p>Halden Post, 3 Harbor Street, Halden</p></td></tr></table></body></html>"
        );
        letter(
            "Content-Type: multipart/alternative; boundary=x",
            &format!(
                "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nOpen the page to read this letter.\r\n\
                 --x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--x--\r\n"
            ),
        )
    }

    fn told(letter: &str) -> Metadata {
        read("letter.eml", letter.as_bytes()).unwrap().metadata
    }

    #[test]
    fn the_page_of_a_letter_is_read_without_what_surrounds_it() {
        assert_eq!(
            blocks("letter.eml", newsletter()),
            [
                "Title: Old bridge closes – what now",
                &format!("Paragraph: {BODY}"),
                &format!("Paragraph: {MORE}"),
                &format!("Paragraph: {LAST}"),
                "Paragraph: “We had no choice,” the mayor said on Tuesday evening, after the vote.",
            ]
        );
    }

    #[test]
    fn what_was_left_out_is_told() {
        let document = read("letter.eml", newsletter().as_bytes()).unwrap();
        let dropped = |words: &str| {
            let found = document
                .origin
                .dropped
                .iter()
                .find(|piece| piece.text.contains(words));
            found.map(|piece| piece.reason.as_ref())
        };
        assert_eq!(dropped("Harbor Street"), Some("about the mailing"));
        assert_eq!(dropped("Unsubscribe"), Some("about the mailing"));
        assert_eq!(dropped("View in browser"), Some("about the mailing"));
        assert_eq!(dropped("Shop now"), Some("link"));
        assert!(!document.text.as_str().contains("click.example.org"));
    }

    #[test]
    fn subject_sender_and_day_are_told() {
        let told = told(&newsletter());
        assert_eq!(told.title.as_deref(), Some("Old bridge closes – what now"));
        assert_eq!(told.outlet.as_deref(), Some("Halden Post"));
        assert_eq!(told.published.unwrap().given, "2026-03-12T07:05:00+01:00");
    }

    #[test]
    fn senders_are_people_or_papers() {
        let check = |name: &str, is_list: bool, authors: &[&str], outlet: Option<&str>| {
            let (found, paper) = sender_of(name, is_list);
            assert_eq!(found, authors, "{name}");
            assert_eq!(paper.as_deref(), outlet, "{name}");
        };
        check("Ana Ruiz", false, &["Ana Ruiz"], None);
        check("Morning Signal", true, &[], Some("Morning Signal"));
        check(
            "Ana Ruiz at the Halden Post",
            true,
            &["Ana Ruiz"],
            Some("the Halden Post"),
        );
        check(
            "Ana Ruiz | The Bridge",
            true,
            &["Ana Ruiz"],
            Some("The Bridge"),
        );
        check("letters@example.org", true, &[], Some("example.org"));
        check("", false, &[], None);
    }

    #[test]
    fn a_plain_letter_is_read_without_its_addresses() {
        let body = format!(
            "{BODY} <https://click.example.org/abc?d=1>\r\n\r\n{MORE} (https://click.example.org/def )\r\n\r\n{LAST}\r\n\r\n\
             To unsubscribe, open https://example.org/u\r\n\r\nHalden Post, 3 Harbor Street\r\n"
        );
        assert_eq!(
            blocks(
                "letter.eml",
                letter("Content-Type: text/plain; charset=utf-8", &body)
            ),
            [
                "Title: Old bridge closes – what now",
                &format!("Paragraph: {BODY}"),
                &format!("Paragraph: {MORE}"),
                &format!("Paragraph: {LAST}"),
            ]
        );
    }

    #[test]
    fn a_letter_of_pictures_only_says_so() {
        let bytes = letter(
            "Content-Type: image/png\r\nContent-Transfer-Encoding: base64",
            "iVBORw0KGgo=\r\n",
        );
        assert!(message("letter.eml", bytes).contains("no article"));
    }

    #[test]
    fn letters_within_letters_have_an_end() {
        let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(200_000);
        assert!(
            message(
                "letter.eml",
                letter("X-A: b", &nested).replacen("X-A: b\r\n\r\n", "", 1)
            )
            .contains("tangled")
        );
    }
}

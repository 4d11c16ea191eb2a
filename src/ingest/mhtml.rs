//! Pages that a browser saved as one file (MHTML): the page and its pictures as parts of a message.

use mail_parser::{HeaderValue, Message, MimeHeaders as _};

use super::draft::{Draft, squeeze};
use super::error::Problem;
use super::{html, mime};
use crate::model::Metadata;

/// Whether a message is a saved page rather than a letter.
pub(super) fn is_saved_page(message: &Message<'_>) -> bool {
    let related = message.content_type().is_some_and(|kind| {
        kind.ctype() == "multipart" && kind.subtype() == Some("related")
            || matches!(kind.subtype(), Some("html" | "xhtml+xml"))
    });
    let sent = message.to().is_some() || message.received().is_some();
    related && !sent
}

/// The article of the page: the first part that is a page and holds one. Frames come later than what they stand in.
pub(super) fn read(message: &Message<'_>) -> Result<Draft, Problem> {
    let mut problem = Problem::NoArticle;
    for part in message.parts.iter().filter(|part| mime::is_page(part)) {
        let address = part
            .content_location()
            .map(str::to_owned)
            .or_else(|| snapshot_address(message))
            .filter(|address| address.starts_with("http"));
        match html::read(&mime::text(message, part)) {
            Ok(mut draft) => {
                fill(&mut draft.metadata, message, address);
                return Ok(draft);
            }
            Err(other) => problem = other,
        }
    }
    Err(problem)
}

/// What the page does not tell itself. The date of the file is that of saving, so it says nothing.
fn fill(metadata: &mut Metadata, message: &Message<'_>, address: Option<String>) {
    if metadata.title.is_none() {
        metadata.title = message
            .subject()
            .map(squeeze)
            .filter(|title| !title.is_empty());
    }
    if metadata.url.is_none() {
        metadata.url = address;
        metadata.outlet = metadata
            .outlet
            .take()
            .or_else(|| html::host(metadata.url.as_deref()?));
    }
}

fn snapshot_address(message: &Message<'_>) -> Option<String> {
    match message.header("Snapshot-Content-Location")? {
        HeaderValue::Text(address) => Some(address.trim().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::read;
    use crate::ingest::tests::{BODY, MORE, blocks, message};
    use crate::model::Document;

    const TITLE: &str = "Old bridge closes in Halden";

    /// A page as a browser saves it, with the page in quoted-printable.
    fn saved(page: &str) -> Vec<u8> {
        let page = page.replace('=', "=3D").replace('é', "=E9");
        format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/bridge\r\n\
             Subject: =?utf-8?Q?{}?=\r\nDate: Fri, 13 Mar 2026 09:00:00 -0000\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Part\"\r\n\r\n\r\n\
             ------Part\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml>\r\n\
             Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.example.org/bridge\r\n\r\n\
             {page}\r\n------Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n\
             iVBORw0KGgo=\r\n------Part--\r\n",
            TITLE.replace(' ', "_")
        )
        .into_bytes()
    }

    fn page() -> String {
        format!(
            "<html><head><meta charset=\"windows-1252\"></head><body>\r\n<p class=\"story\">{BODY} The caf=\r\né stays open.</p>\r\n<p class=\"story\">{MORE}</p></body></html>"
        )
        .replace("=\r\n", "")
    }

    fn whole() -> Document {
        read("bridge.mhtml", &saved(&page())).unwrap()
    }

    #[test]
    fn the_page_of_a_web_archive_is_read() {
        assert_eq!(
            blocks("bridge.mhtml", saved(&page())),
            [
                format!("Title: {TITLE}"),
                format!("Paragraph: {BODY} The café stays open."),
                format!("Paragraph: {MORE}"),
            ]
        );
    }

    #[test]
    fn the_address_is_known_and_the_day_of_saving_is_no_date() {
        let told = whole().metadata;
        assert_eq!(told.url.as_deref(), Some("https://www.example.org/bridge"));
        assert_eq!(told.outlet.as_deref(), Some("example.org"));
        assert_eq!(told.published, None);
    }

    #[test]
    fn the_name_of_the_file_does_not_matter() {
        let other = read("bridge.txt", &saved(&page())).unwrap();
        assert_eq!(other.text, whole().text);
    }

    #[test]
    fn a_web_archive_that_was_cut_off_opens_as_far_as_it_goes() {
        let mut bytes = saved(&page());
        let cut = bytes
            .windows(8)
            .position(|part| part == b"pillars,")
            .unwrap();
        bytes.truncate(cut);
        let found = blocks("bridge.mhtml", bytes);
        assert_eq!(found[1], format!("Paragraph: {BODY} The café stays open."));
    }

    #[test]
    fn a_web_archive_without_a_page_says_so() {
        let bytes = saved(&page());
        let text = String::from_utf8(bytes).unwrap();
        let without = text.replace(
            "Content-Type: text/html\r\n",
            "Content-Type: image/jpeg\r\n",
        );
        assert!(message("a.mhtml", without).contains("no article"));
    }
}

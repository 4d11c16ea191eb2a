//! Agencies' files in, articles out.

use crate::ingest::tests::{BODY, MORE, blocks, message};
use crate::ingest::{read, read_chosen};
use crate::model::Metadata;

const TITLE: &str = "Old bridge closes in Halden";

fn nitf() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\">\n<nitf xml:lang=\"en-GB\"><head><title>{TITLE}</title>\
         <docdata><date.issue norm=\"20260312T150400-0400\"/><doc.copyright holder=\"Coast Wire\"/></docdata>\
         <pubdata name=\"Halden Post\" ex-ref=\"https://example.org/bridge\"/></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>\
         <byline>By <person>Ana Ruiz</person></byline><dateline>HALDEN</dateline></body.head><body.content><block><p>{BODY}</p>\
         <hl2>Over the water</hl2><p>The ferry will run <em>every</em> hour &amp; every day.</p><ul><li>cars</li><li>bicycles</li></ul>\
         <media media-type=\"image\"><media-reference source=\"b.jpg\">b</media-reference><media-caption>The bridge on Monday.</media-caption>\
         <media-producer>Tom Berg</media-producer></media><p>{MORE}</p></block></body.content></body></nitf>"
    )
}

fn item(title: &str, content: &str) -> String {
    format!(
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x\" xml:lang=\"en\"><itemMeta><provider><name>Coast Wire</name></provider>\
         <versionCreated>2026-03-12T16:00:00Z</versionCreated><firstCreated>2026-03-12T15:04:00Z</firstCreated></itemMeta>\
         <contentMeta><creator literal=\"x\"><name>Ana Ruiz</name></creator><language tag=\"en-US\"/><headline>{title}</headline></contentMeta>\
         <contentSet>{content}</contentSet></newsItem>"
    )
}

fn xhtml() -> String {
    format!(
        "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><h1>{TITLE}</h1><p>{BODY}</p><p>{MORE}</p></body></html></inlineXML>"
    )
}

fn told(name: &str, xml: &str) -> Metadata {
    read(name, xml.as_bytes()).unwrap().metadata
}

#[test]
fn nitf_is_read_with_its_headings_lists_and_captions() {
    assert_eq!(
        blocks("bridge.xml", nitf()),
        [
            &format!("Title: {TITLE}"),
            &format!("Paragraph: {BODY}"),
            "Heading: Over the water",
            "Paragraph: The ferry will run every hour & every day.",
            "ListItem: cars",
            "ListItem: bicycles",
            "Caption: The bridge on Monday.",
            &format!("Paragraph: {MORE}"),
        ]
    );
}

#[test]
fn nitf_tells_outlet_authors_date_and_address() {
    let told = told("bridge.xml", &nitf());
    assert_eq!(told.outlet.as_deref(), Some("Halden Post"));
    assert_eq!(told.authors, ["Ana Ruiz"]);
    assert_eq!(told.published.unwrap().given, "2026-03-12T15:04:00-04:00");
    assert_eq!(told.url.as_deref(), Some("https://example.org/bridge"));
    assert_eq!(told.language.as_deref(), Some("en"));
}

#[test]
fn an_item_is_read_from_xhtml_from_nitf_and_from_data() {
    let inner = nitf();
    let inner = inner.get(inner.find("<nitf").unwrap()..).unwrap();
    let escaped = format!("<p>{BODY}</p><p>{MORE}</p>").replace('<', "&lt;");
    let expected = [
        format!("Title: {TITLE}"),
        format!("Paragraph: {BODY}"),
        format!("Paragraph: {MORE}"),
    ];
    for content in [
        xhtml(),
        format!("<inlineData contenttype=\"text/html\">{escaped}</inlineData>"),
        format!("<inlineData contenttype=\"text/plain\">{BODY}\n\n{MORE}</inlineData>"),
    ] {
        assert_eq!(
            blocks("item.xml", item(TITLE, &content)),
            expected,
            "{content}"
        );
    }
    let from_nitf = blocks(
        "item.xml",
        item(
            TITLE,
            &format!("<inlineXML contenttype=\"application/nitf+xml\">{inner}</inlineXML>"),
        ),
    );
    assert_eq!(from_nitf, blocks("bridge.xml", nitf()));
}

#[test]
fn an_item_tells_agency_authors_and_both_dates() {
    let told = told("item.txt", &item(TITLE, &xhtml()));
    assert_eq!(told.outlet.as_deref(), Some("Coast Wire"));
    assert_eq!(told.authors, ["Ana Ruiz"]);
    assert_eq!(told.published.unwrap().given, "2026-03-12T15:04:00Z");
    assert_eq!(told.modified.unwrap().given, "2026-03-12T16:00:00Z");
}

#[test]
fn a_message_of_several_items_asks_which_and_leaves_pictures_out() {
    let picture = item("A picture", "<remoteContent href=\"b.jpg\"/>");
    let all = format!(
        "<newsMessage><header/><itemSet>{}{picture}{}</itemSet></newsMessage>",
        item(TITLE, &xhtml()),
        item("Ferry runs", &xhtml())
    );
    let message = message("items.xml", &all);
    assert!(message.contains(&format!("2 articles; choose one by adding its number to the name of the file, as in #2 (#1 {TITLE}, #2 Ferry runs)")), "{message}");
    let second = read_chosen("items.xml", all.as_bytes(), 2).unwrap();
    assert_eq!(second.metadata.title.as_deref(), Some("Ferry runs"));
}

#[test]
fn damaged_and_empty_files_say_so() {
    let whole = nitf();
    let cut = whole.get(..whole.len() / 2).unwrap();
    assert!(message("bridge.xml", cut).contains("the XML in it is damaged or cut off at line 3"));
    assert!(message("bridge.xml", "<nitf><head/><body/></nitf>").contains("no article"));
    assert!(message("item.xml", item(TITLE, "<remoteContent/>")).contains("no article"));
}

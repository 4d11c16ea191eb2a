//! The same invented article in every packed format, and what is wrong with files.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::ingest::tests::blocks_of;
use crate::ingest::{parse_date, read, read_chosen};
use crate::model::Document;

const FIRST: &str = "The council of Halden voted on Tuesday to close the old bridge, after engineers found cracks in two of its pillars.";
const SECOND: &str =
    "“We had no choice,” said Mayor Ingrid Solberg, who had promised that it would stay open.";

/// The first sentence in two parts, without the space between.
fn halves() -> (&'static str, &'static str) {
    FIRST.split_once(" voted ").unwrap()
}

/// A zip archive of members that are text.
fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let style = |id: &str, name: &str, more: &str| {
        format!("<w:style w:styleId='{id}'><w:name w:val='{name}'/>{more}</w:style>")
    };
    let styles = format!(
        "<w:styles>{}{}{}{}</w:styles>",
        style("Titel", "Title", ""),
        style("berschrift1", "heading 1", ""),
        style("Own", "House style", "<w:basedOn w:val='berschrift1'/>"),
        style("Zitat", "Quote", "")
    );
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!("<?xml version='1.0'?><w:document><w:body>{body}</w:body></w:document>"),
        ),
        ("word/styles.xml", &styles),
        (
            "word/header1.xml",
            "<w:hdr><w:p><w:r><w:t>Halden Post 14</w:t></w:r></w:p></w:hdr>",
        ),
        (
            "docProps/core.xml",
            "<cp:coreProperties><dc:title>Document1</dc:title><dc:creator>Ana Ruiz</dc:creator>\
             <dcterms:modified>2026-03-12T10:00:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>",
        ),
    ])
}

fn paragraph(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{style}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn open_document(body: &str, manifest: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            &format!(
                "<office:document-content><office:automatic-styles>\
                 <style:style style:name='P1' style:parent-style-name='Title'/>\
                 <style:style style:name='P2' style:parent-style-name='Quotations'/></office:automatic-styles>\
                 <office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
        ),
        (
            "meta.xml",
            "<office:document-meta><office:meta><meta:initial-creator>Ana Ruiz</meta:initial-creator>\
             <dc:date>2026-03-12T10:00:00</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>",
        ),
        ("META-INF/manifest.xml", manifest),
    ])
}

fn book(chapters: &[&str], encryption: Option<&str>) -> Vec<u8> {
    let names: Vec<String> = (0..chapters.len())
        .map(|number| format!("OEBPS/text/part {number}.xhtml"))
        .collect();
    let mut items = String::new();
    let mut spine = String::new();
    for number in 0..chapters.len() {
        write!(
            items,
            "<item id='c{number}' href='text/part%20{number}.xhtml'/>"
        )
        .unwrap();
        write!(spine, "<itemref idref='c{number}'/>").unwrap();
    }
    let described = format!(
        "<package><metadata><dc:title>Old bridge closes</dc:title><dc:creator>Ana Ruiz</dc:creator>\
         <dc:publisher>Halden Post</dc:publisher><dc:date>2026-03-12</dc:date><dc:language>en</dc:language></metadata>\
         <manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let mut members = vec![
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
        ),
        ("OEBPS/book.opf", described.as_str()),
    ];
    for (name, text) in names.iter().zip(chapters) {
        members.push((name, text));
    }
    if let Some(text) = encryption {
        members.push(("META-INF/encryption.xml", text));
    }
    archive(&members)
}

fn dropped(document: &Document) -> Vec<String> {
    let dropped = document.origin.dropped.iter();
    dropped
        .map(|dropped| format!("{}: {}", dropped.reason, dropped.text))
        .collect()
}

fn message(bytes: &[u8]) -> String {
    match read("article.txt", bytes) {
        Ok(document) => panic!("it was read: {:?}", document.text),
        Err(error) => error.to_string(),
    }
}

/// What the article is in every format.
fn check_article(bytes: &[u8]) -> Document {
    let document = read("article.txt", bytes).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(
        blocks_of(&document),
        [
            "Title: Old bridge closes".to_owned(),
            format!("Paragraph: {FIRST}"),
            "Heading: Over the water".to_owned(),
            format!("Quotation: {SECOND}"),
            "ListItem: No cars until October.".to_owned(),
            "Paragraph: Pillar | Cracks".to_owned(),
        ]
    );
    assert_eq!(document.metadata.authors, ["Ana Ruiz"]);
    assert_eq!(document.metadata.language.as_deref(), Some("en"));
    document
}

#[test]
fn a_word_document_is_read_by_its_styles() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", words));
    let document = check_article(&word(&format!(
        "{}{}{}{}{}<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        paragraph("<w:pStyle w:val='Titel'/>", "Old bridge closes"),
        format_args!(
            "<w:p><w:r><w:t>{}</w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>\
             <w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t xml:space='preserve'> voted {}</w:t></w:r></w:p>",
            halves().0,
            halves().1
        ),
        paragraph("<w:pStyle w:val='Own'/>", "Over the water"),
        paragraph("<w:pStyle w:val='Zitat'/>", SECOND),
        paragraph(
            "<w:numPr><w:numId w:val='1'/></w:numPr>",
            "No cars until October."
        ),
        cell("Pillar"),
        cell("Cracks"),
    )));
    assert_eq!(dropped(&document), ["running head: Halden Post 14"]);
    assert_eq!(
        document.metadata.modified,
        parse_date("2026-03-12T10:00:00Z")
    );
    assert_eq!(document.metadata.published, None);
}

#[test]
fn lines_that_are_set_apart_by_breaks_are_paragraphs() {
    let document = read(
        "a",
        &word(&format!(
            "<w:p><w:r><w:t>{FIRST}</w:t><w:br/><w:br/><w:t>{SECOND}</w:t></w:r></w:p>"
        )),
    )
    .unwrap();
    assert_eq!(
        blocks_of(&document),
        [
            format!("Paragraph: {FIRST}"),
            format!("Paragraph: {SECOND}")
        ]
    );
}

#[test]
fn a_file_is_not_changed_before_its_article_was_published() {
    let words = ["Old bridge closes", "14 March 2026", FIRST];
    let body: String = words.map(|words| paragraph("", words)).concat();
    let document = read("a", &word(&body)).unwrap();
    assert_eq!(document.metadata.published, parse_date("2026-03-14"));
    assert_eq!(document.metadata.modified, None);
}

#[test]
fn an_open_document_is_read_by_its_styles() {
    let document = check_article(&open_document(
        &format!(
            "<text:tracked-changes><text:p>never</text:p></text:tracked-changes>\
             <text:p text:style-name='P1'>Old bridge closes</text:p>\
             <text:p>{FIRST}<text:note><text:note-body><text:p>See page 2.</text:p></text:note-body></text:note></text:p>\
             <text:h>Over<text:s/>the water</text:h><text:p text:style-name='P2'>{SECOND}</text:p>\
             <text:list><text:list-item><text:p>No cars until October.</text:p></text:list-item></text:list>\
             <table:table><table:table-row><table:table-cell><text:p>Pillar</text:p></table:table-cell>\
             <table:table-cell><text:p>Cracks</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "<manifest/>",
    ));
    assert_eq!(dropped(&document), ["note: See page 2."]);
}

#[test]
fn rich_text_is_read_by_its_styles() {
    let curly = SECOND.replace('“', "\\ldblquote ").replace('”', "\\'94");
    let document = check_article(
        format!(
            "{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Times;}}}}{{\\stylesheet{{\\s0 Normal;}}{{\\s1 Title;}}{{\\s2 heading 1;}}{{\\s3 Quote;}}}}\
             {{\\info{{\\title Document1}}{{\\author Ana Ruiz}}{{\\revtim\\yr2026\\mo3\\dy12}}}}\
             {{\\header Halden Post 14\\par}}{{\\*\\unknown never}}\\pard\\s1 Old bridge closes\\par\
             \\pard\\s0 {FIRST}{{\\v hidden}}\\par\\pard\\s2 Over the water\\par\\pard\\s3 {curly}\\par\
             \\pard{{\\listtext 1.\\tab}}\\ls1 No cars until October.\\par\
             \\trowd\\pard\\intbl Pillar\\cell Cracks\\cell\\row\\pard}}"
        )
        .as_bytes(),
    );
    assert_eq!(dropped(&document), ["running head: Halden Post 14"]);
    assert_eq!(document.metadata.modified, parse_date("2026-03-12"));
}

#[test]
fn rich_text_is_decoded_by_its_fonts() {
    let text = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}\
        \\f1\\'cc\\'ee\\'f1\\'ea\\'e2\\'e0 {\\f2\\'93\\'8c\\'8b\\'9e} \\f0 caf\\'e9 \\u8364?5 \\uc2\\u-10179??\\u-8704??!\\uc0\\u233  {\\bin3 }}}x\\par}";
    let document = read("a.rtf", text.as_bytes()).unwrap();
    assert_eq!(
        blocks_of(&document),
        ["Paragraph: Москва 東京 café €5 😀!é x"]
    );
}

#[test]
fn a_book_is_one_article_under_the_headings_of_its_chapters() {
    let document = check_article(&book(
        &[
            &format!(
                "<!DOCTYPE html><html><head><title/></head><body><h1>Old&nbsp;bridge closes</h1>\n<p>{}<br/>voted {}</p></body></html>",
                halves().0,
                halves().1
            ),
            &format!(
                "<html><body><section><h2><a id='x'/>Over the water</h2><blockquote><p>{SECOND}</p></blockquote>\
                 <ul><li>No cars until October.</li></ul><table><tr><td>Pillar</td><td>Cracks</td></tr></table></section></body></html>"
            ),
        ],
        Some("<encryption><CipherReference URI='OEBPS/font.otf'/></encryption>"),
    ));
    assert_eq!(document.metadata.outlet.as_deref(), Some("Halden Post"));
    assert_eq!(document.metadata.published, parse_date("2026-03-12"));
}

#[test]
fn a_chapter_that_is_not_well_formed_is_still_read() {
    let page = format!("<html><body><h1>Bridge</h1><p>{FIRST}<p>{SECOND}</body>");
    let document = read("a.epub", &book(&[&page], None)).unwrap();
    assert!(document.text.as_str().contains(FIRST));
    assert!(document.text.as_str().contains(SECOND));
}

#[test]
fn files_that_a_password_protects_say_so() {
    let locked = "protected with a password";
    let manifest = "<manifest><manifest:encryption-data/></manifest>";
    assert!(message(&open_document("", manifest)).contains(locked));
    let encryption = "<encryption><CipherReference URI='OEBPS/text/part%200.xhtml'/></encryption>";
    assert!(message(&book(&["<html/>"], Some(encryption))).contains(locked));
    let mut office = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    office.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(message(&office).contains(locked));
}

#[test]
fn files_that_are_damaged_or_hold_no_words_say_so() {
    let whole = word(&paragraph("", FIRST));
    let message_of_half = message(&whole[..whole.len() / 2]);
    assert_eq!(
        message_of_half,
        "Cannot read the article: the archive in it is damaged or cut off: article.txt"
    );
    assert!(message(&word("<w:p>")).contains("the XML in it is damaged or cut off"));
    assert!(message(&word("<w:p></w:p>")).contains("there are no words in it"));
    assert!(message(&word(&"<w:p>".repeat(1_000))).contains("too tangled"));
    assert!(message(b"{\\rtf1 }").contains("there are no words in it"));
    assert!(message("{\\rtf1".to_owned().repeat(2_000).as_bytes()).contains("too tangled"));
    assert!(message(&archive(&[("photos/one.txt", "x")])).contains("a zip archive"));
    assert!(message(&archive(&[("[Content_Types].xml", "x")])).contains("a spreadsheet"));
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let words = "0 ".repeat(65 << 20);
    let bomb = archive(&[("word/document.xml", &words)]);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert!(message(&bomb).contains("it unpacks to more than 128 MB"));
    let long = word(&paragraph("", &"0 ".repeat(1_000_001)));
    assert!(message(&long).contains("it holds more than 1000000 words"));
    let names: Vec<String> = (0..10_001).map(|number| number.to_string()).collect();
    let members: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(message(&archive(&members)).contains("the archive in it holds 10001 parts"));
}

/// Pieces of the formats' XML and of rich text.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "<w:p>",
        "</w:p>",
        "<w:t>",
        "</w:t>",
        "<w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:br/>",
        "<w:pStyle w:val='Titel'/>",
        "<text:p>",
        "</text:p>",
        "<text:h>",
        "</text:h>",
        "<text:s/>",
        "<text:list>",
        "</text:list>",
        "<table:table-row>",
        "</table:table-row>",
        "<table:table-cell>",
        "<p>",
        "</p>",
        "<li>",
        "<td>",
        "</td>",
        "<blockquote>",
        "&amp;",
        "&nbsp;",
        "&#x110000;",
        "&a;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "{",
        "}",
        "\\par ",
        "\\cell ",
        "\\row ",
        "\\intbl ",
        "\\trowd ",
        "\\u-10179 ",
        "\\u8364?",
        "\\'e9",
        "\\'93",
        "\\bin9999999 ",
        "\\bin-1 ",
        "\\s1 ",
        "\\pard ",
        "\\*\\x ",
        "\\v ",
        "\\uc99999999999 ",
        "{\\stylesheet{\\s1 Title;}}",
        "{\\fonttbl{\\f0\\fcharset128 A;}}",
        "\\f0 ",
        "{\\info{\\title ",
        "{\\footnote ",
        "The mayor resigned.",
        "é",
        "😀",
        "\n\n",
        " ",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_inside_of_any_package_is_read_or_refused(text in scraps(), closed in any::<bool>()) {
        let page = if closed { format!("<html><body>{text}</body></html>") } else { text.clone() };
        for bytes in [word(&text), open_document(&text, "<m/>"), book(&[&page], None), format!("{{\\rtf1{text}").into_bytes()] {
            if let Ok(document) = read("a", &bytes) {
                crate::ingest::tests::check_blocks(&document);
            }
        }
    }

    #[test]
    fn any_change_to_a_packed_file_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let body = format!("{}{}", paragraph("", FIRST), paragraph("<w:pStyle w:val='Own'/>", "Over"));
        let rich = format!("{{\\rtf1\\ansi{{\\fonttbl{{\\f0 A;}}}}\\f0 {FIRST}\\par}}").into_bytes();
        for mut bytes in [word(&body), open_document("<text:p>x</text:p>", "<m/>"), book(&["<html><body><p>x</p></body></html>"], None), rich] {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            for bytes in [&bytes[..], &bytes[..cut.index(bytes.len())]] {
                if let Ok(document) = read("a", bytes) {
                    crate::ingest::tests::check_blocks(&document);
                }
            }
        }
    }
}

#[test]
fn one_chapter_of_a_book_is_chosen_by_its_number() {
    let page = |words: &str| format!("<html><body><p>{words}</p></body></html>");
    let chapters = [
        page(""),
        page("The bridge closed on Monday."),
        page("It opened again on Friday."),
    ];
    let bytes = book(&chapters.each_ref().map(String::as_str), None);
    let second = read_chosen("a.epub", &bytes, 2).unwrap();
    let text = second.text.as_str();
    assert!(text.ends_with("It opened again on Friday."), "{text}");
    assert!(!text.contains("Monday"), "{text}");
    let error = read_chosen("a.epub", &bytes, 3).unwrap_err().to_string();
    assert!(error.contains("there is no article 3"), "{error}");
}

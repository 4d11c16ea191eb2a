//! Files that cannot be read: each says why, in one plain sentence that names the file last.

use std::fs;

use super::*;

/// The message about a file, and nothing else of it.
fn message(name: &str, bytes: impl AsRef<[u8]>) -> String {
    match ingest::read(name, bytes.as_ref()) {
        Ok(document) => panic!("{name} was read: {}", document.text.as_str()),
        Err(error) => error.to_string(),
    }
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(path(name)).expect("the fixtures are there")
}

fn half(name: &str) -> Vec<u8> {
    let mut bytes = fixture(name);
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// An Office document that a password protects: the file of the old kind that Office puts it into.
fn locked_office() -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    let name = "EncryptedPackage".encode_utf16();
    bytes.extend(name.flat_map(u16::to_le_bytes));
    bytes
}

/// Entities that would grow to a billion words, and one that would fetch a file.
fn bomb(root: &str) -> String {
    let grown: Vec<String> = (1..10)
        .map(|level| {
            let ten = format!("&a{};", level - 1).repeat(10);
            format!("<!ENTITY a{level} '{ten}'>")
        })
        .collect();
    let declared = format!(
        "<!ENTITY a0 'ha '><!ENTITY f SYSTEM 'file:///etc/hostname'>{}",
        grown.concat()
    );
    format!(
        "<?xml version='1.0'?><!DOCTYPE {root} [{declared}]><{root}><body><body.content><p>&a9;&f;</p></body.content></body></{root}>"
    )
}

#[test]
fn each_file_that_cannot_be_read_says_why_in_one_sentence() {
    let no_password = "it is protected with a password; open it with that and save it without one";
    let menu = "<li><a href=/sport>Sport</a></li>".repeat(40);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("locked.pdf", fixture("locked.pdf"), no_password),
        ("locked.docx", locked_office(), no_password),
        (
            "cut.docx",
            half("libreoffice.docx"),
            "the archive in it is damaged or cut off",
        ),
        (
            "cut.epub",
            half("pandoc.epub"),
            "the archive in it is damaged or cut off",
        ),
        (
            "cut.json",
            half("article.json"),
            "the JSON in it is damaged or cut off at line 10, column 636",
        ),
        (
            "cut.xml",
            half("nitf.xml"),
            "the XML in it is damaged or cut off at line 14",
        ),
        (
            "bomb.xml",
            bomb("nitf").into(),
            "there is no article text in it",
        ),
        (
            "menu.html",
            format!("<html><body><nav><ul>{menu}</ul></nav></body></html>").into(),
            "there is no article text in it",
        ),
        (
            "photo.html",
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(),
            "this is a picture, a film or a recording, not the text of an article",
        ),
        (
            "old.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec(),
            "this is an old Word or Office document; reading those is not possible yet, save it as text or HTML",
        ),
        (
            "photos.zip",
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(),
            "this is a zip archive, not the text of an article",
        ),
        (
            "large.html",
            vec![b' '; 50 * (1 << 20) + 1],
            "it has 51 MB; the limit is 50 MB",
        ),
        ("empty.txt", Vec::new(), "the file is empty"),
    ];
    for (name, bytes, why) in cases {
        assert_eq!(
            message(name, bytes),
            format!("Cannot read the article: {why}: {name}")
        );
    }
}

#[test]
fn the_name_of_a_file_does_not_decide_what_it_is() {
    let words = words(&open("article.html"));
    for name in [
        "article.html",
        "libreoffice.docx",
        "chromium.pdf",
        "letter.eml",
        "nitf.xml",
    ] {
        for called in ["article", "article.txt", "article.pdf", "article.json"] {
            let document = ingest::read(called, &fixture(name)).unwrap();
            assert_eq!(super::words(&document), words, "{name} as {called}");
        }
    }
}

#[test]
fn the_largest_pages_are_read_or_refused_without_a_long_wait() {
    const MOST: usize = (50 << 20) - 1000;
    let page = |filling: &str| {
        format!(
            "<!doctype html><title>Bridge</title><p>The bridge was closed on Monday.</p>{filling}"
        )
    };
    let picture = format!("<img src='data:image/png;base64,{}'>", "A".repeat(MOST));
    let read = ingest::read("picture.html", page(&picture).as_bytes()).unwrap();
    assert_eq!(
        read.text.as_str(),
        "Bridge\n\nThe bridge was closed on Monday."
    );

    let words = "The bridge was closed on Monday, the mayor said. ";
    let paragraph = format!("<p>{words}</p>");
    for (filling, why) in [
        (
            paragraph.repeat(MOST / paragraph.len()),
            "the page is too tangled to take apart",
        ),
        (
            format!("<p>{}", words.repeat(MOST / words.len())),
            "it holds more than 1000000 words, which is the limit",
        ),
    ] {
        let said = message("page.html", page(&filling));
        assert_eq!(said, format!("Cannot read the article: {why}: page.html"));
    }
}

//! Whole files in, documents or messages out.

mod damage;

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::model::BlockKind;
use crate::text::Span;

pub(super) const BODY: &str =
    "The council of Halden voted on Tuesday to close the old bridge for at least six months.";
pub(super) const MORE: &str =
    "Engineers had found cracks in two of its pillars, the mayor said after the meeting.";

/// Reads a file that must be readable, and shows its blocks, a line each.
pub(super) fn blocks(file_name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let document = read(file_name, bytes.as_ref()).unwrap_or_else(|error| panic!("{error}"));
    check_blocks(&document);
    blocks_of(&document)
}

/// The blocks of a document as "Kind: words".
pub(super) fn blocks_of(document: &Document) -> Vec<String> {
    document
        .blocks
        .iter()
        .map(|block| format!("{:?}: {}", block.kind, document.text.slice(block.span)))
        .collect()
}

/// The message about a file that must not be readable.
pub(super) fn message(file_name: &str, bytes: impl AsRef<[u8]>) -> String {
    match read(file_name, bytes.as_ref()) {
        Ok(document) => panic!("{file_name} was read: {:?}", document.text),
        Err(error) => error.to_string(),
    }
}

/// Blocks lie in order, do not overlap, begin and end on characters, and leave nothing but white space out.
pub(super) fn check_blocks(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert!(
            block.span.start >= end,
            "blocks overlap: {:?}",
            document.blocks
        );
        let between = document.text.slice(Span::new(end, block.span.start));
        assert!(
            between.trim().is_empty(),
            "left out between blocks: {between:?}"
        );
        let words = document
            .text
            .get(block.span)
            .expect("a block cuts a character");
        assert_eq!(words, words.trim(), "a block has white space around it");
        assert!(!words.is_empty(), "a block is empty");
        end = block.span.end;
    }
    assert!(
        document
            .text
            .slice(Span::new(end, document.text.len()))
            .trim()
            .is_empty(),
        "left out after the last block"
    );
}

#[test]
fn an_empty_file_says_so() {
    assert_eq!(
        message("notes.txt", b""),
        "Cannot read the article: the file is empty: notes.txt"
    );
    assert!(message("notes.txt", b" \n\t\r\n ").contains("nothing but white space"));
    assert!(message("notes.txt", b"\xEF\xBB\xBF").contains("nothing but white space"));
}

#[test]
fn the_message_names_the_file_once_and_last_without_its_folder() {
    let message = message("/home/ana/notes.txt", b"");
    assert!(message.ends_with(": notes.txt"), "{message}");
    assert_eq!(message.matches("notes").count(), 1);
}

#[test]
fn binary_files_with_a_text_name_are_told_by_their_content() {
    let cases: [(&[u8], &str); 3] = [
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a picture"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "an old Word"),
        (
            b"\x01\x02\x03\x04\x05\x06\x07\x0E\x0F\x10\x11",
            "not a text file",
        ),
    ];
    for (bytes, words) in cases {
        let message = message("article.txt", bytes);
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_page_named_as_text_is_read_as_a_page() {
    let page =
        format!("<!doctype html><title>Bridge closed in Halden</title><p>{BODY}</p><p>{MORE}</p>");
    assert_eq!(
        blocks("page.txt", page),
        [
            "Title: Bridge closed in Halden",
            &format!("Paragraph: {BODY}"),
            &format!("Paragraph: {MORE}")
        ]
    );
}

#[test]
fn json_named_as_text_is_read_as_json() {
    let json = format!(r#"{{"title": "Bridge closed", "text": "{BODY}"}}"#);
    assert_eq!(
        blocks("article.txt", json),
        ["Title: Bridge closed", &format!("Paragraph: {BODY}")]
    );
}

#[test]
fn text_named_as_a_page_or_as_json_is_read_as_text() {
    for name in ["article.html", "article.json"] {
        assert_eq!(blocks(name, BODY), [format!("Paragraph: {BODY}")]);
    }
}

#[test]
fn broken_json_says_where() {
    let message = message("article.json", "{\"title\": \"Bridge\",\n \"text\": ");
    assert!(
        message.contains("damaged or cut off at line 2"),
        "{message}"
    );
    assert!(message.ends_with(": article.json"), "{message}");
}

#[test]
fn json_without_an_article_says_so() {
    assert!(message("a.json", r#"{"title": "Bridge"}"#).contains("no article in this JSON"));
    assert!(
        message("a.json", r#"{"title": "Bridge", "text": 12}"#).contains("no article in this JSON")
    );
    assert!(message("a.json", "[]").contains("no article in this JSON"));
    assert!(message("a.json", "12").contains("no article in this JSON"));
    assert!(message("a.json", r#"{"text": " "}"#).contains("white space"));
}

#[test]
fn several_articles_in_one_file_are_counted() {
    let one = r#"{"title": "Bridge", "text": "It closed."}"#;
    assert!(message("a.jsonl", format!("{one}\n{one}\n{one}\n")).contains("3 articles"));
    assert!(message("a.json", format!("[{one}, {one}]")).contains("2 articles"));
    assert!(
        message(
            "a.json",
            format!(r#"{{"story": "x", "docs": [{one}, {one}]}}"#)
        )
        .contains("2 articles")
    );
    assert_eq!(
        blocks("a.json", format!("[{one}]")),
        ["Title: Bridge", "Paragraph: It closed."]
    );
}

#[test]
fn a_page_without_an_article_says_so() {
    let message = message(
        "page.html",
        "<html><body><nav>Home</nav><script>x()</script></body></html>",
    );
    assert!(message.contains("no article text in it"), "{message}");
}

#[test]
fn invalid_utf_8_is_read_in_the_encoding_that_fits() {
    let text = blocks(
        "a.txt",
        b"Le maire a d\xE9clar\xE9 mardi que le pont \xE9tait ferm\xE9.",
    );
    assert_eq!(
        text,
        ["Paragraph: Le maire a déclaré mardi que le pont était fermé."]
    );
}

#[test]
fn a_text_in_no_language_that_is_known_still_opens() {
    let document = read("a.txt", "Zxq vrrb plkt. Wnnm ghtt qqp.".as_bytes()).unwrap();
    assert_eq!(document.text.as_str(), "Zxq vrrb plkt. Wnnm ghtt qqp.");
}

#[test]
fn large_texts_open_and_larger_ones_name_the_limit() {
    let paragraphs: Vec<String> = (0..45_000)
        .map(|number| format!("{BODY} It is bridge {number}."))
        .collect();
    let text = paragraphs.join("\n\n");
    let words = text.split_whitespace().count();
    assert!((900_000..1_000_000).contains(&words), "{words}");
    let document = read("long.txt", text.as_bytes()).unwrap();
    assert_eq!(document.blocks.len(), 45_000);

    let line = "word ".repeat(200_000);
    assert_eq!(read("line.txt", line.as_bytes()).unwrap().blocks.len(), 1);

    let message = message("huge.txt", vec![b'a'; (SIZE_LIMIT + 1) as usize]);
    assert_eq!(
        message,
        "Cannot read the article: it has 51 MB; the limit is 50 MB: huge.txt"
    );
}

#[test]
fn more_than_a_million_words_are_refused_in_every_format() {
    let words = "word ".repeat(1_000_001);
    let told = "Subject: Bridge\nTo: ben@example.org\nMessage-ID: <1@example.org>\n";
    for (name, text) in [
        ("a.txt", words.clone()),
        ("a.md", format!("# Bridge\n\n{words}")),
        (
            "a.html",
            format!("<!doctype html><title>Bridge</title><p>{words}</p>"),
        ),
        ("a.json", format!("{{\"text\": \"{words}\"}}")),
        ("a.eml", format!("{told}\n{words}")),
        (
            "a.xml",
            format!("<nitf><body><body.content><p>{words}</p></body.content></body></nitf>"),
        ),
        ("a.rtf", format!("{{\\rtf1 {words}\\par}}")),
    ] {
        assert_eq!(
            message(name, text),
            format!(
                "Cannot read the article: it holds more than 1000000 words, which is the limit: {name}"
            )
        );
    }
}

#[test]
fn reading_ends_once_it_is_canceled() {
    let error = read_while("a.txt", BODY.as_bytes(), None, &|| false).unwrap_err();
    assert!(error.to_string().contains("canceled"), "{error}");
}

#[test]
fn a_page_of_a_hundred_thousand_open_tags_opens() {
    for tag in [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<a href=x>",
        "<p><i>",
        "<blockquote>",
    ] {
        let page = format!("<html><body>{}{BODY}", tag.repeat(100_000));
        let document =
            read("deep.html", page.as_bytes()).unwrap_or_else(|error| panic!("{tag}: {error}"));
        assert!(document.text.as_str().contains(BODY), "{tag}");
    }
}

#[test]
fn paths_that_cannot_be_read_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let message = |path: &Path| read_path(path).unwrap_err().to_string();
    assert_eq!(
        message(&folder.path().join("missing.txt")),
        "Cannot read the article: there is no such file: missing.txt"
    );
    assert!(message(folder.path()).contains("this is a folder"));

    let file = folder.path().join("article.txt");
    fs::write(&file, BODY).unwrap();
    let document = read_path(&file).unwrap();
    assert_eq!(document.origin.file, "article.txt");
    assert_eq!(document.origin.size, BODY.len() as u64);
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_says_so_and_a_link_to_a_file_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("link.txt");
    let file = folder.path().join("article.txt");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(
        read_path(&link).unwrap_err().to_string(),
        "Cannot read the article: this is a link, and the file that it leads to is gone: link.txt"
    );
    fs::write(&file, BODY).unwrap();
    assert_eq!(read_path(&link).unwrap().text.as_str(), BODY);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_read_and_told_as_far_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = tempfile::tempdir().unwrap();
    let file = folder
        .path()
        .join(std::ffi::OsStr::from_bytes(b"br\xFCcke.txt"));
    assert_eq!(
        read_path(&file).unwrap_err().to_string(),
        "Cannot read the article: there is no such file: br\u{FFFD}cke.txt"
    );
    fs::write(&file, BODY).unwrap();
    let document = read_path(&file).unwrap();
    assert_eq!(document.origin.file, "br\u{FFFD}cke.txt");
    assert_eq!(document.text.as_str(), BODY);
}

#[test]
fn one_article_of_a_file_is_chosen_by_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wire.jsonl");
    fs::write(
        &file,
        format!("{{\"title\": \"Bridge\", \"text\": \"{BODY}\"}}\n{{\"text\": \"{MORE}\"}}\n"),
    )
    .unwrap();
    let labels: Vec<String> = (read_path(&file).unwrap_err().several())
        .unwrap_or_default()
        .iter()
        .map(Offered::label)
        .collect();
    assert_eq!(
        labels,
        [
            "Bridge",
            "Without a title: Engineers had found cracks in two of its pillars, the mayor said after the …"
        ]
    );
    let message = |path: &Path| read_path(path).unwrap_err().to_string();
    assert_eq!(
        message(&file),
        "Cannot read the article: it holds 2 articles; choose one by adding its number to the name of the file, as in #2 (#1 Bridge, #2 without a title): wire.jsonl"
    );
    let second = read_path(&folder.path().join("wire.jsonl#2")).unwrap();
    assert_eq!(second.text.as_str(), MORE);
    assert_eq!(second.origin.file, "wire.jsonl#2");
    assert!(
        message(&folder.path().join("wire.jsonl#3"))
            .contains("it holds 2 articles, so there is no article 3")
    );
    assert!(message(&folder.path().join("wire.jsonl#0")).contains("no article 0"));
    assert!(
        message(&folder.path().join("other.jsonl#1"))
            .ends_with("there is no such file: other.jsonl")
    );
    assert!(
        read_chosen("a.txt", BODY.as_bytes(), 2)
            .unwrap_err()
            .to_string()
            .contains("it holds one article, so there is no article 2")
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_opened_says_so() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret.txt");
    fs::write(&file, BODY).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may open everything, so there the file is simply read.
    match read_path(&file) {
        Err(error) => assert!(error.to_string().contains("permission denied")),
        Ok(document) => assert_eq!(document.text.as_str(), BODY),
    }
    assert!(
        read_path(Path::new("/dev/null"))
            .unwrap_err()
            .to_string()
            .contains("not a regular file")
    );
}

/// Pieces of the formats, so that random files reach the readers' corners.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just("# "),
        Just("> "),
        Just("- "),
        Just("---\n"),
        Just("title: "),
        Just("<p>"),
        Just("</p>"),
        Just("<div class=caption>"),
        Just("<h1>"),
        Just("<li>"),
        Just("<br>"),
        Just("<!--"),
        Just("<script>"),
        Just("<a href=x>"),
        Just("</a>"),
        Just("<table><tr><td>"),
        Just("&amp;"),
        Just("{\"text\": \""),
        Just("\", \"title\": \""),
        Just("\"}"),
        Just("["),
        Just("By Ana Ruiz"),
        Just("Leave a Reply"),
        Just("The mayor resigned."),
        Just("Getty Images)"),
        Just(" ("),
        Just("12 March 2026"),
        Just("Halden Post"),
        Just("é—“”’"),
        Just("😀"),
        Just("مرحبا"),
        Just("\u{200B}\u{AD}"),
        Just("\u{2028}"),
        Just("Read more: "),
        Just("?"),
        Just(" is part of the Halden Post group website"),
        Just("\0"),
        Just("1. "),
    ];
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), name in "[a-z]{0,3}\\.(txt|md|html|json)") {
        if let Ok(document) = read(&name, &bytes) {
            check_blocks(&document);
        }
    }

    #[test]
    fn any_text_is_read_or_refused_in_every_format(text in scraps(), beginning in "(|<html>|\\{\"text\": \"|# )", name in "a\\.(txt|md|html|json)") {
        if let Ok(document) = read(&name, format!("{beginning}{text}").as_bytes()) {
            check_blocks(&document);
        }
    }

    #[test]
    fn article_json_keeps_its_text(text in "\\PC{0,80}(\n{0,3}[ \t]?\\PC{0,40}){0,4}", title in "[A-Za-z ]{0,20}") {
        let json = serde_json::json!({ "title": title, "text": text }).to_string();
        if let Ok(document) = read("a.json", json.as_bytes()) {
            check_blocks(&document);
            prop_assert!(document.text.as_str().ends_with(&text));
        }
    }

    #[test]
    fn any_words_are_a_date_or_not(words in "\\PC{0,40}") {
        if let Some(date) = parse_date(&words) {
            prop_assert!(!date.given.is_empty());
        }
    }
}

#[test]
fn titles_are_blocks_of_kind_title() {
    let document = read(
        "a.txt",
        format!("Bridge closed in Halden\n\n{BODY}").as_bytes(),
    )
    .unwrap();
    assert_eq!(document.blocks[0].kind, BlockKind::Title);
    assert_eq!(
        document.metadata.title.as_deref(),
        Some("Bridge closed in Halden")
    );
}

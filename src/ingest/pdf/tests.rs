//! Pages drawn by hand, and what is read from them.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::ingest::tests::blocks_of;
use crate::ingest::{parse_date, read};
use crate::model::Document;

/// A line of letters at a place; `y` grows upward, as on paper.
fn at(x: u32, y: u32, size: u32, words: &str) -> String {
    let words = words.replace('(', "\\(").replace(')', "\\)");
    format!("BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n")
}

/// Lines below one another, twelve points apart.
fn column(x: u32, y: u32, lines: &[&str]) -> String {
    let lines = lines.iter().enumerate();
    lines
        .map(|(number, words)| at(x, y - 12 * number as u32, 10, words))
        .collect()
}

/// A file of pages, each of them drawn by these instructions.
fn file(pages: &[String], trailer: &str, more: &[&str]) -> Vec<u8> {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let first_page = 4 + more.len();
    let kids: Vec<String> = (0..pages.len())
        .map(|number| format!("{} 0 R", first_page + 2 * number))
        .collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        font.to_owned(),
    ];
    objects.extend(more.iter().map(|&object| object.to_owned()));
    for (number, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >> >>",
            first_page + 2 * number + 1
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{page}\nendstream",
            page.len()
        ));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", number + 1).unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).unwrap();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(
        out,
        "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1
    )
    .unwrap();
    out.into_bytes()
}

fn pages(pages: &[String]) -> Vec<String> {
    blocks_of(&opened(&file(pages, "", &["null"])))
}

fn opened(bytes: &[u8]) -> Document {
    read("article.txt", bytes).unwrap_or_else(|error| panic!("{error}"))
}

fn message(bytes: &[u8]) -> String {
    match read("article.pdf", bytes) {
        Ok(document) => panic!("it was read: {:?}", document.text),
        Err(error) => error.to_string(),
    }
}

const LEFT: [&str; 7] = [
    "The council of Halden voted on Tues-",
    "day to close the old bridge, after",
    "engineers found cracks in two of the",
    "tall pillars.",
    "   Work begins in May and lasts at",
    "least six months, the left-wing mayor",
    "said. A spokesman for the left-",
];
const RIGHT: [&str; 6] = [
    "wing party agreed with her and asked",
    "for a ferry until then, which has been",
    "idle since the summer.",
    "   Nobody will be able to cross by",
    "car, she said, and the nearest other",
    "bridge is ten miles away.",
];

#[test]
fn two_columns_are_read_one_after_the_other_under_their_title() {
    let page = format!(
        "{}{}{}",
        at(50, 720, 20, "Old bridge closes in the town of Halden"),
        column(50, 680, &LEFT),
        column(310, 680, &RIGHT)
    );
    assert_eq!(
        pages(&[page]),
        [
            "Title: Old bridge closes in the town of Halden",
            "Paragraph: The council of Halden voted on Tuesday to close the old bridge, after engineers found cracks in two of the tall pillars.",
            "Paragraph: Work begins in May and lasts at least six months, the left-wing mayor said. A spokesman for the left-wing party agreed with her and asked for a ferry until then, which has been idle since the summer.",
            "Paragraph: Nobody will be able to cross by car, she said, and the nearest other bridge is ten miles away.",
        ]
    );
}

#[test]
fn running_heads_and_page_numbers_are_left_out() {
    let page = |number: u32, lines: &[&str]| {
        format!(
            "{}{}{}",
            at(
                50,
                770,
                8,
                &format!("Halden Post, 12 March 2026, edition {number}")
            ),
            column(50, 700, lines),
            at(290, 30, 8, &format!("Page {number} of 3"))
        )
    };
    let file = file(
        &[
            page(
                1,
                &[
                    "The council of Halden voted on Tuesday to close the old bridge for at least six months",
                    "and to open the ferry, after engineers had found cracks in two of its pillars, which was a",
                ],
            ),
            page(
                2,
                &[
                    "surprise to nobody who had to cross it every day on the way to work and back home again.",
                    "It was built in 1931 and carries nine thousand cars a day, of which few are from the town.",
                ],
            ),
            page(3, &["The mayor left."]),
        ],
        "",
        &["null"],
    );
    let document = opened(&file);
    assert_eq!(
        blocks_of(&document),
        [
            "Paragraph: The council of Halden voted on Tuesday to close the old bridge for at least six months and to open the ferry, after engineers had found cracks in two of its pillars, which was a surprise to nobody who had to cross it every day on the way to work and back home again. It was built in 1931 and carries nine thousand cars a day, of which few are from the town.",
            "Paragraph: The mayor left.",
        ]
    );
    let dropped: Vec<String> = document
        .origin
        .dropped
        .iter()
        .map(|dropped| format!("{}: {}", dropped.reason, dropped.text))
        .collect();
    assert_eq!(dropped.len(), 6);
    assert_eq!(
        dropped[0],
        "running head: Halden Post, 12 March 2026, edition 1"
    );
    assert_eq!(dropped[1], "page number: Page 1 of 3");
}

#[test]
fn what_a_browser_prints_around_a_single_page_is_left_out() {
    let page = format!(
        "{}{}{}",
        at(24, 780, 8, "3/12/26, 2:21 PM Bridge closed in Halden"),
        column(
            50,
            700,
            &[
                "The council of Halden voted on Tuesday to close it.",
                "The mayor left."
            ]
        ),
        at(24, 16, 8, "https://courier.example/bridge?id=1 1/1")
    );
    assert_eq!(
        pages(&[page]),
        ["Paragraph: The council of Halden voted on Tuesday to close it. The mayor left."]
    );
}

#[test]
fn letters_that_are_placed_one_by_one_become_words() {
    let page = "BT /F1 10 Tf 50 700 Td [(The b) 20 (ridge) -300 (closed \\221soon\\222) -280 (\\(on Monday\\).)] TJ ET\n\
        BT /F1 10 Tf 0 1 -1 0 20 100 Tm (printed on the side) Tj ET";
    assert_eq!(
        pages(&[page.to_owned()]),
        ["Paragraph: The bridge closed ‘soon’ (on Monday)."]
    );
}

#[test]
fn headings_and_lists_are_told_by_their_look() {
    let page = format!(
        "{}{}{}",
        column(
            50,
            700,
            &[
                "The council of Halden voted on Tuesday to close the old bridge for at least six months."
            ]
        ),
        at(50, 670, 14, "Over the water"),
        column(
            50,
            650,
            &[
                "The ferry will carry people and bicycles over the river until then, for the usual price.",
                "- no cars until October",
                "- no trucks until spring"
            ]
        ),
    );
    assert_eq!(
        pages(&[page]),
        [
            "Paragraph: The council of Halden voted on Tuesday to close the old bridge for at least six months.",
            "Heading: Over the water",
            "Paragraph: The ferry will carry people and bicycles over the river until then, for the usual price.",
            "ListItem: - no cars until October",
            "ListItem: - no trucks until spring",
        ]
    );
}

#[test]
fn what_the_file_tells_of_itself_is_read() {
    let page = column(
        50,
        700,
        &["The council of Halden voted on Tuesday to close the old bridge."],
    );
    let about = "<< /Title (Old bridge closes in Halden) /Author (Ana Ruiz) /CreationDate (D:20260310) /ModDate (D:20260312100000Z) >>";
    let document = opened(&file(&[page], "/Info 5 0 R", &["null", about]));
    assert_eq!(
        document.metadata.title.as_deref(),
        Some("Old bridge closes in Halden")
    );
    assert_eq!(document.metadata.authors, ["Ana Ruiz"]);
    assert_eq!(document.metadata.modified, parse_date("2026-03-12"));
    assert_eq!(document.metadata.published, None);
}

#[test]
fn files_without_text_or_with_a_password_or_damaged_say_so() {
    let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream";
    let scanned = file(
        &["q 600 0 0 800 0 0 cm /Im1 Do Q".to_owned()],
        "",
        &[picture],
    );
    assert_eq!(
        message(&scanned),
        "Cannot read the article: its pages are pictures without any text; run it through text recognition (OCR) first: article.pdf"
    );
    assert!(message(&file(&[String::new()], "", &["null"])).contains("there are no words in it"));
    let key = "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >>";
    let locked = file(
        &[at(50, 700, 10, "Secret")],
        "/Encrypt 4 0 R /ID [<00> <00>]",
        &[key],
    );
    assert!(
        message(&locked).contains("protected with a password"),
        "{}",
        message(&locked)
    );
    assert!(message(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3").contains("the PDF is damaged or cut off"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_change_to_a_pdf_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let mut bytes = file(&[column(50, 680, &LEFT), column(310, 680, &RIGHT)], "", &["null"]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for bytes in [&bytes[..], &bytes[..cut.index(bytes.len())]] {
            if let Ok(document) = read("a", bytes) {
                crate::ingest::tests::check_blocks(&document);
            }
        }
    }

    #[test]
    fn any_drawing_is_read_or_refused(lines in prop::collection::vec((0_u32..700, 0_u32..900, 0_u32..40, "[A-Za-z \\-.•]{0,30}"), 0..60), matrix in "(|1e30 0 0 1e30 0 0 cm|0 0 0 0 0 0 cm|-1 0 0 -1 0 0 cm|.001 0 0 .001 0 0 cm|nan inf q Q ET)") {
        let page: String = lines.iter().map(|(x, y, size, words)| at(*x, *y, *size, words)).collect();
        if let Ok(document) = read("a", &file(&[format!("{matrix}\n{page}")], "", &["null"])) {
            crate::ingest::tests::check_blocks(&document);
        }
    }
}

//! How long it takes to read a large page and a long PDF.
//!
//! Run with `cargo bench --no-default-features --bench reading`. A page of 1 MB should take less than 100 ms, a PDF of
//! 20 pages less than 500 ms.

mod articles;

use std::fmt::Write as _;
use std::sync::Arc;

use articles::{Teller, article, page};
use counterpoint::analysis::{Unattended, analyze};
use counterpoint::export::{self, Format, Options};
use counterpoint::ingest;
use counterpoint::notebook::Notebook;
use counterpoint::report::Report;
use divan::{Bencher, black_box};

const MEGABYTE: usize = 1 << 20;

fn main() {
    divan::main();
}

/// A long read between menus, related stories and the scripts that pages are mostly made of.
#[divan::bench]
fn a_page_of_a_megabyte(bencher: Bencher<'_, '_>) {
    let story = page(Teller::Agency, 5_000);
    let (head, body) = story.split_once("<body>").expect("a page has a body");
    let mut menu = String::new();
    for number in 0..2_000 {
        write!(menu, "<li class=\"menu item-{number}\"><a href=\"/story/{number}\">A story of the day {number}</a></li>")
            .expect("a string has room");
    }
    let script = "window.dataLayer=window.dataLayer||[];if(a<b&&c>d){push({\"event\":\"load\"})}\n";
    let left = MEGABYTE - story.len() - menu.len();
    let script = script.repeat(left / script.len());
    let bytes = format!("{head}<script>{script}</script><body><nav><ul>{menu}</ul></nav>{body}");
    bencher.bench(|| ingest::read("agency.html", black_box(bytes.as_bytes())));
}

/// A report with the full texts of two long reads.
#[divan::bench]
fn a_pdf_of_twenty_pages(bencher: Bencher<'_, '_>) {
    let documents = [Teller::Agency, Teller::Local].map(|teller| {
        let text = article(teller, 5_600);
        Arc::new(ingest::read("article.txt", text.as_bytes()).expect("plain text can be read"))
    });
    let analysis = analyze(&documents, None, &Unattended).expect("nobody cancels");
    let report = Report::new(Arc::new(analysis), &Notebook::default(), 1.0);
    let options = Options {
        full_texts: true,
        ..Options::default()
    };
    let bytes = export::write(&report, Format::Pdf, &options);
    bencher.bench(|| ingest::read("report.pdf", black_box(&bytes)));
}

//! How long each stage takes on two articles, from the size of a news item to that of a long read.
//!
//! Run with `cargo bench --no-default-features --bench stages`.

mod articles;

use std::sync::Arc;

use articles::{Teller, article, page};
use counterpoint::analysis::conflicts::DISPLAY_THRESHOLD;
use counterpoint::analysis::meanings::Meanings;
use counterpoint::analysis::{
    Unattended, alignment, analyze, conflicts, entities, mentions, statements,
};
use counterpoint::export::{self, Format, Options};
use counterpoint::ingest;
use counterpoint::model::{Analysis, Document};
use counterpoint::notebook::{Command, NoteTarget, Notebook, file};
use counterpoint::report::Report;
use counterpoint::report::tables::{claims, quantities, speakers, timeline};
use counterpoint::text::{self, Span};
use divan::{Bencher, black_box};

/// Words of each article: a news item, a long read.
const WORDS: [usize; 2] = [600, 5_000];

fn main() {
    divan::main();
}

#[divan::bench(args = WORDS)]
fn read_a_page(bencher: Bencher<'_, '_>, words: usize) {
    let bytes = page(Teller::Agency, words).into_bytes();
    bencher.bench(|| ingest::read("agency.html", black_box(&bytes)));
}

#[divan::bench(args = WORDS)]
fn divide_into_sentences(bencher: Bencher<'_, '_>, words: usize) {
    let document = document(Teller::Agency, words);
    let blocks: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    bencher.bench(|| text::segment(black_box(&document.text), &blocks));
}

#[divan::bench(args = WORDS)]
fn link_names(bencher: Bencher<'_, '_>, words: usize) {
    let analysis = compare(words);
    bencher.bench(|| {
        let documents = black_box(&analysis.documents);
        let candidates = documents.iter().map(mentions::find).collect();
        entities::link(documents, candidates, &Meanings::default(), &[])
    });
}

#[divan::bench(args = WORDS)]
fn read_statements(bencher: Bencher<'_, '_>, words: usize) {
    let analysis = compare(words);
    bencher.bench(|| {
        statements::read(
            black_box(&analysis.documents),
            black_box(&analysis.mentions),
            black_box(&analysis.entities),
        )
    });
}

#[divan::bench(args = WORDS)]
fn align_statements(bencher: Bencher<'_, '_>, words: usize) {
    let analysis = compare(words);
    bencher.bench(|| alignment::align(black_box(&analysis)));
}

#[divan::bench(args = WORDS)]
fn judge_conflicts(bencher: Bencher<'_, '_>, words: usize) {
    let analysis = compare(words);
    let aligned = alignment::align(&analysis);
    bencher.bench(|| conflicts::judge(black_box(&analysis), &aligned));
}

#[divan::bench(args = WORDS)]
fn whole_analysis(bencher: Bencher<'_, '_>, words: usize) {
    let documents = documents(words);
    bencher.bench(|| analyze(black_box(&documents), None, &Unattended));
}

#[divan::bench(args = WORDS)]
fn report_and_export(bencher: Bencher<'_, '_>, words: usize) {
    let analysis = Arc::new(compare(words));
    let notebook = Notebook::default();
    let options = Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    };
    bencher.bench(|| {
        let report = Report::new(
            Arc::clone(black_box(&analysis)),
            &notebook,
            DISPLAY_THRESHOLD,
        );
        Format::ALL.map(|format| export::write(&report, format, &options))
    });
}

/// A long comparison with as many notes as anybody writes, in each format.
#[divan::bench(args = Format::ALL)]
fn export_with_2000_notes(bencher: Bencher<'_, '_>, format: Format) {
    let analysis = Arc::new(compare(WORDS[1]));
    let notebook = with_2000_notes();
    let report = Report::new(analysis, &notebook, 0.0);
    let options = Options {
        include_unreviewed: true,
        full_texts: true,
        ..Options::default()
    };
    bencher.bench(|| export::write(black_box(&report), format, &options));
}

#[divan::bench]
fn save_2000_notes(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("long.counterpoint");
    let (documents, notebook) = (documents(WORDS[1]), with_2000_notes());
    bencher.bench(|| file::save(&path, black_box(&documents), &notebook).expect("it can be saved"));
}

#[divan::bench]
fn open_2000_notes(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("long.counterpoint");
    let (documents, notebook) = (documents(WORDS[1]), with_2000_notes());
    file::save(&path, &documents, &notebook).expect("it can be saved");
    bencher.bench(|| file::open(black_box(&path)).expect("it can be opened"));
}

/// Six articles, as the pages beside the reading view show them.
#[divan::bench(args = WORDS)]
fn rows_of_every_table(bencher: Bencher<'_, '_>, words: usize) {
    let [agency, local] = documents(words);
    let six = [&agency, &local, &agency, &local, &agency, &local].map(Arc::clone);
    let analysis = analyze(&six, None, &Unattended).expect("nobody cancels");
    let report = Report::new(Arc::new(analysis), &Notebook::default(), DISPLAY_THRESHOLD);
    bencher.bench(|| {
        let report = black_box(&report);
        (
            claims::rows(report),
            speakers::rows(&report.analysis),
            timeline::rows(report),
            quantities::rows(&report.analysis),
        )
    });
}

fn with_2000_notes() -> Notebook {
    let mut notebook = Notebook::default();
    for number in 0..2_000 {
        notebook.apply(Command::WriteNote {
            id: notebook.new_note_id(),
            target: NoteTarget::Free,
            text: format!(
                "Note {number}. Ask the harbor office whether the figure holds.\nThen the ministry."
            ),
        });
    }
    notebook
}

fn document(teller: Teller, words: usize) -> Document {
    let text = article(teller, words);
    ingest::read("article.txt", text.as_bytes()).expect("plain text can be read")
}

fn documents(words: usize) -> [Arc<Document>; 2] {
    [Teller::Agency, Teller::Local].map(|teller| Arc::new(document(teller, words)))
}

fn compare(words: usize) -> Analysis {
    analyze(&documents(words), None, &Unattended).expect("nobody cancels")
}

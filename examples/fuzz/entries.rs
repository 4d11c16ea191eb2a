//! Where bytes come in: what is damaged for each way, and who reads it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use clap::Parser as _;
use counterpoint::analysis::{Unattended, analyze};
use counterpoint::cli::{self, Arguments};
use counterpoint::export::{self, Format, Options, json as reports};
use counterpoint::ingest;
use counterpoint::notebook::file::{self, Opened};
use counterpoint::notebook::{described, located};
use counterpoint::report::Report;
use serde_json::{Value, json};

use super::damage::Random;

/// Names under which bytes are read: the name decides where the content does not.
const ENDINGS: [&str; 15] = [
    "txt",
    "md",
    "html",
    "mhtml",
    "webarchive",
    "json",
    "jsonl",
    "xml",
    "eml",
    "mbox",
    "rtf",
    "docx",
    "odt",
    "epub",
    "pdf",
];

pub enum Entry {
    /// Of one ending, or of any.
    Articles(Option<String>),
    Notebooks,
    /// JSON reports, which open again.
    Reports,
    /// Lines for `counterpoint batch`.
    Stories,
}

impl Entry {
    pub fn named(name: &str) -> anyhow::Result<Self> {
        Ok(match name.split_once(':') {
            Some(("articles", ending)) => Self::Articles(Some(ending.to_owned())),
            None if name == "articles" => Self::Articles(None),
            None if name == "notebooks" => Self::Notebooks,
            None if name == "reports" => Self::Reports,
            None if name == "stories" => Self::Stories,
            _ => bail!("the entry is articles, articles:ENDING, notebooks, reports or stories"),
        })
    }

    /// What is damaged: the files that the repository holds, or what the program makes of them.
    pub fn seeds(&self) -> anyhow::Result<Vec<Vec<u8>>> {
        let articles = ["assets/samples", "tests/fixtures/formats"];
        let seeds = match self {
            Self::Articles(Some(ending)) => files(&articles, |other| other == ending)?,
            Self::Articles(None) => files(&articles, |_| true)?,
            Self::Notebooks => notebooks()?,
            Self::Reports => {
                let scratch = tempfile::tempdir()?;
                let path = scratch.path().join("sound.counterpoint");
                let report = |bytes: &Vec<u8>| {
                    fs::write(&path, bytes)?;
                    Ok(reported(&file::open(&path)?))
                };
                notebooks()?
                    .iter()
                    .map(report)
                    .collect::<anyhow::Result<_>>()?
            }
            Self::Stories => {
                let articles: Vec<Value> = files(&articles, |ending| ending == "txt")?
                    .iter()
                    .filter_map(|bytes| str::from_utf8(bytes).ok())
                    .map(|text| json!({ "title": "A title", "text": text, "date": "2026-04-09" }))
                    .collect();
                vec![serde_json::to_vec(
                    &json!({ "story": "1", "docs": articles }),
                )?]
            }
        };
        ensure!(!seeds.is_empty(), "there is nothing to damage");
        Ok(seeds)
    }

    /// Reads the bytes as the program would. Fails only where the scratch folder does; else it panics.
    pub fn read(&self, bytes: &[u8], scratch: &Path, random: &mut Random) -> anyhow::Result<()> {
        match self {
            Self::Articles(ending) => article(bytes, ending.as_deref(), random),
            Self::Notebooks => notebook(bytes, &scratch.join("damaged.counterpoint"))?,
            Self::Reports => report(bytes),
            Self::Stories => stories(bytes, scratch)?,
        }
        Ok(())
    }
}

fn article(bytes: &[u8], ending: Option<&str>, random: &mut Random) {
    let any = ENDINGS[random.below(ENDINGS.len())];
    let name = format!("damaged.{}", ending.unwrap_or(any));
    let first = ingest::read(&name, bytes);
    let several = first.as_ref().err().and_then(|error| error.several());
    let chosen = several.map(|offered| {
        let number = random.below(offered.len() + 1) + 1;
        ingest::read_chosen(&name, bytes, number)
    });
    for document in [Some(first), chosen].into_iter().flatten().flatten() {
        // Every place that the document points at lies in its text.
        for block in &document.blocks {
            document.text.slice(block.span);
        }
    }
}

fn notebook(bytes: &[u8], path: &Path) -> anyhow::Result<()> {
    fs::write(path, bytes)?;
    if let Ok(opened) = file::open(path) {
        described(&opened.documents, opened.notebook.state());
        located(&opened.documents, &opened.notebook.state().corrections);
        file::save(path, &opened.documents, &opened.notebook)?;
        file::open(path).expect("what the program wrote it can read");
    }
    Ok(())
}

fn report(bytes: &[u8]) {
    if reports::is_report(bytes)
        && let Ok(opened) = reports::open(bytes)
    {
        reports::open(&reported(&opened)).expect("what the program wrote it can read");
    }
}

/// The JSON report of what was opened, by rules alone.
fn reported(opened: &Opened) -> Vec<u8> {
    let documents = described(&opened.documents, opened.notebook.state());
    let analysis = analyze(&documents, None, &Unattended).expect("nobody cancels");
    let report = Report::new(Arc::new(analysis), &opened.notebook, 0.0);
    let everything = Options {
        include_unreviewed: true,
        include_private: true,
        full_texts: true,
        ..Options::default()
    };
    export::write(&report, Format::Json, &everything)
}

fn stories(bytes: &[u8], scratch: &Path) -> anyhow::Result<()> {
    let stories = scratch.join("stories.jsonl");
    let answers = scratch.join("answers.jsonl");
    fs::write(&stories, bytes)?;
    let arguments = Arguments::try_parse_from([
        "counterpoint".as_ref(),
        "batch".as_ref(),
        stories.as_os_str(),
        "-o".as_ref(),
        answers.as_os_str(),
        "--jobs=1".as_ref(),
        "--no-network-model".as_ref(),
    ])?;
    cli::run(&arguments.command.context("a command was given")?);
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').count();
    let written = fs::read_to_string(&answers)?;
    assert_eq!(written.lines().count(), lines, "one report a line");
    assert!(
        !written.contains("something went wrong inside the program"),
        "a story ended the comparison"
    );
    Ok(())
}

fn notebooks() -> anyhow::Result<Vec<Vec<u8>>> {
    files(&["tests/fixtures"], |ending| ending == "counterpoint")
}

/// The files of the folders with a wanted ending, in the order of their names.
fn files(folders: &[&str], wanted: impl Fn(&str) -> bool) -> anyhow::Result<Vec<Vec<u8>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in folders {
        let mut paths: Vec<_> = fs::read_dir(root.join(folder))
            .into_iter()
            .flatten()
            .flatten()
            .map(|file| file.path())
            .filter(|path| path.is_file())
            .collect();
        paths.sort();
        for path in paths {
            let ending = path.extension().unwrap_or_default().to_string_lossy();
            if wanted(&ending) {
                found.push(fs::read(&path).with_context(|| path.display().to_string())?);
            }
        }
    }
    Ok(found)
}

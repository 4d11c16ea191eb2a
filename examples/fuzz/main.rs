//! Damages articles and notebooks at random, and reads them: nothing may panic, and nothing may take long.
//!
//! `cargo run --release --no-default-features --example fuzz -- ENTRY SECONDS [SEED]`; ENTRY is `articles`,
//! `articles:pdf` for those of one ending, or `notebooks`. What made it fail is kept in the folder `fuzz-failures`. The
//! same seed damages the same bytes in the same way.

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

mod damage;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use counterpoint::{ingest, notebook};

use damage::Random;

/// A file of a few kilobytes that takes longer than this makes a reader wait for nothing.
const SLOW: Duration = Duration::from_secs(5);

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

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (entry, seconds, seed) = match arguments.as_slice() {
        [entry, seconds] => (entry, seconds, "1"),
        [entry, seconds, seed] => (entry, seconds, seed.as_str()),
        _ => bail!("give the entry and for how many seconds"),
    };
    let seconds = Duration::from_secs(seconds.parse()?);
    let mut random = Random::new(seed.parse()?);
    let (kind, ending) = match entry.split_once(':') {
        Some((kind, ending)) => (kind, Some(ending)),
        None => (entry.as_str(), None),
    };
    ensure!(
        ["articles", "notebooks"].contains(&kind),
        "the entry is articles, articles:ENDING or notebooks"
    );
    let seeds = seeds(kind, ending)?;
    let scratch = tempfile::tempdir()?;
    let path = scratch.path().join("damaged.counterpoint");
    // The message of each panic is told with its input below.
    std::panic::set_hook(Box::new(|_| ()));

    let began = damage::now();
    let (mut tried, mut failed) = (0_u64, 0_u64);
    while began.elapsed() < seconds {
        let bytes = damage::damaged(&seeds, &mut random);
        let state = random.clone();
        let read = || {
            let start = damage::now();
            if kind == "notebooks" {
                opened(&path, &bytes)?;
            } else {
                article(&bytes, ending, &mut state.clone());
            }
            anyhow::Ok(start.elapsed())
        };
        // Once more where it took long: the machine may have been busy with something else.
        let outcome = catch_unwind(|| match read()? {
            took if took > SLOW => read(),
            took => Ok(took),
        });
        tried += 1;
        let why = match outcome {
            Err(_) => "panic",
            Ok(Err(_)) => "unreadable scratch folder",
            Ok(Ok(took)) if took > SLOW => "slow",
            Ok(Ok(_)) => continue,
        };
        failed += 1;
        let kept = PathBuf::from("fuzz-failures")
            .join(format!("{}-{seed}-{tried}", entry.replace(':', "-")));
        fs::create_dir_all("fuzz-failures")?;
        fs::write(&kept, &bytes)?;
        println!("{why}: {}", kept.display());
    }
    println!(
        "{entry}: {tried} inputs in {} s, {failed} failed",
        seconds.as_secs()
    );
    ensure!(failed == 0, "some inputs failed");
    Ok(())
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

fn opened(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes)?;
    if let Ok(opened) = notebook::file::open(path) {
        notebook::described(&opened.documents, opened.notebook.state());
        notebook::located(&opened.documents, &opened.notebook.state().corrections);
        notebook::file::save(path, &opened.documents, &opened.notebook)?;
        notebook::file::open(path).expect("what the program wrote it can read");
    }
    Ok(())
}

/// What is damaged: the files that the repository holds, of one ending or all.
fn seeds(kind: &str, ending: Option<&str>) -> anyhow::Result<Vec<Vec<u8>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = match kind {
        "articles" => vec!["assets/samples", "tests/fixtures/formats"],
        _ => vec!["tests/fixtures"],
    };
    let mut seeds = Vec::new();
    for folder in folders {
        let Ok(files) = fs::read_dir(root.join(folder)) else {
            continue;
        };
        let mut paths: Vec<_> = files.flatten().map(|file| file.path()).collect();
        paths.sort();
        for path in paths {
            let ends_with = |wanted: &str| path.extension().is_some_and(|end| end == wanted);
            let wanted = match (kind, ending) {
                ("notebooks", _) => ends_with("counterpoint"),
                (_, Some(ending)) => ends_with(ending),
                _ => true,
            };
            if path.is_file() && wanted {
                seeds.push(fs::read(&path).with_context(|| path.display().to_string())?);
            }
        }
    }
    ensure!(!seeds.is_empty(), "there is nothing to damage");
    Ok(seeds)
}

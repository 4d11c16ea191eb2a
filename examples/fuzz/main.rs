//! Damages what the program reads at random, and reads it: nothing may panic, and nothing may take long.
//!
//! `cargo run --release --no-default-features --example fuzz -- ENTRY SECONDS [SEED]`; ENTRY is `articles`,
//! `articles:pdf` for those of one ending, `notebooks`, `reports` (JSON reports, which open again) or `stories` (lines for
//! `batch`). What made it fail is kept in the folder `fuzz-failures`. The same seed damages the same bytes in the same way.

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

mod damage;
mod entries;

use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{bail, ensure};

use damage::Random;
use entries::Entry;

/// A file of a few kilobytes that takes longer than this makes a reader wait for nothing.
const SLOW: Duration = Duration::from_secs(5);

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, seconds, seed) = match arguments.as_slice() {
        [name, seconds] => (name, seconds, "1"),
        [name, seconds, seed] => (name, seconds, seed.as_str()),
        _ => bail!("give the entry and for how many seconds"),
    };
    let seconds = Duration::from_secs(seconds.parse()?);
    let mut random = Random::new(seed.parse()?);
    let entry = Entry::named(name)?;
    let seeds = entry.seeds()?;
    let scratch = tempfile::tempdir()?;
    // The message of each panic is told with its input below.
    std::panic::set_hook(Box::new(|_| ()));

    let began = damage::now();
    let (mut tried, mut failed) = (0_u64, 0_u64);
    while began.elapsed() < seconds {
        let bytes = damage::damaged(&seeds, &mut random);
        let state = random.clone();
        let read = || {
            let start = damage::now();
            entry.read(&bytes, scratch.path(), &mut state.clone())?;
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
            .join(format!("{}-{seed}-{tried}", name.replace(':', "-")));
        fs::create_dir_all("fuzz-failures")?;
        fs::write(&kept, &bytes)?;
        println!("{why}: {}", kept.display());
    }
    println!(
        "{name}: {tried} inputs in {} s, {failed} failed",
        seconds.as_secs()
    );
    ensure!(failed == 0, "some inputs failed");
    Ok(())
}

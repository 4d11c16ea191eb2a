//! Compares the samples again and again in one process and prints what memory it holds: it must not grow.
//!
//! `cargo run --release --no-default-features --example soak -- 2000`. Reads the memory from `/proc`, so it runs on Linux.

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::fs;
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use counterpoint::analysis::{Unattended, analyze};
use counterpoint::encoder::Network;
use counterpoint::export::json;
use counterpoint::ingest;
use counterpoint::notebook::Notebook;
use counterpoint::report::Report;

const FILES: [(&str, &[u8]); 2] = [
    (
        "port-ellery-sentinel.html",
        include_bytes!("../assets/samples/port-ellery-sentinel.html"),
    ),
    (
        "coastal-record.txt",
        include_bytes!("../assets/samples/coastal-record.txt"),
    ),
];

/// Comparisons after which the allocator has what it needs.
const WARM: usize = 50;
/// What memory may gain from there to the end.
const MOST_GROWTH: f64 = 0.05;

fn main() -> anyhow::Result<()> {
    let rounds: usize = std::env::args()
        .nth(1)
        .context("say how many comparisons")?
        .parse()?;
    let network = Network::shipped().context("the program holds a network")?;
    let mut first = None;
    let mut warm = 0;
    for round in 1..=rounds {
        let documents = FILES
            .iter()
            .map(|(name, bytes)| ingest::read(name, bytes).map(Arc::new))
            .collect::<Result<Vec<_>, _>>()?;
        let analysis = analyze(&documents, Some(network), &Unattended).context("nobody cancels")?;
        let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
        let found = report.findings.len();
        let written = (found, json::annotations(&report));
        ensure!(
            *first.get_or_insert_with(|| written.clone()) == written,
            "comparison {round} differs from the first"
        );
        if round == WARM {
            warm = resident()?;
        }
        if round == WARM || round % 100 == 0 {
            println!("{round} comparisons: {} kB", resident()?);
        }
    }
    let now = resident()?;
    ensure!(
        rounds <= WARM || now as f64 <= warm as f64 * (1.0 + MOST_GROWTH),
        "memory grew from {warm} kB to {now} kB"
    );
    Ok(())
}

/// Kilobytes of memory that the process holds.
fn resident() -> anyhow::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("/proc tells no memory")?.parse()?)
}

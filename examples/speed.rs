//! Prints how long each stage of a comparison takes, and how time and memory grow with articles and words: one row of a
//! table a line. `scripts/speed.py` runs it beside other programs.
//!
//! `cargo run --release --no-default-features --example speed -- ARTICLES WORDS`

#![expect(clippy::print_stdout, reason = "printing is what this tool is for")]

#[path = "../benches/articles/story.rs"]
mod story;

use std::fs;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use counterpoint::analysis::{Monitor, Stage, analyze};
use counterpoint::encoder::Network;
use counterpoint::export::json;
use counterpoint::ingest;
use counterpoint::model::Document;
use counterpoint::notebook::Notebook;
use counterpoint::report::Report;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [articles, words] = arguments.as_slice() else {
        bail!("give the number of articles and of words in each");
    };
    let (articles, words): (usize, usize) = (articles.parse()?, words.parse()?);
    let texts: Vec<String> = (0..articles)
        .map(|number| of_words(number, words))
        .collect();

    let mut clock = Clock::default();
    let network = clock.time("load the network", || {
        Network::shipped().context("the program holds a network")
    })?;
    let documents: Vec<Arc<Document>> = clock.time("read", || {
        let read = |text: &String| ingest::read("article.txt", text.as_bytes()).map(Arc::new);
        texts.iter().map(read).collect::<Result<_, _>>()
    })?;
    let stages = Stages::default();
    let analysis = clock
        .time("analysis", || analyze(&documents, Some(network), &stages))
        .context("nobody cancels")?;
    let stages = stages.finished();
    let report = clock.time("report and JSON", || {
        let report = Report::new(Arc::new(analysis), &Notebook::default(), 0.0);
        (report.findings.len(), json::annotations(&report).len())
    });

    let milliseconds = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1000.0);
    let mut fields = vec![format!("articles {articles}"), format!("words {words}")];
    for (name, time) in clock.parts.iter().chain(&stages) {
        fields.push(format!("{name} {}", milliseconds(*time)));
    }
    let whole: Duration = clock.parts.iter().map(|(_, time)| *time).sum();
    fields.push(format!("whole {}", milliseconds(whole)));
    fields.push(format!("findings {}", report.0));
    fields.push(format!("memory-kB {}", peak()?));
    println!("{}", fields.join("\t"));
    Ok(())
}

/// An article of this length, to the end of a paragraph.
fn of_words(number: usize, words: usize) -> String {
    let mut text = String::new();
    let mut counted = 0;
    for paragraph in story::telling(number, words / 4 + 4).split("\n\n") {
        if counted >= words {
            break;
        }
        counted += paragraph.split_whitespace().count();
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text
}

/// Times one part after the other.
#[derive(Default)]
struct Clock {
    parts: Vec<(String, Duration)>,
}

impl Clock {
    fn time<T>(&mut self, name: &str, work: impl FnOnce() -> T) -> T {
        let start = now();
        let done = work();
        self.parts.push((name.to_owned(), start.elapsed()));
        done
    }
}

/// Hears when a stage begins.
#[derive(Default)]
struct Stages(Mutex<Vec<(Stage, Instant)>>);

impl Monitor for Stages {
    fn proceed(&self, stage: Stage, _: f32) -> bool {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if heard.last().is_none_or(|(last, _)| *last != stage) {
            heard.push((stage, now()));
        }
        true
    }
}

impl Stages {
    /// Each stage's time, from its beginning to that of the next; called when the analysis is done.
    fn finished(&self) -> Vec<(String, Duration)> {
        let heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = heard.iter().skip(1).map(|(_, start)| *start).chain([now()]);
        heard
            .iter()
            .zip(ends)
            .map(|((stage, start), end)| (format!("– {}", stage.title()), end - *start))
            .collect()
    }
}

#[expect(clippy::disallowed_methods, reason = "a tool that measures time")]
fn now() -> Instant {
    Instant::now()
}

/// The most memory that the process ever held, in kilobytes.
fn peak() -> anyhow::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("/proc tells no memory")?.parse()?)
}

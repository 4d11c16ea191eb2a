//! `counterpoint batch`: stories, one a line, to reports, one a line, in the same order.
//!
//! Stories are dealt out to lanes like cards and taken from them in the same turn, so that any number of them is done
//! in the memory of a few.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal as _, Read as _, Seek as _, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::{Value, json};

use super::arguments::Batch;
use super::compare::compared;
use super::input::is_standard_stream;
use super::network::{self, Opened};
use super::{Written, messages};
use crate::export::{Options, json};
use crate::ingest;
use crate::notebook::{Notebook, why_not_written};

/// The longest line that is read.
const LONGEST: u64 = 4 * ingest::SIZE_LIMIT;

/// Stories that wait in a lane, and reports that wait to be written from it.
const WAITING: usize = 2;

/// A report, or a line that says what is wrong with its story.
struct Line {
    bytes: Vec<u8>,
    good: bool,
}

struct Lane {
    stories: SyncSender<Vec<u8>>,
    reports: Receiver<Line>,
}

/// How the lines came out.
#[derive(Default)]
struct Tally {
    good: usize,
    bad: usize,
}

pub fn run(arguments: &Batch) -> Result<Written> {
    let target = arguments
        .output
        .as_deref()
        .filter(|path| !is_standard_stream(path));
    super::output::refuse_overwriting(target, std::slice::from_ref(&arguments.stories))?;
    if arguments.resume && target.is_none() {
        bail!("Cannot go on: --resume needs the file that the earlier run wrote: -o PATH");
    }
    let stories = stories(&arguments.stories)?;
    let (done, reports) = reports(target, arguments.resume)?;
    let network = network::open(&arguments.network);
    let jobs = match arguments.jobs {
        Some(jobs) => jobs.get(),
        None => thread::available_parallelism().map_or(1, |jobs| jobs.get()),
    };
    let tally = thread::scope(|scope| {
        let mut lanes = Vec::new();
        for number in 0..jobs {
            let (story_sender, story_receiver) = sync_channel::<Vec<u8>>(WAITING);
            let (report_sender, report_receiver) = sync_channel(WAITING);
            let network = &network;
            thread::Builder::new()
                .name(format!("lane {number}"))
                .spawn_scoped(scope, move || {
                    for story in story_receiver {
                        let line = answered(&story, network, arguments.threshold.min_confidence);
                        if report_sender.send(line).is_err() {
                            return;
                        }
                    }
                })?;
            lanes.push(Lane {
                stories: story_sender,
                reports: report_receiver,
            });
        }
        let (senders, receivers): (Vec<_>, Vec<_>) = lanes
            .into_iter()
            .map(|lane| (lane.stories, lane.reports))
            .unzip();
        let dealer = thread::Builder::new()
            .name("stories".to_owned())
            .spawn_scoped(scope, move || deal(stories, done, &senders))?;
        let tally = gather(reports, &receivers, done);
        // Lanes that nobody listens to end, and so does who deals to them.
        drop(receivers);
        dealt(dealer)?;
        tally
    })?;
    if tally.bad > 0 {
        messages::tell(&format!(
            "{} of {} stories could not be compared; their lines say why",
            tally.bad,
            tally.bad + tally.good
        ));
    }
    Ok(if tally.bad == 0 {
        Written::Whole
    } else {
        Written::Partly
    })
}

fn dealt(dealer: ScopedJoinHandle<'_, io::Result<()>>) -> Result<()> {
    match dealer.join() {
        Ok(outcome) => outcome.context("Cannot read the stories"),
        Err(_) => bail!("Something went wrong inside the program"),
    }
}

fn stories(path: &Path) -> Result<Box<dyn BufRead + Send>> {
    if is_standard_stream(path) {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).and_then(|file| {
        // On some systems a folder opens, and fails only when it is read.
        if file.metadata()?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(file)
    });
    match file {
        Ok(file) => Ok(Box::new(BufReader::new(file))),
        Err(error) => Err(anyhow!(
            "Cannot read the stories: {error}: {}",
            path.display()
        )),
    }
}

/// Where the reports go, and how many of them an earlier run wrote there.
fn reports(path: Option<&Path>, resume: bool) -> Result<(usize, Box<dyn Write>)> {
    let Some(path) = path else {
        return Ok((0, Box::new(io::stdout())));
    };
    let open = || -> io::Result<(usize, File)> {
        let mut file = OpenOptions::new()
            .create(true)
            .read(true)
            .write(true)
            .truncate(!resume)
            .open(path)?;
        let (lines, end) = whole_lines(BufReader::new(&file))?;
        // What an earlier run did not finish is written anew.
        file.set_len(end)?;
        file.seek(io::SeekFrom::End(0))?;
        Ok((lines, file))
    };
    match open() {
        Ok((lines, file)) => Ok((lines, Box::new(file))),
        Err(error) => Err(anyhow!(
            "Cannot write the reports: {}: {}",
            why_not_written(&error),
            path.display()
        )),
    }
}

/// How many lines are complete, and where the last of them ends.
fn whole_lines(mut file: impl BufRead) -> io::Result<(usize, u64)> {
    let (mut lines, mut read, mut end) = (0, 0, 0);
    loop {
        let bytes = file.fill_buf()?;
        if bytes.is_empty() {
            return Ok((lines, end));
        }
        for (place, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            lines += 1;
            end = read + place as u64 + 1;
        }
        let length = bytes.len();
        read += length as u64;
        file.consume(length);
    }
}

/// Deals the stories out to the lanes, but for the first `done`.
fn deal(
    mut stories: Box<dyn BufRead + Send>,
    done: usize,
    lanes: &[SyncSender<Vec<u8>>],
) -> io::Result<()> {
    for _ in 0..done {
        stories.skip_until(b'\n')?;
    }
    for lane in lanes.iter().cycle() {
        let mut line = Vec::new();
        let read = stories
            .by_ref()
            .take(LONGEST)
            .read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        if read as u64 == LONGEST && !line.ends_with(b"\n") {
            stories.skip_until(b'\n')?;
            line.clear();
            line.extend(b"too long");
        }
        if lane.send(line).is_err() {
            break;
        }
    }
    Ok(())
}

/// Takes one report from each lane in turn and writes it, until the lane whose turn it is has no more.
fn gather(reports: Box<dyn Write>, lanes: &[Receiver<Line>], done: usize) -> Result<Tally> {
    let mut reports = BufWriter::new(reports);
    let progress = io::stderr().is_terminal();
    let mut tally = Tally::default();
    for line in lanes.iter().cycle().map_while(|lane| lane.recv().ok()) {
        let written = reports
            .write_all(&line.bytes)
            .and_then(|()| reports.flush());
        match written {
            // A reader that stops reading ("| head") has what it wants.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            written => written.context("Cannot write the reports")?,
        }
        if line.good {
            tally.good += 1;
        } else {
            tally.bad += 1;
        }
        if progress {
            messages::show_progress(&format!("{} stories", done + tally.good + tally.bad));
        }
    }
    if progress {
        messages::end_progress();
    }
    Ok(tally)
}

/// The report of a story, or why there is none; never ends the run.
fn answered(line: &[u8], network: &Opened, min_confidence: f32) -> Line {
    let value: Value = serde_json::from_slice(line.trim_ascii()).unwrap_or_default();
    let story = value["story"].clone();
    let report = catch_unwind(AssertUnwindSafe(|| {
        told(&value, &story, network, min_confidence)
    }));
    let report =
        report.unwrap_or_else(|_| Err("something went wrong inside the program".to_owned()));
    let (mut bytes, good) = match report {
        Ok(bytes) => (bytes, true),
        Err(error) => {
            let line = json!({ "story": story, "error": error });
            (line.to_string().into_bytes(), false)
        }
    };
    bytes.push(b'\n');
    Line { bytes, good }
}

fn told(
    value: &Value,
    story: &Value,
    network: &Opened,
    min_confidence: f32,
) -> Result<Vec<u8>, String> {
    if !value.is_object() {
        return Err("the line is not a story in JSON".to_owned());
    }
    let articles = ["docs", "documents"]
        .iter()
        .find_map(|name| value[name].as_array());
    let Some(articles) = articles else {
        return Err("a story needs \"docs\" or \"documents\", a list of articles".to_owned());
    };
    let mut documents = Vec::new();
    let mut left_out = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let name = format!("article {}.json", index + 1);
        match ingest::read(&name, article.to_string().as_bytes()) {
            Ok(document) => documents.push(Arc::new(document)),
            Err(error) => left_out.push(error.to_string()),
        }
    }
    if documents.len() < 2 {
        let why = format!(
            "a story needs two articles, and {} could be read",
            documents.len()
        );
        return Err([vec![why], left_out].concat().join("; "));
    }
    let mut report = compared(&documents, &Notebook::default(), network, min_confidence);
    report.warnings.splice(0..0, left_out);
    let everything = Options {
        include_unreviewed: true,
        ..Options::default()
    };
    Ok(json::line(&report, story, &everything))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_complete_lines_of_an_earlier_run_count() {
        for (file, lines, end) in [("", 0, 0), ("a\nb\nc", 2, 4), ("a\n", 1, 2), ("abc", 0, 0)] {
            assert_eq!(
                whole_lines(file.as_bytes()).unwrap(),
                (lines, end),
                "{file:?}"
            );
        }
    }

    #[test]
    fn lines_come_back_in_the_order_of_the_stories() {
        let stories = "1\n2\n3\n4\n5\n6\n7".to_owned();
        let (senders, receivers): (Vec<_>, Vec<_>) = (0..3).map(|_| sync_channel(9)).unzip();
        deal(Box::new(io::Cursor::new(stories)), 2, &senders).unwrap();
        drop(senders);
        let order: Vec<u8> = receivers
            .iter()
            .cycle()
            .map_while(|lane: &Receiver<Vec<u8>>| lane.recv().ok())
            .map(|line| line[0])
            .collect();
        assert_eq!(order, b"34567");
    }
}

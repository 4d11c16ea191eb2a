//! `counterpoint judge`: pairs of statements, one a line, to what the network makes of each.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use serde::{Deserialize, Serialize};

use super::arguments::Judge;
use super::input::is_standard_stream;
use super::{Written, messages, network};
use crate::encoder::Network;
use crate::model::{Inference, Judgement, Kind};

/// Lines that are judged together: enough for all cores, and little to keep in memory.
const CHUNK: usize = 512;

#[derive(Deserialize)]
struct Pair {
    premise: String,
    hypothesis: String,
}

/// One line of the output.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Judged {
        label: Inference,
        scores: Scores,
        kind: Kind,
        labels: Labels,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        cut: bool,
    },
    Bad {
        error: String,
    },
}

#[derive(Serialize)]
struct Scores {
    agree: f64,
    refine: f64,
    update: f64,
    dispute: f64,
    conflict: f64,
    none: f64,
}

#[derive(Serialize)]
struct Labels {
    entailment: f64,
    neutral: f64,
    contradiction: f64,
}

/// How the lines came out.
#[derive(Default)]
struct Tally {
    judged: usize,
    bad: usize,
    cut: usize,
}

pub fn run(arguments: &Judge) -> Result<Written> {
    if arguments.network.no_network_model {
        bail!(
            "Cannot judge the pairs: rules alone were asked for, and pairs are judged by the network model"
        );
    }
    let network = match network::load(arguments.network.models.as_deref()) {
        Ok(network) => network,
        Err(why) => bail!("Cannot judge the pairs: {why}"),
    };
    let tally = match arguments
        .pairs
        .as_deref()
        .filter(|path| !is_standard_stream(path))
    {
        None => judge(&network, io::stdin().lock())?,
        Some(path) => judge(&network, BufReader::new(open(path)?))?,
    };
    match tally.cut {
        0 => {}
        1 => messages::tell(
            "One pair is too long for the network model, which read it without its end",
        ),
        cut => messages::tell(&format!(
            "{cut} pairs are too long for the network model, which read them without their ends"
        )),
    }
    Ok(if tally.bad == 0 {
        Written::Whole
    } else {
        messages::tell(&format!(
            "{} of {} lines could not be judged",
            tally.bad,
            tally.bad + tally.judged
        ));
        Written::Partly
    })
}

fn open(path: &Path) -> Result<File> {
    File::open(path)
        .and_then(|file| {
            // On some systems a folder opens, and fails only when it is read.
            if file.metadata()?.is_dir() {
                Err(io::ErrorKind::IsADirectory.into())
            } else {
                Ok(file)
            }
        })
        .map_err(|error| anyhow!("Cannot read the pairs: {}: {}", why(&error), path.display()))
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not read it (permission denied)".to_owned(),
        _ => error.to_string(),
    }
}

/// Reads, judges and writes one chunk after the other, so that any number of pairs takes the same memory.
fn judge(network: &Network, mut lines: impl BufRead) -> Result<Tally> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut tally = Tally::default();
    loop {
        let chunk = chunk(&mut lines).context("Cannot read the pairs")?;
        let answers = answers(network, &chunk);
        for answer in &answers {
            match answer {
                Answer::Judged { cut, .. } => {
                    tally.judged += 1;
                    tally.cut += usize::from(*cut);
                }
                Answer::Bad { .. } => tally.bad += 1,
            }
        }
        let written = answers
            .iter()
            .try_for_each(|answer| {
                serde_json::to_writer(&mut out, answer)?;
                out.write_all(b"\n")
            })
            .and_then(|()| out.flush());
        match written {
            // A reader that stops reading ("| head") has what it wants.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(tally),
            written => written.context("Cannot write to standard output")?,
        }
        if chunk.len() < CHUNK {
            return Ok(tally);
        }
    }
}

/// The next lines, each a pair or what is wrong with it.
fn chunk(lines: &mut impl BufRead) -> io::Result<Vec<Result<Pair, String>>> {
    let mut pairs = Vec::new();
    let mut line = Vec::new();
    while pairs.len() < CHUNK {
        line.clear();
        if lines.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        pairs.push(pair(line.trim_ascii()));
    }
    Ok(pairs)
}

fn pair(line: &[u8]) -> Result<Pair, String> {
    if line.is_empty() {
        return Err("the line is empty".to_owned());
    }
    serde_json::from_slice(line).map_err(|error| {
        if error.is_data() {
            "a pair needs a \"premise\" and a \"hypothesis\", both of them texts".to_owned()
        } else {
            "the line is not JSON".to_owned()
        }
    })
}

fn answers(network: &Network, chunk: &[Result<Pair, String>]) -> Vec<Answer> {
    let pairs: Vec<(&str, &str)> = chunk
        .iter()
        .flatten()
        .map(|pair| (pair.premise.as_str(), pair.hypothesis.as_str()))
        .collect();
    let mut judgements = network
        .judge(&pairs, &|_| true)
        .expect("nobody cancels")
        .into_iter();
    chunk
        .iter()
        .filter_map(|pair| match pair {
            Ok(_) => judgements.next().map(|judgement| judged(&judgement)),
            Err(error) => Some(Answer::Bad {
                error: error.clone(),
            }),
        })
        .collect()
}

fn judged(judgement: &Judgement) -> Answer {
    let [agree, refine, update, dispute, conflict, none] = rounded(judgement.verdicts);
    let [entailment, neutral, contradiction] = rounded(judgement.inferences);
    Answer::Judged {
        label: judgement.inference(),
        scores: Scores {
            agree,
            refine,
            update,
            dispute,
            conflict,
            none,
        },
        kind: judgement.kind(),
        labels: Labels {
            entailment,
            neutral,
            contradiction,
        },
        cut: judgement.cut,
    }
}

/// Probabilities with four places that still sum to one: the largest takes what rounding left.
fn rounded<const N: usize>(chances: [f32; N]) -> [f64; N] {
    const ONE: i32 = 10_000;
    let mut parts = chances.map(|chance| (f64::from(chance) * f64::from(ONE)).round() as i32);
    let left = ONE - parts.iter().sum::<i32>();
    if let Some(largest) = parts.iter_mut().max() {
        *largest += left;
    }
    parts.map(|part| f64::from(part) / f64::from(ONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_probabilities_sum_to_one() {
        assert_eq!(rounded([1.0 / 3.0; 3]), [0.3333, 0.3333, 0.3334]);
        assert_eq!(rounded([0.0, 1.0]), [0.0, 1.0]);
    }

    #[test]
    fn bad_lines_are_told_apart() {
        let why = |line: &str| pair(line.as_bytes()).err();
        assert_eq!(why(r#"{"premise": "a", "hypothesis": "", "id": 3}"#), None);
        assert_eq!(why("").unwrap(), "the line is empty");
        assert_eq!(why("{").unwrap(), "the line is not JSON");
        for line in ["{}", "[1]", "3", r#"{"premise": 1, "hypothesis": "b"}"#] {
            assert!(why(line).unwrap().contains("needs"), "{line}");
        }
    }
}

//! What can be typed after the program's name.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil;

use crate::analysis::conflicts::DISPLAY_THRESHOLD;
use crate::export::{Format, Options};

/// Lay news articles side by side: what they share, where they contradict each other, and why
#[derive(Debug, Parser)]
#[command(
    name = "counterpoint",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit status: 0 written from every file, 1 written but a file was left out, 2 nothing written"
)]
pub struct Arguments {
    /// Articles, folders of them, or one .counterpoint notebook or JSON report, to open in the window
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare articles and write what they share and where they differ
    Compare(Compare),
    /// Read each article by itself and write its entities and statements
    Annotate(Annotate),
    /// Judge pairs of statements by the network model: what one means for the other, and where they differ
    Judge(Judge),
    /// Compare stories, one a line, and write their reports, one a line
    Batch(Batch),
    /// Write the findings and notes of a notebook
    Export(Export),
}

#[derive(Debug, Args)]
pub struct Compare {
    /// Two or more articles; "-" reads one from standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub threshold: Threshold,
    /// Join the decisions and notes of this notebook or JSON report
    #[arg(long, value_name = "FILE")]
    pub notebook: Option<PathBuf>,
    /// Leave out findings that nobody decided on or wrote of
    #[arg(long)]
    pub reviewed_only: bool,
    #[command(flatten)]
    pub contents: Contents,
    #[command(flatten)]
    pub network: Network,
}

#[derive(Debug, Args)]
pub struct Annotate {
    /// One or more articles; "-" reads one from standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Format of the output
    #[arg(long, default_value = "json", value_parser = only_json)]
    pub format: Format,
    /// Write to this file; "-" is standard output
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub network: Network,
}

#[derive(Debug, Args)]
pub struct Judge {
    /// One JSON object a line with "premise" and "hypothesis"; without it or with "-", standard input
    #[arg(value_name = "PAIRS.jsonl")]
    pub pairs: Option<PathBuf>,
    #[command(flatten)]
    pub network: Network,
}

#[derive(Debug, Args)]
pub struct Batch {
    /// One JSON object a line with "story" and "docs", a list of articles; "-" is standard input
    #[arg(value_name = "STORIES.jsonl")]
    pub stories: PathBuf,
    /// Write to this file; without it or with "-", standard output
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Stories that are compared at the same time [default: one a core]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Go on behind the reports that an earlier run wrote to the file
    #[arg(long)]
    pub resume: bool,
    #[command(flatten)]
    pub threshold: Threshold,
    #[command(flatten)]
    pub network: Network,
}

#[derive(Debug, Args)]
pub struct Export {
    /// A .counterpoint file, or a JSON report
    #[arg(value_name = "NOTEBOOK")]
    pub notebook: PathBuf,
    #[command(flatten)]
    pub output: Output,
    /// Write findings too that nobody decided on or wrote of
    #[arg(long)]
    pub include_unreviewed: bool,
    #[command(flatten)]
    pub contents: Contents,
    #[command(flatten)]
    pub network: Network,
}

#[derive(Debug, Args)]
pub struct Output {
    /// json, markdown, html, docx, pdf, csv, annotations or qdpx [default: as PATH ends, or else markdown]
    #[arg(long)]
    pub format: Option<Format>,
    /// Write to this file; "-" is standard output
    #[arg(short = 'o', long = "output", value_name = "PATH")]
    pub path: Option<PathBuf>,
}

/// What the output tells.
#[derive(Debug, Args)]
pub struct Contents {
    /// Write open questions only: findings that are neither dismissed nor settled by an outcome
    #[arg(long)]
    pub open_questions: bool,
    /// How much of the articles goes along [default: full in html and qdpx, or else quotations]
    #[arg(long, value_name = "PART")]
    pub texts: Option<Texts>,
    /// Take notes along that are marked private
    #[arg(long)]
    pub private_notes: bool,
    /// Name whoever made the output
    #[arg(long, value_name = "NAME")]
    pub author: Option<String>,
    /// Date the output, as in 2026-11-22; without it no clock is asked
    #[arg(long, value_name = "DATE")]
    pub date: Option<civil::Date>,
    /// Begin csv with the mark by which Excel knows UTF-8
    #[arg(long)]
    pub bom: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Texts {
    /// The whole texts
    Full,
    /// The quotations alone
    Quotations,
}

impl Contents {
    /// The same as the formats understand it.
    pub fn options(&self, format: Format, include_unreviewed: bool) -> Options {
        Options {
            include_unreviewed,
            include_private: self.private_notes,
            open_questions: self.open_questions,
            full_texts: self.texts.map_or_else(
                || format.usually_holds_texts(),
                |texts| texts == Texts::Full,
            ),
            byte_order_mark: self.bom,
            filter: None,
            author: self.author.clone(),
            date: self.date,
        }
    }
}

#[derive(Debug, Args)]
pub struct Threshold {
    /// Leave out findings less sure than this, from 0 to 1
    #[arg(long, value_name = "X", default_value_t = DISPLAY_THRESHOLD, value_parser = share)]
    pub min_confidence: f32,
}

#[derive(Debug, Args)]
pub struct Network {
    /// Use rules alone
    #[arg(long)]
    pub no_network_model: bool,
    /// Take the network model from this folder instead of the one inside the program
    #[arg(long, value_name = "DIR", conflicts_with = "no_network_model")]
    pub models: Option<PathBuf>,
}

fn share(value: &str) -> Result<f32, String> {
    match value.parse::<f32>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("give a number from 0 to 1".to_owned()),
    }
}

fn only_json(value: &str) -> Result<Format, String> {
    match value.parse() {
        Ok(Format::Json) => Ok(Format::Json),
        _ => Err("annotations are written as json only".to_owned()),
    }
}

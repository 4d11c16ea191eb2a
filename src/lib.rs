//! Counterpoint lays articles side by side, marks what they share and where they do not go together, and says why.
//!
//! The data flows one way:
//!
//! ```text
//! bytes ──ingest──▶ Document ──text──▶ Segments ──encoder──▶ readings
//!   ──analysis──▶ mentions, entities, statements, alignments, conflicts = Analysis
//!   Analysis + Notebook (what the reader authored) ──report──▶ Report ──export──▶ bytes
//! ```
//!
//! A module uses only what stands above it in this list, and `app` alone knows the window.

pub mod text;

pub mod model;

pub mod ingest;

pub mod encoder;

pub mod analysis;

pub mod notebook;

pub mod report;

pub mod export;

pub mod cli;

#[cfg(feature = "gui")]
pub mod app;

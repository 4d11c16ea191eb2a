//! Words for the person at the terminal.

use std::io::Write as _;

/// Says how far the work is, over what it said of that before.
pub fn show_progress(words: &str) {
    drop(write!(std::io::stderr(), "\r{words}"));
}

/// The next message begins on a line of its own.
pub fn end_progress() {
    drop(writeln!(std::io::stderr()));
}

/// Says one thing on standard error. Where even that is closed, there is nobody to tell.
pub fn tell(message: &str) {
    drop(writeln!(std::io::stderr(), "counterpoint: {message}"));
}

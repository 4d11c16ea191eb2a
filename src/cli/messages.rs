//! Words for the person at the terminal.

use std::io::Write as _;

/// Says one thing on standard error. Where even that is closed, there is nobody to tell.
pub fn tell(message: &str) {
    drop(writeln!(std::io::stderr(), "counterpoint: {message}"));
}

//! Whether a dialog that came back without a file was canceled, or never opened.
//!
//! The dialog library answers both alike and tells the difference in its log alone, so the program listens there.

use std::sync::atomic::{AtomicBool, Ordering};

use log::{Level, LevelFilter, Log, Metadata, Record};

/// The module of the library that speaks of dialogs.
const SPEAKER: &str = "rfd";

static HEARD: AtomicBool = AtomicBool::new(false);

/// Begins to listen. Where the program has another log already, dialogs that never open count as canceled.
pub(super) fn listen() {
    if log::set_logger(&Listener).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
}

pub(super) fn reset() {
    HEARD.store(false, Ordering::Release);
}

pub(super) fn heard() -> bool {
    HEARD.load(Ordering::Acquire)
}

struct Listener;

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if is_refusal(record.target(), record.level()) {
            HEARD.store(true, Ordering::Release);
        }
    }

    fn flush(&self) {}
}

/// The library warns when it falls back to a helper, and fails when there is none either.
fn is_refusal(target: &str, level: Level) -> bool {
    level == Level::Error && target.split("::").next() == Some(SPEAKER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_failure_of_the_dialog_library_counts() {
        assert!(is_refusal("rfd::backend::xdg_desktop_portal", Level::Error));
        assert!(!is_refusal("rfd::backend::xdg_desktop_portal", Level::Warn));
        assert!(!is_refusal("winit", Level::Error));
    }
}

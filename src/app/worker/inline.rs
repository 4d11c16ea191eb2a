//! A worker that does everything at once and by rules alone, so that window tests need no waiting.

use std::collections::VecDeque;
use std::sync::atomic::AtomicU64;

use super::{Clipboard, Event, Request, Worker, analysis, files};

/// Does each request as it is sent.
#[derive(Default)]
pub struct Inline {
    events: VecDeque<Event>,
    clipboard: Clipboard,
}

impl Inline {
    /// With this on the clipboard.
    pub fn with_clipboard(clipboard: Clipboard) -> Self {
        Self {
            clipboard,
            ..Self::default()
        }
    }
}

impl Worker for Inline {
    fn send(&mut self, request: Request) {
        let event = match request {
            Request::File(request) => files::perform(
                request,
                || self.clipboard.clone(),
                &AtomicU64::new(0),
                &|_| {},
            ),
            Request::Analyze(asked) => {
                let watch = analysis::Watch {
                    latest: &AtomicU64::new(0),
                    number: 0,
                    tell: &|_| {},
                };
                analysis::perform(&asked, None, &watch)
            }
        };
        self.events.extend(event);
    }

    fn poll(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    fn cancel(&mut self) {}
}

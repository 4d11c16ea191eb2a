//! A worker that does everything at once and by rules alone, so that window tests need no waiting.

use std::collections::VecDeque;
use std::sync::atomic::AtomicU64;

use super::{Event, Request, Worker, analysis, files};

/// Does each request as it is sent.
#[derive(Default)]
pub struct Inline {
    events: VecDeque<Event>,
}

impl Worker for Inline {
    fn send(&mut self, request: Request) {
        let event = match request {
            Request::File(request) => files::perform(request),
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

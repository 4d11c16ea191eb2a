//! The real worker: two named threads behind bounded channels.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::{Clipboard, Comparing, Event, FileRequest, Request, Worker, analysis, files};
use crate::encoder::Network;

/// File requests that may wait; a reader cannot click faster than they are done.
const FILE_QUEUE: usize = 64;
/// Events that may wait for the next frame; only progress is dropped when there are more.
const EVENT_QUEUE: usize = 64;

/// Threads that stop when this is dropped: files that were asked for are written first.
pub struct Threads {
    /// Nothing once the program ends.
    files: Option<SyncSender<FileRequest>>,
    file_thread: Option<JoinHandle<()>>,
    analyses: Arc<Mailbox>,
    /// The number of the latest analysis asked for; the one that runs watches it.
    latest: Arc<AtomicU64>,
    /// The number of the articles asked for last, and of the last that were given up.
    batch: u64,
    given_up: Arc<AtomicU64>,
    events: Receiver<Event>,
    /// What this side has to tell without having asked a thread.
    told: Option<Event>,
}

impl Threads {
    /// `wake` is called after each event, from the thread that made it.
    pub fn start(wake: impl Fn() + Clone + Send + 'static) -> std::io::Result<Self> {
        let (files, file_requests) = sync_channel(FILE_QUEUE);
        let (sender, events) = sync_channel(EVENT_QUEUE);
        let analyses = Arc::new(Mailbox::default());
        let latest = Arc::new(AtomicU64::new(0));
        let given_up = Arc::new(AtomicU64::new(0));

        let outlet = Outlet {
            events: sender.clone(),
            wake: wake.clone(),
        };
        let number = Arc::clone(&given_up);
        let file_thread = thread::Builder::new()
            .name("files".to_owned())
            .spawn(move || do_files(&file_requests, &number, &outlet))?;

        let outlet = Outlet {
            events: sender,
            wake,
        };
        let (mailbox, number) = (Arc::clone(&analyses), Arc::clone(&latest));
        thread::Builder::new()
            .name("analysis".to_owned())
            .spawn(move || do_analyses(&mailbox, &number, &outlet))?;

        Ok(Self {
            files: Some(files),
            file_thread: Some(file_thread),
            analyses,
            latest,
            batch: 0,
            given_up,
            events,
            told: None,
        })
    }
}

impl Worker for Threads {
    fn send(&mut self, request: Request) {
        match request {
            Request::File(request) => {
                if let FileRequest::Read { batch, .. } | FileRequest::Paste { batch, .. } = request
                {
                    self.batch = batch;
                }
                let sent = self
                    .files
                    .as_ref()
                    .is_some_and(|files| files.try_send(request).is_ok());
                if !sent {
                    self.told = Some(Event::Failed(
                        "The program is busy with other files; try again in a moment".to_owned(),
                    ));
                }
            }
            Request::Analyze(asked) => {
                let number = self.latest.fetch_add(1, Ordering::AcqRel) + 1;
                self.analyses.put(number, asked);
            }
        }
    }

    fn poll(&mut self) -> Option<Event> {
        self.told.take().or_else(|| self.events.try_recv().ok())
    }

    fn cancel(&mut self) {
        self.latest.fetch_add(1, Ordering::AcqRel);
        self.given_up.store(self.batch, Ordering::Release);
        self.analyses.empty();
        self.told = Some(Event::Canceled);
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        self.latest.fetch_add(1, Ordering::AcqRel);
        self.given_up.store(u64::MAX, Ordering::Release);
        self.analyses.close();
        // Nobody listens any more, so that no thread waits for room.
        self.events = sync_channel(1).1;
        self.files = None;
        if let Some(thread) = self.file_thread.take()
            && thread.join().is_err()
        {
            log::warn!("the thread for files did not end well");
        }
    }
}

/// Where a thread puts its events.
struct Outlet<W> {
    events: SyncSender<Event>,
    wake: W,
}

impl<W: Fn()> Outlet<W> {
    /// Waits for room; false once nobody listens any more.
    fn tell(&self, event: Event) -> bool {
        let sent = self.events.send(event).is_ok();
        (self.wake)();
        sent
    }

    /// Drops the event where there is no room: another one follows soon.
    fn mention(&self, event: Event) {
        if self.events.try_send(event).is_ok() {
            (self.wake)();
        }
    }
}

fn do_files<W: Fn()>(requests: &Receiver<FileRequest>, given_up: &AtomicU64, outlet: &Outlet<W>) {
    for request in requests {
        // What is still to be written is written, even where nobody listens any more.
        if let Some(event) = fenced(|| {
            let tell = |event| outlet.mention(event);
            files::perform(request, Clipboard::of_desktop, given_up, &tell)
        }) {
            outlet.tell(event);
        }
    }
}

fn do_analyses<W: Fn()>(mailbox: &Mailbox, latest: &AtomicU64, outlet: &Outlet<W>) {
    while let Some((number, asked)) = mailbox.take() {
        let watch = analysis::Watch {
            latest,
            number,
            tell: &|event| outlet.mention(event),
        };
        // The first time, the network is loaded here: in a thread of its own, never in a frame.
        let event = fenced(|| analysis::perform(&asked, Some(Network::shipped()), &watch));
        if event.is_some_and(|event| !outlet.tell(event)) {
            return;
        }
    }
}

/// A defect in one file must not end the thread, nor the reader's work with it.
fn fenced(work: impl FnOnce() -> Option<Event>) -> Option<Event> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Some(Event::Failed(
            "Something went wrong inside the program; your notes are safe".to_owned(),
        ))
    })
}

/// Room for one analysis: a later one takes the place of one that nobody began.
#[derive(Default)]
struct Mailbox {
    slot: Mutex<Slot>,
    changed: Condvar,
}

#[derive(Default)]
struct Slot {
    waiting: Option<(u64, Comparing)>,
    closed: bool,
}

impl Mailbox {
    fn put(&self, number: u64, asked: Comparing) {
        self.lock().waiting = Some((number, asked));
        self.changed.notify_one();
    }

    fn empty(&self) {
        self.lock().waiting = None;
    }

    fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_one();
    }

    /// Waits for a request; nothing once the mailbox is closed.
    fn take(&self) -> Option<(u64, Comparing)> {
        let mut slot = self.lock();
        loop {
            if slot.closed {
                return None;
            }
            if let Some(request) = slot.waiting.take() {
                return Some(request);
            }
            slot = self
                .changed
                .wait(slot)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::Article;
    use super::*;
    use crate::ingest;
    use crate::model::{Correction, Document};
    use crate::notebook::Anchor;
    use crate::text::Span;

    fn comparing(documents: Vec<Arc<Document>>) -> Request {
        Request::Analyze(Comparing {
            documents,
            corrections: Vec::new(),
            earlier: None,
        })
    }

    fn document(text: &str) -> Arc<Document> {
        Arc::new(ingest::read("article.txt", text.as_bytes()).unwrap())
    }

    /// Waits for the next event that is no progress.
    fn next(threads: &Threads) -> Event {
        loop {
            let event = threads.events.recv_timeout(Duration::from_mins(1)).unwrap();
            if !matches!(event, Event::Progress { .. } | Event::Reading { .. }) {
                return event;
            }
        }
    }

    #[test]
    fn files_are_read_and_articles_compared() {
        let mut threads = Threads::start(|| {}).unwrap();
        threads.send(Request::File(FileRequest::Read {
            batch: 1,
            articles: vec![
                Article::text("a.txt", *b"The bridge was closed on Monday."),
                Article::text("b.txt", []),
            ],
        }));
        let Event::Read {
            documents,
            failures,
            ..
        } = next(&threads)
        else {
            panic!("the files were not read");
        };
        assert_eq!(documents.len(), 1);
        assert!(failures[0].ends_with("b.txt"), "{failures:?}");
        threads.send(comparing(documents));
        assert!(
            matches!(next(&threads), Event::Analyzed(analysis) if analysis.documents.len() == 1),
            "the article is in the analysis"
        );
    }

    #[test]
    fn the_latest_of_many_analyses_wins() {
        let mut threads = Threads::start(|| {}).unwrap();
        for count in 1..=20 {
            let documents = vec![document("The mayor resigned on Friday."); count];
            threads.send(comparing(documents));
        }
        loop {
            if let Event::Analyzed(analysis) = next(&threads)
                && analysis.documents.len() == 20
            {
                break;
            }
        }
        assert!(threads.poll().is_none(), "nothing comes after the latest");
    }

    #[test]
    fn articles_are_compared_again_as_the_reader_corrected_them() {
        let mut threads = Threads::start(|| {}).unwrap();
        let documents = vec![document("Mayor Ines Halloran resigned on Friday.")];
        threads.send(comparing(documents.clone()));
        let Event::Analyzed(earlier) = next(&threads) else {
            panic!("the article was not read");
        };
        assert_eq!(earlier.entities[0].name, "Ines Halloran");
        threads.send(Request::Analyze(Comparing {
            corrections: vec![Correction::Rename {
                entity: Anchor::of(&documents[0], Span::new(6, 19)),
                name: "The mayor".to_owned(),
            }],
            documents,
            earlier: Some(earlier),
        }));
        let Event::Analyzed(again) = next(&threads) else {
            panic!("the article was not read again");
        };
        assert_eq!(again.entities[0].name, "The mayor");
    }

    #[test]
    fn articles_that_were_given_up_are_not_waited_for() {
        let mut threads = Threads::start(|| {}).unwrap();
        let read = |batch, count| {
            let page = "<p>The bridge was closed on Monday.</p>".repeat(1_000);
            let article = Article::text("a.html", page.into_bytes());
            Request::File(FileRequest::Read {
                batch,
                articles: vec![article; count],
            })
        };
        threads.send(read(1, 10_000));
        threads.cancel();
        assert!(matches!(threads.poll(), Some(Event::Canceled)));
        threads.send(read(2, 1));
        let Event::Read { batch, .. } = next(&threads) else {
            panic!("the articles were not read");
        };
        assert_eq!(batch, 2);
    }

    #[test]
    fn a_panic_becomes_a_message() {
        let event = fenced(|| panic!("a defect"));
        assert!(matches!(event, Some(Event::Failed(_))), "{event:?}");
    }

    #[test]
    fn what_was_asked_for_is_written_before_the_program_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("late.counterpoint");
        let mut threads = Threads::start(|| {}).unwrap();
        threads.send(Request::File(FileRequest::Recover {
            path: path.clone(),
            documents: Vec::new(),
            notebook: Box::default(),
        }));
        drop(threads);
        assert!(path.is_file(), "the file is there");
    }

    #[test]
    fn a_missing_file_is_named() {
        let mut threads = Threads::start(|| {}).unwrap();
        threads.send(Request::File(FileRequest::Read {
            batch: 1,
            articles: vec![Article::File("nowhere/lost.txt".into())],
        }));
        let Event::Read { failures, .. } = next(&threads) else {
            panic!("reading says nothing");
        };
        assert!(failures[0].ends_with("lost.txt"), "{failures:?}");
    }
}

//! Many texts at once: batches of about equal length, spread over the cores.

use std::cmp::Reverse;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use rten::ThreadPool;

/// Tokens of one batch, with padding: more saves no time, and costs memory.
const MOST_TOKENS: usize = 512;
/// Below this, a batch is too small to be worth a core of its own.
const FEWEST_TOKENS: usize = 256;
/// Texts are filled up to a multiple of this. Half of it costs sentences more in smaller batches than it saves, and
/// twice as much costs the reading of names and descriptions, most of them five tokens long, a third more.
const STEP: usize = 4;
/// More cores than this would cost more memory than they save time.
const MOST_CORES: usize = 16;

/// The cores to work on: one thread each.
pub(super) struct Cores(Vec<Arc<ThreadPool>>);

impl Cores {
    pub fn all() -> Self {
        Self::new(thread::available_parallelism().map_or(1, usize::from))
    }

    pub fn new(count: usize) -> Self {
        let one = || Arc::new(ThreadPool::with_num_threads(1));
        Self((0..count.clamp(1, MOST_CORES)).map(|_| one()).collect())
    }

    /// Does `work` on every batch and puts the results back in the order of the texts.
    ///
    /// `proceed` is told what share is done and asked, between batches, whether to go on; where it says no, nothing
    /// comes back. Which core does which batch makes no difference to the results.
    pub fn spread<R: Send>(
        &self,
        batches: &[Vec<usize>],
        work: impl Fn(&[usize], &Arc<ThreadPool>) -> Vec<R> + Sync,
        proceed: &dyn Fn(f32) -> bool,
    ) -> Option<Vec<R>> {
        let texts: usize = batches.iter().map(Vec::len).sum();
        let mut results: Vec<Option<R>> = Vec::new();
        results.resize_with(texts, || None);
        if !proceed(0.0) {
            return None;
        }
        let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
        let (sender, done) = sync_channel(batches.len().max(1));
        let serve = |core: &Arc<ThreadPool>, sender: std::sync::mpsc::SyncSender<_>| {
            while !stopped.load(Ordering::Relaxed)
                && let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed))
            {
                // There is room for every batch, and where nobody waits any more the result is not missed.
                drop(sender.send((batch, work(batch, core))));
            }
        };
        thread::scope(|scope| {
            let mut threads = Vec::new();
            for (number, core) in self.0.iter().take(batches.len()).enumerate() {
                let (serve, own) = (&serve, sender.clone());
                let thread = thread::Builder::new()
                    .name(format!("network {number}"))
                    .spawn_scoped(scope, move || serve(core, own));
                match thread {
                    Ok(thread) => threads.push(thread),
                    // The system gives no more threads: those that there are do the work.
                    Err(error) => log::warn!("a thread for the network did not start: {error}"),
                }
            }
            if threads.is_empty() {
                serve(&self.0[0], sender.clone());
            }
            drop(sender);
            let mut finished = 0;
            for (batch, answers) in done {
                finished += batch.len();
                for (&text, answer) in batch.iter().zip(answers) {
                    results[text] = Some(answer);
                }
                // Once it said no, it is not asked again while the last batches end.
                if !stopped.load(Ordering::Relaxed) && !proceed(finished as f32 / texts as f32) {
                    stopped.store(true, Ordering::Relaxed);
                }
            }
            for thread in threads {
                if let Err(panic) = thread.join() {
                    resume_unwind(panic);
                }
            }
        });
        if stopped.into_inner() {
            return None;
        }
        results.into_iter().collect()
    }

    /// Batches of texts by their lengths in tokens: the longest first, so that no core waits for them at the end.
    ///
    /// All texts of a batch are filled up to the same width, which is the one that each would have alone: sums over
    /// another width are taken in another order, and come out otherwise in the last place.
    pub fn plan(&self, lengths: &[usize]) -> Vec<Vec<usize>> {
        let tokens: usize = lengths.iter().copied().map(width).sum();
        let most = (tokens / self.0.len()).clamp(FEWEST_TOKENS, MOST_TOKENS);
        let mut order: Vec<usize> = (0..lengths.len()).collect();
        order.sort_by_key(|&text| Reverse(width(lengths[text])));
        let mut batches = Vec::new();
        for alike in order.chunk_by(|&a, &b| width(lengths[a]) == width(lengths[b])) {
            let room = (most / width(lengths[alike[0]])).max(1);
            batches.extend(alike.chunks(room).map(<[usize]>::to_vec));
        }
        batches
    }
}

/// What a text of so many tokens is filled up to.
pub(super) fn width(tokens: usize) -> usize {
    tokens.max(1).next_multiple_of(STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_texts_of_one_width_within_bounds() {
        let lengths = [3, 200, 8, 9, 300, 4, 197, 900];
        let batches = Cores::new(1).plan(&lengths);
        assert_eq!(
            batches,
            [vec![7], vec![4], vec![1, 6], vec![3], vec![2], vec![0, 5]]
        );
        assert!(Cores::new(1).plan(&[]).is_empty(), "no text, no batch");
    }

    #[test]
    fn few_texts_are_shared_among_the_cores() {
        let batches = Cores::new(4).plan(&[32; 60]);
        assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [15; 4]);
    }

    #[test]
    fn results_come_back_in_order() {
        let cores = Cores::new(3);
        let batches: Vec<Vec<usize>> = (0..50).rev().map(|text| vec![text]).collect();
        let results = cores.spread(&batches, |batch, _| batch.to_vec(), &|_| true);
        assert_eq!(results.unwrap(), (0..50).collect::<Vec<_>>());
        assert_eq!(cores.spread(&[], |_, _| vec![0], &|_| true), Some(vec![]));
    }

    #[test]
    fn work_ends_between_batches_where_nobody_wants_it() {
        let batches: Vec<Vec<usize>> = (0..100).map(|text| vec![text]).collect();
        let begun = AtomicUsize::new(0);
        let work = |batch: &[usize], _: &Arc<ThreadPool>| {
            begun.fetch_add(1, Ordering::Relaxed);
            thread::sleep(std::time::Duration::from_millis(2));
            batch.to_vec()
        };
        assert_eq!(
            Cores::new(2).spread(&batches, work, &|done| done < 0.05),
            None
        );
        assert!(begun.load(Ordering::Relaxed) < 100, "it went on to the end");
    }
}

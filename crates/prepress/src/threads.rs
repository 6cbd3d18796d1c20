//! Runs the same work on many things, on several threads.
//!
//! Results come back to the caller's thread one by one; their order in time means nothing, so
//! nothing that is reported may depend on it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// Stack of a thread: forms of a PDF nest up to fifty deep.
const STACK: usize = 32 << 20;

/// How many threads the machine runs at once.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A pool for what the calling thread does in parallel, this thread being one of its `threads`; `None`
/// if it is in a pool already. Where numbers are built side by side, work that is parted among all
/// threads of the machine only makes them wait for each other.
pub fn own_pool(threads: usize) -> Option<rayon::ThreadPool> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1));
    pool.stack_size(STACK).use_current_thread().build().ok()
}

/// Lets the calling thread work in the pool of all threads, instead of only waiting for it. A machine
/// that runs one thread at once is left alone: its pool would have nobody to work for other threads.
pub fn join_pool() {
    if cores() > 1 {
        // A pool that is there already serves as well.
        let _ =
            rayon::ThreadPoolBuilder::new().stack_size(STACK).use_current_thread().build_global();
    }
}

/// Runs `work` for every number below `jobs`, lower numbers first, on up to `threads` threads, and
/// hands what it gives to `done`. Each thread keeps a `state` of its own from job to job.
pub fn each<S, R: Send>(
    jobs: usize,
    threads: usize,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> R + Sync,
    mut done: impl FnMut(R),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let run = |sender: mpsc::Sender<R>| {
        let mut state = state();
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            if job >= jobs || sender.send(work(&mut state, job)).is_err() {
                break;
            }
        }
    };
    std::thread::scope(|scope| {
        let mut started = 0;
        for _ in 0..threads.min(jobs) {
            let (sender, run) = (sender.clone(), &run);
            let thread = std::thread::Builder::new().stack_size(STACK);
            started += usize::from(thread.spawn_scoped(scope, move || run(sender)).is_ok());
        }
        if started == 0 {
            run(sender);
        } else {
            drop(sender);
        }
        receiver.into_iter().for_each(&mut done);
    });
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::{each, own_pool};

    #[test]
    fn a_pool_of_one_keeps_work_on_its_thread() {
        let work = |_: &mut Option<rayon::ThreadPool>, _| {
            let here = std::thread::current().id();
            let there = (0..64).into_par_iter().map(|_| std::thread::current().id());
            there.collect::<Vec<_>>().iter().all(|id| *id == here)
        };
        let mut seen = vec![];
        each(8, 3, || own_pool(1), work, |alone| seen.push(alone));
        assert_eq!(seen, [true; 8]);
    }

    #[test]
    fn every_job_is_done_once() {
        let mut seen = vec![];
        each(100, 7, || 0, |_, job| job * 2, |result| seen.push(result));
        seen.sort_unstable();
        assert!(seen.iter().copied().eq((0..100).map(|job| job * 2)));
        each(0, 7, || 0, |_, job| job, |_| panic!("there is no job"));
    }
}

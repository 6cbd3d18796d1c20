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
    use super::each;

    #[test]
    fn every_job_is_done_once() {
        let mut seen = vec![];
        each(100, 7, || 0, |_, job| job * 2, |result| seen.push(result));
        seen.sort_unstable();
        assert!(seen.iter().copied().eq((0..100).map(|job| job * 2)));
        each(0, 7, || 0, |_, job| job, |_| panic!("there is no job"));
    }
}

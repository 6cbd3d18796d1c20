//! Runs the same work on many things, on several threads.
//!
//! Results come back to the caller's thread one by one; their order in time means nothing, so
//! nothing that is reported may depend on it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};

/// Stack of a thread: forms of a PDF nest up to fifty deep.
const STACK: usize = 32 << 20;

/// How many threads work side by side where the caller runs: those of the pool it is in, else as many as
/// the environment (`RAYON_NUM_THREADS`) or the machine allows.
pub fn count() -> usize {
    rayon::current_num_threads()
}

/// Runs `work` as part of a pool of as many threads as the environment or the machine allows.
///
/// What is done side by side inside has to be given to the pool (`rayon::join`, parallel iterators): then
/// a thread that waits does what it waits for, and a pool of one thread does all in order. A thread
/// outside of the pool that gave it work could wait for one of its workers that waits for this thread.
pub fn in_pool<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    match pool().build() {
        Ok(pool) => pool.install(work),
        // The machine gives no more threads, but this one is there.
        Err(_) => {
            let _alone = pool().num_threads(1).use_current_thread().build();
            work()
        }
    }
}

/// A pool of `threads` threads, the calling one among them; `None` if that is in a pool already.
///
/// Where numbers are built side by side, work that is parted among all threads of the machine only makes
/// them wait for each other.
pub fn own_pool(threads: usize) -> Option<rayon::ThreadPool> {
    pool().num_threads(threads.max(1)).use_current_thread().build().ok()
}

/// What a panic carries.
pub type Payload = Box<dyn Any + Send>;

static LOST: OnceLock<fn(Payload)> = OnceLock::new();

/// Whom to tell of a panic in work that was given to a pool and that nobody may catch. Who waits for that
/// work waits for ever, so the process ends after it was told.
pub fn when_lost(tell: fn(Payload)) {
    // Who was there first stays.
    let _ = LOST.set(tell);
}

fn pool() -> rayon::ThreadPoolBuilder {
    rayon::ThreadPoolBuilder::new().stack_size(STACK).panic_handler(|payload| {
        LOST.get().inspect(|tell| tell(payload));
        std::process::abort();
    })
}

/// Runs `work` for every number below `jobs`, lower numbers first, on up to `threads` threads, and
/// hands what it gives to `done`. Each thread keeps a `state` of its own from job to job. The threads are
/// none of the caller's pool, so `work` must not wait for that. A panic in `work` becomes the caller's.
pub fn each<S, R: Send>(
    jobs: usize,
    threads: usize,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> R + Sync,
    mut done: impl FnMut(R),
) {
    let next = AtomicUsize::new(0);
    let broken = Mutex::new(None);
    let (sender, receiver) = mpsc::channel();
    let run = |sender: mpsc::Sender<R>| {
        let mut state = state();
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            if job >= jobs {
                break;
            }
            match catch_unwind(AssertUnwindSafe(|| work(&mut state, job))) {
                // The receiver goes last.
                Ok(result) => drop(sender.send(result)),
                Err(payload) => {
                    next.store(jobs, Ordering::Relaxed);
                    *broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(payload);
                    break;
                }
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
    if let Some(payload) = broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        resume_unwind(payload);
    }
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::{count, each, in_pool, own_pool};

    #[test]
    fn work_goes_to_the_pool_that_is_counted() {
        let (here, work) = in_pool(|| (rayon::current_thread_index(), count()));
        assert!(here.is_some_and(|at| at < work));
        let alone = std::thread::spawn(|| own_pool(3).map(|_pool| count()));
        assert_eq!(alone.join().unwrap(), Some(3));
    }

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

    #[test]
    fn a_panic_keeps_its_words() {
        let work = |(): &mut (), job: usize| assert!(job != 3, "the third job breaks");
        let broken = std::panic::catch_unwind(|| each(100, 2, || (), work, |()| ()));
        assert_eq!(broken.unwrap_err().downcast_ref(), Some(&"the third job breaks"));
    }
}

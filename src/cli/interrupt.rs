//! Ctrl-C in a run over many numbers: it says how far the run came and leaves no file half written.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::terminal;
use crate::edition::file;
use jikji_diagnostic::{Lang, Words};

/// What a shell calls a program that Ctrl-C ended: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// How far a run came: the numbers done, and all there are.
#[derive(Debug, Default)]
struct Way {
    done: AtomicUsize,
    of: AtomicUsize,
}

/// Shows how far a run comes, and says it with `words` (`{done}`, `{of}`) if Ctrl-C ends it.
pub fn progress(words: Words, lang: Lang) -> impl FnMut(usize, usize) {
    let way = Arc::new(Way::default());
    at_ctrl_c({
        let way = way.clone();
        move || {
            let read = |count: &AtomicUsize| count.load(Ordering::Relaxed).into();
            words.fill(lang, &[("done", read(&way.done)), ("of", read(&way.of))])
        }
    });
    let shown = Mutex::new(terminal::progress());
    move |done, of| {
        way.done.store(done, Ordering::Relaxed);
        way.of.store(of, Ordering::Relaxed);
        shown.lock().unwrap_or_else(PoisonError::into_inner)(done, of);
    }
}

/// Ends the process at Ctrl-C with a last word. Where the system tells of none, it ends it as ever.
fn at_ctrl_c(last: impl Fn() -> String + Send + 'static) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else {
        return;
    };
    let wait = move || {
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            end(&last());
        }
    };
    // Without a thread it is the system's to end the process.
    let _ = std::thread::Builder::new().spawn(wait);
}

#[expect(clippy::exit, reason = "numbers in work would take their time to end")]
fn end(last: &str) {
    // Files under way get whole, and no other is begun.
    let _held = file::hold();
    terminal::clear_progress();
    terminal::say(last);
    std::process::exit(INTERRUPTED);
}

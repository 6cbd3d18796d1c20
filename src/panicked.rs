//! Panics of the libraries that set, draw and pack, turned into errors that say what was being done.
//!
//! Typst, the PDF writer and the decoders of pictures are large, and what authors hand in is not what
//! they were tested with. This module never goes on with what was half done when the panic came.

use std::any::Any;
use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::{Mutex, Once, PoisonError};

use crate::refused::{Failed, Refused};
use jikji_diagnostic::{Lang, Words};

/// A panic that was caught.
#[derive(Debug, Clone)]
pub struct Panicked {
    /// What was being done, as the end of "while …", in Korean as the start of "… 중에".
    pub doing: Words,
    /// What the panic said and where it stands in the program.
    pub said: String,
    /// The way there, if [`keep`] was called.
    pub trace: Option<String>,
}

impl Panicked {
    /// The same in a sentence.
    pub fn text(&self, lang: Lang) -> String {
        let args = [("doing", self.doing.into()), ("said", self.said.as_str().into())];
        SENTENCE.fill(lang, &args)
    }
}

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for Panicked {}

const SENTENCE: Words = Words {
    ko: "{doing} 중에 프로그램 안에서 오류가 났습니다: {said}",
    en: "the program broke while {doing}: {said}",
};

/// What a failure says for which nobody has words: the program's own affair, or a library's.
const INSIDE: Words = Words {
    ko: "프로그램 안에서 오류가 났습니다: {said}",
    en: "the program broke: {said}",
};

/// A panic as the hook saw it.
struct Seen {
    said: String,
    place: String,
    trace: Backtrace,
}

/// Panics that nobody has asked for yet, the latest last.
static SEEN: Mutex<VecDeque<Seen>> = Mutex::new(VecDeque::new());

/// How many are kept: many are caught where they come from, and nobody asks for those.
const MOST: usize = 16;

/// From now on a panic is kept for whoever catches it instead of being printed.
pub fn keep() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(see)));
}

fn see(panic: &PanicHookInfo<'_>) {
    let seen = Seen {
        said: said(panic.payload()),
        place: panic.location().map(|place| inside(&place.to_string())).unwrap_or_default(),
        trace: Backtrace::force_capture(),
    };
    let mut all = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() == MOST {
        all.pop_front();
    }
    all.push_back(seen);
}

/// A place in a library without where that lay when the program was built.
fn inside(place: &str) -> String {
    let library = place.split_once("/registry/src/").and_then(|(_, place)| place.split_once('/'));
    library.map_or(place, |(_, place)| place).to_string()
}

fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
    text.unwrap_or("?").to_string()
}

/// Does `work`.
///
/// # Errors
/// The panic that ended it, on whichever thread of a pool that was.
pub fn caught<T>(doing: Words, work: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| of(doing, &*payload))
}

/// The panic with this payload.
pub fn of(doing: Words, payload: &(dyn Any + Send)) -> Panicked {
    let said = said(payload);
    let mut all = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    // It may have come to us from another thread; its words go with it.
    let at = all.iter().rposition(|seen| seen.said == said);
    match at.and_then(|at| all.remove(at)) {
        Some(seen) => {
            let said = format!("{said} ({})", seen.place);
            Panicked { doing, trace: Some(format!("{said}\n{}", seen.trace)), said }
        }
        None => Panicked { doing, said, trace: None },
    }
}

/// A failure in a sentence and, if it was a panic, the way there.
pub fn told(error: &anyhow::Error, lang: Lang) -> (String, Option<String>) {
    if let Some(panic) = error.downcast_ref::<Panicked>() {
        return (panic.text(lang), panic.trace.clone());
    }
    let refused = error.downcast_ref::<Refused>().map(|refused| refused.text(lang));
    let failed = || error.downcast_ref::<Failed>().map(|failed| failed.text(lang).to_string());
    let inside = || INSIDE.fill(lang, &[("said", format!("{error:#}").into())]);
    (refused.or_else(failed).unwrap_or_else(inside), None)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sentence_is_there_in_both_languages() {
        let faults = [super::SENTENCE, super::INSIDE].map(|words| words.faults()).concat();
        assert_eq!(faults, [""; 0]);
    }
}

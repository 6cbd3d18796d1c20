//! A panic is kept for whoever catches it, with what was being done and the way there.

use jikji::panicked::{caught, keep};
use jikji_diagnostic::{Lang, Words};
use rayon::prelude::*;

const DOING: Words = Words { ko: "쪽을 조판하는", en: "setting the pages" };

/// One test, as what is told of a panic is the whole process's.
#[test]
fn a_panic_says_what_was_being_done_and_where_it_was() {
    keep();
    for n in 0..100 {
        let _ = std::panic::catch_unwind(|| panic!("nobody asks for this one, {n}"));
    }
    let page = |n: usize| assert!(n != 50, "page {n} is bad");
    let found = caught(DOING, || (0..100).into_par_iter().for_each(page));
    let whole = caught(DOING, || 1);
    // What fails from here on is to be seen.
    drop(std::panic::take_hook());
    let panic = found.unwrap_err();
    assert!(panic.said.starts_with("page 50 is bad (tests/panicked.rs:"), "{panic:?}");
    let (said, trace) = (&panic.said, panic.trace.as_deref().unwrap());
    assert!(trace.starts_with(said) && trace.lines().count() > 5, "{trace}");
    assert_eq!(panic.to_string(), format!("the program broke while setting the pages: {said}"));
    let korean = format!("쪽을 조판하는 중에 프로그램 안에서 오류가 났습니다: {said}");
    assert_eq!(panic.text(Lang::Ko), korean);
    assert_eq!(whole.unwrap(), 1);
}

//! Any bytes as the parts of a HWP manuscript: see `manuscript.rs`. Start from what the tests have of it:
//! `JIKJI_SEEDS=fuzz/corpus cargo test -p jikji-manuscript --test fuzz -- --ignored`, then
//! `cargo +nightly fuzz run hwp fuzz/corpus/hwp`.

#![no_main]

#[path = "../manuscript.rs"]
mod manuscript;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    manuscript::manuscript(bytes, manuscript::of_hwp);
});

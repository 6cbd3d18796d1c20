//! Any bytes as a manifest: see `body.rs`. Start from the manifests of the tests:
//! `cargo +nightly fuzz run manifest fuzz/corpus/manifest tests/golden`.

#![no_main]

#[path = "../body.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    body::manifest(bytes);
});

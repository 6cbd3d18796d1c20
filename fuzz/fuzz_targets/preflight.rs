//! Any bytes as a PDF to test: see `pdf.rs`. Start from a print file of a small number:
//! `cargo +nightly fuzz run preflight fuzz/corpus/preflight out`.

#![no_main]

#[path = "../pdf.rs"]
mod pdf;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    pdf::preflight_and_impose(bytes);
});

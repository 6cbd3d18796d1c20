//! Writers of small files of word processors, for tests: parts and records as they are given, in the file's own
//! container.
//!
//! They know what a sound file has around its text, and nothing of what reads it.

#![allow(dead_code, reason = "each test uses its own part")]

pub mod docx;
pub mod hwp;
pub mod hwpx;
pub mod zipped;

//! The files of a number: watched, written, and what they said before.
//!
//! What is written is decided elsewhere; nothing here knows of pages.

pub mod folders;
pub mod history;
pub mod save;
pub mod since;
pub mod undo;

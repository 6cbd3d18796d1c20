//! jikji turns one TOML issue manifest into the finished PDFs of a Korean monthly.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod compose;
pub mod diagnostic;
pub mod layout;
pub mod manifest;
pub mod prose;
pub mod source;
pub mod typeset;

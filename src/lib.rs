//! jikji turns one TOML issue manifest into the finished PDFs of a Korean monthly.
//!
//! The rooms stand in one direction, each a module: [`manifest`] (what the issue says) → [`prose`]
//! (its running text) × [`layout`] (the page kinds) → [`compose`] (Typst markup) → [`typeset`] (pages)
//! → [`edition`] (files). [`build`] walks one issue through them and leaves a [`lock`], [`archive`] builds
//! many, [`prepress`] works on print files, [`cli`] is the command line.
//! Findings about an issue are [`diagnostic::Diagnostic`]s with a place in its [`source`] files.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod archive;
pub mod build;
pub mod cli;
pub mod compose;
pub mod diagnostic;
pub mod digest;
pub mod edition;
pub mod import;
pub mod layout;
pub mod lock;
pub mod manifest;
pub mod prepress;
pub mod prose;
pub mod source;
pub mod threads;
pub mod typeset;
pub mod typst_string;

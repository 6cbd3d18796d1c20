//! jikji turns one TOML issue manifest into the finished PDFs of a Korean monthly.
//!
//! The rooms stand in one direction, each a module: [`manifest`] (what the issue says) → running text
//! ([`jikji_prose`]) × [`layout`] (the page kinds) → [`compose`] (Typst markup) → [`typeset`] (pages)
//! → [`edition`] (files). [`session`] walks one issue through them and leaves a [`lock`], [`archive`] builds
//! many, [`desk`] shows one in the browser, [`intake`] takes authors' manuscripts into one that [`jikji_manuscript`] reads,
//! [`jikji_prepress`] works on print files, [`cli`] is the command line.
//! Findings about an issue are [`jikji_diagnostic::Diagnostic`]s with a place in its
//! [source](jikji_diagnostic::source) files.

#![warn(
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod archive;
pub mod cli;
pub mod compose;
pub mod desk;
pub mod digest;
pub mod document;
pub mod edition;
pub mod html;
pub mod intake;
pub mod layout;
pub mod lock;
pub mod manifest;
pub mod panicked;
pub mod preflight;
pub mod refused;
pub mod report;
pub mod session;
pub mod shop;
pub mod typeset;
pub mod typst_string;

//! Before the press: PDF/X-4, colour, preflight, imposition and the job's papers.
//!
//! This room works on PDF bytes alone and knows nothing of issues, layouts or Typst's pages.

#![warn(
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod artwork;
pub mod binding;
mod caught;
pub mod colour;
pub mod finish;
pub mod impose;
pub mod jpeg;
mod lossless;
mod marks;
pub mod messages;
pub mod pdf;
pub mod preflight;
pub mod profile;
pub mod proof;
mod raster;
pub mod reduced;
mod samples;
pub mod split;
pub mod spot;
mod steps;
pub mod tagged;
pub mod technical;
pub mod threads;
pub mod words;
pub mod x4;

//! Running text: what an author writes in a text field, from characters to a small tree, and where
//! its lines may break.
//!
//! It knows nothing of layouts, Typst or PDF.

#![warn(
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod address;
pub mod amount;
mod brackets;
pub mod calendar;
mod caption;
pub mod characters;
pub mod clusters;
mod element;
pub mod eojeol;
mod findings;
pub mod foreign;
mod fullwidth;
mod grid;
mod guard;
pub mod house;
mod joints;
pub mod levels;
mod linebreak;
pub mod links;
mod literal;
pub mod lookalike;
pub mod marker;
pub mod messages;
pub mod normal;
mod notes;
pub mod parse;
mod particle;
mod pasted;
pub mod period;
pub mod placing;
mod quantity;
mod quotes;
mod reader;
mod row;
mod runs;
pub mod signs;
mod stretch;
pub mod titles;
pub mod tree;
pub mod visit;
mod wide;
